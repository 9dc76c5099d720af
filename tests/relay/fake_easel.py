"""`easel` with the fakes' engine instead of the painter: a real second server whose pictures cost no time."""

import easel.app
from easel.cli import main
from easel.testing import FakeEngine

easel.app.PainterEngine = lambda processes: FakeEngine()

if __name__ == "__main__":
    main()

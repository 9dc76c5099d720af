"""`easel` with the fakes' engine instead of the painter: a real second server whose pictures cost no time."""

import easel.app
from easel.cli import main
from easel.testing import FakeEngine


class Instant(FakeEngine):
    """Made as the painter is."""

    def __init__(self, *, processes: int):
        super().__init__()


easel.app.PainterEngine = Instant

if __name__ == "__main__":
    main()

"""The bench is no part of the package: it is imported from the repository's root."""

import sys
from pathlib import Path

ROOT = str(Path(__file__).parents[4])
if ROOT not in sys.path:
    sys.path.append(ROOT)

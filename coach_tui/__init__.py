"""Coach TUI: the coaching cycle of a K-12 instructional coach, in a terminal."""

import sys
from pathlib import Path

__version__ = "0.1.0"

_here = Path(__file__).resolve().parent

ROOT = _here / "_bundle" if (_here / "_bundle").is_dir() else _here.parent
"""The folder that holds screens/ and data/: the checkout, or, in a wheel, coach_tui/_bundle."""

if str(ROOT) not in sys.path[:1]:  # first, so that a screens/ in the working folder cannot stand in
    sys.path.insert(0, str(ROOT))

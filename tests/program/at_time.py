"""The app with its clock in a file, so that a test of the whole program may let time pass.

`python at_time.py FILE [arguments of coach-tui]`; FILE holds a moment in ISO text, with its zone.
"""

import sys
from datetime import datetime
from pathlib import Path

from coach_tui.cli import main, window, wiring
from coach_tui.clock import SystemClock


class FileClock(SystemClock):
    """Reads the time from a file."""

    file = Path()

    def now(self) -> datetime:
        """The moment the file holds."""
        return datetime.fromisoformat(self.file.read_text("utf-8"))


if __name__ == "__main__":
    FileClock.file = Path(sys.argv[1])
    window.SystemClock = wiring.SystemClock = FileClock  # type: ignore[attr-defined]  # imported there, not theirs
    raise SystemExit(main(sys.argv[2:]))

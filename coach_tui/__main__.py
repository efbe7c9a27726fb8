"""`python -m coach_tui` is the same as the installed `coach-tui`."""

from coach_tui.cli import main

if __name__ == "__main__":
    raise SystemExit(main())

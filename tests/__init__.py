"""The tests of coach-tui; `tests/conftest.py` says what every one of them gets."""

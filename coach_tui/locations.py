"""Where things are kept, by the rules of the system the app runs on."""

import os
from pathlib import Path


def data_folder() -> Path:
    """The coach's data folder, for example ~/.local/share/coach-tui; it may not exist yet."""
    from platformdirs import user_data_path

    return user_data_path("coach-tui", appauthor=False)


def config_folder() -> Path:
    """The coach's settings folder, for example ~/.config/coach-tui; it may not exist yet."""
    from platformdirs import user_config_path

    return user_config_path("coach-tui", appauthor=False)


def config_file() -> Path:
    """The coach's settings, config.toml in the settings folder; it may not exist."""
    return config_folder() / "config.toml"


def told_path(path: Path) -> str:
    """A path as it is told to the coach: with ~ for the home folder."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):  # elsewhere, or a user without a home
        return str(path)


def data_file(chosen: str | None = None) -> Path:
    """The data file: the one named, else COACH_TUI_DB, else caseload.json in the data folder."""
    named = chosen or os.environ.get("COACH_TUI_DB")
    if named:
        return Path(named).expanduser().absolute()
    return data_folder() / "caseload.json"


def demo_folder() -> Path:
    """The folder of the demo's throw-away copy."""
    return data_folder() / "demo"

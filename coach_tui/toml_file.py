"""TOML files that a coach may write by hand, and plain sentences for those that cannot be read."""

import tomllib
from pathlib import Path
from typing import Any, TypeVar

from coach_tui.errors import BadFile, Refused
from coach_tui.text import visible

B = TypeVar("B", bound=BadFile)


def read_toml(path: Path) -> dict[str, Any]:
    """The fields of a file.

    Raises:
        FileNotFoundError: it is not there.
        Refused: it cannot be read, or is not TOML.
    """
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise
    except OSError as error:
        problem = f"The file cannot be read: {(error.strerror or 'unknown cause').lower()}."
    except UnicodeDecodeError as error:
        problem = f"The file is not UTF-8 text; byte {error.start + 1} does not fit."
    except ValueError as error:  # TOMLDecodeError, or a number of thousands of digits
        problem = f"The file is not TOML: {visible(str(error))[:120]}."
    except RecursionError:
        problem = "The file is not TOML that can be read: its lists go too deep."
    raise Refused(problem)


def bad_file(error: type[B], kind: str, path: Path, problems: tuple[str, ...]) -> B:
    """The error for a file: the first thing that is wrong with it, and how many there are.

    Args:
        error: the class to make.
        kind: what the file is: "framework file".
        path: the file.
        problems: one sentence for each thing that is wrong, at least one.
    """
    more = f" ({len(problems)} problems in all)" if len(problems) > 1 else ""
    told = f"The {kind} {visible(path.name)} cannot be used. {problems[0]}{more}"
    return error(told, problems)

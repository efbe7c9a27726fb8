"""The code stays small, and knows nothing of the machine it was written on."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [file for top in ("coach_tui", "screens") for file in (ROOT / top).rglob("*.py")]
PYTHON = [*SOURCES, *(ROOT / "tests").rglob("*.py")]
OURS = ("coach_tui", "screens", "data", "tests", ".ci")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
TEXTS = {".py", ".toml", ".tcss", ".json", ".md", ".svg", ".txt", ""}

HOSTS = ("keepachangelog.com", "b.org", "www.textualize.io", "www.w3.org")
"""All hosts we speak of: of the changelog's form, of a test, and of what draws the pictures."""

# Folders of one machine's user, options that name an index, and any other host.
ELSEWHERE = re.compile(
    r"(?<![\w./~-])/(?:home|Users|root|work|opt|mnt|srv)/\w"
    r"|\w-url\b"
    rf"|(?<![\w.-])(?!(?:{'|'.join(map(re.escape, HOSTS))})\b)"
    r"(?:[\w-]+\.)+(?:org|com|io|net|dev)\b"
)


def named(file: Path) -> str:
    """A file's path in the repository."""
    return str(file.relative_to(ROOT))


def is_text(file: Path) -> bool:
    """Whether a file is one that is written by hand, or a picture."""
    return file.suffix in TEXTS and file.name != ".coverage"


def texts() -> Iterator[Path]:
    """Every text file of ours."""
    yield from (file for file in ROOT.iterdir() if file.is_file() and is_text(file))
    for top in OURS:
        for file in (ROOT / top).rglob("*"):
            if file.is_file() and is_text(file) and file != Path(__file__).resolve():
                yield file


def parsed(file: Path) -> ast.Module:
    """A source file as a tree."""
    return ast.parse(file.read_text("utf-8"))


def test_files_are_short() -> None:
    """At most 400 lines, in tests too."""
    long = [file for file in PYTHON if len(file.read_text("utf-8").splitlines()) > 400]
    assert [named(file) for file in long] == []


def test_functions_are_small() -> None:
    """No function over 50 lines."""
    found = [
        f"{named(file)}: {node.name}"
        for file in SOURCES
        for node in ast.walk(parsed(file))
        if isinstance(node, FUNCTIONS) and (node.end_lineno or 0) - node.lineno >= 50
    ]
    assert found == []


def test_classes_are_small() -> None:
    """No class over 20 methods."""
    found = [
        f"{named(file)}: {node.name}"
        for file in SOURCES
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.ClassDef) and sum(isinstance(n, FUNCTIONS) for n in node.body) > 20
    ]
    assert found == []


def swallows(handler: ast.ExceptHandler) -> bool:
    """Whether a handler takes any error there is and does not pass it on."""
    caught = handler.type
    wide = caught is None or (
        isinstance(caught, ast.Name) and caught.id in ("Exception", "BaseException")
    )
    return wide and not isinstance(handler.body[-1], ast.Raise)


def test_no_error_is_swallowed_whole() -> None:
    """`except` names what it expects, or cleans up and raises again."""
    found = [
        f"{named(file)}:{node.lineno}"
        for file in SOURCES
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.ExceptHandler) and swallows(node)
    ]
    assert found == []


def test_nothing_names_a_machine_or_a_registry() -> None:
    """No file of ours holds the path of somebody's folder or the host of a package index."""
    found = [
        f"{named(file)}: {match[0]}"
        for file in texts()
        if (match := ELSEWHERE.search(file.read_text("utf-8", "replace")))
    ]
    assert found == []

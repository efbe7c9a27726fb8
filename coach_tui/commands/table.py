"""The key table of the README, made from the commands: `python -m coach_tui.commands.table`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from coach_tui import ROOT
from coach_tui.commands.command import Command
from coach_tui.commands.everywhere import ANYWHERE, BACK, GO, MOVE, REVIEW
from coach_tui.commands.person import OPEN, PERSON
from coach_tui.commands.registry import SCOPES

BEGIN, END = "<!-- keys -->", "<!-- /keys -->"
"""What stands before and behind the table."""

BOXES = frozenset(
    {
        *("gi_box", "gi_list", "lines", "line", "filter", "new_year", "assess", "confirm"),
        *("welcome", "help", "prep", "page", "search", "copy", "typing", "launch", "models"),
        *("ticks", "behind", "filed", "tags", "growth_log", "walks", "walk", "rooms"),
    }
)
"""Scopes left out: boxes, pages and fields of few keys, which the bottom row names all."""

_SHARED: tuple[tuple[str, Sequence[Command]], ...] = (
    ("Everywhere", (*ANYWHERE, *GO, *BACK)),
    ("Lists and pages", (*OPEN, *MOVE)),
    ("Caseload, profile, agenda", REVIEW),
    ("The current person", PERSON),
)


def key_table() -> str:
    """The table in Markdown: a place a row, each key with its words; shared ones come first."""
    rows = [f"| {name} | {_cell(commands)} |" for name, commands in _SHARED]
    shared = {found.id for _, commands in _SHARED for found in commands}
    own: dict[str, list[str]] = {}
    for scope, commands in SCOPES.items():
        cell = _cell(found for found in commands if found.id not in shared)
        if cell and scope not in BOXES:
            own.setdefault(cell, []).append(scope)
    rows += [f"| {_place(scopes)} | {cell} |" for cell, scopes in own.items()]
    return "\n".join(["| where | keys |", "|---|---|", *rows])


def with_table(readme: str) -> str:
    """A README with the table between its two marks.

    Raises:
        ValueError: a mark is not there.
    """
    before, _, rest = readme.partition(BEGIN)
    _, mark, after = rest.partition(END)
    if not mark:
        raise ValueError(f"the README has no {BEGIN} ... {END}")
    return f"{before}{BEGIN}\n{key_table()}\n{END}{after}"


def _place(scopes: Sequence[str]) -> str:
    """The name of a place; forms have one row for all of them."""
    if len(scopes) > 1:
        return "Forms"
    return scopes[0].replace("_", " ").capitalize()


def _cell(commands: Iterable[Command]) -> str:
    """Keys with words, those of the same words together; "h l" and "1-5" stand for others."""
    listed = list(commands)
    stood_for = {key for found in listed if " " in found.shown for key in found.shown.split()}
    ranges = {found.words for found in listed if "-" in found.shown.strip("- ")}
    told: dict[str, list[str]] = {}
    for found in listed:
        if found.shown_key not in stood_for and not (found.words in ranges and not found.shown):
            told.setdefault(found.words, []).append(f"`{found.shown_key}`")
    return ", ".join(f"{' '.join(keys)} {words}" for words, keys in told.items())


def main(path: Path = ROOT / "README.md") -> int:
    """Write the table anew."""
    text = path.read_text("utf-8")
    path.write_text(with_table(text), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

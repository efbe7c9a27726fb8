"""Names and notes that try to steer the terminal, and files that do not hold together."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.program.kit import opened, with_cibola, with_people
from tests.program.start import coach_tui
from tests.program.terminal import Program

STEERS = (
    "\x1b[31mred", "\x1b]52;c;ZXZpbA==\x07", "\x1b]0;owned\x1b\\", "\x9b31mred",
    "\u202egnp.exe\u2066", "a\x00b", "\x1b[2J\x1b[1;1Howned", "\u200b\ufeff",
)  # fmt: skip
"""Colors, the clipboard, the title, C1, bidi, NUL, the cursor, letters of no width."""

WORDS = {
    "steers": " ".join(STEERS),
    "markup": "[bold red]x[/] [@click=app.quit]y[/] [/nothing] \\[z",
    "long": "漢" * 400,
}

FORBIDDEN = [
    b"\x1b[31mred", b"\x1b]52", b"\x1b]0;", "\x9b".encode(), "\u202e".encode(), "\u2066".encode(),
    b"\x00", b"\x1b[2J\x1b[1;1Howned", "\u200b".encode(), "\ufeff".encode(),
]  # fmt: skip
"""What must never reach the terminal from a record."""


def look_at_everything(program: Program) -> None:
    """Over the people in the list, into a profile, the form, the cycle and its pages."""
    for keys, shown in (
        (("G", "g", "g", "enter"), "[Growth]"),
        (("v", "i"), "GI count"),
        (("escape", "e"), "Launch meeting"),
        (("escape", "q", "c"), "step 1 of 5"),
        (("escape", "2"), "step 2 of 5"),
        (("escape", "3"), "step 3 of 5"),
        (("escape", "4"), "step 4 of 5"),
        (("escape", "5"), "step 5 of 5"),
        (("p",), "q back"),
        (("q", "q", "q"), "[Caseload]"),
    ):
        program.press(*keys)
        program.wait_for(shown)
    program.settle()


def spoil(file: Path, words: str) -> None:
    """Put words into every text that a coach may type, by hand, as another program might."""
    tables: dict[str, Any] = json.loads(file.read_text("utf-8"))
    texts = {"family", "given", "school", "role", "text", "praise", "lesson", "focus", "reason"}

    def spoiled(value: Any) -> Any:
        if isinstance(value, dict):
            return {
                name: words if name in texts and isinstance(kept, str) else spoiled(kept)
                for name, kept in value.items()
            }
        return [spoiled(item) for item in value] if isinstance(value, list) else value

    others = {name: spoiled(table) for name, table in tables.items() if name != "meta"}
    file.write_text(json.dumps({"meta": tables["meta"], **others}), "utf-8")


@pytest.mark.parametrize("name", sorted(WORDS))
def test_a_record_cannot_steer_the_terminal(home: Path, name: str) -> None:
    """Every text of every record hostile: no such byte is drawn, and nothing happens."""
    file = with_cibola(home)
    spoil(file, WORDS[name])
    with opened(home) as program:
        look_at_everything(program)
        assert [found for found in FORBIDDEN if found in program.raw] == []
        if name == "markup":
            assert b"[bold red]x" in program.raw
        program.press("Q")
        assert program.wait_exit() == 0


def test_a_name_stored_by_us_is_harmless(home: Path) -> None:
    """The same through our own store."""
    with_people(home, WORDS["steers"])
    with opened(home) as program:
        look_at_everything(program)
        assert [found for found in FORBIDDEN if found in program.raw] == []


def newer(raw: bytes) -> bytes:
    """The file as a later version of the app might write it."""
    tables = json.loads(raw)
    tables["meta"]["1"]["schema_version"] = 99
    return json.dumps(tables).encode()


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _raw: b"",
    "cut off": lambda raw: raw[: len(raw) // 2],
    "half letters": lambda raw: raw.replace(b"Whitcomb", b"\\ud800", 1),
    "newer": newer,
}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_a_file_that_does_not_open_is_told_and_left(home: Path, name: str) -> None:
    """A sentence, on the screen or with exit status 1; not a byte of the file changes."""
    file = with_cibola(home)
    broken = BROKEN[name](file.read_bytes())
    file.write_bytes(broken)
    with Program(coach_tui(), home) as program:
        program.wait_until(lambda: "left" in program.screen_text() or program.status == 1)
        assert "Traceback" not in program.screen_text()
        if program.status is None:
            program.press("a", "i", "c", "enter", "j", "escape", "Q", "Q")
        assert program.wait_exit() in (0, 1)
        assert b"Traceback" not in program.raw
    assert file.read_bytes() == broken

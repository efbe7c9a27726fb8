"""A crash, a lost line and a shutdown while the coach types: the text is there the next time."""

import json
import random
import signal
import time
from pathlib import Path

import pytest

from tests.program.kit import command, drafts, opened, own_file, with_people
from tests.program.terminal import Program

AT_MOST = 2.0
"""Seconds after the last key within which what was typed is on the disk, and an exit is done."""

three_times = pytest.mark.parametrize("seed", [1, 2, 3])


@pytest.fixture
def dana(home: Path) -> Path:
    """A home with one teacher in the caseload."""
    return with_people(home, "Whitcomb")


def some_text(seed: int) -> str:
    """Words of a length that differs from seed to seed; the last one stands out."""
    dice = random.Random(seed)
    words = ["".join(dice.choices("abcdefghij", k=dice.randint(1, 9))) for _ in range(seed**3)]
    return " ".join([*words, f"last{dice.randint(100, 999)}"])


def type_praise(program: Program, text: str) -> None:
    """Open Dana's cycle and type a praise; its last letters are on the screen."""
    program.press("c", "escape", "2")
    program.wait_for("Precise praise")
    program.send(text)
    program.wait_for(text[-7:])


def praise_kept(home: Path) -> str:
    """The praise in the only draft on the disk."""
    [file] = own_file(home).parent.glob("drafts/*.json")
    kept = json.loads(file.read_text("utf-8"))
    return str(kept["fields"]["praise"])


@three_times
def test_a_killed_app_offers_the_draft(dana: Path, seed: int) -> None:
    """Killed two seconds after the last key: Enter brings every letter back."""
    text = some_text(seed)
    with opened(dana) as program:
        type_praise(program, text)
        program.wait_until(lambda: text in drafts(dana), "the draft", AT_MOST)
        program.signal(signal.SIGKILL)
        assert program.wait_exit() == -signal.SIGKILL
    with opened(dana) as program:
        program.wait_for("Draft for Whitcomb, Dana from")
        program.press("enter", "escape", "2")
        program.wait_for(text[-7:])
        program.press("escape", "q", "q")
        assert program.wait_exit() == 0
    assert praise_kept(dana) == text


def test_a_found_draft_is_discarded_after_a_question(dana: Path) -> None:
    """D asks; Enter is no and keeps it, y removes it for good."""
    with opened(dana) as program:
        type_praise(program, "a praise")
        program.wait_until(lambda: "a praise" in drafts(dana), "the draft", AT_MOST)
        program.signal(signal.SIGKILL)
        program.wait_exit()
    with opened(dana) as program:
        program.wait_for("Draft for Whitcomb, Dana from")
        program.do("D")
        program.wait_for("Discard the draft for Whitcomb, Dana?")
        program.do("enter")
        program.wait_for("Draft for Whitcomb, Dana from")
        program.do("D", "y")
        program.wait_for("Draft discarded.")
        assert not drafts(dana)
        program.do("q")
        assert program.wait_exit() == 0
    with opened(dana) as program:
        assert "Draft for" not in program.screen_text()


@three_times
def test_what_was_said_to_be_saved_is_saved(dana: Path, seed: int) -> None:
    """Killed as soon as "Saved" is on the screen."""
    total = str(random.Random(seed).randint(1, 99))
    with opened(dana) as program:
        program.press("i", total, "enter")
        program.wait_for(f"session 1, {total} GI")
        program.signal(signal.SIGKILL)
        program.wait_exit()
    shown = json.loads(command(dana, "show", "Whitcomb", "--json"))
    assert [point["total"] for point in shown["sessions"]] == [int(total)]


@three_times
def test_a_shutdown_keeps_every_letter(dana: Path, seed: int) -> None:
    """SIGTERM in mid-word: a draft, a clean terminal, and soon."""
    text = some_text(seed)
    with opened(dana) as program:
        type_praise(program, text)
        told_at = time.monotonic()
        program.signal(signal.SIGTERM)
        assert program.wait_exit() == 128 + signal.SIGTERM
        assert time.monotonic() - told_at < AT_MOST
        assert program.private_modes() & {1000, 1002, 1003, 1049, 2004} == set()
        assert 25 in program.private_modes()
    assert praise_kept(dana) == text


@three_times
def test_a_lost_line_keeps_every_letter(dana: Path, seed: int) -> None:
    """The terminal goes away in mid-word, as with a dropped ssh."""
    text = some_text(seed)
    with opened(dana) as program:
        type_praise(program, text)
        told_at = time.monotonic()
        program.hang_up()
        program.wait_exit()
        assert time.monotonic() - told_at < AT_MOST
    assert praise_kept(dana) == text

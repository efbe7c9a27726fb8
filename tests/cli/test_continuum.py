"""`coach-tui continuum`: the coach's own placement, the same facts as on the screen."""

import json
from pathlib import Path

import pytest

from coach_tui.cli.wiring import Place, desk_at
from coach_tui.clock import SystemClock
from coach_tui.domain.term import term_before, term_of, term_words
from coach_tui.services.continuum_note import OwnNoteForm
from coach_tui.services.desk import Desk
from tests.cli.conftest import Run

NOW = term_of(SystemClock().today())
BEFORE = term_before(NOW)


@pytest.fixture
def placed(file: Path) -> Desk:
    """Questioning in two terms, with a note."""
    desk = desk_at(Place.of(file), SystemClock())
    desk.continuum.place(BEFORE, "CC-16", 1, None)
    desk.continuum.place(NOW, "CC-16", 2, None)
    desk.own_notes.save(
        desk.own_notes.open("evidence", NOW, "CC-16"), OwnNoteForm("open \x1bquestions")
    )
    return desk


def test_a_term_is_told_line_by_line(run: Run, placed: Desk) -> None:
    lines = run("continuum").out.splitlines()
    assert lines[0] == f"{term_words(NOW)}: 0 Emerging, 1 Developing, 0 Transforming, 28 not rated"
    assert lines[1].startswith("Left out of the totals: 1")
    at = lines.index(f"  CC-16 Questioning: Developing; {term_words(BEFORE)} Emerging")
    assert lines[at + 1].endswith(": open questions")
    assert sum(line.startswith("  CC-") for line in lines) == 30


def test_another_term_by_either_name(run: Run, placed: Desk) -> None:
    for named in (BEFORE, term_words(BEFORE), term_words(BEFORE).upper()):
        first = run("continuum", "--term", named).out.splitlines()[0]
        assert first.startswith(f"{term_words(BEFORE)}, which is over: 1 Emerging")
    ran = run("continuum", "--term", "last fall")
    assert (ran.status, ran.out) == (1, "")
    assert "is no term" in ran.err


def test_a_term_for_programs(run: Run, placed: Desk) -> None:
    found = json.loads(run("continuum", "--json").out)
    assert found["term"] == NOW
    assert found["tally"] == {
        "emerging": 0,
        "developing": 1,
        "transforming": 0,
        "not_rated": 28,
        "left_out": 1,
    }
    (one,) = [element for element in found["elements"] if element["id"] == "CC-16"]
    assert (one["level"], one["last_term"], one["last_level"]) == (2, BEFORE, 1)
    assert [note["text"] for note in one["notes"]] == ["open questions"]

"""Note lines offered by field, and the links that a cycle keeps; private lines in neither."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.domain.cycle_form import CycleForm
from coach_tui.domain.note import Note, read_line, read_lines, with_ids
from coach_tui.services.citations import (
    citations,
    cited_lines,
    every_line,
    offered_lines,
    plain_words,
    put_in,
)
from tests.services.desks import NOW

NOTE = "\n".join(
    (
        'T: "turn to your partner" #C',
        "8:42 + 11/12 pairs talking @EL",
        "8:47 ? who talks next",
        "8:50 > sentence frame first",
        "8:51 * tracker on the wall",
        '8:52 # "me" only @EL',
        "8:53 #+ private whatever follows",
    )
)


@pytest.mark.parametrize(
    ("field", "offered"),
    [
        ("praise", ["+ 11/12 pairs talking @EL"]),
        ("probes", ["? who talks next"]),
        ("step", ["> sentence frame first"]),
        ("gi", ["* tracker on the wall"]),
        ("priority_groups", ["+ 11/12 pairs talking @EL"]),
        ("reflection", ['T: "turn to your partner" #C']),
    ],
)
def test_a_field_is_offered_the_lines_it_asks_for(field: str, offered: list[str]) -> None:
    assert [line.text for line in offered_lines(field, NOTE)] == offered


@pytest.mark.parametrize("field", ["goal", "focus", "praise", "priority_groups", "reflection"])
def test_private_lines_are_offered_nowhere(field: str) -> None:
    shown = [*offered_lines(field, NOTE), *every_line(NOTE)]
    assert not any(line.tag == "private" for line in shown)
    assert not any("only" in line.text or "whatever" in line.text for line in shown)


def form(**fields: object) -> CycleForm:
    """A form with fields typed into it."""
    base = CycleForm(coachee_id="d", track="2026-27", number=1, session=1, notes=NOTE)
    return base.but(**fields)


def test_a_link_stays_while_half_its_words_do() -> None:
    praised = put_in(form(), "praise", read_line("8:42 + 11/12 pairs talking @EL"))
    assert put_in(praised, "praise", read_line("8:42 + 11/12 pairs talking @EL")) == praised
    kept = praised.but(praise="You had 11/12 pairs on it, talking")
    assert [line.text for line in cited_lines(kept, "praise")] == ["+ 11/12 pairs talking @EL"]
    assert cited_lines(praised.but(praise="Something else"), "praise") == ()
    assert cited_lines(praised, "praise") == ()


def test_links_name_the_line_of_the_note() -> None:
    lines = with_ids(read_lines(NOTE))
    note = Note(id="n", created_at=NOW, updated_at=NOW, coachee_id="d", lines=lines)
    cited = put_in(form(), "praise", lines[1]).but(praise=plain_words(lines[1]))
    gone = read_line("9:00 > no longer in the note")
    cited = put_in(cited, "step", gone).but(step=plain_words(gone))
    links = citations(cited, note)
    assert [(link.field, link.note_id, link.line_id) for link in links] == [
        ("praise", "n", lines[1].id),
    ]
    assert citations(cited, None) == ()


@given(st.text(max_size=200), st.sampled_from(["praise", "goal", "gi", "reflection"]))
def test_what_is_offered_stands_in_the_note_and_is_not_private(text: str, field: str) -> None:
    lines = read_lines(text)
    for line in offered_lines(field, text):
        assert line in lines
        assert line.tag != "private"

"""Corrections keep what stood there, what replaced it, and why; a private line's words stay in."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.domain.contact import Contact
from coach_tui.domain.corrected import Correctable, corrected, texts_of
from coach_tui.domain.correction import Correction, check_reason, differences
from coach_tui.domain.correction_words import Teller
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.gi import GiCount
from coach_tui.domain.note import Note, read_lines, with_ids
from coach_tui.domain.todo import Todo
from coach_tui.errors import ReasonNeeded
from coach_tui.text import is_unsafe

NOW = datetime(2025, 3, 11, 10, 42, tzinfo=UTC)
BASE: dict[str, Any] = {"id": "01J", "created_at": NOW, "updated_at": NOW, "coachee_id": "p"}
CYCLE: dict[str, Any] = {
    **BASE,
    "track": "2024-25",
    "held_on": date(2025, 3, 4),
    "framework": {"id": "f", "version": "1"},
}
words = st.text(max_size=40)
numbers = st.none() | st.integers(0, 100_000)


def cycles(praise: str, step: str, lesson: str, minutes: int | None, day: date) -> Cycle:
    return Cycle(
        **CYCLE | {"held_on": day},
        feedback={"praise": praise},
        action={"text": step, "lesson": lesson},
        observation={"minutes": minutes, "lesson": lesson},
    )


def notes(text: str, _step: str, _lesson: str, _minutes: int | None, _day: date) -> Note:
    return Note(**BASE, lines=read_lines(text))


def todos(text: str, lesson: str, outcome: str, _minutes: int | None, day: date) -> Todo:
    return Todo(**BASE, text=f"x{text}", lesson=lesson, outcome=outcome, due=day)


def contacts(_text: str, _step: str, _lesson: str, minutes: int | None, day: date) -> Contact:
    at = datetime(day.year, day.month, day.day, 9, 5, tzinfo=UTC)
    return Contact(**BASE, note_id="n", at=at, minutes=minutes)


values = st.tuples(
    st.lists(words, max_size=3).map("\n".join),
    words,
    words,
    numbers,
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)


@given(st.sampled_from([cycles, notes, todos, contacts]), values, values, values, words)
def test_no_value_is_ever_lost(make: Any, first: Any, second: Any, third: Any, reason: str) -> None:
    """Corrected twice, each earlier text is had back by putting in what was there, newest first."""
    one: Correctable = make(*first)
    known = texts_of(one)
    record: Correctable = one
    for number, typed in enumerate((second, third)):
        after = make(*typed)
        if isinstance(after, Note) and isinstance(record, Note):
            before = with_ids(record.lines, record.lines)
            after = after.but(lines=with_ids(after.lines, before))
        after = after.but(corrections=record.corrections)
        record = corrected(record, after, NOW + timedelta(days=number), reason)
    texts = {name: text for name, text in texts_of(record).items() if text}
    for change in reversed(record.corrections):
        assert texts.get(change.field, "") == change.now
        texts[change.field] = change.was
    assert {name: text for name, text in texts.items() if text} == {
        name: text for name, text in known.items() if text
    }


def test_a_record_without_another_text_is_left_alone() -> None:
    cycle = Cycle(**CYCLE)
    assert corrected(cycle, cycle, NOW, "why") is cycle
    assert differences({"a": "1"}, {"a": "1"}) == ()
    assert differences({"a": "1"}, {"b": "2"}) == (("a", "1", ""), ("b", "", "2"))


def test_a_file_from_before_has_no_corrections() -> None:
    assert Cycle.model_validate(CYCLE).corrections == ()
    again = corrected(Cycle(**CYCLE), Cycle(**CYCLE, cluster="C"), NOW, "mixed up")
    assert Cycle.model_validate_json(again.model_dump_json()) == again


@pytest.mark.parametrize(
    ("reason", "today", "total", "needed"),
    [
        ("", False, False, "recorded on Tue Mar 4"),
        ("  ", False, False, "recorded on Tue Mar 4"),
        ("", True, False, ""),
        ("", True, True, "Another GI total"),
        ("typo", False, True, ""),
    ],
)
def test_when_a_reason_is_needed(reason: str, today: bool, total: bool, needed: str) -> None:
    if needed:
        with pytest.raises(ReasonNeeded, match=needed):
            check_reason(reason, "Tue Mar 4", today=today, total=total)
    else:
        check_reason(reason, "Tue Mar 4", today=today, total=total)


def told(*changes: Any, short: int | None = 40) -> tuple[str, ...]:
    return Teller(lambda moment: moment, date(2025, 3, 11), short).sentences(changes)


def test_the_words_of_a_history() -> None:
    earlier = NOW - timedelta(days=365)
    count = GiCount(total=35).corrected(33, "counted twice", NOW)
    praise = Correction(at=NOW, field="praise", was="a\nb", now="c" * 50, reason="counted twice")
    first = Correction(at=earlier, field="minutes", now="22", reason="No clock.")
    assert told(first, *count.history, praise) == (
        f'Mar 11: total 35 to 33; praise "a / b" to "{"c" * 39}~". Reason: counted twice.',
        "Mar 11 2024: minutes 22 put in. Reason: No clock.",
    )
    assert f'"{"c" * 50}"' in told(praise, short=None)[0]
    mode = Correction(at=NOW, field="mode", was="in_person", now="live_class")
    assert told(mode) == ("Mar 11: mode in person to live class.",)
    day = Correction(at=NOW, field="day", was="2025-03-11T10:42+00:00", now="not a moment")
    assert told(day) == ("Mar 11: day Tue Mar 11 to not a moment.",)


def test_a_private_line_is_told_without_its_words() -> None:
    old = read_lines("10:31 # looks tired\n10:32 + waited")
    before = Note(**BASE, lines=with_ids(old))
    typed = read_lines("10:31 looks tired\n10:32 + waited 6s")
    note = corrected(before, before.but(lines=with_ids(typed, before.lines)), NOW, "")
    assert told(*note.corrections) == (
        'Mar 11: a private line; line "10:32 + waited" to "10:32 + waited 6s".',
    )
    assert isinstance(note, Note)
    assert note.corrections[0].was == "10:31 # looks tired"  # kept all the same
    assert [line.id for line in note.lines] == ["1", "2"]


@given(words, words, words)
def test_what_is_told_can_be_drawn(field: str, was: str, reason: str) -> None:
    change = Correction(at=NOW, field=field, was=was, now="x", reason=reason)
    assert not any(is_unsafe(char) for line in told(change) for char in line)


def test_a_total_that_was_taken_out() -> None:
    count = GiCount(total=0).corrected(None, "never counted", NOW)
    assert told(*count.history) == ("Mar 11: total 0 taken out. Reason: never counted.",)

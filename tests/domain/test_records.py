"""Records refuse bad values, and clean what they are given."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from coach_tui.domain.coachee import Coachee, listed_name, split_name
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.launch import Launch
from coach_tui.domain.note import Note
from coach_tui.domain.records import Record
from coach_tui.domain.todo import Todo
from coach_tui.domain.visit import Visit
from coach_tui.text import BLOCK_LIMIT, LINE_LIMIT

NOW = datetime(2026, 10, 1, 15, 0, tzinfo=UTC)
BASE: dict[str, Any] = {"id": "01J", "created_at": NOW, "updated_at": NOW}
GOOD: dict[type[Record], dict[str, Any]] = {
    Coachee: {"family": "Okafor"},
    Cycle: {
        "coachee_id": "p",
        "track": "2026-27",
        "held_on": date(2026, 10, 1),
        "framework": {"id": "e2l_timeline", "version": "1"},
    },
    Launch: {"coachee_id": "p", "track": "2026-27"},
    Note: {"coachee_id": "p"},
    Todo: {"coachee_id": "p", "text": "Share the link"},
    Visit: {"coachee_id": "p", "on": date(2026, 10, 1)},
}


def made(kind: type[Record], **fields: object) -> Record:
    return kind.model_validate({**BASE, **GOOD[kind], **fields})


@pytest.mark.parametrize("kind", GOOD)
def test_the_least_a_record_needs(kind: type[Record]) -> None:
    record = made(kind)
    assert record.revision == 0
    assert kind.model_validate_json(record.model_dump_json()) == record


@pytest.mark.parametrize("kind", GOOD)
def test_every_field_without_a_default_is_needed(kind: type[Record]) -> None:
    for name in GOOD[kind]:
        fields = {**BASE, **GOOD[kind]}
        del fields[name]
        with pytest.raises(ValidationError):
            kind.model_validate(fields)


def test_every_kind_has_a_table_of_its_own() -> None:
    assert len({kind.table for kind in GOOD}) == len(GOOD)


@pytest.mark.parametrize("kind", GOOD)
@pytest.mark.parametrize(
    "wrong",
    [
        {"unknown": 1},
        {"revision": -1},
        {"created_at": datetime(2026, 10, 1)},  # noqa: DTZ001 - a moment without a zone is the point
        {"id": 7},
    ],
)
def test_every_record_refuses(kind: type[Record], wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        made(kind, **wrong)


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        (Coachee, {"family": ""}),
        (Coachee, {"family": "x" * (LINE_LIMIT + 1)}),
        (Coachee, {"ideal_days": 0}),
        (Coachee, {"max_days": 731}),
        (Coachee, {"status": "gone"}),
        (Cycle, {"session": 0}),
        (Cycle, {"session": 1000}),
        (Cycle, {"number": 0}),
        (Cycle, {"origin": "import"}),
        (Cycle, {"gi": {"total": -1}}),
        (Cycle, {"gi": {"total": 100_001}}),
        (Cycle, {"observation": {"minutes": -5}}),
        (Cycle, {"observation": {"focus": "x" * (BLOCK_LIMIT + 1)}}),
        (Cycle, {"held_on": "2026-02-30"}),
        (Cycle, {"stance": "kind"}),
        (Cycle, {"action": {"practice": "maybe"}}),
        (Cycle, {"action": {"owner": "nobody"}}),
        (Cycle, {"carry_over": {"todo_id": "t", "answer": "perhaps"}}),
        (Cycle, {"self_assessment": {"ratings": [{"look_for": "A1", "state": "good"}]}}),
        (Launch, {"order": ["A", "B", "A"]}),
        (Note, {"lines": [{"text": "x", "tag": "loud"}]}),
        (Note, {"lines": [{"text": "x", "at": "25:00"}]}),
        (Todo, {"text": ""}),
        (Todo, {"status": "late"}),
        (Todo, {"due": "soon"}),
        (Visit, {"status": "missed"}),
        (Visit, {"on": None}),
    ],
)
def test_bad_values_are_refused(kind: type[Record], wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        made(kind, **wrong)


def test_user_text_is_cleaned_on_the_way_in() -> None:
    person = made(Coachee, family=" O\x1bk\u202eafor ", given="Da\nna")
    assert isinstance(person, Coachee)
    assert person.name == "O k afor, Da na"
    todo = made(Todo, text="\x07a\r\nb  ")
    assert isinstance(todo, Todo)
    assert todo.text == "a\nb"


def test_a_changed_record_is_checked_again() -> None:
    person = made(Coachee)
    assert person.but(given="Dana").model_dump()["given"] == "Dana"
    with pytest.raises(ValidationError):
        person.but(status="gone")


@pytest.mark.parametrize(
    ("status", "is_open"),
    [("open", True), ("carried", True), ("done", False), ("partly", False), ("dropped", False)],
)
def test_which_todos_are_open(status: str, is_open: bool) -> None:
    todo = made(Todo, status=status)
    assert isinstance(todo, Todo)
    assert todo.is_open is is_open


@pytest.mark.parametrize(
    ("held_on", "is_held"),
    [
        (None, False),
        (date(2026, 9, 30), True),
        (date(2026, 10, 1), True),
        (date(2026, 10, 2), False),
    ],
)
def test_a_launch_that_is_planned_is_not_held(held_on: date | None, is_held: bool) -> None:
    launch = made(Launch, held_on=held_on)
    assert isinstance(launch, Launch)
    assert launch.is_held(date(2026, 10, 1)) is is_held


@pytest.mark.parametrize(
    ("typed", "family", "given_name"),
    [
        ("Okafor, Dana", "Okafor", "Dana"),
        ("Dana Okafor", "Okafor", "Dana"),
        ("Okafor", "Okafor", ""),
        ("Okafor,", "Okafor", ""),
        ("  Dana   Okafor ", "Okafor", "Dana"),
        ("de la Cruz, Luz Maria", "de la Cruz", "Luz Maria"),
        ("Luz Maria Vasquez-Hale", "Vasquez-Hale", "Luz Maria"),
        ("Trần, Bea", "Trần", "Bea"),
        ("", "", ""),
        (" , Dana", "", "Dana"),
    ],
)
def test_splitting_a_name(typed: str, family: str, given_name: str) -> None:
    assert split_name(typed) == (family, given_name)


NAMES = st.text("abcÉé -'", min_size=1, max_size=12).map(str.strip).filter(bool)


@given(NAMES, NAMES | st.just(""))
def test_a_listed_name_splits_back(family: str, given_name: str) -> None:
    if given_name or " " not in family:
        assert split_name(listed_name(family, given_name)) == (family, given_name)

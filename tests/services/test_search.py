"""What is found of what was written, in which order, and that it is up to date."""

import json
from datetime import date
from typing import Any

import pytest

from coach_tui.domain.note import Note, read_line
from coach_tui.domain.search_index import Found
from coach_tui.domain.search_reading import entries
from coach_tui.domain.todo import Todo
from coach_tui.ids import new_id
from tests.services.desks import NOW, Office


@pytest.fixture
def person(office: Office) -> str:
    """One person to write of."""
    return office.add(
        "Förster, Ada", school="Lincoln ES", role="Gr 5 Math", groups="EL, back table"
    )


def note(office: Office, person: str, *lines: str) -> None:
    """File a note of now."""
    now = office.clock.now()
    held = tuple(read_line(line).but(id=str(at)) for at, line in enumerate(lines, start=1))
    made = Note(
        id=new_id(now),
        created_at=now,
        updated_at=now,
        coachee_id=person,
        started_at=now,
        lines=held,
    )
    office.desk.store.save([made])


def texts(found: Found, kind: str = "notes") -> list[str]:
    """What was found of one kind."""
    return [hit.text for group in found.groups if group.kind == kind for hit in group.hits]


def kinds(found: Found) -> dict[str, int]:
    """How many of each kind, in the order of the kinds."""
    return {group.kind: group.count for group in found.groups}


def find(office: Office, text: str, **how: Any) -> Found:
    return office.desk.search.find(text, **how)


def test_the_phrase_first_then_beginnings_of_words_then_the_newest(
    office: Office, person: str
) -> None:
    note(office, person, "no tickets at the exit", "biexit sticker")
    office.wait(days=1)
    note(office, person, "exit: two tickets", "his exit tickets are sorted")
    assert texts(find(office, "EXIT tick")) == [
        "his exit tickets are sorted",
        "exit: two tickets",
        "no tickets at the exit",
        "biexit sticker",
    ]
    assert texts(find(office, '"exit tickets"')) == ["his exit tickets are sorted"]
    assert texts(find(office, '"exit ticket"')) == []
    assert texts(find(office, '"exit ticket')) == ["his exit tickets are sorted"]


def test_every_kind_is_found_in_its_place(office: Office, person: str) -> None:
    office.sessions(person, "C 4")
    count = office.stored(person, 1)
    cycle = count.but(
        id=new_id(NOW),
        revision=0,
        origin="cycle",
        number=2,
        session=2,
        override="zebra asked",
        goal=count.goal.but(text="A zebra goal\nin two lines"),
        observation=count.observation.but(
            lesson="Zebra fractions", priority_groups="EL: zebras", focus="zebra"
        ),
        feedback=count.feedback.but(
            praise="zebra", probes="zebra?", reflection="zebra!", engagement="zebra 3/4"
        ),
        self_assessment=count.self_assessment.but(words="my zebra"),
        action=count.action.but(text="Draw a zebra", lesson="zebra lesson"),
    )
    todo = Todo(
        id=new_id(NOW), created_at=NOW, updated_at=NOW, coachee_id=person, cycle_id=cycle.id,
        text="Draw a zebra", coach_part="bring zebras", outcome="zebra seen", due=date(2026, 11, 5),
    )  # fmt: skip
    office.desk.store.save([cycle])
    assert kinds(find(office, "zebra")) == {"goals": 2, "steps": 2, "feedback": 5, "rest": 3}
    office.desk.store.save([todo])
    note(office, person, "10:31 + zebra @EL", "# zebra, private")
    found = find(office, "zebra")
    assert kinds(found) == {"goals": 2, "steps": 3, "notes": 2, "feedback": 5, "rest": 3}
    assert {hit.tab for hit in found.groups[1].hits} == {"todos"}
    goal, own = found.groups[0].hits[0], found.groups[2].hits
    assert (goal.text, goal.tab, goal.record_id, goal.line) == (
        "A zebra goal in two lines", "cycles", cycle.id, "goal",
    )  # fmt: skip
    assert [(hit.tag, hit.line) for hit in own] == [("praise", "1"), ("private", "2")]
    assert texts(find(office, "zebra", private=False)) == ["+ zebra @EL"]
    assert kinds(find(office, "back table forster")) == {"people": 1}
    assert kinds(find(office, "ada förster")) == {"people": 1}
    assert kinds(find(office, "Fórster")) == {}


def test_filters_narrow(office: Office, person: str) -> None:
    other = office.add("Okafor, Dana", school="Roosevelt HS")
    note(office, person, "+ one task", "two #C tasks")
    office.wait(days=30)
    note(office, other, "? task again")
    office.sessions(other, "C 1", "A 11")
    for query, expected in (
        ("who:okafor task", ["? task again"]),
        ("who:roosevelt task", ["? task again"]),
        ("task tag:+", ["+ one task"]),
        ("tag:probe tag:praise", ["? task again", "+ one task"]),
        ("task since:2w", ["? task again"]),
        ("task band:meet", ["? task again"]),
        ("task band:exc", []),
        ("task cluster:c", ["two #C tasks"]),
        ("task who:nobody", []),
    ):
        assert texts(find(office, query)) == expected, query
    assert kinds(find(office, "cluster:A")) == {"people": 1}
    assert find(office, "who:").count == 0


def test_all_are_counted_and_the_best_two_hundred_kept(office: Office, person: str) -> None:
    note(office, person, *(f"line {number}" for number in range(230)))
    (group,) = find(office, "line").groups
    assert (group.count, len(group.hits), group.hits[0].text) == (230, 200, "line 0")
    assert find(office, " ").count == 0


def test_only_what_was_saved_since_is_read_again(
    office: Office, person: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    note(office, person, "first line")
    assert texts(find(office, "line")) == ["first line"]
    read: list[str] = []

    def watched(table: str, *rest: Any) -> Any:
        read.append(table)
        return entries(table, *rest)

    monkeypatch.setattr("coach_tui.services.search.entries", watched)
    assert texts(find(office, "first")) == ["first line"]
    assert read == []
    note(office.other_window(), person, "second line")
    assert texts(find(office, "line")) == ["second line", "first line"]
    assert read == ["notes"]
    assert office.desk.undo  # what undo takes out of the file is not found any more
    note(office, person, "third line")
    office.desk.undo.undo()
    assert texts(find(office, "third")) == []


def test_hostile_texts_and_damaged_documents(office: Office, person: str) -> None:
    long = "wide " * 30 + "[/b]needle"
    note(office, person, "[bold]needle[/bold]", long, "x")
    file = office.folder / "caseload.json"
    tables = json.loads(file.read_bytes())
    (good,) = tables["notes"].values()
    bad = {
        "2": {**good, "id": "b", "lines": "needle"},
        "3": {
            **good,
            "id": "c",
            "lines": [None, 3, {"text": 4}, {"text": "\x1b[2Jneedle\u202e", "tag": ["x"], "at": 9}],
        },
        "4": {**good, "id": "d", "coachee_id": "nobody"},
        "5": {**good, "id": "e", "coachee_id": 7, "created_at": "soon", "started_at": 3},
        "6": {"id": 8},
        "7": "needle",
    }
    tables["notes"].update(bad)
    tables["cycles"] = {
        "1": {"id": "k", "coachee_id": person, "goal": "needle", "gi": [], "number": "x"}
    }
    tables["todos"] = {
        "1": {"id": "t", "coachee_id": person, "text": "needle", "due": "x", "created_at": None}
    }
    file.write_text(json.dumps(tables))
    found = find(Office.at(office.folder), "needle")
    assert kinds(found) == {"steps": 1, "notes": 3}
    assert all(hit.text.isprintable() for group in found.groups for hit in group.hits)
    assert "\x1b" not in "".join(texts(found))

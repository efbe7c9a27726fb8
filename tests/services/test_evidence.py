"""What the records of a term say of the coach's own practice."""

import json
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from coach_tui.domain.coachee import Coachee
from coach_tui.domain.cycle import (
    ActionStep,
    CarryOver,
    Challenge,
    Citation,
    Cycle,
    Feedback,
    Goal,
    Observation,
)
from coach_tui.domain.evidence import Evidence
from coach_tui.domain.launch import Launch
from coach_tui.domain.note import Note, NoteLine
from coach_tui.domain.output import Output
from coach_tui.domain.records import Record
from coach_tui.domain.todo import Todo
from coach_tui.domain.visit import Visit
from coach_tui.errors import Refused
from coach_tui.ids import new_id
from tests.services.desks import NOW, SHELF, Office

TERM = "2026-27/1"
TODAY = NOW.date()


def base(on: date = TODAY) -> dict[str, Any]:
    """What a new record starts with."""
    moment = datetime.combine(on, NOW.timetz())
    return {"id": new_id(moment), "created_at": moment, "updated_at": moment}


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def met(person: str, days: int, session: int = 1, **fields: Any) -> Cycle:
    """A held cycle so many days ago."""
    return Cycle(
        **base(ago(days)),
        coachee_id=person,
        track="2026-27",
        number=session,
        session=session,
        held_on=ago(days),
        framework=SHELF.timeline().pin,
        **fields,
    )


def save(office: Office, *records: Record) -> None:
    office.desk.store.save(records)


def say(office: Office, rule: str, term: str = TERM) -> Evidence:
    """What one rule says."""
    (found,) = (one for one in office.desk.evidence.of_term(term) if one.rule == rule)
    return found


def numbers(office: Office, rule: str) -> tuple[int, int, int | None]:
    found = say(office, rule)
    return found.count, found.of, found.suggests


def test_with_no_records_there_is_nothing_to_count(office: Office) -> None:
    found = office.desk.evidence.of_term(TERM)
    assert len({one.rule for one in found}) == len(found) == 16
    for one in found:
        assert (one.count, one.of, one.suggests, one.behind) == (0, 0, None, ())
        assert (one.last, one.first.month) == (TODAY, 7)


def test_a_term_to_come_has_none_and_what_is_no_term_is_refused(office: Office) -> None:
    assert office.desk.evidence.of_term("2026-27/2") == ()
    for text in ("2026-27", "2026-27/3", "0000-01/1", "9999-00/2", "\x1b[31m", ""):
        with pytest.raises(Refused, match="is no term"):
            office.desk.evidence.of_term(text)


def test_follow_ups_count_by_their_meeting(office: Office) -> None:  # CC-31
    dana = office.add()
    first, second, third = met(dana, 30), met(dana, 16, 2), met(dana, 2, 3)
    count = met(dana, 1, 4).but(origin="count", number=None)  # a bare count is no meeting
    sent = [
        Output(**base(), coachee_id=dana, kind="follow_up", on=ago(1), cycle_id=third.id),
        Output(**base(), coachee_id=dana, kind="follow_up", on=ago(28), cycle_id=first.id),
        Output(**base(), coachee_id=dana, kind="follow_up", on=ago(8)),  # of no meeting
        Output(**base(), coachee_id=dana, kind="report", on=ago(8), cycle_id=second.id),
    ]
    save(office, first, second, third, count, *sent)
    found = say(office, "follow_ups")
    assert (found.element, found.count, found.of) == ("CC-31", 2, 3)
    assert found.told == "follow-ups sent after 2 of 3 meetings"
    assert [(one.on, one.words, one.counts, one.record_id) for one in found.behind] == [
        (ago(2), "session 3, follow-up sent Oct 28", True, third.id),
        (ago(16), "session 2, no follow-up recorded", False, second.id),
        (ago(30), "session 1, follow-up sent Oct 1", True, first.id),
    ]
    assert found.suggests is None


def test_a_meeting_of_another_term_counts_there(office: Office) -> None:
    dana = office.add()
    save(office, met(dana, 200), met(dana, 3, 2))
    assert say(office, "follow_ups").of == 1
    assert say(office, "follow_ups", "2025-26/2").of == 1
    assert say(office, "follow_ups", "2024-25/2").of == 0


def test_archived_people_count(office: Office) -> None:
    dana = office.add()
    save(office, met(dana, 3))
    person = office.desk.store.get(Coachee, dana)
    save(office, person.standing_as("archived"))
    assert say(office, "follow_ups").of == 1


def steps(person: str, *made: tuple[int | None, dict[str, Any]]) -> Iterable[Record]:
    """Steps, each agreed in a meeting of its own a week before the one after it."""
    for at, (due, fields) in enumerate(made):
        cycle = met(person, 7 * (len(made) - at), at + 1, action=ActionStep(text="frame first"))
        yield cycle
        yield Todo(
            **base(cycle.held_on),
            coachee_id=person,
            cycle_id=cycle.id,
            text="frame first",
            due=None if due is None else ago(due),
            **fields,
        )


def test_steps_with_an_owner_and_a_date(office: Office) -> None:  # CC-34
    dana = office.add()
    save(office, *steps(dana, (10, {}), (None, {})))
    own = Todo(**base(), coachee_id=dana, text="no step of a meeting")
    save(office, own)
    assert numbers(office, "owned_steps") == (1, 2, 1)
    assert say(office, "owned_steps").told == "an owner and a due date with 1 of 2 action steps"


def test_steps_that_all_have_a_date_suggest_developing(office: Office) -> None:  # CC-34
    save(office, *steps(office.add(), (10, {}), (-10, {})))
    assert numbers(office, "owned_steps") == (2, 2, 2)


def closed(words: str, **fields: Any) -> dict[str, Any]:
    return {"status": "partly", "closed_on": ago(1), "outcome": words, **fields}


def test_results_of_steps(office: Office) -> None:  # CC-34
    dana = office.add()
    save(
        office,
        *steps(
            dana,
            (10, closed("4 of 6 tables used it", lesson="Tue")),
            (9, closed("", lesson="Tue")),
            (8, closed("# only for me", lesson="Tue")),  # a private row says nothing
            (7, {}),  # due, and open
            (-7, {}),  # not due yet
        ),
    )
    assert numbers(office, "reported_steps") == (1, 4, None)
    told = say(office, "reported_steps").told
    assert told == "a result written for 1 of 4 action steps closed or due"


@pytest.mark.parametrize(
    ("fields", "due", "level"),
    [
        ({"lesson": "Tue"}, 10, 3),
        ({"practice": "rehearsed"}, 10, 3),
        ({}, 10, None),
        ({"coach_part": "bring cards"}, None, None),
    ],
)
def test_transforming_needs_date_plan_and_result(
    office: Office, fields: dict[str, Any], due: int | None, level: int | None
) -> None:  # CC-34
    save(office, *steps(office.add(), (due, closed("4 of 6", **fields))))
    assert numbers(office, "reported_steps") == (1, 1, level)


def test_goals_with_an_indicator(office: Office) -> None:  # CC-22
    dana = office.add()
    save(office, met(dana, 20, goal=Goal(text="22 of 24", indicator="exit slips")), met(dana, 9, 2))
    assert numbers(office, "indicators") == (1, 1, 2)
    save(office, met(dana, 2, 3, goal=Goal(text="all tables")))
    assert numbers(office, "indicators") == (1, 2, 1)


def test_written_reports(office: Office) -> None:  # CC-25
    dana, luis = office.add(), office.add("Arredondo, Luis")
    save(office, met(dana, 20), met(luis, 20), *(report(one, "year-end") for one in (dana, luis)))
    assert numbers(office, "reports") == (2, 2, 2)
    save(office, report(dana, "mid-year"))
    assert numbers(office, "reports") == (2, 2, 2)
    save(office, report(luis, "mid-year"))
    assert numbers(office, "reports") == (2, 2, 3)
    told = say(office, "reports").told
    assert told == "written reports for 2 of 2 people this school year, 2 mid-year and 2 year-end"


def report(person: str, what: str) -> Output:
    return Output(**base(), coachee_id=person, kind="report", on=ago(1), what=what)


def test_reports_for_some_suggest_nothing(office: Office) -> None:  # CC-25
    dana, luis = office.add(), office.add("Arredondo, Luis")
    save(office, met(dana, 20), met(luis, 20), report(dana, "mid-year"))
    found = say(office, "reports")
    assert (found.count, found.of, found.suggests) == (1, 2, None)
    assert found.told == "written reports for 1 of 2 people this school year, 1 mid-year"
    assert "mid-year report Oct 28" in [one.words for one in found.behind]


def note(person: str, days: int, *lines: str, cycle: str | None = None) -> Note:
    held = tuple(NoteLine(text=text, id=str(at)) for at, text in enumerate(lines))
    return Note(**base(ago(days)), coachee_id=person, cycle_id=cycle, lines=held)


def test_praise_that_cites_a_line(office: Office) -> None:  # CC-19
    dana = office.add()
    seen = note(dana, 9, "+ 11 of 12 pairs talking")
    cites = (Citation(field="praise", note_id=seen.id, text="11 of 12 pairs talking"),)
    other = (Citation(field="goal", note_id=seen.id, text="11 of 12 pairs talking"),)
    save(office, seen)
    save(office, met(dana, 9, feedback=Feedback(praise="11 of 12"), citations=cites))
    save(office, met(dana, 5, 2, feedback=Feedback(praise="good pace"), citations=other))
    save(office, met(dana, 2, 3))
    assert numbers(office, "cited_praise") == (1, 2, None)


def test_priority_groups(office: Office) -> None:  # CC-15
    dana = office.add(groups="EL")
    luis = office.add("Arredondo, Luis")
    seen, by_tag, private, without = (met(dana, 9 - at, at + 1) for at in range(4))
    seen = seen.but(observation=Observation(priority_groups="2 of 5 spoke"))
    save(office, seen, by_tag, private, without, met(luis, 3))
    save(
        office,
        note(dana, 8, "exit slip 17/24, 3 of 5 @EL", cycle=by_tag.id),
        note(dana, 7, "# ask about @EL", cycle=private.id),
    )
    assert numbers(office, "priority_groups") == (2, 4, None)


def test_notes_used_at_the_next_meeting(office: Office) -> None:  # CC-32
    dana = office.add()
    first, second, third, fourth = (met(dana, 40 - 10 * at, at + 1) for at in range(4))
    seen = note(dana, 40, "tables 4 to 6 silent", cycle=first.id)
    own = note(dana, 20, "table 5 spoke", cycle=third.id)
    second = second.but(carry_over=CarryOver(todo_id="x", answer="partly"))
    third = third.but(  # rests on its own visit only; asked, and not answered
        citations=(Citation(field="praise", note_id=own.id, text="table 5 spoke"),),
        carry_over=CarryOver(todo_id="y"),
    )
    fourth = fourth.but(
        citations=(Citation(field="goal", note_id=seen.id, text="tables 4 to 6 silent"),)
    )
    save(office, first, second, third, fourth, seen, own)
    found = say(office, "notes_used")
    assert (found.count, found.of, found.suggests) == (2, 3, None)
    assert [one.counts for one in found.behind] == [True, False, True]


def test_launches_before_the_first_meeting(office: Office) -> None:  # CC-36
    early, late, none = office.add("A, A"), office.add("B, B"), office.add("C, C")
    for person, held in ((early, 30), (late, 10)):
        save(office, Launch(**base(), coachee_id=person, track="2026-27", held_on=ago(held)))
    save(office, *(met(person, 20) for person in (early, late, none)), met(early, 5, 2))
    found = say(office, "launches")
    assert (found.count, found.of, found.suggests) == (1, 3, None)
    assert {one.words for one in found.behind} == {
        "first meeting; launch held Sep 29",
        "first meeting; launch held Oct 19",
        "first meeting; no launch held",
    }


def test_what_is_written_of_meetings(office: Office) -> None:
    dana = office.add()
    cycle = met(
        dana,
        20,
        feedback=Feedback(probes="What did the blanks share?", reflection="I talked too long"),
        goal=Goal(text="22 of 24"),
        action=ActionStep(text="frame first"),
        challenge=Challenge(root_cause="no sentence starters"),
    )
    later = met(dana, 6, 2, action=ActionStep(text="scan table 5"))
    save(office, cycle, later, note(dana, 6, "? who spoke", "# mine", cycle=later.id))
    assert numbers(office, "goals_in_force") == (2, 2, None)  # CC-21
    assert numbers(office, "root_causes") == (1, 2, 2)  # CC-35
    assert numbers(office, "probes") == (2, 2, None)  # CC-16
    assert numbers(office, "goals") == (1, 1, None)  # CC-37
    assert numbers(office, "reflections") == (1, 2, None)  # CC-39
    assert numbers(office, "observation_notes") == (1, 2, None)  # CC-18


def test_private_lines_are_no_notes_and_stand_nowhere(office: Office) -> None:
    dana = office.add(groups="EL")
    secret = "# worried about SECRET @EL"
    cycle = met(
        dana,
        6,
        feedback=Feedback(praise=secret, probes=secret, reflection=secret),
        goal=Goal(text=secret),
        action=ActionStep(text=secret),
    )
    save(office, cycle, note(dana, 6, secret, "#? mine", cycle=cycle.id))
    found = office.desk.evidence.of_term(TERM)
    assert all(one.count == 0 for one in found)
    assert "SECRET" not in repr(found)


def test_a_visit_without_a_cycle_and_an_ended_note_are_meetings(office: Office) -> None:  # CC-30
    dana = office.add()
    ended = note(dana, 27, "tables").but(
        started_at=NOW - timedelta(days=27), ended_at=NOW - timedelta(days=27)
    )
    visit = Visit(**base(), coachee_id=dana, on=ago(53), status="held")
    save(office, met(dana, 80), visit)
    assert numbers(office, "cadence") == (0, 1, 2)  # Sep 6 to Oct 29 is more than a month
    save(office, ended, Visit(**base(), coachee_id=dana, on=ago(60), status="cancelled"))
    assert numbers(office, "cadence") == (1, 1, 3)


def test_it_is_counted_anew_after_a_save_and_only_then(office: Office) -> None:
    dana = office.add()
    before = office.desk.evidence.of_term(TERM)
    assert office.desk.evidence.of_term(TERM) is before
    save(office, met(dana, 3))
    assert say(office, "follow_ups").of == 1
    office.wait(days=1)
    assert say(office, "follow_ups").last == TODAY + timedelta(days=1)


SPRING = "2026-27/2"


def test_a_file_changed_by_hand_is_read_as_far_as_it_goes(office: Office) -> None:
    dana = office.add()
    save(office, met(dana, 9), met(dana, 3, 2), note(dana, 3, "tables"))
    tables = json.loads(office.raw())
    strange: dict[str, dict[str, Any]] = {
        "cycles": {"held_on": 7, "citations": "x", "goal": [], "carry_over": 3, "coachee_id": dana},
        "notes": {"coachee_id": dana, "created_at": "soon", "lines": [1, {"text": 3}]},
        "visits": {"status": "held", "on": "2026-13-40", "coachee_id": 3},
        "outputs": {"kind": [], "on": None, "cycle_id": 4},
        "launches": {"track": "2026-27", "held_on": "x"},
        "coachees": {"status": 5, "priority_groups": 1},
        "todos": {"cycle_id": [], "outcome": 3},
    }
    for name, document in strange.items():
        tables.setdefault(name, {})["900"] = {"id": f"strange-{name}", "revision": 1, **document}
    (office.folder / "caseload.json").write_text(json.dumps(tables), "utf-8")
    assert numbers(office.other_window(), "follow_ups") == (0, 2, None)

"""The two sets of made-up people, and seeds that do not hold together."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import pytest

from coach_tui import ROOT
from coach_tui.clock import FrozenClock
from coach_tui.domain.caseload import Caseload, CoacheeFacts, caseload
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.cycle_form import CycleForm
from coach_tui.domain.launch import Launch
from coach_tui.domain.note import Note
from coach_tui.domain.records import Record
from coach_tui.domain.school_year import school_year
from coach_tui.domain.todo import Todo
from coach_tui.domain.track import SessionPoint, Track
from coach_tui.domain.visit import Visit
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.services.seed import Seeded, load_seed, records_from_seed

R = TypeVar("R", bound=Record)

DEMO = ROOT / "data" / "demo" / "people.json"
CIBOLA = Path(__file__).parents[1] / "cibola.json"
CLOCK = FrozenClock(datetime(2025, 3, 11, 15, 42, tzinfo=UTC))
TODAY = CLOCK.today()

EXPECTED = """\
!Abara, Chi 6 27 Approaching late 2d
 Bell, Marcus 2 4 Initiating Today 9:15
 Okafor, Dana 3 8 Approaching Today 10:30
 Castillo, Inés 9 46 Meeting Wed 12
 Dupree, Alan 1 0 None yet Wed 12
 Feng, Li 12 68 Exceeding Thu 13
 Hall, Priya 4 20 Meeting Thu 13
 Ito, Kenji 5 14 Approaching Fri 14
*Jansen, Ruth 7 35 Meeting Fri 14
 Kowalski, Ewa 3 5 Initiating Mon 17
 Nguyen, Thao 8 34 Approaching Tue 18
 Quist, Sam 4 9 Initiating Wed 19
 Zhang, Wei-Ming 10 48 Approaching Thu 20
 Price, Jo - to set
 Moreno, Luz 14 76 Exceeding done"""

EXPECTED_BANDS = {
    "Whitcomb, Dana": "6 27 Approaching",
    "Brooks-Salazar, Imani": "3 16 Meeting",
    "Arredondo, Luis": "4 10 Initiating",
    "Raman, Priya": "9 52 Exceeding",
    "Lindqvist, Keiko": "11 54 Approaching",
    "Teague, Marcus": "1 0 None yet",
    "Förster, Aaliyah": "14 75 Exceeding",
    "Castellanos, Owen": "2 9 Approaching",
    "Haddad, Noor": "12 60 Meeting",
    "Nwosu, Greta": "15 78 No benchmark",
    "Trần, Bea": "6 15 Initiating",
    "Vasquez-Hale, Tom": "-",
}


@cache
def seeded(path: Path) -> Seeded:
    return records_from_seed(load_seed(path), CLOCK, FrameworkShelf().timeline())


def of(kind: type[R], name: str = "", path: Path = DEMO) -> list[R]:
    """The records of a kind, of one person or of all."""
    owners = {r.id for r in seeded(path).records if isinstance(r, Coachee) and r.name == name}
    found = [record for record in seeded(path).records if isinstance(record, kind)]
    return [r for r in found if not name or {r.id, getattr(r, "coachee_id", "")} & owners]


def facts(person: Coachee, path: Path) -> CoacheeFacts:
    """What a store would tell of a person."""
    points = tuple(
        SessionPoint(c.session or 0, c.gi.total, c.cluster, c.held_on, c.id)
        for c in of(Cycle, person.name, path)
    )
    visits = [(v.on, v.at) for v in of(Visit, person.name, path) if v.status == "planned"]
    due = [todo.due for todo in of(Todo, person.name, path) if todo.is_open and todo.due]
    return CoacheeFacts(
        coachee_id=person.id,
        name=person.name,
        school=person.school,
        role=person.role,
        status=person.status,
        track=Track(person.id, school_year(TODAY), points),
        next_visit=min(visits, default=None),
        due=min(due, default=None),
    )


def listed(path: Path) -> Caseload:
    people = [facts(person, path) for person in of(Coachee, path=path)]
    drafts = frozenset(draft.coachee_id for draft in seeded(path).drafts)
    return caseload(people, FrameworkShelf().band_table(), TODAY, drafts)


def words(row: Any) -> str:
    at = row.standing
    return f"{row.session} {at.total} {at.word}" if at else "-"


def test_the_demo_is_listed_as_drawn() -> None:
    rows = listed(DEMO).rows
    marks = ["!" if row.days_late else "*" if row.draft else " " for row in rows]
    lines = [
        f"{mark}{row.name} {words(row)} {row.next_words(TODAY)}"
        for mark, row in zip(marks, rows, strict=True)
    ]
    assert "\n".join(lines) == EXPECTED
    assert (listed(DEMO).late, listed(DEMO).today_count) == (1, 2)


def test_the_twelve_of_the_journeys_stand_where_they_should() -> None:
    assert {row.name: words(row) for row in listed(CIBOLA).rows} == EXPECTED_BANDS
    assert listed(CIBOLA).late == 0


@pytest.mark.parametrize("path", [DEMO, CIBOLA], ids=["demo", "cibola"])
def test_ids_are_unique_and_ordered_in_time(path: Path) -> None:
    records = seeded(path).records
    assert len({record.id for record in records}) == len(records)
    by_id = sorted(records, key=lambda record: record.id)
    assert by_id == sorted(records, key=lambda record: record.created_at)
    assert all(record.created_at < CLOCK.now() for record in records)
    assert {record.revision for record in records} == {0}


@pytest.mark.parametrize("path", [DEMO, CIBOLA], ids=["demo", "cibola"])
def test_sessions_count_up_and_totals_never_fall(path: Path) -> None:
    for person in of(Coachee, path=path):
        cycles = of(Cycle, person.name, path)
        assert [cycle.session for cycle in cycles] == list(range(1, len(cycles) + 1))
        assert [cycle.number for cycle in cycles] == [cycle.session for cycle in cycles]
        for before, after in pairwise(cycles):
            assert (before.gi.total or 0) <= (after.gi.total or 0)
            assert before.held_on < after.held_on <= TODAY
            assert before.id < after.id
        assert {cycle.track for cycle in cycles} <= {school_year(TODAY)}
        assert {cycle.framework for cycle in cycles} <= {FrameworkShelf().timeline().pin}


@pytest.mark.parametrize("path", [DEMO, CIBOLA], ids=["demo", "cibola"])
def test_each_phase_uses_its_own_clusters_and_no_twice(path: Path) -> None:
    timeline = FrameworkShelf().timeline()
    for person in of(Coachee, path=path):
        cycles = [c for c in of(Cycle, person.name, path) if (c.session or 0) <= 14]
        for cycle in cycles:
            phase, cluster = timeline.phase_of(cycle.session or 0), timeline.cluster(cycle.cluster)
            assert phase
            assert cluster
            assert cluster.phase == phase.number
        assert max(Counter(cycle.cluster for cycle in cycles).values(), default=1) == 1


@pytest.mark.parametrize("path", [DEMO, CIBOLA], ids=["demo", "cibola"])
def test_the_first_sessions_follow_the_order_agreed_at_the_launch(path: Path) -> None:
    for launch in of(Launch, path=path):
        cycles = [c for c in of(Cycle, path=path) if c.coachee_id == launch.coachee_id]
        assert sorted(launch.order) == list("ABCD")
        assert [c.cluster for c in cycles[:4]] == list(launch.order[: len(cycles[:4])])
        assert launch.held_on
        assert launch.held_on < cycles[0].held_on
        assert launch.coach
        assert launch.coachee
        assert len(launch.aims) == 4


def test_only_price_and_tom_have_no_launch() -> None:
    for path, without in ((DEMO, "Price, Jo"), (CIBOLA, "Vasquez-Hale, Tom")):
        names = {person.name for person in of(Coachee, path=path)}
        assert {name for name in names if not of(Launch, name, path)} == {without}


def test_okafor_as_drawn() -> None:
    last = of(Cycle, "Okafor, Dana")[-1]
    assert last.goal.text.startswith("Exit tickets sorted the same day")
    (step,) = [todo for todo in of(Todo, "Okafor, Dana") if todo.is_open]
    assert (step.text, step.due) == ("Pre-write 3 sort piles", TODAY + timedelta(days=2))
    assert step.cycle_id == last.id
    assert (last.action.text, last.action.due) == (step.text, step.due)
    note = of(Note, "Okafor, Dana")[-1]
    assert note.created_at.date() == TODAY - timedelta(days=7)
    assert "+ waited 6s after Q3, four new voices answered" in [line.text for line in note.lines]
    assert note.lines[0].tag == "praise"
    used = [cycle.cluster for cycle in of(Cycle, "Okafor, Dana")]
    assert used == ["A", "B", "D"]


def test_feng_as_drawn() -> None:
    cycles = of(Cycle, "Feng, Li")
    assert [c.gi.total for c in cycles] == [6, 12, 19, 25, 31, 36, 42, 47, 52, 58, 63, 68]
    assert "".join(cycle.cluster or "" for cycle in cycles) == "CABDFEGHKIJL"
    assert len([todo for todo in of(Todo, "Feng, Li") if todo.is_open]) == 2


def test_every_held_track_ends_with_a_goal_and_most_with_a_step() -> None:
    for person in of(Coachee):
        for last in of(Cycle, person.name)[-1:]:
            assert last.goal.text
            assert last.action.text


def test_the_demo_draft_was_left_in_the_ordinary_way() -> None:
    (draft,) = seeded(DEMO).drafts
    (jansen,) = of(Coachee, "Jansen, Ruth")
    assert (draft.coachee_id, draft.key) == (jansen.id, f"cycle-{jansen.id}")
    assert draft.closed
    assert draft.saved_at < CLOCK.now()
    form = CycleForm(coachee_id=jansen.id, track="2024-25", number=8, session=8)
    taken = form.with_typed(draft.fields).typed()
    assert {name: taken[name] for name in draft.fields} == draft.fields
    assert draft.place in taken


def test_luis_was_visited_19_days_ago_on_a_14_day_plan() -> None:
    (luis,) = of(Coachee, "Arredondo, Luis", CIBOLA)
    (visit,) = of(Visit, luis.name, CIBOLA)
    assert (visit.status, (TODAY - visit.on).days, luis.ideal_days) == ("held", 19, 14)


def test_the_schools_of_the_journeys() -> None:
    assert {person.school for person in of(Coachee, path=CIBOLA)} == {
        "Juniper Flats Elementary",
        "Harlan Creek Middle",
        "Sotol Ridge High",
    }


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2025, 6, 30, 23, 59, tzinfo=UTC),
        datetime(2025, 7, 1, 0, 0, tzinfo=UTC),
        datetime(2024, 2, 29, 12, 0, tzinfo=UTC),
        datetime(2026, 3, 9, 4, 30, tzinfo=UTC),
    ],
)
def test_days_are_kept_fresh_on_any_day(moment: datetime) -> None:
    clock = FrozenClock(moment, ZoneInfo("America/Denver"))
    made = records_from_seed(load_seed(DEMO), clock, FrameworkShelf().timeline())
    today = clock.today()
    visits = [r.on for r in made.records if isinstance(r, Visit)]
    assert min(visits) == today
    assert max(visits) == today + timedelta(days=10)
    assert {r.track for r in made.records if isinstance(r, Cycle)} == {school_year(today)}
    notes = [clock.local(r.created_at).date() for r in made.records if isinstance(r, Note)]
    assert today - timedelta(days=7) in notes

"""Whatever is typed: nothing is lost, nothing but a sentence is raised, the file opens."""

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach_tui.domain.cycle import Cycle
from coach_tui.domain.cycle_form import CycleForm
from coach_tui.errors import CoachError
from coach_tui.services.cycle_reading import read_form
from tests.services.desks import SHELF, Office

QUICK = settings(deadline=None, suppress_health_check=list(HealthCheck))

CLUSTERS = [cluster.id for cluster in SHELF.timeline().clusters]
ENTRIES = st.integers(0, 80).map(str) | st.integers(0, 9).map(lambda n: f"+{n}") | st.text()
RECORDS = st.tuples(
    st.integers(0, 16),
    ENTRIES,
    st.none() | st.sampled_from(CLUSTERS) | st.text(max_size=2),
    st.sampled_from(["", "counted again"]) | st.text(max_size=9) | st.just("x" * 501),
)


@settings(QUICK, max_examples=80)
@given(calls=st.lists(RECORDS, min_size=1, max_size=12))
def test_any_records_in_any_order_keep_the_track_whole(calls: list[Any]) -> None:
    with TemporaryDirectory() as folder:
        office = Office.at(Path(folder))
        dana = office.add()
        expected: dict[int, list[int]] = {}
        for session, entry, cluster, reason in calls:
            before = office.raw()
            try:
                total = office.desk.growth.record(
                    dana, session, entry, cluster=cluster, reason=reason
                ).standing.total
            except CoachError:
                assert office.raw() == before
                continue
            kept = expected.setdefault(session, [])
            kept += [] if kept and kept[-1] == total else [total]
        check_track(office.other_window(), dana, expected)


def check_track(office: Office, person: str, expected: dict[int, list[int]]) -> None:
    """Each session is there once with its last total, and its history holds all before."""
    points = office.desk.growth.track(person).points
    assert {point.session: point.total for point in points} == {
        session: totals[-1] for session, totals in expected.items()
    }
    assert len(office.of(Cycle, person)) == len(points)
    for point in points:
        gi = office.stored(person, point.session).gi
        passed = [change.was for change in gi.history if change.was is not None]
        assert [*passed, gi.total] == expected[point.session]
    for low, high in pairwise(points):
        lower = (high.total or 0) < (low.total or 0)
        told = [office.stored(person, point.session).gi.history for point in (low, high) if lower]
        assert not lower or any(told)  # a fall along the track is told of somewhere


LETTERS = st.text(max_size=12) | st.text("\x1b\ud800\u202e\t\n [/]aé\u0308", max_size=12)
SENSIBLE = {
    "when": ["", "today", "10/12", "+400"],
    "at": ["", "8:40", "2pm"],
    "minutes": ["", "0", "22", "900"],
    "mode": ["in_person", "recorded", ""],
    "answer": ["", "done", "not_yet"],
    "cluster": ["", *CLUSTERS],
    "gi": ["", "0", "5", "+3"],
    "coach_gi": ["", "4"],
    "practice": ["", "rehearsed"],
    "owner": ["", "coach"],
    "due": ["", "thu", "+7"],
    "next_visit": ["", "thu 10:30"],
}
TYPED = st.fixed_dictionaries(
    {},
    optional={
        name: st.sampled_from(SENSIBLE[name]) if name in SENSIBLE else LETTERS
        for name, field in CycleForm.model_fields.items()
        if field.annotation is str and name != "coachee_id"
    }
    | {
        "prepared": st.lists(LETTERS, max_size=3).map(tuple),
        "ratings": st.dictionaries(
            st.sampled_from(["A1", "C1", "F1"]) | LETTERS,
            st.sampled_from(["in_place", "not_yet"]) | LETTERS,
            max_size=3,
        ),
    },
)
ODD = st.dictionaries(st.sampled_from([*SENSIBLE, "step", "lesson"]), LETTERS, max_size=1)
LONG = st.sampled_from(["praise", "lesson", "notes", "mode", "step", "gi_reason"])


@settings(QUICK, max_examples=150)
@given(typed=TYPED, odd=ODD, long=st.none() | LONG)
def test_any_form_is_read_and_is_saved_or_refused(
    typed: dict[str, Any], odd: dict[str, str], long: str | None
) -> None:
    with TemporaryDirectory() as folder:
        office = Office.at(Path(folder))
        dana = office.add()
        office.desk.cycles.save(office.form(dana, step="first", next_visit="+1"))
        fields = {**typed, **odd, **({long: "e\u0301\t" * 5_000} if long else {})}
        form = office.form(dana).but(**fields)
        context = office.desk.cycles.context(dana)
        assert read_form(form, context, office.clock.today()).held_on
        before = office.raw()
        try:
            saved = office.desk.cycles.save(form)
        except CoachError:
            assert office.raw() == before
        else:
            assert office.other_window().desk.store.get(Cycle, saved.cycle.id) == saved.cycle
        assert len(office.other_window().desk.caseload.today().rows) == 1


@settings(QUICK, max_examples=150)
@given(
    fields=st.dictionaries(
        st.sampled_from([*CycleForm.model_fields, "__slots__", "but"]) | st.text(max_size=5),
        st.recursive(
            st.none() | st.booleans() | st.integers() | LETTERS,
            lambda inner: st.lists(inner) | st.dictionaries(LETTERS, inner),
            max_leaves=4,
        ),
        max_size=6,
    )
)
def test_any_draft_is_taken_up(fields: dict[str, Any]) -> None:
    form = CycleForm(coachee_id="p", track="2026-27", number=1, session=1)
    taken = form.with_typed(fields)
    assert (taken.coachee_id, taken.number, taken.session) == ("p", 1, 1)
    assert taken.with_typed(taken.typed()) == taken

"""The order of the list, who is late, and the words for what comes next."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.domain.bands import Band
from coach_tui.domain.caseload import Caseload, CaseloadRow, CoacheeFacts, caseload
from coach_tui.domain.holidays import Holidays
from coach_tui.domain.plans import PlannedVisit, Rhythm
from coach_tui.domain.track import SessionPoint, Track
from tests.domain.shipped import bands

TODAY = date(2025, 3, 11)


def person(
    name: str,
    *,
    last: tuple[int, int | None] | None = None,
    visit: int | None = None,
    at: time | None = None,
    due: int | None = None,
    status: str = "active",
) -> CoacheeFacts:
    """A person with days counted from today."""
    points = (SessionPoint(last[0], last[1], None, TODAY, "c"),) if last else ()
    return CoacheeFacts(
        coachee_id=name,
        name=name,
        school="",
        role="",
        status=status,
        track=Track(name, "2024-25", points),
        next_visit=None if visit is None else (TODAY + timedelta(days=visit), at),
        due=None if due is None else TODAY + timedelta(days=due),
    )


def listed(*people: CoacheeFacts, drafts: frozenset[str] = frozenset()) -> Caseload:
    return caseload(list(people), bands(), TODAY, drafts)


def only(facts: CoacheeFacts) -> CaseloadRow:
    (row,) = listed(facts).rows
    return row


def test_late_first_then_by_visit_then_none_set_then_done() -> None:
    rows = listed(
        person("done", last=(14, 76)),
        person("to set"),
        person("in a week", visit=7),
        person("today late", visit=0, at=time(10, 30)),
        person("today early", visit=0, at=time(9, 15)),
        person("late 1", due=-1),
        person("late 5", visit=-5),
    ).rows
    assert [row.name for row in rows] == [
        "late 5", "late 1", "today early", "today late", "in a week", "to set", "done",
    ]  # fmt: skip


def test_on_one_day_a_visit_without_a_time_comes_last_and_names_settle_the_rest() -> None:
    rows = listed(
        person("b", visit=1), person("A", visit=1), person("z", visit=1, at=time(15))
    ).rows
    assert [row.name for row in rows] == ["z", "A", "b"]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (person("p", due=-2), "late 2d"),
        (person("p", visit=-3, due=-2), "late 3d"),
        (person("p", visit=0, at=time(9, 15)), "Today 9:15"),
        (person("p", visit=0), "Today"),
        (person("p", visit=1, at=time(9, 15)), "Wed 12"),
        (person("p", visit=30), "Apr 10"),
        (person("p"), "to set"),
        (person("p", last=(13, 70)), "to set"),
        (person("p", last=(14, 76)), "done"),
        (person("p", last=(15, 78)), "done"),
        (person("p", last=(14, 76), visit=2), "Thu 13"),
        (person("p", due=0), "to set"),
        (person("p", due=-9, status="leave"), "on leave"),
        (person("p", visit=3, status="leave"), "on leave"),
    ],
)
def test_what_comes_next(facts: CoacheeFacts, words: str) -> None:
    assert only(facts).next_words(TODAY) == words


def test_someone_on_leave_is_never_late() -> None:
    assert only(person("p", visit=-9, due=-9, status="leave")).days_late == 0


def test_archived_people_stand_apart_and_are_never_late() -> None:
    found = listed(person("p", visit=-9, status="archived"), person("q"))
    assert [row.name for row in found.rows] == ["q"]
    (away,) = found.archived
    assert (away.days_late, away.quiet, away.next_words(TODAY)) == (0, False, "archived")


def test_nothing_grows_late_on_a_holiday() -> None:
    off = Holidays(frozenset(TODAY - timedelta(days=n) for n in range(3)))
    people = [person("soon", visit=1), person("a", due=-2), person("b", visit=-3), person("c")]
    found = caseload(people, bands(), TODAY, holidays=off)
    assert [(row.name, row.days_late) for row in found.rows] == [
        ("b", 0), ("soon", 0), ("a", 0), ("c", 0),
    ]  # fmt: skip
    assert found.late == 0
    after = TODAY + timedelta(days=1)
    assert caseload([person("b", visit=-3)], bands(), after, holidays=off).rows[0].days_late == 1


def test_nobody_waits_for_a_visit_who_is_away_or_has_one_planned_or_is_done() -> None:
    rhythm = Rhythm(14, 21, TODAY - timedelta(days=20), TODAY)
    held = [
        person("waits"),
        person("planned", visit=3),
        person("done", last=(14, 76)),
        person("on leave", status="leave"),
    ]
    rows = listed(*(replace(facts, rhythm=rhythm) for facts in held)).rows
    assert {row.name: row.overdue for row in rows} == {
        "waits": 6, "planned": 0, "done": 0, "on leave": 0,
    }  # fmt: skip


def test_the_counts_of_the_day() -> None:
    found = listed(person("a", due=-1), person("b", visit=0), person("c", visit=0, due=-1))
    assert (found.late, found.today_count) == (2, 2)


def test_whoever_has_a_late_visit_too_is_counted_for_today() -> None:
    both = replace(person("p", visit=-4), visits=(PlannedVisit("v", TODAY),))
    found = listed(both)
    assert (found.late, found.today_count) == (1, 1)


def test_a_visit_that_only_holidays_followed_is_for_today() -> None:
    off = Holidays(frozenset(TODAY - timedelta(days=n) for n in range(3)))
    assert caseload([person("p", visit=-3)], bands(), TODAY, holidays=off).today_count == 1


def test_nobody_on_leave_is_counted_for_today() -> None:
    assert listed(person("p", visit=0, status="leave")).today_count == 0


def test_drafts_are_marked() -> None:
    rows = listed(person("a"), person("b"), drafts=frozenset({"b"})).rows
    assert [row.draft for row in rows] == [False, True]


def test_session_and_band_of_the_last_total() -> None:
    row = only(person("p", last=(3, 8)))
    assert (row.session, row.band, row.coachee_id) == (3, Band.APPROACHING, "p")


def test_a_session_without_a_total_has_no_standing() -> None:
    row = only(person("p", last=(3, None)))
    assert (row.session, row.standing, row.band) == (3, None, None)


def test_nobody_yet() -> None:
    row = only(person("p"))
    assert (row.session, row.standing, row.finished) == (None, None, False)
    assert listed().rows == ()


PEOPLE = st.builds(
    person,
    st.text("abcXYZ", min_size=1, max_size=4),
    last=st.none() | st.tuples(st.integers(1, 16), st.none() | st.integers(0, 90)),
    visit=st.none() | st.integers(-9, 30),
    at=st.none() | st.times(),
    due=st.none() | st.integers(-9, 30),
    status=st.sampled_from(["active", "leave", "archived"]),
)


@given(st.lists(PEOPLE, max_size=12))
def test_everyone_is_listed_once_in_whatever_order_they_came(people: list[CoacheeFacts]) -> None:
    shown = listed(*people).rows
    assert len(shown) == sum(1 for facts in people if facts.status != "archived")
    again = listed(*reversed(people)).rows
    assert [row.next_words(TODAY) for row in shown] == [row.next_words(TODAY) for row in again]
    lateness = [row.days_late for row in shown]
    assert lateness == sorted(lateness, reverse=True)

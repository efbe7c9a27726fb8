"""The agenda: groups, the two clocks, holidays and leave."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.domain.agenda import (
    GROUPS,
    Agenda,
    agenda,
    contact_words,
    due_count,
    gap_words,
    kept_in,
)
from coach_tui.domain.caseload import CaseloadRow, CoacheeFacts
from coach_tui.domain.holidays import Holidays, read_holidays
from coach_tui.domain.lateness import Lateness
from coach_tui.domain.plans import OpenTodo, PlannedVisit, Rhythm, moved
from coach_tui.domain.track import Track
from coach_tui.errors import Refused

TODAY = date(2025, 3, 11)
"""A Tuesday."""

NONE = Holidays()


def day(offset: int) -> date:
    """A day by its distance from today."""
    return TODAY + timedelta(days=offset)


def person(
    visits: tuple[int, ...] = (),
    todos: tuple[int | None, ...] = (),
    rhythm: Rhythm | None = None,
    status: str = "active",
    key: str = "p",
) -> CaseloadRow:
    """Somebody with visits and to-dos on days by their distance from today."""
    facts = CoacheeFacts(
        key,
        f"Whitcomb, {key}",
        "JFE",
        "Gr 3",
        status,
        Track(key, "2024-25"),
        visits=tuple(PlannedVisit(f"v{n}", day(n)) for n in visits),
        todos=tuple(OpenTodo(f"t{n}", f"step {n}", None if n is None else day(n)) for n in todos),
        rhythm=rhythm or Rhythm(14, 21, day(-7), day(-7)),
    )
    return CaseloadRow(facts, None, 0, draft=False, finished=False)


def made(*rows: CaseloadRow, holidays: Holidays = NONE) -> Agenda:
    """Their agenda of today."""
    return agenda(rows, TODAY, holidays)


def groups(found: Agenda) -> dict[str, list[str]]:
    """What stands in each group that holds something."""
    told = {group: [e.record_id or e.text for e in found.of(group)] for group in GROUPS}
    return {group: entries for group, entries in told.items() if entries}


def test_to_dos_and_visits_stand_by_their_day() -> None:
    found = made(person(visits=(-1, 0, 4, 7), todos=(-2, 0, 5, 6, None)))
    assert groups(found) == {
        "late": ["t-2", "v-1"],
        "today": ["v0", "t0"],
        "week": ["v4", "t5"],
        "later": ["t6", "v7", "tNone"],
    }
    assert found.due_count == 4


def test_the_oldest_late_one_is_the_first() -> None:
    found = made(person(todos=(-2,), key="a"), person(todos=(-9,), key="b"))
    assert [entry.row.coachee_id for entry in found.entries] == ["b", "a"]


def test_a_contact_resets_the_contact_clock_only() -> None:
    """Journey 5: 19 days since the last visit on a 14-day plan, a word in the hallway Friday."""
    rhythm = Rhythm(14, 21, day(-19), day(-3))
    (entry,) = made(person(rhythm=rhythm)).of("late")
    assert entry.text == "overdue 5 days · contact 3 d ago"
    assert (
        entry.reason == "19 days since the last visit, planned every 14; last contact 3 days ago."
    )


@pytest.mark.parametrize(
    ("since", "words"),
    [
        (14, ""),
        (15, "overdue 1 day · contact 15 d ago"),
        (21, "overdue 7 days · contact 21 d ago"),
        (22, "overdue 8 days, past the longest gap of 21 · contact 22 d ago"),
    ],
)
def test_ideal_and_longest_gap(since: int, words: str) -> None:
    found = made(person(rhythm=Rhythm(14, 21, day(-since), day(-since)))).of("late")
    assert "".join(entry.text for entry in found) == words


def test_a_gap_is_told_in_days_however_few_words_there_is_room_for() -> None:
    contact = contact_words(day(-3), Lateness(TODAY))
    assert gap_words(Rhythm(), 5, contact) == (
        "overdue 5 days · contact 3 d ago",
        "5 d overdue · contact 3 d ago",
        "5 d overdue",
    )
    assert gap_words(Rhythm(), 11, contact)[1:] == (
        "overdue 11 days, past the longest gap of 21",
        "11 d overdue, longest gap 21",
        "11 d overdue",
    )


def test_whoever_has_a_visit_planned_is_not_overdue_but_may_be_quiet() -> None:
    rhythm = Rhythm(14, 21, day(-25), day(-25))
    found = made(person(visits=(8,), rhythm=rhythm))
    assert groups(found) == {"later": ["v8"], "quiet": ["last contact"]}
    assert found.of("quiet")[0].reason == "no contact for 25 days; the longest gap is 21."


def test_a_visit_that_falls_due_this_week_is_told_before_it_is_late() -> None:
    assert groups(made(person(rhythm=Rhythm(14, 21, day(-12), day(-12))))) == {
        "week": ["visit due, none planned"]
    }
    assert groups(made(person(rhythm=Rhythm(14, 21, day(-2), day(-2))))) == {}


def test_somebody_new_with_nothing_planned_is_quiet() -> None:
    (entry,) = made(person(rhythm=Rhythm())).of("quiet")
    assert entry.reason == "no visit yet, none planned; no contact yet."


def test_leave_is_quiet_and_archived_people_are_absent() -> None:
    rhythm = Rhythm(14, 21, day(-60), day(-60))
    away = person(visits=(-3,), todos=(-5,), rhythm=rhythm, status="leave", key="a")
    gone = person(visits=(-3,), todos=(-5,), rhythm=rhythm, status="archived", key="b")
    found = made(away, gone)
    assert groups(found) == {"quiet": ["on leave"]}
    assert found.due_count == 0


def test_a_day_at_the_end_of_the_calendar_is_no_fault() -> None:
    found = made(person(rhythm=Rhythm(14, 21, date.max, date.max)))
    assert groups(found) == {}
    with pytest.raises(Refused, match="does not go that far"):
        moved(date.max, 1)


def test_holidays_count_for_nobody() -> None:
    spring = read_holidays(["2025-03-03..2025-03-07"])
    rhythm = Rhythm(14, 21, day(-19), day(-3))
    (entry,) = made(person(rhythm=rhythm), holidays=spring).entries
    assert (entry.group, entry.text) == ("today", "visit due, none planned")
    off = read_holidays(["2025-03-09..2025-03-14"])
    assert groups(made(person(todos=(-1,)), holidays=off)) == {"today": ["t-1"]}


@pytest.mark.parametrize(
    "text", ["spring", "2025-03-32", "2025-03-09..", "2025-03-09..2025-03-01", "2025-1-1..2027-1-1"]
)
def test_a_holiday_that_is_none_is_told(text: str) -> None:
    with pytest.raises(Refused, match="is no holiday"):
        read_holidays([text])


def test_what_was_ticked_stays_in_its_place_until_it_is_listed_again() -> None:
    before = made(person(todos=(-2, 0)))
    done = before.entries[0]
    ticked = kept_in(made(person(todos=(0,))), [done])
    assert [(entry.record_id, entry.done) for entry in ticked.entries] == [
        ("t-2", True),
        ("t0", False),
    ]
    assert kept_in(before, [done]) == before


def test_what_was_ticked_yesterday_does_not_keep_yesterdays_date() -> None:
    row = person(todos=(-2, 1))
    tomorrow = agenda([row], day(1), NONE)
    assert kept_in(tomorrow, made(row).entries).today == day(1)


OFFSETS = st.integers(-400, 400)


@given(
    st.lists(OFFSETS, max_size=3, unique=True),
    st.lists(st.none() | OFFSETS, max_size=3, unique=True),
    st.integers(1, 365),
    st.integers(0, 400),
    st.integers(0, 400),
    st.sampled_from(["active", "leave", "archived"]),
    st.lists(OFFSETS, max_size=20),
)
def test_every_entry_stands_once_and_leave_is_never_late(
    visits: list[int],
    todos: list[int | None],
    ideal: int,
    visit: int,
    contact: int,
    status: str,
    off: list[int],
) -> None:
    rhythm = Rhythm(ideal, ideal + 7, day(-visit), day(-min(visit, contact)))
    row = person(tuple(visits), tuple(todos), rhythm, status)
    days_off = Holidays(frozenset(map(day, off)))
    found = made(row, holidays=days_off)
    assert due_count([row], TODAY, days_off) == found.due_count
    keys = [entry.key for entry in found.entries]
    assert len(keys) == len(set(keys))
    assert sum(len(found.of(group)) for group in GROUPS) == len(found.entries)
    if status == "active":
        assert {f"v{n}" for n in visits} | {f"t{n}" for n in todos} <= {key for _, key in keys}
    else:
        assert found.of("late") == ()
    for entry in found.entries:
        if entry.day and entry.kind != "gap" and entry.day > TODAY:
            assert entry.group in ("week", "later")


@given(st.integers(0, 60), st.integers(1, 60), st.lists(st.integers(-10, 130), max_size=20))
def test_a_day_so_many_days_on_is_that_many_days_away(
    since: int, count: int, off: list[int]
) -> None:
    days_off = Holidays(frozenset(map(day, off)))
    there = days_off.days_on(day(-since), count)
    assert days_off.working_days(day(-since), there) == count
    assert there not in days_off.days


def test_days_that_were_not_counted_are_told_as_such() -> None:
    winter = read_holidays(["2025-02-20..2025-03-09"])
    rhythm = Rhythm(1, 21, day(-27), day(-16))
    visit, todo = made(
        person(rhythm=rhythm), person(todos=(-13,), key="q"), holidays=winter
    ).entries
    assert visit.reason == (
        "9 days without holidays since the last visit, planned every 1; last contact 16 days ago."
    )
    assert todo.reason == '"step -13" is 2 days late without holidays.'


def test_what_only_holidays_followed_is_told_so() -> None:
    off = read_holidays(["2025-03-01..2025-03-14"])
    found = made(person(visits=(-10,), todos=(-11,)), holidays=off)
    assert [entry.reason for entry in found.of("today")] == [
        '"step -11" was due on Feb 28; only holidays since.',
        "the visit of Mar 1; only holidays since.",
    ]

"""How often the coach met with each person (CC-30): gaps by calendar months, told and counted."""

from calendar import monthrange
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coach_tui.domain.evidence_rules.cadence import (
    Stretch,
    cadence,
    latest,
    months_on,
    stretch_of,
)
from coach_tui.domain.evidence_rules.log import Client, Log
from coach_tui.domain.holidays import Holidays

FIRST, LAST = date(2027, 1, 1), date(2027, 3, 31)
NONE = Holidays()


def spring(*clients: Client, holidays: Holidays = NONE, last: date = LAST) -> Log:
    return Log(
        FIRST,
        last,
        "2026-27",
        date(2026, 7, 1),
        {client.id: client for client in clients},
        holidays=holidays,
    )


def client(key: str, *days: str, status: str = "active") -> Client:
    """A person with meetings on days of the school year, as "3-14"."""
    held = tuple(map(day, days))
    return Client(key, status, days=held, since=held[0] if held else date.min)


def day(text: str) -> date:
    month, number = map(int, text.split("-"))
    return date(2027 if month < 7 else 2026, month, number)


MONTHLY = ("9-10", "1-20", "2-18", "3-17")


def test_levels_of_four_people() -> None:
    found = cadence(
        spring(
            client("a", *MONTHLY),
            client("b", *MONTHLY),
            client("c", "9-10", "2-3", "3-20"),  # Feb 3 to Mar 20 is more than a month
            client("d", "9-10", "3-20"),  # Jan 1 to Mar 20 is more than two
        )
    )
    assert (found.element, found.rule, found.count, found.of) == ("CC-30", "cadence", 2, 4)
    assert found.told == "met monthly with 2 of 4 people, every two months with 1, quarterly with 1"
    assert found.suggests == 1
    assert [one.coachee_id for one in found.behind if one.counts] == ["a", "b"]
    assert [one.on for one in found.behind] == sorted(
        (one.on for one in found.behind if one.on), reverse=True
    )


def test_monthly_with_all_suggests_the_highest() -> None:
    found = cadence(spring(client("a", *MONTHLY), client("b", *MONTHLY)))
    assert (found.count, found.of, found.suggests) == (2, 2, 3)
    assert found.told == "met monthly with 2 of 2 people"


def test_less_often_than_quarterly_suggests_nothing() -> None:
    late = spring(client("a", "9-10"), last=date(2027, 6, 30))
    found = cadence(late)
    assert (found.count, found.of, found.suggests) == (0, 1, None)
    assert found.told == "met monthly with 0 of 1 person, less often with 1"


def test_a_person_of_three_weeks_is_not_short_of_a_month() -> None:
    found = cadence(spring(client("a", *MONTHLY), client("new", "3-10")))
    assert (found.count, found.of, found.suggests) == (1, 1, 3)
    assert found.told == "met monthly with 1 of 1 person; 1 too new to tell"


def test_nobody_met_yet_is_counted_in_nothing() -> None:
    found = cadence(spring(client("never")))
    assert (found.count, found.of, found.suggests) == (0, 0, None)
    assert found.told == "nobody was coached for more than a month yet; 1 not begun"
    assert [one.words for one in found.behind] == ["no meeting this school year"]


def test_a_person_of_the_fall_who_is_not_met_in_spring_is_counted() -> None:
    found = cadence(spring(client("a", "11-3"), last=date(2027, 2, 10)))
    assert (found.count, found.of) == (0, 1)


def test_the_time_of_one_on_leave_ends_with_the_last_meeting() -> None:
    days = ("1-20", "2-18")
    for status in ("leave", "archived"):
        found = cadence(spring(client("a", *days, status=status)))
        assert found.told == "nobody was coached for more than a month yet; 1 too new to tell"
    found = cadence(spring(client("a", "9-10", *days, status="leave")))
    assert (found.count, found.of, found.suggests) == (1, 1, 3)
    assert cadence(spring(client("a", "9-10", status="archived"))).behind == ()


def test_who_was_met_only_after_the_period_is_not_in_it() -> None:
    later = client("later", "4-7")
    added = Client("added", since=date(2027, 4, 2))
    of_next_year = Client("next", days=(date(2027, 9, 2),), since=date(2027, 9, 2))
    found = cadence(spring(client("a", *MONTHLY), later, added, of_next_year))
    assert found.told == "met monthly with 1 of 1 person"
    assert [one.coachee_id for one in found.behind] == ["a"]


def test_who_is_back_in_a_later_year_had_no_meeting_in_this_one() -> None:
    back = Client("back", days=(date(2027, 9, 2),), since=date(2025, 9, 2))
    found = cadence(spring(client("a", *MONTHLY), back))
    assert found.told == "met monthly with 1 of 1 person; 1 not begun"


def test_the_first_meeting_starts_the_time() -> None:
    assert stretch_of(client("a", "2-8", "3-3"), FIRST, LAST) == Stretch(
        day("2-8"), LAST, (day("2-8"), day("3-3"))
    )


def test_a_month_is_one_of_the_calendar() -> None:
    assert months_on(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert months_on(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_on(date(2028, 1, 31), 1) == date(2028, 2, 29)
    gap = Stretch(date(2027, 1, 15), date(2027, 2, 15), ())
    assert gap.keeps(1, NONE)
    assert not Stretch(gap.start, gap.end + timedelta(days=1), ()).keeps(1, NONE)


def test_holidays_lengthen_a_stretch() -> None:
    off = Holidays(frozenset(date(2027, 2, number) for number in range(8, 13)))
    gap = Stretch(date(2027, 1, 15), date(2027, 2, 20), ())
    assert not gap.keeps(1, NONE)
    assert gap.keeps(1, off)
    assert not Stretch(gap.start, gap.end + timedelta(days=1), ()).keeps(1, off)


days = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@given(days, st.integers(1, 12))
def test_so_many_months_on_is_in_that_month(start: date, months: int) -> None:
    found = months_on(start, months)
    assert (found.year * 12 + found.month) - (start.year * 12 + start.month) == months
    assert found.day == min(start.day, monthrange(found.year, found.month)[1])


@st.composite
def stretches(draw: st.DrawFn) -> Stretch:
    start = draw(days)
    end = start + timedelta(days=draw(st.integers(0, 200)))
    inside = st.dates(start, end)
    return Stretch(start, end, tuple(sorted(draw(st.sets(inside, max_size=8)))))


@given(stretches())
def test_who_is_met_monthly_is_met_every_two_months_and_quarterly(stretch: Stretch) -> None:
    kept = [stretch.keeps(months, NONE) for months in (1, 2, 3)]
    assert kept == sorted(kept)
    assert stretch.rhythm(NONE) == sum(kept)


@given(stretches(), st.sets(days, max_size=20))
def test_one_more_meeting_and_one_more_holiday_never_lower_the_level(
    stretch: Stretch, off: set[date]
) -> None:
    level = stretch.rhythm(NONE)
    assert stretch.rhythm(Holidays(frozenset(off))) >= level
    middle = stretch.start + (stretch.end - stretch.start) / 2
    more = Stretch(stretch.start, stretch.end, tuple(sorted({*stretch.days, middle})))
    assert more.rhythm(NONE) >= level


@given(stretches())
def test_a_level_is_kept_just_where_every_gap_is_short_enough(stretch: Stretch) -> None:
    gaps = [(a, b) for a, b in stretch.gaps()]
    level = stretch.rhythm(NONE)
    months = {3: 1, 2: 2, 1: 3}
    for at, count in months.items():
        assert (level >= at) == all(b <= latest(a, count, NONE) for a, b in gaps)
    assert stretch.longest() in gaps
    assert sum((b - a for a, b in gaps), timedelta()) == stretch.end - stretch.start


@given(st.lists(stretches().map(lambda one: one.days), max_size=6))
def test_counts_add_up(all_days: list[tuple[date, ...]]) -> None:
    moved = [
        tuple(sorted({FIRST + timedelta(days=one.toordinal() % 90) for one in days_}))
        for days_ in all_days
    ]
    found = cadence(spring(*(Client(str(n), days=one) for n, one in enumerate(moved))))
    assert 0 <= found.count <= found.of <= len(all_days)
    assert len(found.behind) == len(all_days)
    assert found.count == sum(one.counts for one in found.behind)
    if found.suggests == 3:
        assert found.count == found.of > 0

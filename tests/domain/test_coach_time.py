"""Where a coach's time goes, read off the records (DLP-3D)."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from coach_tui.domain.coach_time import CoachTime, Records, TimeKind, coach_time
from coach_tui.domain.contact import Contact
from coach_tui.domain.cycle import Cycle, Observation
from coach_tui.domain.growth_entry import GrowthEntry
from coach_tui.domain.note import Note
from coach_tui.domain.records import FrameworkPin
from coach_tui.domain.visit import Visit

NOW = datetime(2026, 10, 29, 8, 40, tzinfo=UTC)
DAY = NOW.date()
PIN = FrameworkPin(id="e2l_timeline", version="1")


def base(key: str) -> dict[str, Any]:
    return {"id": key, "created_at": NOW, "updated_at": NOW}


def cycle(key: str, who: str, minutes: int | None, day: date = DAY, **more: Any) -> Cycle:
    seen = Observation(minutes=minutes)
    return Cycle(
        **base(key), coachee_id=who, track="2026-27", held_on=day, framework=PIN,
        observation=seen, **more,
    )  # fmt: skip


def timed(key: str, who: str, minutes: int, cycle_id: str | None = None) -> Note:
    end = NOW + timedelta(minutes=minutes)
    return Note(**base(key), coachee_id=who, cycle_id=cycle_id, started_at=NOW, ended_at=end)


def entry(key: str, kind: Any, minutes: int | None, **more: Any) -> GrowthEntry:
    return GrowthEntry(**base(key), kind=kind, on=DAY, text="x", minutes=minutes, **more)


def of(kept: Records, first: date = DAY, last: date = DAY) -> CoachTime:
    return coach_time(first, last, kept, lambda moment: moment.date())


def kinds(found: CoachTime) -> dict[str, tuple[int, int, int]]:
    return {kind.key: (kind.minutes, kind.count, kind.blank) for kind in found.kinds}


def test_each_kind_with_its_share() -> None:
    found = of(
        Records(
            cycles=(cycle("1", "dana", 20), cycle("2", "luis", None)),
            contacts=(Contact(**base("3"), coachee_id="dana", at=NOW, minutes=5, note_id="n"),),
            log=(
                entry("4", "pd", 30),
                entry("5", "network_used", 10),
                entry("6", "network_given", 10),
                entry("7", "work", 25, work="duties"),
                entry("8", "story", 99),
                entry("9", "goal", None),
            ),
        )
    )
    assert kinds(found) == {
        "visits": (20, 2, 1),
        "contacts": (5, 1, 0),
        "pd": (30, 1, 0),
        "network": (20, 2, 0),
        "work duties": (25, 1, 0),
    }
    assert found.coaching_words == "coaching 25 of 100 minutes, 25%"
    assert found.kinds[0].blank_words == "1 visit without minutes"
    assert found.share(30) == 30


def test_a_visit_counts_once() -> None:
    """A cycle's minutes, else its note's; a held visit only where there is neither."""
    kept = Records(
        cycles=(cycle("1", "dana", 20), cycle("2", "luis", None)),
        notes=(timed("3", "dana", 22, "1"), timed("4", "luis", 17, "2"), timed("5", "bea", 12)),
        visits=(
            Visit(**base("6"), coachee_id="dana", on=DAY, status="held"),
            Visit(**base("7"), coachee_id="bea", on=DAY, status="held"),
            Visit(**base("8"), coachee_id="tom", on=DAY, status="held"),
            Visit(**base("9"), coachee_id="noor", on=DAY, status="planned"),
        ),
    )
    assert kinds(of(kept)) == {"visits": (49, 4, 1)}


def test_a_cycle_and_a_note_that_is_not_linked_to_it_are_one_visit() -> None:
    """The longer of the two counts; a second note of the day is a second visit."""
    assert kinds(of(Records((cycle("1", "dana", 20),), (), (timed("2", "dana", 22),)))) == {
        "visits": (22, 1, 0)
    }
    kept = Records(
        cycles=(
            cycle("1", "dana", 20),
            cycle("2", "luis", None),
            cycle("3", "luis", 30),
            cycle("4", "bea", 10),
            cycle("5", "noor", 40, DAY - timedelta(days=1)),
        ),
        notes=(
            timed("6", "dana", 12),
            timed("7", "luis", 17),
            timed("8", "bea", 5),
            timed("9", "bea", 25),
            timed("10", "noor", 9),
        ),
    )
    found = of(kept)
    assert kinds(found) == {"visits": (20 + 17 + 30 + 10 + 25 + 9, 6, 0)}
    assert found.each == (9, 20, 35, 47)


def test_a_note_beside_one_that_is_linked_is_a_visit_of_its_own() -> None:
    notes = (timed("2", "dana", 22, "1"), timed("3", "dana", 8))
    assert kinds(of(Records((cycle("1", "dana", 20),), (), notes))) == {"visits": (28, 2, 0)}


def test_counts_totals_archived_entries_and_other_days_stay_out() -> None:
    kept = Records(
        cycles=(
            cycle("1", "dana", 20, origin="count"),
            cycle("2", "dana", 20, DAY - timedelta(days=1)),
        ),
        log=(entry("3", "pd", 30, archived_on=DAY),),
    )
    found = of(kept)
    assert found.kinds == ()
    assert found.coaching_words == "no minutes are recorded"
    assert found.spread_words == ""


def test_the_spread_names_nobody() -> None:
    two = of(Records(cycles=(cycle("1", "dana", 20), cycle("2", "luis", 95))))
    assert two.spread_words == "between 20 and 95 minutes with each of 2 people; nobody is named"
    assert of(Records(cycles=(cycle("1", "dana", 20),))).spread_words.startswith("20 minutes with")
    same = of(Records(cycles=(cycle("1", "dana", 20), cycle("2", "luis", 20))))
    assert same.spread_words == "20 minutes with each of 2 people; nobody is named"


@given(st.lists(st.integers(0, 10_000), max_size=8))
def test_shares_lie_within_a_hundred(minutes: list[int]) -> None:
    time = CoachTime(tuple(TimeKind("pd", each, 1, 0) for each in minutes))
    assert all(0 <= time.share(each) <= 100 for each in minutes)
    assert time.minutes == sum(minutes)

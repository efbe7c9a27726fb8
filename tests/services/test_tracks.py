"""A new school year: a track of its own, the total carried or not, the old ones as they were."""

import pytest

from coach_tui.domain.track_start import TrackStart
from coach_tui.errors import Refused
from tests.services.desks import Office


def begin(office: Office, person: str, *, carry: bool) -> None:
    """Begin the next year for one person."""
    plan = office.desk.tracks.plan(person)
    office.desk.tracks.begin([person], plan.year, carry=carry)


def test_a_year_that_came_by_itself_begins_at_0(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4", "A 11")
    office.wait(days=300)
    track = office.desk.profile.of(dana).track
    assert (track.year, track.points, track.carried) == ("2027-28", (), None)
    assert office.desk.tracks.plan(dana).year == "2027-28"


@pytest.mark.parametrize(("carry", "gain", "first"), [(True, 2, 13), (False, None, 2)])
def test_the_total_is_carried_or_begins_anew(
    office: Office, carry: bool, gain: int | None, first: int
) -> None:
    """E 7: the coach chooses; +2 adds to what was carried."""
    dana = office.launched()
    office.sessions(dana, "C 4", "A 11")
    begin(office, dana, carry=carry)
    assert office.desk.growth.record(dana, 1, "+2").standing.total == first
    track = office.desk.growth.track(dana)
    assert (track.year, track.next_session, track.gain(1)) == ("2027-28", 2, gain)


def test_a_carried_total_is_the_floor_of_session_1(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4", "A 11")
    begin(office, dana, carry=True)
    with pytest.raises(Refused, match="10 is lower than the 11 of the year before"):
        office.desk.growth.record(dana, 1, "10")
    assert office.desk.growth.record(dana, 1, "10", reason="counted anew").standing.total == 10


def test_the_old_track_stays_and_is_not_mixed_in(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4", "A 11")
    before = office.desk.growth.track(dana, "2026-27")
    begin(office, dana, carry=False)
    office.sessions(dana, "C 3")
    assert office.desk.growth.track(dana, "2026-27") == before
    assert [point.total for point in office.desk.growth.track(dana).points] == [3]
    assert office.desk.profile.of(dana).track.year == "2027-28"
    row = office.desk.caseload.today().rows[0]
    assert (row.facts.track.year, row.session, row.facts.track.carried) == ("2027-28", 1, None)


def test_the_cycle_counts_in_the_new_year_from_its_day_on(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4")
    office.wait(days=7)
    begin(office, dana, carry=True)
    assert office.desk.cycles.context(dana).track.year == "2027-28"
    before = office.clock.today().replace(day=1)
    assert office.desk.cycles.context(dana, before).track.year == "2026-27"
    assert office.desk.cycles.context(dana).last_total == 4
    saved = office.desk.cycles.save(office.form(dana, cluster="C", gi="5"))
    assert (saved.cycle.track, saved.cycle.session) == ("2027-28", 1)


def test_a_launch_of_the_new_year_is_its_own(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4")
    begin(office, dana, carry=False)
    profile = office.desk.profile.of(dana)
    assert profile.launch is None
    assert profile.launch_warning.startswith("No launch is recorded for 2027-28")


def test_all_at_once_is_one_save_and_skips_whoever_has_begun(office: Office) -> None:
    dana, luis, tom = office.launched(), office.add("Arredondo, Luis"), office.add("Vale, Tom")
    office.sessions(dana, "C 4", "A 11")
    office.sessions(luis, "9")
    begin(office, luis, carry=True)
    plan = office.desk.tracks.plan(dana)
    assert (set(plan.everyone), plan.begun, plan.total, plan.early) == ({dana, tom}, 1, 11, True)
    saved = office.desk.tracks.begin(plan.everyone, plan.year, carry=True)
    assert {(start.coachee_id, start.carried) for start in saved} == {(dana, 11), (tom, None)}
    assert {row.facts.track.year for row in office.desk.caseload.today().rows} == {"2027-28"}


def test_a_year_does_not_begin_twice_nor_two_years_ahead(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4")
    begin(office, dana, carry=False)
    with pytest.raises(Refused, match="has begun for Whitcomb, Dana and has no session yet"):
        office.desk.tracks.plan(dana)
    office.desk.growth.record(dana, 1, "3", cluster="C")
    with pytest.raises(Refused, match="2028-29 cannot begin before July 2027"):
        office.desk.tracks.plan(dana)


def test_another_window_that_began_it_first_is_told(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4")
    plan = office.desk.tracks.plan(dana)
    begin(office.other_window(), dana, carry=True)
    with pytest.raises(Refused, match="2027-28 has begun for Whitcomb, Dana meanwhile"):
        office.desk.tracks.begin([dana], plan.year, carry=False)
    assert len(office.of(TrackStart, dana)) == 1


def test_a_correction_of_the_year_before_says_what_the_new_one_counts_on_from(
    office: Office,
) -> None:
    dana = office.add()
    office.sessions(dana, "C 4", "A 9")
    office.desk.tracks.begin([dana], "2027-28", carry=True)
    told = "2027-28 still counts on from 9, carried over."
    corrections = office.desk.corrections
    form = corrections.open("cycle", office.stored(dana, 2, "2026-27").id)
    assert corrections.save(form.with_typed({"total": "7", "reason": "typo"})).warning == told
    form = corrections.open("cycle", office.stored(dana, 1, "2026-27").id)
    assert corrections.save(form.with_typed({"total": "5", "reason": "typo"})).warning == told
    again = office.desk.growth.record(dana, 2, "9", reason="it was 9", year="2026-27")
    assert again.warning == ""

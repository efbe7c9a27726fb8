"""GI totals: what may be recorded, and what a recorded total means (E2L-5, decisions 1 to 11)."""

import pytest

from coach_tui.domain.bands import Band
from coach_tui.domain.cycle import Cycle
from coach_tui.errors import Conflict, NotFound, ReasonNeeded, Refused
from coach_tui.services.growth import GrowthService
from tests.services.desks import SHELF, Office


def test_a_total_counts_from_session_1(office: Office) -> None:
    dana = office.add()
    first = office.desk.growth.record(dana, 1, "5", cluster="C")
    assert (first.before, first.standing.band) == (None, Band.MEETING)
    second = office.desk.growth.record(dana, 2, "9", cluster="A")
    assert (second.before, second.standing.band) == (5, Band.APPROACHING)
    assert office.desk.growth.track(dana).gain(2) == 4


def test_plus_adds_to_the_last_total_before(office: Office) -> None:
    dana = office.add()
    totals = [
        office.desk.growth.record(dana, session, entry).cycle.gi.total
        for session, entry in ((1, "+3"), (2, "+3"), (4, "+5"), (3, "+1"))
    ]
    assert totals == [3, 6, 11, 7]


def test_0_has_no_band_and_is_not_initiating(office: Office) -> None:
    standing = office.desk.growth.record(office.add(), 1, "0").standing
    assert (standing.band, standing.word, standing.more) == (None, "None yet", 1)


@pytest.mark.parametrize("blank", ["", "   ", "\t"])
def test_a_blank_is_not_0(office: Office, blank: str) -> None:
    dana = office.add()
    with pytest.raises(Refused, match="a blank is not 0"):
        office.desk.growth.record(dana, 1, blank)
    assert office.of(Cycle, dana) == []


@pytest.mark.parametrize("entry", ["x", "-3", "3.5", "1e3", "٣", "100001", "+" + "9" * 30])
def test_what_is_not_a_total_is_refused(office: Office, entry: str) -> None:
    dana = office.add()
    with pytest.raises(Refused):
        office.desk.growth.record(dana, 1, entry)
    assert office.of(Cycle, dana) == []


@pytest.mark.parametrize(
    ("session", "told"), [(0, "from 1"), (-1, "from 1"), (1000, "the highest is 999")]
)
def test_sessions_are_numbered_from_1_to_999(office: Office, session: int, told: str) -> None:
    with pytest.raises(Refused, match=f"There is no session {session}; .*{told}"):
        office.desk.growth.record(office.add(), session, "5")


def test_a_reason_that_nothing_asks_for_is_not_kept(office: Office) -> None:
    dana = office.add()
    office.sessions(dana, "C 8")
    first = office.desk.growth.record(dana, 2, "20", reason="was lower, a typo").cycle
    assert (first.gi.reason, first.gi.history, first.override) == ("", (), "")
    filled = office.desk.growth.record(dana, 2, "20", cluster="A", reason="in the order").cycle
    assert (filled.cluster, filled.override) == ("A", "")


def test_a_record_that_does_not_pass_its_checks_is_refused_in_words(office: Office) -> None:
    desk, broken = (
        office.desk,
        GrowthService(
            office.desk.store,
            SHELF,
            office.clock,
            lambda _: 7,  # type: ignore[arg-type,return-value]
        ),
    )
    with pytest.raises(Refused, match="This total cannot be saved; id: is not a text"):
        broken.record(office.add(), 1, "5")
    assert desk.caseload.today().rows[0].session is None


def test_nobody(office: Office) -> None:
    with pytest.raises(NotFound):
        office.desk.growth.record("nobody", 1, "5")
    assert not (office.folder / "caseload.json").exists()


def test_sessions_go_on_past_the_table_without_a_benchmark(office: Office) -> None:
    standing = office.desk.growth.record(office.add(), 15, "78", cluster="L").standing
    assert (standing.band, standing.word, standing.benchmarked) == (None, "No benchmark", False)
    assert standing.next_at is None


def test_the_irregular_sessions_stand_as_printed(office: Office) -> None:
    record, dana = office.desk.growth.record, office.add()
    words = [record(dana, 4, "10").standing.word, record(dana, 4, "11").standing.word]
    words += [record(dana, 6, "15").standing.word, record(dana, 6, "16").standing.word]
    assert words == ["Initiating", "Approaching"] * 2


def test_a_lower_total_needs_a_reason_and_both_are_kept(office: Office) -> None:
    dana = office.add()
    office.sessions(dana, "C 30", "A 35")
    with pytest.raises(ReasonNeeded, match="33 is lower than the 35"):
        office.desk.growth.record(dana, 2, "33", reason=" \u200b ")
    assert office.stored(dana, 2).gi.total == 35
    gi = office.desk.growth.record(dana, 2, "33", reason="two counted twice").cycle.gi
    assert (gi.total, gi.reason) == (33, "two counted twice")
    (change,) = gi.history
    assert (change.was, change.now, change.reason) == (35, 33, "two counted twice")
    assert office.stored(dana, 2).gi == gi


def test_a_correction_upwards_keeps_its_history_too(office: Office) -> None:
    dana = office.add()
    office.sessions(dana, "C 5")
    office.desk.growth.record(dana, 1, "7")
    gi = office.desk.growth.record(dana, 1, "8", reason="one forgotten").cycle.gi
    told = [(change.was, change.now, change.reason) for change in gi.history]
    assert told == [(5, 7, ""), (7, 8, "one forgotten")]


def test_the_reason_of_a_lower_first_total_outlives_its_correction(office: Office) -> None:
    dana = office.add()
    office.sessions(dana, "C 12")
    office.desk.growth.record(dana, 2, "9", reason="assessed anew")
    gi = office.desk.growth.record(dana, 2, "13").cycle.gi
    assert (gi.reason, [c.reason for c in gi.history]) == ("", ["assessed anew", ""])


def test_a_session_filled_in_later_fits_between_its_neighbours(office: Office) -> None:
    dana, record = office.add(), office.desk.growth.record
    office.sessions(dana, "C 5")
    record(dana, 3, "15", cluster="A")
    for total in ("4", "16"):
        with pytest.raises(ReasonNeeded):
            record(dana, 2, total)
    assert record(dana, 2, "16", reason="from the paper log").cycle.gi.total == 16
    assert record(dana, 2, "11", reason="read again").cycle.gi.total == 11
    assert [point.total for point in office.desk.growth.track(dana).points] == [5, 11, 15]


def test_the_framework_is_pinned(office: Office) -> None:
    timeline = SHELF.timeline()
    cycle = office.desk.growth.record(office.add(), 1, "5").cycle
    assert cycle.framework == timeline.pin
    assert (cycle.origin, cycle.number, cycle.held_on) == ("count", None, office.clock.today())
    assert office.desk.growth.timeline is timeline


def test_a_reason_too_long_is_refused_in_a_sentence(office: Office) -> None:
    dana = office.add()
    office.sessions(dana, "C 5")
    with pytest.raises(Refused, match="The reason has 501 characters; the most is 500"):
        office.desk.growth.record(dana, 1, "4", reason="x" * 501)
    assert office.stored(dana, 1).gi.total == 5
    assert office.desk.growth.record(dana, 1, "4", reason="x" * 500).cycle.gi.total == 4


def test_a_reason_is_cleaned(office: Office) -> None:
    dana = office.add()
    office.sessions(dana, "C 5")
    cycle = office.desk.growth.record(dana, 1, "4", reason="\x1b[2J one\ntwo\u202e ").cycle
    assert cycle.gi.reason == "[2J one two"


def test_the_same_total_again_writes_nothing(office: Office) -> None:
    dana = office.add()
    office.sessions(dana, "C 5")
    before = office.raw()
    office.wait(hours=1)
    again = office.desk.growth.record(dana, 1, "5", cluster="C", reason="to be sure")
    assert (again.cycle.revision, again.cycle.gi.history) == (1, ())
    assert office.raw() == before
    assert office.desk.growth.record(dana, 1, "5", cluster="D").cycle.revision == 2


def test_tracks_of_other_people_and_years_are_apart(office: Office) -> None:
    dana, luis = office.add(), office.add("Arredondo, Luis")
    office.sessions(dana, "C 20", "A 30")
    old = office.desk.growth.record(dana, 1, "3", cluster="C", year="2025-26")
    assert (old.before, old.cycle.track) == (None, "2025-26")
    assert office.desk.growth.record(luis, 2, "2", cluster="C").before is None
    assert office.desk.growth.track(dana).next_session == 3
    assert office.desk.growth.track(dana, "2025-26").next_session == 2
    assert office.desk.growth.track(luis).points[0].total == 2
    office.wait(days=300)
    assert office.desk.growth.year("") == "2027-28"
    assert office.desk.growth.record(dana, 1, "1", cluster="C").warning == ""


def test_a_session_that_another_window_corrected_is_a_conflict(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    dana = office.add()
    office.sessions(dana, "C 5")
    stale = office.stored(dana, 1)
    office.other_window().desk.growth.record(dana, 1, "7")
    monkeypatch.setattr(office.desk.growth, "_with_total", lambda *_: stale.but(cluster="D"))
    with pytest.raises(Conflict):
        office.desk.growth.record(dana, 1, "8")
    assert office.stored(dana, 1).gi.total == 7

"""What the records of a term say of people and meetings at its borders."""

from datetime import UTC, date, datetime

from coach_tui.domain.cycle import Cycle
from coach_tui.domain.launch import Launch
from coach_tui.domain.visit import Visit
from tests.services.desks import Office
from tests.services.test_evidence import (
    SPRING,
    TERM,
    TODAY,
    ago,
    base,
    closed,
    met,
    numbers,
    save,
    say,
    steps,
)

SPRING_BEFORE = "2025-26/2"
JUNE = date(2026, 6, 10)


def on(day: date, person: str, track: str = "2026-27", session: int = 1) -> Cycle:
    """A meeting held on a day, of a track."""
    return met(person, (TODAY - day).days, session).but(track=track)


def launch(person: str, held_on: date) -> Launch:
    return Launch(**base(held_on), coachee_id=person, track="2026-27", held_on=held_on)


def test_who_is_first_met_after_a_term_is_not_in_it(office: Office) -> None:  # CC-30
    dana, luis, bea = office.add(), office.add("Arredondo, Luis"), office.add("Cole, Bea")
    save(office, met(dana, 50), met(dana, 20, 2))
    office.clock.moment = datetime(2027, 2, 20, 15, 0, tzinfo=UTC)
    save(office, on(date(2027, 2, 3), luis))
    save(office, launch(bea, date(2027, 2, 4)))
    office.add("Teague, Tom")  # added in spring, and never met
    found = say(office, "cadence")
    assert found.told == "met monthly with 0 of 1 person, quarterly with 1"
    assert [one.coachee_id for one in found.behind] == [dana]
    assert say(office, "cadence", SPRING).told.endswith("; 2 too new to tell; 1 not begun")


def test_who_joined_later_is_not_in_a_year_before(office: Office) -> None:  # CC-30
    dana, luis = office.add(), office.add("Arredondo, Luis")
    office.add("Teague, Tom")
    save(office, on(date(2026, 3, 3), dana, "2025-26"), on(date(2026, 9, 3), luis))
    found = say(office, "cadence", SPRING_BEFORE)
    assert [one.coachee_id for one in found.behind] == [dana]
    assert "not begun" not in found.told
    assert say(office, "cadence").told.endswith("; 2 not begun")  # not met this year: Dana, Tom


def test_who_was_known_and_not_met_all_year_stays_in_it(office: Office) -> None:  # CC-30
    dana = office.add()
    save(office, Visit(**base(), coachee_id=dana, on=date(2025, 5, 6), status="held"))
    save(office, on(date(2026, 9, 3), dana))
    assert say(office, "cadence", SPRING_BEFORE).told.endswith("; 1 not begun")


def test_the_launch_is_a_meeting_of_its_own_day(office: Office) -> None:  # CC-30
    dana, luis = office.add(), office.add("Arredondo, Luis")
    save(office, launch(dana, ago(50)), met(dana, 21))
    save(office, launch(luis, JUNE), met(luis, 21))  # the summer between is nobody's gap
    found = say(office, "cadence")
    assert found.told == "met monthly with 1 of 1 person; 1 too new to tell"
    assert [one.coachee_id for one in say(office, "cadence", SPRING_BEFORE).behind] == [luis]


def test_a_track_begun_in_june_counts_in_that_term(office: Office) -> None:  # CC-36
    dana, luis = office.add(), office.add("Arredondo, Luis")
    save(office, launch(dana, JUNE), on(JUNE, dana), on(date(2026, 9, 3), dana, session=2))
    save(office, on(JUNE, luis), on(date(2026, 9, 3), luis, session=2))
    found = say(office, "launches", SPRING_BEFORE)
    assert found.told == "the launch held before 1 of 2 first meetings"
    assert {one.words for one in found.behind} == {
        "first meeting; launch held Jun 10",
        "first meeting; no launch held",
    }
    assert numbers(office, "launches") == (0, 0, None)
    assert say(office, "launches", TERM).behind == ()


def test_the_first_meeting_of_each_track_counts_where_it_was_held(office: Office) -> None:  # CC-36
    dana = office.add()
    save(office, on(date(2026, 3, 3), dana, "2025-26"), launch(dana, JUNE))
    save(office, on(date(2026, 9, 3), dana))
    assert say(office, "launches", SPRING_BEFORE).count == 0
    assert numbers(office, "launches") == (1, 1, None)


def test_results_of_some_steps_suggest_nothing_while_others_lack_a_date(
    office: Office,
) -> None:  # CC-34
    dana = office.add()
    whole = (10, closed("4 of 6", lesson="Tue"))
    save(office, *steps(dana, whole, (None, {"lesson": "Wed"})))
    assert numbers(office, "reported_steps") == (1, 1, None)
    assert numbers(office, "owned_steps") == (1, 2, 1)


def test_results_of_some_steps_suggest_nothing_while_others_lack_a_plan(
    office: Office,
) -> None:  # CC-34
    dana, luis = office.add(), office.add("Arredondo, Luis")
    whole = (10, closed("4 of 6", lesson="Tue"))
    save(office, *steps(dana, whole, (-10, {"lesson": "Wed"})))  # not due yet
    assert numbers(office, "reported_steps") == (1, 1, 3)
    save(office, *steps(luis, (-10, {})))
    assert numbers(office, "reported_steps") == (1, 1, None)

"""Beginning a new school year from the list."""

from coach_tui.domain.track_start import TrackStart
from coach_tui.services.desk import Desk
from tests.screens.kit import Coach, Files, opened


async def ask(coach: Coach) -> None:
    """Open the box for the person the list stands on."""
    await coach.press("colon")
    await coach.write("new-year")
    await coach.press("enter")


async def test_one_person_begins_anew_and_the_others_do_not(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "j")
        await ask(coach)
        assert "New school year 2025-26" in coach.drawn()
        assert "(x) Okafor, Dana" in coach.drawn()
        await coach.press("enter")
        told = "2025-26 has begun for Okafor, Dana: session 1, totals from 0."
        assert coach.message.startswith(told)
        okafor = next(row for row in coach.rows() if row[1:].startswith("Okafor, Dana"))
        abara = next(row for row in coach.rows() if row[1:].startswith("Abara, Chi"))
        assert "new" in okafor[:50]
        assert "27" in abara[:50]
    starts = files.records(TrackStart, "Okafor")
    assert [(start.track, start.carried) for start in starts] == [("2025-26", None)]
    assert files.records(TrackStart, "Abara") == ()


async def test_everyone_at_once_with_the_totals_carried(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await ask(coach)
        await coach.press("p", "c")
        assert "(x) everyone: 15 people" in coach.drawn()
        assert "(x) totals are carried over: each one's last total" in coach.drawn()
        await coach.press("enter")
        assert "2025-26 has begun for 15 people: session 1, totals carried over." in coach.message
    assert [start.carried for start in files.records(TrackStart, "Okafor")] == [8]
    assert [start.carried for start in files.records(TrackStart, "Price")] == [None]


async def test_the_box_fits_and_closes_without_a_trace(demo: Desk, files: Files) -> None:
    for size in ((60, 18), (80, 24), (120, 40)):
        async with opened(demo, size) as coach:
            await ask(coach)
            assert "u undoes it." in coach.drawn()
            assert "Esc close" in coach.drawn()
            assert "Enter begin  p this person or all  c carry or 0" in coach.drawn()
            await coach.press("escape")
            assert "New school year" not in coach.drawn()
    assert files.records(TrackStart, "Abara") == ()

"""Row 23 with long names, in every window: what matters is read, and a cut has a mark."""

import pytest

from coach_tui.services.desk import Desk
from tests.screens.kit import SIZE, Coach, Files, opened

SMALL = (60, 18)
LONG = "Okafor-Featherstonehaugh-Witherspoon"
BRIEF = "Okafor-Featherstonehaug~"


@pytest.fixture
def long_name(filled: Files) -> Desk:
    """The demo, in which two people have names of more than 40 letters."""
    for family in ("Okafor", "Moreno"):
        person = filled.person(family)
        person = person.but(family=LONG.replace("Okafor", family), given="Anastasia")
        filled.desk().store.save([person])
    return filled.desk(demo=True)


async def new_year(coach: Coach) -> None:
    """Begin one for the person the list stands on."""
    await coach.press(":")
    await coach.write("new-year\n")
    await coach.press("enter")


@pytest.mark.parametrize("size", [SIZE, SMALL])
async def test_archived_and_back(long_name: Desk, size: tuple[int, int]) -> None:
    async with opened(long_name, size) as coach:
        await coach.press("j", "j", "d")
        assert coach.message.startswith(f"Archived {BRIEF}; u undoes it. ")
        assert ("/archived lists them." in coach.message) == (size == SIZE)
        await coach.press("u")
        assert coach.message.startswith(f"Undid: {BRIEF} archived.")
        await coach.press("U")
        assert coach.message.startswith(f"Made again: {BRIEF} archived.")


@pytest.mark.parametrize("size", [SIZE, SMALL])
async def test_a_year_that_has_begun(long_name: Desk, size: tuple[int, int]) -> None:
    async with opened(long_name, size) as coach:
        await coach.press("j", "j")
        await new_year(coach)
        assert coach.message.startswith(f"2025-26 has begun for {BRIEF}.")
        await coach.press("u")
        assert coach.message.startswith("Undid: the start of 2025-26 for Okafor-")
        await coach.press("j")
        await new_year(coach)
        told = "2025-26 has begun for Castillo, Inés"
        more = ": session 1, totals from 0." if size == SIZE else ". Saved 10:42."
        assert coach.message.startswith(told + more)


@pytest.mark.parametrize("size", [SIZE, SMALL])
async def test_a_session_past_the_table_and_its_warning(
    long_name: Desk, size: tuple[int, int]
) -> None:
    async with opened(long_name, size) as coach:
        await coach.press("G", "i", "9", "0", "enter")
        assert coach.message.startswith("Moreno-Featherstonehaug~: session 15, 90 GIs, No ")
        assert ("No benchmark." in coach.message) == (size == SIZE)
        await coach.press("u", "i", "9", "0", "m", "enter")
        assert coach.message.startswith("Session 15 saved. Cluster M was also the focus of ")
        assert ("of session 14." in coach.message) == (size == SIZE)


@pytest.mark.parametrize("size", [SIZE, SMALL])
async def test_a_to_do_with_many_words(long_name: Desk, size: tuple[int, int]) -> None:
    async with opened(long_name, size) as coach:
        await coach.press("j", "j", "t")
        await coach.write("A to-do of many words that goes on for a while")
        await coach.press("ctrl+s")
        assert coach.message.startswith(f"{BRIEF}: to-do noted, no ")
        await coach.press("u")
        assert coach.message.startswith("Undid: to-do: A to-do of many words that ~")
        assert (f"({BRIEF})." in coach.message) == (size == SIZE)


@pytest.mark.parametrize("size", [SIZE, SMALL])
async def test_a_visit_on_a_day_that_is_none(demo: Desk, size: tuple[int, int]) -> None:
    async with opened(demo, size) as coach:
        await coach.press("j", "j", "S")
        await coach.write("zzz")
        await coach.press("ctrl+s")
        assert coach.message == "Not saved. 'zzz' is not a date; type thu, +7 or 3/20."


async def test_a_hidden_name_is_not_told_in_part(long_name: Desk) -> None:
    async with opened(long_name) as coach:
        await coach.press("H", "j", "j")
        await new_year(coach)
        assert coach.message.startswith("2025-26 has begun for Somebody")
        await coach.press("t")
        await coach.write("Ask")
        await coach.press("ctrl+s")
        assert coach.message.startswith("Somebody: to-do noted")
        await coach.press("u")
        assert "Okafor" not in coach.message


async def test_letters_without_room_in_row_23_stand_below_it(demo: Desk) -> None:
    async with opened(demo, SMALL) as coach:
        await coach.press("f")
        assert coach.message == "a all l late t today o overdue q quiet d draft v leave"
        assert coach.rows()[-1].strip() == "x archived  Esc close"
        await coach.press("escape")
        assert "? help" in coach.rows()[-1]
        await coach.press("o")
        assert coach.message == "n next visit  a name  s school  c last contact  e session"
        assert coach.rows()[-1].strip() == "b band  Esc close"
        await coach.press("b")
        assert coach.message.startswith("By band.")

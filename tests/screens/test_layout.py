"""Every screen at every size, with and without colours: nothing is cut without a mark."""

import re

import pytest

from coach_tui.app import AppOptions
from coach_tui.services.desk import Desk
from tests.screens.kit import Coach, opened
from tests.screens.tour import tour

SIZES = ((60, 18), (80, 24), (110, 31))

_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")
"""Words of letters alone; a number may be any."""

_EDGES = re.compile(r"[│┌┐└┘├┤─|+■·●○►▒░]+")
"""What is drawn between columns; in their stead stands a blank."""


def words(coach: Coach) -> set[str]:
    """The words on the screen, those left out that end in a mark for what is cut."""
    found = set()
    for row in shown(coach):
        for part in _EDGES.sub(" ", row).split():
            if "~" not in part:
                found.update(_WORD.findall(part))
    return found


def shown(coach: Coach) -> list[str]:
    """The rows above the key bar; of a box over another screen, what is in the box."""
    box = coach.app.screen.query_one_optional(".dialog")
    if box is None:
        return coach.rows()[:-1]
    at = box.region
    return [row[at.x : at.right] for row in coach.rows()[at.y : at.bottom]]


async def everything(demo: Desk) -> dict[str, set[str]]:
    """The words of each stop where there is room for all."""
    found = {}
    async with opened(demo, (200, 60)) as coach:
        async for place in tour(coach):
            found[place] = words(coach)
    return found


@pytest.fixture(scope="module")
def spoken() -> dict[str, set[str]]:
    """Filled by the first test, so that the tour at the largest size is made once."""
    return {}


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
async def test_no_word_is_cut_without_a_mark(
    demo: Desk, size: tuple[int, int], spoken: dict[str, set[str]]
) -> None:
    """A word at a small size is a whole word of the same screen at the largest."""
    if not spoken:
        spoken.update(await everything(demo))
    known = set().union(*spoken.values()) | OURS
    async with opened(demo, size) as coach:
        async for place in tour(coach):
            assert (place, words(coach) - known) == (place, set())


OURS = {"Appr", "Meet", "Exc", "Init", "Total", "GIs"}
"""Short forms that only a narrow screen has."""


TOLD = {
    "caseload": ("Appr late 2d", "Init Today", "none", "!Abara"),
    "profile": ("8 GIs, Approaching", "[Growth]"),
    "sessions": ("Approaching", "[Sessions]"),
    "to-dos": ("[x]", "[ ]", "[To-dos 1]"),
    "agenda": ("Late 1", "! [ ]", "2 days late", "[Agenda 3]"),
    "prep": ("due Thu 13", "Approaching"),
    "gi box": ("Approaching", "9 more to Meeting"),
    "goal": ("Cluster",),
    "search": ("[all]", "Goals 1"),
    "review": ("step 5 of 5",),
    "new year": ("(x)",),
    "standards": ("now and then",),
    "growth entry": ("(x) for sharing",),
    "tags": ("[ ]",),
}
"""What a screen says in words, so that no colour is needed for it."""


async def test_no_screen_needs_colours(demo: Desk) -> None:
    async with opened(demo, options=AppOptions(colors="none")) as coach:
        async for place in tour(coach):
            for told in TOLD.get(place, ()):
                assert told in coach.drawn(), place


async def test_a_live_resize_keeps_the_filter_the_tab_and_the_cursor(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("slash", *"lincoln", "enter", "j")
        for size in ((60, 18), (200, 60), (80, 24)):
            await coach.pilot.resize_terminal(*size)
            await coach.settle()
            assert "5 of 15: lincoln" in coach.drawn()
            assert coach.message.startswith("Okafor")
        await coach.press("enter", "right_square_bracket", "j")
        for size in ((60, 18), (200, 60), (80, 24)):
            await coach.pilot.resize_terminal(*size)
            await coach.settle()
            assert "[Sessions]" in coach.drawn()
            assert coach.message.startswith("Session 2")

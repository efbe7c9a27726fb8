"""Terminals without letters beyond ASCII, and without colours."""

from rich.color import Color

from coach_tui.app import AppOptions
from coach_tui.services.desk import Desk
from tests.screens.kit import Coach, Files, opened
from tests.screens.tour import tour


def check_ascii(coach: Coach, place: str) -> None:
    """Nothing above ~ is drawn, and columns are cells."""
    beyond = {letter for row in coach.rows() for letter in row if not " " <= letter <= "~"}
    assert (place, beyond) == (place, set())
    assert all(len(row) == coach.app.size.width for row in coach.rows())


async def test_plain_is_ascii_without_colours(demo: Desk) -> None:
    async with opened(demo, (120, 40), AppOptions(plain=True, colors="none")) as coach:
        async for place in tour(coach):
            check_ascii(coach, place)
            assert (place, colored(coach)) == (place, [])


async def test_names_lose_their_accents_on_an_ascii_screen(demo: Desk) -> None:
    async with opened(demo, options=AppOptions(ascii=True)) as coach:
        assert "Castillo, Ines" in coach.drawn()
        assert "###- Meet" in coach.drawn()


async def test_ascii_on_the_first_screen(files: Files) -> None:
    async with opened(files.desk(), options=AppOptions(ascii=True)) as coach:
        check_ascii(coach, "welcome")


async def test_what_is_typed_is_drawn_in_ascii_and_kept_as_it_is(filled: Files) -> None:
    async with opened(filled.desk(), options=AppOptions(ascii=True)) as coach:
        await coach.press("a")
        await coach.write("Ångström, Zoë 日本 é")
        check_ascii(coach, "person")
        assert "Angstrom, Zoe" in coach.drawn()
        await coach.press("escape", "w")
        check_ascii(coach, "caseload")
    assert filled.person("Ångström").given == "Zoë 日本 é"


def colors(coach: Coach) -> list[tuple[str, Color]]:
    """Each text that is drawn, with the colours of its letters and of its ground."""
    return [
        (segment.text, color)
        for strip in coach.strips()
        for segment in strip
        if segment.style
        for color in (segment.style.color, segment.style.bgcolor)
        if color is not None
    ]


def colored(coach: Coach) -> list[str]:
    """What is drawn in a colour of its own."""
    return [text for text, color in colors(coach) if not color.is_default]


def reversed_rows(coach: Coach) -> list[int]:
    """The rows with something in reverse video, from 1."""
    return [
        number
        for number, strip in enumerate(coach.strips(), start=1)
        if any(segment.style and segment.style.reverse for segment in strip)
    ]


async def test_without_colours_the_cursor_and_lateness_still_show(demo: Desk) -> None:
    async with opened(demo, options=AppOptions(colors="none")) as coach:
        await coach.press("j", "j")
        assert {1, 4, 6, 24} <= set(reversed_rows(coach))  # bars, the late one, the cursor
        assert 7 not in reversed_rows(coach)
        await coach.press("e")
        assert 2 in reversed_rows(coach)  # the field's cursor


async def test_sixteen_colours_are_the_terminal_s_own(demo: Desk) -> None:
    async with opened(demo, options=AppOptions(colors="16")) as coach:
        for keys in (("j", "j"), ("enter",), ("q", "e"), ("escape", "q", "c", "escape", "3")):
            await coach.press(*keys)
            drawn = [color for _, color in colors(coach) if not color.is_default]
            assert drawn
            assert [color for color in drawn if color.triplet or (color.number or 0) > 15] == []

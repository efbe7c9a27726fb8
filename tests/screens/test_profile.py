"""One person's chart and table, and what is done from there."""

from coach_tui.domain.cycle import Cycle
from coach_tui.services.desk import Desk
from screens.caseload.screen import CaseloadScreen
from screens.cycle.screen import CycleScreen
from screens.dialogs.gi_box import GiBox
from screens.person import PersonFormScreen
from screens.profile.screen import ProfileScreen
from tests.screens.kit import PLACES, Coach, Files, opened

SIDE = 62
"""The column that the facts beside the chart start in."""


async def open_profile(coach: Coach, family: str) -> ProfileScreen:
    """Open somebody of the demo."""
    await coach.press(*"j" * PLACES[family], "enter")
    return coach.screen(ProfileScreen)


async def test_it_opens_on_the_last_session(demo: Desk) -> None:
    async with opened(demo) as coach:
        await open_profile(coach, "Feng")
        assert coach.row(1).startswith("Feng, Li · HS Algebra · Roosevelt HS")
        assert "Session 12 L Communication GI 68 (+5) ■■■■ Exceeding" in coach.words(SIDE)
        assert "3 past the Exceeding line (65)" in coach.words(SIDE)
        assert coach.message.startswith("Session 12: 68 GIs, Exceeding, cluster L.")
        assert coach.message.endswith("12/14")
        assert "├ A-D ─────────┤├ E-G ─────┤├ H-K ─────────┤├ L-N ─────┤" in coach.drawn()
        assert "Cl  C   A   B   D   F   E   G   H   K   I   J   L   ·   ·" in coach.drawn()


async def test_keys_that_select_a_session(demo: Desk) -> None:
    async with opened(demo) as coach:
        screen = await open_profile(coach, "Feng")
        for keys, session in (
            (("h",), 11), (("left", "k", "up"), 8), (("l", "right", "j", "down"), 12),
            (("home",), 1), (("h",), 1), (("G",), 12), (("l", "l", "l"), 14),
            (("g", "g"), 1), (("end",), 12),
        ):  # fmt: skip
            await coach.press(*keys)
            assert (keys, screen.session) == (keys, session)
        await coach.press("l")
        assert coach.message.startswith("Session 13 needs 65 for Meeting (reached)")
        assert "Session 13 not held yet" in coach.words(SIDE)


async def test_the_box_opens_on_the_session_that_was_moved_to(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_profile(coach, "Feng")
        await coach.press("i")
        assert coach.screen(GiBox).subject.session == 13
        await coach.press("escape", "h", "i")
        assert coach.screen(GiBox).subject.session == 11
        await coach.press("backspace", "4", "enter")
        assert "Feng, Li: session 11, 64 GIs" in coach.message
        assert "GI 64 (+6)" in coach.words(SIDE)
    assert filled.records(Cycle, "Feng")[10].gi.total == 64


async def test_the_table_follows_the_selected_session_in_a_low_window(demo: Desk) -> None:
    async with opened(demo, (60, 18)) as coach:
        await open_profile(coach, "Moreno")
        await coach.press("v")
        assert any(row.split()[:3] == ["14", "M", "76"] for row in coach.rows())
        await coach.press("home")
        assert any(row.split()[:3] == ["1", "C", "6"] for row in coach.rows())


async def test_v_twice_shows_the_chart_as_it_was(demo: Desk) -> None:
    async with opened(demo) as coach:
        await open_profile(coach, "Feng")
        chart = coach.drawn()
        await coach.press("v")
        table = coach.drawn()
        assert table != chart
        await coach.press("v")
        assert coach.drawn() == chart
        await coach.press("v")
        assert coach.drawn() == table


async def test_nobody_s_first_session(demo: Desk) -> None:
    async with opened(demo) as coach:
        await open_profile(coach, "Price")
        assert coach.message.startswith("Session 1 needs 5 for Meeting, 10 for Exceeding.")
        assert (
            "No launch is recorded for 2024-25; hold it before the first visit. L enters it."
            in coach.words(SIDE)
        )
        await coach.press("v", "v", "i")
        assert coach.screen(GiBox).subject.session == 1


async def test_forms_open_on_this_person_and_come_back_here(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        profile = await open_profile(coach, "Okafor")
        await coach.press("e")
        assert coach.screen(PersonFormScreen).form().name == "Okafor, Dana"
        await coach.press("tab", "tab")
        await coach.write("!")
        await coach.press("escape", "w")
        assert coach.app.screen is profile
        assert "Gr 5 Math!" in coach.row(1)
        assert coach.message.startswith("Okafor, Dana: saved.")
        await coach.press("c")
        coach.screen(CycleScreen)
        await coach.press("escape", "q")
        assert coach.app.screen is profile


async def test_q_escape_and_g_c_lead_back_to_the_same_row(demo: Desk) -> None:
    async with opened(demo) as coach:
        for keys in (("q",), ("escape",), ("g", "c")):
            await coach.press("home", "j", "j", "enter", *keys)
            coach.screen(CaseloadScreen)
            assert coach.message.startswith("Okafor, Dana")


async def test_sessions_past_the_table_are_told_in_words(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("G", "i")
        await coach.write("80\n")
        await coach.press("enter")
        assert "No benchmark  15: 80 GIs" in coach.drawn()
        assert coach.message.startswith("Session 15: 80 GIs, No benchmark")
        await coach.press("v")
        assert any(row.split()[:2] == ["15", "80"] for row in coach.rows())

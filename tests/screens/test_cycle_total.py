"""The GI total in a cycle: the band on every digit, a reason for a lower one."""

from coach_tui.domain.cycle import Cycle
from coach_tui.services.desk import Desk
from screens.cycle.screen import CycleScreen
from tests.screens.kit import Coach, Files, open_cycle, opened


async def open_total(coach: Coach, family: str = "Okafor") -> CycleScreen:
    """Open somebody's cycle with the cursor on the total."""
    cycle = await open_cycle(coach, family, step=3)
    while cycle.place_name != "gi":
        await coach.press("tab")
    return cycle


def total_row(coach: Coach) -> str:
    """The row of the total."""
    return next(row for row in coach.rows() if "GIs so far" in row)


async def test_the_band_follows_every_digit(demo: Desk) -> None:
    async with opened(demo) as coach:
        await open_total(coach)
        assert "blank: not recorded" in total_row(coach)
        assert coach.message.startswith("Last total: 8 GIs in session 3.")
        told = []
        for key in ("1", "1", "backspace", "backspace", "2", "0", "backspace", "5", "0"):
            await coach.press(key)
            told.append(" ".join(total_row(coach).split("GIs so far", 1)[1].split()))
            assert coach.message.startswith("Last total: 8 GIs in session 3.")
        assert told == [
            "1 ■··· Initiating 10 more to Approaching (11)",
            "11 ■■·· Approaching 9 more to Meeting (20)",
            "1 ■··· Initiating 10 more to Approaching (11)",
            "blank: not recorded",
            "2 ■··· Initiating 9 more to Approaching (11)",
            "20 ■■■· Meeting 5 more to Exceeding (25)",
            "2 ■··· Initiating 9 more to Approaching (11)",
            "25 ■■■■ Exceeding",
            "250 ■■■■ Exceeding",
        ]


async def test_the_gauge_points_at_the_total(demo: Desk) -> None:
    async with opened(demo) as coach:
        await open_total(coach)
        await coach.write("11")
        assert "▲ 11" in coach.drawn()
        limits = next(row for row in coach.rows() if row.split() == ["0", "11", "20", "25"])
        marker = coach.rows()[_row_of(coach, "▲ 11")].index("▲")
        assert limits.index("11") <= marker < limits.index("20")


def _row_of(coach: Coach, text: str) -> int:
    return next(number for number, row in enumerate(coach.rows()) if text in row)


async def test_an_addition_shows_what_it_comes_to(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_total(coach)
        await coach.write("+3")
        assert "■■·· Approaching" in total_row(coach)
        await coach.press("escape", "5")
        assert "11 GIs  ■■·· Approaching  was 8 in session 3" in coach.drawn()
        await coach.press("w")
    assert filled.records(Cycle, "Okafor")[-1].gi.total == 11


async def test_a_half_typed_number_moves_nothing(demo: Desk) -> None:
    async with opened(demo) as coach:
        await open_total(coach)
        before = _row_of(coach, "Goal  (")
        await coach.press("1")  # lower than the 8 before it, and half of 11
        assert _row_of(coach, "Goal  (") == before
        assert "Why lower" not in coach.drawn()
        await coach.press("1")
        assert "Why lower" not in coach.drawn()


async def test_a_lower_total_asks_why_once_it_is_left(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        cycle = await open_total(coach)
        await coach.press("6", "tab")
        assert "6 is lower than the 8 of session 3" in coach.message
        assert "Why lower" in coach.drawn()
        await coach.press("escape", "w")
        assert (cycle.step, cycle.place_name) == ("goal", "gi_reason")
        assert "6 is lower than the 8 of session 3" in coach.message
        await coach.write("two were counted twice")
        await coach.press("escape", "w")
        assert coach.message.startswith("Okafor, Dana: session 4, 6 GIs, Initiating.")
    *_, third, fourth = filled.records(Cycle, "Okafor")
    assert (third.gi.total, fourth.gi.total) == (8, 6)
    assert fourth.gi.reason == "two were counted twice"


async def test_a_blank_total_is_not_recorded_and_nought_is(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_total(coach, "Price")
        await coach.press("0")
        assert "···· None yet" in total_row(coach)
        await coach.press("escape", "w", "c", "escape", "3")
        assert coach.message.startswith("Last total: 0 GIs in session 1.")
        await coach.press("c", "escape", "w")
    first, second = filled.records(Cycle, "Price")
    assert (first.session, first.gi.total) == (1, 0)
    assert (second.session, second.gi.total) == (2, None)


async def test_past_session_14_no_band_is_told(demo: Desk) -> None:
    async with opened(demo) as coach:
        await open_total(coach, "Moreno")
        await coach.write("80")
        assert "No benchmark" in total_row(coach)
        assert "past the last phase: any cluster" in coach.drawn()

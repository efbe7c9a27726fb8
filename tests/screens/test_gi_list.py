"""Ticking GIs one by one, in the GI box and in a cycle's Goal step (E2L-9)."""

from typing import Any

import pytest

from coach_tui.domain.cycle import Cycle
from coach_tui.services.desk import Desk
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import plain_text
from screens.cycle.screen import CycleScreen
from screens.dialogs.gi_box import GiBox
from screens.dialogs.gi_list import GiListBox
from tests.conftest import Snap
from tests.screens.itemized import NUMBERS, itemize
from tests.screens.kit import Coach, Files, opened
from tests.screens.test_hostile_text import HOSTILE, check_drawn

C_ALL = tuple(f"C{n:02}" for n in range(1, 13))


@pytest.fixture
def own(filled: Files) -> Files:
    """A caseload with a timeline that lists GIs."""
    itemize(filled)
    return filled


async def tick(coach: Coach, number: int) -> None:
    """Tick so many from the cursor on, one below the other."""
    for _ in range(number):
        await coach.press("x", "j")


def session(files: Files, number: int, family: str = "Okafor") -> Cycle:
    """A person's session as it is in the file."""
    (found,) = (c for c in files.records(Cycle, family) if c.session == number)
    return found


async def test_ticks_become_the_total_and_are_recorded(own: Files) -> None:
    async with opened(own.desk()) as coach:
        await coach.press("j", "j", "i", "ctrl+o")
        coach.screen(GiListBox)
        assert "Session 4: 0 ticked" in coach.words()
        await tick(coach, 10)
        assert "Session 4: 10 ticked" in coach.words()
        assert "■··· Initiating 1 more to Approaching (11)" in coach.words()
        await tick(coach, 1)
        assert "■■·· Approaching 9 more to Meeting (20)" in coach.words()
        await coach.press("enter")
        coach.screen(GiBox)
        assert "11 ticked in the list" in coach.words()
        assert "Approaching" in coach.words()
        await coach.press("enter")
        assert "Okafor, Dana: session 4, 11 GIs" in coach.message
    gi = session(own, 4).gi
    assert (gi.total, gi.items) == (11, C_ALL[:11])
    assert gi.items_of is not None
    assert gi.items_of.version == "own-1"


async def test_the_next_session_starts_from_what_was_ticked(own: Files) -> None:
    async with opened(own.desk()) as coach:
        await coach.press("j", "j", "i", "ctrl+o")
        await tick(coach, 11)
        await coach.press("enter", "enter", "i", "ctrl+o")
        assert "Session 5: 11 ticked" in coach.words()
        await coach.press("home", "x", "enter")
        assert "12 ticked in the list" in coach.words()
        await coach.press("enter")
    assert session(own, 5).gi.items == ("A01", *C_ALL[:11])
    assert session(own, 4).gi.items == C_ALL[:11]


async def test_a_number_typed_over_the_ticks_is_by_hand(own: Files) -> None:
    async with opened(own.desk()) as coach:
        await coach.press("j", "j", "i", "ctrl+o")
        await tick(coach, 11)
        await coach.press("enter", "up")
        assert "ticked in the list" not in coach.words()
        assert "Session 3 total was 8" in coach.words()
        await coach.press("enter")
        assert "session 4, 12 GIs" in coach.message
    assert (session(own, 4).gi.total, session(own, 4).gi.items) == (12, ())


async def test_closing_the_list_loses_no_tick(own: Files) -> None:
    async with opened(own.desk()) as coach:
        await coach.press("j", "j", "i", "ctrl+o")
        await tick(coach, 11)
        await coach.press("escape")
        coach.screen(GiBox)
        assert "11 ticked in the list" in coach.words()
        await coach.press("enter")
    assert session(own, 4).gi.items == C_ALL[:11]


async def test_ticks_closed_in_a_cycle_are_in_its_draft(own: Files) -> None:
    async with opened(own.desk()) as coach:
        await coach.press("j", "j", "c", "escape", "3", "escape", "I")
        await tick(coach, 11)
        await coach.press("escape", "escape", "q")
    async with opened(own.desk()) as coach:
        await coach.press("j", "j", "c", "escape", "3", "escape", "I")
        assert "Session 4: 11 ticked" in coach.words()


async def test_as_many_ticks_as_the_recorded_total_come_back(own: Files) -> None:
    own.desk().growth.record(own.id_of("Okafor"), 4, "11")
    async with opened(own.desk()) as coach:
        await coach.press("j", "j", "i", "[", "ctrl+o")
        await tick(coach, 11)
        await coach.press("enter", "escape", "i", "[")
        assert "11 ticked in the list" in coach.words()


async def test_closing_a_list_without_a_new_tick_leaves_the_total(own: Files) -> None:
    async with opened(own.desk()) as coach:
        await coach.press("j", "j", "i", "1", "2", "ctrl+o", "x", "x", "escape")
        coach.screen(GiBox)
        assert "Approaching" in coach.words()
        await coach.press("enter")
    assert (session(own, 4).gi.total, session(own, 4).gi.items) == (12, ())


async def test_ticks_left_without_saving_come_back(own: Files) -> None:
    async with opened(own.desk()) as coach:
        await coach.press("j", "j", "i", "ctrl+o")
        await tick(coach, 11)
        await coach.press("enter", "escape", "i")
        assert "11 ticked in the list" in coach.words()
        await coach.press("enter")
    assert session(own, 4).gi.items == C_ALL[:11]


async def test_undo_and_redo_of_ticks(own: Files) -> None:
    async with opened(own.desk()) as coach:
        await coach.press("j", "j", "i", "ctrl+o")
        await tick(coach, 11)
        await coach.press("enter", "enter", "i", "[", "ctrl+o", "x", "enter", "enter")
        coach.screen(GiBox)  # one fewer asks why
        await coach.write("seen once only")
        await coach.press("enter")
        assert session(own, 4).gi.items == C_ALL[1:11]
        await coach.press("u")
        assert session(own, 4).gi.items == C_ALL[:11]
        await coach.press("U")
        assert session(own, 4).gi.items == C_ALL[1:11]
    (change,) = session(own, 4).gi.history
    assert (change.was, change.now, change.items) == (11, 10, C_ALL[:11])


async def test_what_the_file_no_longer_lists_stays_ticked(own: Files) -> None:
    async with opened(own.desk()) as coach:
        await coach.press("j", "j", "i", "ctrl+o")
        await tick(coach, 11)
        await coach.press("enter", "enter")
    itemize(own, NUMBERS | {"C": 9}, "own-2")
    async with opened(own.desk()) as coach:
        await coach.press("j", "j", "i", "ctrl+o", "G")
        assert "Session 5: 11 ticked" in coach.words()
        for told in ("Not in this framework", "[x] C10", "[x] C11"):
            assert told in coach.words()
        await coach.press("home", "x", "enter", "enter")
    gi = session(own, 5).gi
    assert gi.items == ("A01", *C_ALL[:11])
    assert gi.items_of is not None
    assert gi.items_of.version == "own-2"


async def test_a_cycle_takes_ticks_and_keeps_them_in_its_draft(own: Files) -> None:
    async with opened(own.desk()) as coach:
        await coach.press("j", "j", "c", "escape", "3", "escape", "I")
        coach.screen(GiListBox)
        await coach.press("home")
        await tick(coach, 11)
        await coach.press("enter")
        assert coach.screen(CycleScreen).form.gi == "11"
        assert "11 ticked in the list" in coach.words()
        assert "Approaching" in coach.words()
        await coach.press("escape", "q")
    async with opened(own.desk()) as coach:
        await coach.press("j", "j", "c", "escape", "3", "escape", "I")
        assert "Session 4: 11 ticked" in coach.words()
        await coach.press("escape", "w", "w")
        await coach.until(lambda: not isinstance(coach.app.screen, CycleScreen))
    gi = session(own, 4).gi
    assert (gi.total, len(gi.items)) == (11, 11)
    assert gi.items[:5] == ("A01", "A02", "A03", "A04", "B01")


async def test_a_number_typed_in_the_cycle_is_by_hand(own: Files) -> None:
    async with opened(own.desk()) as coach:
        await coach.press("j", "j", "c", "escape", "3", "escape", "I")
        await tick(coach, 11)
        await coach.press("enter", "up")
        assert "ticked in the list" not in coach.words()
        await coach.press("escape", "w", "w")
        await coach.until(lambda: not isinstance(coach.app.screen, CycleScreen))
    assert (session(own, 4).gi.total, session(own, 4).gi.items) == (12, ())


async def test_a_correction_of_the_total_lets_go_of_the_ticks(own: Files) -> None:
    desk = own.desk()
    who = own.id_of("Okafor")
    done = desk.growth.record(who, 4, "2", items=("A01", "A02"), reason="counted anew")
    assert done.cycle.gi.items == ("A01", "A02")
    again = desk.growth.record(who, 4, "12", reason="by hand")
    assert (again.cycle.gi.total, again.cycle.gi.items) == (12, ())


async def test_ours_lists_none_and_says_so(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "j", "i")
        assert "tick GIs" not in coach.words()
        await coach.press("ctrl+o")
        coach.screen(GiBox)
        assert "The framework in force lists no single GIs; type the total." in coach.words()
        await coach.press("escape", "c", "escape", "I")
        assert coach.message.startswith("The framework in force lists no single GIs")


async def test_the_profile_tells_how_many_were_ticked(own: Files) -> None:
    own.desk().growth.record(own.id_of("Okafor"), 4, "11", items=C_ALL[:11])
    async with opened(own.desk(), (120, 40)) as coach:
        await coach.press("j", "j", "enter")
        assert "11 ticked one by one" in coach.words()
        await coach.press("right_square_bracket")
        assert "Ticked C01 C02 C03" in coach.words()


@pytest.mark.parametrize("kind", HOSTILE)
async def test_hostile_words_in_the_list_are_drawn_as_text(filled: Files, kind: str) -> None:
    path = itemize(filled)
    escaped = "".join(f"\\U{ord(char):08x}" for char in HOSTILE[kind][:380])
    text = path.read_text("utf-8").replace("made-up sign C1", escaped)
    path.write_text(text.replace("Culture, environment, ethics", escaped), "utf-8")
    async with opened(filled.desk(), (60, 18)) as coach:
        await coach.press("j", "j", "i")
        check_drawn(coach, "gi box")
        await coach.press("ctrl+o")
        for key in ("x", "pagedown", "pagedown", "home"):
            check_drawn(coach, "gi list")
            await coach.press(key)


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_a_long_gi_is_read_in_full_under_the_list(
    filled: Files, size: tuple[int, int]
) -> None:
    path = itemize(filled)
    long = " ".join(f"word{n:02}" for n in range(57))
    text = path.read_text("utf-8").replace('"made-up sign C2"', f'"{long}"')
    path.write_text(text, "utf-8")
    async with opened(filled.desk(), size) as coach:
        await coach.press("j", "j", "i", "ctrl+o")
        assert "word56" not in coach.words()
        before = coach.app.screen.query_one("#ticks").region
        await coach.press("j")
        full = plain_text(coach.app.screen.query_one("#ticks-full", SpanPane).painted)
        assert long in " ".join(full.split())
        assert coach.app.screen.query_one("#ticks").region == before
        assert "[ ] C02" in coach.words()
        assert "use the total" in coach.words()
        await coach.press("j")
        assert "word56" not in coach.words()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_list_in_pictures(own: Files, snap: Snap, size: tuple[int, int]) -> None:
    async with opened(own.desk(demo=True), size) as coach:
        await coach.press("j", "j", "i", "ctrl+o")
        await tick(coach, 11)
        snap(coach.app, f"gi-list-{size[0]}x{size[1]}")


def test_no_ticks_beyond_the_list(own: Files) -> None:
    from coach_tui.errors import Refused

    growth: Any = own.desk().growth
    with pytest.raises(Refused, match="'nonsense' is not a GI of this framework"):
        growth.record(own.id_of("Okafor"), 4, "1", items=("nonsense",), reason="x")
    with pytest.raises(Refused, match="2 GIs are ticked and the total is 9"):
        growth.record(own.id_of("Okafor"), 4, "9", items=("A01", "A02"))

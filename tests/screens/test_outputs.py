"""Follow-ups and reports marked by hand, from the list and from the profile."""

from datetime import date

import pytest

from coach_tui.domain.output import Output
from coach_tui.services.desk import Desk
from screens.caseload.screen import CaseloadScreen
from screens.output import OutputScreen
from screens.profile.screen import ProfileScreen
from tests.conftest import Snap
from tests.screens.kit import PLACES, SIZES, Files, opened
from tests.screens.test_command_line import ask
from tests.screens.test_found_draft import cut_off

OKAFOR = ["j"] * PLACES["Okafor"]
NEXT = "right_square_bracket"


def sent(files: Files, family: str = "Okafor") -> list[date]:
    return [o.on for o in files.records(Output, family) if o.kind == "follow_up"]


FEB = [date(2025, 2, 4), date(2025, 2, 18)]
"""The demo's follow-ups to Okafor, after sessions 1 and 2."""


async def test_the_last_session_is_marked_with_a_few_keys(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press(*OKAFOR)
        await ask(coach, "sent")
        form = coach.screen(OutputScreen)
        assert coach.row(1).startswith("Okafor, Dana · follow-up sent")
        assert "(x) 3, Mar 4 ( ) 2, Feb 18 sent ( ) 1, Feb 4 sent" in coach.words()
        assert form.form().day == "Tue Mar 11"
        await coach.write("mon")
        await coach.press("ctrl+s")
        coach.screen(CaseloadScreen)
        told = "Okafor, Dana: follow-up after session 3 marked, sent Mon Mar 10. Saved"
        assert coach.message.startswith(told)
        assert sorted(sent(filled)) == [*FEB, date(2025, 3, 10)]
        await coach.press("u")
        assert "follow-up to Okafor" in coach.message
        assert sent(filled) == FEB


async def test_x_marks_the_session_on_the_profile(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press(*OKAFOR, "enter", NEXT)
        assert "follow-up sent" not in coach.words()
        await coach.press("x")
        told = "Okafor, Dana: follow-up after session 3 marked, sent Tue Mar 11."
        assert coach.message.startswith(told)
        assert "After follow-up sent Mar 11" in coach.words(45)
        await coach.press(NEXT, "j", "x")  # one that is marked is told, and stays
        assert "ollow-up after session 2 was marked before, sent Tue Feb 18." in coach.message
        assert sorted(sent(filled)) == [*FEB, date(2025, 3, 11)]
        await coach.press("enter")
        assert coach.screen(ProfileScreen).record is not None


async def test_a_wide_key_bar_names_it(filled: Files) -> None:
    async with opened(filled.desk(), (120, 40)) as coach:
        await coach.press(*OKAFOR, "enter", NEXT)
        assert "x sent" in coach.rows()[-1]
        await coach.press(NEXT, NEXT, NEXT)
        assert "x sent" not in coach.rows()[-1]


async def test_the_picked_session_is_suggested(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press(*OKAFOR, "enter", NEXT, "j", "j")
        await ask(coach, "sent")
        assert "(x) 1, Feb 4 sent" in coach.words()
        await coach.write("2/5")
        await coach.press("escape", "w")
        assert "follow-up after session 1 now sent Wed Feb 5, before Feb 4" in coach.message
    assert sorted(sent(filled)) == [date(2025, 2, 5), date(2025, 2, 18)]


async def test_a_day_to_come_is_refused_and_the_form_stays(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press(*OKAFOR)
        await ask(coach, "sent")
        await coach.write("3/12")
        await coach.press("escape")
        assert "Wed Mar 12 2025 is still to come" in coach.words()
        await coach.press("w")
        coach.screen(OutputScreen)
        assert coach.message.startswith("Not saved. Wed Mar 12 2025 is still to come")
        await coach.press("q")
        assert ":sent brings it back" in coach.message
        await ask(coach, "sent")
        assert coach.screen(OutputScreen).form().day == "3/12"
        await coach.press("escape", "D", "y")
        assert coach.message.startswith("Discarded what was typed.")
    assert sent(filled) == FEB


async def test_a_report_and_where_it_is_told(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press(*OKAFOR)
        await ask(coach, "report")
        assert coach.row(1).startswith("Okafor, Dana · report issued")
        assert "(x) mid-year ( ) year-end" in coach.words()
        await coach.press("ctrl+s")
        assert "mid-year report marked, issued Tue Mar 11" in coach.message
        await coach.press("P")
        assert "Sent mid-year report issued Mar 11" in coach.words()


async def test_nobody_met_has_nothing_to_follow_up(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press(*["j"] * PLACES["Price"])
        await ask(coach, "sent")
        coach.screen(CaseloadScreen)
        assert coach.message.startswith("No session was held yet that a follow-up could be of.")


async def test_names_are_hidden_in_what_is_told(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press(*OKAFOR, "H")
        await ask(coach, "sent")
        assert coach.row(1).startswith("Person 12 · follow-up sent")
        await coach.press("ctrl+s")
        assert "follow-up after session 3 marked" in coach.message
        assert "Okafor" not in coach.message


async def test_in_a_read_only_window_nothing_is_marked(filled: Files) -> None:
    async with opened(filled.desk(readonly=True)) as coach:
        await coach.press(*OKAFOR, "enter", NEXT, "x")
        assert "read-only" in coach.message
    assert sent(filled) == FEB


@pytest.mark.parametrize("kind", ["sent", "report"])
async def test_a_draft_that_was_cut_off_is_offered(filled: Files, kind: str) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press(*OKAFOR)
        await ask(coach, kind)
        await coach.write("3/3")
        await coach.press("escape", "q")
    cut_off(filled.folder / "drafts" / f"{kind}-{filled.id_of('Okafor')}.json")
    async with opened(filled.desk()) as coach:
        assert coach.message.startswith("Draft for Okafor, Dana")
        await coach.press("enter")
        assert coach.screen(OutputScreen).form().day == "Mon Mar 3"


@pytest.mark.parametrize("size", SIZES)
async def test_it_fits_every_size(demo: Desk, size: tuple[int, int]) -> None:
    async with opened(demo, size) as coach:
        await coach.press(*["j"] * PLACES["Feng"])  # twelve sessions
        await ask(coach, "sent")
        assert all(len(row) <= size[0] for row in coach.rows())
        assert "(x) 7, " in coach.drawn()  # in view, though the newest is the first
        await coach.press("ctrl+s")
        assert "marked, sent" in coach.message.lower()
        assert "~" not in coach.message


@pytest.mark.parametrize("size", SIZES[:2])
async def test_in_pictures(demo: Desk, snap: Snap, size: tuple[int, int]) -> None:
    async with opened(demo, size) as coach:
        await coach.press(*OKAFOR)
        await ask(coach, "sent")
        await coach.press("tab")
        snap(coach.app, f"follow-up-{size[0]}x{size[1]}")

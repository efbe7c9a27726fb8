"""The end of the coach's own review: two standards tagged, one growth goal, nothing leaves."""

from coach_tui.domain.cycle import Cycle
from screens.standards.screen import StandardsScreen
from tests.screens.kit import Coach, Files, opened

NEXT = "right_square_bracket"


async def tag(coach: Coach) -> None:
    """File the last cycle of the person under the cursor under 1D and 3D."""
    await coach.press("enter", NEXT, NEXT, "colon")
    await coach.write("tag")
    await coach.press("enter", "j", "j", "j", "x", *"j" * 10, "x", "enter")


async def test_two_tags_and_one_growth_goal(filled: Files) -> None:
    """Journey 8: tag 1D and 3D, write one growth goal; nothing is exported unless chosen."""
    async with opened(filled.desk()) as coach:
        await coach.press("j", "j")
        await tag(coach)
        assert coach.message.startswith("Session 3 of Tue Mar 4 is filed under 1D, 3D.")
        await coach.press("g", "t", "v", "a", "g")
        await coach.write("Every visit has a talk before it, by June")
        await coach.press("tab")
        await coach.write("Ask for two fixed slots a week")
        await coach.press("ctrl+s")
        assert coach.message.startswith("Growth goal noted.")
        await coach.press("q")
        coach.screen(StandardsScreen)
        await coach.press(*"jjj", "enter")
        assert "Okafor, Dana session 3: Exit tickets sorted" in coach.words()
    assert filled.records(Cycle, "Okafor")[-1].standards == ("1D", "3D")
    goals = [one for one in filled.desk().standards.log.entries() if one.kind == "goal"]
    assert goals[0].text == "Every visit has a talk before it, by June"
    assert not (filled.folder / "copies").exists()


async def test_the_review_shows_change_from_term_to_term(filled: Files) -> None:
    """Journey 8: what moved since the term before stands beside each standard."""
    async with opened(filled.desk()) as coach:
        await coach.press("g", "t", "j", "3")
        assert '1B Challenge and root cause " ■■■ +1' in coach.words(0, 46)
        assert coach.message.startswith("1B Challenge and root cause: part of my work.")

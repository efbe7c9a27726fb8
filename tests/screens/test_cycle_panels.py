"""What opens over a cycle: the self-assessment, the earlier notes."""

from coach_tui.domain.cycle import Cycle
from coach_tui.services.desk import Desk
from screens.cycle.assess import SelfAssessmentBox
from screens.cycle.prior import PriorScreen
from tests.screens.kit import Files, open_cycle, opened


async def test_the_teacher_rates_each_look_for(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        cycle = await open_cycle(coach, step=3)
        await coach.press("escape", "a")
        coach.screen(SelfAssessmentBox)
        assert "formative checks planned" in coach.drawn()
        await coach.press("i", "tab", "u", "tab", "n", "tab")
        await coach.write("It grows.")
        await coach.press("tab")
        await coach.write("12")
        await coach.press("escape")
        assert coach.app.screen is cycle
        await coach.press("a")
        drawn = coach.words()
        assert "(x) in place" in drawn
        assert "(x) under way" in drawn
        assert "It grows." in drawn
        assert "Coach's count 12" in drawn
        await coach.press("escape", "5")
        assert "Self-assessment: 3 of 3" in coach.drawn()
        await coach.press("w")
    cycle_saved = filled.records(Cycle, "Okafor")[-1]
    rated = cycle_saved.self_assessment
    assert [rating.state for rating in rated.ratings] == ["in_place", "under_way", "not_yet"]
    assert rated.words == "It grows."
    assert (cycle_saved.gi.total, cycle_saved.gi.coach_total) == (None, 12)


async def test_the_self_assessment_is_in_the_draft_soon_after_it_closes(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_cycle(coach, step=3)
        await coach.press("escape", "a", "u", "ctrl+s")
        await coach.until(lambda: kept_ratings(filled))
        assert kept_ratings(filled) == ["under_way"]


def kept_ratings(files: Files) -> list[str]:
    """What Okafor's draft holds of the self-assessment."""
    draft = files.desk().drafts.read(f"cycle-{files.id_of('Okafor')}")
    return list(draft.fields["ratings"].values()) if draft else []


async def test_leaving_the_app_with_the_box_open_keeps_what_was_picked(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_cycle(coach, step=3)
        await coach.press("escape", "a", "u")
        coach.app.quit()
        await coach.settle()
    assert kept_ratings(filled) == ["under_way"]


async def test_without_a_cluster_there_is_nothing_to_rate(demo: Desk) -> None:
    async with opened(demo) as coach:
        cycle = await open_cycle(coach, "Bell", step=5)
        await coach.press("a")
        assert coach.app.screen is cycle
        assert coach.message.startswith("Pick the cluster first (step 3)")


async def test_earlier_notes_and_steps(demo: Desk) -> None:
    async with opened(demo, (80, 40)) as coach:
        cycle = await open_cycle(coach)
        await coach.press("escape", "p")
        coach.screen(PriorScreen)
        assert coach.row(1).startswith("Okafor, Dana · earlier notes and steps")
        drawn = coach.drawn()
        assert drawn.index("Session 3, cluster D") < drawn.index("Session 2, cluster B")
        assert "You waited six seconds after question 3" in drawn
        assert "10:36 + waited 6s after Q3" in drawn
        await coach.press("q")
        assert coach.app.screen is cycle


async def test_earlier_notes_scroll(demo: Desk) -> None:
    async with opened(demo, (60, 18)) as coach:
        await open_cycle(coach)
        await coach.press("escape", "p")
        top = coach.drawn()
        await coach.press("j", "j")
        assert coach.drawn() != top
        await coach.press("G")
        assert "9 of 24 talk in the first minute" in coach.drawn()
        await coach.press("g", "g")
        assert coach.rows()[1:16] == [row.ljust(60) for row in top.split("\n")[1:16]]
        await coach.press("space", "b", "k", "escape")


async def test_a_first_meeting_has_nothing_earlier(demo: Desk) -> None:
    async with opened(demo) as coach:
        await open_cycle(coach, "Price")
        await coach.press("escape", "p")
        assert "Nothing earlier is recorded." in coach.drawn()

"""Sixty-second prep, journey 2: from the agenda to one screen with all that counts."""

from pathlib import Path

import pytest

from coach_tui.domain.dates import short_date
from screens.agenda.screen import AgendaScreen
from screens.prep.screen import PrepScreen
from tests.screens.kit import opened
from tests.services.desks import Office, cibola

STEP = "After the partner talk, cold-call two students from tables 4-6"
LINK = "https://cibola.example/g3/number-talk-cards"
HISTORY = "1 C, 2 A, 3 D, 4 B, 5 E, 6 G"


@pytest.fixture
def week(tmp_path: Path) -> Office:
    """Thursday, 29 October 2026, in Cibola Wells."""
    return cibola(tmp_path)


def test_the_sheet_knows_it(week: Office) -> None:
    prep = week.desk.prep.of(week.desk.caseload.find("Whitcomb"))
    assert prep.step is not None
    assert (prep.step.text, prep.step.lesson) == (STEP, "Thursday, 8:40 block")
    assert prep.step_words == "due today"
    points = prep.profile.track.points
    assert ", ".join(f"{point.session} {point.cluster}" for point in points) == HISTORY
    assert prep.free == ("F",)
    assert prep.materials.links == (LINK,)
    assert prep.profile.coachee.priority_groups == ("EL",)
    assert prep.seen is not None
    assert (prep.seen[0][:5], short_date(prep.seen[1])) == ("EL x5", "Thu Oct 15")
    assert prep.profile.next_visit is not None
    assert prep.profile.next_visit.on == prep.profile.today


async def test_agenda_then_dana(week: Office) -> None:
    async with opened(week.desk) as coach:
        await coach.press("g", "a")
        agenda = coach.screen(AgendaScreen)
        dana = week.desk.caseload.find("Whitcomb")
        moves = 0
        while agenda.current != dana:
            assert moves < 10
            await coach.press("j")
            moves += 1
        await coach.press("P")
        prep = coach.screen(PrepScreen)
        assert prep.position() == ""  # nothing of it is out of view
        words = coach.words()
        wanted = [
            f"due today · Thursday, 8:40 block {STEP}",
            f"Clusters {HISTORY}",
            "Session 7 is next: F Small-group instruction",
            LINK,
            "EL x5",
            "Each table speaks once in a number talk.",
            "10 of 12 pairs began.",
            "Which tables were called on?",
            "Visit Today 8:40",
            "27 GIs so far",
        ]
        assert [part for part in wanted if part not in words] == []
        assert coach.message.startswith("Last step: due today.")
        await coach.press("q")
        coach.screen(AgendaScreen)

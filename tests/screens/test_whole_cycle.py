"""A whole cycle by typing and Tab, and what is on the disk afterwards."""

from collections.abc import Awaitable, Callable
from datetime import date, time

from coach_tui.domain.cycle import Cycle
from coach_tui.domain.note import Note
from coach_tui.domain.todo import Todo
from coach_tui.domain.visit import Visit
from screens.caseload.screen import CaseloadScreen
from screens.cycle.screen import CycleScreen
from tests.screens.kit import Coach, Files, open_cycle, opened

PRAISE = "Four new voices joined in."
GOAL = "Tickets in 3 piles by session 5."
CHANGE = "Sort while they pack up."
SHOWN = "Piles on 4 of 5 days"
STEP = "Pre-write the three labels."


Put = Callable[[str], Awaitable[None]]


async def hold(coach: Coach, put: Put) -> None:
    """Go through a whole cycle with the person under the cursor; ends on Review."""
    await coach.press("c")
    await put("16")
    await coach.press("tab", "tab")
    await put("Period 3")
    await coach.press("tab", "tab")
    await put("T waits 6s\n+ named three")
    await coach.press("tab")
    await put("Back table late.")
    await coach.press("tab")
    await put("Start without slides")
    await coach.press("tab", "d", "tab")
    await put(PRAISE)
    await coach.press("tab")
    await put("What would help?")
    await coach.press("tab")
    await put("They looked up.")
    await coach.press("tab", "tab")
    await put("11")
    await coach.press("tab")
    await put(GOAL)
    await coach.press("tab")
    await put(CHANGE)
    await coach.press("tab")
    await put(SHOWN)
    await coach.press("tab")
    await put(STEP)
    await coach.press("tab")
    await put("Thu, lines")
    await coach.press("tab", "r", "tab", "tab")
    await put("thu")
    await coach.press("tab")
    await put("Bring trays")
    await coach.press("tab")
    await put("3/20 10:30")
    await coach.press("tab")


async def test_a_whole_cycle_in_thirty_keys(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("j", "j")
        await hold(coach, coach.write)
        assert coach.screen(CycleScreen).step == "review"
        assert "Nothing is blank." in coach.drawn()
        assert "adds session 4, 1 to-do, 1 visit, the notes" in coach.words()
        await coach.press("w")
        assert len(coach.keys) <= 30
        assert not [key for key in coach.keys if key.startswith("ctrl")]
        coach.screen(CaseloadScreen)
        assert coach.message.startswith("Okafor, Dana: session 4, 11 GIs, Approaching. Saved 10:42")
    _check_records(filled)
    _check_file(filled)


def _check_records(files: Files) -> None:
    """A store that is opened anew gives all of it back."""
    cycle = files.records(Cycle, "Okafor")[-1]
    assert (cycle.number, cycle.session, cycle.cluster, cycle.gi.total) == (4, 4, "C", 11)
    assert (cycle.held_on, cycle.observation.at) == (date(2025, 3, 11), time(10, 42))
    assert (cycle.observation.minutes, cycle.observation.mode) == (16, "in_person")
    assert cycle.observation.focus == "Start without slides"
    assert (cycle.feedback.praise, cycle.goal.text) == (PRAISE, GOAL)
    assert (cycle.goal.practice, cycle.goal.indicator) == (CHANGE, SHOWN)
    assert cycle.feedback.reflection == "They looked up."
    *_, before, step = files.records(Todo, "Okafor")
    assert (before.status, before.closed_on) == ("done", date(2025, 3, 11))
    assert cycle.carry_over is not None
    assert (cycle.carry_over.todo_id, cycle.carry_over.answer) == (before.id, "done")
    assert (step.text, step.due, step.practice) == (STEP, date(2025, 3, 13), "rehearsed")
    assert (step.cycle_id, step.status, step.coach_part) == (cycle.id, "open", "Bring trays")
    planned = [visit for visit in files.records(Visit, "Okafor") if visit.status == "planned"]
    assert [(visit.on, visit.at) for visit in planned] == [(date(2025, 3, 20), time(10, 30))]
    note = files.records(Note, "Okafor")[-1]
    assert [(entry.tag, entry.at) for entry in note.lines] == [
        ("", time(10, 42)),
        ("praise", time(10, 42)),
    ]
    assert not [draft for draft in files.desk().drafts.all() if draft.form == "cycle"][1:]


def _check_file(files: Files) -> None:
    """Stock TinyDB reads the same out of the file."""
    cycle = files.table("cycles")[-1]
    assert (cycle["session"], cycle["cluster"], cycle["gi"]["total"]) == (4, "C", 11)
    assert [t["text"] for t in files.table("todos") if t["cycle_id"] == cycle["id"]] == [STEP]
    visits = [visit for visit in files.table("visits") if visit["on"] == "2025-03-20"]
    assert any(visit["coachee_id"] == cycle["coachee_id"] for visit in visits)
    assert files.table("notes")[-1]["cycle_id"] == cycle["id"]


async def test_a_saved_cycle_is_found_again_and_leaves_no_draft(filled: Files) -> None:
    before = len(filled.table("cycles"))
    async with opened(filled.desk()) as coach:
        await coach.press("j", "j")
        await hold(coach, coach.paste)
        await coach.press("ctrl+s")
        kept = sorted(draft.form for draft in filled.desk().drafts.all())
        assert kept == ["cycle", "cycle", "note"]  # one cycle is the demo's own
        await coach.write("ww")  # pressing twice saves once
        await coach.press("enter")
        beside = coach.words(62)
        assert "Session 4 C Assessment, formative feedback GI 11 (+3)" in beside
        assert "Step due Thu 13: Pre-write the three" in beside
        assert "Next Thu 20 10:30" in beside
    assert len(filled.table("cycles")) == before + 1
    assert [draft.coachee_id for draft in filled.desk().drafts.all()] == [filled.id_of("Jansen")]


async def test_a_day_of_another_school_year_shows_the_session_it_takes_there(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_cycle(coach)
        assert "session 4" in coach.row(1)
        await coach.press("shift+tab", "shift+tab", "ctrl+u")
        await coach.write("5/20/2024")
        await coach.press("tab")
        assert "session 1" in coach.row(1)
        await coach.press("escape", "3")
        await coach.write("c")
        await coach.press("escape", "w")
        assert "session 1" in coach.message
    assert {c.track: c.session for c in filled.records(Cycle, "Okafor")}["2023-24"] == 1


async def test_a_year_begun_elsewhere_is_shown_before_a_cycle_counts_in_it(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_cycle(coach, step=3)
        await coach.write("c")
        desk = filled.desk()
        desk.tracks.begin([filled.id_of("Okafor")], "2025-26", carry=False)
        await coach.press("escape", "w")
        assert "Not saved; kept as a draft. Now session 1 of 2025-26; save again." in coach.words()
        assert "session 1" in coach.row(1)
        assert len(filled.records(Cycle, "Okafor")) == 3
        await coach.press("w")
        assert "session 1" in coach.message
    assert filled.records(Cycle, "Okafor")[-1].track == "2025-26"

"""A draft that was cut off is offered at the next start."""

import json
from pathlib import Path

from screens.caseload.screen import CaseloadScreen
from screens.cycle.screen import CycleScreen
from screens.person import PersonFormScreen
from tests.screens.kit import Files, opened

NOBODY = 2**22 + 7
"""A process number that Linux never gives out."""


def cut_off(file: Path) -> None:
    """Make a draft's file look as a crash leaves it."""
    kept = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({**kept, "closed": False, "pid": NOBODY}), "utf-8")


def cut_off_cycle(files: Files) -> Path:
    """A cycle with Okafor that was cut off."""
    cycles, okafor = files.desk().cycles, files.id_of("Okafor")
    form = cycles.open(okafor).form.but(minutes="22", lesson="Period 3")
    cycles.keep_draft(form, "lesson", closed=False)
    file = files.folder / "drafts" / f"cycle-{okafor}.json"
    cut_off(file)
    return file


async def test_enter_resumes_it(filled: Files) -> None:
    cut_off_cycle(filled)
    async with opened(filled.desk()) as coach:
        found = "Draft for Okafor, Dana from 10:42 found. Enter resumes it, D discards it."
        assert coach.message.startswith(found)
        await coach.press("enter")
        cycle = coach.screen(CycleScreen)
        assert (cycle.form.minutes, cycle.form.lesson) == ("22", "Period 3")
        assert coach.row(1).startswith("Okafor, Dana")
        await coach.press("escape", "q")
        assert coach.message.startswith("Draft of cycle 4 is kept")
        await coach.press("home", "enter")
        assert coach.row(1).startswith("Abara, Chi")
    async with opened(filled.desk()) as coach:
        assert "found" not in coach.message


async def test_moving_on_leaves_it_where_it_is(filled: Files) -> None:
    file = cut_off_cycle(filled)
    async with opened(filled.desk()) as coach:
        await coach.press("j")
        assert coach.message.startswith("Bell, Marcus")
        await coach.press("enter")
        assert coach.row(1).startswith("Bell, Marcus")
    assert file.exists()
    async with opened(filled.desk()) as coach:
        assert "Draft for Okafor" in coach.message


async def test_d_discards_it_after_asking(filled: Files) -> None:
    file = cut_off_cycle(filled)
    async with opened(filled.desk()) as coach:
        await coach.press("D")
        assert coach.message.startswith("Discard the draft for Okafor, Dana?")
        await coach.press("enter")
        assert "Draft for Okafor" in coach.message
        assert file.exists()
        await coach.press("D", "y")
        coach.screen(CaseloadScreen)
        assert coach.message.startswith("Draft discarded.")
        await coach.press("D")
        assert coach.message.startswith("No cut-off draft is on offer")
    assert not file.exists()


async def test_a_new_person_s_form_is_offered_too(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("a")
        await coach.write("Whitcomb, D")
        await coach.press("escape", "q")
    cut_off(filled.folder / "drafts" / "coachee-new.json")
    async with opened(filled.desk()) as coach:
        assert coach.message.startswith("Draft for Whitcomb, D from 10:42 found.")
        await coach.press("enter")
        assert coach.screen(PersonFormScreen).form().name == "Whitcomb, D"


async def test_the_draft_of_somebody_who_is_gone_does_no_harm(filled: Files) -> None:
    file = cut_off_cycle(filled)
    text = file.read_text("utf-8").replace(filled.id_of("Okafor"), "01JGONE")
    (file.parent / "cycle-01JGONE.json").write_text(text, "utf-8")
    file.unlink()
    async with opened(filled.desk()) as coach:
        assert "found" in coach.message
        await coach.press("enter")
        coach.screen(CaseloadScreen)
        assert coach.message.startswith("The draft's person is not in the list; D discards it.")
        await coach.press("D", "y")
        assert coach.message.startswith("Draft discarded.")


async def test_a_damaged_draft_is_passed_over(filled: Files) -> None:
    file = cut_off_cycle(filled)
    file.write_bytes(file.read_bytes()[:40])
    async with opened(filled.desk()) as coach:
        assert "found" not in coach.message
        await coach.press("j", "j", "c")
        assert coach.screen(CycleScreen).form.minutes == ""


async def test_a_draft_with_fields_of_other_kinds_opens(filled: Files) -> None:
    file = cut_off_cycle(filled)
    kept = json.loads(file.read_text("utf-8"))
    kept["fields"] |= {"minutes": 7, "lesson": None, "prepared": "x", "ratings": [], "gone": "x"}
    kept["fields"] |= {"mode": "by_bird", "cluster": "§", "praise": "kept", "notes": "\x1b[2J"}
    file.write_text(json.dumps(kept), "utf-8")
    async with opened(filled.desk()) as coach:
        await coach.press("enter")
        form = coach.screen(CycleScreen).form
        assert (form.minutes, form.lesson, form.praise) == ("", "", "kept")
        for step in "12345":
            await coach.press("escape", step)
            assert "\x1b" not in coach.drawn()
        await coach.press("w")
        coach.screen(CycleScreen)

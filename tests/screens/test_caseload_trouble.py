"""A file that does not open, and a window that may not write."""

import json

from screens.caseload.screen import CaseloadScreen
from screens.cycle.screen import CycleScreen
from screens.person import PersonFormScreen
from tests.screens.kit import Files, opened

READ_ONLY = "This window is read-only; nothing is saved from it."


async def test_a_damaged_file_is_told_of_and_left_alone(filled: Files) -> None:
    broken = filled.file.read_bytes()[:-200]
    filled.file.write_bytes(broken)
    async with opened(filled.desk()) as coach:
        coach.screen(CaseloadScreen)
        told = coach.words(0, 50)
        assert "does not open" in told
        assert "Nobody here yet" not in told
        assert "It is left exactly as it is." in told
        await coach.press("j", "G", "enter", "i", "c", "e")
        coach.screen(CaseloadScreen)
        await coach.press("a")
        await coach.write("Whitcomb, Dana")
        await coach.press("escape", "w")
        form = coach.screen(PersonFormScreen)
        assert form.form().name == "Whitcomb, Dana"
        assert coach.message.startswith("Not saved.")
        await coach.press("q")
    assert filled.file.read_bytes() == broken


async def test_a_file_damaged_while_open_is_told_of(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        broken = b"{" + filled.file.read_bytes()[5:]
        filled.file.write_bytes(broken)
        await coach.press("j", "j", "i", "1", "1", "enter")
        assert coach.message.startswith(str(filled.folder)[:40])
        for key in ("c", "e", "enter"):
            await coach.press(key)
            coach.screen(CaseloadScreen)
            assert coach.message.startswith(str(filled.folder)[:40])
        assert filled.file.read_bytes() == broken


async def test_a_read_only_window_says_so_and_refuses(filled: Files) -> None:
    before = filled.file.read_bytes()
    async with opened(filled.desk(readonly=True)) as coach:
        assert "READ-ONLY" in coach.row(1)
        for key in ("i", "c", "e", "a", "D"):
            await coach.press("j", key)
            coach.screen(CaseloadScreen)
            assert coach.message.startswith(READ_ONLY)
        assert not {"GI", "cycle", "edit", "add"} & set(coach.row(24).split())
        await coach.press("enter", "v", "i")
        assert coach.message.startswith(READ_ONLY)
    assert filled.file.read_bytes() == before


async def test_a_read_only_window_looks_at_everything(filled: Files) -> None:
    async with opened(filled.desk(readonly=True)) as coach:
        await coach.press("G", "enter")
        assert "Moreno, Luz" in coach.row(1)
        await coach.press("q", "question_mark")
        assert "Help" in coach.row(1)
        await coach.press("q", "q")
        assert coach.app.return_value == 0


async def test_a_read_only_window_keeps_no_draft(filled: Files) -> None:
    desk = filled.desk()
    before = {draft.key: draft for draft in desk.drafts.all()}
    opened_cycle = desk.cycles.open(filled.id_of("Okafor"))
    async with opened(filled.desk(readonly=True)) as coach:
        coach.app.push_screen(CycleScreen(opened_cycle))
        await coach.settle()
        await coach.write("22")
        await coach.press("ctrl+s", "escape", "w")
        assert coach.message.startswith(READ_ONLY)
        await coach.press("q")
    assert {draft.key: draft for draft in filled.desk().drafts.all()} == before


async def test_one_damaged_person_harms_nobody_else(filled: Files) -> None:
    tables = json.loads(filled.file.read_text("utf-8"))
    (okafor,) = (r for r in tables["coachees"].values() if r["family"] == "Okafor")
    okafor["ideal_days"] = "often"
    filled.file.write_text(json.dumps(tables), "utf-8")
    async with opened(filled.desk()) as coach:
        home = coach.screen(CaseloadScreen)
        await coach.press("j", "j")
        assert "Okafor, Dana" in coach.drawn()
        for key in ("i", "c", "e", "enter"):
            await coach.press(key)
            assert coach.app.screen is home
            assert "Okafor, Dana:" not in coach.message
            assert coach.message.endswith("3/15")
        await coach.press("k", "i", "5", "enter")
        assert "Bell, Marcus: session 3, 5 GIs" in coach.message

"""What is typed reaches the disk by itself, and comes back after a cut-off."""

import time
from typing import NoReturn

import pytest

from coach_tui.domain.draft import Draft
from coach_tui.errors import Unavailable
from coach_tui.storage.drafts import FileDrafts
from coach_tui.storage.store import FileStore
from screens.caseload.screen import CaseloadScreen
from screens.cycle.screen import CycleScreen
from screens.person import PersonFormScreen
from tests.screens.kit import Files, open_cycle, opened

FULL = "The disk is full."


def draft_of(files: Files, family: str = "Okafor") -> Draft | None:
    """The draft of a person's cycle, as it is on the disk."""
    return files.desk().drafts.read(f"cycle-{files.id_of(family)}")


async def test_a_draft_is_written_a_second_after_the_last_key(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_cycle(coach)
        began = time.monotonic()
        await coach.press("2")
        assert draft_of(filled) is None
        await coach.press("2")
        await coach.until(lambda: draft_of(filled))
        assert 0.9 < time.monotonic() - began < 3
        draft = draft_of(filled)
        assert draft is not None
        assert (draft.fields["minutes"], draft.place, draft.closed) == ("22", "minutes:0:2", False)
        await coach.until(lambda: coach.row(1).endswith("draft saved 10:42"))


async def test_typing_on_and_on_is_written_too(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_cycle(coach, step=4)
        began = time.monotonic()
        while draft_of(filled) is None:
            await coach.write("a")
            await coach.pilot.pause(0.1)
            assert time.monotonic() - began < 4


async def test_leaving_a_field_writes_the_draft_at_once(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        cycle = await open_cycle(coach)
        for key in ("tab", "escape", "ctrl+s", "enter"):
            cycle.query_one("#f-minutes").focus()
            await coach.write("2")
            await coach.press(key)
            draft = draft_of(filled)
            assert draft is not None
            assert (key, draft.fields["minutes"]) == (key, cycle.form.minutes)


async def test_leaving_the_app_closes_the_draft(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_cycle(coach)
        await coach.write("22")
        await coach.press("ctrl+q")
        assert coach.app.return_value == 0
    draft = draft_of(filled)
    assert draft is not None
    assert (draft.fields["minutes"], draft.closed) == ("22", True)


async def test_a_full_disk_keeps_the_text_and_says_so(
    filled: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(filled.desk()) as coach:
        cycle = await open_cycle(coach)
        await coach.write("22")
        monkeypatch.setattr(FileStore, "save", _full)
        await coach.press("escape", "w")
        assert coach.app.screen is cycle
        assert coach.message.startswith("Not saved")
        assert cycle.form.minutes == "22"
        assert draft_of(filled) is not None
        monkeypatch.undo()
        await coach.press("w")
        coach.screen(CaseloadScreen)
    assert draft_of(filled) is None


async def test_a_form_that_a_full_disk_bars_stays(
    filled: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("a")
        await coach.write("Whitcomb, Dana")
        monkeypatch.setattr(FileStore, "save", _full)
        await coach.press("escape", "w")
        assert coach.screen(PersonFormScreen).form().name == "Whitcomb, Dana"
        assert coach.message.startswith("Not saved")
        assert FULL in coach.message


async def test_a_total_that_a_full_disk_bars_stays_in_the_box(
    filled: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("j", "j", "i", "1", "1")
        monkeypatch.setattr(FileStore, "save", _full)
        await coach.press("enter")
        assert FULL in coach.drawn()
        assert "Total GIs so far 11" in coach.drawn()
        monkeypatch.undo()
        await coach.press("enter")
        assert "session 4, 11 GIs" in coach.message


async def test_a_draft_that_cannot_be_written_is_told_of(
    filled: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(filled.desk()) as coach:
        cycle = await open_cycle(coach)
        monkeypatch.setattr(FileDrafts, "write", _full_draft)
        await coach.write("22")
        await coach.press("escape")
        assert "draft NOT saved" in coach.row(1)
        assert "not on the disk" in coach.words()
        await coach.press("q")
        assert coach.app.screen is cycle  # leaving would lose it
        await coach.press("Q")
        assert coach.app.screen is cycle
        monkeypatch.undo()
        await coach.press("q")
        coach.screen(CaseloadScreen)
    assert draft_of(filled) is not None


async def test_a_draft_of_the_whole_form_comes_back(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_cycle(coach)
        await coach.write("22")
        await coach.press("tab", "r", "tab")
        await coach.write("Period 3")
        await coach.press("tab", "space", "escape", "4", "tab", "tab", "r", "tab", "tab")
        await coach.write("next th")
        await coach.press("escape", "q")
        await coach.press("c")
        form = coach.screen(CycleScreen).form
        assert (form.minutes, form.mode, form.lesson) == ("22", "recorded", "Period 3")
        assert (form.prepared, form.practice, form.due) == (("materials",), "rehearsed", "next th")
        await coach.press("escape", "4")
        assert "next th" in coach.drawn()


def _full(*_: object) -> NoReturn:
    raise Unavailable(FULL)


def _full_draft(_drafts: FileDrafts, _draft: Draft) -> NoReturn:
    raise Unavailable(FULL)


async def test_enter_in_a_box_puts_the_line_on_the_disk(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_cycle(coach, step=2)
        await coach.press("tab")
        await coach.write("a precise praise\n")
        draft = draft_of(filled)
        assert draft is not None
        assert draft.fields["praise"] == "a precise praise"

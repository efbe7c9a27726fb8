"""Undo, redo and archiving from the keys."""

import pytest

from coach_tui.domain.contact import Contact
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.todo import Todo
from coach_tui.services.desk import Desk
from screens.caseload.screen import CaseloadScreen
from tests.screens.kit import Files, opened


async def test_a_total_goes_back_and_forth_and_row_23_says_so(demo: Desk, files: Files) -> None:
    before = len(files.records(Cycle, "Okafor"))
    async with opened(demo) as coach:
        await coach.press("u")
        assert coach.message.startswith("Nothing to undo: nothing more was saved in this window.")
        await coach.press("j", "j", "i", "1", "1", "enter", "u")
        assert coach.message.startswith("Undid: GI 11 for Okafor, Dana, session 4. Saved 10:42.")
        assert len(files.records(Cycle, "Okafor")) == before
        await coach.press("U")
        assert coach.message.startswith("Made again: GI 11 for Okafor, Dana, session 4. Saved")
        assert len(files.records(Cycle, "Okafor")) == before + 1
        await coach.press("U")
        assert coach.message.startswith("There is nothing to make again.")


async def test_the_oldest_late_to_do_is_done_and_then_not(demo: Desk, files: Files) -> None:
    """Script 4 of ux.md: g a x u."""
    async with opened(demo) as coach:
        await coach.press("g", "a", "x")
        assert "Share the choice board link" in coach.message
        assert [todo.status for todo in files.records(Todo, "Abara")].count("done") >= 1
        await coach.press("u")
        assert coach.message.startswith("Undid: to-do done: Share the choice board link (Abara,")
        assert "open" in [todo.status for todo in files.records(Todo, "Abara")]
        assert len(coach.keys) == 4


async def test_an_archived_person_is_out_of_the_list_until_undone(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "j", "d")
        assert coach.message.startswith("Archived Okafor, Dana; u undoes it. /archived lists them.")
        assert not any(row[1:].startswith("Okafor") for row in coach.rows())
        assert files.person("Okafor").status == "archived"
        await coach.press("u")
        assert coach.message.startswith("Undid: Okafor, Dana archived.")
        assert any(row[1:].startswith("Okafor") for row in coach.rows())
        assert files.person("Okafor").status == "active"


async def test_the_next_key_is_for_the_person_who_is_back(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "j", "d", "G", "u")
        assert coach.message.startswith("Undid: Okafor, Dana archived.")
        assert coach.screen(CaseloadScreen).current == files.id_of("Okafor")
        await coach.press("i", "1", "1", "enter", "k", "k", "u")
        assert coach.screen(CaseloadScreen).current == files.id_of("Okafor")
        await coach.press("j", "U")
        assert coach.screen(CaseloadScreen).current == files.id_of("Okafor")


async def test_an_undo_takes_no_filter_off(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "d", "slash")
        await coach.write("lincoln")
        await coach.press("enter", "j", "u")
        assert coach.message.startswith("Undid: Bell, Marcus archived.")
        assert coach.screen(CaseloadScreen).row is not None
        assert [row.name for row in coach.screen(CaseloadScreen).rows][1] == "Okafor, Dana"
        await coach.press("enter")
        assert coach.row(1).startswith("Okafor, Dana")


async def test_two_windows_do_not_bring_back_whom_both_archive(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "j")
        files.desk().archiving.archive(files.id_of("Okafor"))
        await coach.press("d")
        assert coach.message.startswith("Not saved. Okafor, Dana is archived already.")
        assert not any(row[1:].startswith("Okafor") for row in coach.rows())
        assert files.person("Okafor").status == "archived"


@pytest.mark.parametrize("keys", [("g", "a", "j"), ("j", "enter"), ("j", "P")])
async def test_archiving_from_any_screen_goes_by_what_it_shows(
    demo: Desk, files: Files, keys: tuple[str, ...]
) -> None:
    async with opened(demo) as coach:
        await coach.press(*keys)
        files.desk().archiving.archive(files.id_of("Bell"))
        await coach.press("d")
        assert coach.message.startswith("Not saved. Bell, Marcus is archived already.")
        assert files.person("Bell").status == "archived"


async def test_whoever_is_on_leave_is_archived_and_comes_back_on_leave(
    demo: Desk, files: Files
) -> None:
    okafor = files.person("Okafor")
    files.desk().store.save([okafor.but(status="leave")])
    async with opened(demo) as coach:
        await coach.press("slash", *"okafor", "enter", "enter", "d")
        assert coach.message.startswith("Archived Okafor, Dana;")
        await coach.press("d")
        told = "Back in the list, on leave as before: Okafor, Dana; u undoes it."
        assert coach.message.startswith(told)
    assert files.person("Okafor").status == "leave"


async def test_no_name_stands_in_row_23_while_names_are_hidden(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "j", "colon")
        await coach.write("contact met by the copier")
        await coach.press("enter", "H", "u")
        assert coach.message.startswith("Undid: the last change, a contact. A copy is in archive/.")
        assert files.records(Contact, "Okafor") == ()
        await coach.press("d")
        assert "Okafor" not in coach.message
    (kept,) = (files.folder / "archive").iterdir()
    assert "met by the copier" in kept.read_text("utf-8")


async def test_an_undone_note_of_ones_own_is_told_whole_while_hidden(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "t", "n")
        await coach.write("More.")
        await coach.press("ctrl+s", "H", "u")
        told = "Undid: the last change, your own practice. A copy is in archive/."
        assert coach.message.startswith(told)

"""A contact: saved at once from the command line, or from its form."""

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import NoReturn

import pytest

from coach_tui.domain.contact import Contact
from coach_tui.domain.note import Note
from coach_tui.errors import Unavailable
from coach_tui.storage.store import FileStore
from coach_tui.widgets.fields.text_box import TextBox
from screens.caseload.screen import CaseloadScreen
from screens.contact import ContactScreen
from screens.cycle.prior import PriorScreen
from screens.profile.screen import ProfileScreen
from tests.screens.kit import Coach, Files, opened
from tests.screens.test_command_line import ask
from tests.screens.test_found_draft import cut_off

ASKED = "Luis asked for a lab timer; sent file, 5 min"
DENVER = timezone(timedelta(hours=-7))
PANE = 50
"""The column that the pane beside the list starts in."""


def lines(files: Files, family: str = "Okafor") -> list[str]:
    """The lines of the contacts with somebody."""
    ids = {contact.note_id for contact in files.records(Contact, family)}
    notes = [note for note in files.records(Note, family) if note.id in ids]
    return [line.text for note in notes for line in note.lines]


def full(*_: object) -> NoReturn:
    raise Unavailable("The disk is full.")


async def fill_in(coach: Coach, text: str, minutes: str = "") -> ContactScreen:
    """Open the form of a contact with Okafor and type into it."""
    await coach.press("j", "j")
    await ask(coach, "contact")
    screen = coach.screen(ContactScreen)
    await coach.write(text)
    await coach.press("tab")
    await coach.write(minutes)
    return screen


async def test_a_text_is_saved_at_once(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("j", "j")
        await ask(coach, f"contact {ASKED}")
        coach.screen(CaseloadScreen)
        told = "Okafor, Dana: contact noted, 5 min; it is no visit. Saved 10:42."
        assert coach.message.startswith(told)
        pane = coach.words(PANE)
        assert "Last visit Mar 4" in pane
        assert "Last contact today, 5 min" in pane
        assert "Last note Today" in pane
        await coach.press("j", "k")
        assert coach.message.startswith("Okafor, Dana: session 3")  # and still at its place
    assert lines(filled) == [ASKED]
    assert filled.records(Contact, "Okafor")[0].minutes == 5


async def test_the_profile_tells_both_clocks_at_once(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("j", "j", "enter")
        assert coach.row(2).endswith("Last visit & contact Mar 4")
        await ask(coach, f"contact {ASKED}")
        coach.screen(ProfileScreen)
        assert coach.row(2).endswith("visit Mar 4 · contact today")
        assert "contact noted, 5 min" in coach.message
        assert coach.screen(ProfileScreen).session == 3


async def test_the_form_is_saved_with_w(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await fill_in(coach, "asked for a timer\n# tired", "7")
        assert coach.row(1).startswith("Okafor, Dana · contact")
        await coach.press("escape", "w", "w")
        coach.screen(CaseloadScreen)
        assert coach.message.startswith("Okafor, Dana: contact noted, 7 min; it is no visit.")
        assert "tired" not in coach.drawn()
    assert lines(filled) == ["asked for a timer", "# tired"]
    assert [c.minutes for c in filled.records(Contact, "Okafor")] == [7]
    assert "contact" not in {draft.form for draft in filled.desk().drafts.all()}


async def test_ctrl_s_saves_and_minutes_are_read_off_the_end(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await fill_in(coach, ASKED)
        await coach.press("ctrl+s")
        coach.screen(CaseloadScreen)
        assert "contact noted, 5 min" in coach.message


async def test_a_blank_form_stays_and_says_why(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await fill_in(coach, "")
        await coach.press("escape", "w")
        coach.screen(ContactScreen)
        assert coach.message.startswith("Not saved. Nothing is typed")
        await coach.press("q")
        coach.screen(CaseloadScreen)
        assert "draft" not in coach.message
    assert filled.records(Contact, "Okafor") == ()


async def test_leaving_keeps_it_and_d_discards_it(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await fill_in(coach, "asked for a timer", "7")
        await coach.press("escape", "q")
        assert "the draft is kept; :contact brings it back." in coach.message
        await ask(coach, "contact")
        form = coach.screen(ContactScreen).form()
        assert (form.text, form.minutes) == ("asked for a timer", "7")
        await coach.press("escape", "D", "y")
        coach.screen(CaseloadScreen)
        await ask(coach, "contact")
        assert coach.screen(ContactScreen).form().is_blank


async def test_a_text_that_cannot_be_saved_is_in_the_form(
    filled: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(filled.desk()) as coach:
        monkeypatch.setattr(FileStore, "save", full)
        await coach.press("j", "j")
        await ask(coach, f"contact {ASKED}")
        form = coach.screen(ContactScreen)
        assert coach.message.startswith("Not saved. The disk is full.")
        assert (form.form().text, form.is_typing) == (ASKED, True)
        monkeypatch.undo()
        await coach.press("escape", "q")
        assert "is kept" in coach.message
        monkeypatch.setattr(FileStore, "save", full)
        await ask(coach, "contact and again")
        assert coach.screen(ContactScreen).form().text == f"{ASKED}\nand again"
        monkeypatch.undo()
        await coach.press("ctrl+s")
        coach.screen(CaseloadScreen)
    assert lines(filled) == [ASKED, "and again"]


async def test_a_text_of_nothing_but_marks_opens_the_form(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await ask(coach, "contact #")
        assert coach.screen(ContactScreen).form().text == "#"
        assert coach.message.startswith("Not saved. Nothing is typed")


async def test_one_that_was_cut_off_is_offered(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await fill_in(coach, "asked for a timer", "7")
        await coach.press("escape")
        name = f"contact-{filled.id_of('Okafor')}.json"
        await coach.until(lambda: (filled.folder / "drafts" / name).exists())
    cut_off(filled.folder / "drafts" / name)
    async with opened(filled.desk()) as coach:
        assert coach.message.startswith("Draft for Okafor, Dana from 10:42 found.")
        await coach.press("enter")
        form = coach.screen(ContactScreen)
        assert (form.form().text, form.form().minutes) == ("asked for a timer", "7")
        assert coach.row(1).startswith("Okafor, Dana")


async def test_a_draft_of_a_form_that_is_not_known_stays_on_offer(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await fill_in(coach, "asked for a timer")
        await coach.press("escape", "q")
    file = filled.folder / "drafts" / f"contact-{filled.id_of('Okafor')}.json"
    cut_off(file)
    kept = json.loads(file.read_text("utf-8"))
    file.write_text(json.dumps({**kept, "form": "sonnet"}), "utf-8")
    async with opened(filled.desk()) as coach:
        await coach.press("enter")
        coach.screen(CaseloadScreen)
        assert coach.message.startswith("This version has no form for that draft; D discards it.")
        await coach.press("D", "y")
        assert coach.message.startswith("Draft discarded.")


async def test_one_that_is_typed_elsewhere_is_left_there(
    filled: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = filled.desk().drafts
    async with opened(filled.desk()) as coach:
        await fill_in(coach, "asked for a timer")
        await coach.press("escape", "q")
        (draft,) = [found for found in other.all() if found.form == "contact"]
        file = filled.folder / "drafts" / f"{draft.key}.json"
        kept = json.loads(file.read_text("utf-8"))
        file.write_text(json.dumps({**kept, "closed": False, "pid": 1}), "utf-8")
        await ask(coach, "contact")
        coach.screen(CaseloadScreen)
        assert coach.message.startswith("This contact is being typed in another window")
        monkeypatch.setattr(FileStore, "save", full)
        await ask(coach, "contact mine")
        assert coach.screen(ContactScreen).form().text == "mine"
        monkeypatch.undo()
        await coach.press("ctrl+s")
        assert "contact noted" in coach.message
    assert json.loads(file.read_text("utf-8"))["fields"]["text"] == "asked for a timer"


async def test_a_draft_with_minutes_of_another_kind_is_refused_in_words(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await fill_in(coach, "x")
        await coach.press("escape", "q")
    file = filled.folder / "drafts" / f"contact-{filled.id_of('Okafor')}.json"
    kept = json.loads(file.read_text("utf-8"))
    kept["fields"]["minutes"] = "x[/]"
    file.write_text(json.dumps(kept), "utf-8")
    async with opened(filled.desk()) as coach:
        await coach.press("j", "j")
        await ask(coach, "contact")
        await coach.press("ctrl+s")
        assert coach.message.startswith("Not saved. 'x[/' is not a number of minutes")


async def test_keys_after_it_wait_for_the_save(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.rush("j", "j", ":", *f"contact {ASKED}", "enter", "enter")
        coach.screen(ProfileScreen)
        assert coach.row(2).endswith("contact today")
        await coach.rush(":", *"contact", "enter", *"5 words", "tab", "9", "escape", "w")
        coach.screen(ProfileScreen)
        assert "contact noted, 9 min" in coach.message


async def test_the_cursor_stands_behind_what_is_there(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await fill_in(coach, "one\ntwo")
        await coach.press("escape", "q")
        await ask(coach, "contact")
        await coach.write(" more")
        assert coach.screen(ContactScreen).query_one(TextBox).text == "one\ntwo more"


async def test_a_note_of_the_evening_is_of_the_coachs_day(filled: Files) -> None:
    filled.clock.zone = DENVER
    filled.clock.moment = datetime(2025, 3, 11, 3, 30, tzinfo=UTC)  # Mar 10, 20:30
    filled.desk().contacts.record(filled.id_of("Okafor"), "wrote home")
    filled.clock.moment = datetime(2025, 3, 11, 17, tzinfo=UTC)
    async with opened(filled.desk(), (120, 40)) as coach:
        await coach.press("j", "j")
        await coach.until(lambda: "wrote home" in coach.drawn())
        assert "Last contact Mar 10" in coach.words(81)
        assert "Last note Mar 10" in coach.words(81)
        await coach.press("enter")
        assert coach.row(2).endswith("last contact Mar 10")
        assert "Last note Mar 10" in coach.words()
        filled.desk().store.get(Note, filled.records(Note, "Okafor")[-1].id)
        await coach.press("c", "escape")
        await ask(coach, "prior")
        coach.screen(PriorScreen)
        assert "Note Mon Mar 10 20:30 wrote home" in coach.words()

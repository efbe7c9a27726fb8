"""A record is corrected on its own form: prefilled, one reason, and what stood there beneath."""

import pytest

from coach_tui.domain.contact import Contact
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.note import Note
from coach_tui.domain.records import Record
from coach_tui.domain.todo import Todo
from coach_tui.text import is_unsafe
from coach_tui.widgets.fields.choice_row import ChoiceRow
from coach_tui.widgets.fields.cluster_picker import ClusterPicker
from coach_tui.widgets.fields.line_field import LineField
from screens.caseload.screen import CaseloadScreen
from screens.correction.screen import CorrectionScreen, open_correction
from screens.review import ReviewScreen
from tests.screens.kit import SIZES, Coach, Files, opened
from tests.screens.test_found_draft import cut_off
from tests.screens.test_hostile_text import HOSTILE, check_drawn

KINDS: dict[str, type[Record]] = {
    "cycle": Cycle,
    "note": Note,
    "todo": Todo,
    "contact": Contact,
}


async def correct(coach: Coach, files: Files, kind: str = "cycle") -> str:
    """Open Okafor's newest record of a kind; gives its id."""
    key = files.records(KINDS[kind], "Okafor")[-1].id
    open_correction(coach.screen(ReviewScreen), kind, key)
    await coach.settle()
    return key


async def at_reason(coach: Coach) -> None:
    """Go to the field of the reason."""
    coach.app.screen.query_one("#f-reason").focus()
    await coach.settle()


async def test_a_total_is_corrected_with_a_reason(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        key = await correct(coach, filled)
        assert coach.row(1).startswith("Okafor, Dana · correct session 3")
        assert "GIs so far    8       ■■·· Approaching  7 more to Meeting (15)" in coach.drawn()
        await coach.press("backspace", "1", "6")
        assert "GIs so far    16      ■■■· Meeting" in coach.drawn()
        await coach.press("escape", "w")
        assert coach.message.startswith("Not saved: a reason is needed.")
        await coach.write("found a second list")
        await coach.press("ctrl+s")
        coach.screen(CaseloadScreen)
        told = "Corrected session 3 of Okafor, Dana: total 8 to 16. Saved 10:42."
        assert coach.message.startswith(told)
        assert "Okafor, Dana      3   16 ■■■· Meet" in coach.drawn()
        await correct(coach, filled)
        await at_reason(coach)
        assert "Mar 11: total 8 to 16. Reason: found a second list." in coach.drawn()
    desk = filled.desk()
    assert desk.store.get(Cycle, key).gi.history[-1].was == 8


@pytest.mark.parametrize("size", SIZES)
async def test_a_missing_reason_is_asked_for_at_its_field(
    filled: Files, size: tuple[int, int]
) -> None:
    whole = "7 is lower than the 8 recorded for session 3; give a short reason and both are kept."
    async with opened(filled.desk(), size) as coach:
        await correct(coach, filled)
        await coach.press("backspace", "7", "ctrl+s")
        screen = coach.screen(CorrectionScreen)
        assert screen.place_name == "reason"
        assert screen.is_typing
        assert whole in coach.words()
        assert any(row.startswith(" Reason") for row in coach.rows())
        assert coach.message == "Not saved: a reason is needed. ^s saves, or Esc then w."
        await coach.write("x")
        assert whole not in coach.words()  # it no longer holds
        await coach.press("backspace")
        screen.query_one("#form").scroll_home(animate=False, immediate=True)
        await coach.press("ctrl+s")  # the cursor is in the field already
        assert whole in coach.words()


async def test_no_label_touches_its_field(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await correct(coach, filled)
        coach.app.screen.query_one("#f-coach_total").focus()
        await coach.write("9")
        assert "Coach's count 9 " in coach.drawn()


async def test_the_draft_is_kept_and_taken_up_where_it_was(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        key = await correct(coach, filled, "todo")
        await coach.write("First ")
        await coach.press("escape", "q")
        assert coach.message.startswith("Not saved yet: the draft is kept; correcting a to-do")
    cut_off(filled.folder / "drafts" / f"correction-{key}.json")
    async with opened(filled.desk()) as coach:
        assert coach.message.startswith("Draft for Okafor, Dana from 10:42 found.")
        await coach.press("enter")
        screen = coach.screen(CorrectionScreen)
        assert screen.form().values["step"] == "First Pre-write 3 sort piles"
        assert screen.place_name == "step"
        await coach.press("escape", "D", "y")
        assert coach.message.startswith("Discarded what was typed.")
        await correct(coach, filled, "todo")
        await coach.press("escape", "w")
        assert coach.message.startswith("Nothing was changed, so nothing was saved.")
    assert not list((filled.folder / "drafts").glob("correction-*"))


async def test_a_window_that_is_readonly_says_so(filled: Files) -> None:
    async with opened(filled.desk(readonly=True)) as coach:
        await correct(coach, filled)
        coach.screen(CaseloadScreen)
        assert coach.message.startswith("This window is read-only; nothing is saved from it.")


async def test_a_cluster_out_of_order_and_engagement_data(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await correct(coach, filled)
        assert "Engagement data" not in " ".join(coach.rows())
        screen = coach.screen(CorrectionScreen)
        screen.query_one("#f-cluster").focus()
        await coach.press("z")
        assert coach.message.startswith("There is no cluster Z.")
        await coach.press("a")
        assert coach.message.startswith("Reason needed: cluster A was the focus of session 1.")
        screen.query_one("#f-mode").focus()
        await coach.press("right")
        assert screen.query_one("#engagement-block").display
        await at_reason(coach)
        await coach.write("mixed up")
        await coach.press("ctrl+s")
        assert coach.message.startswith("Corrected session 3 of Okafor, Dana: mode")
    assert filled.records(Cycle, "Okafor")[-1].override == "mixed up"


@pytest.mark.parametrize("kind", KINDS)
async def test_hostile_text_in_every_field_at_every_size(filled: Files, kind: str) -> None:
    filled.desk().contacts.record(filled.id_of("Okafor"), "Asked, 5 min\n# for me")
    text = HOSTILE["letters"]
    async with opened(filled.desk()) as coach:
        await correct(coach, filled, kind)
        screen = coach.screen(CorrectionScreen)
        for field in screen.all_fields():
            if not isinstance(field, (ChoiceRow, ClusterPicker)):
                field.focus()
                await coach.paste(text)
        for size in SIZES:
            await coach.pilot.resize_terminal(*size)
            await coach.settle()
            check_drawn(coach, f"{kind} at {size}")
        for name, stored in screen.form().stored.items():
            if name in ("when", "at", "due"):
                screen.query_one(f"#f-{name}", LineField).value = stored
        await coach.press("ctrl+s")
        assert coach.message.startswith("Corrected"), coach.message
        check_drawn(coach, f"{kind} saved")
        await correct(coach, filled, kind)
        await at_reason(coach)
        assert "Corrected before" in coach.drawn()
        check_drawn(coach, f"{kind} history")
    record = filled.records(KINDS[kind], "Okafor")[-1]
    assert isinstance(record, Cycle | Note | Todo | Contact)
    assert record.corrections or kind == "contact"  # whose text is its note's
    kept = record.model_dump_json()
    assert not any(is_unsafe(letter) for letter in kept)

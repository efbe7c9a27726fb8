"""The note: a timed line a row, tags and counts, the visit's minutes; filed when it is left."""

from datetime import UTC, datetime, timedelta

import pytest

from coach_tui.domain.contact import Contact
from coach_tui.domain.note import Note
from coach_tui.domain.visit import Visit
from screens.caseload.screen import CaseloadScreen
from screens.cycle.screen import CycleScreen
from screens.note.screen import NoteScreen
from tests.screens.kit import PLACES, Coach, Files, opened


async def open_note(coach: Coach, family: str = "Okafor") -> NoteScreen:
    """Open the note of somebody of the demo."""
    await coach.press(*"j" * PLACES[family], "n")
    return coach.screen(NoteScreen)


def newest(files: Files, family: str = "Okafor") -> Note:
    """A person's newest note on the disk."""
    return files.records(Note, family)[-1]


async def test_a_note_is_one_key_and_stamps_itself(filled: Files) -> None:
    """Script 2: n, two lines with > on the second, Esc q: filed, one action counted."""
    async with opened(filled.desk()) as coach:
        note = await open_note(coach)
        await coach.write('T: "turn to your partner"\n> sentence frame first')
        assert note.editor.text == '10:42 T: "turn to your partner"\n10:42 > sentence frame first'
        assert coach.message.startswith("2 lines: 1 action")
        await coach.press("escape", "q")
        coach.screen(CaseloadScreen)
        assert "note filed, 2 lines: 1 action" in coach.message
        assert len([key for key in coach.keys if key not in ("j",)]) <= 4
    filed = newest(filled)
    assert [(line.tag, line.id) for line in filed.lines] == [("", "1"), ("action", "2")]
    assert filled.desk().drafts.read(f"note-{filed.id}") is None


async def test_an_empty_note_leaves_nothing(filled: Files) -> None:
    before, drafts = len(filled.table("notes")), len(filled.desk().drafts.all())
    async with opened(filled.desk()) as coach:
        await open_note(coach)
        await coach.write("x")
        await coach.press(*["backspace"] * 7, "escape", "q")
        assert "filed" not in coach.message
    assert len(filled.table("notes")) == before
    assert len(filled.desk().drafts.all()) == drafts


async def test_within_four_hours_n_goes_on_at_the_end(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_note(coach)
        await coach.write("one")
        await coach.press("escape", "q")
        filled.clock.moment += timedelta(hours=3, minutes=59)
        note = await open_note_here(coach)
        assert note.editor.text == "10:42 one"
        await coach.write("\ntwo")
        await coach.press("escape", "q")
        filled.clock.moment += timedelta(hours=4, minutes=1)
        note = await open_note_here(coach)
        assert note.editor.text == ""
    assert [line.text for line in newest(filled).lines] == ["one", "two"]
    assert newest(filled).revision == 2


async def open_note_here(coach: Coach) -> NoteScreen:
    """Open the note of the person under the cursor."""
    await coach.press("n")
    return coach.screen(NoteScreen)


async def test_enter_puts_the_line_on_the_disk_before_it_is_answered(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        note = await open_note(coach)
        await coach.write("first line\n")
        draft = filled.desk().drafts.read(note.draft_key)
        assert draft is not None
        assert draft.fields["text"] == "10:42 first line"
        assert note.editor.text == "10:42 first line\n10:42 "


async def test_enter_on_a_bare_time_takes_the_time_anew(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        note = await open_note(coach)
        await coach.write("a\n")
        filled.clock.moment += timedelta(minutes=5)
        await coach.press("enter")
        assert note.editor.text == "10:42 a\n10:47 "
        await coach.press("backspace")
        assert note.editor.text == "10:42 a"
        await coach.write("b")
        await coach.press("ctrl+g")
        assert note.editor.text == "10:42 ab10:47 "


async def test_a_paste_of_many_lines_is_stamped_once_and_kept(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        note = await open_note(coach)
        await coach.paste("+ one\r\ntwo\n\n17/24 three")
        assert note.editor.text == "10:42 + one\ntwo\n\n17/24 three"
        await coach.press("escape", "q")
    assert [line.text for line in newest(filled).lines] == ["+ one", "two", "17/24 three"]


async def test_tags_are_counted_as_they_are_typed(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_note(coach)
        await coach.write("+ a @EL #C\n? b\n* c 17/24 @EL\n# d @EL")
        assert coach.message.startswith(
            "4 lines: 1 praise, 1 probe, 1 GI evidence, 1 private, @EL 2"
        )
        await coach.press("escape", "u")
        assert "1 private" not in coach.message
        await coach.press("U")
        assert "1 private" in coach.message


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        (14, "Visit ended. 14 minutes; visits of 15 to 30 are planned for."),
        (15, "Visit ended: 15 minutes."),
        (30, "Visit ended: 30 minutes."),
        (31, "Visit ended. 31 minutes; visits of 15 to 30 are planned for."),
    ],
)
async def test_the_visit_ends_with_a_full_stop(filled: Files, minutes: int, told: str) -> None:
    async with opened(filled.desk()) as coach:
        await open_note(coach)
        await coach.write("a")
        filled.clock.moment += timedelta(minutes=minutes)
        await coach.press("escape")
        assert coach.message.endswith(f"{minutes} min")
        await coach.press("full_stop")
        assert coach.message.startswith(told)
        await coach.press("full_stop")
        assert coach.message.startswith("The visit goes on.")
        await coach.press("full_stop", "q")
    note = newest(filled)
    began = datetime(2025, 3, 11, 10, 42, tzinfo=UTC)
    assert (note.started_at, note.ended_at) == (began, began + timedelta(minutes=minutes))


async def test_a_visit_that_ended_was_the_one_planned(filled: Files) -> None:
    def visits() -> list[str]:
        today = filled.clock.today()
        return [v.status for v in filled.records(Visit, "Okafor") if v.on == today]

    assert visits() == ["planned"]
    async with opened(filled.desk()) as coach:
        await open_note(coach)
        await coach.write("a")
        await coach.press("escape", "full_stop", "q")
    assert visits() == ["held"]
    assert filled.records(Contact, "Okafor") == ()


async def test_the_time_runs_on_after_a_crash(filled: Files) -> None:
    """Nothing is filed: the draft brings back text, cursor, mode and the running time."""
    async with opened(filled.desk()) as coach:
        note = await open_note(coach)
        await coach.write("first\nsecond")
        await coach.press("escape", "m", "enter", *["left"] * 3)
        await coach.press("ctrl+s")
        cut = filled.desk().drafts.read(note.draft_key)
        assert cut is not None
        note.no_more_drafts()
    filled.clock.moment += timedelta(minutes=9)
    async with opened(filled.desk()) as coach:
        assert "Draft for Okafor, Dana" in coach.message
        await coach.press("enter")
        note = coach.screen(NoteScreen)
        assert note.editor.text == "10:42 first\n10:42 second"
        assert note.editor.cursor_location == (1, 9)
        assert coach.message.endswith("9 min")
        assert note.typed_form().mode == "live_class"


async def test_the_cycle_goes_on_from_the_note(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_note(coach)
        await coach.write("+ named three strategies\n* tracker on the wall @EL")
        filled.clock.moment += timedelta(minutes=22)
        await coach.press("escape", "full_stop", "c")
        cycle = coach.screen(CycleScreen)
        assert cycle.form.notes.split("\n")[1] == "10:42 * tracker on the wall @EL"
        assert (cycle.form.at, cycle.form.minutes) == ("10:42", "22")
        assert "in your notes: Newcomers 0, Back table 0, EL 1" in coach.drawn()
        await coach.press("escape", "n")
        note = coach.screen(NoteScreen)
        await coach.press("enter")
        await coach.write("\n> frame first")
        assert note.editor.document.line_count == 3
        await coach.press("escape", "q")
        assert coach.screen(CycleScreen).form.notes.endswith("> frame first")
        await coach.press("4")
        assert "frame first" in coach.drawn()
        await coach.press("ctrl+o", "enter")
        assert coach.screen(CycleScreen).form.step == "frame first"
        await coach.press("escape", "w")
    held = filled.records(Note, "Okafor")
    assert len(held) == len({note.id for note in held})
    note_record = held[-1]
    assert [line.tag for line in note_record.lines] == ["praise", "evidence", "action"]
    assert note_record.cycle_id
    from coach_tui.domain.cycle import Cycle

    cycle_record = filled.records(Cycle, "Okafor")[-1]
    assert [(c.field, c.note_id, c.line_id) for c in cycle_record.citations] == [
        ("step", note_record.id, "3")
    ]
    assert filled.desk().drafts.read(f"note-{note_record.id}") is None


async def test_a_new_line_below_the_window_is_seen_at_once(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        note = await open_note(coach)
        await coach.paste("\n".join(f"line {number}" for number in range(30)))
        await coach.press("enter")
        assert note.editor.scroll_offset.y == note.editor.max_scroll_y
        assert coach.rows()[-3].strip() == "10:42"


async def test_left_at_once_while_the_words_are_being_read(filled: Files) -> None:
    for _ in range(3):
        async with opened(filled.desk()) as coach:
            await coach.press("j", "j")
            await coach.rush("n", "x", "escape", "q", "n", "escape", "q")
            coach.screen(CaseloadScreen)
            assert coach.app.return_code is None


async def test_where_nothing_is_typed_d_just_leaves(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_note(coach)
        await coach.press("escape", "D")
        coach.screen(CaseloadScreen)
        assert "note" not in coach.message
        note = await open_note_here(coach)
        await coach.write("x")
        await coach.press(*["backspace"] * 7, "escape", "D")
        coach.screen(CaseloadScreen)
        await open_note_here(coach)
        await coach.write("one")
        await coach.press("escape", "q", "n", "escape", "D")  # as it was filed
        coach.screen(CaseloadScreen)
        assert [line.text for line in newest(filled).lines] == ["one"]
        note = await open_note_here(coach)
        await coach.write(" two")
        await coach.press("escape", "D")
        assert "Discard what was typed since it was filed?" in coach.drawn()
        await coach.press("y")
        assert coach.message.startswith("Discarded what was typed.")
        assert filled.desk().drafts.read(note.draft_key) is None
    assert [line.text for line in newest(filled).lines] == ["one"]


async def test_a_note_that_came_back_asks_before_it_is_discarded(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        note = await open_note(coach)
        await coach.write("cut off")
        await coach.press("ctrl+s")
        note.no_more_drafts()
    async with opened(filled.desk()) as coach:
        await coach.press("enter", "escape", "D")
        assert "Discard what was typed? This cannot be undone." in coach.drawn()
        await coach.press("n")
        assert coach.screen(NoteScreen).editor.text == "10:42 cut off"


async def test_where_no_line_may_be_copied_y_says_so(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        note = await open_note(coach)
        await coach.press("escape", "y")
        assert coach.app.screen is note
        assert coach.message.startswith("Nothing is typed yet.")
        await coach.press("enter")
        await coach.write("# for me")
        await coach.press("escape", "y")
        assert coach.app.screen is note
        assert coach.message.startswith("Only private lines so far; they are never copied out.")


async def test_with_nothing_to_undo_the_note_says_so(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        note = await open_note(coach)
        await coach.press("escape", "u")
        assert coach.message.startswith("Nothing to undo here.")
        await coach.press("enter", "a", "escape", "U")
        assert coach.message.startswith("Nothing to make again here.")
        while note.editor.text:
            await coach.press("u")
        await coach.press("u")
        assert coach.message.startswith("Nothing to undo here.")
        await coach.press("U")
        assert "Nothing" not in coach.message

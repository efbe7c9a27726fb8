"""The note opened from its cycle and left again: the cycle loses nothing by it."""

from screens.cycle.screen import CycleScreen
from screens.note.screen import NoteScreen
from tests.screens.kit import Coach, Files, open_cycle, opened


async def to_note(coach: Coach) -> NoteScreen:
    """From the cycle to its note."""
    await coach.press("escape", "n")
    return coach.screen(NoteScreen)


async def type_in_cycle(coach: Coach, text: str) -> CycleScreen:
    """Type into the notes of the first step."""
    cycle = await open_cycle(coach, step=1)
    cycle.query_one("#f-notes").focus()
    await coach.settle()
    await coach.write(text)
    return cycle


async def test_an_empty_note_changes_nothing(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        cycle = await open_cycle(coach, step=1)
        cycle.query_one("#f-mode").focus()
        await coach.press("right", "right")
        mode = cycle.form.mode
        assert mode != "in_person"
        await to_note(coach)
        await coach.press("escape", "q")
        assert (cycle.form.mode, cycle.form.note_started) == (mode, "")


async def test_discarding_the_note_keeps_the_lines_of_the_cycle(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        cycle = await type_in_cycle(coach, "one\ntwo")
        note = await to_note(coach)
        await coach.write("\nthree")
        await coach.press("escape", "D", "y")
        assert cycle.form.notes.split("\n") == ["10:42 one", "10:42 two"]
        draft = filled.desk().drafts.read(note.draft_key)
        assert draft is not None
        assert "three" not in draft.fields["text"]


async def test_a_note_changed_elsewhere_is_told_and_stays_the_cycle_s(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("j", "j", "n")
        await coach.write("one")
        await coach.press("escape", "q", "c")
        cycle = coach.screen(CycleScreen)
        other = filled.desk().notes
        theirs = other.open(filled.id_of("Okafor")).form
        other.file(theirs.but(text=f"{theirs.text}\ntheirs"))
        await to_note(coach)
        await coach.write("\nmine")
        await coach.press("escape", "q")
        await coach.until(lambda: "filed as a second note" in coach.message)
        assert cycle.form.notes.endswith("mine")
        assert cycle.form.note_id != theirs.note_id


async def test_a_read_only_window_is_offered_no_draft(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        note = await open_note_of_okafor(coach)
        await coach.press("ctrl+s")
        note.no_more_drafts()
    async with opened(filled.desk(readonly=True)) as coach:
        assert "found" not in coach.message
        await coach.press("n")
        assert "read-only" in coach.message


async def open_note_of_okafor(coach: Coach) -> NoteScreen:
    """A note with a line in it, on the disk as a draft."""
    await coach.press("j", "j", "n")
    await coach.write("one")
    return coach.screen(NoteScreen)


async def test_a_line_that_brings_its_time_keeps_its_mark(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        note = await open_note_of_okafor(coach)
        await coach.press("enter")
        await coach.paste("9:05 # mine")
        assert note.editor.text == "10:42 one\n9:05 # mine"
        await coach.press("home", "ctrl+g")
        assert note.editor.text == "10:42 one\n10:42 # mine"
        assert note.editor.tally.counts["private"] == 1

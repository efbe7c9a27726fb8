"""Progression walks at the keys: purpose and norms, rooms, what is told, debrief, sheet."""

from dataclasses import replace

import pytest

from coach_tui.domain.walk import Walk
from coach_tui.services.desk import Desk
from coach_tui.services.walk_form import DebriefForm
from screens.caseload.screen import CaseloadScreen
from screens.copying import CopyScreen
from screens.dialogs.confirm import Confirm
from screens.walk.debrief import DebriefScreen
from screens.walk.page import WalkPage
from screens.walk.rooms import RoomsScreen
from screens.walk.screen import WalksScreen
from screens.walk.start import WalkStartScreen
from tests.conftest import Snap
from tests.domain.test_walk_line import ROOMS
from tests.screens.kit import Coach, Files, opened

BEGUN = ("g", "w", "a")
"""Keys to the form of a new walk."""


async def begin(coach: Coach) -> RoomsScreen:
    """A new walk; ends in the line of its rooms."""
    await coach.press(*BEGUN)
    await coach.write("Which models we see")
    await coach.press("tab", "space", "escape", "w")
    return coach.screen(RoomsScreen)


async def enter(coach: Coach, *lines: str) -> None:
    """Enter rooms."""
    for line in lines:
        await coach.write(line)
        await coach.press("enter")


def walks(files: Files) -> tuple[Walk, ...]:
    """All walks, as a newly opened store reads them."""
    return files.desk().walks.all()


async def test_a_walk_begins_with_purpose_and_norms(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press(*BEGUN, "escape", "w")
        assert coach.message == "Not saved. A walk begins with its purpose; write what it is for."
        await coach.press("enter")
        await coach.write("Models")
        await coach.press("escape", "w")
        assert coach.message.startswith("Not saved. A walk begins with its norms;")
        await coach.press("enter", "tab", "space", "ctrl+s")
        coach.screen(RoomsScreen)
        assert coach.message == "Begun: enter a room a line. Saved 10:42."
    assert [(walk.purpose, walk.norms) for walk in walks(filled)][:1] == [("Models", ("nameless",))]


async def test_the_line_says_what_it_means(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await begin(coach)
        assert coach.row(3) == "Room, model, step: R01 station 6 next:7; what was seen"
        await coach.write("R07 fl")
        assert coach.row(3) == "'fl' may be flex or flipped; type one more letter."
        await coach.write("e 6")
        assert coach.row(3) == "R07  Flex · Differentiated"
        assert coach.row(4).startswith("at    D1 ")
        assert coach.row(5).startswith("next  D2 ")
        await coach.press("enter")
        assert coach.row(3) == "R08 flex is next: the step alone is enough, as 6 or F6."
        assert coach.row(8).startswith("R07    flex        D1      next D2")
        await enter(coach, "99")
        assert coach.message.startswith("Not entered. Flex has 12 steps, no 99;")
        assert coach.row(2) == "Room  99"
    assert [room.code for room in walks(filled)[0].rooms] == ["R07"]


async def test_each_room_takes_fewer_than_twenty_keys(filled: Files) -> None:
    """Fourteen rooms, typed as one would; the letters are counted, and Enter."""
    async with opened(filled.desk()) as coach:
        await begin(coach)
        before = len(coach.keys)
        await enter(coach, *ROOMS)
        keys = [len(line) + 1 for line in ROOMS]
        assert len(coach.keys) - before == len(ROOMS)
        assert max(keys) < 20
        assert sum(keys) / len(keys) < 9
        assert max(len("R07 station step 6") + 1, len("R07 st 6 next:7") + 1) < 20
    assert len(walks(filled)[0].rooms) == 14


async def test_a_room_is_corrected_taken_out_and_brought_back(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await begin(coach)
        await enter(coach, "R07 st 6; trays out", "7")
        await coach.press("escape", "j", "e")
        assert coach.row(2) == "Room  R07 station F6 next:D1; trays out"
        assert coach.message.startswith("This line corrects R07.")
        await coach.write(" and used")
        await coach.press("enter")
        assert coach.message.startswith("Corrected R07. Saved 10:42.")
        await coach.press("escape", "G", "d")
        assert coach.message.startswith("Took R07 out; u brings it back.")
        assert coach.row(7).startswith("1 room")
        await coach.press("u")
        assert coach.message.startswith("Undid: room R07 of the walk on Tue Mar 11.")
        assert "trays out and used" in coach.drawn()
        await coach.press("U", "D")
        assert coach.message.startswith("The line is empty.")
    assert [room.code for room in walks(filled)[0].rooms] == ["R08"]


@pytest.mark.parametrize("ends", ["enter", "escape D y enter", "escape d enter ctrl+u"])
async def test_a_further_room_follows_a_correction(filled: Files, ends: str) -> None:
    """Whether the correction was entered, discarded, or its room taken out."""
    async with opened(filled.desk()) as coach:
        await begin(coach)
        await enter(coach, "R07 st 6", "R08 st 7")
        await coach.press("escape", "g", "g", "e", *ends.split())
        await enter(coach, "R09 st 7")
        assert coach.message.startswith("Entered R09.")


async def test_a_name_is_refused_and_a_word_taken_the_second_time(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await begin(coach)
        await enter(coach, "R07 st 6; Ms. Bell waits")
        assert coach.message == ("Not entered. Bell is in your caseload; a walk keeps no names.")
        await coach.press("ctrl+u")
        await enter(coach, "R07 st 6; ready at the bell")
        assert "Enter again takes it as a word." in coach.message
        await coach.write("!")  # another line: asked again
        await coach.press("enter")
        assert "Enter again takes it as a word." in coach.message
        await coach.press("enter")
        assert coach.message.startswith("Entered R07.")
    assert walks(filled)[0].rooms[0].evidence == "ready at the bell!"


async def test_no_name_is_told_while_names_are_hidden(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await begin(coach)
        await coach.press("escape", "H", "enter")
        await enter(coach, "R07 st 6; Ms. Bell waits")
        assert coach.message == (
            "Not entered. Somebody of your caseload is named; a walk keeps no names."
        )
        await coach.press("ctrl+u")
        await enter(coach, "R07 st 6; ready at the bell")
        assert coach.message == (
            "Perhaps somebody of your caseload. Enter again takes it as a word."
        )
        await coach.press("enter", "escape", "v", "d")
        await coach.write("room 7 and the bell")
        await coach.press("ctrl+s")
        assert coach.message.startswith("Not saved. A room is named;")
        await coach.press("ctrl+u")
        await coach.write("at the bell")
        await coach.press("ctrl+s")
        assert coach.message.startswith("Not saved. Perhaps somebody of your caseload.")
        await coach.press("escape", "q", "H", "d", "ctrl+u")
        await coach.write("with Castillo")
        await coach.press("ctrl+s")
        assert coach.message == (
            "'Castillo' is a name in your caseload. As a mere word, save it again."
        )
        await coach.press("escape", "q", "H", "q", "q")
        coach.screen(WalksScreen)
        assert "Which models" not in coach.words()
        await coach.press("H")
        assert "Which models" in coach.words()


async def test_words_changed_elsewhere_are_not_overwritten(filled: Files) -> None:
    refused = "Changed elsewhere. Your words are kept; D discards them for what is saved."
    async with opened(filled.desk()) as coach:
        await begin(coach)
        await coach.press("escape", "v", "d")
        await coach.write("mine")
        other = filled.desk()
        walk = other.walks.all()[0]
        other.walk_forms.save_debrief(walk, DebriefForm(celebrate="theirs"))
        await coach.press("ctrl+s")
        assert coach.message == refused
        await coach.press("escape", "q", "d", "ctrl+s")
        coach.screen(DebriefScreen)
        assert coach.message == refused
        assert walks(filled)[0].debrief == {"celebrate": "theirs"}
        await coach.press("escape", "D", "y", "d")
        assert coach.screen(DebriefScreen).form().celebrate == "theirs"
        await coach.press("escape", "q", "e")
        await coach.write(" here")
        opened_there = other.walk_forms.open_start(walk.id)
        there = replace(opened_there.form, purpose="theirs")
        other.walk_forms.save_start(opened_there, there)
        await coach.press("ctrl+s")
        assert coach.message == refused
        await coach.press("escape", "q", "e", "ctrl+s")
        assert coach.message == refused
    assert walks(filled)[0].purpose == "theirs"


async def test_a_room_corrected_elsewhere_is_shown_as_it_is_now(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await begin(coach)
        await enter(coach, "R07 st 6; trays out", "7")
        await coach.press("escape", "j", "e")
        await coach.write(" and used")
        other = filled.desk().walks
        other.enter(other.all()[0].id, "R07 st 5; theirs", "R07")
        await coach.press("enter")
        assert coach.message.startswith(
            "Not entered: R07 was changed elsewhere, as below. D discards your line."
        )
        assert coach.row(2).endswith("trays out and used")
        assert "theirs" in coach.drawn()
        await coach.press("escape", "q", "enter", "enter")
        assert coach.message.startswith("Not entered: R07 was changed elsewhere")
        other.remove(other.all()[0].id, "R07")
        await coach.press("enter")
        assert coach.message.startswith("Changed elsewhere meanwhile. Entered again, it is a new")
        await coach.press("enter")
        assert coach.message.startswith("Entered R07.")


async def test_a_line_begun_in_a_walk_that_was_closed_is_told(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await begin(coach)
        await enter(coach, "R07 st 6")
        await coach.write("R08 st")
        other = filled.desk().walks
        other.close(other.all()[0].id)
        await coach.press("enter")
        waits = "A begun line waits; v, then c opens the walk for it."
        assert waits in coach.row(2)
        await coach.press("v")
        assert coach.message.startswith(
            "1 room. A begun line waits; c opens the walk again for it."
        )
        await coach.press("c", "enter")
        assert coach.row(2) == "Room  R08 st"


async def test_a_line_without_a_model_is_told_in_the_room_there_is(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await begin(coach)
        await enter(coach, "R07 6")
        assert coach.message == (
            "Which model? lab, station, individual, flex, flipped, virtual, distance."
        )
        assert "Which model? lab" in coach.row(3)


async def test_a_line_half_typed_is_kept(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await begin(coach)
        await enter(coach, "R07 st 6")
        await coach.write("fle 3; 4 of")
        await coach.press("escape", "q")
        coach.screen(WalksScreen)
        assert coach.message.startswith("The line that was begun is kept with the walk.")
        await coach.press("enter")
        assert coach.row(2) == "Room  fle 3; 4 of"
        await coach.press("enter")
        assert coach.message.startswith("Entered R08.")
        await coach.write("fle 9")
        await coach.press("escape", "D")
        coach.screen(Confirm)
        await coach.press("y")
        assert coach.row(2) == "Room"
    assert [room.evidence for room in walks(filled)[0].rooms] == ["", "4 of"]


async def test_a_line_that_was_cut_off_is_offered(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        screen = await begin(coach)
        await coach.write("fle 3")
        screen.keep_draft(closed=False)
        left = next((filled.folder / "drafts").glob("room-*.json"))
        text = left.read_text("utf-8")
        await coach.press("escape", "q")
    for draft in (filled.folder / "drafts").glob("*.json"):
        draft.unlink()
    from os import getpid

    left.write_text(text.replace(f'"pid": {getpid()}', '"pid": 4194311'), "utf-8")
    async with opened(filled.desk()) as coach:
        assert coach.message.startswith("Draft for a room of a walk from 10:42 found.")
        await coach.press("enter")
        coach.screen(RoomsScreen)
        assert coach.row(2) == "Room  fle 3"


async def test_what_is_told_is_shown_first_and_all_counts_on_request(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "w", "enter")
        coach.screen(WalkPage)
        assert "By model: station 9 · other models 5" in coach.drawn()
        assert "flipped" not in coach.drawn()
        await coach.press("v")
        assert "flipped" in coach.drawn()
        await coach.press("H")
        assert "flipped" not in coach.drawn()
        await coach.press("v")
        assert coach.message.startswith("All counts stay hidden; H shows them again.")
        await coach.press("enter")
        words = coach.words()
        assert "#14 station" in words
        assert "R14" not in words
        assert "trays" not in words
        assert "Which models" not in words


async def test_a_debrief_is_written_and_the_sheet_leaves(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await begin(coach)
        await enter(coach, *ROOMS)
        await coach.press("escape", "v", "y")
        assert coach.message == "A sheet leaves a closed walk only; c closes it."
        await coach.press("d")
        coach.screen(DebriefScreen)
        await coach.write("Cards are out. R07 led")
        await coach.press("ctrl+s")
        assert coach.message.startswith("Not saved. Room R07 is named;")
        await coach.press(*["backspace"] * 8, "ctrl+s")
        coach.screen(WalkPage)
        assert coach.message.startswith("Debrief of the walk on Tue Mar 11 saved.")
        await coach.press("c")
        assert coach.message.startswith("Closed. u undoes it.")
        await coach.press("y")
        coach.screen(CopyScreen)
        await coach.press("w", "q", "c")
        assert coach.app.screen.query("MessageLine")
        coach.screen(Confirm)
        await coach.press("y")
        assert coach.message.startswith("Open again; sheets keep the counts")
        await coach.press("q", "q")
        assert "open again" in coach.drawn()
    (sheet,) = (filled.folder / "copies").iterdir()
    assert sheet.stat().st_mode & 0o777 == 0o600
    told = sheet.read_text("utf-8")
    assert "By model: station 9 · other models 5" in told
    assert "To celebrate: Cards are out." in told
    assert "R0" not in told


async def test_a_walk_is_gone_to_by_its_name_and_taken_back(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("enter", ":")
        await coach.write("walk")
        await coach.press("enter")
        coach.screen(WalksScreen)
        await coach.press("g", "w")
        assert coach.message.startswith("These are the walks.")
        await coach.press("a")
        await coach.write("x")
        await coach.press("tab", "space", "escape", "w", "escape", "u")
        coach.screen(WalksScreen)
        assert coach.row(2).startswith("1 walk")
        await coach.press("e")
        form = coach.screen(WalkStartScreen)
        assert form.form().purpose.startswith("Which models we see in grades")
        await coach.press("escape", "q", "g", "c")
        coach.screen(CaseloadScreen)


async def test_nothing_is_saved_from_a_read_only_window(filled: Files) -> None:
    async with opened(filled.desk(readonly=True)) as coach:
        await coach.press("g", "w", "a")
        assert coach.message.startswith("This window is read-only")
        await coach.press("enter", "y")
        assert coach.message.startswith("This window is read-only")
        coach.screen(WalkPage)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_walks_in_pictures(demo: Desk, snap: Snap, size: tuple[int, int]) -> None:
    name = f"{size[0]}x{size[1]}"
    async with opened(demo, size) as coach:
        await coach.press("g", "w")
        snap(coach.app, f"walks-{name}")
        await coach.press("enter")
        snap(coach.app, f"walk-{name}")
        await coach.press("d")
        snap(coach.app, f"walk-debrief-{name}")
        await coach.press("escape", "q", "q", "a")
        await coach.write("Which models we see")
        await coach.press("tab", "space", "right", "space")
        await coach.until(lambda: "draft saved" in coach.row(1))
        snap(coach.app, f"walk-start-{name}")
        await coach.press("escape", "w")
        await enter(coach, *ROOMS[:6])
        await coach.write("stat 6 next:7; trays at four of five stops")
        await coach.until(lambda: "draft saved" in coach.row(1))
        snap(coach.app, f"walk-rooms-{name}")

"""Letters that come all at once outside a field: a paste changes nothing, keys typed ahead act."""

import pytest
from textual import events

from coach_tui.domain.note import Note
from coach_tui.domain.track_start import TrackStart
from coach_tui.services.desk import Desk
from screens.dialogs.confirm import Confirm
from screens.dialogs.gi_box import GiBox
from screens.new_year import NewYearBox
from tests.screens.kit import Files, opened
from tests.screens.test_command_line import ask

SAID = "That looked like a paste; nothing was saved."


async def test_a_raw_paste_on_the_list_changes_nothing(demo: Desk, files: Files) -> None:
    """Script 12 of the design."""
    async with opened(demo) as coach:
        before = files.file.read_bytes()
        await coach.rush(*"dxDQ123")
        assert coach.message.startswith(SAID)
        assert files.file.read_bytes() == before
        assert len(coach.app.screen_stack) == 1
        assert coach.app.return_code is None
        await coach.press("j")  # and keys act again
        assert coach.message.startswith("Bell, Marcus")


@pytest.mark.parametrize("paste", ["jump up dd", "jk gd nxU", "kj\nv 1234 d"])
async def test_letters_that_only_move_count_too(demo: Desk, files: Files, paste: str) -> None:
    async with opened(demo) as coach:
        before = files.file.read_bytes()
        await coach.write(paste)
        assert coach.message.startswith(SAID)
        assert files.file.read_bytes() == before
        await coach.press("j")
        assert "paste" not in coach.message


async def test_a_paste_on_a_tab_ticks_and_moves_no_to_do(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "j", "enter", *["right_square_bracket"] * 3)
        before = files.file.read_bytes()
        await coach.write("x + > - 24")
        assert coach.message.startswith(SAID)
        assert files.file.read_bytes() == before


async def test_a_paste_that_comes_in_two_parts_is_one(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        before = files.file.read_bytes()
        first, *rest = [events.Key(letter, letter) for letter in "jkjGkm1234d"]
        for key in (first, *rest):
            key.time = first.time
        for part in ([first, *rest[:7]], rest[7:]):
            for key in part:
                coach.app.post_message(key)
            await coach.settle()
        assert coach.message.startswith(SAID)
        assert files.file.read_bytes() == before


async def test_a_total_in_a_paste_is_not_saved(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        before = files.file.read_bytes()
        await coach.write("kind visit 12\n")
        assert files.file.read_bytes() == before
        await coach.press("escape")
        await coach.write("it is at 12\n")  # i opens the box
        await coach.until(lambda: coach.message.startswith(SAID))  # drawn under the box
        coach.screen(GiBox)
        assert files.file.read_bytes() == before


async def test_a_paste_answers_no_question(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await coach.press("c", "escape", "2", "enter")
        await coach.write("praise")
        await coach.press("escape", "D")
        kept = len(list((files.folder / "drafts").iterdir()))
        await coach.write("maybe so, yes\n")
        coach.screen(Confirm)
        assert coach.message.startswith("A paste is no answer. Discard")
        assert len(list((files.folder / "drafts").iterdir())) == kept
        await coach.press("y")
        assert not isinstance(coach.app.screen, Confirm)
        assert "praise" not in coach.drawn()


@pytest.mark.parametrize("paste", ["hello wp\n", "\nbegin this one", "pack this\n"])
async def test_a_paste_begins_no_school_year(demo: Desk, files: Files, paste: str) -> None:
    async with opened(demo) as coach:
        await ask(coach, "new-year")
        before = files.file.read_bytes()
        await coach.write(paste)
        coach.screen(NewYearBox)
        await coach.until(lambda: coach.message.startswith(SAID))
        assert files.file.read_bytes() == before
        assert files.desk().store.of(TrackStart, files.id_of("Abara")) == ()
        await coach.press("enter")
        assert "has begun for Abara, Chi" in coach.message


async def test_short_answers_typed_ahead_count(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await coach.rush("j", "j", "d")
        assert coach.message.startswith("Archived Okafor, Dana")
        await coach.press("u")
        await coach.rush("g", "a", "j", "x")
        assert coach.message.startswith("Held: visit (Bell, Marcus).")
        await coach.rush("q", *"jjjjjjjjjjjj", "d")
        assert coach.message.startswith("Archived ")
    assert files.person("Okafor").status == "active"


async def test_keys_typed_ahead_of_a_note_go_into_it(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await coach.rush(*"jn", *"+ waited six seconds", "escape", "q")
    assert [line.text for line in files.records(Note, "Bell")[-1].lines] == ["+ waited six seconds"]


async def test_a_few_keys_at_once_are_keys(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.rush("j", "H", "j", "H")
        assert "paste" not in coach.message
        assert not coach.app.hidden

"""Letters that come all at once outside a field: a paste changes nothing, keys typed ahead act."""

from coach_tui.domain.note import Note
from coach_tui.services.desk import Desk
from tests.screens.kit import Files, opened


async def test_a_raw_paste_on_the_list_changes_nothing(demo: Desk, files: Files) -> None:
    """Script 12 of the design."""
    async with opened(demo) as coach:
        before = files.file.read_bytes()
        await coach.rush(*"dxDQ123")
        assert coach.message.startswith("That looked like a paste; nothing was done.")
        assert files.file.read_bytes() == before
        assert len(coach.app.screen_stack) == 1
        assert coach.app.return_code is None
        await coach.press("j")  # and keys act again
        assert coach.message.startswith("Bell, Marcus")


async def test_keys_typed_ahead_of_a_note_go_into_it(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await coach.rush(*"jn", *"+ waited six seconds", "escape", "q")
    assert [line.text for line in files.records(Note, "Bell")[-1].lines] == ["+ waited six seconds"]


async def test_a_few_keys_at_once_are_keys(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.rush("j", "H", "j", "H")
        assert "paste" not in coach.message
        assert not coach.app.hidden

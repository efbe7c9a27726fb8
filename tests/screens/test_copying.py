"""Copying out: always told, shown as plain text, and to a file only the coach can read."""

import stat
from base64 import b64decode

import pytest

from coach_tui.domain.note import Note
from coach_tui.services.desk import Desk
from tests.screens.kit import SIZES, Coach, Files, open_cycle, opened


def listen(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is written to the terminal beside what is drawn."""
    written: list[str] = []
    assert coach.app._driver is not None
    monkeypatch.setattr(coach.app._driver, "write", written.append)
    return written


def copied(written: list[str]) -> str:
    """The text that the terminal was asked to copy last."""
    asked = next(part for part in reversed(written) if "]52;c;" in part)
    return b64decode(asked.split(";c;")[1].split("\x07")[0]).decode()


async def test_a_summary_is_sent_told_and_shown(
    demo: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(demo) as coach:
        written = listen(coach, monkeypatch)
        await coach.press("j", "j", "y")
        text = copied(written)
        assert text.startswith("Okafor, Dana\n\nWhere: Gr 5 Math, Lincoln ES\n")
        assert "8 GIs so far: Approaching, 7 more to Meeting (15)" in text
        assert text.count("Pre-write 3 sort piles") == 1
        assert coach.message == "Sent to the clipboard; if it is not there, w."
        assert "Goal: Exit tickets sorted the same day" in coach.drawn()


async def test_w_writes_a_file_of_mode_0600_and_never_over_another(
    demo: Desk, files: Files
) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "j", "y", "w")
        assert coach.message == "Written; only you can read it. Its path is on top."
        await coach.press("w")
    first, second = sorted((files.folder / "copies").iterdir())
    assert first.read_text() == second.read_text()
    assert {stat.S_IMODE(path.stat().st_mode) for path in (first, second)} == {0o600}
    assert stat.S_IMODE(first.parent.stat().st_mode) == 0o700


async def test_private_lines_stay_out_of_a_copied_note(
    demo: Desk, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(demo) as coach:
        written = listen(coach, monkeypatch)
        await coach.press("n")
        await coach.write("+ four voices\n# only for me [b]x[/b]\nback table waits")
        await coach.press("escape", "y")
        text = copied(written)
        assert "four voices" in text
        assert "back table waits" in text
        assert "only for me" not in text
        assert "only for me" not in coach.drawn()
        await coach.press("q", "q")
    assert len(files.records(Note, "Abara")[-1].lines) == 3


async def copy_praise(coach: Coach, praise: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Type praise into a cycle and copy that; gives what was copied."""
    await open_cycle(coach, "Okafor", 2)
    await coach.press("enter")
    await coach.write(praise)
    written = listen(coach, monkeypatch)
    await coach.press("escape", "y")
    return copied(written)


async def test_a_cycle_is_copied_as_it_stands_in_its_form(
    demo: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(demo) as coach:
        text = await copy_praise(coach, "You named three strategies", monkeypatch)
        assert "Praise: You named three strategies" in text


async def test_private_lines_of_a_cycle_stay_out_of_its_copy(
    demo: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(demo) as coach:
        praise = "You named three strategies\n10:31 # only for me\n#not this either"
        copy = await copy_praise(coach, praise, monkeypatch)
        assert "Praise: You named three strategies" in copy
        for text in (copy, coach.drawn()):
            assert "only for me" not in text
            assert "not this either" not in text


async def test_a_private_to_do_stays_out_of_a_summary(
    demo: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(demo) as coach:
        written = listen(coach, monkeypatch)
        for text in ("# only for me by +2", "bring the rubric by +2"):
            await coach.press(":")
            await coach.write(f"todo {text}")
            await coach.press("enter")
        await coach.press("y")
        assert "To do: bring the rubric (due Thu Mar 13)" in copied(written)
        assert "only for me" not in copied(written)
        assert copied(written).count("(due Thu Mar 13)") == 1


async def test_the_file_can_not_be_written(demo: Desk, files: Files) -> None:
    (files.folder / "copies").write_text("in the way")
    async with opened(demo) as coach:
        await coach.press("y", "w")
        assert coach.message.startswith("Not written. ")


@pytest.mark.parametrize("size", SIZES)
async def test_the_whole_path_of_the_file_is_shown_and_not_copied(
    demo: Desk, files: Files, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(demo, size) as coach:
        written = listen(coach, monkeypatch)
        await coach.press("j", "j", "y", "G", "w")
        (path,) = (files.folder / "copies").iterdir()
        head = "".join(row.strip() for row in coach.rows()[1:8]).partition("Okafor, Dana")[0]
        assert head.replace(" ", "") == f"Writtento{path}".replace(" ", "")
        assert "~" not in coach.message
        await coach.press("y")
        assert copied(written).startswith("Okafor, Dana\n\nWhere")
        assert "Written" not in copied(written)

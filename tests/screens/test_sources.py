"""The Sources screen, and a coach's own framework files in the running app."""

import tomllib

import pytest

from coach_tui.services.desk import Desk
from coach_tui.services.frameworks import SHIPPED
from screens.help import HelpScreen
from screens.sources import SourcesScreen
from tests.conftest import Snap
from tests.screens.kit import SIZES, Coach, Files, opened
from tests.screens.test_hostile_text import HOSTILE, check_drawn

GAP = ("approaching = [11, 19]", "approaching = [12, 19]")
VERSION = ('version = "1"', 'version = "district-2"')


async def read_page(coach: Coach) -> str:
    """All of a page, a line at a time from window to window."""
    await coach.press("home")
    rows = coach.rows()[1:-2]
    for _ in range(300):
        before = coach.rows()[1:-2]
        await coach.press("j")
        after = coach.rows()[1:-2]
        if before == after:
            break
        rows.append(after[-1])
    return " ".join(" ".join(rows).split())


@pytest.mark.parametrize("size", SIZES)
async def test_every_document_is_told_from_its_own_file(demo: Desk, size: tuple[int, int]) -> None:
    async with opened(demo, size) as coach:
        await coach.press(":", *"sources", "enter")
        coach.screen(SourcesScreen)
        text = await read_page(coach)
        for file in SHIPPED.glob("*.toml"):
            said = tomllib.loads(file.read_text("utf-8"))
            for field in ("source", "title", "rights"):
                assert said[field] in text
        assert "File: comes with the app" in text
        assert "not affiliated with the owners of these documents, and not endorsed by them" in text
        await coach.press("q")
        assert coach.row(1).startswith("[Caseload]")


async def test_every_screen_and_help_lead_there(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("enter", ":", *"sources", "enter")
        coach.screen(SourcesScreen)
        await coach.press("q", "?", "S")
        coach.screen(SourcesScreen)
        await coach.press("q")
        coach.screen(HelpScreen)
        await coach.press("S", "g", "a")
        assert coach.row(1).startswith(" Caseload  [Agenda") or "[Agenda" in coach.row(1)


async def test_an_own_file_in_force_is_told(filled: Files) -> None:
    own = filled.own("e2l_timeline", VERSION, ('rights = "The', 'rights = "Cibola Wells ISD. The'))
    async with opened(filled.desk(), (120, 40)) as coach:
        await coach.press(":", *"sources", "enter")
        assert "1 from your own files." in coach.message
        text = await read_page(coach)
        assert "Coaching timeline, 14 sessions, version district-2: 14 sessions" in text
        assert "Cibola Wells ISD. The timeline" in text
        assert f"File: {own}".replace(" ", "") in text.replace(" ", "")


async def test_a_broken_own_file_does_not_stop_the_app(filled: Files) -> None:
    filled.own("e2l_timeline", VERSION, GAP)
    async with opened(filled.desk()) as coach:
        await coach.until(lambda: "own.toml" in coach.message)
        assert coach.message.startswith("own.toml: 1 problem, ours is used; see coach-tui config.")
        await coach.press("j", "j", "i", "1", "1")
        assert "Approaching" in coach.drawn()
        await coach.press("enter", ":", *"sources", "enter")
        assert coach.message.startswith("1 problem in framework files of your own; ours are used")
        text = await read_page(coach)
        assert "own.toml, line 24 (bands, session 4, approaching): Approaching starts at 12" in text
        assert "Write [11, 19]." in text
    (cycle,) = (c for c in filled.table("cycles") if c["gi"]["total"] == 11 and c["session"] == 4)
    assert cycle["framework"] == {"id": "e2l_timeline", "version": "1"}


async def test_a_record_pins_the_own_file_it_was_made_with(filled: Files) -> None:
    filled.own("e2l_timeline", VERSION)
    async with opened(filled.desk()) as coach:
        await coach.press("j", "j", "i", "1", "1", "enter")
        assert "session 4, 11 GIs" in coach.message
    (cycle,) = (c for c in filled.table("cycles") if c["gi"]["total"] == 11 and c["session"] == 4)
    assert cycle["framework"] == {"id": "e2l_timeline", "version": "district-2"}


@pytest.mark.parametrize("kind", HOSTILE)
async def test_hostile_words_in_own_files_are_drawn_as_text(filled: Files, kind: str) -> None:
    escaped = "".join(f"\\U{ord(char):08x}" for char in HOSTILE[kind][:380])
    filled.own("e2l_timeline", VERSION, ('title = "', f'title = "{escaped}'))
    filled.own("coaching_words", ('name = "Sincerity"', f'name = "{escaped}"'), name="words.toml")
    filled.own("coaching_cycle", ('id = "trust"', f'"{escaped}" = 1, id = "trust"'), name="c.toml")
    async with opened(filled.desk(), (60, 18)) as coach:
        await coach.press("?", "tab", "tab")
        check_drawn(coach, "coaching words")
        await coach.press("S")
        for _ in range(30):
            check_drawn(coach, "sources")
            await coach.press("space")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_sources_and_coaching_words_in_pictures(
    demo: Desk, snap: Snap, size: tuple[int, int]
) -> None:
    async with opened(demo, size) as coach:
        await coach.press("?", "tab", "tab")
        snap(coach.app, f"help-coaching-words-{size[0]}x{size[1]}")
        await coach.press("S")
        snap(coach.app, f"sources-{size[0]}x{size[1]}")

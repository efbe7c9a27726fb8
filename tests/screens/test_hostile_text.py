"""Whatever stands in a field or a file is shown as text: no markup, no escapes, no crash."""

import json
from pathlib import Path
from typing import Any

import pytest

from coach_tui.text import is_unsafe
from screens.cycle.screen import CycleScreen
from screens.field_screen import FieldScreen
from screens.person import PersonFormScreen
from tests.screens.kit import Coach, Files, opened
from tests.screens.tour import tour

MARKUP = "[/b] [red]x[/red] [@click=app.quit]y[/] [link=z]"
ESCAPES = "\x1b[2J\x1b]0;owned\x07\x9b31m\x00\x7f"
BIDI = "abc\u202egnp.exe\u2066\u200b\ufeff"
LETTERS = "日本語 Iñés e\u0301 \U0001f469\u200d\U0001f469\u200d\U0001f467 ﷽ \u0300"

HOSTILE = {"letters": f"{MARKUP} {ESCAPES} {BIDI} {LETTERS}", "length": "x" * 10_000}
"""Texts that break screens."""

_KEPT = {"id", "coachee_id", "cycle_id", "todo_id", "created_at", "updated_at", "track", "origin"}
_KEPT |= {"status", "framework", "held_on", "on", "at", "due", "closed_on", "practice", "owner"}
_KEPT |= {
    "kind",
    "answer",
    "mode",
    "tag",
    "state",
    "next_visit",
    "next_visit_at",
    "cluster",
    "order",
}
_KEPT |= {"prepared", "aims", "prerequisites", "look_for", "external_ids"}
_KEPT |= {"term", "element", "ticked", "rule"}
_KEPT |= {"confirmed_on", "model", "model_id", "not_yet", "seen", "step"}
_KEPT |= {"kind", "term", "reading", "work", "archived_on", "done_on", "withdrawn_on"}
_KEPT |= {"stance", "work", "kinds", "habits", "level"}
_KEPT |= {"code", "phase", "sheet_on"}


def poisoned(value: Any, text: str) -> Any:
    """A record with every free text in it another one."""
    if isinstance(value, dict):
        kept = _KEPT - {"practice"} if "indicator" in value else _KEPT  # a goal's is a free text
        return {k: v if k in kept else poisoned(v, text) for k, v in value.items()}
    if isinstance(value, list):
        return [poisoned(item, text) for item in value]
    return f"{text} {value}" if isinstance(value, str) and value else value


def poison(file: Path, text: str) -> None:
    """Put a text before every free text of a data file, as somebody's editor might."""
    tables = json.loads(file.read_text("utf-8"))
    for name in tables.keys() - {"meta", "tracks"}:
        tables[name] = {key: poisoned(record, text) for key, record in tables[name].items()}
    file.write_text(json.dumps(tables), "utf-8")


def check_drawn(coach: Coach, place: str) -> None:
    """Only letters that show are drawn, and rows keep their width."""
    for strip in coach.strips():
        unsafe = {letter for letter in strip.text if is_unsafe(letter)}
        assert (place, unsafe) == (place, set())
        assert (place, strip.cell_length) == (place, coach.app.size.width)


@pytest.mark.parametrize("kind", HOSTILE)
async def test_a_file_full_of_it_is_shown_as_text(filled: Files, kind: str) -> None:
    poison(filled.file, HOSTILE[kind][:400])  # as long as a line of a record may be
    async with opened(filled.desk()) as coach:
        async for place in tour(coach):
            check_drawn(coach, place)


async def test_markup_is_shown_letter_by_letter(filled: Files) -> None:
    poison(filled.file, "[b]")
    async with opened(filled.desk()) as coach:
        assert coach.drawn().count("[b]") > 15
        assert coach.message.startswith("[b] Abara, [b] Chi")
        await coach.press("enter")
        assert coach.row(1).startswith("[b] Abara, [b] Chi · [b] Gr 3 Literacy")


async def test_it_may_be_pasted_into_every_field_of_a_cycle(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("j", "j", "c", "escape", "1", "shift+tab", "shift+tab")
        cycle = coach.screen(CycleScreen)
        while cycle.step != "review":
            kind = "length" if cycle.place_name in ("lesson", "notes", "praise") else "letters"
            await paste_here(coach, cycle, HOSTILE[kind])
        check_drawn(coach, "review")
        await coach.press("w")
        check_drawn(coach, "after w")
        await coach.press("escape", "q")
        check_drawn(coach, "list")


@pytest.mark.parametrize("kind", HOSTILE)
async def test_it_may_be_pasted_into_every_field_of_a_person(filled: Files, kind: str) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("a")
        form = coach.screen(PersonFormScreen)
        while form.is_typing:
            await paste_here(coach, form, HOSTILE[kind])
        await coach.press("w")
        check_drawn(coach, "after w")
        await coach.press("escape", "q")
        check_drawn(coach, "list")


async def paste_here(coach: Coach, screen: FieldScreen, text: str) -> None:
    """Paste into the field with the cursor and go on."""
    await coach.paste(text)
    check_drawn(coach, screen.place_name)
    await coach.press("tab")


async def test_a_name_of_it_is_added_and_found(filled: Files) -> None:
    name = "O[/b]Malley\x1b[2J, 日本\u202e"
    async with opened(filled.desk()) as coach:
        await coach.press("a")
        await coach.paste(name)
        await coach.press("escape", "w")
        check_drawn(coach, "list")
        assert "O[/b]Malley" in coach.drawn()
        assert coach.message.startswith("O[/b]Malley")
    person = filled.person("O[/b]Malley [2J")
    assert person.given == "日本"


async def test_it_may_be_typed_into_the_gi_box(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("j", "j", "i")
        for text in (MARKUP, ESCAPES, BIDI, LETTERS, HOSTILE["length"]):
            await coach.paste(text)
            check_drawn(coach, "gi box")
        await coach.write("[]+é日")
        check_drawn(coach, "gi box")


async def test_a_draft_of_somebody_called_so_is_offered(filled: Files) -> None:
    text = {"name": MARKUP + ESCAPES}
    kept: dict[str, Any] = {
        "key": "coachee-new",
        "form": "coachee",
        "coachee_id": "",
        "fields": text,
        "place": "",
    }
    kept |= {"saved_at": "2025-03-11T10:00:00+00:00", "closed": False, "pid": 2**22 + 7}
    (draft,) = (filled.folder / "drafts").glob("*.json")
    kept["host"] = json.loads(draft.read_text("utf-8"))["host"]
    (draft.parent / "coachee-new.json").write_text(json.dumps(kept), "utf-8")
    async with opened(filled.desk()) as coach:
        assert coach.message.startswith("Draft for [/b] [red]x[/red]")
        check_drawn(coach, "list")
        await coach.press("enter")
        coach.screen(PersonFormScreen)
        check_drawn(coach, "person")


@pytest.mark.parametrize("kind", HOSTILE)
async def test_it_may_be_pasted_and_typed_into_a_note(filled: Files, kind: str) -> None:
    text = f"{HOSTILE[kind]}\n+ {HOSTILE[kind]}\n# {HOSTILE[kind]}"
    async with opened(filled.desk()) as coach:
        await coach.press("j", "j", "n")
        await coach.paste(text)
        check_drawn(coach, "note")
        await coach.press("enter", "escape", "u", "U", "c")
        check_drawn(coach, "cycle")
        await coach.press("escape", "2", "tab", "ctrl+o")
        check_drawn(coach, "lines")
        await coach.press("enter", "escape", "p")
        check_drawn(coach, "earlier notes")
        await coach.press("q", "q")
        check_drawn(coach, "list")

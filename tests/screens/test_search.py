"""Search: typed all the time, a hit opened in its place, and back to it."""

import time

import pytest

from coach_tui.domain.note import Note, read_line
from coach_tui.ids import new_id
from coach_tui.services.desk import Desk
from coach_tui.services.search import SearchService
from coach_tui.widgets.spans import line_width, plain
from screens.caseload.screen import CaseloadScreen
from screens.profile.screen import ProfileScreen
from screens.search.rows import excerpt
from screens.search.screen import SearchScreen
from tests.screens.kit import SIZES, Coach, Files, opened


async def look_for(coach: Coach, text: str) -> SearchScreen:
    """Type a text and wait for what is found."""
    await coach.write(text)
    screen = coach.screen(SearchScreen)
    await coach.until(lambda: screen.results.found.text.endswith(text))
    await coach.settle()
    return screen


@pytest.mark.parametrize("size", SIZES)
async def test_hits_stand_under_their_kinds_at_every_size(
    demo: Desk, size: tuple[int, int]
) -> None:
    async with opened(demo, size) as coach:
        await coach.press("s")
        await look_for(coach, "exit tick")
        rows = [row.strip() for row in coach.rows()]
        assert rows[0].endswith("DEMO · 5 hits")
        assert rows[1] == "Find exit tick"
        assert rows[2].startswith("tips: who:okafor")
        assert [rows[at] for at in (4, 7, 10)] == ["Goals 1", "Steps & to-dos 1", "Notes 3"]
        assert rows[5].startswith("Okafor, Dana")
        assert "Exit tickets sorted" in rows[5]
        assert rows[-2].startswith("Kinds: [all] people goals to-dos notes feedback other")
        assert rows[-2].endswith("1/5")
        assert rows[-1] == "TYPING  Up/Down pick  Enter open  Tab kind  Esc close"
        assert all(
            line.rstrip().endswith("~") for line in coach.rows() if len(line.rstrip()) == size[0]
        )


async def test_a_hit_opens_and_back_leads_to_it(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("s")
        screen = await look_for(coach, "exit tick")
        await coach.press("down", "down", "enter")
        assert coach.screen(ProfileScreen).profile.coachee.family == "Hall"
        await coach.press("q")
        assert coach.screen(SearchScreen) is screen
        assert coach.message.endswith("3/5")
        await coach.press("tab", "tab")
        assert coach.message.split() == [
            "Kinds:", "all", "people", "[goals]", "to-dos", "notes", "feedback", "other", "1/1",
        ]  # fmt: skip
        await coach.press("shift+tab", "shift+tab", "escape")
        coach.screen(CaseloadScreen)


async def test_enter_opens_what_is_typed_and_not_what_was_found_before(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("s")
        await look_for(coach, "feng")
        await coach.rush(*["backspace"] * 4, *"castillo", "enter")
        assert coach.screen(ProfileScreen).profile.coachee.family == "Castillo"
        await coach.press("q")
        await coach.write("nothing of the kind")
        await coach.press("enter")
        coach.screen(SearchScreen)
        assert "Nothing that was written fits." in coach.drawn()


async def test_a_filter_that_there_is_none_of_is_told_where_nothing_fits(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("s")
        await look_for(coach, "bnd:meet")
        assert "Nothing that was written fits." in coach.drawn()
        assert coach.message == "band: is the nearest filter, there is none of that name"


async def test_what_was_typed_is_there_again_and_typing_replaces_it(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("s")
        await look_for(coach, "exit band:x")
        assert coach.message.startswith("band: takes initiating, approaching, meeting or exceeding")
        await coach.press("escape", "s")
        assert coach.row(2) == "Find exit band:x"
        assert "Exit tickets sorted" in coach.drawn()
        await look_for(coach, "rota")
        assert coach.row(2) == "Find rota"
        assert coach.screen(SearchScreen).results.count == 4


async def test_hidden_names_and_private_lines(filled: Files) -> None:
    desk, now = filled.desk(), filled.clock.now()
    line = "# walrus [/b] " + "long " * 60 + "walruses"
    made = Note(
        id=new_id(now), created_at=now, updated_at=now, coachee_id=filled.id_of("Okafor"),
        lines=(read_line(line), read_line("a walrus in class")),
    )  # fmt: skip
    desk.store.save([made])
    async with opened(desk) as coach:
        await coach.press("s")
        await look_for(coach, "walrus")
        assert coach.row(6).startswith("Okafor, Dana      Today     # walrus [/b] long")
        await coach.write("es")
        await coach.until(lambda: coach.screen(SearchScreen).results.count == 1)
        assert coach.row(6).startswith("Okafor, Dana      Today     # ~")
        assert coach.row(6).endswith("walruses")
        number = 1 + sorted(p.id for p in desk.store.people()).index(filled.id_of("Okafor"))
        await coach.press("escape", "H", "s")
        await look_for(coach, "walrus")
        assert coach.row(5) == "Notes 1"
        assert coach.row(6) == f"Person {number:<10} Today     a walrus in class"
        await coach.press(*["backspace"] * 6)
        await look_for(coach, "okafor")
        assert "Okafor" not in coach.drawn()
        assert "Lincoln" not in coach.drawn()


async def test_a_slow_search_says_so(demo: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    held, find = [True], SearchService.find

    def slow(service: SearchService, text: str, *, private: bool = True) -> object:
        while held and text == "rota":
            time.sleep(0.005)
        return find(service, text, private=private)

    monkeypatch.setattr(SearchService, "find", slow)
    async with opened(demo) as coach:
        await coach.press("s")
        for letter in "rota":
            coach._send(letter)
        await coach.until(lambda: coach.message.startswith("Searching..."))
        held.clear()
        await coach.until(lambda: coach.screen(SearchScreen).results.count == 4)
        assert coach.message.startswith("Kinds:")


@pytest.mark.parametrize("needle", ["rare", "at the end", "words"])
def test_the_match_is_always_in_sight(needle: str) -> None:
    text = "many words " * 900 + "a rare one " + "more words " * 20 + "at the end"
    for cells in (20, 48, 90):
        drawn = excerpt(text, (needle,), cells)
        assert needle in plain(drawn)[:cells]
        assert (needle, "strong") in drawn
        assert line_width(drawn) <= 2 * cells + 3


@pytest.mark.parametrize("readonly", [False, True])
async def test_a_hit_on_a_private_line_says_how_to_see_it(filled: Files, readonly: bool) -> None:
    now = filled.clock.now()
    made = Note(
        id=new_id(now), created_at=now, updated_at=now, coachee_id=filled.id_of("Okafor"),
        lines=(read_line("# walrus").but(id="1"), read_line("the walrusses").but(id="2")),
    )  # fmt: skip
    filled.desk().store.save([made])
    async with opened(filled.desk(readonly=readonly)) as coach:
        await coach.press("s")
        await look_for(coach, "walrus")
        await coach.press("enter")
        assert "1 private line is not shown here." in coach.words()
        if readonly:
            assert coach.message.startswith("A private line; it is shown only where it can be")
            return
        assert coach.message.startswith("A private line; E shows it.")
        await coach.press("E")
        assert "# walrus" in coach.drawn()
        await coach.press("escape", "q", "q", "down", "enter")
        assert coach.message.startswith("Note of Tue Mar 11, 2 lines.")


@pytest.mark.parametrize("keys", [("g", "a"), ("g", "c"), ("P", "g", "a")])
async def test_leaving_a_hit_for_another_place_leaves_the_search_too(
    demo: Desk, keys: tuple[str, ...]
) -> None:
    async with opened(demo) as coach:
        await coach.press("s")
        await look_for(coach, "okafor")
        await coach.press("enter", *keys)
        await coach.pilot.pause(0.3)
        assert coach.app.is_running
        assert not isinstance(coach.app.screen, SearchScreen)

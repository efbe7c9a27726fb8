"""The virtual list builds only what is seen, and its cursor rests where it may."""

import pytest

from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.spans import Line, line
from tests.widgets.kit import HOSTILE, KitApp, drawn, strips


def row(index: int, width: int) -> Line:
    """A made-up row."""
    return line(f"row {index} ", (HOSTILE[index % len(HOSTILE)], "muted"))


async def test_only_visible_rows_are_built() -> None:
    """Also in a list of a hundred thousand."""
    built: list[int] = []

    def draw(index: int, width: int) -> Line:
        built.append(index)
        return line(f"row {index}")

    rows = RowList()
    async with KitApp([rows]).run_test(size=(60, 18)) as pilot:
        rows.show(100_000, draw, cursor=0)
        await pilot.pause()
        assert max(built) < 18
        built.clear()
        rows.move(1)
        await pilot.pause()
        assert sorted(set(built)) == [0, 1]
        rows.go(99_999)
        await pilot.pause()
        assert drawn(rows).splitlines()[-1] == "row 99999"
        assert max(built) - min(b for b in built if b > 100) < 18


async def test_keys_move_open_and_tell() -> None:
    """Up, Down and Enter; the terminal's cursor follows."""
    rows = RowList()
    app = KitApp([rows])
    async with app.run_test(size=(80, 24)) as pilot:
        rows.show(5, row, cursor=2)
        rows.focus()
        await pilot.pause()
        assert app.told == []
        await pilot.press("up", "up", "up", "down", "enter")
        await pilot.pause()
        assert [m.index for m in app.of(RowList.Moved)] == [1, 0, 1]
        assert [m.index for m in app.of(RowList.Opened)] == [1]
        assert app.cursor_position == (0, 1)
        rows.move(99)
        assert rows.cursor == 4
        rows.page(-1)
        assert rows.cursor == 0


async def test_headings_are_passed_over() -> None:
    """Both ways, and at the ends."""
    rows = RowList()
    async with KitApp([rows]).run_test() as pilot:
        rows.show(7, row, cursor=0, rests=lambda index: index not in (0, 3, 6))
        await pilot.pause()
        assert rows.cursor == 1
        seen = []
        for delta in (1, 1, 1, 1, -1, -1, -1, -1):
            rows.move(delta)
            seen.append(rows.cursor)
        assert seen == [2, 4, 5, 5, 4, 2, 1, 1]
        rows.go(6)
        assert rows.cursor == 5
        rows.show(2, row, rests=lambda _: False)
        assert rows.cursor == -1
        rows.move(1)
        await pilot.press("enter")


async def test_the_position_counts_rows_the_cursor_may_rest_on() -> None:
    rows = RowList()
    async with KitApp([rows]).run_test():
        assert rows.position == ""
        rows.show(5, row, rests=lambda index: index not in (0, 2))
        assert rows.position == "1/3"
        rows.move(1)
        assert (rows.cursor, rows.position) == (3, "2/3")
        rows.show(2, row, rests=lambda _index: False)
        assert rows.position == ""


async def test_an_empty_list_says_so() -> None:
    """And opens nothing."""
    rows = RowList()
    app = KitApp([rows])
    async with app.run_test() as pilot:
        rows.show(0, row, nothing=line("No sessions yet. c starts the first cycle"))
        await pilot.press("down", "enter")
        await pilot.pause()
        assert drawn(rows).strip() == "No sessions yet. c starts the first cycle"
        assert app.told == []
        rows.show(3, row)
        assert rows.cursor == 0


@pytest.mark.parametrize("plain", [False, True])
async def test_hostile_rows_stay_rows(plain: bool) -> None:
    """Each exactly as wide as the list."""
    rows = RowList()
    async with KitApp([rows], plain=plain).run_test(size=(60, 18)) as pilot:
        rows.show(len(HOSTILE), row, cursor=0)
        await pilot.pause()
        assert {strip.cell_length for strip in strips(rows)} == {60}
        assert "\x1b" not in drawn(rows)
        assert drawn(rows).isascii() or not plain


async def test_a_click_selects_then_opens() -> None:
    """For those who start with the mouse on."""
    rows = RowList()
    app = KitApp([rows])
    async with app.run_test() as pilot:
        rows.show(5, row, cursor=0)
        await pilot.pause()
        await pilot.click(rows, offset=(3, 2))
        assert rows.cursor == 2
        assert app.of(RowList.Opened) == []
        await pilot.click(rows, offset=(3, 2))
        await pilot.pause()
        assert len(app.of(RowList.Opened)) == 1


async def test_fewer_rows_are_shown_from_the_first_and_more_can_be_reached_again() -> None:
    """As when a list is filtered while it stands far down; also where no row can be selected."""
    rows = RowList()
    async with KitApp([rows]).run_test(size=(60, 18)) as pilot:
        rows.show(500, row, cursor=400)
        await pilot.pause()
        rows.show(3, row, rests=lambda _: False)
        await pilot.pause()
        assert drawn(rows).splitlines()[0].startswith("row 0")
        rows.show(500, row, cursor=499)
        await pilot.pause()
        assert drawn(rows).splitlines()[-1].startswith("row 499")


async def test_what_an_empty_list_says_is_wrapped() -> None:
    """And set in as its rows are."""
    rows = RowList()
    async with KitApp([rows]).run_test(size=(24, 8)) as pilot:
        rows.show(0, row, nothing=line((" Nobody here yet; a adds a person.", "muted")))
        await pilot.pause()
        assert drawn(rows).rstrip() == " Nobody here yet; a adds\n a person."

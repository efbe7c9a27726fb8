"""Fields to type in: what they take, what they refuse, and what they tell."""

from datetime import date

import pytest
from textual import events

from coach_tui.domain.dates import plain_date, read_moment
from coach_tui.text import LINE_LIMIT
from coach_tui.widgets.fields.date_field import DateField
from coach_tui.widgets.fields.line_field import LineField
from coach_tui.widgets.fields.messages import Edited, NotTaken
from coach_tui.widgets.fields.number_field import NumberField
from coach_tui.widgets.fields.text_box import TextBox
from tests.widgets.kit import HOSTILE, KitApp, drawn, strips

TODAY = date(2025, 3, 11)


async def test_enter_goes_to_the_next_field() -> None:
    """And each change is told once."""
    app = KitApp(lambda: [LineField(), LineField("Inés")])
    async with app.run_test() as pilot:
        first, second = app.widgets
        first.focus()
        await pilot.press("h", "i", "enter", "!")
        await pilot.pause()
        assert (first.value, second.value) == ("hi", "Inés!")
        assert [m.control for m in app.of(Edited)] == [first, first, second]
        with second.prevent(Edited):
            second.value = "quiet"
        await pilot.pause()
        assert len(app.of(Edited)) == 3


async def test_a_screen_may_say_where_enter_goes() -> None:
    """With an action of its own."""
    field = LineField()
    app = KitApp([field, LineField()])
    asked = []
    async with app.run_test() as pilot:

        async def next_field() -> None:
            asked.append("next")

        app.screen.action_next_field = next_field  # type: ignore[attr-defined]
        field.focus()
        await pilot.press("enter")
        assert asked == ["next"]
        assert field.has_focus


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("plain", [False, True])
async def test_hostile_text_is_only_text(text: str, plain: bool) -> None:
    """Set, pasted, and drawn."""
    app = KitApp(lambda: [LineField(text), TextBox(text)], plain=plain)
    async with app.run_test(size=(60, 18)) as pilot:
        line, box = app.widgets
        for field in (line, box):
            field.focus()
            app.post_message(events.Paste(text))
            await pilot.pause()
            shown = drawn(field)
            assert all(c.isprintable() or c == "\n" for c in shown.replace("\u200d", ""))
            assert shown.isascii() or not plain
            assert {strip.cell_length for strip in strips(field)} == {60}
        assert len(line.value) <= LINE_LIMIT
        line.value = text
        assert "\x1b" not in line.value


async def test_a_paste_too_long_is_cut_and_told() -> None:
    """In a line and in a box."""
    app = KitApp(lambda: [LineField("ab", limit=6), TextBox("ab", limit=6)])
    async with app.run_test() as pilot:
        line, box = app.widgets
        for field in (line, box):
            field.focus()
            await pilot.pause()
            app.post_message(events.Paste("123456789"))
            await pilot.pause()
            assert sorted(field.value) == sorted("ab1234")
        assert [m.control for m in app.of(NotTaken)] == [line, box]


async def test_numbers() -> None:
    """Digits and one leading plus; a blank is not 0."""
    field = NumberField(start=8)
    app = KitApp([field])
    async with app.run_test() as pilot:
        field.focus()
        assert field.value == ""
        await pilot.press("1", "x", "-", "+", "1")
        assert field.value == "11"
        await pilot.press("down", "up", "up")
        assert field.value == "12"
        assert len(app.of(NotTaken)) == 3
        field.value = ""
        await pilot.press("+", "1", "up", "down", "down", "down", "down")
        assert field.value == "+0"
        field.value = ""
        await pilot.press("up")
        assert field.value == "9"
        field.value = "0"
        await pilot.press("down")
        assert field.value == "0"
        app.post_message(events.Paste("3 GIs"))
        await pilot.pause()
        assert field.value == "0"


async def test_a_number_without_a_plus() -> None:
    """As for minutes."""
    app = KitApp(lambda: [NumberField("16", plus=False, digits=3)])
    async with app.run_test() as pilot:
        (field,) = app.widgets
        field.focus()
        await pilot.press("home", "+", "end", "0", "0")
        assert field.value == "160"


async def test_dates_move_and_are_put_plain() -> None:
    """As a coach types them."""
    field, other = DateField(today=TODAY, default_day=date(2025, 3, 13)), LineField()
    async with KitApp([field, other]).run_test() as pilot:
        field.focus()
        await pilot.press("down")
        assert field.value == "Thu Mar 13"
        await pilot.press("up", "up", "down")
        assert field.value == "Fri Mar 14"
        for typed, stands in [
            ("thu 10:30", "Thu Mar 13 10:30"), ("+9", "Thu Mar 20"),
            ("3/20 2pm", "Thu Mar 20 14:00"),
            ("soon", "soon"), ("", ""), ("10:30", "10:30"), ("mar 20 2027", "Sat Mar 20 2027"),
        ]:  # fmt: skip
            field.focus()
            field.value = typed
            await pilot.press("tab")
            assert field.value == stands
        field.focus()
        field.value = "soon"
        await pilot.press("up")
        assert field.value == "soon"
        field.value = "thu 9:15"
        await pilot.press("up")
        assert field.value == "Fri Mar 14 9:15"


@pytest.mark.parametrize("day", [date(2025, 3, 20), date(2027, 3, 20), date(2024, 2, 29), TODAY])
def test_a_plain_date_reads_back(day: date) -> None:
    """Years are told where they matter."""
    assert read_moment(plain_date(day, TODAY), TODAY)[0] == day


async def test_the_box_wraps_and_tab_leaves_it() -> None:
    """Enter starts a line; nothing blinks."""
    box, field = TextBox("one two"), LineField()
    app = KitApp([box, field])
    async with app.run_test(size=(60, 18)) as pilot:
        box.focus()
        await pilot.press("end", "enter", "x", "tab")
        await pilot.pause()
        assert box.value == "one two\nx"
        assert field.has_focus
        assert not box.cursor_blink
        assert not field.cursor_blink
        assert {m.control for m in app.of(Edited)} == {box}
        box.value = "new"
        assert box.text == "new"


async def test_fields_show_the_focus_without_colour() -> None:
    """The ground is underlined to the end of the field, the cursor reversed."""
    app = KitApp(lambda: [LineField("abc"), LineField("def")], "none")
    async with app.run_test() as pilot:
        field, other = app.widgets
        field.focus()
        await pilot.pause()
        styles = [segment.style for segment in strips(field)[0] if segment.style]
        assert styles[0].underline
        assert styles[-1].underline
        assert any(style.reverse for style in styles)
        assert not any(s.style.underline for s in strips(other)[0] if s.style)

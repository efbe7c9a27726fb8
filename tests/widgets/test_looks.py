"""Themes: each starts, none leaks colour where there is none, and ASCII is only ASCII."""

from collections.abc import Iterator
from dataclasses import fields

import pytest
from rich.style import Style
from textual.theme import Theme
from textual.widget import Widget

from coach_tui import themes
from coach_tui.widgets.band_chart import BandChart
from coach_tui.widgets.fields.choice_row import ChoiceRow
from coach_tui.widgets.fields.date_field import DateField
from coach_tui.widgets.fields.line_field import LineField
from coach_tui.widgets.fields.text_box import TextBox
from coach_tui.widgets.glyphs import ASCII, UNICODE, glyphs_of, shown
from coach_tui.widgets.key_bar import KeyBar
from coach_tui.widgets.message_line import MessageLine
from coach_tui.widgets.paint import TONES
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.scrolling_pane import ScrollingPane
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import line
from coach_tui.widgets.top_bar import TopBar
from tests.widgets.kit import BANDS, PHASES, TOTALS, KitApp, drawn, strips, track
from tests.widgets.test_fields import TODAY

COLORS: tuple[themes.Colors, ...] = ("truecolor", "256", "16", "none")
XTERM = (0, 95, 135, 175, 215, 255)
ALLOWED = set("■·░▒▓│─├┤└●►○▲◄")


class Everything(KitApp):
    """One of each, with something in it."""

    CSS = "BandChart { height: 8; } RowList { height: 3; }"

    def __init__(self, colors: themes.Colors, *, plain: bool = False) -> None:
        self.rows, self.chart, self.bar = RowList(), BandChart(), KeyBar()
        self.top, self.message = TopBar(), MessageLine()
        super().__init__(self.all_kinds, colors, plain=plain)

    def all_kinds(self) -> list[Widget]:
        """One of each."""
        tones = [line((f"{tone} é", tone)) for tone in TONES[:6]]
        self.field = LineField("Inés")
        return [
            self.top, SpanPane(tones), self.rows, self.chart, self.field,
            DateField(today=TODAY, placeholder="thu, +7"), TextBox("é"),
            ChoiceRow([("a", "one")]), self.message, self.bar,
        ]  # fmt: skip

    def on_mount(self) -> None:
        """Fill them."""
        self.top.show(line(("Inés", "title")), "saved 10:42", "DEMO")
        self.message.show("Could not save", error=True, position="1/9")
        self.bar.show([(self.glyphs.arrows, "session"), ("q", "back")], typing=True)
        self.rows.show(3, lambda i, _width: line((f"row {i} é", TONES[i])), cursor=1)
        self.chart.show(track(TOTALS), BANDS, PHASES, 12)
        self.field.focus()


def styles(app: KitApp) -> Iterator[Style]:
    """Every style on screen."""
    for widget in app.widgets:
        for strip in strips(widget):
            yield from (segment.style for segment in strip if segment.style)


@pytest.mark.parametrize("colors", COLORS)
@pytest.mark.parametrize("size", [(80, 30), (60, 18)])
async def test_every_look_starts(colors: themes.Colors, size: tuple[int, int]) -> None:
    """With all tones known to the style sheet."""
    app = Everything(colors)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert app.theme == themes.theme_for(colors).name
        assert "row 1" in drawn(app.rows)
        assert app.export_screenshot()


async def test_without_colour_there_is_none() -> None:
    """Bold, underline and reverse carry it all: cursor row, field cursor, late mark."""
    app = Everything("none")
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        seen = list(styles(app))
        found = {c.name for s in seen for c in (s.color, s.bgcolor) if c is not None}
        assert found <= {"default"}
        assert any(s.reverse for s in seen)
        assert any(s.underline for s in seen)
        assert not any(s.dim or s.blink for s in seen)


async def test_sixteen_colours_are_sixteen() -> None:
    """And the ground is painted, so that light letters show on a white terminal."""
    app = Everything("16")
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        seen = list(styles(app))
        numbers = {c.number for s in seen for c in (s.color, s.bgcolor) if c is not None}
        assert numbers <= set(range(16))
        assert all(s.bgcolor is not None and s.bgcolor.number == 0 for s in _grounds(app))


def _grounds(app: Everything) -> list[Style]:
    """The style of the screen's own ground, and of a row that is not under the cursor."""
    ends = [strips(widget)[0] for widget in (app.rows, app.chart)]
    return [app.screen.rich_style, *(list(strip)[-1].style or Style() for strip in ends)]


def test_full_colours_are_palette_entries() -> None:
    """So that a 256-colour terminal shows them exactly."""
    found = {v for v in themes.FULL.variables.values() if v.startswith("#")}
    assert found
    for value in found:
        red, green, blue = (int(value[i : i + 2], 16) for i in (1, 3, 5))
        grey = red == green == blue and (red - 8) % 10 == 0
        assert grey or all(part in XTERM for part in (red, green, blue)), value


@pytest.mark.parametrize("theme", [themes.FULL, themes.SIXTEEN, themes.MONO])
def test_all_looks_know_the_same_names(theme: Theme) -> None:
    """A style sheet that works in one works in all."""
    assert set(theme.variables) == set(themes.FULL.variables)
    assert {"ansi-background", "ansi-foreground"} <= set(theme.variables)


async def test_ascii_mode_draws_only_ascii() -> None:
    """No byte above 0x7e, on any row."""
    app = Everything("none", plain=True)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        text = "".join(drawn(widget) for widget in app.widgets)
        assert {c for c in text if not " " <= c <= "~"} <= {"\n"}
        assert shown(app.field, "Inés") == "Ines"


async def test_unicode_mode_draws_only_known_letters() -> None:
    """Those of the design, and what the user typed."""
    app = Everything("256")
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        text = "".join(drawn(widget) for widget in app.widgets)
        assert {c for c in text if c > "~"} <= ALLOWED | {"é"}
        assert glyphs_of(app.field) is UNICODE


def test_both_sets_have_letters_of_the_same_width() -> None:
    """All but the arrows, which stand in words."""
    for field in fields(UNICODE):
        if field.name in ("ascii_only", "left", "right", "border"):
            continue
        here, there = getattr(UNICODE, field.name), getattr(ASCII, field.name)
        assert [len(c) for c in here] == [len(c) for c in there]
        assert "".join(there).isascii()


async def test_a_pane_sends_only_changed_rows() -> None:
    """And grows with what it shows."""
    pane = SpanPane([line("a"), line("b")])
    async with KitApp([pane]).run_test() as pilot:
        assert pane.size.height == 2
        pane.show([line("a"), line("c")], cursor_line=1)
        await pilot.pause()
        assert drawn(pane) == "a\nc"
        assert pane.lines == (line("a"), line("c"))
        pane.show_drawing(lambda width: [line(str(width))] * 3)
        await pilot.pause()
        assert drawn(pane) == "80\n80\n80"


async def test_a_long_text_turns() -> None:
    """By lines and pages, not past its ends."""
    pane = ScrollingPane([line(str(n)) for n in range(50)])
    async with KitApp([pane]).run_test(size=(60, 18)) as pilot:
        assert pane.position == "18/50"
        pane.page(1)
        await pilot.pause()
        assert drawn(pane).splitlines()[0] == "17"
        pane.turn(99)
        assert pane.position == "50/50"
        pane.go(0)
        await pilot.pause()
        assert drawn(pane).splitlines()[0] == "0"
        pane.show([line("short")])
        assert pane.position == ""

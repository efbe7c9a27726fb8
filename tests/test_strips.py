"""Updates are taken apart as Textual would write them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import ControlType, Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, InlineUpdate, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from coach_tui import strips
from coach_tui.shadow import Cells, Shadow
from tests.torture.terminals import Terminal

WIDTH, HEIGHT = 12, 3
CONSOLE = Console(color_system="256", force_terminal=True)

Row = list[tuple[str, Style]]


def cells(strip: Strip) -> Cells:
    """The cells of a strip on a terminal of 256 colors."""
    return strips.cells(strip, ColorSystem.EIGHT_BIT)


@st.composite
def updates(draw: st.DrawFn) -> tuple[LayoutUpdate, ChopsUpdate]:
    """A whole screen, and spans of another one."""
    styles = [
        Style(color=color, bold=bold) for color in ("red", "#123456") for bold in (False, True)
    ]
    texts = st.lists(st.sampled_from(["a", "b", " ", "日", "e\u0301", "■"]), max_size=WIDTH)
    cuts = draw(st.sets(st.integers(1, WIDTH - 1), max_size=4))
    edges = [0, *sorted(cuts), WIDTH]

    def screen() -> list[dict[int, Strip | None]]:
        rows: list[dict[int, Strip | None]] = []
        for _ in range(HEIGHT):
            segments = [Segment(letter, draw(st.sampled_from(styles))) for letter in draw(texts)]
            strip = Strip(segments).adjust_cell_length(WIDTH)
            pieces = strip.divide(edges[1:])
            rows.append(dict(zip(edges, pieces, strict=False)))
        return rows

    # a span holds a cell at least, as those that Textual makes; with an empty one it would scroll
    pairs = st.tuples(st.integers(0, WIDTH - 1), st.integers(1, WIDTH))
    ends = draw(st.lists(pairs, min_size=1, max_size=HEIGHT))
    spans = [(y, left, max(left + 1, right)) for y, (left, right) in enumerate(ends)]
    whole = [row.values() for row in screen()]
    layout = LayoutUpdate(whole, Region(0, 0, WIDTH, HEIGHT))  # type: ignore[arg-type]
    return layout, ChopsUpdate(screen(), spans, [edges[1:]] * HEIGHT)


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(updates())
def test_an_update_draws_what_textual_draws(parts: tuple[LayoutUpdate, ChopsUpdate]) -> None:
    shadow: Shadow[Strip] = Shadow(cells)
    shadow.fit(WIDTH, HEIGHT)
    ours, stock = Terminal(WIDTH, HEIGHT), Terminal(WIDTH, HEIGHT)
    for update in parts:
        ours.feed(shadow.draw(strips.pieces(update)))
        stock.feed(update.render_segments(CONSOLE))
        assert ours.rows() == stock.rows()


def test_only_updates_of_a_full_screen_are_known() -> None:
    with pytest.raises(strips.NotCells):
        list(strips.pieces(InlineUpdate([])))


@pytest.mark.parametrize(
    "segment",
    [
        Segment("", None, [(ControlType.BELL,)]),
        Segment("a\x1b[2J"),
        Segment("\t"),
        Segment("é\x9b"),
    ],
    ids=repr,
)
def test_control_sequences_are_no_cells(segment: Segment) -> None:
    with pytest.raises(strips.NotCells):
        cells(Strip([Segment("a"), segment]))


@pytest.mark.parametrize(
    ("texts", "letters"),
    [
        (["ab"], ["a", "b"]),
        (["日a"], ["日", "", "a"]),
        (["👩\u200d👩\u200d👧", "a"], ["👩\u200d👩\u200d👧", "", "a"]),
        (["e", "\u0301a"], ["e\u0301", "a"]),
        (["日", "\ufe0f"], ["日\ufe0f", ""]),
        (["\u0301a"], ["a"]),
    ],
    ids=repr,
)
def test_each_letter_has_its_cells(texts: list[str], letters: list[str]) -> None:
    assert cells(Strip([Segment(text) for text in texts])).letters == letters


def test_a_link_is_part_of_the_look() -> None:
    style = Style(color="red", link="https://a.example")
    (look,) = cells(Strip([Segment("a", style)])).looks
    shadow: Shadow[Strip] = Shadow(cells)
    shadow.fit(3, 1)
    told = shadow.draw([(0, 0, Strip([Segment("a", style), Segment("b")]))])
    assert look.endswith(";https://a.example")
    assert told == f"\x1b[1;1H\x1b]8;id={style._link_id};https://a.example\x1b\\\x1b[31ma" + (
        "\x1b]8;;\x1b\\\x1b[mb"
    )


def test_a_strip_that_stays_the_same_is_not_read_again() -> None:
    read = []
    shadow: Shadow[Strip] = Shadow(lambda strip: read.append(strip) or cells(strip))  # type: ignore[func-returns-value]
    shadow.fit(WIDTH, HEIGHT)
    strip = Strip([Segment("letters")])
    assert shadow.draw([(1, 2, strip)])
    assert not shadow.draw([(1, 2, strip), (1, 2, Strip([Segment("letters")]))])
    assert read == [strip]

"""Terminals of every kind: colors, letters, sizes. The app starts in all and stays readable."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.program.kit import colors, command, names, opened, row
from tests.program.start import coach_tui
from tests.program.terminal import Program
from tests.program.tmux import in_gnu_screen


def tour(program: Program) -> None:
    """Open every screen, with an accented name among what is drawn."""
    for keys, shown in (
        (("j", "j", "j", "i"), "GI count"),
        (("escape", "enter"), "[Growth]"),
        (("v",), "Ses  Cl"),
        (("]",), "[Sessions]"),
        (("]", "]"), "[To-dos"),
        (("q", "P"), "prep"),
        (("q", "g", "a"), "[Agenda"),
        (("s", "exit tick"), "Goals 1"),
        (("escape", "q", "/", "lincoln"), "Enter keep"),
        (("escape", "j", "j", "n"), "TYPING"),
        (("escape", "q", "y"), "if it is not there, w"),
        (("q", "k", "k", "k", "k", "k", "j", "j", "j", ":", "cycle"), "coaching cycle"),
        (("enter",), "step 1 of 5"),
        (("escape", "2"), "step 2 of 5"),
        (("escape", "4"), "step 4 of 5"),
        (("escape", "5"), "step 5 of 5"),
        (("3", "h", "escape", "a"), "Self-assessment"),
        (("escape", "p"), "earlier notes"),
        (("q", "q", "e"), "Launch meeting"),
        (("escape", "q", "?"), "Help"),
        (("tab", "tab", "q", "g", "g"), "Abara, Chi: session 6"),
    ):
        program.press(*keys)
        program.wait_for(shown)
    program.settle()


def glance(program: Program) -> None:
    """Down and up again, where a tour would only take longer."""
    program.press("j", "k")
    program.wait_for("Abara, Chi: session 6")
    program.settle()


Look = Callable[[Program], None]


@pytest.mark.parametrize(
    ("env", "arguments", "look"),
    [
        ({"NO_COLOR": "1"}, (), tour),
        ({"NO_COLOR": ""}, (), glance),
        ({"TERM": "dumb"}, (), glance),
        ({}, ("--plain",), glance),
    ],
    ids=["NO_COLOR", "NO_COLOR-empty", "dumb", "plain"],
)
def test_no_color_means_no_color_codes(
    home: Path, env: dict[str, str], arguments: tuple[str, ...], look: Look
) -> None:
    """Not one color is asked for; the row under the cursor stands out all the same."""
    with opened(home, "--demo", *arguments, env=env) as program:
        look(program)
        assert colors(bytes(program.raw)) == set()
        cursor = list_row(program, "Abara")
        assert program.cell_style(2, cursor).reverse
        assert not program.cell_style(2, cursor + 1).reverse


def list_row(program: Program, name: str) -> int:
    """The row of a name in the list, counted from 0."""
    rows = program.screen_text().split("\n")
    return next(number for number, line in enumerate(rows) if line[1:].startswith(name))


@pytest.mark.parametrize(
    ("env", "kind", "look"),
    [
        ({"TERM": "linux"}, "16", tour),
        ({"TERM": "screen"}, "16", glance),
        ({"TERM": "xterm-256color"}, "256", tour),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "rgb", glance),
    ],
    ids=["linux", "screen", "256", "truecolor"],
)
def test_colors_are_those_the_terminal_has(
    home: Path, env: dict[str, str], kind: str, look: Look
) -> None:
    """Sixteen on a painted ground, 256, or all."""
    with opened(home, "--demo", env=env) as program:
        look(program)
        assert colors(bytes(program.raw)) == {kind}
        cursor, other = program.cell_style(2, 3), program.cell_style(2, 4)
        assert (cursor.fg, cursor.bg) != (other.fg, other.bg)
        assert other.bg != "default"  # painted: bright yellow is lost on a white terminal


@pytest.mark.parametrize(
    ("env", "arguments", "look"),
    [({"LANG": "C"}, (), tour), ({}, ("--ascii",), glance)],
    ids=["LANG=C", "ascii"],
)
def test_ascii_draws_nothing_else(
    home: Path, env: dict[str, str], arguments: tuple[str, ...], look: Look
) -> None:
    """No byte above ~ on any screen once the app has started; accents are dropped, in columns."""
    with opened(home, "--demo", *arguments, env=env) as program:
        start = bytes(program.raw).index(b"\x1b[?1049h")  # the question asked before holds an é
        look(program)
        assert beyond_ascii(bytes(program.raw[start:])) == ""
        assert "Castillo, Ines" in row(program, 7)
        assert row(program, 7).index("###-") == row(program, 6).index("##--")


def beyond_ascii(raw: bytes) -> str:
    """The letters that a terminal without UTF-8 would wreck."""
    return "".join(sorted({char for char in raw.decode("utf-8", "replace") if char > "~"}))


@pytest.mark.needs_tool("screen")
def test_inside_gnu_screen_without_utf8(home: Path) -> None:
    """As `screen -c /dev/null` starts under LANG=C: ASCII, columns in line."""
    inside, env = in_gnu_screen(coach_tui("--demo"), home)
    with Program(inside, home, env={**env, "LANG": "C"}) as program:
        program.wait_for("? help")
        program.settle()
        tour(program)
        assert beyond_ascii(bytes(program.raw)) == ""
        assert row(program, 7).index("###-") == row(program, 6).index("##--")
        program.do("q")
        program.wait_for("[screen is terminating]")


def test_letters_from_outside_still_come_in_under_ascii(home: Path) -> None:
    """A name with an accent is kept whole, whatever the terminal can draw."""
    command(home, "add", "Trần, Bea")
    with opened(home, env={"LANG": "C"}) as program:
        assert "Tran, Bea" in row(program, 4)
    assert "Trần, Bea" in command(home, "list")


@pytest.mark.parametrize("size", [(60, 18), (120, 40)], ids=["60x18", "120x40"])
def test_every_screen_at_every_size(home: Path, size: tuple[int, int]) -> None:
    """All places can be gone to; the frame is in its rows; the list fits."""
    columns, rows = size
    with opened(home, "--demo", size=size) as program:
        tour(program)
        assert names(program)[:3] == ["Abara", "Bell", "Okafor"]
        assert "Caseload" in row(program, 1)
        assert "Abara, Chi: session 6" in row(program, rows - 1)
        assert "? help" in row(program, rows)
        assert ("School" in program.screen_text()) is (columns == 120)
        if columns == 120:  # the pane follows a moment later
            program.wait_for("GI 27")
        else:
            assert "GI 27" not in program.screen_text()


def test_a_resize_keeps_what_is_being_typed(home: Path) -> None:
    """Down below what is usable and back: the text is there and goes on."""
    with opened(home, "--demo") as program:
        program.do("c")
        program.wait_for("TYPING")
        program.do("escape", "2", "tab", "Four new voices")
        for size in ((60, 18), (50, 15), (20, 5), (120, 40), (80, 24)):
            program.resize(*size)
            program.settle(0.15)
        assert "Four new voices" in program.wait_for("step 2 of 5")
        program.do(" answered")
        program.wait_for("Four new voices answered")


def test_a_small_window_is_told(home: Path) -> None:
    """Below 60x18 the app says what to do, and what was open is safe."""
    with opened(home, "--demo") as program:
        program.resize(50, 15)
        program.wait_for("larger")
        program.resize(80, 24)
        program.wait_gone("larger")
        assert names(program)[0] == "Abara"


@pytest.mark.parametrize("arguments", [("--check",), ("--demo", "--check")])
def test_a_trial_start_needs_no_terminal(home: Path, arguments: tuple[str, ...]) -> None:
    """For installers and CI: exit status 0, and nothing is left behind."""
    command(home, *arguments)
    assert [file.name for file in home.rglob("caseload.json")] == []

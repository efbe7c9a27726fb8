"""What is sent turns what a terminal shows into what it should show, on any terminal."""

import re

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from coach_tui.pen import LINK, alike_on_blanks, turn
from coach_tui.shadow import Cells, Shadow
from tests.torture.terminals import OldTerminal, Terminal

WIDTH, HEIGHT = 14, 2
LOOKS = (
    "", "1", "7", "4;38;5;117", "38;5;251;48;5;235", "1;38;5;251;48;5;235", "31;42", "38;5;1",
    "3;38;2;1;2;3;48;2;4;5;6", "97;100", "39;49", f"4;31{LINK}id=1;https://a.example",
    f"{LINK}id=2;https://a.example",
)  # fmt: skip
NARROW = ("a", "b", " ", " ", "é", "e\u0301", "■", "\u0e19\u0e34", "x\ufe0f\u0301")
WIDE = ("日", "語", "👩", "👩\u200d👩\u200d👧", "❤\ufe0f", "👍🏽", "1\ufe0f⃣")

Piece = tuple[int, int, Cells]


def cells_of(letters: list[str], looks: list[str]) -> Cells:
    """Letters with their looks as cells; a wide one takes two."""
    found = Cells([], [])
    for letter, look in zip(letters, looks, strict=False):
        found.letters += [letter, ""] if letter in WIDE else [letter]
        found.looks += [look] * (1 + (letter in WIDE))
    return found


PIECES = st.tuples(
    st.integers(0, HEIGHT - 1),
    st.integers(0, WIDTH - 1),
    st.builds(
        cells_of,
        st.lists(st.sampled_from(NARROW + WIDE), max_size=WIDTH),
        st.lists(st.sampled_from(LOOKS), min_size=WIDTH, max_size=WIDTH),
    ),
)
QUICK = settings(deadline=None, suppress_health_check=list(HealthCheck))
FRAMES = st.lists(st.lists(PIECES, max_size=3), min_size=1, max_size=5)


def new_shadow() -> Shadow[Cells]:
    """A shadow of a small terminal, whose sources are their own cells."""
    shadow: Shadow[Cells] = Shadow(lambda cells: cells)
    shadow.fit(WIDTH, HEIGHT)
    return shadow


def whole(text: str = " ") -> list[Piece]:
    """A screen full of one letter."""
    return [(y, 0, cells_of([text] * WIDTH, [""] * WIDTH)) for y in range(HEIGHT)]


def plainly(terminal: Terminal, pieces: list[Piece]) -> None:
    """Draw pieces in full, as a program without a shadow does."""
    for y, x, cells in pieces:
        terminal.feed(f"\x1b[{y + 1};{x + 1}H")
        shown = Cells(cells.letters[: WIDTH - x], cells.looks[: WIDTH - x])
        if len(shown) < len(cells) and cells.letters[len(shown)] == "":
            shown.letters[-1] = " "
        for letter, look in zip(shown.letters, shown.looks, strict=True):
            terminal.feed(f"\x1b[{look.partition(LINK)[0]}m{letter}\x1b[m" if letter else "")


@QUICK
@given(FRAMES)
def test_what_is_sent_makes_the_screen_right(frames: list[list[Piece]]) -> None:
    shadow, shown, right = new_shadow(), Terminal(WIDTH, HEIGHT), Terminal(WIDTH, HEIGHT)
    for frame in frames:
        shown.feed(shadow.draw(frame))
        plainly(right, frame)
        assert shown.rows() == right.rows()


@QUICK
@given(FRAMES)
def test_the_same_again_sends_nothing(frames: list[list[Piece]]) -> None:
    shadow = new_shadow()
    for frame in frames:
        shadow.draw(frame)
        assert shadow.draw(frame[-1:]) == ""
        assert shadow.draw([(y, x, cells.copy()) for y, x, cells in frame[-1:]]) == ""


@QUICK
@given(FRAMES)
def test_no_letter_is_moved_by_one_that_terminals_measure_differently(
    frames: list[list[Piece]],
) -> None:
    shadow, old, right = new_shadow(), OldTerminal(WIDTH, HEIGHT), Terminal(WIDTH, HEIGHT)
    for frame in [whole(), *frames]:
        old.feed(shadow.draw(frame))
        plainly(right, frame)
        for here, there in zip(old.rows(), right.rows(), strict=True):
            sure = [x for x, cell in enumerate(there) if _is_sure(there, x)]
            assert [here[x] for x in sure] == [there[x] for x in sure]


def _is_sure(row: list[tuple[str, ...]], x: int) -> bool:
    """Whether all terminals agree on a cell: neither it nor the one it belongs to is joined."""
    letter = row[x][0] or row[x - 1][0]
    return len(letter) == 1 and letter < "\U0001f000"


@QUICK
@given(FRAMES, FRAMES)
def test_after_forgetting_everything_is_sent(
    before: list[list[Piece]], after: list[list[Piece]]
) -> None:
    """Whatever another program has left on the screen."""
    shadow, shown, right = new_shadow(), Terminal(WIDTH, HEIGHT), Terminal(WIDTH, HEIGHT)
    for frame in before:
        shown.feed(shadow.draw(frame))
    shown.scribble("\x1b[1;1Hgarbage\x1b[2;3H日本語")
    shadow.forget()
    for frame in [whole("o"), *after]:
        shown.feed(shadow.draw(frame))
        plainly(right, frame)
    assert shown.rows() == right.rows()


def test_a_shadow_of_another_size_knows_nothing() -> None:
    shadow = new_shadow()
    shadow.draw(whole("o"))
    shadow.fit(WIDTH, HEIGHT)
    assert shadow.draw(whole("o")) == ""
    shadow.fit(WIDTH - 1, HEIGHT)
    assert shadow.draw(whole("o")).count("o") == HEIGHT * (WIDTH - 1)


def test_what_lies_outside_is_not_drawn() -> None:
    far = cells_of(["a"], [""])
    assert new_shadow().draw([(HEIGHT, 0, far), (0, WIDTH, far)]) == ""


def test_a_changed_letter_is_a_move_and_the_letter() -> None:
    shadow = new_shadow()
    shadow.draw(whole("o"))
    assert shadow.draw([(1, 4, cells_of(["x"], [""]))]) == "\x1b[2;5Hx"


def test_a_short_gap_is_written_over() -> None:
    shadow = new_shadow()
    shadow.draw(whole("o"))
    text = list("xooxooooooox")
    assert shadow.draw([(0, 0, cells_of(text, [""] * WIDTH))]) == "\x1b[1;1Hxoox\x1b[12Gx"


def test_a_short_gap_in_another_look_is_left_out() -> None:
    shadow, looks = new_shadow(), ["", "1", "1", *[""] * WIDTH]
    shadow.draw([(0, 0, cells_of(["o"] * WIDTH, looks))])
    text = list("xooxoooooooooo")
    assert shadow.draw([(0, 0, cells_of(text, looks))]) == "\x1b[1;1Hx\x1b[4Gx"


# -- the pen --------------------------------------------------------------------------------


def state(*sequences: str) -> tuple[frozenset[str], str, str, str]:
    """What is on after some sequences: attributes, colors, and the link."""
    on: set[str] = set()
    front, ground, link = "39", "49", ""
    for kind in re.finditer(r"\x1b\[([0-9;]*)m|\x1b\]8;(.*?)\x1b\\", "".join(sequences)):
        if kind[2] is not None:
            link = kind[2].strip(";")
            continue
        for code in re.findall(r"[34]8;5;\d+|[34]8;2;\d+;\d+;\d+|\d+", kind[1]) or ["0"]:
            if code == "0":
                on, front, ground = set(), "39", "49"
            elif re.match(r"3\d|9\d", code):
                front = code
            elif re.match(r"4\d|10\d", code):
                ground = code
            else:
                on.add(code)
    return frozenset(on), front, ground, link


@given(st.lists(st.sampled_from(LOOKS)))
def test_the_pen_turns_to_each_look(looks: list[str]) -> None:
    sent, old = "", ""
    for look in looks:
        sent, old = sent + turn(old, look), look
        codes, _, link = look.partition(LINK)
        assert state(sent) == (*state(f"\x1b[0;{codes}m" if codes else "")[:3], link)
    assert state(sent, turn(old, "")) == state("")


def test_the_pen_is_turned_in_few_bytes() -> None:
    assert turn("38;5;1;48;5;2", "1;38;5;3;48;5;2") == "\x1b[1;38;5;3m"
    assert turn("1;38;5;1", "38;5;1") == "\x1b[0;38;5;1m"
    assert turn("38;5;1", "") == "\x1b[m"
    assert turn("38;5;1", "48;5;1") == "\x1b[0;48;5;1m"
    assert turn("31", "31") == ""


@example("1;31;42", "3;34;42", True)
@example("31;42", "31;43", False)
@example("31;42", "4;31;42", False)
@example("7;31;42", "7;34;42", False)
@example(f"31{LINK}id=1;a", "31", False)
@given(st.just("31"), st.just("31"), st.just(True))
def test_only_the_ground_shows_on_a_blank(one: str, other: str, same: bool) -> None:
    assert alike_on_blanks(one, other) is same

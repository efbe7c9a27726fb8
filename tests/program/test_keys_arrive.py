"""Keys as a line brings them: many at once, an Esc with a letter on its heels, a paste."""

from pathlib import Path

import pytest

from tests.program.kit import drafts, opened, row
from tests.program.start import coach_tui
from tests.program.terminal import Program


def cycle_step_2(program: Program) -> None:
    """Open the first person's cycle with the cursor in the praise."""
    program.press("c", "escape", "2", "tab")
    program.wait_for("step 2 of 5")


def test_keys_in_one_packet_act_in_turn(home: Path) -> None:
    """Down, down, GI box, a total and Enter, all before the first of them is drawn."""
    with opened(home, "--demo") as program:
        program.send("jji11\r")
        program.wait_for("Okafor, Dana: session 4, 11 GIs, Approaching. Saved")


def test_text_and_tabs_in_one_packet_reach_their_fields(home: Path) -> None:
    """What is typed after a Tab never lands in the field before it."""
    with opened(home, "--demo") as program:
        cycle_step_2(program)
        program.send("the praise\tthe probe\tthe reflection\t")
        program.wait_for("step 3 of 5")
        program.do("escape", "2")
        rows = program.wait_for("Teacher's reflection").split("\n")
        fields = [
            rows[number + 1].strip()
            for number, line in enumerate(rows)
            if line.startswith((" Precise praise", " Probing", " Teacher's"))
        ]
        assert fields == ["the praise", "the probe", "the reflection"]


def test_keys_typed_before_the_first_screen_count(home: Path) -> None:
    """Typed while the app starts: not lost."""
    with Program(coach_tui("--demo"), home) as program:
        program.send("jj")
        program.wait_for("Okafor, Dana: session 3")


@pytest.mark.parametrize("pause", [0.0, 0.05])
def test_a_fast_letter_after_esc_is_both_keys(home: Path, pause: float) -> None:
    """On a profile: back, and then down the list; the terminal could take it for Alt+j."""
    with opened(home, "--demo") as program:
        program.do("enter")
        program.wait_for("[Growth]")
        program.press("escape")
        program.settle(pause)
        program.press("j")
        program.wait_for("Bell, Marcus: session 2")


@pytest.mark.parametrize("step", ["3", "5"])
def test_a_fast_digit_after_esc_leaves_no_letter(home: Path, step: str) -> None:
    """In a text box: keys, and then the step; not the sign that Alt and the digit type."""
    with opened(home, "--demo") as program:
        cycle_step_2(program)
        program.do("words")
        program.send(f"\x1b{step}")
        program.wait_for(f"step {step} of 5")
        program.press("escape", "2") if step == "3" else program.press("2")
        program.wait_for("step 2 of 5")
        line = next(line for line in program.screen_text().split("\n") if "words" in line)
        assert line.strip() == "words"


def test_leaving_in_mid_word(home: Path) -> None:
    """Left before the draft is on the disk: it gets there, and the app goes on."""
    with opened(home, "--demo") as program:
        cycle_step_2(program)
        program.press("half a wor", "escape", "q", "j")
        program.wait_for("Bell, Marcus: session 2")
        program.wait_until(lambda: "half a wor" in drafts(home), "the draft")
        program.press("k", "c", "escape", "2")
        program.wait_for("half a wor")


@pytest.mark.parametrize("paste", ["\x1b[200~dxDQ123\nq\x1b[201~", "\x1b[200~\x1b[31mq\x1b[201~"])
def test_a_paste_on_the_list_changes_nothing(home: Path, paste: str) -> None:
    """Pasted letters are not keys."""
    with opened(home, "--demo") as program:
        program.wait_for("the block began")  # the pane beside the list is drawn last
        before = program.screen_text().split("\n")[:-2]
        program.send(paste)
        program.wait_for("That looked like a paste")
        assert program.screen_text().split("\n")[:-2] == before
        program.do("j")
        assert "Bell, Marcus" in row(program, 23)


def test_a_paste_in_a_field_is_its_text(home: Path) -> None:
    """With what would steer the terminal taken out."""
    with opened(home, "--demo") as program:
        cycle_step_2(program)
        program.send("\x1b[200~two lines\nof \x07praise\x1b[201~")
        program.wait_for("two lines")
        program.wait_for("of  praise")

"""The demo: fifteen made-up people in a copy that goes when the app is left."""

from pathlib import Path

import pytest

from tests.program.kit import names, opened, own_file, row, with_cibola

FIFTEEN = [
    "Abara", "Bell", "Okafor", "Castillo", "Dupree", "Feng", "Hall", "Ito", "Jansen", "Kowalski",
    "Nguyen", "Quist", "Zhang", "Price", "Moreno",
]  # fmt: skip
"""Late first, then by next visit: the key scripts rely on it."""


def test_two_windows_have_two_copies(home: Path) -> None:
    """What one window records, the other does not show; both copies go."""
    temporary = home / "tmp"
    temporary.mkdir()
    folder = {"TMPDIR": str(temporary)}
    with (
        opened(home, "--demo", env=folder) as first,
        opened(home, "--demo", env=folder) as second,
    ):
        first.do("i", "31", "enter")
        first.wait_for("Abara, Chi: session 7, 31 GIs")
        second.do("j", "k")
        assert "session 6, 27 GIs" in row(second, 23)
        second.do("i", "44", "enter")
        second.wait_for("Abara, Chi: session 7, 44 GIs")
        for window in (second, first):
            window.do("q")
            assert window.wait_exit() == 0
    assert list(temporary.iterdir()) == []
    assert not (own_file(home).parent / "demo").exists()


def test_the_own_file_is_left_alone(home: Path) -> None:
    """Fifteen in their order; what is done to them changes no byte of the coach's own file."""
    file = with_cibola(home)
    before = file.read_bytes()
    with opened(home, "--demo") as program:
        assert names(program) == FIFTEEN
        assert "15 people  1 late, 2 today" in row(program, 2)
        assert "DEMO" in row(program, 1)
        program.do("i", "31", "enter")
        program.wait_for("session 7, 31 GIs")
        program.press("c")
        program.wait_for("TYPING")
        assert "DEMO" in row(program, 1)
        program.press("2")
        program.wait_for("draft saved")
        program.press("escape", "q", "a", "Aalto, Eve", "ctrl+s")
        program.wait_for("16 people")
        program.do("q")
        assert program.wait_exit() == 0
    assert file.read_bytes() == before
    assert not (file.parent / "demo").exists()
    assert not (file.parent / "drafts").exists()


@pytest.mark.parametrize("key", ["d", "b"])
def test_the_welcome_screen_leads_there(home: Path, key: str) -> None:
    """The demo's copy with d, with b an empty caseload; neither makes a file of the coach's own."""
    with opened(home, shows="Three keys to know") as program:
        program.do(key)
        if key == "d":
            program.wait_for("Moreno")
            assert "DEMO" in row(program, 1)
        else:
            program.wait_for("Nobody in the caseload yet")
        program.do("q")
        assert program.wait_exit() == 0
    assert not own_file(home).exists()
    assert not (own_file(home).parent / "demo").exists()

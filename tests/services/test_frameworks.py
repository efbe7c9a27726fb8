"""The shelf of framework files, and the sentences for a file that cannot be used."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from coach_tui.errors import BadFramework
from coach_tui.services.frameworks import SHIPPED, FrameworkShelf, check_framework

TIMELINE = SHIPPED / "e2l_timeline.toml"
CYCLE = SHIPPED / "coaching_cycle.toml"
WORDS = SHIPPED / "judgement_words.toml"
PROGRESSIONS = SHIPPED / "progressions.toml"
JARGON = ("pydantic", "http", "validation error", "type=", "input_value", "Value error", "ctx")


def changed(folder: Path, *pairs: tuple[str, str], source: Path = TIMELINE) -> Path:
    """A copy of a shipped file with words changed, each of which it must hold."""
    text = source.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / "own.toml"
    path.write_text(text, "utf-8")
    return path


def test_the_shipped_ones_are_sound() -> None:
    assert check_framework(TIMELINE) == ()
    assert check_framework(CYCLE) == ()
    assert check_framework(WORDS) == ()
    assert check_framework(PROGRESSIONS) == ()


def test_the_shelf_reads_them_once() -> None:
    shelf = FrameworkShelf()
    assert shelf.timeline() is shelf.timeline()
    assert shelf.coaching_model() is shelf.coaching_model()
    assert shelf.band_table() is shelf.band_table()
    assert shelf.timeline().id == "e2l_timeline"
    assert shelf.coaching_model().id == "coaching_cycle"
    assert shelf.judgement_words() is shelf.judgement_words()


def test_the_light_table_is_the_checked_one() -> None:
    shelf = FrameworkShelf()
    assert shelf.band_table() == shelf.timeline().band_table


def test_bands_are_read_without_pydantic() -> None:
    script = (
        "import sys\n"
        "from coach_tui.services.frameworks import FrameworkShelf\n"
        "table = FrameworkShelf().band_table()\n"
        "assert table.standing(4, 11).word == 'Approaching'\n"
        "slow = {'pydantic', 'pydantic_core', 'textual'}\n"
        "print(sorted(slow & set(sys.modules)))\n"
    )
    root = SHIPPED.parents[1]
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root
    )
    assert ran.stdout.strip() == "[]"


def test_a_later_folder_wins_whatever_its_file_is_called(tmp_path: Path) -> None:
    changed(tmp_path, ('version = "1"', 'version = "district-2"'))
    assert FrameworkShelf([SHIPPED, tmp_path]).timeline().version == "district-2"
    assert FrameworkShelf([tmp_path, SHIPPED]).timeline().version == "1"
    assert FrameworkShelf([SHIPPED, tmp_path]).coaching_model().version == "1"


def test_a_file_that_begins_with_a_mark_is_read(tmp_path: Path) -> None:
    path = changed(tmp_path, ('version = "1"', 'version = "marked"'))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().partition(b"\n\n")[2])  # id comes first
    assert check_framework(path) == ()
    assert FrameworkShelf([SHIPPED, tmp_path]).timeline().version == "marked"


def test_a_coachs_own_words_win(tmp_path: Path) -> None:
    changed(tmp_path, ('"absolutely"', '"zigzag"'), source=WORDS)
    words = FrameworkShelf([SHIPPED, tmp_path]).judgement_words()
    assert words.prompt("absolutely") is None
    assert words.prompt("zigzagging") is not None


def test_a_word_that_cannot_be_matched_is_told_by_place(tmp_path: Path) -> None:
    (problem,) = check_framework(changed(tmp_path, ('"absolutely"', '"***"'), source=WORDS))
    assert problem.startswith(
        "own.toml, line 23 (group 1, words 1): '***' cannot be matched; an entry is made of "
    )


def test_a_folder_that_is_not_there_is_passed_over(tmp_path: Path) -> None:
    assert FrameworkShelf([SHIPPED, tmp_path / "none"]).timeline().version == "1"


def test_a_stray_broken_file_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "stray.toml").write_bytes(b"\xff[[[")
    (tmp_path / "folder.toml").mkdir()
    assert FrameworkShelf([SHIPPED, tmp_path]).timeline().version == "1"


def test_an_empty_shelf_says_so(tmp_path: Path) -> None:
    shelf = FrameworkShelf([tmp_path])
    for ask in (shelf.timeline, shelf.coaching_model, shelf.judgement_words, shelf.band_table):
        with pytest.raises(BadFramework, match="There is no framework file with the id"):
            ask()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("meeting = [5, 9]", 'meeting = ["a", 9]'),
        ("meeting = [5, 9]", "meeting = 5"),
        ("meeting = [5, 9]", "meeting = [5]"),
        ("exceeding = 10 ", "exceeding = true "),
        ("{ session = 1,", "{"),
        ("bands = [", "bands = [ 7,"),
        ("bands = [", "bends = ["),
    ],
)
def test_bands_without_shape_are_refused_by_the_light_reading_too(
    tmp_path: Path, old: str, new: str
) -> None:
    changed(tmp_path, (old, new))
    with pytest.raises(BadFramework):
        FrameworkShelf([tmp_path]).band_table()
    assert FrameworkShelf([SHIPPED, tmp_path]).band_table().last_session == 14


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "approaching = [11, 19]",
            "approaching = [11]",
            "line 24 (bands, session 4, approaching 2): is missing. Add it.",
        ),
        ("approaching = [11, 19]", "", "own.toml, line 24: this is not TOML; "),
        (
            "approaching = [11, 19], ",
            "",
            "line 24 (bands, session 4): approaching is missing. Add approaching = ... .",
        ),
        (
            "approaching = [11, 19]",
            "approaching = [11, 19, 20]",
            "line 24 (bands, session 4, approaching): has 3, at most 2 fit. Take out all but 2.",
        ),
        (
            "approaching = [11, 19]",
            'approaching = ["x", 19]',
            "(bands, session 4, approaching 1): 'x' is not a whole number. Write a",
        ),
        (
            "approaching = [11, 19]",
            "approaching = [1.5, 19]",
            "(bands, session 4, approaching 1): '1.5' is not a whole number. Write a",
        ),
        (
            "approaching = [11, 19]",
            "approaching = [-1, 19]",
            "approaching 1): is below 0. Write 0 or more.",
        ),
        (
            "approaching = [11, 19]",
            "approaching = [11, 200000]",
            "approaching 2): is above 100000. Write 100000 or less.",
        ),
        (
            "approaching = [11, 19]",
            "approaching = 11",
            "approaching): is not a list. Write a list in brackets: [ ... ].",
        ),
        ('id = "A"', 'id = "AB"', "line 40 (clusters 1, id): 'AB' is not one capital letter."),
        (
            'id = "A1"',
            'id = "A 1"',
            "line 44 (clusters, A, look_fors 1, id): 'A 1' is not 1 to 40 letters, ",
        ),
        (
            'title = "Coaching timeline, 14 sessions"',
            "",
            "own.toml: title is missing. Add title = ... .",
        ),
        (
            'title = "Coaching timeline, 14 sessions"',
            'title = ""',
            "line 6 (title): is empty. Write a word or a sentence.",
        ),
        (
            'title = "Coaching timeline, 14 sessions"',
            "title = 7",
            "line 6 (title): is not a text. Put it in quotes.",
        ),
        (
            'title = "Coaching timeline, 14 sessions"',
            f'title = "{"x" * 401}"',
            "(title): is longer than 400 characters. Shorten it.",
        ),
        (
            'version = "1"',
            'version = "1"\ncolor = "red"',
            "line 6 (color): is not a known field. Take it out",
        ),
        (
            '"each_once"',
            '"any"',
            "line 13 (phases, number 1, pick): is not one of 'each_once' or 'one_each_time'.",
        ),
        ("number = 2,", "number = 1,", "line 14 (phases, number 1): phase 1 is listed twice. Give"),
        (
            "phases = [",
            "phases = [ 5,",
            "line 12 (phases 1): is not a table of fields. Write its fields in braces: { ... }.",
        ),
        (
            'id = "e2l_timeline"',
            'id = "other"',
            "line 4 (id): 'other' is not a framework of this app. Write e2l_timeline, ",
        ),
        ('id = "e2l_timeline"', "id = 3", "line 4 (id): '3' is not a framework of this app"),
        (
            'id = "e2l_timeline"',
            "",
            "own.toml: id is missing. Add a line id = ",
        ),
    ],
)
def test_what_is_wrong_is_told_in_plain_words(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    problems = check_framework(changed(tmp_path, (old, new)))
    assert any(told in problem for problem in problems)
    for problem in problems:
        assert problem.endswith(".")
        assert not any(word in problem for word in JARGON)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "virtual = false",
            'virtual = "maybe"',
            "own.toml, line 42 (modes, in_person, virtual): is neither true nor false. "
            "Write true or false, without quotes.",
        ),
        (
            "[15, 30]",
            "[30, 15]",
            "own.toml, line 9 (visit_minutes): visit_minutes runs 30 to 15. "
            "Write the shorter time first: [15, 30].",
        ),
        (
            '  { id = "practice"',
            '  # { id = "practice"',
            "own.toml, line 18 (meeting): has 5 of at least 6. Add at least 1.",
        ),
    ],
)
def test_the_coaching_cycle_too(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert check_framework(changed(tmp_path, (old, new), source=CYCLE)) == (told,)


def test_every_finding_is_told(tmp_path: Path) -> None:
    path = changed(
        tmp_path, ('title = "Coaching timeline, 14 sessions"', ""), ('id = "A"', 'id = "a"')
    )
    assert len(check_framework(path)) == 2
    shelf = FrameworkShelf([tmp_path])
    with pytest.raises(BadFramework, match="2 problems in all"):
        shelf.timeline()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert check_framework(tmp_path / "none.toml") == (
        "none.toml: the file is not there. Look for a slip in its name.",
    )


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (problem,) = check_framework(tmp_path)
    assert ": the file cannot be read: it is a folder. " in problem


def test_what_is_not_toml_is_told_by_line(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text('id = "e2l_timeline"\nbands = = 3\n', "utf-8")
    (problem,) = check_framework(path)
    assert problem.startswith("x.toml, line 2: this is not TOML; invalid value. ")


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b"a = " + b"[" * 100_000, b"a = " + b"9" * 5000, b"a = \x1b"]
)
def test_hostile_bytes_are_told_too(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(content)
    (problem,) = check_framework(path)
    assert ": this is not TOML; " in problem or ": the file is not UTF-8 text; " in problem
    assert problem.isprintable()


def test_hostile_names_are_drawn_safely(tmp_path: Path) -> None:
    path = changed(tmp_path, ('version = "1"', 'version = "1"\n"\\u001b[2J\\u202e" = 1'))
    (problem,) = check_framework(path)
    assert problem.isprintable()


def test_the_file_name_in_the_sentence_is_safe(tmp_path: Path) -> None:
    shutil.copy(TIMELINE, tmp_path / "a.toml")
    path = tmp_path / "bad\x1b[2J.toml"
    path.write_text('id = "e2l_timeline"\n', "utf-8")
    (tmp_path / "a.toml").unlink()
    shelf = FrameworkShelf([tmp_path])
    with pytest.raises(BadFramework) as caught:
        shelf.timeline()
    assert str(caught.value).isprintable()

"""Note lines: an optional time, an optional mark, the text."""

from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.domain.note import (
    Note,
    NoteLine,
    Tag,
    read_line,
    read_lines,
    with_ids,
    write_line,
)
from coach_tui.text import LINE_LIMIT, is_unsafe


@pytest.mark.parametrize(
    ("text", "at", "kept", "tag"),
    [
        ("10:31 + named three", time(10, 31), "+ named three", "praise"),
        ("9:05 ? why", time(9, 5), "? why", "probe"),
        ("> pre-write", None, "> pre-write", "action"),
        ("10:44 * tickets sorted", time(10, 44), "* tickets sorted", "evidence"),
        ("# for me", None, "# for me", "private"),
        ('T: "turn to your partner"', None, 'T: "turn to your partner"', ""),
        ("25:00 x", None, "25:00 x", ""),
        ("10:60 x", None, "10:60 x", ""),
        ("10:3 x", None, "10:3 x", ""),
        ("100:30 x", None, "100:30 x", ""),
        ("a:bc x", None, "a:bc x", ""),
        ("17/24 written", None, "17/24 written", ""),
        ("  10:31   x ", time(10, 31), "x", ""),
        ("\x0010:31 \x1b# x", time(10, 31), "# x", "private"),
    ],
)
def test_reading_a_line(text: str, at: time | None, kept: str, tag: Tag) -> None:
    assert read_line(text) == NoteLine(at=at, text=kept, tag=tag)


def test_reading_a_block_drops_empty_lines_and_bare_times() -> None:
    lines = read_lines("10:31 a\n\n10:32\n10:33 \n  \nb\n")
    assert [line.text for line in lines] == ["a", "b"]
    assert read_lines("") == ()


def test_writing_a_line() -> None:
    assert write_line(NoteLine(at=time(9, 5), text="+ x", tag="praise")) == "09:05 + x"
    assert write_line(NoteLine(text="x")) == "x"


@given(st.text(max_size=60))
def test_a_written_line_reads_back(text: str) -> None:
    line = read_line(text)
    if line.text:
        assert read_line(write_line(line)) == line


@given(st.times(), st.text(min_size=1, max_size=60))
def test_a_stamped_line_keeps_its_minute(at: time, text: str) -> None:
    line = read_line(f"{at:%H:%M} {text}")
    assert line.at == at.replace(second=0, microsecond=0)
    assert not any(is_unsafe(char) for char in line.text)


@pytest.mark.parametrize("size", [501, 999, 10_000])
def test_a_very_long_line_goes_on_in_more_lines(size: int) -> None:
    lines = read_lines("10:31 " + "x" * size)
    assert lines[0].at == time(10, 31)
    assert all(len(line.text) <= LINE_LIMIT for line in lines)
    assert "".join(line.text for line in lines) == "x" * size


def test_a_long_private_line_stays_private_to_its_end() -> None:
    lines = read_lines("10:31 # " + "x" * 1200)
    assert len(lines) > 2
    assert {line.tag for line in lines} == {"private"}
    assert sum(line.text.count("x") for line in lines) == 1200


def test_private_lines_are_not_open() -> None:
    now = datetime(2026, 10, 1, 15, 0, tzinfo=UTC)
    lines = read_lines("10:31 + praised\n# a worry\n10:40 plain")
    note = Note(id="n", created_at=now, updated_at=now, coachee_id="p", lines=lines)
    assert [line.text for line in note.open_lines] == ["+ praised", "plain"]


def ids(lines: tuple[NoteLine, ...]) -> list[tuple[str, str]]:
    """Id and text of every line."""
    return [(line.id, line.text) for line in lines]


def test_lines_keep_their_ids_when_others_come_between() -> None:
    filed = with_ids(read_lines("8:41 a\n8:42 b\n8:43 c"))
    assert ids(filed) == [("1", "a"), ("2", "b"), ("3", "c")]
    later = with_ids(read_lines("8:41 a\n8:42 between\n8:42 b, reworded\n8:43 c\n8:50 d"), filed)
    assert {line.id for line in later} == {"1", "3", "4", "5", "6"}
    assert ids(with_ids(read_lines("8:41 a\n8:42 b!\n8:43 c"), filed))[1] == ("2", "b!")
    assert ids(with_ids(read_lines("8:43 c\n8:44 d"), filed)) == [("3", "c"), ("4", "d")]


@given(st.lists(st.sampled_from("abc"), max_size=8), st.lists(st.sampled_from("abcd"), max_size=8))
def test_ids_are_unique_and_a_line_left_alone_keeps_its_own(
    before: list[str], after: list[str]
) -> None:
    filed = with_ids(read_lines("\n".join(before)))
    later = with_ids(read_lines("\n".join(after)), filed)
    assert len({line.id for line in later}) == len(later) == len(after)
    assert with_ids(filed, filed) == filed
    texts = {line.id: line.text for line in filed}
    same = [line for line in later if texts.get(line.id) == line.text]
    if before[:1] == after[:1] and before:
        assert same[0].id == "1"


@pytest.mark.parametrize(
    ("text", "at", "kept"),
    [
        ("10:42 9:05 # secret", time(9, 5), "# secret"),
        ("10:42 10:42 # secret", time(10, 42), "# secret"),
        ("10:42 \u200d# secret", time(10, 42), "\u200d# secret"),
        ("\u00ad# secret", None, "\u00ad# secret"),
    ],
)
def test_the_first_mark_counts_behind_times_and_what_does_not_show(
    text: str, at: time | None, kept: str
) -> None:
    assert read_lines(text) == (NoteLine(at=at, text=kept, tag="private"),)


@pytest.mark.parametrize("rest", ["# not private", "9:05 no time", "+ no praise", "plain"])
def test_the_rest_of_a_long_line_is_no_line_of_its_own(rest: str) -> None:
    lines = read_lines(f"9:05 {'x' * (LINE_LIMIT - 1)} {rest}")
    assert [line.tag for line in lines] == ["", ""]
    assert [line.at for line in lines] == [time(9, 5), None]
    again = read_lines("\n".join(map(write_line, lines)))
    assert again == lines


@given(st.text(alphabet='ab #+>?*9:05"@', max_size=1200))
def test_filed_lines_read_back_as_filed(text: str) -> None:
    lines = read_lines(text)
    assert read_lines("\n".join(map(write_line, lines))) == lines

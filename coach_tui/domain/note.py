"""Timed lines of what was said and done: the evidence that other records cite (IP-7)."""

from datetime import time
from typing import ClassVar, Literal

from coach_tui.domain.records import Line, Record, Value
from coach_tui.text import LINE_LIMIT, clean_line

Tag = Literal["", "praise", "probe", "action", "evidence", "private"]

MARKS: dict[str, Tag] = {
    "+": "praise",
    "?": "probe",
    ">": "action",
    "*": "evidence",
    "#": "private",
}
"""The mark a line starts with, and what it says of the line."""


class NoteLine(Value):
    """One line, with the time it was typed on the coach's clock."""

    at: time | None = None
    text: Line
    tag: Tag = ""


class Note(Record):
    """The notes of one observation or conversation."""

    table: ClassVar[str] = "notes"

    coachee_id: str
    cycle_id: str | None = None
    lines: tuple[NoteLine, ...] = ()

    @property
    def open_lines(self) -> tuple[NoteLine, ...]:
        """The lines that may be seen by the person they are about; private ones left out."""
        return tuple(line for line in self.lines if line.tag != "private")


def read_line(text: str) -> NoteLine:
    """A note line from its text: an optional "10:31 " and then an optional mark."""
    stamp, rest = _stamp(clean_line(text))
    return NoteLine(at=stamp, text=rest, tag=MARKS.get(rest[:1], ""))


def _stamp(text: str) -> tuple[time | None, str]:
    """The leading time of a line, if it has one, and the rest."""
    head, _, rest = text.partition(" ")
    hour, colon, minute = head.partition(":")
    if not (colon and len(hour) in (1, 2) and len(minute) == 2):
        return None, text
    if not (hour + minute).isdecimal() or int(hour) > 23 or int(minute) > 59:
        return None, text
    return time(int(hour), int(minute)), rest.strip()


def read_lines(block: str) -> tuple[NoteLine, ...]:
    """The note lines of a block of text; a line that is only a time is dropped.

    A line longer than a record keeps goes on in further lines, each with its mark.
    """
    lines = (read_line(part) for line in block.split("\n") for part in _parts(clean_line(line)))
    return tuple(line for line in lines if line.text)


def _parts(line: str) -> list[str]:
    """A clean line in parts that fit; those after the first begin with the line's mark."""
    mark = _stamp(line)[1][:1]
    again = f"{mark} " if mark in MARKS else ""
    size = LINE_LIMIT - len(again)
    rest = line[LINE_LIMIT:]
    more = [again + rest[start : start + size] for start in range(0, len(rest), size)]
    return [line[:LINE_LIMIT], *more]


def write_line(line: NoteLine) -> str:
    """A note line as it is shown and typed: "10:31 + text"."""
    return f"{line.at:%H:%M} {line.text}" if line.at else line.text

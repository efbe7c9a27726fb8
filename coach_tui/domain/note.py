"""Timed lines of what was said and done: the evidence that other records cite (IP-7)."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from difflib import SequenceMatcher
from functools import lru_cache
from typing import ClassVar, Literal

from pydantic import AwareDatetime, Field, ValidationInfo, field_validator

from coach_tui.domain.correction import Correction
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

_INVISIBLE = "\u00ad\u034f\u180e\u200c\u200d"
"""Letters that do not show: a mark behind one looks like the first."""

_GOES_ON = "- "
"""Before the rest of a long line, where that would read as a mark or a time of its own."""


class NoteLine(Value):
    """One line, with the time it was typed on the coach's clock.

    Attributes:
        text: what stands behind the time, its mark included.
        tag: what the mark says; one that starts with `#` is private, whatever a file says.
        id: what other records cite the line by, unique in its note; empty until it is filed.
    """

    at: time | None = None
    text: Line
    tag: Tag = Field(default="", validate_default=True)
    id: str = ""

    @field_validator("tag")
    @classmethod
    def _marked_private(cls, tag: Tag, info: ValidationInfo) -> Tag:
        return "private" if reads_private(info.data.get("text", "")) else tag


class Note(Record):
    """The notes of one observation or conversation.

    Attributes:
        cycle_id: the cycle they were taken for, None for a note by itself.
        mode: id of how the coach was there (IP-10); empty where it was not said.
        started_at: when the visit began, None where no visit was timed.
        ended_at: when it ended, None while it runs or was not ended by the coach.
        corrections: what was changed after it was filed, oldest first.
    """

    table: ClassVar[str] = "notes"

    coachee_id: str
    cycle_id: str | None = None
    mode: str = ""
    started_at: AwareDatetime | None = None
    ended_at: AwareDatetime | None = None
    lines: tuple[NoteLine, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def open_lines(self) -> tuple[NoteLine, ...]:
        """The lines that may be seen by the person they are about; private ones left out."""
        return tuple(line for line in self.lines if line.tag != "private")

    @property
    def taken_at(self) -> datetime:
        """When it was taken: the start of its visit, else when it was first kept."""
        return self.started_at or self.created_at


def read_line(text: str) -> NoteLine:
    """A note line from its text: an optional "10:31 " and then an optional mark.

    Raises:
        ValidationError: it is longer than a line may be; `read_lines` cuts such a one.
    """
    stamp, rest = split_stamp(clean_line(text))
    return NoteLine(at=stamp, text=rest, tag=tag_of(rest))


def tag_of(text: str) -> Tag:
    """What the first mark of a line says of it, the time before it taken off."""
    return MARKS.get(text.lstrip(_INVISIBLE)[:1], "")


def reads_private(row: str) -> bool:
    """Whether a row of any text is marked private, a time before the mark or not."""
    return "#" in row and tag_of(split_stamp(clean_line(row))[1]) == "private"


def open_rows(text: str) -> str:
    """A text without the rows marked private, a time before the mark or not."""
    if "#" not in text:
        return text
    return "\n".join(row for row in text.split("\n") if not reads_private(row))


def split_stamp(text: str) -> tuple[time | None, str]:
    """The leading time of a clean line, if it has one, and the rest.

    Where several stand there, as in a line pasted behind a new time, its own is the last of them:
    the mark that follows is still the line's first.
    """
    at, rest = _stamp(text)
    while at is not None and (further := _stamp(rest))[0] is not None:
        at, rest = further
    return at, rest


def _stamp(text: str) -> tuple[time | None, str]:
    """One leading time, and the rest."""
    head, _, rest = text.partition(" ")
    hour, colon, minute = head.partition(":")
    if not (colon and len(hour) in (1, 2) and len(minute) == 2):
        return None, text
    if not (hour + minute).isdecimal() or int(hour) > 23 or int(minute) > 59:
        return None, text
    return time(int(hour), int(minute)), rest.strip()


@lru_cache(maxsize=8)  # asked at each key of a form beside the note: the same text again and again
def read_lines(block: str) -> tuple[NoteLine, ...]:
    """The note lines of a block of text; a line that is only a time is dropped.

    A line longer than a record keeps goes on in further lines, each with its mark.
    """
    return tuple(line for text in block.split("\n") for line in _parts(clean_line(text)))


def _parts(line: str) -> Iterator[NoteLine]:
    """A clean line as one that fits, and further ones for what does not."""
    at, rest = split_stamp(line)
    tag, before = tag_of(rest), ""
    while rest:
        size = LINE_LIMIT - len(before)
        yield NoteLine(at=at, text=before + rest[:size], tag=tag)
        at, rest = None, rest[size:].strip()
        plain = not tag and not tag_of(rest) and _stamp(rest)[0] is None
        before = f"{line_mark(tag)} " if tag else "" if plain else _GOES_ON


def line_mark(tag: Tag) -> str:
    """The mark of a tag, empty for none."""
    return next((mark for mark, name in MARKS.items() if name == tag), "")


def write_line(line: NoteLine) -> str:
    """A note line as it is shown and typed: "10:31 + text"; a private one shows its mark."""
    at = f"{line.at:%H:%M} " if line.at else ""
    unmarked = line.tag == "private" and not reads_private(at + line.text)
    return f"{at}{line_mark('private')} {line.text}" if unmarked else at + line.text


def write_lines(lines: Sequence[NoteLine]) -> str:
    """Note lines as a block to type on."""
    return "\n".join(map(write_line, lines))


def with_ids(lines: Sequence[NoteLine], before: Sequence[NoteLine] = ()) -> tuple[NoteLine, ...]:
    """Lines with ids: a line that stood there before keeps its own, reworded or moved down.

    One that was private stays so while its mark is anywhere in it: a slip before the mark does not
    give it away.

    Args:
        lines: as typed now.
        before: the lines as filed the last time.
    """
    kept = _kept_ids(lines, before)
    private = {line.id: line.tag == "private" for line in before}
    last = max((int(line.id) for line in before if line.id.isdecimal()), default=0)
    named = []
    for index, line in enumerate(lines):
        if index not in kept:
            last += 1
        was = private.get(kept.get(index, "")) and line.tag != "private" and "#" in line.text
        named.append(line.but(id=kept.get(index, str(last)), **({"tag": "private"} if was else {})))
    return tuple(named)


def _kept_ids(lines: Sequence[NoteLine], before: Sequence[NoteLine]) -> dict[int, str]:
    """The ids that lines keep, by index: equal ones, and those reworded where they stood."""
    old, new = [write_line(line) for line in before], [write_line(line) for line in lines]
    top = _common(old, new)
    end = _common(old[top:][::-1], new[top:][::-1])
    kept = {index: before[index].id for index in range(top)}
    kept |= {len(new) - step: before[len(old) - step].id for step in range(1, end + 1)}
    changed = SequenceMatcher(None, old[top : len(old) - end], new[top : len(new) - end])
    for kind, start, stop, at, to in changed.get_opcodes():
        if kind == "equal" or (kind == "replace" and stop - start == to - at):
            moved = {top + at + step: before[top + start + step].id for step in range(stop - start)}
            kept.update(moved)
    return {index: key for index, key in kept.items() if key}


def _common(left: list[str], right: list[str]) -> int:
    """How many texts two lists have in common at their beginning."""
    pairs = zip(left, right, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(left), len(right)))

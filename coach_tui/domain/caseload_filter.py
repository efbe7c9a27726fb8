"""The filter of the caseload as it is typed: words, and a few words that mean something.

Plain words stand in the name, school or role. `late`, `today` and the like pick by state, `band:`,
`cluster:`, `model:` and `level:` by what is recorded. `"late"` and `name:late` look for a name
after all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from coach_tui.domain.bands import Band
from coach_tui.domain.caseload import CaseloadRow
from coach_tui.domain.list_filter import folded, has_word, nearest
from coach_tui.text import clean_line

Test = Callable[[CaseloadRow], bool]

ARCHIVED = "archived"

STATES: dict[str, str] = {
    "late": "late",
    "today": "a visit today",
    "overdue": "overdue, nothing planned",
    "quiet": "quiet for longer than the longest gap",
    "draft": "an unfinished draft",
    "new": "no session yet",
    "done": "at the last session",
    "leave": "on leave",
    ARCHIVED: "archived",
}
"""Words that pick people by state, and what each says."""

BANDS = ("initiating", "approaching", "meeting", "exceeding", "none")

KEYS: dict[str, str] = {
    "band": f"band: takes {', '.join(BANDS[:-1])} or none",
    "cluster": "cluster: takes the letter of the last session's cluster, or none",
    "level": "level: takes a level of the system, as classroom, site or district",
    "model": "model: takes a part of the blended-learning model's name",
    "name": "name: takes a part of the name",
    "school": "school: takes a part of the school's name",
    "role": "role: takes a part of the role",
}
"""What may stand before a colon, and what it takes."""

_PART = re.compile(r'([a-z]*:)?"([^"]*)"?|([a-z]+):(\S*)|(\S+)')


@dataclass(frozen=True, slots=True)
class Findable:
    """A person with the texts that words are looked for in, made once for many keys.

    Attributes:
        small: name, school and role in small letters, each in a row of its own.
        plain: the same without accents.
    """

    row: CaseloadRow
    small: str
    plain: str


def findable(rows: Iterable[CaseloadRow]) -> tuple[Findable, ...]:
    """People made ready for being looked for."""
    return tuple(_findable(row) for row in rows)


def _findable(row: CaseloadRow) -> Findable:
    texts = [folded(text) for text in (row.facts.name, row.facts.school, row.facts.role)]
    small, plain = ("\n".join(parts) for parts in zip(*texts, strict=True))
    return Findable(row, small, plain)


@dataclass(frozen=True, slots=True)
class CaseloadFilter:
    """A filter that was read.

    Attributes:
        typed: the text it was read from, as one line.
        words: what must stand in the name, school or role, in small letters.
        tests: what a person must pass beside, all of them.
        archived: whether archived people are asked for; else they are left out.
        trouble: what of it makes no sense, in a sentence; empty where all does.
        hint: what a half-typed part of it takes, or what filter may be meant by a part that names
            none and is looked for as it stands; empty where neither is.
    """

    typed: str
    words: tuple[str, ...] = ()
    tests: tuple[Test, ...] = ()
    archived: bool = False
    trouble: str = ""
    hint: str = ""

    def lets(self, row: CaseloadRow) -> bool:
        """Whether a person passes."""
        return bool(self.pick(findable([row])))

    def pick(self, people: Sequence[Findable]) -> tuple[CaseloadRow, ...]:
        """Those who pass, in the order they came."""
        found: Sequence[Findable] = () if self.trouble else people
        for word in self.words:
            if word.isascii():  # `o` stands for `ö`, but `ö` is meant
                found = [who for who in found if word in who.plain or word in who.small]
            else:
                found = [who for who in found if word in who.small]
        for test in self.tests:
            found = [who for who in found if test(who.row)]
        return tuple([who.row for who in found])


def read_filter(typed: str) -> CaseloadFilter:
    """The filter that a text stands for; any text is one, if need be one that lets nobody through.

    Args:
        typed: what stands in the field.
    """
    line = clean_line(typed)
    words: list[str] = []
    tests: list[Test] = []
    trouble, archived, hint = "", False, ""
    for key, value in _parts(line.casefold()):
        if not key:
            words.append(value)
        elif key == "unknown":
            words.append(value)
            hint = nearest(value.partition(":")[0], KEYS)
        elif key == "state":
            archived = archived or value == ARCHIVED
            tests.append(_STATES[value])
        elif not value:  # half typed: nothing is asked for yet
            hint = KEYS[key]
        elif (test := _asked(key, value)) is not None:
            tests.append(test)
        else:
            trouble = trouble or f"there is no band '{value[:20]}'; {KEYS['band']}"
    return CaseloadFilter(line, tuple(words), tuple(tests), archived, trouble, hint)


def _parts(line: str) -> Iterator[tuple[str, str]]:
    """A key and a value for each part, no key for a plain word.

    The key is `state` for a word of state, `unknown` for a part whose key is no filter.
    """
    for found in _PART.finditer(line):
        before, quoted, key, value, word = found.groups()
        if quoted is not None:
            key, value, word = (before or "").removesuffix(":"), quoted.strip(), None
        if key and key in KEYS:
            yield key, value
        elif word and (word in STATES or word == "drafts"):
            yield "state", word.removesuffix("s")
        elif key:
            yield "unknown", f"{key}:{value}"
        elif plain := word or value:
            yield "", plain


def _names_new(row: CaseloadRow) -> bool:
    """Whether the word stands in a name: "new haven" is a school before it is a state."""
    return any(has_word("new", text) for text in (row.facts.name, row.facts.school))


_STATES: dict[str, Test] = {
    "late": lambda row: row.days_late > 0,
    "today": lambda row: row.is_today,
    "overdue": lambda row: row.overdue > 0,
    "quiet": lambda row: row.quiet,
    "draft": lambda row: row.draft,
    "new": lambda row: row.session is None or _names_new(row),
    "done": lambda row: row.finished,
    "leave": lambda row: row.facts.status == "leave",
    ARCHIVED: lambda row: row.facts.status == ARCHIVED,
}
"""The tests of the words that pick by state."""


def _asked(key: str, value: str) -> Test | None:
    """The test of a word with a colon; None where there is no such band."""
    if key == "band":
        return _band(value)
    if key == "cluster":
        wanted = "" if value == "none" else value
        return lambda row: _cluster(row).casefold() == wanted
    texts: dict[str, Callable[[CaseloadRow], str]] = {
        "level": lambda row: row.facts.level or "classroom",
        "model": lambda row: row.facts.model,
        "name": lambda row: row.facts.name,
        "school": lambda row: row.facts.school,
        "role": lambda row: row.facts.role,
    }
    text_of = texts[key]
    return lambda row: has_word(value, text_of(row))


def _cluster(row: CaseloadRow) -> str:
    """The cluster of the last session, empty where none is set."""
    last = row.facts.track.last
    return (last.cluster or "") if last else ""


def _band(value: str) -> Test | None:
    """The bands a beginning of a name stands for: "meet"; "none" is whoever is in no band."""
    named = [name for name in BANDS if name.startswith(value)]
    if not named:
        return None
    wanted: tuple[Band | None, ...] = tuple(band for band in Band if band.value in named)
    if "none" in named:
        wanted = (*wanted, None)
    return lambda row: (row.standing.band if row.standing else None) in wanted

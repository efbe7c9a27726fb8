"""One text that can be found: whose it is, where it stands, and how it is compared."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from coach_tui.domain.note import Tag
from coach_tui.domain.search_fold import cased, folded, starts

Kind = Literal["people", "goals", "steps", "notes", "feedback", "rest"]

KINDS: tuple[Kind, ...] = ("people", "goals", "steps", "notes", "feedback", "rest")
"""The kinds of what is found, in the order they are shown."""

Tab = Literal["growth", "sessions", "cycles", "todos", "notes", "progressions"]
"""The tab of a profile that a text is read on, or the progressions."""


class Entry(NamedTuple):
    """One text that can be found.

    Attributes:
        kind: what it is found under.
        coachee_id: whose it is.
        text: the text in one line.
        day: the day it is of, as `date.toordinal`; 0 for none.
        tab: where it is read.
        record_id: the record it stands in.
        line: where in the record: a note line's id, or the name of a field.
        what: the part of the record in words, "lesson"; empty where the kind says it.
        number: its cycle's number, 0 for none.
        due: the day a step is due, as `date.toordinal`; 0 for none.
        tag: what the mark of a note line says.
        cycle_id: the cycle it belongs to, empty for none.
        clusters: the clusters it is tagged with itself.
        accents: the text without case.
        fold: the text without case and accents.
        start: the same as words begin in it.
    """

    kind: Kind
    coachee_id: str
    text: str
    day: int = 0
    tab: Tab = "growth"
    record_id: str = ""
    line: str = ""
    what: str = ""
    number: int = 0
    due: int = 0
    tag: Tag = ""
    cycle_id: str = ""
    clusters: tuple[str, ...] = ()
    accents: str = ""
    fold: str = ""
    start: str = ""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What tells it apart from every other one, also when it is found again."""
        return self.kind, self.record_id, self.line, self.text


def ready(entry: Entry, searched: str = "") -> Entry:
    """An entry with its folded texts.

    Args:
        entry: with its text.
        searched: what it is found by, where that is more than its text.
    """
    text = searched or entry.text
    fold = folded(text)
    return entry._replace(accents=cased(text), fold=fold, start=starts(fold))


@dataclass(frozen=True, slots=True)
class Named:
    """A person as a hit shows them.

    Attributes:
        name: as listed.
        role: what they teach.
        known_by: name, school and role, folded; what `who:` looks in.
        status: active, leave or archived.
    """

    name: str
    role: str
    known_by: str
    status: str

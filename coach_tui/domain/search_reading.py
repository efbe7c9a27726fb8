"""From unchecked documents to the texts that can be found; what is not as it should be is skipped.

A document is read as the file holds it: to check 50,000 lines with pydantic takes seconds.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from unicodedata import is_normalized

from coach_tui.domain.coachee import listed_name
from coach_tui.domain.note import MARKS, Tag, reads_private, tag_of
from coach_tui.domain.note_marks import clusters
from coach_tui.domain.search_entry import Entry, Kind, Named, Tab, ready
from coach_tui.domain.search_fold import folded
from coach_tui.domain.unchecked import Document, part_of, parts_of, read_day, read_moment, text_of
from coach_tui.text import clean_line

Local = Callable[[datetime], datetime]
"""Puts a moment on the coach's wall clock."""

Reader = Callable[[Document, Local], Iterator[Entry]]
"""Gives the entries of one document."""

_TAGS = frozenset(MARKS.values())

_CYCLE_TEXTS: tuple[tuple[Kind, str, str, str, str], ...] = (
    ("goals", "goal", "text", "goal", ""),
    ("goals", "goal", "practice", "goal_practice", "change"),
    ("goals", "goal", "indicator", "goal_indicator", "shown by"),
    ("goals", "observation", "focus", "focus", "focus"),
    ("steps", "action", "text", "step", ""),
    ("steps", "action", "lesson", "step_lesson", "lesson"),
    ("steps", "action", "coach_part", "coach_part", "coach's part"),
    ("feedback", "feedback", "praise", "praise", "praise"),
    ("feedback", "feedback", "probes", "probes", "probe"),
    ("feedback", "feedback", "reflection", "reflection", "reflection"),
    ("feedback", "feedback", "engagement", "engagement", "engagement"),
    ("feedback", "self_assessment", "words", "own_words", "own words"),
    ("rest", "observation", "lesson", "lesson", "lesson"),
    ("rest", "observation", "priority_groups", "priority_groups", "groups"),
    ("rest", "challenge", "challenge", "challenge", "challenge"),
    ("rest", "challenge", "root_cause", "root_cause", "root cause"),
    ("rest", "challenge", "strategy", "strategy", "strategy"),
    ("rest", "challenge", "tool", "tool", "tool"),
)
"""Of a cycle: kind, part, field, what the form calls the field, and what is said before it."""

_TO_DO_TEXTS = (
    ("text", ""),
    ("lesson", "lesson"),
    ("coach_part", "coach's part"),
    ("outcome", "outcome"),
)


def _text(document: Document, name: str) -> str:
    """A field in one line, empty where it is no text."""
    value = document.get(name)
    return _one_line(value) if isinstance(value, str) else ""


def _one_line(text: str) -> str:
    """A text as `clean_line` gives it; quick for one that is clean, as all are that we saved."""
    if text.isprintable() and is_normalized("NFC", text):
        return " ".join(text.split())
    return clean_line(text)


def _day(value: object) -> int:
    """A date as the file writes it, as an ordinal; 0 for none."""
    day = read_day(value)
    return day.toordinal() if day else 0


def _local_day(value: object, local: Local) -> int:
    """The day of a moment as the file writes it, as an ordinal; 0 for none."""
    moment = read_moment(value)
    return local(moment).toordinal() if moment else 0


def person(document: Document) -> Named | None:
    """A person's document as a hit shows it; None where it has no name."""
    family, given = _text(document, "family"), _text(document, "given")
    if not family:
        return None
    name, role = listed_name(family, given), _text(document, "role")
    searched = f"{name} {given} {family} {role} {_text(document, 'school')}"
    return Named(name, role, folded(searched), text_of(document, "status"))


def _of_person(document: Document, _local: Local) -> Iterator[Entry]:
    """Name, school, role, address and priority groups, as one text."""
    held = document.get("priority_groups")
    named = held if isinstance(held, list) else []
    groups = [_one_line(group) for group in named if isinstance(group, str)]
    names = [_text(document, name) for name in ("role", "school", "email", "model")]
    known = person(document)
    if known is not None:
        text = ", ".join(filter(None, (*names, *groups)))
        key = document["id"]
        whole = f"{known.name}, {text}, {_text(document, 'given')} {_text(document, 'family')}"
        yield ready(Entry("people", key, text, record_id=key), whole)


def _of_note(document: Document, local: Local) -> Iterator[Entry]:
    """The lines of a note, one by one."""
    began = document.get("started_at") or document.get("created_at")
    blank = Entry(
        "notes",
        text_of(document, "coachee_id"),
        "",
        day=_local_day(began, local),
        tab="notes",
        record_id=document["id"],
        cycle_id=text_of(document, "cycle_id"),
    )
    for held in parts_of(document, "lines"):
        text = _text(held, "text")
        if text:
            yield ready(
                blank._replace(
                    text=text,
                    line=text_of(held, "id"),
                    tag=_tag(held, text),
                    clusters=_clusters(text),
                )
            )
    yield from _corrected(blank, document)


def _clusters(text: str) -> tuple[str, ...]:
    """The clusters a line is tagged with; most lines have no tag to look for."""
    return clusters(text) if "#" in text else ()


def _tag(held: Document, text: str) -> Tag:
    """What a line is tagged as; a private mark counts whatever else the file says."""
    if reads_private(text):
        return "private"
    tag = held.get("tag")
    return tag if isinstance(tag, str) and tag in _TAGS else tag_of(text)


def _of_cycle(document: Document, _local: Local) -> Iterator[Entry]:
    """What was written in a cycle, field by field."""
    counted = document.get("origin") == "count"
    number = document.get("number")
    tab: Tab = "sessions" if counted else "cycles"
    blank = Entry(
        "goals",
        text_of(document, "coachee_id"),
        "",
        day=_day(document.get("held_on")),
        tab=tab,
        record_id=document["id"],
        number=number if isinstance(number, int) else 0,
        cycle_id=document["id"],
    )
    for kind, part, name, field, what in _CYCLE_TEXTS:
        text = _text(part_of(document, part), name)
        if text:
            due = _day(part_of(document, "action").get("due")) if kind == "steps" else 0
            yield ready(blank._replace(kind=kind, text=text, line=field, what=what, due=due))
    yield from _reasons(blank, document)


def _reasons(blank: Entry, document: Document) -> Iterator[Entry]:
    """Why a cluster was picked against the order, and why totals were corrected."""
    blank = blank._replace(kind="rest", what="reason")
    override = _text(document, "override")
    if override:
        yield ready(blank._replace(text=override, line="override"))
    count = part_of(document, "gi")
    told = [_text(change, "reason") for change in parts_of(count, "history")]
    for text in dict.fromkeys(filter(None, (*told, _text(count, "reason")))):
        yield ready(blank._replace(text=text, line="gi", tab="sessions"))
    yield from _corrected(blank, document)


def _corrected(blank: Entry, document: Document) -> Iterator[Entry]:
    """Why a record was corrected."""
    for change in parts_of(document, "corrections"):
        text = _text(change, "reason")
        if text:
            line = _text(change, "field")
            yield ready(blank._replace(kind="rest", text=text, what="reason", line=line))


def _of_todo(document: Document, local: Local) -> Iterator[Entry]:
    """The step, the lesson it goes into, the coach's part, what was seen of it."""
    blank = Entry(
        "steps",
        text_of(document, "coachee_id"),
        "",
        day=_local_day(document.get("created_at"), local),
        tab="todos",
        record_id=document["id"],
        due=_day(document.get("due")),
        cycle_id=text_of(document, "cycle_id"),
    )
    for name, what in _TO_DO_TEXTS:
        text = _text(document, name)
        if text:
            yield ready(blank._replace(text=text, line=name, what=what))
    yield from _corrected(blank, document)


def _of_contact(document: Document, local: Local) -> Iterator[Entry]:
    """Why a contact was corrected; what was said in it stands in its note."""
    note, day = text_of(document, "note_id"), _local_day(document.get("at"), local)
    person = text_of(document, "coachee_id")
    yield from _corrected(Entry("rest", person, "", day, "notes", note), document)


def _of_progression(document: Document, _local: Local) -> Iterator[Entry]:
    """What was seen or heard of the steps."""
    person, key, model = (text_of(document, name) for name in ("coachee_id", "id", "model_id"))
    for step in parts_of(document, "steps"):
        name = _text(step, "step")
        blank = Entry(
            "rest", person, "", tab="progressions", record_id=key, what=f"{name} evidence"
        )
        for held in parts_of(step, "evidence"):
            text = _text(held, "text")
            if text:
                at = f"{model} {name}"
                yield ready(blank._replace(text=text, day=_day(held.get("on")), line=at))


READERS: dict[str, Reader] = {
    "coachees": _of_person,
    "cycles": _of_cycle,
    "todos": _of_todo,
    "notes": _of_note,
    "contacts": _of_contact,
    "progressions": _of_progression,
}
"""What reads the documents of each table that holds texts."""


def entries(table: str, document: Document, local: Local) -> tuple[Entry, ...]:
    """What can be found in a document; nothing where it has no id of its own.

    Args:
        table: the table it stands in, one of `READERS`.
        document: as the store holds it.
        local: the coach's wall clock.
    """
    return tuple(READERS[table](document, local)) if text_of(document, "id") else ()


def cluster_of(document: Document) -> str:
    """The cluster of a cycle's document, empty for none."""
    return text_of(document, "cluster")

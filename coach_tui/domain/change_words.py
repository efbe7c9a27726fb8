"""What a saved change was, in words, read off the records themselves."""

from collections.abc import Callable, Sequence

from coach_tui.domain.coachee import Coachee
from coach_tui.domain.contact import Contact
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.dates import short_date, short_time
from coach_tui.domain.launch import Launch
from coach_tui.domain.note import Note, open_rows
from coach_tui.domain.output import Output
from coach_tui.domain.progression import ProgressionPlace
from coach_tui.domain.records import OwnRecord, Record
from coach_tui.domain.todo import Todo
from coach_tui.domain.track_start import TrackStart
from coach_tui.domain.visit import Visit
from coach_tui.text import fit, short_name

Pair = tuple[Record | None, Record | None]
"""A record on either side of a change; None where it was not there."""

Told = Callable[[Record | None, Record | None, str], str]
"""Words of one record before and after a change, and of the name of whom it is about."""

ABOUT = (TrackStart, Cycle, Contact, Note, Launch, Todo, Visit, Output, ProgressionPlace)
"""Kinds of records that are about a person."""

_ORDER: tuple[type[Record], ...] = (TrackStart, Coachee, *ABOUT[1:], OwnRecord)
"""What a change of several records is named after: the first kind of these it has."""

_TEXT = 28  # cells of a to-do's words in a sentence

_STATUS = {
    "archived": "{name} archived",
    "leave": "{name} on leave",
    "active": "{name} active again",
}

_STATUS_WORDS = {
    "done": "to-do done",
    "open": "to-do open again",
    "partly": "to-do partly done",
    "carried": "to-do carried on",
    "dropped": "to-do dropped",
}


_UNNAMED: dict[type[Record], str] = {
    TrackStart: "a new school year",
    Coachee: "a person's details",
    Cycle: "a session",
    Contact: "a contact",
    Note: "a note",
    Launch: "a launch",
    Todo: "a to-do",
    Visit: "a visit",
    Output: "a record of what was sent",
    ProgressionPlace: "a step of a progression",
    OwnRecord: "your own practice",
}
"""What a change was of, where neither names nor totals are told."""


def unnamed_words(pairs: Sequence[Pair]) -> str:
    """A change in a few words that name nobody and tell no total: "the last change, a to-do"."""
    changed = [after or before for before, after in pairs]
    kind = next((kind for kind in _ORDER if any(isinstance(one, kind) for one in changed)), None)
    return f"the last change, {_UNNAMED[kind]}" if kind in _UNNAMED else "the last change"


def change_words(pairs: Sequence[Pair], name_of: Callable[[str], str]) -> str:
    """A change in a few words, without a full stop: "GI 11 for Okafor, Dana, session 4".

    Args:
        pairs: each record before and after, one at least.
        name_of: the listed name of a person's id.
    """

    def short(coachee_id: str) -> str:
        return short_name(name_of(coachee_id))

    for kind in _ORDER:
        found = [pair for pair in pairs if isinstance(pair[1] or pair[0], kind)]
        if found and not (kind is Coachee and _goes_with_launch(pairs)):
            return _told(kind, found, short)
    return "a change"


def _goes_with_launch(pairs: Sequence[Pair]) -> bool:
    """Whether a person's rhythm and groups were changed along with their launch."""
    kinds = [type(after or before) for before, after in pairs]
    edited = all(before and after for before, after in pairs if isinstance(after, Coachee))
    return sorted(kind.__name__ for kind in kinds) == ["Coachee", "Launch"] and edited


def _told(kind: type[Record], pairs: Sequence[Pair], name_of: Callable[[str], str]) -> str:
    """The words of the first record of a kind, or of how many there are."""
    before, after = pairs[0]
    record = after or before
    if isinstance(record, OwnRecord):
        return record.told(before if isinstance(before, type(record)) and after else None)
    if isinstance(record, TrackStart):
        whom = name_of(record.coachee_id) if len(pairs) == 1 else f"{len(pairs)} people"
        return f"the start of {record.track} for {whom}"
    if isinstance(record, Coachee):
        told = _person(before, record)
        return told if len(pairs) == 1 else f"{told} and {len(pairs) - 1} more"
    return _TOLD[kind](before, after, name_of(getattr(record, "coachee_id", "")))


def _plain(what: str) -> Told:
    """A record with nothing to tell beyond whose it is, and whether it is new."""

    def told(before: Record | None, after: Record | None, name: str) -> str:
        changed = "" if before is None or after is None else "changed "
        return f"{changed}{what} {name}"

    return told


def _contact(before: Record | None, after: Record | None, name: str) -> str:
    if isinstance(after, Contact) and _is_filed(before, after):
        return f"standards of contact with {name}"
    return _plain("contact with")(before, after, name)


def _is_filed(before: Record | None, after: Cycle | Contact) -> bool:
    """Whether nothing but the standards that a record is filed under was changed."""
    return isinstance(before, type(after)) and before.standards != after.standards


def _output(before: Record | None, after: Record | None, name: str) -> str:
    output = after or before
    assert isinstance(output, Output)
    what = {"follow_up": "follow-up to", "report": "report for", "consent": "consent of"}
    if isinstance(before, Output) and before.withdrawn_on != output.withdrawn_on:
        return f"{'withdrawn ' if output.withdrawn_on else ''}{what[output.kind]} {name}"
    changed = "changed " if isinstance(before, Output) else ""
    return f"{changed}{what[output.kind]} {name}, {short_date(output.on)}"


def _progression(before: Record | None, after: Record | None, name: str) -> str:
    """A step that was marked: "F5 seen in place, Okafor"."""
    place, old = after or before, before if after else None
    assert isinstance(place, ProgressionPlace)
    return f"{place.told(old if isinstance(old, ProgressionPlace) else None)}, {name}"


def _person(before: Record | None, person: Coachee) -> str:
    name = short_name(person.name)
    if before is None:
        return f"{name} added"
    if isinstance(before, Coachee) and before.status != person.status:
        return _STATUS[person.status].format(name=name)
    return f"details of {name}"


def _cycle(before: Record | None, after: Record | None, name: str) -> str:
    """A total, a round, or a correction of either."""
    cycle = after or before
    assert isinstance(cycle, Cycle)
    session = cycle.called
    if isinstance(before, Cycle):
        if before.gi.total != cycle.gi.total:
            return f"GI {_total(before)} to {_total(cycle)} for {name}, {session}"
        if _is_filed(before, cycle):
            return f"standards of {session}, {name}"
        told = "stance" if before.stance != cycle.stance else "correction"
        return f"{told} of {session}, {name}"
    if cycle.origin == "count":
        return f"GI {_total(cycle)} for {name}, {session}"
    return f"cycle {cycle.number} of {name}" + (f" ({session})" if cycle.session else "")


def _total(cycle: Cycle) -> str:
    return "not recorded" if cycle.gi.total is None else str(cycle.gi.total)


def _todo(before: Record | None, after: Record | None, name: str) -> str:
    todo = after or before
    assert isinstance(todo, Todo)
    said = " ".join(open_rows(todo.text).split()) or "a private line"
    text = f"{fit(said, _TEXT)} ({name})"
    if not isinstance(before, Todo):
        return f"to-do: {text}"
    if before.status != todo.status:
        return f"{_STATUS_WORDS[todo.status]}: {text}"
    if before.due != todo.due:
        day = short_date(todo.due) if todo.due else "no date"
        return f"to-do moved to {day}: {text}"
    return f"changed to-do: {text}"


def _visit(before: Record | None, after: Record | None, name: str) -> str:
    visit = after or before
    assert isinstance(visit, Visit)
    at = f" {short_time(visit.at)}" if visit.at else ""
    when = f"{short_date(visit.on)}{at}"
    if not isinstance(before, Visit):
        return f"visit on {when} with {name}"
    if before.status != visit.status:
        return f"visit {visit.status}: {when} with {name}"
    return f"visit moved from {short_date(before.on)} to {when}, {name}"


_TOLD: dict[type[Record], Told] = {
    Cycle: _cycle,
    Contact: _contact,
    Note: _plain("note of"),
    Launch: _plain("launch of"),
    Todo: _todo,
    Visit: _visit,
    Output: _output,
    ProgressionPlace: _progression,
}
"""How each kind of record that is about a person is told."""

"""What was written of the meetings of a period, one rule a fact.

A *meeting* is a held cycle (domain E 11), numbered or not; a bare count of GIs is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from coach_tui.domain.dates import month_day
from coach_tui.domain.evidence import Behind, Evidence
from coach_tui.domain.evidence_rules.log import Log, Meeting, Sent
from coach_tui.domain.evidence_rules.share import Suggest, no_level, share


def follow_ups(log: Log) -> Evidence:
    """Meetings after which a follow-up is marked as sent, whenever it was (CC-31).

    No level: an overview after each meeting is one of several things that the row asks for.
    """
    sent = {one.cycle_id: one for one in log.sent if one.kind == "follow_up" and one.cycle_id}
    behind = [_sent(meeting, sent.get(meeting.id)) for meeting in log.held]
    told = "follow-ups sent after {count} of {of} {meeting|meetings}"
    return share("CC-31", "follow_ups", told, behind, (log.first, log.last))


def _sent(meeting: Meeting, sent: Sent | None) -> Behind:
    words = f"follow-up sent {month_day(sent.on)}" if sent else "no follow-up recorded"
    return _behind(meeting, words, sent is not None)


def indicators(log: Log) -> Evidence:
    """Goals for which it is written what will show that they are reached (CC-22).

    Levels: 1 where some have one, 2 where each has. Level 3 asks for reviews that were scheduled,
    which this does not count.
    """

    def level(count: int, of: int) -> int | None:
        return 2 if count == of else 1 if count else None

    goals = [meeting for meeting in log.held if "goal" in meeting.written]
    return _parts(
        log,
        ("CC-22", "indicators"),
        "an indicator with {count} of {of} {goal|goals}",
        goals,
        ("goal with an indicator", "goal without an indicator"),
        lambda meeting: "indicator" in meeting.written,
        level,
    )


def cited_praise(log: Log) -> Evidence:
    """Praise that rests on a line of the notes (CC-19). No level: the source counts none."""
    praised = [meeting for meeting in log.held if "praise" in meeting.written]
    return _parts(
        log,
        ("CC-19", "cited_praise"),
        "praise that cites a note line at {count} of {of} {meeting|meetings} with praise",
        praised,
        ("praise that cites a note line", "praise without a cited line"),
        lambda meeting: any(field == "praise" for field, _ in meeting.cited),
    )


def priority_groups(log: Log) -> Evidence:
    """Meetings with people who watch for priority groups, where something was seen of one (CC-15).

    It was where the cycle says so, or where a line of the visit's notes is tagged with a group,
    whichever group that is. No level: the source counts none.
    """
    taken = log.taken_for
    watching = {client.id for client in log.clients.values() if client.has_groups}
    return _parts(
        log,
        ("CC-15", "priority_groups"),
        "priority groups noted at {count} of {of} {meeting|meetings} with people who have one",
        [meeting for meeting in log.held if meeting.coachee_id in watching],
        ("priority group noted", "no priority group noted"),
        lambda meeting: (
            "groups" in meeting.written or any(note.groups for note in taken.get(meeting.id, ()))
        ),
    )


def notes_used(log: Log) -> Evidence:
    """Meetings that took up what was written before (CC-32).

    Only those count that were not the first with a person. A meeting took up what was written
    where what became of the last action step was answered, or where it cites a line of a note that
    was taken on an earlier day, and not for this meeting. No level: the row asks for more.
    """
    return _parts(
        log,
        ("CC-32", "notes_used"),
        "earlier notes or steps taken up at {count} of {of} {meeting|meetings} after the first",
        list(_later_ones(log)),
        ("took up earlier notes or steps", "no earlier note or step taken up"),
        lambda meeting: "answer" in meeting.written or _cites_earlier(log, meeting),
    )


def _later_ones(log: Log) -> Iterable[Meeting]:
    """The period's meetings that were not the first with their person, the newest first."""
    first = {meeting.coachee_id: meeting.id for meeting in log.meetings}  # the oldest comes last
    for meeting in log.held:
        if meeting.coachee_id in log.met_before or first[meeting.coachee_id] != meeting.id:
            yield meeting


def _cites_earlier(log: Log, meeting: Meeting) -> bool:
    notes = (log.notes.get(note_id) for _, note_id in meeting.cited)
    return any(note and note.on < meeting.on and note.cycle_id != meeting.id for note in notes)


def goals_in_force(log: Log) -> Evidence:
    """Meetings that had a goal to be guided by: one agreed then, or earlier that year (CC-21).

    No level: whether the talk kept to it is not in the records.
    """
    since: dict[tuple[str, str], date] = {}
    for meeting in reversed(log.meetings):
        if "goal" in meeting.written:
            since.setdefault((meeting.coachee_id, meeting.track), meeting.on)
    return _parts(
        log,
        ("CC-21", "goals_in_force"),
        "a goal agreed by {count} of {of} {meeting|meetings}",
        log.held,
        ("goal agreed then or before", "no goal agreed yet"),
        lambda meeting: since.get((meeting.coachee_id, meeting.track), date.max) <= meeting.on,
    )


def root_causes(log: Log) -> Evidence:
    """Meetings with an action step for which a root cause is written (CC-35).

    Levels: 2 where some have one, 3 where each has.
    """

    def level(count: int, of: int) -> int | None:
        return 3 if count == of else 2 if count else None

    return _parts(
        log,
        ("CC-35", "root_causes"),
        "a root cause written with {count} of {of} action {step|steps}",
        [meeting for meeting in log.held if "step" in meeting.written],
        ("step with a root cause", "step without a root cause"),
        lambda meeting: "root_cause" in meeting.written,
        level,
    )


def probes(log: Log) -> Evidence:
    """Meetings with probing questions, in the cycle or in the visit's notes (CC-16). No level."""
    taken = log.taken_for
    return _parts(
        log,
        ("CC-16", "probes"),
        "probing questions written at {count} of {of} {meeting|meetings}",
        log.held,
        ("probing question written", "no probing question written"),
        lambda meeting: (
            "probes" in meeting.written or any(note.probes for note in taken.get(meeting.id, ()))
        ),
    )


def observation_notes(log: Log) -> Evidence:
    """Meetings for which notes were taken, private lines left out (CC-18). No level."""
    taken = log.taken_for
    return _parts(
        log,
        ("CC-18", "observation_notes"),
        "observation notes taken for {count} of {of} {meeting|meetings}",
        log.held,
        ("observation notes", "no observation notes"),
        lambda meeting: any(note.lines for note in taken.get(meeting.id, ())),
    )


def reflections(log: Log) -> Evidence:
    """Meetings at which the coachee's reflection was written down (CC-39). No level."""
    return _parts(
        log,
        ("CC-39", "reflections"),
        "the person's reflection written at {count} of {of} {meeting|meetings}",
        log.held,
        ("reflection written", "no reflection written"),
        lambda meeting: "reflection" in meeting.written,
    )


def _parts(
    log: Log,
    names: tuple[str, str],
    told: str,
    meetings: Iterable[Meeting],
    words: tuple[str, str],
    counts: Callable[[Meeting], bool],
    suggest: Suggest = no_level,
) -> Evidence:
    """How many of some meetings have something.

    Args:
        log: the period.
        names: the element, and the key of what is counted.
        told: as in `share`.
        meetings: those that could count.
        words: what is said of one that does, and of one that does not.
        counts: whether one does.
        suggest: as in `share`.
    """
    behind = []
    for meeting in meetings:
        does = counts(meeting)
        behind.append(_behind(meeting, words[not does], does))
    return share(*names, told, behind, (log.first, log.last), suggest)


def _behind(meeting: Meeting, words: str, counts: bool) -> Behind:
    told = f"{meeting.name}, {words}"
    return Behind(meeting.coachee_id, meeting.on, told, counts, meeting.id)

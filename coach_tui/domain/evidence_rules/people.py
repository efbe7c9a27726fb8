"""What was done with each person: the launch, goals, written reports."""

from __future__ import annotations

from coach_tui.domain.dates import month_day
from coach_tui.domain.evidence import Behind, Evidence
from coach_tui.domain.evidence_rules.log import Log, Meeting, Sent
from coach_tui.domain.evidence_rules.share import share
from coach_tui.domain.output import MID_YEAR, YEAR_END


def launches(log: Log) -> Evidence:
    """First meetings of a track before which its launch was held, or that day (CC-36).

    Only first meetings in the period are looked at, by their day: a track that was begun in June
    counts then, and not in the school year it is of. No level: the launch is a part of the step.
    """
    first: dict[tuple[str, str], Meeting] = {}
    for meeting in reversed(log.meetings):
        if meeting.track >= log.year:
            first.setdefault((meeting.coachee_id, meeting.track), meeting)
    begun = [meeting for meeting in first.values() if meeting.on >= log.first]
    begun.sort(key=lambda meeting: (meeting.on, meeting.id), reverse=True)
    behind = [_launch(meeting, log) for meeting in begun]
    told = "the launch held before {count} of {of} first {meeting|meetings}"
    return share("CC-36", "launches", told, behind, (log.first, log.last))


def _launch(meeting: Meeting, log: Log) -> Behind:
    held = log.launched.get((meeting.coachee_id, meeting.track))
    words = f"launch held {month_day(held)}" if held else "no launch held"
    told = f"first meeting; {words}"
    before = held is not None and held <= meeting.on
    return Behind(meeting.coachee_id, meeting.on, told, before, meeting.id)


def goals(log: Log) -> Evidence:
    """People met in the period with whom a goal was agreed that school year (CC-37). No level."""
    agreed = {held.coachee_id: held for held in reversed(log.meetings) if "goal" in held.written}
    behind = []
    for person, last in _last_met(log.held).items():
        held = agreed.get(person)
        words = f"goal agreed at {held.name}" if held else "no goal agreed"
        day, key = (held.on, held.id) if held else (last.on, last.id)
        behind.append(Behind(person, day, words, held is not None, key))
    behind.sort(key=lambda one: (one.on or log.first, one.record_id), reverse=True)
    told = "a goal agreed with {count} of {of} {person|people}"
    return share("CC-37", "goals", told, behind, (log.first, log.last))


def reports(log: Log) -> Evidence:
    """People met in the school year for whom a written report was issued in it (CC-25).

    It looks at the whole school year, up to the period's last day. Levels: 2 where each has a
    year-end report, 3 where each has a mid-year one too. Level 1 is of words by mail or in talk,
    which this does not count.
    """
    issued: dict[str, list[Sent]] = {}
    for one in log.sent:
        if one.kind == "report" and log.year_first <= one.on <= log.last:
            issued.setdefault(one.coachee_id, []).append(one)
    met = _last_met(log.meetings)
    kinds = [{one.what for one in issued.get(person, ())} for person in met]

    def level(_count: int, _of: int) -> int | None:
        if not all(YEAR_END in found for found in kinds):
            return None
        return 3 if all(MID_YEAR in found for found in kinds) else 2

    behind = [_report(met[person], issued.get(person, [])) for person in met]
    behind.sort(key=lambda one: one.on or log.first, reverse=True)
    told = "written reports for {count} of {of} {person|people} this school year" + _kinds(kinds)
    return share("CC-25", "reports", told, behind, (log.year_first, log.last), level)


def _kinds(kinds: list[set[str]]) -> str:
    """How many people have each of the two: ", 3 mid-year and 1 year-end"."""
    counts = {name: sum(name in found for found in kinds) for name in (MID_YEAR, YEAR_END)}
    told = " and ".join(f"{count} {name}" for name, count in counts.items() if count)
    return f", {told}" if told else ""


def _report(meeting: Meeting, issued: list[Sent]) -> Behind:
    if not issued:
        words = "no report recorded"
        return Behind(meeting.coachee_id, meeting.on, words, counts=False, record_id="")
    in_order = sorted(issued, key=lambda one: one.on)
    words = ", ".join(f"{_what(one)} report {month_day(one.on)}" for one in in_order)
    last = in_order[-1]
    return Behind(meeting.coachee_id, last.on, words, counts=True, record_id=last.id)


def _what(sent: Sent) -> str:
    return sent.what if sent.what in (MID_YEAR, YEAR_END) else "other"


def _last_met(meetings: tuple[Meeting, ...]) -> dict[str, Meeting]:
    """The last of some meetings, which come newest first, of each person."""
    found: dict[str, Meeting] = {}
    for meeting in meetings:
        found.setdefault(meeting.coachee_id, meeting)
    return found

"""`coach-tui show`: one person at a glance. Notes are counted, never printed."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from coach_tui.cli.output import Printer, print_json
from coach_tui.cli.wiring import open_desk
from coach_tui.domain.dates import moment_text, short_date
from coach_tui.services.framework_files import TIMELINE

if TYPE_CHECKING:  # checked records are slow to load
    from datetime import date

    from coach_tui.domain.cycle import Cycle
    from coach_tui.domain.output import Output
    from coach_tui.domain.todo import Todo
    from coach_tui.domain.track import SessionPoint
    from coach_tui.services.profile import Profile


def run(arguments: argparse.Namespace) -> int:
    """Print a person's profile.

    Raises:
        NotFound: nobody has the name.
        Ambiguous: several have.
        StorageError: the file cannot be read.
    """
    desk = open_desk(arguments)
    profile = desk.profile.of(desk.caseload.find(arguments.person))
    rights = desk.shelf.own_rights(TIMELINE)
    if arguments.json:
        print_json({**as_json(profile), "framework_rights": rights or None})
    else:
        printer = Printer.of(arguments)
        _print(printer, profile)
        printer.field("Framework", rights)
    return 0


def missing(point: SessionPoint) -> list[str]:
    """What a session still lacks, in words."""
    blanks = (
        ("cluster not set", point.cluster is None),
        ("total not recorded", point.total is None),
    )
    return [words for words, blank in blanks if blank]


def _print(printer: Printer, profile: Profile) -> None:
    """The profile as plain text, one fact a line."""
    person = profile.coachee
    printer.line(person.name)
    printer.field("Role", person.role)
    printer.field("School", person.school)
    printer.field("Status", "" if person.status == "active" else person.status)
    printer.line(f"Launch: {profile.launch_words}{_order_words(profile)}")
    printer.field("Progression", profile.progression.words if profile.progression else "")
    _print_sessions(printer, profile)
    if profile.last_cycle:
        _print_cycle(printer, profile.last_cycle)
        printer.field("After it", _output_words(_last_follow_up(profile)))
    for todo in profile.todos:
        printer.field("To-do", _todo_words(todo))
    visit = profile.next_visit
    printer.line(f"Next visit: {moment_text(visit.on, visit.at) if visit else 'to set'}")
    printer.line(" - ".join(profile.clocks.words(profile.today)))
    printer.field("Last report", _output_words(profile.last_report))
    printer.line(f"Notes: {profile.notes}")
    if profile.consent:
        printer.line(f"Consents to an impact story since {short_date(profile.consent.on)}")
    if profile.draft:
        printer.line("Draft: an unfinished cycle waits in the app.")


def _order_words(profile: Profile) -> str:
    launch = profile.launch
    if launch is None or launch.held_on is None or not launch.order:
        return ""
    return f", clusters in the order {' '.join(launch.order)}"


def _print_sessions(printer: Printer, profile: Profile) -> None:
    """A table of the year's sessions, and below it those that lack something."""
    points = profile.track.points
    if not points:
        printer.line(f"Sessions {profile.track.year}: none yet")
        return
    printer.line(f"Sessions {profile.track.year}:")
    head = ["Session", "GIs", "Gain", "Band", "Cluster", ""]
    rows = [head, *(_session_cells(profile, point) for point in points)]
    printer.table(rows, right=(0, 1, 2), most=80)
    if profile.track.carried is not None:
        printer.line(f"Carried from the year before: {profile.track.carried} GIs")
    incomplete = [point for point in points if point.incomplete]
    for point in incomplete:
        printer.line(f"Incomplete: session {point.session} ({', '.join(missing(point))})")


def _session_cells(profile: Profile, point: SessionPoint) -> list[str]:
    standing, gain = profile.standing(point), profile.track.gain(point.session)
    coach_total = profile.coach_total(point)
    return [
        str(point.session),
        "-" if point.total is None else str(point.total),
        "" if gain is None else f"{gain:+d}",
        standing.word if standing else "-",
        profile.cluster_words(point) or "not set",
        "" if coach_total is None else f"coach counted {coach_total}",
    ]


def _print_cycle(printer: Printer, cycle: Cycle) -> None:
    printer.line(f"Last cycle: {cycle.called}, {short_date(cycle.held_on)}")
    printer.field("Look-fors", _look_fors_words(cycle))
    printer.field("Teacher's words", cycle.self_assessment.words)
    printer.field("Praise", cycle.feedback.praise)
    printer.field("Goal", cycle.goal.text)
    printer.field("Action step", cycle.action.text)
    printer.field("Lesson", cycle.action.lesson)


def _look_fors_words(cycle: Cycle) -> str:
    """How the teacher sees the cluster's look-fors: "C1 in place, C3 not yet"."""
    from coach_tui.domain.cycle import STATES

    states = dict(STATES)
    return ", ".join(f"{r.look_for} {states[r.state]}" for r in cycle.self_assessment.ratings)


def _todo_words(todo: Todo) -> str:
    return todo.text + (f" (due {short_date(todo.due)})" if todo.due else "")


def as_json(profile: Profile) -> dict[str, object]:
    """The profile for programs; what is not recorded is null."""
    person, visit = profile.coachee, profile.next_visit
    return {
        "id": person.id,
        "name": person.name,
        "role": person.role,
        "school": person.school,
        "email": person.email,
        "status": person.status,
        "year": profile.track.year,
        "launch": _launch_json(profile),
        "model": person.model or None,
        "pauses": [one.step.id for one in profile.progression.pauses]
        if profile.progression
        else [],
        "carried": profile.track.carried,
        "sessions": [_session_json(profile, point) for point in profile.track.points],
        "last_cycle": _cycle_json(profile.last_cycle) if profile.last_cycle else None,
        "todos": [_todo_json(todo) for todo in profile.todos],
        "next_visit": visit.model_dump(mode="json", include={"on", "at"}) if visit else None,
        "last_visit": _day_json(profile.clocks.visit),
        "last_contact": _day_json(profile.clocks.contact),
        "last_contact_minutes": profile.clocks.minutes,
        "last_follow_up": _output_json(_last_follow_up(profile)),
        "last_report": _output_json(profile.last_report),
        "notes": profile.notes,
        "draft": profile.draft is not None,
        "consent_to_story": profile.consent.on.isoformat() if profile.consent else None,
    }


def _day_json(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _last_follow_up(profile: Profile) -> Output | None:
    """The follow-up after the last round."""
    return profile.follow_up(profile.last_cycle.id) if profile.last_cycle else None


def _output_words(output: Output | None) -> str:
    from coach_tui.services.outputs import output_words

    return output_words(output) if output else ""


def _output_json(output: Output | None) -> object:
    return output.model_dump(mode="json", include={"on", "what", "cycle_id"}) if output else None


def _launch_json(profile: Profile) -> object:
    if profile.launch is None:
        return None
    return profile.launch.model_dump(mode="json", include={"held_on", "order"})


def _session_json(profile: Profile, point: SessionPoint) -> dict[str, object]:
    standing, cluster = profile.standing(point), profile.cluster(point)
    return {
        "session": point.session,
        "cluster": point.cluster,
        "cluster_name": cluster.name if cluster else None,
        "total": point.total,
        "coach_total": profile.coach_total(point),
        "band": standing.band if standing else None,
        "gain": profile.track.gain(point.session),
        "held_on": point.held_on.isoformat(),
        "missing": missing(point),
    }


def _cycle_json(cycle: Cycle) -> dict[str, object]:
    return {
        "session": cycle.session,
        "number": cycle.number,
        "held_on": cycle.held_on.isoformat(),
        "cluster": cycle.cluster,
        "look_fors": {rated.look_for: rated.state for rated in cycle.self_assessment.ratings},
        "own_words": cycle.self_assessment.words,
        "praise": cycle.feedback.praise,
        "goal": cycle.goal.text,
        "action_step": cycle.action.text,
        "lesson": cycle.action.lesson,
    }


def _todo_json(todo: Todo) -> dict[str, object]:
    return todo.model_dump(mode="json", include={"text", "lesson", "owner", "due", "status"})

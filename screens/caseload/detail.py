"""The picked person beside the list: where the track stands, what comes next, the last note."""

from __future__ import annotations

from datetime import date

from coach_tui.domain.dates import local_clock, near_date, short_time
from coach_tui.services.framework_files import TIMELINE
from coach_tui.services.profile import Profile
from coach_tui.widgets.band_meter import band_tone, meter
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.spans import EMPTY, Line, line, wrap_line, wrap_text
from screens.host import Host
from screens.rights import rights_lines

Lines = list[Line]


def detail_lines(profile: Profile, host: Host, width: int) -> Lines:
    """What the pane shows of a person.

    Args:
        profile: the person.
        host: the app.
        width: cells of the pane.
    """
    person, today, glyphs = profile.coachee, profile.today, host.glyphs
    where = [glyphs.shown(part) for part in (person.role, person.school) if part]
    lines: Lines = [
        line((glyphs.shown(person.name), "title")),
        line((f" {glyphs.dot} ".join(where), "muted")),
        line((glyphs.across * width, "rule")),
    ]
    lines += _session(profile, host, width)
    lines += _cycle(profile, host, width)
    lines += _next(profile, today, glyphs, width)
    lines += _note(profile, today, glyphs, width)
    return [*lines, *rights_lines(host, width, TIMELINE)]


def _session(profile: Profile, host: Host, width: int) -> Lines:
    """The last session, its cluster, total and band."""
    last, glyphs, key_of = profile.track.last, host.glyphs, host.keys.key_of
    if last is None:
        hint = f"No sessions yet. {key_of('person.cycle')} starts the first cycle."
        if profile.launch_warning:
            hint += f" {profile.launch_warning} {key_of('person.launch')} enters it."
        return [*wrap_text(hint, width, "muted"), EMPTY]
    cluster = profile.cluster(last)
    name = cluster.name if cluster else profile.cluster_words(last)
    lines = [
        line(
            (f"Session {last.session}", "strong"),
            f"  Cluster {glyphs.shown(last.cluster or 'not set')}",
        ),
        *wrap_text(glyphs.shown(name), width, "muted"),
    ]
    standing = profile.standing(last)
    if standing is None:
        return [*lines, line(("No GI total recorded", "muted")), EMPTY]
    tone = band_tone(standing.band)
    band = line(("GI ", ""), (str(standing.total), "strong"), "  ", *meter(standing.band, glyphs))
    lines.append((*band, (f" {standing.word}", tone)))
    lines += [line((standing.distance, "muted"))] if standing.distance else []
    return [*lines, EMPTY]


def _cycle(profile: Profile, host: Host, width: int) -> Lines:
    """The unfinished cycle, and the goal of the last one."""
    lines: Lines = []
    if profile.draft:
        at = local_clock(host.desk.clock.local(profile.draft.saved_at))
        told = f" of a cycle from {at}. {host.keys.key_of('person.cycle')} resumes it."
        lines += wrap_line(line(("Draft", "late"), told), width)
    goal = next((c.goal.text for c in reversed(profile.cycles) if c.goal.text), "")
    if goal:
        lines += _labelled("Goal", host.glyphs.shown(_one_line(goal)), width, most=3)
    return lines


def _next(profile: Profile, today: date, glyphs: Glyphs, width: int) -> Lines:
    """The open action step, the next visit, the last visit and contact."""
    lines: Lines = []
    for todo in profile.todos[:1]:
        lines += _labelled("Step", glyphs.shown(_one_line(todo.text)), width, most=3)
        if todo.due:
            late = profile.lateness.days_late(todo.due)
            word = f"due {near_date(todo.due, today)}" + (f", {late}d late" if late else "")
            lines.append(line("     ", (word, "late" if late else "muted")))
    visit = profile.next_visit
    if visit:
        at = f" {short_time(visit.at)}" if visit.at else ""
        lines += _labelled("Next", near_date(visit.on, today) + at, width, most=1)
    for part in profile.clocks.words(today):
        lines += wrap_text(part[:1].upper() + part[1:], width, "muted")
    return [*lines, EMPTY]


def _note(profile: Profile, today: date, glyphs: Glyphs, width: int) -> Lines:
    """The first lines of the newest note, private ones left out: the person may be looking."""
    if profile.note is None or profile.note_day is None:
        return []
    shown = profile.note.open_lines[:3]
    day = near_date(profile.note_day, today)
    lines: Lines = [line(("Last note", "strong"), (f"  {day}", "muted"))]
    for entry in shown:
        lines += wrap_line(line(glyphs.shown(entry.text)), width, hang=2)[:3]
    return lines if shown else []


def _labelled(label: str, text: str, width: int, *, most: int) -> Lines:
    """A label and a text set in behind it, at most so many rows."""
    rows = wrap_text(text, max(8, width - 5))
    cut = list(rows[:most])
    if len(rows) > most:
        cut[-1] = (*cut[-1], ("~", "muted"))
    first = (("" + f"{label:<5}", "muted"), *cut[0]) if cut else ()
    return [first, *((("     ", ""), *row) for row in cut[1:])]


def _one_line(text: str) -> str:
    return " ".join(text.split())

"""The facts beside the chart: the selected session, its bands, what comes next."""

from __future__ import annotations

from datetime import date

from coach_tui.domain.bands import Band, BandLimits
from coach_tui.domain.cycle import STATES, Cycle
from coach_tui.domain.dates import near_date, short_date, short_time
from coach_tui.domain.forecast import forecast, forecast_brief, forecast_words, needs
from coach_tui.services.framework_files import TIMELINE
from coach_tui.services.profile import Profile
from coach_tui.widgets.band_meter import band_tone, meter
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.spans import EMPTY, Line, line, wrap_line, wrap_text
from screens.host import Host
from screens.rights import rights_lines

Lines = list[Line]

_ROOMY = 40
"""Cells from which the pane also tells what comes next while the last session is selected."""


def side_lines(profile: Profile, session: int, host: Host, width: int) -> Lines:
    """What the side pane shows for a session."""
    glyphs = host.glyphs
    lines = [line((f"Session {session}", "strong"))]
    lines += _session(profile, session, glyphs, width)
    limits = profile.timeline.band_table.limits(session)
    if limits is not None:
        lines += [*_bands(limits, glyphs), EMPTY]
    last = profile.track.last
    ahead = _ahead(profile, width)
    told = forecast(profile.track, profile.timeline.band_table) is not None
    if session != profile.track.next_session or not told:
        lines += _next(profile, host, width)
    asked = needs(profile.track, profile.timeline.band_table)
    if width >= _ROOMY and ahead and asked and last and session == last.session:
        lines += [EMPTY, line(("Ahead", "strong")), *wrap_text(f"{asked.words}.", width), *ahead]
    return [*lines, *rights_lines(host, width, TIMELINE)]


def _ahead(profile: Profile, width: int) -> Lines:
    """Where the totals may go from here; nothing under three of them."""
    track, bands = profile.track, profile.timeline.band_table
    if profile.past or not track.points:
        return []
    if width >= _ROOMY:
        return list(wrap_text(forecast_words(track, bands), width, "muted"))
    told = forecast_brief(track, bands)
    return [row for text in told for row in wrap_text(text, width, "muted")]


def _session(profile: Profile, session: int, glyphs: Glyphs, width: int) -> Lines:
    """Cluster, total, band and distance of a session."""
    point = profile.track.point(session)
    if point is None:
        ahead = session == profile.track.next_session and _ahead(profile, width)
        return [line(("not held yet", "muted")), *(ahead or ()), EMPTY]
    name = glyphs.shown(profile.cluster_words(point) or "cluster not set")
    lines = [*wrap_text(name, width, "muted")]
    standing = profile.standing(point)
    if standing is None:
        return [*lines, line(("no GI total recorded", "muted")), EMPTY]
    gain = profile.track.gain(session)
    told = line(("GI ", "strong"), (str(standing.total), "strong"))
    lines.append((*told, ("" if gain is None else f"  ({gain:+d})", "muted")))
    if carried := profile.track.carried_words(session):
        lines += wrap_text(carried, width, "muted")
    tone = band_tone(standing.band)
    lines.append((*meter(standing.band, glyphs), (f" {standing.word}", tone)))
    lines += wrap_text(_distance(profile, session, standing.distance), width, "muted")
    cycle = profile.cycle_of(point)
    lines += _beside(cycle, profile, width) if cycle else []
    if cycle and cycle.gi.reason:
        lines += wrap_text(f"Reason: {glyphs.shown(cycle.gi.reason)}", width, "muted")[:2]
    return [*lines, EMPTY]


def _beside(cycle: Cycle, profile: Profile, width: int) -> Lines:
    """What stands beside the total: the coach's count, the self-assessment, older bands."""
    told = []
    if cycle.gi.coach_total is not None:
        told.append(f"Coach counted {cycle.gi.coach_total}")
    if cycle.gi.items:
        told.append(f"{len(cycle.gi.items)} ticked one by one")
    for state, words in STATES:
        rated = sum(1 for rating in cycle.self_assessment.ratings if rating.state == state)
        told += [f"{rated} {words}"] if rated else []
    if cycle.framework != profile.timeline.pin:
        told.append(f"recorded under bands version {cycle.framework.version}")
    return list(wrap_text(", ".join(told), width, "muted")) if told else []


def _distance(profile: Profile, session: int, more: str) -> str:
    """How far the next band is; at the top, how far past its line."""
    point = profile.track.point(session)
    limits = profile.timeline.band_table.limits(session)
    if more or limits is None or point is None or point.total is None:
        return more
    past = point.total - limits.exceeding
    return f"{past} past the Exceeding line ({limits.exceeding})"


def _bands(limits: BandLimits, glyphs: Glyphs) -> Lines:
    """The session's bands with the shade each has on the chart, the highest first."""
    lines: Lines = [line(("Bands", "strong"))]
    for band in reversed(Band):
        low, high = limits.lowest(band), limits.highest(band)
        reach = f"{low}+" if high is None else f"{low}-{high}"
        shade = glyphs.shades[band.level - 1] * 3
        tone = band_tone(band)
        lines.append(line((shade, tone), (f" {band.short:<4} {reach}", tone)))
    return lines


def _next(profile: Profile, host: Host, width: int) -> Lines:
    """The open action step and the next visit; the launch where it is missing."""
    lines: Lines = []
    today, glyphs = profile.today, host.glyphs
    for todo in profile.todos[:1]:
        due = f"due {near_date(todo.due, today)}: " if todo.due else ""
        text = glyphs.shown(" ".join(todo.text.split()))
        lines += wrap_line(line(("Step ", "strong"), (due, "muted"), text), width)[:4]
    visit = profile.next_visit
    if visit:
        at = f" {short_time(visit.at)}" if visit.at else ""
        lines += wrap_line(line(("Next ", "strong"), near_date(visit.on, today) + at), width)
    lines += _pause(profile, glyphs, width)
    if profile.consent:
        told = f"Consents to an impact story ({short_date(profile.consent.on)})"
        lines += wrap_text(told, width, "muted")
    if profile.launch_warning:
        told = f"{profile.launch_warning} {host.keys.key_of('person.launch')} enters it."
        lines += wrap_text(told, width, "muted")
    if width >= _ROOMY and not profile.past:
        step = host.desk.profile.step_name(profile)
        lines += wrap_line(line(("Now ", "strong"), (step, "muted")), width)
    return lines


def _pause(profile: Profile, glyphs: Glyphs, width: int) -> Lines:
    """Where the class pauses in its progression (PL-3); where there is room, in words."""
    found = profile.progression
    walked = found.walked if found else None
    if walked is None:
        return []
    pause = next(iter(walked.pauses), None)
    told = pause.step.id if pause else "none"
    if width >= _ROOMY:
        told = f"{walked.model.name}, {pause.words if pause else 'none'}"
    return list(wrap_line(line(("Pause ", "strong"), glyphs.shown(told)), width))


def below_lines(profile: Profile, today: date, glyphs: Glyphs, width: int) -> Lines:
    """What a tall window shows under the chart: cycles, to-dos, the last note."""
    lines: Lines = []
    held = [cycle for cycle in profile.cycles if cycle.goal.text][-4:]
    if held:
        lines += [EMPTY, line(("Cycles", "strong"))]
    for cycle in reversed(held):
        head = f"{cycle.session or '-':>3} {cycle.cluster or '-'}  "
        text = glyphs.shown(" ".join(cycle.goal.text.split()))
        lines += wrap_line(line((head, "muted"), text), width, hang=7)[:2]
    if profile.todos:
        lines += [EMPTY, line(("Open steps", "strong"))]
    for todo in profile.todos[:4]:
        due = near_date(todo.due, today) if todo.due else "no date"
        text = glyphs.shown(" ".join(todo.text.split()))
        lines += wrap_line(line((f" {due:<8} ", "muted"), text), width, hang=10)[:2]
    if profile.note and profile.note_day:
        day = near_date(profile.note_day, today)
        lines += [EMPTY, line(("Last note", "strong"), (f"  {day}", "muted"))]
        shown = profile.note.open_lines[:4]
        lines += [row for entry in shown for row in wrap_text(glyphs.shown(entry.text), width)[:2]]
    return lines

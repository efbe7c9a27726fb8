"""Correcting a cycle or a bare count: its fields as texts, and what was typed as a cycle again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from coach_tui.clock import Clock
from coach_tui.domain.bands import Standing
from coach_tui.domain.clusters import ClusterChoice, all_choices, check_pick
from coach_tui.domain.corrected import Correctable
from coach_tui.domain.cycle import Cycle, Goal
from coach_tui.domain.dates import full_date, plain_date, short_time
from coach_tui.domain.gi_entry import read_gi_entry
from coach_tui.domain.ports import Store
from coach_tui.domain.todo import Todo
from coach_tui.domain.track import Track, check_session
from coach_tui.errors import Refused
from coach_tui.services.correction_form import CorrectionForm, Typed
from coach_tui.services.focus import with_cluster
from coach_tui.services.growth import GrowthService

MOST_MINUTES = 1440


def cycle_what(cycle: Cycle, year: str) -> str:
    """What a cycle is called: "session 3", "cycle 4", "session 3 (2023-24)" of another year."""
    if cycle.session is not None:
        called = f"session {cycle.session}"
    else:
        called = f"cycle {cycle.number}" if cycle.number else "a meeting"
    return called if cycle.track == year else f"{called} ({cycle.track})"


def cycle_fields(cycle: Cycle, today: date, plan_keys: Sequence[str] = ()) -> dict[str, str]:
    """The fields that can be corrected; a bare count has few.

    Args:
        cycle: the record.
        today: the coach's date.
        plan_keys: ids of the parts of a meeting's plan; those the record has are there anyway.
    """
    fields = {
        "when": plain_date(cycle.held_on, today),
        "cluster": cycle.cluster or "",
        "total": _number(cycle.gi.total),
        "coach_total": _number(cycle.gi.coach_total),
    }
    if cycle.origin == "count":
        return fields
    seen, said, step = cycle.observation, cycle.feedback, cycle.action
    plan_keys = [*plan_keys, *(key for key in cycle.plan if key not in plan_keys)]
    return fields | {
        "at": short_time(seen.at) if seen.at else "",
        "minutes": _number(seen.minutes),
        "mode": seen.mode,
        "lesson": seen.lesson,
        "priority_groups": seen.priority_groups,
        "focus": seen.focus,
        "praise": said.praise,
        "probes": said.probes,
        "reflection": said.reflection,
        "engagement": said.engagement,
        "own_words": cycle.self_assessment.words,
        "goal": cycle.goal.text,
        "goal_practice": cycle.goal.practice,
        "goal_indicator": cycle.goal.indicator,
        "step": step.text,
        "step_lesson": step.lesson,
        "kinds": " ".join(seen.kinds),
        "work": cycle.work or "",
        **dict(cycle.challenge),
        **{f"plan_{key}": cycle.plan.get(key, "") for key in plan_keys},
    }


class CycleCorrector:
    """Reads the corrections of one store's cycles."""

    def __init__(self, store: Store, growth: GrowthService, clock: Clock) -> None:
        self._store = store
        self._growth = growth
        self._clock = clock

    def read(
        self, cycle: Cycle, form: CorrectionForm, reason: str, now: datetime
    ) -> tuple[list[tuple[Correctable, Correctable]], str]:
        """What is to be saved, each record as it was and as it will be; and a warning, or nothing.

        The to-do that was made of the action step follows it while both say the same.

        Raises:
            Refused: a field cannot be read, or breaks a rule.
            ReasonNeeded: a total or a cluster out of order, without a reason.
        """
        typed = Typed(form)
        after = self._texts(cycle, typed).but(held_on=self._day(cycle, typed))
        after, warning = self._counted(cycle, after, typed, reason, now)
        return [(cycle, after), *self._step(cycle, after)], warning

    def choices(self, form: CorrectionForm) -> tuple[ClusterChoice, ...]:
        """Every cluster, with why some ask for a reason at the form's session."""
        track = self._track(form)
        session = form.session or track.next_session
        return all_choices(self._growth.timeline, session, track.used(session))

    def standing(self, form: CorrectionForm, typed: str) -> Standing | None:
        """What a total means at the form's session; None while it is none."""
        try:
            entry = read_gi_entry(typed)
            total = entry.total(None) if entry else None
        except Refused:
            return None
        if total is None or form.session is None:
            return None
        return self._growth.timeline.band_table.standing(form.session, total)

    def _track(self, form: CorrectionForm) -> Track:
        cycle = self._store.get(Cycle, form.record_id)
        return self._growth.track(cycle.coachee_id, cycle.track)

    # -- reading ----------------------------------------------------------------------------

    def _day(self, cycle: Cycle, typed: Typed) -> date:
        """The day of the meeting, in the same school year."""
        years, whom = self._growth.years, cycle.coachee_id
        day = typed.past_day("when", cycle.held_on, self._clock.today())
        if day != cycle.held_on and cycle.track not in years.on(whom, day):
            year = years.of(whom, day)
            raise Refused(
                f"{full_date(day)} lies in the school year {year}, and this counts in"
                f" {cycle.track}; a correction stays in its school year."
            )
        return day

    def _texts(self, cycle: Cycle, typed: Typed) -> Cycle:
        """What was seen and said."""
        seen, said, step = cycle.observation, cycle.feedback, cycle.action
        seen = seen.but(
            at=typed.time("at", seen.at),
            minutes=typed.number("minutes", seen.minutes, "a number of minutes", MOST_MINUTES),
            mode=typed.choice("mode", seen.mode),
            lesson=typed.text("lesson", seen.lesson),
            priority_groups=typed.text("priority_groups", seen.priority_groups),
            focus=typed.text("focus", seen.focus),
            kinds=tuple(typed.text("kinds", " ".join(seen.kinds)).split()),
        )
        said = said.but(**{name: typed.text(name, text) for name, text in said})
        words = cycle.self_assessment.words
        return cycle.but(
            observation=seen,
            feedback=said,
            self_assessment=cycle.self_assessment.but(words=typed.text("own_words", words)),
            goal=_goal(cycle.goal, typed),
            challenge=cycle.challenge.but(
                **{name: typed.text(name, text) for name, text in cycle.challenge}
            ),
            plan=_plan(cycle, typed),
            work=typed.text("work", cycle.work or "") or None,
            action=step.but(
                text=typed.text("step", step.text),
                lesson=typed.text("step_lesson", step.lesson),
            ),
        )

    # -- cluster and total ------------------------------------------------------------------

    def _counted(
        self, cycle: Cycle, after: Cycle, typed: Typed, reason: str, now: datetime
    ) -> tuple[Cycle, str]:
        """With the cluster and the totals as typed, checked against the track (E2L-2 to E2L-5)."""
        cluster = typed.text("cluster", cycle.cluster or "") or None
        total = typed.total("total", cycle.gi.total)
        coach_total = typed.total("coach_total", cycle.gi.coach_total)
        track = self._growth.track(cycle.coachee_id, cycle.track)
        session = cycle.session
        if session is None and (cluster or total is not None):
            session = _next_session(track, after.held_on)
        elif session is not None and (total is None and (not cluster or cycle.origin == "count")):
            wanted = "a GI total" if cycle.origin == "count" else "a cluster or a GI total"
            raise Refused(f"Session {session} needs {wanted}; a blank is not 0.")
        if session is not None and total is not None and total != cycle.gi.total:
            track.check_total(session, total, reason)
        warning = ""
        if session is not None and cluster is not None and cluster != cycle.cluster:
            warning = self._check_cluster(track, session, cluster, reason)
        if session is not None and total != cycle.gi.total:
            last = track.last_total_with(session, total)
            counted = self._growth.years.counted_on(cycle.coachee_id, cycle.track, last)
            warning = " ".join(filter(None, (warning, counted)))
        after = after.but(
            session=session, gi=cycle.gi.corrected(total, reason, now).but(coach_total=coach_total)
        )
        return with_cluster(after, cluster, reason, track, self._growth.timeline), warning

    def _check_cluster(self, track: Track, session: int, cluster: str, reason: str) -> str:
        order = self._growth.agreed_order(track.coachee_id, track.year)
        used = track.used(session)
        return check_pick(self._growth.timeline, session, cluster, used, order, reason)

    # -- the action step --------------------------------------------------------------------

    def _step(self, cycle: Cycle, after: Cycle) -> list[tuple[Correctable, Correctable]]:
        """The to-do of the action step, where it follows."""
        was, now = cycle.action, after.action
        if (was.text, was.lesson) == (now.text, now.lesson) or not now.text:
            return []
        return [
            (todo, todo.but(text=now.text, lesson=now.lesson))
            for todo in self._store.of(Todo, cycle.coachee_id)
            if todo.cycle_id == cycle.id and (todo.text, todo.lesson) == (was.text, was.lesson)
        ]


def _goal(goal: Goal, typed: Typed) -> Goal:
    """The outcome, the change in teaching and what shows it (CC-4)."""
    return goal.but(
        text=typed.text("goal", goal.text),
        practice=typed.text("goal_practice", goal.practice),
        indicator=typed.text("goal_indicator", goal.indicator),
    )


def _plan(cycle: Cycle, typed: Typed) -> dict[str, str]:
    """The parts of the plan that have a text (CC-7)."""
    keys = [name.removeprefix("plan_") for name in typed.form.stored if name.startswith("plan_")]
    texts = {key: typed.text(f"plan_{key}", cycle.plan.get(key, "")) for key in keys}
    return {key: text for key, text in texts.items() if text.strip()}


def _next_session(track: Track, held_on: date) -> int:
    """The number that a meeting takes which had none: the next one, if none was held after it.

    Raises:
        Refused: a later session has that number, or there is no further one.
    """
    last = track.last
    if last is not None and last.held_on > held_on:
        raise Refused(
            f"This meeting took no session number, and session {last.session} was held after it;"
            " leave its cluster and total blank."
        )
    check_session(track.next_session)
    return track.next_session


def _number(number: int | None) -> str:
    return "" if number is None else str(number)

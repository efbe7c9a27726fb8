"""All rules of evidence, in the order of the elements they speak of."""

from __future__ import annotations

from collections.abc import Callable

from coach_tui.domain.evidence import Evidence
from coach_tui.domain.evidence_rules.cadence import cadence
from coach_tui.domain.evidence_rules.log import Log
from coach_tui.domain.evidence_rules.meetings import (
    cited_praise,
    follow_ups,
    goals_in_force,
    indicators,
    notes_used,
    observation_notes,
    priority_groups,
    probes,
    reflections,
    root_causes,
)
from coach_tui.domain.evidence_rules.people import goals, launches, reports
from coach_tui.domain.evidence_rules.steps import owned_steps, reported_steps

RULES: tuple[Callable[[Log], Evidence], ...] = (
    priority_groups,
    probes,
    observation_notes,
    cited_praise,
    goals_in_force,
    indicators,
    reports,
    cadence,
    follow_ups,
    notes_used,
    owned_steps,
    reported_steps,
    root_causes,
    launches,
    goals,
    reflections,
)
"""CC-15 to CC-39."""


def evidence_of(log: Log) -> tuple[Evidence, ...]:
    """What the records of a period say, a rule each; one with nothing to count in says so."""
    return tuple(rule(log) for rule in RULES)

"""The frameworks as shipped, and each way a file may not hold together (E2L-1 to E2L-11, IP)."""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from coach_tui.domain.framework import CoachingModel, Timeline
from tests.domain.shipped import model, raw, timeline

Change = Callable[[dict[str, Any]], object]


def test_four_phases() -> None:
    spans = [(p.number, p.first, p.last, p.pick) for p in timeline().phases]
    assert spans == [
        (1, 1, 4, "each_once"),
        (2, 5, 7, "one_each_time"),
        (3, 8, 11, "one_each_time"),
        (4, 12, 14, "one_each_time"),
    ]


def test_fourteen_clusters_by_phase() -> None:
    letters = ["".join(c.id for c in timeline().clusters_of(p)) for p in timeline().phases]
    assert letters == ["ABCD", "EFG", "HIJK", "LMN"]
    assert timeline().clusters_of(None) == timeline().clusters


def test_as_many_clusters_as_sessions_in_every_phase() -> None:
    for phase in timeline().phases:
        assert len(timeline().clusters_of(phase)) == len(phase.sessions)


def test_thirty_one_look_fors() -> None:
    counts = {cluster.id: len(cluster.look_fors) for cluster in timeline().clusters}
    assert counts == dict(
        zip("ABCDEFGHIJKLMN", (2, 2, 3, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 3), strict=True)
    )
    assert sum(counts.values()) == 31
    for cluster in timeline().clusters:
        ids = [f"{cluster.id}{number}" for number in range(1, len(cluster.look_fors) + 1)]
        assert [look.id for look in cluster.look_fors] == ids


def words(key: str) -> tuple[str, list[str]]:
    cluster = timeline().cluster(key)
    assert cluster is not None
    return cluster.name, [look.text for look in cluster.look_fors]


def test_c_and_n_say_the_same_and_are_two() -> None:
    assert words("C") == words("N")
    assert timeline().cluster("C") != timeline().cluster("N")


def test_e_and_j_share_a_name_only() -> None:
    assert words("E")[0] == words("J")[0]
    assert words("E")[1] != words("J")[1]


def test_names_fit_their_columns() -> None:
    assert all(len(cluster.name) <= 45 for cluster in timeline().clusters)
    parts = [*model().observe, *model().meeting, *model().launch, *model().prerequisites]
    parts += [*model().modes, *model().virtual_meeting]
    assert all(len(part.name) <= 28 for part in parts)
    assert all(len(part.hint) <= 60 for part in parts)


def test_phases_and_clusters_are_found() -> None:
    assert timeline().phase_of(0) is None
    assert timeline().phase_of(15) is None
    assert [getattr(timeline().phase_of(n), "number", 0) for n in (1, 4, 5, 14)] == [1, 1, 2, 4]
    assert timeline().cluster(None) is None
    assert timeline().cluster("Z") is None


def test_the_six_parts_in_order() -> None:
    ids = [part.id for part in model().meeting]
    assert ids == ["praise", "probes", "goal", "action_step", "lesson", "practice"]


def test_the_other_parts_of_the_coaching_cycle() -> None:
    cycle = model()
    assert cycle.visit_minutes == (15, 30)
    assert [part.id for part in cycle.observe] == ["priority_groups", "notes", "materials", "focus"]
    assert [part.id for part in cycle.launch] == ["trust", "expectations", "reflection", "students"]
    assert [part.id for part in cycle.prerequisites] == ["content", "materials", "task"]
    assert [part.id for part in cycle.virtual_meeting] == ["engagement"]
    assert {mode.id: mode.virtual for mode in cycle.modes} == {
        "in_person": False,
        "live_class": True,
        "live_group": True,
        "recorded": True,
        "feedback_review": True,
    }


def test_modes_are_found() -> None:
    mode = model().mode("recorded")
    assert mode is not None
    assert mode.virtual
    assert model().mode("") is None


@pytest.mark.parametrize("framework", [timeline(), model()], ids=["timeline", "model"])
def test_each_says_whose_it_is(framework: Timeline | CoachingModel) -> None:
    assert framework.version == "1"
    assert framework.source
    assert "Not affiliated" in framework.rights
    assert framework.pin.model_dump() == {"id": framework.id, "version": "1"}


def row(session: int, name: str, value: object) -> Change:
    """A change of one band."""
    return lambda fields: fields["bands"][session - 1].update({name: value})


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            row(4, "approaching", [12, 19]),
            "session 4: Approaching starts at 12, not 11; it leaves a gap",
        ),
        (
            row(4, "approaching", [10, 19]),
            "session 4: Approaching starts at 10, not 11; it overlaps",
        ),
        (row(1, "initiating", [0, 2]), "session 1: Initiating starts at 0, not 1; it overlaps"),
        (
            row(6, "initiating", [1, 14]),
            "session 6: Approaching starts at 16, not 15; it leaves a gap",
        ),
        (row(7, "meeting", [35, 34]), "session 7: Meeting ends at 34, below 35"),
        (row(9, "exceeding", 51), "session 9: Exceeding starts at 51, not 50"),
        (row(2, "session", 3), "session 3 is listed twice"),
        (lambda f: f["bands"].pop(), "session 14 has no bands"),
        (lambda f: f["bands"].pop(4), "session 5 has no bands"),
        (lambda f: f["bands"].reverse(), "session 13 comes after session 14"),
        (lambda f: f["clusters"].append(f["clusters"][2]), "cluster C is listed twice"),
        (lambda f: f["phases"][1].update(number=1), "phase 1 is listed twice"),
        (lambda f: f["clusters"][0]["look_fors"][1].update(id="A1"), "look-for A1 is listed twice"),
        (lambda f: f["clusters"][1]["look_fors"][0].update(id="A1"), "look-for A1 is listed twice"),
        (lambda f: f["clusters"][0].update(phase=9), "cluster A names phase 9, not listed"),
        (lambda f: f.update(clusters=f["clusters"][:11]), "phase 4 has no cluster"),
        (
            lambda f: f["phases"][1].update(first=6),
            "phase 2 runs 6 to 7; it should start at session 5",
        ),
        (
            lambda f: f["phases"][1].update(last=4),
            "phase 2 runs 5 to 4; it should start at session 5",
        ),
        (lambda f: f["phases"].pop(0), "phase 2 runs 5 to 7; it should start at session 1"),
    ],
)
def test_a_timeline_that_does_not_hold_together_says_where(change: Change, told: str) -> None:
    fields = raw("e2l_timeline")
    change(fields)
    with pytest.raises(ValidationError) as caught:
        Timeline.model_validate(fields)
    assert told in caught.value.errors()[0]["msg"]


@pytest.mark.parametrize(
    "change",
    [
        lambda f: f.pop("rights"),
        lambda f: f.update(source=""),
        lambda f: f.update(id="with space"),
        lambda f: f.update(title="x" * 401),
        lambda f: f.update(bands=[]),
        lambda f: f.update(clusters=[]),
        lambda f: f.update(phases=[]),
        lambda f: f.update(color="red"),
        lambda f: f["clusters"][0].update(id="AB"),
        lambda f: f["clusters"][0].update(look_fors=[]),
        lambda f: f["phases"][0].update(pick="any"),
        row(1, "meeting", [5]),
        row(1, "meeting", [5.0, 9.0]),
        row(1, "exceeding", "10"),
        row(1, "exceeding", True),
    ],
)
def test_a_timeline_with_a_wrong_field_is_refused(change: Change) -> None:
    fields = raw("e2l_timeline")
    change(fields)
    with pytest.raises(ValidationError):
        Timeline.model_validate(fields)


def test_a_file_may_add_rows_after_session_14() -> None:
    fields = raw("e2l_timeline")
    fields["bands"].append({**fields["bands"][-1], "session": 15})
    longer = Timeline.model_validate(fields)
    assert longer.band_table.standing(15, 75).word == "Exceeding"
    assert longer.phase_of(15) is None


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda f: f.update(visit_minutes=[30, 15]), "visit_minutes runs 30 to 15"),
        (lambda f: f.update(visit_minutes=[0, 15]), "visit_minutes runs 0 to 15"),
        (lambda f: f["meeting"][1].update(id="praise"), "meeting: praise is listed twice"),
        (lambda f: f["modes"].append(f["modes"][0]), "modes: in_person is listed twice"),
    ],
)
def test_a_coaching_cycle_that_does_not_hold_together_says_where(change: Change, told: str) -> None:
    fields = raw("coaching_cycle")
    change(fields)
    with pytest.raises(ValidationError) as caught:
        CoachingModel.model_validate(fields)
    assert told in caught.value.errors()[0]["msg"]


@pytest.mark.parametrize("part", ["meeting", "launch"])
def test_a_part_too_few_is_refused(part: str) -> None:
    fields = raw("coaching_cycle")
    fields[part].pop()
    with pytest.raises(ValidationError):
        CoachingModel.model_validate(fields)

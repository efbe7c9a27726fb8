"""The cluster a recorded total belongs to (E2L-2 to E2L-4, decisions 8 to 10)."""

import pytest

from coach_tui.domain.cycle import Cycle
from coach_tui.errors import ReasonNeeded, Refused
from tests.services.desks import Office


def test_a_used_cluster_of_the_first_phase_is_blocked_unless_a_reason_is_given(
    office: Office,
) -> None:
    dana = office.add()
    office.sessions(dana, "C 4")
    with pytest.raises(ReasonNeeded, match="cluster C was the focus of session 1"):
        office.desk.growth.record(dana, 2, "9", cluster="C")
    assert len(office.of(Cycle, dana)) == 1
    cycle = office.desk.growth.record(dana, 2, "9", cluster="C", reason="new class").cycle
    assert (cycle.cluster, cycle.override) == ("C", "new class")
    assert cycle.gi.reason == ""  # the total itself needed none


def test_one_reason_serves_both_where_both_ask(office: Office) -> None:
    dana = office.add()
    office.sessions(dana, "C 4")
    cycle = office.desk.growth.record(dana, 2, "3", cluster="C", reason="new class").cycle
    assert (cycle.override, cycle.gi.reason) == ("new class", "new class")


def test_a_cluster_of_another_phase_needs_a_reason(office: Office) -> None:
    dana = office.add()
    with pytest.raises(ReasonNeeded, match="belongs to another phase"):
        office.desk.growth.record(dana, 1, "4", cluster="E")
    assert office.desk.growth.record(dana, 1, "4", cluster="E", reason="asked").cycle.cluster == "E"


def test_a_cluster_that_is_not_there(office: Office) -> None:
    with pytest.raises(Refused, match="no cluster 'Z'"):
        office.desk.growth.record(office.add(), 1, "4", cluster="Z", reason="why not")


def test_later_phases_warn_of_a_repeat(office: Office) -> None:
    dana, record = office.add(), office.desk.growth.record
    assert record(dana, 5, "20", cluster="E").warning == ""
    again = record(dana, 6, "30", cluster="E")
    assert again.warning == "Cluster E was also the focus of session 5."
    assert again.cycle.override == ""


def test_past_the_last_phase_any_cluster_goes(office: Office) -> None:
    dana, record = office.add(), office.desk.growth.record
    assert record(dana, 15, "78", cluster="A").warning == ""
    assert record(dana, 16, "80").cycle.cluster is None
    assert office.desk.growth.only_cluster_left(office.desk.growth.track(dana), 17) is None


def test_the_only_one_left_is_taken(office: Office) -> None:
    dana, record = office.add(), office.desk.growth.record
    office.sessions(dana, "C 4", "A 9", "D 14", "19")
    assert office.stored(dana, 4).cluster == "B"
    assert record(dana, 5, "23").cycle.cluster is None
    assert record(dana, 6, "27", cluster="E").cycle.cluster == "E"
    assert record(dana, 7, "35", cluster="G").cycle.cluster == "G"
    assert record(dana, 5, "24").cycle.cluster == "F"


def test_a_recorded_cluster_stays_where_none_is_named(office: Office) -> None:
    dana = office.add()
    office.sessions(dana, "C 4")
    assert office.desk.growth.record(dana, 1, "5").cycle.cluster == "C"


def test_a_correction_leaves_the_reason_for_the_cluster_alone(office: Office) -> None:
    dana, record = office.add(), office.desk.growth.record
    office.sessions(dana, "C 4")
    record(dana, 2, "9", cluster="C", reason="new class")
    first = record(dana, 1, "3", reason="counted twice").cycle
    second = record(dana, 2, "8", reason="one too many").cycle
    assert (first.override, second.override) == ("", "new class")
    assert (first.gi.reason, second.gi.reason) == ("counted twice", "one too many")


def test_a_cluster_picked_again_drops_the_reason_for_the_one_before(office: Office) -> None:
    dana, record = office.add(), office.desk.growth.record
    office.sessions(dana, "C 4")
    record(dana, 2, "9", cluster="C", reason="new class")
    changed = record(dana, 2, "9", cluster="A").cycle
    assert (changed.cluster, changed.override) == ("A", "")


def test_the_launch_of_the_year_holds_the_agreed_order(office: Office) -> None:
    dana, luis = office.launched(), office.add("Arredondo, Luis")
    growth = office.desk.growth
    assert growth.agreed_order(dana) == ("C", "A", "D", "B")
    assert growth.agreed_order(dana, "2025-26") == ()
    assert growth.agreed_order(luis) == ()
    assert growth.launch(luis) is None


def test_a_cluster_that_takes_the_place_of_another_is_kept_as_a_correction(office: Office) -> None:
    dana = office.add()
    office.sessions(dana, "C 4")
    office.wait(days=7)
    with pytest.raises(ReasonNeeded, match="recorded on Thu Oct 29; give a short reason"):
        office.desk.growth.record(dana, 1, "4", cluster="A")
    office.desk.growth.record(dana, 1, "4", cluster="A", reason="mixed up")
    (kept,) = office.stored(dana, 1).corrections
    assert (kept.field, kept.was, kept.now, kept.reason) == ("cluster", "C", "A", "mixed up")


def test_of_another_cluster_no_ratings_are_kept(office: Office) -> None:
    dana = office.add()
    look = next(c for c in office.desk.growth.timeline.clusters if c.id == "C").look_fors[0].id
    form = office.form(dana, cluster="C", gi="4", ratings={look: "in_place"}, own_words="so so")
    office.desk.cycles.save(form)
    office.desk.growth.record(dana, 1, "4", cluster="A")
    seen = office.stored(dana, 1).self_assessment
    assert (seen.ratings, seen.words) == ((), "so so")

"""Placing oneself, term by term (CC-0, CC-10 to CC-40, E 14, E 15, E 19)."""

from datetime import date
from typing import Any

import pytest

from coach_tui.domain.evidence import Evidence
from coach_tui.domain.placement import Placement
from coach_tui.errors import Conflict, Refused
from coach_tui.services.continuum import ContinuumService, level_of_group
from coach_tui.services.continuum_note import OwnNoteForm
from tests.services.desks import SHELF, Office

TERM = "2026-27/1"
QUESTIONING = "CC-16"


def row(office: Office, element: str = QUESTIONING, term: str = "") -> Any:
    """An element as it stands."""
    return office.desk.continuum.of_term(term).row(element)


def place(office: Office, element: str, level: Any, term: str = TERM) -> Placement:
    """Place as the screen does."""
    seen = row(office, element, term).placement
    return office.desk.continuum.place(term, element, level, seen)


def test_a_term_begins_unrated_and_tells_the_last_one(office: Office) -> None:
    place(office, QUESTIONING, 1, "2025-26/2")
    found = row(office)
    assert (found.level, found.last, found.change) == (None, ("2025-26/2", 1), "")
    place(office, QUESTIONING, 2)
    found = row(office)
    assert (found.level, found.change, found.placement.placed) == (2, "+1", "Developing")
    assert found.placement.framework == SHELF.continuum().pin


def test_all_thirty_elements_can_be_placed_and_cleared(office: Office) -> None:
    service = office.desk.continuum
    for number in range(10, 40):
        place(office, f"CC-{number}", 1 + number % 3)
    now = service.of_term()
    assert now.tally.total == 29
    assert now.tally.unrated == 0
    assert sum(row.level is not None for row in now.rows) == 30
    place(office, QUESTIONING, None)
    assert service.of_term().tally.unrated == 1


def test_a_group_stands_where_its_lowest_line_stands(office: Office) -> None:
    for element in ("CC-26", "CC-27", "CC-28"):
        place(office, element, 3)
    assert level_of_group(office.desk.continuum.of_term().of_group("beliefs")) is None
    place(office, "CC-29", 2)
    assert level_of_group(office.desk.continuum.of_term().of_group("beliefs")) == 2


def test_a_pathway_coach_counts_the_row_of_pathways(office: Office) -> None:
    assert office.desk.continuum.of_term().left_out == 1
    pathway = ContinuumService(
        office.desk.store,
        SHELF,
        office.clock,
        office.desk.new_id,
        lambda _term: (),
        general=lambda: False,
    )
    assert pathway.of_term().left_out == 0
    assert pathway.of_term().tally.total == 30
    assert not row(office, "CC-13").counted


def test_ticks_inform_and_never_place(office: Office) -> None:
    service, seen = office.desk.continuum, None
    for point in SHELF.continuum().by_id[QUESTIONING].points:
        seen = service.tick(TERM, QUESTIONING, point, seen)
    found = row(office)
    assert (found.ticks.full, found.level) == (3, None)
    seen = service.tick(TERM, QUESTIONING, "2a", seen)
    assert row(office).ticks.full == 1
    with pytest.raises(Refused, match="no such point"):
        service.tick(TERM, QUESTIONING, "3z", seen)


def counted(count: int, element: str = QUESTIONING) -> Evidence:
    """A count that speaks for the highest level."""
    day = date(2026, 10, 1)
    return Evidence(element, "probes", count, 9, f"probes at {count} of 9", day, day, suggests=3)


def test_a_count_is_accepted_and_places_nothing(office: Office) -> None:
    service = office.desk.continuum
    saved = service.accept(TERM, QUESTIONING, counted(7), None)
    assert saved.level is None
    assert saved.accepted[0].told == "probes at 7 of 9"
    assert saved.accepted[0].on == office.clock.today()
    with pytest.raises(Refused, match="accepted already"):
        service.accept(TERM, QUESTIONING, counted(7), saved)
    again = service.accept(TERM, QUESTIONING, counted(8), saved)
    assert [one.count for one in again.accepted] == [7, 8]
    with pytest.raises(Refused, match="another element"):
        service.accept(TERM, QUESTIONING, counted(1, "CC-17"), again)


def test_what_was_accepted_is_on_offer_again_once_it_changed(office: Office) -> None:
    said = [counted(7)]
    desk = office.desk
    service = ContinuumService(
        desk.store, SHELF, desk.clock, desk.new_id, lambda _t: tuple(said), general=lambda: True
    )
    found = service.of_term().row(QUESTIONING).next_suggestion
    assert found == counted(7)
    service.accept(TERM, QUESTIONING, counted(7), None)
    assert service.of_term().row(QUESTIONING).next_suggestion is None
    said[:] = [counted(8)]
    assert service.of_term().row(QUESTIONING).next_suggestion == counted(8)


def test_what_was_changed_in_another_window_is_not_overwritten(office: Office) -> None:
    seen = place(office, QUESTIONING, 1)
    other = office.other_window().desk.continuum
    other.place(TERM, QUESTIONING, 3, seen)
    with pytest.raises(Conflict):
        office.desk.continuum.place(TERM, QUESTIONING, 2, seen)
    with pytest.raises(Conflict):  # read before there was any record of it
        office.desk.continuum.place(TERM, QUESTIONING, 2, None)
    assert row(office).level == 3


def test_notes_are_added_whatever_else_was_saved(office: Office) -> None:
    notes = office.desk.own_notes
    opened = notes.open("evidence", TERM, QUESTIONING)
    place(office, QUESTIONING, 2)
    saved = notes.save(opened, OwnNoteForm("open questions 7 of 9"))
    assert (saved.level, saved.notes[0].text) == (2, "open questions 7 of 9")
    assert saved.notes[0].on == office.clock.today()
    with pytest.raises(Refused, match="Nothing is typed"):
        notes.save(opened, OwnNoteForm("  "))


def test_a_note_is_taken_up_from_its_draft(office: Office) -> None:
    notes = office.desk.own_notes
    opened = notes.open("evidence", TERM, QUESTIONING)
    notes.keep_draft(opened, OwnNoteForm("half a"), "text", closed=True)
    again = notes.open("evidence", TERM, QUESTIONING)
    assert (again.form.text, again.stored.text) == ("half a", "")
    notes.save(again, OwnNoteForm("half a line"))
    assert notes.open("evidence", TERM, QUESTIONING).form.text == ""
    with pytest.raises(Refused, match="no such element"):
        notes.open("evidence", TERM, "CC-99")


def test_a_mentors_word_is_kept_in_place_of_the_one_before(office: Office) -> None:
    notes = office.desk.own_notes
    notes.save(notes.open("mentor", TERM, QUESTIONING), OwnNoteForm("ask less"))
    opened = notes.open("mentor", TERM, QUESTIONING)
    assert opened.form.text == "ask less"
    notes.save(opened, OwnNoteForm(""))
    assert row(office).placement.mentor == ""


def test_each_change_is_undone_in_words(office: Office) -> None:
    place(office, QUESTIONING, 2)
    place(office, QUESTIONING, 3)
    undo = office.desk.undo
    assert undo.undo() == "Undid: Questioning: Transforming."
    assert row(office).level == 2
    assert undo.undo() == "Undid: Questioning: Developing."
    assert row(office).placement is None
    assert undo.redo() == "Made again: Questioning: Developing."
    assert undo.undo(named=False) == "Undid: the last change, your own practice."


def test_an_element_that_the_framework_lost_is_kept_and_told(office: Office) -> None:
    saved = place(office, QUESTIONING, 2)
    gone = saved.but(id="01K8P5X2S0000000000000000Z", revision=0, element="CC-99", called="Humming")
    office.desk.store.save([gone])
    now = office.desk.continuum.of_term()
    assert [(kept.called, kept.placed) for kept in now.lost] == [("Humming", "Developing")]
    assert now.tally.levels == (0, 1, 0)


def test_terms_are_those_with_a_record_and_that_of_today(office: Office) -> None:
    place(office, QUESTIONING, 1, "2024-25/2")
    assert office.desk.continuum.of_term().terms == ("2024-25/2", TERM)
    assert office.desk.continuum.of_term("2024-25/2").is_past
    with pytest.raises(Refused, match="no term"):
        office.desk.continuum.of_term("2024-25/3")

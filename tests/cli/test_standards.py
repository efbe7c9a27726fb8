"""`coach-tui standards`: the coach's own review as lines."""

import json
from pathlib import Path

import pytest

from coach_tui.cli.wiring import Place, desk_at
from coach_tui.clock import SystemClock
from coach_tui.domain.term import term_of, term_words
from coach_tui.services.person_form import PersonForm
from tests.cli.conftest import Run


@pytest.fixture
def placed(file: Path) -> str:
    """A reading of today's term, and somebody who is named in the words; the term."""
    desk = desk_at(Place.of(file), SystemClock())
    desk.people.add(PersonForm(name="Okafor, Dana"))
    service, term = desk.standards, term_of(desk.clock.today())
    service.place(service.review().points[3], term, "at_times")
    opened = service.open_words("1D.1", term)
    service.save_words(opened, type(opened.form)("Dana asked for \x1bit"))
    return term


def test_the_review_is_a_line_each_and_names_nobody(run: Run, placed: str) -> None:
    rows = run("standards").out.splitlines()
    assert rows[:2] == [f"Coach standards, {term_words(placed)}", "1 of 23 looked at"]
    at = rows.index("  1D.1 Several kinds of visit: now and then")
    assert rows[at + 1] == "    a teacher asked for it"
    assert "Time in" in "\n".join(rows)


def test_the_review_for_programs(run: Run, placed: str) -> None:
    found = json.loads(run("standards", "--json").out)
    assert (found["term"], found["looked_at"], len(found["standards"])) == (placed, 1, 23)
    part = found["standards"][3]
    assert (part["id"], part["reading"], part["before"]) == ("1D.1", "at_times", None)
    assert found["coaching_percent"] is None
    assert "Dana" not in json.dumps(found)


def test_a_term_may_be_named(run: Run, placed: str) -> None:
    assert run("standards", "--term", "2019-20/2").out.startswith("Coach standards, Spring 2020\n")
    assert run("standards", "--term", "Fall 2019").out.startswith("Coach standards, Fall 2019\n")


@pytest.mark.parametrize("term", ["2019", "2019-20/3", "summer 2019", "fall 9999", "0000-01/1"])
def test_what_is_no_term_is_refused(run: Run, placed: str, term: str) -> None:
    ran = run("standards", "--term", term)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(f"'{term}' is not a term;")


def test_show_tells_a_consent(run: Run, placed: str, file: Path) -> None:
    desk = desk_at(Place.of(file), SystemClock())
    desk.consents.give(desk.caseload.find("Okafor"))
    assert "Consents to an impact story since" in run("show", "okafor").out
    assert json.loads(run("show", "okafor", "--json").out)["consent_to_story"]

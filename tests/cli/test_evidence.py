"""`coach-tui evidence`: what the records say of the coach's own practice, as lines."""

import json
from pathlib import Path

from coach_tui.cli.wiring import Place, desk_at
from coach_tui.clock import SystemClock
from coach_tui.domain.term import term_after, term_of, term_words
from coach_tui.services.person_form import PersonForm
from tests.cli.conftest import Run


def test_with_no_records_there_is_nothing_to_count(run: Run, file: Path) -> None:
    ran = run("evidence")
    head, *counts, last = ran.out.splitlines()
    assert head.startswith(f"{term_words(term_of(SystemClock().today()))}, counted up to ")
    assert len(counts) == 16
    assert "  CC-31: nothing to count yet" in counts
    assert last == "Counts only suggest; where you stand on the continuum is yours to place."
    assert not file.exists()


def test_follow_ups_are_counted(run: Run, file: Path) -> None:
    desk = desk_at(Place.of(file), SystemClock())
    person = desk.people.add(PersonForm(name="Abara, Chi")).id
    saved = desk.cycles.save(desk.cycles.open(person).form.but(cluster="A", gi="3"))
    assert "  CC-31: follow-ups sent after 0 of 1 meeting\n" in run("evidence").out
    desk.outputs.mark_sent(saved.cycle.id)
    desk.outputs.save(form := desk.outputs.open(person, "report"), form.form)
    assert "  CC-31: follow-ups sent after 1 of 1 meeting\n" in run("evidence").out
    shown = run("show", "Abara").out
    assert "\nAfter it: follow-up sent " in shown
    assert "year report issued " in shown or "-end report issued " in shown
    told = json.loads(run("show", "Abara", "--json").out)
    assert told["last_follow_up"]["cycle_id"] == saved.cycle.id
    assert told["last_report"]["what"] == form.form.which


def test_for_programs(run: Run, file: Path) -> None:
    desk = desk_at(Place.of(file), SystemClock())
    person = desk.people.add(PersonForm(name="Abara, Chi")).id
    desk.cycles.save(desk.cycles.open(person).form.but(cluster="A", gi="3", step="Frame first"))
    found = {one["rule"]: one for one in json.loads(run("evidence", "--json").out)}
    assert len(found) == 16
    steps = found["owned_steps"]
    assert (steps["element"], steps["count"], steps["of"], steps["suggests"]) == ("CC-34", 0, 1, 1)
    assert steps["behind"][0]["person"] == person
    assert found["follow_ups"]["suggests"] is None


def test_a_term_to_come_and_what_is_no_term(run: Run, file: Path) -> None:
    coming = term_after(term_of(SystemClock().today()))
    assert run("evidence", "--term", coming).out == f"{term_words(coming)} has not begun.\n"
    ran = run("evidence", "--term", "soon\x1b[31m")
    assert (ran.status, ran.out) == (1, "")
    assert "is no term; write one as 2026-27/1" in ran.err
    assert "\x1b" not in ran.err

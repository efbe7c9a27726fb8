"""`coach-tui due`: the agenda as lines, one fact each."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from coach_tui.cli.wiring import Place, desk_at
from coach_tui.clock import SystemClock
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.todo import Todo
from coach_tui.services.person_form import PersonForm
from tests.cli.conftest import Run


@pytest.fixture
def abara(file: Path) -> Coachee:
    """Chi Abara with a to-do that is two days late."""
    clock = SystemClock()
    desk = desk_at(Place.of(file), clock)
    person, now = desk.people.add(PersonForm(name="Abara, Chi", school="Lincoln ES")), clock.now()
    due = clock.today() - timedelta(days=2)
    base = {"created_at": now, "updated_at": now, "coachee_id": person.id}
    desk.store.save([Todo(id=desk.new_id(now), text="Share the \x1blink", due=due, **base)])
    return person


def test_nothing_due_says_so(run: Run, file: Path) -> None:
    assert run("due").out == "Nothing is late, due, coming or quiet.\n"
    assert run("due", "--json").out == "[]\n"
    assert not file.exists()


def test_groups_and_their_entries_are_a_line_each(run: Run, abara: Coachee) -> None:
    late, entry, quiet, gap = run("due").out.splitlines()
    assert (late, quiet) == ("Late: 1", "Quiet: 1")
    assert entry == '  Abara, Chi: "Share the link" is 2 days late.'
    assert gap == "  Abara, Chi: no visit yet, none planned; no contact yet."


def test_entries_for_programs(run: Run, abara: Coachee) -> None:
    entry, gap = json.loads(run("due", "--json").out)
    assert (entry["group"], entry["kind"], entry["name"]) == ("late", "todo", "Abara, Chi")
    assert (entry["person"], entry["text"]) == (abara.id, "Share the link")
    assert (gap["group"], gap["id"], gap["last_visit"]) == ("quiet", None, None)

"""The desk, the demo's folder in the way, and the end of the calendar."""

import sys
from datetime import date
from pathlib import Path

import pytest

from coach_tui.errors import BadFramework, Unavailable
from coach_tui.ids import new_id
from coach_tui.services.cycle_reading import read_form
from coach_tui.services.demo import DemoCopy, shared_copy, window_copy
from coach_tui.services.desk import Desk
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.services.seed_shape import SeedPerson
from tests.services.desks import Office


def test_each_service_is_made_once(office: Office) -> None:
    desk = office.desk
    desk.warm()
    assert "coach_tui.storage.saving" in sys.modules  # the first save loads nothing
    assert desk.caseload is desk.caseload
    assert desk.growth is desk.growth
    assert desk.cycles is desk.cycles
    assert desk.people is desk.people
    assert desk.contacts is desk.contacts
    assert desk.profile is desk.profile
    assert desk.unfinished is desk.unfinished


def test_warming_up_tells_of_a_framework_that_cannot_be_read(office: Office) -> None:
    desk, bare = office.desk, FrameworkShelf((office.folder,))
    with pytest.raises(BadFramework):
        Desk(desk.store, desk.drafts, bare, desk.clock, new_id).warm()


def never(copy: DemoCopy) -> None:
    """Fills no copy: it does not come to that."""
    raise AssertionError


def test_a_file_where_the_demos_folder_should_be(tmp_path: Path) -> None:
    home = tmp_path / "demo"
    home.write_text("mine", "utf-8")
    with pytest.raises(Unavailable, match="cannot be used: file exists"):
        window_copy(home, date(2026, 10, 29), never).__enter__()
    with pytest.raises(Unavailable, match="cannot be used"):
        shared_copy(home / "demo", date(2026, 10, 29), never)
    assert home.read_text("utf-8") == "mine"


def test_a_copy_made_while_we_waited_is_taken_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([False, True])
    monkeypatch.setattr(DemoCopy, "is_of", lambda *_: next(answers))
    (tmp_path / "caseload.json").touch()
    assert shared_copy(tmp_path, date(2026, 10, 29), never).folder == tmp_path


def test_the_last_day_of_a_person_who_was_only_launched_or_added() -> None:
    person = SeedPerson.model_validate({"family": "Price"})
    assert person.last_day == person.first_day
    launched = SeedPerson.model_validate({"family": "Price", "launch": {"day": -9}})
    assert launched.last_day == -9


def test_days_past_the_calendar_are_no_dates(office: Office) -> None:
    dana = office.add()
    form = office.form(dana, due="+9", when="today")
    context = office.desk.cycles.context(dana)
    assert "not a date" in read_form(form, context, date(9999, 12, 28)).problem("due")

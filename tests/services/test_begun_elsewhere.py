"""A draft over words that another window changed is refused, however often it is opened again."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from coach_tui.errors import Conflict
from coach_tui.services.continuum_note import OwnNoteForm
from coach_tui.services.desk import Desk
from coach_tui.services.growth_log import EntryForm
from coach_tui.services.standards import WordsForm
from tests.services.desks import Office

TERM = "2026-27/1"
QUESTIONING = "CC-11"


@dataclass(frozen=True)
class Case:
    """A form: how it opens, what is typed, how it is kept, saved and discarded."""

    opened: Callable[[Desk], Any]
    typed: Callable[[Any, str], Any]
    keep: Callable[[Desk, Any, Any], object]
    save: Callable[[Desk, Any, Any], object]
    discard: Callable[[Desk, Any], object]
    stored: Callable[[Desk], str]


def _launch(office: Office) -> Case:
    key = office.launched()
    return Case(
        lambda desk: desk.launch_form.open(key),
        lambda opened, text: replace(opened.form, notes=text),
        lambda desk, opened, form: desk.launch_form.keep_draft(opened, form, "", closed=True),
        lambda desk, opened, form: desk.launch_form.save(opened, form),
        lambda desk, _opened: desk.launch_form.discard_draft(key),
        lambda desk: desk.launch_form.open(key).stored.notes,
    )


def _groups(office: Office) -> Case:
    case = _launch(office)
    return replace(
        case,
        typed=lambda opened, text: replace(opened.form, groups=text),
        stored=lambda desk: case.opened(desk).stored.groups,
    )


def _entry(office: Office) -> Case:
    log = office.desk.standards.log
    key = log.save(log.open("pd"), EntryForm(text="a webinar")).id
    return Case(
        lambda desk: desk.standards.log.open("", key),
        lambda opened, text: replace(opened.form, text=text),
        lambda desk, opened, form: desk.standards.log.keep_draft(opened, form, "", closed=True),
        lambda desk, opened, form: desk.standards.log.save(opened, form),
        lambda desk, opened: desk.standards.log.discard_draft(opened),
        lambda desk: desk.standards.log.open("", key).stored.text,
    )


def _words(_office: Office) -> Case:
    return Case(
        lambda desk: desk.standards.open_words("3D.1", TERM),
        lambda _opened, text: WordsForm(text),
        lambda desk, opened, form: desk.standards.keep_draft(opened, form, "", closed=True),
        lambda desk, opened, form: desk.standards.save_words(opened, form),
        lambda desk, opened: desk.standards.discard_draft(opened),
        lambda desk: desk.standards.open_words("3D.1", TERM).stored.text,
    )


def _mentor(_office: Office) -> Case:
    return Case(
        lambda desk: desk.own_notes.open("mentor", TERM, QUESTIONING),
        lambda _opened, text: OwnNoteForm(text),
        lambda desk, opened, form: desk.own_notes.keep_draft(opened, form, "", closed=True),
        lambda desk, opened, form: desk.own_notes.save(opened, form),
        lambda desk, opened: desk.own_notes.discard_draft(opened),
        lambda desk: desk.own_notes.open("mentor", TERM, QUESTIONING).stored.text,
    )


def _person(field: str) -> Callable[[Office], Case]:
    def case(office: Office) -> Case:
        key = office.launched()
        return Case(
            lambda desk: desk.people.open(key)[1],
            lambda opened, text: replace(opened, **{field: text}),
            lambda desk, _opened, form: desk.people.keep_draft(key, form, "", closed=True),
            lambda desk, _opened, form: desk.people.edit(key, form),
            lambda desk, _opened: desk.people.discard_draft(key),
            lambda desk: str(getattr(desk.people.form(key), field)),
        )

    return case


MAKERS = (_launch, _groups, _entry, _words, _mentor, _person("coach"), _person("role"))


@pytest.fixture(params=MAKERS, ids=["launch", "groups", "entry", "words", "mentor", "own", "role"])
def case(request: pytest.FixtureRequest, office: Office) -> Case:
    """Each form that replaces a stored text."""
    made: Case = request.param(office)
    return made


def test_a_draft_is_refused_until_it_is_discarded(office: Office, case: Case) -> None:
    mine, theirs = office.desk, office.other_window().desk
    opened = case.opened(mine)
    form = case.typed(opened, "mine")
    other = case.opened(theirs)
    case.save(theirs, other, case.typed(other, "theirs"))
    with pytest.raises(Conflict):
        case.save(mine, opened, form)
    case.keep(mine, opened, form)
    for _ in range(2):
        again = case.opened(mine)
        typed = case.typed(again, "mine too")
        with pytest.raises(Conflict, match="changed elsewhere since"):
            case.save(mine, again, typed)
        case.keep(mine, again, typed)
    assert case.stored(theirs) == "theirs"
    case.discard(mine, again)
    fresh = case.opened(mine)
    assert case.stored(mine) == "theirs"
    case.save(mine, fresh, case.typed(fresh, "mine after all"))
    assert case.stored(theirs) == "mine after all"


def test_a_draft_of_what_nobody_changed_is_saved(office: Office, case: Case) -> None:
    opened = case.opened(office.desk)
    case.keep(office.desk, opened, case.typed(opened, "half"))
    again = case.opened(office.desk)
    case.save(office.desk, again, case.typed(again, "whole"))
    assert case.stored(office.desk) == "whole"


def test_a_level_placed_meanwhile_does_not_bar_the_mentors_word(office: Office) -> None:
    case, desk = _mentor(office), office.desk
    opened = case.opened(desk)
    case.keep(desk, opened, OwnNoteForm("ask less"))
    desk.continuum.place(TERM, QUESTIONING, 2, None)
    again = case.opened(desk)
    case.save(desk, again, again.form)
    assert case.stored(desk) == "ask less"


def test_a_launch_recorded_meanwhile_stays(office: Office) -> None:
    tom, other = office.add("Vale, Tom"), office.other_window()
    mine = office.desk.launch_form
    opened = mine.open(tom)
    theirs = other.desk.launch_form.open(tom)
    other.desk.launch_form.save(theirs, replace(theirs.form, held="today", notes="theirs"))
    mine.keep_draft(opened, replace(opened.form, notes="mine"), "", closed=True)
    again = mine.open(tom)
    with pytest.raises(Conflict, match="changed elsewhere since"):
        mine.save(again, again.form)
    assert (again.form.notes, mine.open(tom).stored.notes) == ("mine", "theirs")

"""To-dos made from a line or a form, and open ones edited."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.domain.todo import Todo
from coach_tui.errors import Conflict, NotFound, Refused
from coach_tui.services.todo_form import OpenedTodo, TodoForm, due_at_end
from tests.services.desks import Office

THURSDAY = date(2026, 10, 29)
"""The day it is in the office."""


@pytest.fixture
def dana(office: Office) -> str:
    """A person."""
    return office.add()


def made(office: Office, person: str, text: str = "send the rubric") -> Todo:
    return office.desk.todo_form.record(person, text)


@pytest.mark.parametrize(
    ("text", "kept", "due"),
    [
        ("send rubric by fri", "send rubric", date(2026, 10, 30)),
        ("send rubric by 11/6", "send rubric", date(2026, 11, 6)),
        ("send rubric\nand key  due nov 6 ", "send rubric\nand key", date(2026, 11, 6)),
        ("send rubric BY tomorrow", "send rubric", date(2026, 10, 30)),
        ("stand by me by +7", "stand by me", date(2026, 11, 5)),
        ("sort the tickets by hand", "sort the tickets by hand", None),
        ("ask who was hurt by 10/1", "ask who was hurt by 10/1", None),  # it has passed
        ("by fri", "by fri", None),  # nothing to be done is left
        ("send rubric", "send rubric", None),
    ],
)
def test_the_day_is_read_off_the_end(text: str, kept: str, due: date | None) -> None:
    assert due_at_end(text, THURSDAY) == (kept, due)


@given(st.text(max_size=80))
def test_any_text_is_kept_or_loses_only_its_end(text: str) -> None:
    kept, due = due_at_end(f"{text} by {text}", THURSDAY)
    assert f"{text} by {text}".startswith(kept)
    assert due is None or due >= THURSDAY


def test_a_line_is_saved_at_once_as_the_coachs(office: Office, dana: str) -> None:
    saved = made(office, dana, "send [/b] rubric\x1b by fri")
    assert office.of(Todo, dana) == [saved]
    assert (saved.text, saved.due, saved.owner) == (
        "send [/b] rubric",
        date(2026, 10, 30),
        "coach",
    )
    assert (saved.status, saved.cycle_id) == ("open", None)


@pytest.mark.parametrize(
    ("form", "why"),
    [
        (TodoForm(" \n\t"), "Nothing is typed"),
        (TodoForm("\x00"), "Nothing is typed"),
        (TodoForm("x", "soon"), "'soon' is not a date"),
        (TodoForm("x", "10/28"), "Wed Oct 28 has passed"),
        (TodoForm("x", "", "principal"), "Pick who does it"),
        (TodoForm("x" * 20_001), "20,001 characters"),
    ],
)
def test_what_cannot_be_kept_is_refused(
    office: Office, dana: str, form: TodoForm, why: str
) -> None:
    before, todos = office.raw(), office.desk.todo_form
    with pytest.raises(Refused, match=why):
        todos.save(todos.open(dana), form)
    assert office.raw() == before


def test_an_open_one_is_edited_and_keeps_its_id(office: Office, dana: str) -> None:
    first = made(office, dana, "send the rubric by fri")
    office.wait(days=7)
    todos = office.desk.todo_form
    opened = todos.open(dana, first.id)
    assert opened.form == TodoForm("send the rubric", "Fri Oct 30", "coach")
    saved = todos.save(opened, replace(opened.form, owner="both", text="send both by fri"))
    assert (saved.id, saved.owner, saved.due) == (first.id, "both", first.due)  # its day may stay
    assert saved.text == "send both by fri"
    again = todos.open(dana, first.id)
    raw = office.raw()
    assert todos.save(again, again.form) == saved
    assert office.raw() == raw  # nothing to write
    with pytest.raises(Conflict):
        todos.save(opened, replace(opened.form, due="+9"))


def test_an_action_step_keeps_its_words_here(office: Office, dana: str) -> None:
    step = office.desk.cycles.save(office.form(dana, step="scan table 5", due="+7")).todo
    assert step is not None
    todos = office.desk.todo_form
    opened = todos.open(dana, step.id)
    with pytest.raises(Refused, match="correct them there, with a reason"):
        todos.save(opened, replace(opened.form, text="other words"))
    assert todos.save(opened, replace(opened.form, due="+3")).due == date(2026, 11, 1)


def test_a_closed_one_and_one_that_is_not_there(office: Office, dana: str) -> None:
    todo = made(office, dana)
    office.desk.store.save([todo.but(status="done", closed_on=THURSDAY)])
    with pytest.raises(Refused, match="is closed"):
        office.desk.todo_form.open(dana, todo.id)
    with pytest.raises(NotFound):
        office.desk.todo_form.open(dana, "nothing")
    with pytest.raises(NotFound):
        office.desk.todo_form.record("nobody", "x")


def test_new_ones_and_edits_have_drafts_of_their_own(office: Office, dana: str) -> None:
    todos, first = office.desk.todo_form, made(office, dana)
    edited = todos.open(dana, first.id)
    todos.keep_draft(edited, replace(edited.form, due="mon"), "due", closed=True)
    todos.keep_draft(todos.open(dana), TodoForm("another"), "text", closed=True)
    assert todos.open(dana, first.id).form.due == "mon"
    assert todos.open(dana).form.text == "another"
    kept = {draft.fields["todo_id"] for draft in office.desk.drafts.all()}
    assert kept == {first.id, ""}
    todos.save(todos.open(dana, first.id), TodoForm("send it", "mon"))
    todos.save(OpenedTodo(dana, "", TodoForm(), TodoForm()), TodoForm("another"))
    assert office.desk.drafts.all() == ()


def test_a_draft_brings_no_day_back_that_was_moved_since(office: Office) -> None:
    dana, forms = office.add(), office.desk.todo_form
    todo = forms.record(dana, "send the cards by fri")
    opened = forms.open(dana, todo.id)
    forms.keep_draft(opened, replace(opened.form, text="send all cards"), "text", closed=True)
    office.desk.todos.move(todo.id, 7)
    again = forms.open(dana, todo.id)
    assert again.form.text == "send all cards"
    assert again.form.due == again.stored.due != opened.form.due

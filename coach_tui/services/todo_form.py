"""A to-do as a coach makes it: from a line, saved at once, or from a small form."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast, get_args

from coach_tui.clock import Clock
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.dates import plain_date, read_date
from coach_tui.domain.draft import Draft
from coach_tui.domain.ports import Drafts, Store
from coach_tui.domain.todo import Owner, Todo
from coach_tui.errors import Refused, StorageError
from coach_tui.services.faults import refusing
from coach_tui.services.saving import saved_one
from coach_tui.services.typed_form import TypedForm
from coach_tui.services.unfinished import Unfinished
from coach_tui.text import BLOCK_LIMIT, clean_block

OWNERS = (("coach", "coach"), ("teacher", "teacher"), ("both", "both"))
"""Who does it, and the words for it; a to-do by itself is the coach's until told otherwise."""

_DUE_AT_END = re.compile(r"\s+(?:by|due)\s+(\S+(?: \S+)?)\s*\Z", re.IGNORECASE)
_DUE_REACH = 40
"""How many characters of a text's end are looked at."""


@dataclass(frozen=True, slots=True)
class TodoForm(TypedForm):
    """A to-do as typed, nothing parsed yet.

    Attributes:
        text: what is to be done; "by fri" at its end is the day where `due` is blank.
        due: the day it is due; blank for none.
        owner: who does it.
    """

    text: str = ""
    due: str = ""
    owner: str = "coach"

    @property
    def is_blank(self) -> bool:
        """Whether nothing is typed; who does it does not count."""
        return not (self.text.strip() or self.due.strip())


@dataclass(frozen=True, slots=True)
class OpenedTodo:
    """A form that opens.

    Attributes:
        coachee_id: whom it is about.
        todo_id: the to-do that is edited, empty for a new one.
        stored: the form as it is stored.
        form: the form as it opens, a draft's fields laid over that.
        stored_todo: the to-do as it was read; None for a new one.
    """

    coachee_id: str
    todo_id: str
    stored: TodoForm
    form: TodoForm
    stored_todo: Todo | None = None


class TodoFormService:
    """To-dos of one store as they are typed."""

    def __init__(
        self, store: Store, drafts: Drafts, clock: Clock, new_id: Callable[[datetime], str]
    ) -> None:
        self._store = store
        self._unfinished = Unfinished(drafts)
        self._clock = clock
        self._new_id = new_id

    def open(self, coachee_id: str, todo_id: str = "") -> OpenedTodo:
        """The form of a new to-do, or of one that is open; its draft taken up.

        Raises:
            NotFound: no such person or to-do.
            Refused: the to-do is closed, or it is being typed in another window.
        """
        self._store.get(Coachee, coachee_id)
        todo = self._store.get(Todo, todo_id) if todo_id else None
        if todo and not todo.is_open:
            raise Refused("This to-do is closed; open it again, or correct it.")
        stored = self._form_of(todo) if todo else TodoForm()
        draft = self._unfinished.read(todo_draft_key(coachee_id, todo_id))
        form = stored.with_typed(draft.fields) if draft else stored
        return OpenedTodo(coachee_id, todo_id, stored, form, todo)

    def _form_of(self, todo: Todo) -> TodoForm:
        due = plain_date(todo.due, self._clock.today()) if todo.due else ""
        return TodoForm(todo.text, due, todo.owner)

    def read(self, form: TodoForm, stored: Todo | None = None) -> tuple[str, date | None, Owner]:
        """The text, the day and the owner of a form.

        Args:
            form: as typed.
            stored: the to-do that is edited; a day of it that has passed may stay.

        Raises:
            Refused: there is no text or too much, or the day cannot be read or has passed.
        """
        today = self._clock.today()
        text = clean_block(form.text)
        due = read_date(form.due, today)
        if due is None and stored is None:
            text, due = due_at_end(text, today)
        if not text.strip():
            raise Refused("Nothing is typed; a to-do needs a line of what is to be done.")
        if len(text) > BLOCK_LIMIT:
            raise Refused(f"The text has {len(text):,} characters; the most is {BLOCK_LIMIT:,}.")
        if due and due < today and (stored is None or due != stored.due):
            raise Refused(
                f"{plain_date(due, today)} has passed; a to-do is due today or later, or no day."
            )
        if form.owner not in get_args(Owner):
            raise Refused("Pick who does it: coach, teacher or both.")
        return text, due, cast(Owner, form.owner)

    def keep_draft(self, opened: OpenedTodo, form: TodoForm, place: str, *, closed: bool) -> None:
        """Put what was changed in the form on the disk as a draft.

        Fields that were not touched stay out, so that the draft never brings back an old value.

        Raises:
            Refused: another window keeps a draft of the same form; that one stays.
            StorageError: it could not be written; the draft before is still there.
        """
        key = todo_draft_key(opened.coachee_id, opened.todo_id)
        kept = {**form.differs(opened.stored), "todo_id": opened.todo_id}
        self._unfinished.keep(
            Draft(key, "todo", opened.coachee_id, self._clock.now(), kept, place, closed)
        )

    def discard_draft(self, coachee_id: str, todo_id: str = "") -> None:
        """Remove the form's draft, if there is one that no other window types.

        Raises:
            StorageError: it could not be removed.
        """
        self._unfinished.discard(todo_draft_key(coachee_id, todo_id))

    def record(self, coachee_id: str, text: str) -> Todo:
        """Save a line as a new to-do of the coach's; "by fri" at its end is the day it is due.

        Raises:
            NotFound: no such person.
            Refused: the text is blank or too long; nothing was saved.
            StorageError: it could not be written; nothing was saved.
        """
        self._store.get(Coachee, coachee_id)
        return self._store_todo(coachee_id, TodoForm(text), None)

    def save(self, opened: OpenedTodo, form: TodoForm) -> Todo:
        """Save a to-do as typed; its draft goes once it is on the disk.

        Raises:
            Refused: a field cannot be read, or the words of an action step were changed; nothing
                was saved.
            Conflict: the to-do was changed elsewhere since it was opened; nothing was saved.
            StorageError: it could not be written; the draft is kept.
        """
        saved = self._store_todo(opened.coachee_id, form, opened.stored_todo)
        with suppress(StorageError):  # the to-do is on the disk; "not saved" invites a twin
            self.discard_draft(opened.coachee_id, opened.todo_id)
        return saved

    def _store_todo(self, coachee_id: str, form: TodoForm, stored: Todo | None) -> Todo:
        text, due, owner = self.read(form, stored)
        if stored and stored.cycle_id and text != stored.text:
            raise Refused(
                "The words of an action step stand in its cycle too; correct them there, with"
                " a reason. Its day and owner can be changed here."
            )
        now = self._clock.now()
        with refusing("This to-do"):
            if stored:
                todo = stored.but(text=text, due=due, owner=owner)
            else:
                todo = Todo(
                    id=self._new_id(now),
                    created_at=now,
                    updated_at=now,
                    coachee_id=coachee_id,
                    text=text,
                    due=due,
                    owner=owner,
                )
        if todo == stored:
            return todo
        return saved_one(self._store, todo)


def due_at_end(text: str, today: date) -> tuple[str, date | None]:
    """A text without the day it ends with, and that day: "send rubric by fri".

    What is no day from today on stays a part of the text: "sort by hand", "stand by me".
    """
    start = max(0, len(text) - _DUE_REACH)
    found = _DUE_AT_END.search(text, start)
    if found is None or not text[: found.start()].strip():
        return text, None
    with suppress(Refused):
        due = read_date(found[1], today)
        if due and due >= today:
            return text[: found.start()].rstrip(), due
    return text, None


def todo_draft_key(coachee_id: str, todo_id: str = "") -> str:
    """The key of the draft of a to-do: one for a new one of a person, one for each that is open."""
    return f"todo-{todo_id}" if todo_id else f"todo-new-{coachee_id}"

"""To-dos from the agenda and the profile: done or open again, and on another day."""

from __future__ import annotations

from coach_tui.clock import Clock
from coach_tui.domain.plans import moved
from coach_tui.domain.ports import Store
from coach_tui.domain.todo import Todo
from coach_tui.errors import Refused
from coach_tui.services.saving import saved_one

_CLOSED = {"done": "done", "partly": "partly done", "dropped": "dropped"}


class TodoService:
    """To-dos of one store, action steps among them.

    Each method raises NotFound where there is no such to-do, Conflict where someone else saved it
    meanwhile, StorageError where it could not be written, Refused where it is no longer as the
    coach saw it; then nothing was saved.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def close(self, todo_id: str) -> Todo:
        """Mark an open to-do done today."""
        todo = self._open(todo_id)
        return saved_one(self._store, todo.but(status="done", closed_on=self._clock.today()))

    def reopen(self, todo_id: str) -> Todo:
        """Mark one that is closed open again."""
        todo = self._store.get(Todo, todo_id)
        if todo.is_open:
            raise Refused("This to-do is open already.")
        return saved_one(self._store, todo.but(status="open", closed_on=None))

    def move(self, todo_id: str, days: int) -> Todo:
        """Move an open to-do's due date; one without a date moves from today.

        Raises:
            Refused: the calendar does not go that far.
        """
        todo = self._open(todo_id)
        return saved_one(self._store, todo.but(due=moved(todo.due or self._clock.today(), days)))

    def _open(self, todo_id: str) -> Todo:
        """A to-do that still waits.

        Raises:
            Refused: it was closed.
        """
        todo = self._store.get(Todo, todo_id)
        if not todo.is_open:
            raise Refused(f"This to-do is {_CLOSED[todo.status]} already.")
        return todo

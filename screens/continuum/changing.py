"""Placing, clearing, accepting: what the coach does to the element under the cursor."""

from __future__ import annotations

from typing import cast

from coach_tui.domain.placement import Level, Placement
from coach_tui.services.continuum import ElementNow
from coach_tui.widgets.spans import roomiest
from screens.continuum.listing import ListsContinuum
from screens.continuum.rows import GroupRow
from screens.frame import room_of


class ChangesContinuum(ListsContinuum):
    """Answers the commands that change an element, or say why they do not."""

    def _picked(self) -> ElementNow | None:
        """The element under the cursor; where there is none, row 23 says why."""
        if self.element is None:
            if isinstance(self.item, GroupRow):
                key, name = self.key_of("continuum.open"), self.item.group.name
                self.say(f"{name} is a group; {key} opens its lines, and those are placed.")
            elif self.item is not None:
                self.say("The framework in force no longer has it; it stays as it was saved.")
        return self.element

    # -- placing ----------------------------------------------------------------------------

    def do_continuum_emerging(self) -> None:
        """Place at the first level."""
        self._place(1)

    def do_continuum_developing(self) -> None:
        """Place at the second level."""
        self._place(2)

    def do_continuum_transforming(self) -> None:
        """Place at the third level."""
        self._place(3)

    def do_continuum_clear(self) -> None:
        """Rate it no longer."""
        self._place(None)

    def do_continuum_higher(self) -> None:
        """One level up."""
        self._step(1)

    def do_continuum_lower(self) -> None:
        """One level down; below the first it is not rated."""
        self._step(-1)

    def _step(self, by: int) -> None:
        row = self._picked()
        if row is None:
            return
        level = (row.level or 0) + by
        if 0 <= level <= 3:
            self._place(level or None)
        else:
            self.say("There is no level above it." if by > 0 else "It is not rated.")

    def _place(self, level: int | None) -> None:
        row, now = self._picked(), self.now
        if row is None or now is None:
            return
        if row.level == level:
            word = now.framework.word(level)
            self.say(f"{row.element.short} is {word} already." if not self.host.hidden else "")
            return
        service, key, seen = self.host.desk.continuum, row.element.id, row.placement
        wanted = cast(Level | None, level)
        self.change(lambda: service.place(now.term, key, wanted, seen), self._placed_words)

    def _placed_words(self, saved: Placement) -> str:
        """Where the coach is placed now, and the tally that follows."""
        if self.host.hidden:
            return f"Placed. {self.host.saved_words.capitalize()}."
        word = self.now.framework.word(saved.level) if self.now else saved.placed
        over = f", in {self.now.name}, which is over" if self.now and self.now.is_past else ""
        words = f"{saved.called}: {word}{over}."
        return self.with_tally(words)

    # -- what the records say ---------------------------------------------------------------

    def do_continuum_accept(self) -> None:
        """Take the first count that was not taken yet as evidence; it places nothing."""
        row, now = self._picked(), self.now
        if row is None or now is None:
            return
        found = row.next_suggestion
        if found is None:
            none = "Your records say nothing of it." if not row.suggestions else ""
            self.say(none or "What your records say of it is accepted, and has not changed.")
            return
        service, key, seen = self.host.desk.continuum, row.element.id, row.placement
        told = "a count" if self.host.hidden else found.told
        forms = (
            f"Accepted: {told}. No level follows from it; you place.",
            f"Accepted: {told}.",
            "Accepted as evidence; the level stays yours to place.",
        )
        self.change(
            lambda: service.accept(now.term, key, found, seen),
            lambda _saved: roomiest(forms, room_of(self)),
        )

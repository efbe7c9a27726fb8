"""What is asked of the list with a key or two: the filter, the quick filters, the orders."""

from __future__ import annotations

from collections.abc import Collection

from coach_tui.domain.caseload_filter import ARCHIVED, STATES
from coach_tui.domain.caseload_order import ORDERS, Order
from screens.caseload.listing import ListsPeople
from screens.filter_field import FilterField
from screens.strip import AsksLetter

_QUICK = {
    "l": "late",
    "t": "today",
    "o": "overdue",
    "q": "quiet",
    "d": "draft",
    "v": "leave",
    "x": ARCHIVED,
}
"""Letters of the quick filters, and the word each puts into the filter."""


class ChoosesPeople(AsksLetter[None], ListsPeople):
    """Answers the commands that narrow the list or put it in order, and picks a person of it."""

    def walked(self) -> tuple[str, ...]:
        """The people shown, in their order."""
        return tuple(row.coachee_id for row in self.rows)

    def pick(self, coachee_id: str, _records: Collection[str]) -> None:
        """Put the cursor on a person who is shown."""
        at = self._row_of(coachee_id)
        if at is not None and coachee_id != self.current:
            self._show_rows(at)
            self.show_detail()

    def do_caseload_filter(self) -> None:
        """Filter as one types."""
        self._looked_through(self.asked.archived)
        self.open_filter()

    def do_caseload_quick(self) -> None:
        """Ask which quick filter."""
        choices = {
            letter: (word, lambda word=word: self._filter_by(word))
            for letter, word in _QUICK.items()
        }
        self.ask_letter("Show:", {"a": ("all", self._show_all), **choices})

    def _filter_by(self, word: str) -> None:
        """Put a word into the filter, as if it were typed and kept."""
        self.query_one(FilterField).put(word)
        self.filtered()
        self.say(f"Only {STATES[word]}: {len(self.rows)}. Esc shows all.")

    def _show_all(self) -> None:
        self.clear_filter()

    def do_caseload_order(self) -> None:
        """Ask for the order."""
        choices = {o.letter: (o.words, lambda o=o: self._order_by(o)) for o in ORDERS}
        self.ask_letter("Order:", choices)

    def _order_by(self, order: Order) -> None:
        self._by = order
        self.take(self.caseload)
        self.say(f"By {order.words}.")

"""A strip of letters in row 23: the next key picks one, any other key closes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual import events

from coach_tui.widgets.key_bar import Hint
from coach_tui.widgets.spans import roomiest
from screens.frame import Frame, ResultT, room_of

Picked = Callable[[], None]


class AsksLetter(Frame[ResultT]):
    """A screen that may wait for one letter."""

    def __init__(self) -> None:
        super().__init__()
        self._letters: Mapping[str, Picked] | None = None
        self._below: tuple[Hint, ...] = ()

    @property
    def is_asking(self) -> bool:
        """Whether a letter is waited for: row 23 is all the strip's."""
        return self._letters is not None

    def ask_letter(self, question: str, choices: Mapping[str, tuple[str, Picked]]) -> None:
        """Show the letters and wait for one.

        Args:
            question: what stands before them.
            choices: for each letter its words, and what it does.
        """
        self._letters = {letter: picked for letter, (_, picked) in choices.items()}
        hints = tuple((letter, words) for letter, (words, _) in choices.items())
        parts = [f"{letter} {words}" for letter, words in hints]
        room = room_of(self)
        shown = fitting(parts, room)
        self._below = (*hints[shown:], ("Esc", "close")) if hints[shown:] else ()
        self.say(strip_words(question, parts[:shown], room))

    def hints(self) -> tuple[Hint, ...]:
        """While a letter is waited for, those that row 23 had no room for."""
        return self._below or super().hints()

    def on_key(self, event: events.Key) -> None:
        """The letter that was waited for."""
        letters, self._letters, self._below = self._letters, None, ()
        if letters is None:
            return
        event.stop()
        self.say("")
        picked = letters.get(event.character or event.key)
        if picked:
            picked()
        elif event.is_printable:
            self.say("None of these letters; nothing was changed.")


def fitting(parts: Sequence[str], room: int) -> int:
    """How many of the parts, the first ones, the closest strip of them has room for."""
    counts = range(len(parts), 0, -1)
    return next((count for count in counts if len(" ".join(parts[:count])) <= room), 0)


def strip_words(question: str, parts: Sequence[str], room: int) -> str:
    """The strip in the widest form that fits in so many cells; else the closest one."""
    return roomiest((f"{question}  {'  '.join(parts)}", "  ".join(parts), " ".join(parts)), room)

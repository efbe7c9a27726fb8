"""Low-inference prompts while notes are typed, as the coach's settings have them (IP-7)."""

from functools import cached_property

from coach_tui.domain.judgement import JudgementWords, Prompt
from coach_tui.errors import BadFramework
from coach_tui.services.frameworks import FrameworkShelf


class NotePrompts:
    """Asks what was seen or heard, if it is on; it never blocks, changes or stores a note.

    Attributes:
        on: whether the settings have it on.
        ready: whether the words have been read; until then a question would hold up a key.
    """

    def __init__(self, shelf: FrameworkShelf, *, on: bool) -> None:
        self.on = on
        self.ready = False
        self._shelf = shelf

    def warm(self) -> None:
        """Read the words, so that no key waits for them; slow once, safe in any thread."""
        self.prompt("good")
        self.ready = True

    def prompt(self, line: str) -> Prompt | None:
        """The question that a line, typed up to its end, raises; None where it raises none."""
        words = self._words[0]
        return words.prompt(line) if words else None

    @property
    def trouble(self) -> str:
        """Why nothing is asked though it is on, empty if all is well."""
        return self._words[1]

    @cached_property
    def _words(self) -> tuple[JudgementWords | None, str]:
        """The words, None where they are off or cannot be used, and why they cannot."""
        if not self.on:
            return None, ""
        try:
            return self._shelf.judgement_words(), ""
        except BadFramework as error:
            return None, str(error)

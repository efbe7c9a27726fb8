"""What the terminal sends, as keys: Esc and the key after it are two keys, a paste is only text.

The stock parser takes Esc and a key right after it for Alt and a key: it would type "£" for Esc 3,
go a word back for Esc b, and drop the Esc of Esc Enter. An Esc inside a paste would be a key too.
"""

from collections.abc import Iterable

from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

ESC = "\x1b"
_OPENS_A_SEQUENCE = "[O]P_^X"
_PASTE, _PASTE_ENDS = "\x1b[200~", "\x1b[201~"


class KeyParser(XTermParser):
    """Reads keys and pastes; knows no Alt, since nothing is bound to it."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._pasting = False
        self._before = ""  # the end of what came before, where a mark may have begun
        self._held = ""  # pasted, perhaps the beginning of the mark that ends it

    def feed(self, data: str) -> Iterable[Message]:
        """Read what came, pastes made harmless."""
        came, calm = data, []
        while data:
            part, data = self._pasted(data) if self._pasting else self._typed(data)
            calm.append(part)
        harmless = "".join(calm)
        return super().feed(harmless) if harmless or not came else ()

    def _typed(self, data: str) -> tuple[str, str]:
        """All up to a paste as it is, and the rest."""
        seen = self._before + data
        at = seen.find(_PASTE)
        if at < 0:
            self._before = seen[1 - len(_PASTE) :]
            return data, ""
        end = at + len(_PASTE) - len(self._before)
        self._pasting, self._before = True, ""
        return data[:end], data[end:]

    def _pasted(self, data: str) -> tuple[str, str]:
        """What is pasted, without its escapes, and the rest."""
        text, ends, rest = (self._held + data).partition(_PASTE_ENDS)
        self._held = ""
        if ends:
            self._pasting = False
        else:
            text, self._held = _cut(text, _PASTE_ENDS)
        return text.replace(ESC, "") + ends, rest

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        """The keys of a sequence: Esc and one letter are both, whatever Alt would make of them."""
        two = len(sequence) == 2 and sequence[0] == ESC and sequence[1] not in _OPENS_A_SEQUENCE
        if not (alt or two):
            yield from super()._sequence_to_key_events(sequence)
            return
        yield events.Key("escape", ESC)
        yield from super()._sequence_to_key_events(sequence[-1])


def _cut(text: str, mark: str) -> tuple[str, str]:
    """A text, and the beginning of a mark at its end."""
    for length in range(len(mark) - 1, 0, -1):
        if text.endswith(mark[:length]):
            return text[:-length], text[-length:]
    return text, ""

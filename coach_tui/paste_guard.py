"""A raw paste outside a field: letters that come all at once are not commands.

A terminal without bracketed paste sends pasted text as keys. Keys typed ahead on a slow line come
just like that, so only what would change something at once is held back: moving acts, and so does
what opens a field, for the letters behind it then go into that. Whether keys are a text is told by
all that came together outside a field, those that acted among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import events
from textual.app import App

from coach_tui.widgets.fields.number_field import NumberField
from screens.dialogs.confirm import Confirm
from screens.frame import FIELDS, Frame

BURST = 0.03
"""Seconds between two keys of a burst, at most: nobody types that fast."""

DIFFERENT = 6
"""So many different letters in a burst are a text; a held key repeats one."""

WORDS = "That looked like a paste; nothing was saved."

SAFE = (
    "person.note", "person.gi", "person.cycle", "person.edit", "person.visit", "person.todo",
    "person.open", "person.prep", "app.search", "app.commands", "app.help", "caseload.add",
    "caseload.filter", "agenda.filter", "go.menu", "note.type", "cycle.type", "form.type",
    "app.back",
)  # fmt: skip
"""Commands that open something to type or read in, or go back, beside all that move."""

ANSWERS = ("confirm.yes", "new_year.begin", "new_year.carry", "new_year.who")
"""Commands of boxes that save or lose something, or change what will be."""

MOVES = ("move.", "profile.", "help.", "cycle.step_")

SAVES = ("profile.done", "profile.day_later", "profile.day_earlier", "profile.week_later")
"""Commands that are named like moves and save."""


class Burst:
    """The keys that came together up to now; what is typed into a text ends it.

    Attributes:
        letters: the different letters among them.
    """

    def __init__(self) -> None:
        self.letters: set[str] = set()
        self._count = 0
        self._last = 0.0

    def rest(self) -> None:
        """All keys have acted: one that came alone begins no burst."""
        if self._count < 2:
            self._end()

    def take(self, key: events.Key, *, in_text: bool) -> None:
        """Take in the key that acts next.

        Args:
            key: the key.
            in_text: whether it goes into a field that takes any letter.
        """
        if in_text or key.time - self._last > BURST:
            self._end()
        self._last = key.time
        if not in_text:
            self._count += 1
            self.letters |= _letters([key])

    def is_paste(self, behind: Iterable[events.Key]) -> bool:
        """Whether they are a text, together with keys that come behind them."""
        return len(self.letters | _letters(behind)) >= DIFFERENT

    def _end(self) -> None:
        self._count = 0
        self.letters.clear()


def _letters(keys: Iterable[events.Key]) -> set[str]:
    return {key.character for key in keys if key.is_printable and key.character}


def is_in_text(app: App[int]) -> bool:
    """Whether the next letter goes into a text; a number takes no letters."""
    return isinstance(app.screen.focused, FIELDS) and not is_in_number(app)


def is_in_number(app: App[int]) -> bool:
    """Whether a number is being typed."""
    return isinstance(app.screen.focused, NumberField)


def is_guarded(app: App[int], key: events.Key) -> bool:
    """Whether a key would do something at once that is neither a move nor an opening."""
    screen = app.screen
    bound = screen.active_bindings.get(key.key)
    action = bound.binding.action if bound else ""
    asked = action.removeprefix("command('").removesuffix("')")
    if not isinstance(screen, Frame):
        return asked in ANSWERS or (key.key == "enter" and is_in_number(app))
    if not key.is_printable or isinstance(screen.focused, FIELDS) or asked == action:
        return False
    return asked in SAVES or not (asked in SAFE or asked.startswith(MOVES))


def burst_from(first: events.Key, later: Sequence[events.Event]) -> list[events.Key]:
    """The keys behind a first one that came with it, none of them longer than `BURST` after."""
    last, found = first.time, []
    for event in later:
        if not isinstance(event, events.Key) or event.time - last > BURST:
            break
        last = event.time
        found.append(event)
    return found


def say_so(app: App[int]) -> None:
    """Tell the coach that nothing was done, in row 23 under a box."""
    screen = app.screen
    if isinstance(screen, Confirm):
        screen.say_pasted()
        return
    frame = next((one for one in reversed(app.screen_stack) if isinstance(one, Frame)), None)
    if frame is not None:
        frame.say(f"{WORDS} {_note_words(frame)}".strip() if frame is screen else WORDS)


def _note_words(frame: Frame[object]) -> str:
    """Where a text can go, on a screen that begins notes."""
    keys = frame.host.keys
    found = any(command.id == "person.note" for command in keys.scopes[frame.SCOPE])
    return f"{keys.key_of('person.note')} begins a note for it." if found else ""

"""A raw paste outside a field: letters that come all at once are not commands.

A terminal without bracketed paste sends pasted text as keys. Keys typed ahead on a slow line come
just like that, so only what would change something at once is held back: moving acts, and so does
what opens a field, for the letters behind it then go into that.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import App

from screens.frame import FIELDS, Frame

BURST = 0.03
"""Seconds between two keys of a burst, at most: nobody types that fast."""

DIFFERENT = 6
"""So many different letters in a burst are a text; a held key repeats one."""

WORDS = "That looked like a paste; nothing was done. Press n for a note."

SAFE = (
    "person.note", "person.gi", "person.cycle", "person.edit", "person.visit", "person.todo",
    "person.open", "person.prep", "app.search", "app.commands", "app.help", "caseload.add",
    "caseload.filter", "agenda.filter", "go.menu", "note.type", "cycle.type", "form.type",
    "app.back",
)  # fmt: skip
"""Commands that open something to type or read in, or go back, beside all that move."""

MOVES = ("move.", "profile.", "help.", "cycle.step_")


def is_guarded(app: App[int], event: events.Event) -> bool:
    """Whether a key would do something at once that is neither a move nor an opening."""
    if not (isinstance(event, events.Key) and event.is_printable):
        return False
    screen = app.screen
    if not isinstance(screen, Frame) or isinstance(screen.focused, FIELDS):
        return False
    bound = screen.active_bindings.get(event.key)
    if bound is None or not bound.binding.action.startswith("command("):
        return False
    asked = bound.binding.action.removeprefix("command('").removesuffix("')")
    return asked not in SAFE and not asked.startswith(MOVES)


def burst_from(first: events.Key, later: Sequence[events.Event]) -> int:
    """How many keys behind a first one came with it, none of them longer than `BURST` after."""
    last, count = first.time, 0
    for event in later:
        if not isinstance(event, events.Key) or event.time - last > BURST:
            break
        last, count = event.time, count + 1
    return count


def is_paste(keys: Sequence[events.Event]) -> bool:
    """Whether keys that came together are a text."""
    letters = {k.character for k in keys if isinstance(k, events.Key) and k.is_printable}
    return len(letters) >= DIFFERENT


def say_so(app: App[int]) -> None:
    """Tell the coach that nothing was done."""
    if isinstance(app.screen, Frame):
        app.screen.say(WORDS)

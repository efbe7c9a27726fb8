"""Textual bindings out of the command table, and the coach's own keys over them."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from coach_tui.commands.command import Command
from coach_tui.commands.keymap import Keymap
from coach_tui.commands.registry import SCOPES

_NO_KEY = "no_key_{}"
"""A key that nothing sends, for a command that has none until the coach gives it one."""


def bindings_for(scope: str) -> list[BindingType]:
    """One binding a key, each with an id of its own, so that they can be remapped."""
    return [
        Binding(key, f"command('{found.id}')", found.words, show=False, id=_binding_id(found.id, i))
        for found in SCOPES[scope]
        for i, key in enumerate(_keys(found))
    ]


def remapped(keymap: Keymap) -> dict[str, str]:
    """What `App.set_keymap` takes for the keys in force: each binding of a command has them all.

    Textual leaves a binding as it is where the map has no key for it, so none may be left out.
    """
    return {
        _binding_id(command_id, i): ",".join(keys)
        for command_id, keys in keymap.changed.items()
        for commands in SCOPES.values()
        for found in commands
        if found.id == command_id
        for i in range(len(_keys(found)))
    }


def _keys(found: Command) -> tuple[str, ...]:
    """The usual keys of a command, or one that stands for none."""
    return found.keys or (_NO_KEY.format(found.id.replace(".", "_")),)


def _binding_id(command_id: str, index: int) -> str:
    """`person.gi` for a command's first key, `person.gi.2` for its second."""
    return command_id if index == 0 else f"{command_id}.{index + 1}"

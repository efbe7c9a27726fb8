"""Textual bindings out of the command table."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from coach_tui.commands.registry import SCOPES


def bindings_for(scope: str) -> list[BindingType]:
    """One binding a key; the first carries the command's id, so that it can be remapped."""
    return [
        Binding(key, f"command('{found.id}')", found.words, show=False, id=_binding_id(found.id, i))
        for found in SCOPES[scope]
        for i, key in enumerate(found.keys)
    ]


def _binding_id(command_id: str, index: int) -> str:
    """`person.gi` for a command's first key, `person.gi.2` for its second."""
    return command_id if index == 0 else f"{command_id}.{index + 1}"

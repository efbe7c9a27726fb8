"""Whose the words are that a screen quotes from a framework file of the coach's own."""

from __future__ import annotations

from coach_tui.errors import BadFramework
from coach_tui.widgets.spans import EMPTY, Line, wrap_text
from screens.host import Host


def own_rights(host: Host, key: str) -> str:
    """The rights line of the coach's own framework of an id; empty where ours is in force."""
    try:
        return host.desk.shelf.own_rights(key)
    except BadFramework:  # whoever reads the framework tells it
        return ""


def rights_lines(host: Host, width: int, key: str) -> list[Line]:
    """That line for the end of a pane, muted; nothing where there is none."""
    told = host.glyphs.shown(own_rights(host, key))
    return [EMPTY, *wrap_text(told, width, "muted")] if told else []

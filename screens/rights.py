"""Whose the words are that a screen quotes from a framework file of the coach's own."""

from __future__ import annotations

from coach_tui.errors import BadFramework
from coach_tui.services.framework_files import TIMELINE
from coach_tui.widgets.spans import EMPTY, Line, wrap_text
from screens.host import Host


def timeline_rights(host: Host) -> str:
    """The rights line of the coach's own timeline; empty where ours is in force."""
    try:
        return host.desk.shelf.own_rights(TIMELINE)
    except BadFramework:  # whoever reads the timeline tells it
        return ""


def rights_lines(host: Host, width: int) -> list[Line]:
    """That line for the end of a pane, muted; nothing where there is none."""
    told = host.glyphs.shown(timeline_rights(host))
    return [EMPTY, *wrap_text(told, width, "muted")] if told else []

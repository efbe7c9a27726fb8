"""Undo and redo from a list: done on the writer thread, told in row 23."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from coach_tui.errors import CoachError
from coach_tui.widgets.spans import roomiest
from screens.frame import room_of
from screens.person_actions import PersonScreen


def undo(screen: PersonScreen[Any]) -> None:
    """Take the last saved change of this run back."""
    named, service = not screen.host.hidden, screen.host.desk.undo
    work = _turn(screen, lambda: (service.undo(named=named), service.about))
    screen.run_worker(work, group="saves")


def redo(screen: PersonScreen[Any]) -> None:
    """Make the change that was undone last again."""
    named, service = not screen.host.hidden, screen.host.desk.undo
    work = _turn(screen, lambda: (service.redo(named=named), service.about))
    screen.run_worker(work, group="saves")


async def _turn(screen: PersonScreen[Any], work: Callable[[], tuple[str, str]]) -> None:
    """Do it, stand on whom it was about, so that the next key acts on them, and say what it was."""
    host, about = screen.host, ""
    try:
        told, about = await host.save(work)
    except CoachError as fault:
        told = str(fault)
        saved = ""
    else:
        saved = f" {host.saved_words.capitalize()}."
    screen.reload()
    screen.pick(about)
    screen.say(roomiest((f"{told}{saved}", told), room_of(screen)))

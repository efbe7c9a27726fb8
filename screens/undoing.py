"""Undo and redo from a list: done on the writer thread, told in row 23."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from coach_tui.errors import CoachError
from coach_tui.widgets.spans import roomiest
from screens.frame import room_of
from screens.reading import ReadingScreen


def undo(screen: ReadingScreen[Any]) -> None:
    """Take the last saved change of this run back."""
    named, service = not screen.host.hidden, screen.host.desk.undo
    screen.run_worker(_turn(screen, lambda: service.undo(named=named)), group="saves")


def redo(screen: ReadingScreen[Any]) -> None:
    """Make the change that was undone last again."""
    named, service = not screen.host.hidden, screen.host.desk.undo
    screen.run_worker(_turn(screen, lambda: service.redo(named=named)), group="saves")


async def _turn(screen: ReadingScreen[Any], work: Callable[[], str]) -> None:
    """Do it, stand on what it was about, so that the next key acts on that, and say what it was."""
    host, service = screen.host, screen.host.desk.undo
    try:
        told = await host.save(work)
    except CoachError as fault:
        screen.reload()
        screen.say(str(fault))
        return
    screen.reload()
    screen.pick(service.about, service.records)
    saved = f"{told} {host.saved_words.capitalize()}."
    screen.say(roomiest((saved, told), room_of(screen)))

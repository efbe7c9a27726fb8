"""How the screens of a walk are opened, from each other and from a draft that was cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from screens.reading import ReadingScreen

if TYPE_CHECKING:
    from coach_tui.domain.draft import Draft


def open_start(screen: ReadingScreen[Any], walk_id: str = "") -> None:
    """Open purpose and norms; a new walk goes on to its rooms once they are saved."""
    from screens.walk.start import WalkStartScreen

    opened = screen.attempt(lambda: screen.host.desk.walk_forms.open_start(walk_id))
    if opened is None:
        return
    form = WalkStartScreen(opened)

    def closed(words: str | None) -> None:
        screen.closed_with_words(words)
        if form.begun:
            screen.pick("", (form.begun,))
            open_rooms(screen, form.begun, words or "")

    screen.app.push_screen(form, closed)


def open_rooms(screen: ReadingScreen[Any], walk_id: str, told: str = "") -> None:
    """Open the rooms of a walk.

    Args:
        screen: from where.
        walk_id: which walk.
        told: what row 23 says first.
    """
    from screens.walk.rooms import RoomsScreen

    desk = screen.host.desk
    walk = screen.attempt(lambda: desk.walks.get(walk_id))
    framework = screen.attempt(desk.shelf.progressions)
    left = screen.attempt(lambda: desk.walk_forms.open_line(walk_id))
    if walk is not None and framework is not None and left is not None:
        opened = RoomsScreen(walk, framework, *left, told)
        screen.app.push_screen(opened, screen.closed_with_words)


def open_page(screen: ReadingScreen[Any], walk_id: str) -> None:
    """Open what is told of a walk."""
    from screens.walk.page import WalkPage

    walk = screen.attempt(lambda: screen.host.desk.walks.get(walk_id))
    if walk is not None and screen.attempt(screen.host.desk.shelf.progressions) is not None:
        screen.app.push_screen(WalkPage(walk), screen.closed_with_words)


def open_debrief(screen: ReadingScreen[Any], walk_id: str) -> None:
    """Open the words of a walk's debrief."""
    from screens.walk.debrief import DebriefScreen

    desk = screen.host.desk
    walk = screen.attempt(lambda: desk.walks.get(walk_id))
    forms = screen.attempt(lambda: desk.walk_forms.open_debrief(walk)) if walk else None
    if walk is not None and forms is not None:
        screen.app.push_screen(DebriefScreen(walk, *forms), screen.closed_with_words)


def resume(screen: ReadingScreen[Any], draft: Draft) -> None:
    """Open the form that a draft was cut off from."""
    walk_id = draft.key.partition("-")[2]
    if draft.form == "room":
        open_rooms(screen, walk_id)
    elif draft.form == "debrief":
        open_debrief(screen, walk_id)
    else:
        open_start(screen, "" if walk_id == "new" else walk_id)

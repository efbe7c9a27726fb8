"""What a screen may ask of the app it runs in, without knowing the app."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar, cast

from textual.app import App
from textual.dom import DOMNode

from coach_tui.commands.keymap import Keymap
from coach_tui.services.desk import Desk
from coach_tui.widgets.glyphs import Glyphs

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class UnsavedGi:
    """What was typed into the GI box and left without saving."""

    total: str
    cluster: str | None
    reason: str
    items: tuple[str, ...] = ()


class Host(Protocol):
    """The app, as its screens know it.

    Attributes:
        desk: the open caseload.
        glyphs: the letters this terminal can draw.
        keys: the keys in force.
        saved_words: what row 1 says of the last save: "saved 10:42".
        color_words: the colours in use: "256", "16", "none".
        unsaved_gi: GI totals typed and left without saving, by person, year and session.
        hidden: whether names and bands are hidden in the lists.
    """

    desk: Desk
    glyphs: Glyphs
    keys: Keymap
    saved_words: str
    color_words: str
    unsaved_gi: dict[tuple[str, str, int], UnsavedGi]
    hidden: bool

    def save(self, work: Callable[[], T]) -> Awaitable[T]:
        """Run a service call that writes, on the one writer thread.

        Raises:
            CoachError: what the call raised.
        """
        ...

    def write_soon(self, work: Callable[[], object], told: Callable[[str], None]) -> None:
        """Queue a draft for the writer thread; `told` hears a sentence if it fails."""
        ...

    def finish(self, work: Callable[[], T]) -> T:
        """Run a service call that writes, behind what is queued, and wait for it here.

        Raises:
            CoachError: what the call raised, or that the disk does not answer.
        """
        ...

    def settle(self) -> None:
        """Wait for what the writer thread still has to do, a few seconds at most."""
        ...

    def copy_out(self, text: str) -> bool:
        """Ask the terminal to put a text on the clipboard; False where it is too long to ask."""
        ...

    def open_demo(self) -> None:
        """Open the demo's throw-away copy in place of the coach's own file.

        Raises:
            CoachError: it cannot be made.
        """
        ...

    def use_ascii(self, ascii_only: bool) -> None:
        """Draw with ASCII letters from now on, or with all."""
        ...

    def repaint(self) -> None:
        """Send the whole screen again, whatever the terminal shows."""
        ...

    def quit(self) -> None:
        """Leave the app, drafts kept."""
        ...


def host_of(node: DOMNode) -> Host:
    """The app a widget or screen runs in."""
    app: App[object] = node.app
    return cast(Host, app)

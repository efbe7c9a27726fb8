"""Drafts: what is typed is on the disk a moment later, a line before it is answered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from textual import on
from textual.timer import Timer
from textual.widget import Widget

from coach_tui.domain.dates import local_clock
from coach_tui.errors import CoachError
from coach_tui.widgets.fields.messages import Edited, NotTaken
from coach_tui.widgets.fields.text_box import TextBox
from screens.field_screen import FieldScreen, field_name

DRAFT_AFTER = 1.0
"""Seconds after the last key until the draft is written."""

DRAFT_AT_MOST = 1.5
"""Seconds from the first unsaved key until the draft is written: with the time that the disk takes,
a crash costs two seconds of typing at most."""

LINE_AT_MOST = 1.0
"""Seconds that the end of a line waits for the disk."""


class KeepsDraft(FieldScreen):
    """Fields whose values are kept as a draft while they are being typed."""

    def __init__(self) -> None:
        super().__init__()
        self._draft_words = ""
        self._draft_timer: Timer | None = None
        self._typed_since: float | None = None
        self._keeps = False
        self._values: dict[str, Any] = {}

    # -- what a subclass says ---------------------------------------------------------------

    def draft_work(self, *, closed: bool) -> Callable[[], object]:
        """What writes the form's draft, or removes it where nothing is typed."""
        raise NotImplementedError

    def leave_work(self) -> Callable[[], object]:
        """What is done when the form is left in the ordinary way; it may file what was typed."""
        return self.draft_work(closed=True)

    def field_changed(self, name: str) -> None:
        """A field holds another value."""

    # -- drafts -----------------------------------------------------------------------------

    def filled(self) -> None:
        """The fields hold what was stored; from here on a change is the coach's."""
        self._values = {field_name(field): _mark(field) for field in self.all_fields()}
        self._keeps = True
        for box in self.query(TextBox):
            box.line_ends = self.keep_line

    def no_more_drafts(self) -> None:
        """What was typed is being saved or discarded: no draft is written behind that."""
        self._keeps = False

    def drafts_again(self) -> None:
        """The save failed: what is on the screen is kept as a draft, now and from here on."""
        self._keeps = True
        self.host.write_soon(self.draft_work(closed=False), self._draft_kept)

    def _draft_kept(self, trouble: str) -> None:
        """As `draft_told`, but what row 23 says of the save stays unless this failed too."""
        if trouble:
            self.draft_told(trouble)

    @on(Edited)
    def _on_edited(self, event: Edited) -> None:
        """A change: the draft is due a second after the last key, two at most."""
        event.stop()
        name, mark = field_name(event.field), _mark(event.field)
        if not self._keeps or self._values.get(name) == mark:  # it was filled, not typed
            return
        self._values[name] = mark
        if self.is_typing:  # else a command changed it, and what that says stays
            self._told = ""
        self.field_changed(name)
        self.draft_due()

    def draft_due(self) -> None:
        """Something was typed: have the draft written a second from now, or two from the first."""
        now = asyncio.get_running_loop().time()
        since = self._typed_since = self._typed_since or now
        if self._draft_timer:
            self._draft_timer.stop()
        wait = min(DRAFT_AFTER, since + DRAFT_AT_MOST - now)
        if wait <= 0:
            self.draft_now()
        else:
            self._draft_timer = self.set_timer(wait, self.draft_now)

    @on(NotTaken)
    def _on_not_taken(self, event: NotTaken) -> None:
        event.stop()
        self.say(event.why)

    def on_descendant_blur(self) -> None:
        """Leaving a field keeps the draft."""
        super().on_descendant_blur()
        self.draft_now()

    def draft_now(self) -> None:
        """Have the draft written, if anything was typed since the last time."""
        if self._typed_since is None or not self._keeps or self.host.desk.readonly:
            return
        self._written_off()
        self.host.write_soon(self.draft_work(closed=False), self.draft_told)

    def _written_off(self) -> None:
        """What is typed by now is being written."""
        self._typed_since = None
        if self._draft_timer:
            self._draft_timer.stop()

    def draft_told(self, trouble: str) -> None:
        """Row 1 tells that the draft is on the disk; row 23 if it is not."""
        clock = self.host.desk.clock
        if trouble:
            self._draft_words = "draft NOT saved"
            self.say(f"What is on the screen is not on the disk yet. {trouble}")
        else:
            self._draft_words = f"draft saved {local_clock(clock.local(clock.now()))}"
        if self.is_mounted:
            self.draw_frame()

    async def keep_line(self) -> None:
        """Have the draft on the disk before a line ends; a slow disk is not waited for long.

        It is written even if it is about to be: what is queued is not on the disk yet.
        """
        if not self._keeps or self.host.desk.readonly:
            return
        self._written_off()
        work = self.draft_work(closed=False)
        try:
            await asyncio.wait_for(asyncio.shield(self.host.save(work)), LINE_AT_MOST)
        except TimeoutError:
            self.draft_told("The disk is slow to answer; the line follows.")
        except CoachError as fault:
            self.draft_told(str(fault))
        else:
            self.draft_told("")

    def keep_draft(self, *, closed: bool) -> None:
        """Keep what is typed, now: the app is leaving, or with `closed` False being cut off."""
        if not self._keeps or self.host.desk.readonly:
            return
        if closed:
            self.host.finish(self.leave_work())
        else:
            self.draft_work(closed=False)()

    def state_words(self) -> str:
        """The draft's state, once there is one."""
        return self._draft_words or self.host.saved_words


def _mark(field: Widget) -> object:
    """What changes with a field's value: a long text counts its changes, which is quicker."""
    return getattr(field, "changes", None) or getattr(field, "value", "")

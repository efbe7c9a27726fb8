"""Forms: a draft is kept while typing, so that leaving never asks and loses nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from textual import on
from textual.timer import Timer

from coach_tui.domain.dates import local_clock
from coach_tui.errors import CoachError
from coach_tui.widgets.fields.messages import Edited, NotTaken
from screens.field_screen import FieldScreen, field_name

DRAFT_AFTER = 1.0
"""Seconds after the last key until the draft is written."""

DRAFT_AT_MOST = 2.0
"""Seconds of typing that a crash may cost."""


class FormScreen(FieldScreen):
    """A form: what was typed is a draft until it is saved."""

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

    def field_changed(self, name: str) -> None:
        """A field holds another value."""

    # -- drafts -----------------------------------------------------------------------------

    def filled(self) -> None:
        """The fields hold what was stored; from here on a change is the coach's."""
        self._values = self.typed_values()
        self._keeps = True

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
        name, value = field_name(event.field), getattr(event.field, "value", "")
        if not self._keeps or self._values.get(name) == value:  # it was filled, not typed
            return
        self._values[name] = value
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
        self._typed_since = None
        if self._draft_timer:
            self._draft_timer.stop()
        self.host.write_soon(self.draft_work(closed=False), self.draft_told)

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

    def keep_draft(self, *, closed: bool) -> None:
        """Write the draft on this thread, now: the app is leaving or being cut off."""
        if self._keeps and not self.host.desk.readonly:
            self.draft_work(closed=closed)()

    def state_words(self) -> str:
        """The draft's state, once there is one."""
        return self._draft_words or self.host.saved_words

    # -- commands ---------------------------------------------------------------------------

    def do_app_back(self) -> None:
        """Leave; the draft is kept. Where it cannot be written, the words stay on the screen."""
        self.host.settle()
        try:
            self.keep_draft(closed=True)
        except CoachError as fault:
            self.say(f"Still here: the draft is not on the disk. D discards it. {fault}")
        else:
            self.dismiss(self.leaving_words())

    def discard(self, remove: Callable[[], object], done: str) -> None:
        """Forget what was typed and leave; stay, and say why, where the draft cannot be removed."""
        self.no_more_drafts()
        self.host.settle()
        try:
            remove()
        except CoachError as fault:
            self.drafts_again()
            self.say(str(fault))
        else:
            self.dismiss(done)

    def leaving_words(self) -> str | None:
        """What the screen beneath says after this one was left."""
        return None

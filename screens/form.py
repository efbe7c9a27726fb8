"""Screens of fields: Tab order, the TYPING and KEYS states, and a draft kept while typing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from textual import on
from textual.binding import Binding
from textual.timer import Timer
from textual.widget import Widget

from coach_tui.domain.dates import local_clock
from coach_tui.widgets.fields.messages import Edited, NotTaken
from screens.frame import FIELDS, CoachScreen

DRAFT_AFTER = 1.0
"""Seconds after the last key until the draft is written."""

DRAFT_AT_MOST = 2.0
"""Seconds of typing that a crash may cost."""


class FormScreen(CoachScreen[str | None]):
    """A form. Its fields have ids `f-` and the name of what they hold, and a `value`.

    Leaving it never asks and loses nothing: what was typed is a draft until it is saved.
    """

    BINDINGS = [
        Binding("tab", "next_field", show=False),
        Binding("shift+tab", "previous_field", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._last_field: Widget | None = None
        self._draft_words = ""
        self._draft_timer: Timer | None = None
        self._typed_since: float | None = None
        self._filling = True

    # -- what a subclass says ---------------------------------------------------------------

    def draft_work(self, *, closed: bool) -> Callable[[], object]:
        """What writes the form's draft, or removes it where nothing is typed."""
        raise NotImplementedError

    def field_changed(self, name: str) -> None:
        """A field holds another value."""

    def field_left(self, name: str) -> None:
        """The cursor went from a field to another one."""

    def after_last_field(self) -> None:
        """Tab on the last field."""

    def before_first_field(self) -> None:
        """Shift+Tab on the first field."""

    # -- fields -----------------------------------------------------------------------------

    def all_fields(self) -> list[Widget]:
        """Every field, on screen or not."""
        return [w for w in self.query("*") if isinstance(w, FIELDS) and w.id]

    def fields(self) -> list[Widget]:
        """The fields on screen, in Tab order."""
        return [field for field in self.all_fields() if _is_shown(field)]

    def typed_values(self) -> dict[str, Any]:
        """The value of every field by its name."""
        return {field_name(field): getattr(field, "value", "") for field in self.all_fields()}

    def action_next_field(self) -> None:
        """Go to the next field, and past the last one wherever that leads."""
        self._go_by(1, self.after_last_field)

    def action_previous_field(self) -> None:
        """Go to the field before, and before the first one wherever that leads."""
        self._go_by(-1, self.before_first_field)

    def _go_by(self, step: int, beyond: Callable[[], None]) -> None:
        self._told = ""
        fields = self.fields()
        here = self.focused or self._last_field
        at = fields.index(here) + step if here in fields else 0
        if 0 <= at < len(fields):
            fields[at].focus()
        else:
            beyond()

    def type_here(self) -> None:
        """Back to the field that was left with Esc, else to the first one."""
        fields = self.fields()
        if self._last_field in fields:
            self._last_field.focus()
        elif fields:
            fields[0].focus()

    def stop_typing(self) -> None:
        """From TYPING to KEYS; what was typed is kept at once."""
        self.set_focus(None)
        self.draft_now()

    @property
    def place_name(self) -> str:
        """The name of the field the cursor is in, or was."""
        field = self.focused if isinstance(self.focused, FIELDS) else self._last_field
        return field_name(field) if field else ""

    def on_descendant_blur(self) -> None:
        """Remember the field, and keep the draft."""
        super().on_descendant_blur()
        self.draft_now()

    def on_descendant_focus(self) -> None:
        """Tell of the field that was left."""
        before, self._last_field = self._last_field, self.focused
        if before is not None and before is not self.focused:
            self.field_left(field_name(before))
        super().on_descendant_focus()

    # -- drafts -----------------------------------------------------------------------------

    def filled(self) -> None:
        """The fields hold what was stored; from here on a change is the coach's."""
        self._filling = False

    @on(Edited)
    def _on_edited(self, event: Edited) -> None:
        """A change: the draft is due a second after the last key, two at most."""
        event.stop()
        if self._filling:
            return
        self._told = ""
        self.field_changed(field_name(event.field))
        now = asyncio.get_running_loop().time()
        since = self._typed_since = self._typed_since or now
        if self._draft_timer:
            self._draft_timer.stop()
        wait = max(0.0, min(DRAFT_AFTER, since + DRAFT_AT_MOST - now))
        self._draft_timer = self.set_timer(wait, self.draft_now)

    @on(NotTaken)
    def _on_not_taken(self, event: NotTaken) -> None:
        event.stop()
        self.say(event.why)

    def draft_now(self) -> None:
        """Have the draft written, if anything was typed since the last time."""
        if self._typed_since is None or self._filling or self.host.desk.readonly:
            return
        self._typed_since = None
        if self._draft_timer:
            self._draft_timer.stop()
        self.host.write_soon(self.draft_work(closed=False), self._draft_told)

    def _draft_told(self, trouble: str) -> None:
        """Row 1 tells that the draft is on the disk; row 23 if it is not."""
        clock = self.host.desk.clock
        if trouble:
            self._draft_words = "draft NOT saved"
            self.say(f"{trouble} What is on the screen is not on the disk yet.")
        else:
            self._draft_words = f"draft saved {local_clock(clock.local(clock.now()))}"
        if self.is_mounted:
            self.draw_frame()

    def keep_draft(self, *, closed: bool) -> None:
        """Write the draft on this thread, now: the app is leaving or being cut off."""
        if not self._filling and not self.host.desk.readonly:
            self.draft_work(closed=closed)()

    def state_words(self) -> str:
        """The draft's state, once there is one."""
        return self._draft_words or self.host.saved_words

    # -- commands ---------------------------------------------------------------------------

    def keys_badge(self) -> bool:
        """Both states matter here, so both are named."""
        return True

    def action_command(self, command_id: str) -> None:
        """Esc in a field only stops typing."""
        if command_id == "app.back" and self.is_typing:
            self._told = ""
            self.stop_typing()
            self.draw_frame()
            return
        super().action_command(command_id)

    def do_app_back(self) -> None:
        """Leave; the draft is kept."""
        if not self.host.desk.readonly:
            self.host.write_soon(self.draft_work(closed=True), lambda _trouble: None)
        self.dismiss(self.leaving_words())

    def leaving_words(self) -> str | None:
        """What the screen beneath says after this one was left."""
        return None


def field_name(field: Widget) -> str:
    """What a field holds: its id without `f-`."""
    return (field.id or "").removeprefix("f-")


def _is_shown(widget: Widget) -> bool:
    """Whether a widget and all it stands in are displayed."""
    return all(node.display for node in widget.ancestors_with_self if isinstance(node, Widget))

"""Screens of fields: Tab order, and the TYPING and KEYS states."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from screens.bindings import bindings_for
from screens.coach_screen import CoachScreen
from screens.frame import FIELDS

if TYPE_CHECKING:  # only the command line needs what finds a name
    from coach_tui.commands.finding import Asked


class FieldScreen(CoachScreen[str | None]):
    """A screen of fields. They have ids `f-` and the name of what they hold, and a `value`."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_for("typing")

    def __init__(self) -> None:
        super().__init__()
        self._last_field: Widget | None = None

    def do_typing_next(self) -> None:
        """The next field."""
        self.action_next_field()

    def do_typing_back(self) -> None:
        """The field before."""
        self.action_previous_field()

    def field_left(self, name: str) -> None:
        """The cursor went from a field to another one."""

    def field_leaving(self, name: str) -> None:
        """Tab or Enter is about to leave a field; the fields on screen may still change."""

    def after_last_field(self) -> None:
        """Tab on the last field."""

    def before_first_field(self) -> None:
        """Shift+Tab on the first field."""

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
        here = self.focused or self._last_field
        self.field_leaving(field_name(here) if here else "")
        fields = self.fields()
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
        """From TYPING to KEYS; nothing is lost."""
        self.set_focus(None)

    @property
    def place_name(self) -> str:
        """The name of the field the cursor is in, or was."""
        field = self.focused if isinstance(self.focused, FIELDS) else self._last_field
        return field_name(field) if field else ""

    def on_descendant_focus(self) -> None:
        """Tell of the field that was left."""
        before, self._last_field = self._last_field, self.focused
        if before is not None and before is not self.focused:
            self.field_left(field_name(before))
        if self.focused is not None:  # in a low window the field may stand below it
            self.focused.scroll_visible(animate=False, immediate=True)
        super().on_descendant_focus()

    def keys_badge(self) -> bool:
        """Both states matter here, so both are named."""
        return True

    def _asked_for(self, asked: Asked | None) -> None:
        """Asked for by its name, leaving leaves; Esc in a field only stops typing."""
        if asked is not None and asked.command.id == "app.back":
            self.stop_typing()
        super()._asked_for(asked)

    def action_command(self, command_id: str) -> None:
        """Esc in a field only stops typing."""
        if command_id == "app.back" and self.is_typing:
            self._told = ""
            self.stop_typing()
            self.draw_frame()
            return
        super().action_command(command_id)


def fill(fields: Iterable[Widget], form: object) -> None:
    """Put what a form holds under the fields' names into them."""
    for field in fields:
        put_value(field, getattr(form, field_name(field)))


def put_value(field: Widget, value: Any) -> None:
    """Put a value into a field of any kind: ticks into a row of boxes, else its one value."""
    setattr(field, "values" if isinstance(value, tuple) else "value", value)


def field_name(field: Widget) -> str:
    """What a field holds: its id without `f-`."""
    return (field.id or "").removeprefix("f-")


def _is_shown(widget: Widget) -> bool:
    """Whether a widget and all it stands in are displayed."""
    return all(node.display for node in widget.ancestors_with_self if isinstance(node, Widget))

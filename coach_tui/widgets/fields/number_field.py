"""A field for a whole number, or a `+` and a number."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from coach_tui.widgets.fields.line_field import LineField


class NumberField(LineField):
    """Digits and, where it is allowed, one leading `+`. Up and Down change it by 1, not below 0.

    `value` stays the text as typed, so that `11`, `+3` and a blank stay apart.

    Attributes:
        start: the number that Up and Down count from while the field is blank.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(1)", show=False),
        Binding("down", "step(-1)", show=False),
    ]

    def __init__(
        self,
        value: str = "",
        *,
        start: int = 0,
        plus: bool = True,
        digits: int = 6,
        placeholder: str = "",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """Make a field.

        Args:
            value: its first text.
            start: the number to count from while it is blank.
            plus: whether a leading + may be typed.
            digits: the most digits it takes.
            placeholder: our own words shown while it is empty.
            id: its id on the screen.
            classes: its classes.
        """
        super().__init__(
            value,
            placeholder=placeholder,
            limit=digits + plus,
            restrict=rf"\+?[0-9]{{0,{digits}}}" if plus else rf"[0-9]{{0,{digits}}}",
            id=id,
            classes=classes,
        )
        self.start = start
        self.plus = plus

    @property
    def wants(self) -> str:
        """What belongs in the field."""
        return "A whole number belongs here" + (", or +3 to add." if self.plus else ".")

    def action_step(self, by: int) -> None:
        """Change the number by so much, keeping its sign."""
        sign = "+" if self.value.startswith("+") else ""
        digits = self.value.removeprefix("+")
        number = int(digits) if digits.isdecimal() else 0 if sign else self.start
        self.value = f"{sign}{max(0, number + by)}"
        self.cursor_position = len(self.value)

"""One of a few, on one line: "( ) not yet  (x) rehearsed"."""

from collections.abc import Sequence

from coach_tui.widgets.fields.option_row import Option, OptionRow


class ChoiceRow(OptionRow):
    """Left, Right, Space or a letter picks. `value` is the key of the choice, "" for none yet."""

    def __init__(
        self,
        options: Sequence[Option],
        value: str = "",
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(options, id=id, classes=classes)
        self._value = ""
        self.value = value

    @property
    def value(self) -> str:
        """The key of the picked choice."""
        return self._value

    @value.setter
    def value(self, key: str) -> None:
        keys = [known for known, _ in self.options]
        if key == self._value or (key and key not in keys):
            return
        self._value = key
        self.active = keys.index(key) if key else 0
        if self.is_mounted:
            self.changed()

    def mark(self, on: bool) -> str:
        """A round box."""
        return "(x)" if on else "( )"

    def is_on(self, key: str) -> bool:
        """Whether it is the picked one."""
        return bool(self._value) and key == self._value

    def pick(self, index: int) -> None:
        """Pick a choice."""
        self.value = self.options[index][0]

    def action_step(self, by: int) -> None:
        """Pick the next choice, or the one before; the first press picks the one at the cursor."""
        if self._value:
            self.pick((self.active + by) % len(self.options))
        elif self.options:
            self.pick(0 if by > 0 else len(self.options) - 1)

    def action_press(self) -> None:
        """Space picks the next one, round and round."""
        self.action_step(1)

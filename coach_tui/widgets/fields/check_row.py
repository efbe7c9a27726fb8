"""Any of a few, on one line: "[x] read the materials  [ ] tried the task"."""

from collections.abc import Sequence

from coach_tui.widgets.fields.option_row import Option, OptionRow


class CheckRow(OptionRow):
    """Left and Right move, Space or a letter ticks. `values` are the keys ticked, in row order."""

    def __init__(
        self,
        options: Sequence[Option],
        values: Sequence[str] = (),
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(options, id=id, classes=classes)
        self._ticked: frozenset[str] = frozenset(values)

    @property
    def values(self) -> tuple[str, ...]:
        """The keys ticked."""
        return tuple(key for key, _ in self.options if key in self._ticked)

    @values.setter
    def values(self, keys: Sequence[str]) -> None:
        if frozenset(keys) == self._ticked:
            return
        self._ticked = frozenset(keys)
        if self.is_mounted:
            self.changed()

    @property
    def value(self) -> tuple[str, ...]:
        """The same as `values`, as fields of every kind call it."""
        return self.values

    def mark(self, on: bool) -> str:
        """A square box."""
        return "[x]" if on else "[ ]"

    def is_on(self, key: str) -> bool:
        """Whether it is ticked."""
        return key in self._ticked

    def pick(self, index: int) -> None:
        """Tick or untick."""
        self.active = index
        self.values = tuple(self._ticked ^ {self.options[index][0]})

    def action_step(self, by: int) -> None:
        """Move to the next box, or the one before."""
        if self.options:
            self.active = (self.active + by) % len(self.options)
            self.redraw()

    def action_press(self) -> None:
        """Tick or untick the box under the cursor."""
        if self.options:
            self.pick(self.active)

"""What typed forms share: how a draft keeps them, and how it is laid over them again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Self

from coach_tui.domain.draft import Draft

_WAS = "begun_on"


@dataclass(frozen=True, slots=True)
class TypedForm:
    """A form whose fields are texts as typed, or ids that are ticked."""

    def typed(self) -> dict[str, Any]:
        """The fields as a draft keeps them."""
        return asdict(self)

    def with_typed(self, typed: Mapping[str, Any]) -> Self:
        """The form with a draft's fields laid over it; what does not fit is left out."""
        kept: dict[str, Any] = {}
        for name in (field.name for field in fields(self)):
            now, value = getattr(self, name), typed.get(name)
            if isinstance(now, tuple) and isinstance(value, (list, tuple)):
                value = tuple(item for item in value if isinstance(item, str))
            if isinstance(value, type(now)):
                kept[name] = value
        return replace(self, **kept)

    def differs(self, stored: Self) -> dict[str, Any]:
        """The fields that are other than in a form as it is stored.

        A draft keeps these alone, so that it never brings back an old value.
        """
        before = stored.typed()
        return {name: value for name, value in self.typed().items() if value != before[name]}

    def changed(self, stored: Self, begun: Self) -> dict[str, Any]:
        """What a draft keeps: the fields that differ, and what they held as they were begun.

        Args:
            stored: the form as it is stored.
            begun: the form as it was stored when what differs was begun.
        """
        typed, was = self.differs(stored), begun.typed()
        return {**typed, _WAS: {name: was[name] for name in typed}}

    def begun_on(self, draft: Draft | None) -> Self:
        """The stored form as a draft was begun on it; itself without one."""
        was = draft.fields.get(_WAS) if draft else None
        return self.with_typed(was) if isinstance(was, Mapping) else self

    def onto(self, now: Self, begun: Self) -> Self:
        """What was typed since the form was begun, laid over what is stored by now."""
        return replace(now, **self.differs(begun))

    def is_over(self, stored: Self, begun: Self) -> bool:
        """Whether it would replace what was not yet there as it was begun; arguments as above."""
        mine, now, was = self.typed(), stored.typed(), begun.typed()
        return any(mine[name] != now[name] != was[name] for name in mine)

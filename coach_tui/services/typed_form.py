"""What typed forms share: how a draft keeps them, and how it is laid over them again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Self


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

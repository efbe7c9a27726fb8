"""What forms of plain texts share: how a draft keeps them, and how it is laid over them again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class TypedForm:
    """A form whose fields are all texts, as typed."""

    def typed(self) -> dict[str, Any]:
        """The fields as a draft keeps them."""
        return asdict(self)

    def with_typed(self, typed: Mapping[str, Any]) -> Self:
        """The form with a draft's fields laid over it; what does not fit is left out."""
        known = {field.name for field in fields(self)}
        return replace(
            self, **{k: v for k, v in typed.items() if k in known and isinstance(v, str)}
        )

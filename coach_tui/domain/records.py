"""What every stored record is made of."""

from collections.abc import Callable, Iterable
from typing import Annotated, Any, ClassVar, Self, TypeVar

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)

from coach_tui.domain.term import is_term
from coach_tui.text import BLOCK_LIMIT, LINE_LIMIT, clean_block, clean_line


def _cleaned(clean: Callable[[str], str]) -> BeforeValidator:
    """Cleans a text before pydantic looks at it, which refuses half of a surrogate pair."""
    return BeforeValidator(lambda given: clean(given) if isinstance(given, str) else given)


Line = Annotated[str, _cleaned(clean_line), StringConstraints(max_length=LINE_LIMIT)]
"""One line of user text: cleaned of control characters, at most 500 characters."""

Block = Annotated[str, _cleaned(clean_block), StringConstraints(max_length=BLOCK_LIMIT)]
"""Several lines of user text: cleaned, at most 20,000 characters."""

Count = Annotated[int, Field(strict=True, ge=0, le=100_000)]
"""A number of GIs, minutes or days; never negative."""


def _a_term(text: str) -> str:
    if not is_term(text):
        raise ValueError("it is no term; one is like 2026-27/1")
    return text


TermKey = Annotated[str, AfterValidator(_a_term)]
"""A half of a school year: "2026-27/1"."""


class Value(BaseModel):
    """A frozen part of a record. Fields that are not known are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def but(self, **changes: object) -> Self:
        """The same value with some fields changed, checked again."""
        return type(self).model_validate({**dict(self), **changes})


class FrameworkPin(Value):
    """The framework a record was made with, so that an old band never shifts."""

    id: str
    version: str


class Record(Value):
    """A stored record.

    Attributes:
        id: a ULID, the same in every store.
        revision: 0 until it is saved, then one more at each save; a save names the one it read.
        created_at: when it was made, UTC.
        updated_at: when it was last saved, UTC.
    """

    table: ClassVar[str]
    word: ClassVar[str] = "record"
    """What one is called on screen."""
    once: ClassVar[tuple[str, ...]] = ()
    """Fields that no two records of the kind have all in common."""

    id: str
    revision: int = Field(default=0, ge=0)
    created_at: AwareDatetime
    updated_at: AwareDatetime


R = TypeVar("R", bound=Record)


def newest_of_each(records: Iterable[R]) -> dict[tuple[Any, ...], R]:
    """Records by what is `once` of them; where two windows made two, the one saved last."""
    ordered = sorted(records, key=lambda one: (one.updated_at, one.id))
    return {tuple(getattr(one, name) for name in one.once): one for one in ordered}


class OwnRecord(Record):
    """A record of the coach's own practice, never of a person coached."""

    def told(self, before: Self | None) -> str:
        """A change to it in a few words, without a full stop: "Questioning: Developing".

        Args:
            before: as it was; None where it is new.
        """
        return self.word if before is None else f"changed {self.word}"

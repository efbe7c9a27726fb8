"""Pydantic's findings as what a service refuses."""

from collections.abc import Iterator
from contextlib import contextmanager

from pydantic import ValidationError

from coach_tui.domain.faults import sentences
from coach_tui.errors import Refused

__all__ = ["refusing", "sentences"]


@contextmanager
def refusing(what: str) -> Iterator[None]:
    """Turn a record's refusal of its own values into one the coach can read.

    Args:
        what: what is being saved: "This cycle".

    Raises:
        Refused: a record was made that does not pass its checks.
    """
    try:
        yield
    except ValidationError as error:
        raise Refused(f"{what} cannot be saved; {sentences(error)[0]}") from error

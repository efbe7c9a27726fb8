"""Record ids: ULIDs, text that sorts by the moment it was made."""

from datetime import datetime


def new_id(moment: datetime) -> str:
    """A fresh id of 26 letters and digits, stamped with an aware moment."""
    from ulid import ULID  # only a save needs it, a start does not

    return str(ULID.from_datetime(moment))

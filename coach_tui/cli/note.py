"""`coach-tui note`: a contact that is no visit, from the arguments or from standard input."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from coach_tui.cli.output import Printer
from coach_tui.cli.wiring import open_desk
from coach_tui.domain.dates import local_clock
from coach_tui.errors import Refused
from coach_tui.text import BLOCK_LIMIT

if TYPE_CHECKING:  # checked records are slow to load
    from coach_tui.services.contacts import RecordedContact
    from coach_tui.services.desk import Desk

MOST_BYTES = 16 * BLOCK_LIMIT
"""Read of standard input; above every text that is kept."""


def run(arguments: argparse.Namespace) -> int:
    """Save a contact, and print what was saved; the words of it are never printed.

    Raises:
        NotFound: nobody has the name.
        Ambiguous: several have.
        CoachError: it was refused, or could not be saved; nothing was changed.
    """
    from coach_tui.domain.contact import typed_minutes

    minutes = typed_minutes(arguments.minutes or "")
    desk = open_desk(arguments)
    key = desk.caseload.find(arguments.person)
    text = _standard_input() if arguments.text == ["-"] else " ".join(arguments.text)
    recorded = desk.contacts.record(key, _letters(text), minutes)
    Printer.of(arguments).line(_told(desk, recorded))
    return 0


def _standard_input() -> str:
    """All of standard input, bytes that are no letters as half surrogates.

    Raises:
        Refused: it is closed, or too long to be kept.
    """
    if sys.stdin is None:
        raise Refused("Standard input is closed, so there is nothing to note.")
    raw = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise Refused(
            f"The text on standard input is too long; the most is {BLOCK_LIMIT:,} characters."
            " Nothing was saved."
        )
    return raw.decode(sys.stdin.encoding or "utf-8", "surrogateescape").removeprefix("\ufeff")


def _letters(text: str) -> str:
    """A text, if all of it is letters.

    Raises:
        Refused: a part of it came as bytes that are none; to drop them would change the note.
    """
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise Refused("The text holds bytes that are no letters in UTF-8. Nothing was saved.")
    return text


def _told(desk: Desk, recorded: RecordedContact) -> str:
    """Who, how many lines, when, how long."""
    from coach_tui.domain.contact import minutes_words

    contact, lines = recorded.contact, len(recorded.note.lines)
    name = desk.people.get(contact.coachee_id).name
    at = local_clock(desk.clock.local(contact.at))
    took = "" if contact.minutes is None else f", {minutes_words(contact.minutes)}"
    counted = "1 line" if lines == 1 else f"{lines} lines"
    return f"{name}: {counted} noted at {at}{took}. It counts as a contact, not as a visit."

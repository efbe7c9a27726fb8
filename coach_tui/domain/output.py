"""What left the coaching pair: follow-ups sent, reports issued, consents given (CC-25, CC-31)."""

from datetime import date
from typing import ClassVar, Literal

from coach_tui.domain.records import Line, Record

OutputKind = Literal["follow_up", "report", "consent"]

MID_YEAR, YEAR_END = "mid-year", "year-end"
"""The two written reports of a school year (CC-25)."""


class Output(Record):
    """One follow-up, report or consent; marked by hand where the coach sent it in another way.

    Attributes:
        kind: a follow-up after a session, a written report, or a person's consent.
        on: the day it was sent, issued or given.
        what: which one: "mid-year", "year-end", "impact story".
        cycle_id: the session a follow-up is of, None for one of no session.
        withdrawn_on: the day a consent was taken back; from then on it is none.
    """

    table: ClassVar[str] = "outputs"
    word: ClassVar[str] = "record of what was sent"

    coachee_id: str
    kind: OutputKind
    on: date
    what: Line = ""
    cycle_id: str | None = None
    withdrawn_on: date | None = None

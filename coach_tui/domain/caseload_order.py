"""The orders a caseload can be put in. By band is one only the coach asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from coach_tui.domain.caseload import CaseloadRow, usual_order


@dataclass(frozen=True, slots=True)
class Order:
    """One order.

    Attributes:
        letter: the key that picks it.
        words: what it is called: "by next visit".
        key: what rows are sorted by.
    """

    letter: str
    words: str
    key: Callable[[CaseloadRow], Any]


def _name(row: CaseloadRow) -> str:
    return row.name.casefold()


def _school(row: CaseloadRow) -> tuple[str, str]:
    return row.facts.school.casefold(), _name(row)


def _contact(row: CaseloadRow) -> tuple[date, str]:
    """Those without any contact first, then the longest ago."""
    return row.facts.rhythm.contact or date.min, _name(row)


def _session(row: CaseloadRow) -> tuple[int, str]:
    return row.session or 0, _name(row)


def _band(row: CaseloadRow) -> tuple[int, str]:
    """From the first band to the last, those without one before them."""
    return row.band.level if row.band else 0, _name(row)


ORDERS = (
    Order("n", "next visit", usual_order),
    Order("a", "name", _name),
    Order("s", "school", _school),
    Order("c", "last contact", _contact),
    Order("e", "session", _session),
    Order("b", "band", _band),
)
"""All orders, the usual one first."""


def in_order(rows: Iterable[CaseloadRow], order: Order) -> tuple[CaseloadRow, ...]:
    """People in an order."""
    return tuple(sorted(rows, key=order.key))

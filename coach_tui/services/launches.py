"""The launch of a school year: found, and told of in one wording everywhere (IP-3)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from coach_tui.domain.dates import short_date

if TYPE_CHECKING:  # checked records are slow to load
    from coach_tui.domain.launch import Launch
    from coach_tui.domain.ports import Store


def launch_of(store: Store, coachee_id: str, year: str) -> Launch | None:
    """A person's launch of a school year, None if nothing of it is recorded."""
    from coach_tui.domain.launch import Launch

    found = [launch for launch in store.of(Launch, coachee_id) if launch.track == year]
    return found[-1] if found else None


def launch_words(launch: Launch | None, year: str, today: date) -> str:
    """The launch in words: "held Tue Sep 1", "planned for Sat Dec 12", "none recorded for …"."""
    if launch is None or launch.held_on is None:
        return f"none recorded for {year}"
    told = "held" if launch.is_held(today) else "planned for"
    return f"{told} {short_date(launch.held_on)}"


def launch_warning(launch: Launch | None, year: str, today: date, *, first: bool) -> str:
    """A sentence where the launch was not held yet; empty where it was.

    Args:
        launch: what is recorded of it.
        year: the school year, "2026-27".
        today: the coach's date.
        first: whether no session was held yet, so that the launch can still come before it.
    """
    if launch and launch.is_held(today):
        return ""
    if launch and launch.held_on:
        told = f"The launch of {year} is planned for {short_date(launch.held_on)}"
    else:
        told = f"No launch is recorded for {year}"
    return f"{told}; hold it before the first visit." if first else f"{told}."

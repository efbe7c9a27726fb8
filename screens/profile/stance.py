"""The stance of a recorded cycle, placed from the profile (CC-2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coach_tui.errors import CoachError

if TYPE_CHECKING:
    from coach_tui.domain.cycle import Cycle
    from screens.person_actions import PersonScreen


def open_stance(screen: PersonScreen[Any], cycle_id: str) -> None:
    """Open the box over a profile; what is picked is saved once it closes."""
    from screens.cycle.stance import StanceBox

    desk = screen.host.desk
    cycle = screen.attempt(lambda: desk.stances.open(cycle_id))
    if cycle is None:
        return
    picked: list[str] = [cycle.stance or ""]

    def keep(stance: str) -> None:
        picked[:] = [stance]

    def closed(_none: None) -> None:
        screen.run_worker(_place(screen, cycle, picked[0]), group="saves")

    screen.app.push_screen(StanceBox(_called(cycle), picked[0], desk.shelf, keep), closed)


async def _place(screen: PersonScreen[Any], cycle: Cycle, stance: str) -> None:
    """Save on the writer thread, and say what stands there now."""
    host = screen.host
    if stance == (cycle.stance or ""):
        screen.closed_with_words("The stance stays as it was.")
        return
    try:
        await host.save(lambda: host.desk.stances.place(cycle, stance))
    except CoachError as fault:
        screen.closed_with_words(str(fault))  # it says itself that nothing was saved
    else:
        told = f"stance {stance}" if stance else "stance cleared"
        screen.closed_with_words(f"{_called(cycle)}: {told}. {host.saved_words.capitalize()}.")


def _called(cycle: Cycle) -> str:
    """Which cycle: "Cycle 3, session 3"."""
    return f"Cycle {cycle.number}" + (f", session {cycle.session}" if cycle.session else "")

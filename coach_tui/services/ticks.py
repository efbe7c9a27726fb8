"""GIs ticked one by one from the list of a framework file; the total is their number (E2L-9)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from coach_tui.domain.cycle import Cycle
from coach_tui.domain.framework import Timeline
from coach_tui.domain.framework_words import UNKNOWN
from coach_tui.errors import Refused


@dataclass(frozen=True, slots=True)
class TickRow:
    """A row of the list: a heading, or a GI.

    Attributes:
        item: the GI's id; empty for a heading.
        text: its words, or those of the heading.
        cluster: the cluster it stands under; empty for those that the file does not have.
    """

    item: str
    text: str
    cluster: str


def tick_rows(timeline: Timeline, kept: Iterable[str] = ()) -> tuple[TickRow, ...]:
    """The GIs by cluster, in the order of the file, then those that it does not have.

    Args:
        timeline: the file in force.
        kept: ids that are ticked already.
    """
    rows = []
    for cluster in timeline.clusters:
        own = [
            TickRow(gi.id, gi.text, cluster.id) for gi in timeline.gis if gi.cluster == cluster.id
        ]
        if own:
            rows += [TickRow("", f"{cluster.id} {cluster.name}", cluster.id), *own]
    known = {gi.id for gi in timeline.gis}
    if gone := [item for item in kept if item not in known]:
        rows += [TickRow("", UNKNOWN.capitalize(), ""), *(TickRow(item, item, "") for item in gone)]
    return tuple(rows)


def in_order(rows: Iterable[TickRow], ticked: Collection[str]) -> tuple[str, ...]:
    """Ids that are ticked, in the order of the rows."""
    return tuple(row.item for row in rows if row.item and row.item in ticked)


def claimed(typed: str, items: tuple[str, ...]) -> tuple[str, ...]:
    """The ticks that a total rests on: none where another number was typed over theirs."""
    return items if items and typed.strip() == str(len(items)) else ()


def ticked_by(cycles: Iterable[Cycle], session: int) -> tuple[str, ...]:
    """The GIs ticked by a session out of a track's cycles; those of the last that has some."""
    held = [(c.session, c.id, c.gi.items) for c in cycles if c.gi.items and c.session is not None]
    return max((one for one in held if one[0] <= session), default=(0, "", ()))[2]


def check_ticks(items: Iterable[str], known: Collection[str]) -> None:
    """That every GI is on the list.

    Raises:
        Refused: one is not.
    """
    for item in items:
        if item not in known:
            raise Refused(f"'{item[:40]}' is not a GI of this framework; open the list again.")

"""What the search shows: headings of kinds, and under each its hits, the match kept in sight."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from coach_tui.domain.dates import near_date
from coach_tui.domain.note import line_mark
from coach_tui.domain.search_entry import KINDS, Entry, Kind
from coach_tui.domain.search_fold import found_in
from coach_tui.domain.search_index import Found, Group
from coach_tui.text import pad, width
from coach_tui.widgets.spans import EMPTY, Line, line, line_width
from screens.hiding import band_hidden, name_of
from screens.host import Host

HEADINGS: dict[Kind, str] = {
    "people": "People",
    "goals": "Goals",
    "steps": "Steps & to-dos",
    "notes": "Notes",
    "feedback": "Feedback",
    "rest": "Lessons, groups, reasons",
}

STRIP: dict[Kind, str] = {
    "people": "people",
    "goals": "goals",
    "steps": "to-dos",
    "notes": "notes",
    "feedback": "feedback",
    "rest": "other",
}
"""What row 23 calls a kind."""

TIPS = ("who:okafor", "tag:+", "since:feb", "band:meeting", '"exact words"', "cluster:C")
CUT = ("~", "")

NEAR = 300
"""Days from today within which a cycle's number says which cycle is meant."""


def tips_line(cells: int) -> Line:
    """What can be typed besides words, as much as there is room for."""
    text = " tips:"
    for tip in TIPS:
        if len(text) + 2 + len(tip) < cells:
            text += f"  {tip}" if text.endswith('"') or ":" in text[6:] else f" {tip}"
    return line((text, "muted"))


def kinds_words(chosen: Kind | None) -> str:
    """The kinds there are, the one that is shown in brackets."""
    words = [("all", chosen is None), *((STRIP[kind], kind == chosen) for kind in KINDS)]
    return "Kinds: " + " ".join(f"[{word}]" if here else word for word, here in words)


@dataclass(frozen=True, slots=True)
class Results:
    """Rows of what was found: the groups that are shown, each under its heading.

    Attributes:
        rows: a hit, a group for its heading, or None for a blank row.
        people: ids of those found, each once, in the order of their first hits.
        count: how many hits there are, those not kept included.
    """

    found: Found
    rows: tuple[Entry | Group | None, ...]
    people: tuple[str, ...]
    count: int

    @classmethod
    def of(cls, found: Found, kind: Kind | None) -> Results:
        """The rows of all kinds, or of one."""
        groups = [group for group in found.groups if kind in (None, group.kind)]
        rows: list[Entry | Group | None] = []
        for group in groups:
            rows += [None] if rows else []
            rows += [group, *group.hits]
        people = dict.fromkeys(hit.coachee_id for group in groups for hit in group.hits)
        return cls(found, tuple(rows), tuple(people), sum(group.count for group in groups))

    def hit(self, index: int) -> Entry | None:
        """The hit on a row; None where there is none."""
        row = self.rows[index] if 0 <= index < len(self.rows) else None
        return row if isinstance(row, Entry) else None

    def place(self, index: int) -> int:
        """The number of the hit on a row, from 1."""
        return sum(1 for row in self.rows[: index + 1] if isinstance(row, Entry))

    def row_of(self, hit: Entry | None) -> int:
        """The row of a hit that was found before; the first where it is no longer there."""
        if hit is None:
            return 0
        same = (at for at, row in enumerate(self.rows) if _is(row, hit))
        return next(same, 0)

    def draw(self, index: int, cells: int, host: Host, numbers: Mapping[str, int]) -> Line:
        """One row.

        Args:
            index: which one.
            cells: its width.
            host: the app.
            numbers: what people are called by while names are hidden, by id.
        """
        row = self.rows[index]
        if isinstance(row, Entry):
            return self._hit_line(row, cells, host, numbers.get(row.coachee_id, 0))
        return EMPTY if row is None else _heading(row)

    def _hit_line(self, hit: Entry, cells: int, host: Host, number: int) -> Line:
        """Who, which cycle or day, and the text around what was looked for."""
        today = host.desk.clock.today()
        names, places = (14, 9) if cells < 76 else (18, 10) if cells < 110 else (24, 12)
        name = name_of(host, self.name(hit), number)
        marked = self.found.query.marked
        text = _open_text(self.found, hit) if band_hidden(host) else hit.text
        head = line(
            " ",
            *(
                marks(pad(name, names - 1), marked)
                if hit.kind == "people"
                else ((pad(name, names - 1), ""),)
            ),
            " ",
            (pad(place_words(hit, self.found, today), places - 1) + " ", "muted"),
            (f"{hit.what}: " if hit.what else "", "muted"),
        )
        room = max(1, cells - line_width(head))
        shown = excerpt(host.glyphs.shown(text), marked, room)
        if hit.tag and shown[:1] == (CUT,):  # the mark of a note line is seen wherever it is cut
            mark = f"{line_mark(hit.tag)} "
            return (*head, (mark, ""), *excerpt(host.glyphs.shown(text), marked, room - len(mark)))
        return (*head, *shown)

    def name(self, hit: Entry) -> str:
        """Whose text a hit is."""
        return self.found.people[hit.coachee_id].name


def _is(row: Entry | Group | None, hit: Entry) -> bool:
    return isinstance(row, Entry) and row.key == hit.key


def _open_text(found: Found, hit: Entry) -> str:
    """What may be read while names are hidden: of a person, only what they teach."""
    return found.people[hit.coachee_id].role if hit.kind == "people" else hit.text


def _heading(group: Group) -> Line:
    """A kind and how many there are: "Notes 4"."""
    more = f", the first {len(group.hits)}" if len(group.hits) < group.count else ""
    return line(" ", (f"{HEADINGS[group.kind]} {group.count:,}", "strong"), (more, "muted"))


def place_words(hit: Entry, found: Found, today: date) -> str:
    """Which cycle a text is of, or which day: "cycle 4", "Mar 11", "Thu 13"."""
    if hit.kind == "people":
        status = found.people[hit.coachee_id].status
        return {"leave": "on leave", "archived": "archived"}.get(status, "")
    if hit.number and abs(hit.day - today.toordinal()) < NEAR and not hit.due:
        return f"cycle {hit.number}"
    day = hit.due or hit.day
    return near_date(date.fromordinal(day), today) if day else ""


def marks(text: str, needles: tuple[str, ...]) -> Line:
    """A drawn text, what was looked for in it bold."""
    spans, at = [], 0
    for start, end in found_in(text, needles):
        spans += [(text[at:start], ""), (text[start:end], "strong")]
        at = end
    return line(*spans, (text[at:], ""))


@lru_cache(maxsize=512)  # a row is drawn at each step through the list
def excerpt(text: str, needles: tuple[str, ...], cells: int) -> Line:
    """The part of a drawn text around what was looked for, `~` where it is cut.

    Args:
        text: in one line, as it is drawn.
        needles: folded texts.
        cells: the most it may take; the cut at its end is the list's own.
    """
    places = found_in(text[: 40 * cells], needles) or found_in(text, needles)
    start, end = max(places, key=lambda place: place[1] - place[0], default=(0, 0))
    if width(text[: end + 1]) < cells or end <= start:
        return marks(text[: 2 * cells + 2], needles)
    room = max(0, cells - 2 - (end - start))
    first = max(0, min(start - min(cells // 3, room), len(text) - cells + 1))
    following = text.find(" ", first, start) + 1
    kept = text[following or first :][: 2 * cells + 2]
    return (CUT, *marks(kept, needles))

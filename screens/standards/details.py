"""All that is known of one standard: what it asks, the readings, words, time, what is filed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain

from coach_tui.domain.coach_time import CoachTime
from coach_tui.domain.dates import near_date
from coach_tui.domain.standard_review import reading_words
from coach_tui.domain.term import term_words
from coach_tui.errors import CoachError
from coach_tui.services.filing import Tagged
from coach_tui.services.framework_files import STANDARDS
from coach_tui.services.standards import Point, TermReview
from coach_tui.text import pad, short_name
from coach_tui.widgets.spans import EMPTY, Line, line, wrap_line, wrap_text
from screens.hiding import name_of, person_numbers
from screens.host import Host
from screens.rights import rights_lines
from screens.standards.items import meter
from screens.standards.masking import Shown, shows

TIME = "3D"
"""The standard that the time stands under."""

RESTS = "What it rests on"
"""The heading of the tenets."""

_FILED = 6
"""Filed records told in the pane; all of them stand on the standard's own screen."""

_WIDE = 50
"""Cells of a filed record's line from which on all of it is told."""

Names = dict[str, str]
"""People's names by id, as they may be drawn."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a term is drawn, read once when its list is shown.

    Attributes:
        called: whom filed records are about.
        shown: makes a text drawable.
    """

    host: Host
    called: Names
    shown: Shown


def drawing_of(review: TermReview, host: Host) -> Drawing:
    """How a term is drawn: with names, or without any while they are hidden."""
    return Drawing(host, _names(host, chain(*review.tagged.values())), shows(host))


def _names(host: Host, found: Iterable[Tagged]) -> Names:
    """Names of whom filed records are about: shown, or numbers while names are hidden."""
    numbers, wanted = person_numbers(host), {one.coachee_id for one in found} - {""}
    people: Names = {}
    with suppress(CoachError):  # the list says why the file cannot be read
        people = {person.id: person.name for person in host.desk.store.people()}
    return {
        key: name_of(host, short_name(people.get(key, "somebody")), numbers.get(key, 0))
        for key in wanted
    }


def tenets_lines(review: TermReview, host: Host, width: int) -> list[Line]:
    """What coaching rests on, in the framework's words (DLP-0)."""
    rows = [line((RESTS, "title")), EMPTY]
    for tenet in review.standards.tenets:
        rows += wrap_line(
            line((f"{host.glyphs.dot} ", "muted"), host.glyphs.shown(tenet)), width, 2
        )
    counted = f"{review.looked_at} of {len(review.standards.points)} looked at"
    rows += [EMPTY, line((f"{term_words(review.term)}: {counted}", ""))]
    if review.not_yet:
        rows += wrap_text(f"Not yet: {', '.join(review.not_yet)}", width, "muted")
    return [*rows, *rights_lines(host, width, STANDARDS)]


def head_lines(point: Point, review: TermReview, drawing: Drawing, width: int) -> Iterator[Line]:
    """Its name, what it asks for, the readings of the terms, the coach's words."""
    glyphs, standard, part = drawing.host.glyphs, point.standard, point.part
    if standard and standard.parts:
        yield from wrap_text(f"{standard.id} {glyphs.shown(standard.name)}", width, "muted")
    yield from wrap_text(f"{glyphs.shown(part.id)} {glyphs.shown(part.name)}", width, "title")
    yield from wrap_text(glyphs.shown(part.gist), width)
    yield EMPTY
    for term, reading in ((review.term, point.reading), *point.past):
        tone = "" if term == review.term else "muted"
        told = f"{meter(reading, glyphs)} {reading_words(reading)}"
        head = line((pad(term_words(term), 12), "muted"), (told, tone))
        yield from wrap_line(head, width, hang=12)
    if point.words:
        yield from (EMPTY, line(("Your words", "strong")))
        for row in point.words.split("\n"):
            yield from wrap_text(drawing.shown(row), width)


def details(point: Point, review: TermReview, drawing: Drawing, width: int) -> list[Line]:
    """All of it, for the pane beside the list."""
    rows = [*head_lines(point, review, drawing, width)]
    if is_of_time(point):
        rows += [EMPTY, *time_lines(review.time, review.term, width)]
    found = review.filed_under(point)
    rows += [EMPTY, *filed_lines(found[:_FILED], len(found), drawing, width)]
    return [*rows, *rights_lines(drawing.host, width, STANDARDS)]


def is_of_time(point: Point) -> bool:
    """Whether the time of a term is told with it (DLP-3D)."""
    return point.standard is not None and point.standard.id == TIME


def filed_lines(
    found: Iterable[Tagged], count: int, drawing: Drawing, width: int
) -> Iterator[Line]:
    """What is filed under it, the newest first, one line each."""
    if not count:
        yield from wrap_text("Nothing is filed here yet.", width, "muted")
        return
    yield line(("Filed here ", "strong"), (str(count), "strong"))
    for one in found:
        yield filed_line(one, drawing, width)


def filed_line(one: Tagged, drawing: Drawing, width: int) -> Line:
    """One record: "Mar 4   Okafor    session 3: Exit tickets sorted"."""
    whom, words = drawing.called.get(one.coachee_id, "your log"), one.words
    room = 15
    if width < _WIDE:
        whom, words, room = whom.partition(",")[0], words.partition(": ")[0], 10
    day = near_date(one.on, drawing.host.desk.clock.today())
    return line(
        (pad(day, 7) + " ", "muted"),
        (pad(whom, room) + " ", "" if one.coachee_id else "muted"),
        pad(drawing.shown(words), max(4, width - room - 9)),
    )


def time_lines(time: CoachTime, term: str, width: int) -> Iterator[Line]:
    """Minutes and shares by kind of work, the coaching share, and how far apart people lie."""
    yield line((f"Time in {term_words(term)}", "strong"), ("  from your records", "muted"))
    for kind in time.kinds:
        yield line(
            pad(kind.words, min(22, width - 14)),
            f"{kind.minutes:>5} min",
            (f" {time.share(kind.minutes):>3}%", "muted"),
        )
    told = time.coaching_words
    yield from wrap_text(f"{told[:1].upper()}{told[1:]}", width)
    without = ", ".join(kind.blank_words for kind in time.kinds if kind.blank)
    for words in (without, time.spread_words):
        if words:
            yield from wrap_text(f"{words[:1].upper()}{words[1:]}", width, "muted")

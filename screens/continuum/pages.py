"""Pages over the continuum: all of one element, and every term side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.widget import Widget

from coach_tui.domain.continuum import change_words, group_level, tally
from coach_tui.domain.continuum_framework import Group, Section
from coach_tui.domain.term import term_words
from coach_tui.services.continuum import ContinuumNow, ElementNow
from coach_tui.text import pad
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.level_meter import level_meter
from coach_tui.widgets.scrolling_pane import ScrollingPane
from coach_tui.widgets.spans import EMPTY, Line, line, pad_line
from screens.bindings import bindings_for
from screens.continuum.detail import Pane
from screens.continuum.listing import item_lines
from screens.continuum.rows import Item
from screens.page import PageScreen

NAME = 26
"""Cells of a name, before the terms."""

TERM = 13
"""Cells of a term."""


class ItemPage(PageScreen):
    """All there is of one row of the continuum."""

    BINDINGS = bindings_for(PageScreen.SCOPE)

    def __init__(self, item: Item, now: ContinuumNow) -> None:
        super().__init__()
        self._item = item
        self._now = now

    def compose_body(self) -> Iterable[Widget]:
        """One page."""
        yield ScrollingPane(id="page")

    def on_mount(self) -> None:
        """Show it."""
        item, now, host = self._item, self._now, self.host
        self.pane().show_drawing(
            lambda width: [
                line(" ", *drawn)
                for drawn in item_lines(item, Pane(now, host, min(width - 2, 76)), whole=True)
            ]
        )
        self.draw_frame()

    def place(self) -> Line:
        """The place and the term."""
        dot = self.host.glyphs.dot
        return line(("My continuum", "title"), f" {dot} {self._now.name}")

    def status(self) -> str:
        """Whose this is."""
        return "Your own practice, for your eyes; levels are placed in the list."


class TermsPage(PageScreen):
    """The level of each element, term by term, and of each section."""

    BINDINGS = bindings_for(PageScreen.SCOPE)

    def __init__(self, now: ContinuumNow, at: str) -> None:
        """The terms.

        Args:
            now: the continuum as read.
            at: id of the element the page begins at; empty for the top.
        """
        super().__init__()
        self._now = now
        self._at = at

    def compose_body(self) -> Iterable[Widget]:
        """One page."""
        yield ScrollingPane(id="page")

    def on_mount(self) -> None:
        """Show the terms that fit, the newest last, the element that was picked in the window."""
        now, glyphs, pane = self._now, self.host.glyphs, self.pane()
        made = terms_table(now, glyphs, fitting(now, self.size.width))
        keys = [key for key, _ in made]
        at = keys.index(self._at) if self._at in keys else None
        pane.show_drawing(lambda width: _drawn(now, glyphs, width), at)
        if at is not None:
            pane.keep_in_view(at)
        self.draw_frame()

    def place(self) -> Line:
        """What this is."""
        return line(("My continuum", "title"), f" {self.host.glyphs.dot} term by term")

    def status(self) -> str:
        """How the picked element went, or what the page shows."""
        row = next((row for row in self._now.rows if row.element.id == self._at), None)
        shown = len(fitting(self._now, self.size.width))
        more = len(self._now.terms) - shown
        older = f" {more} earlier not shown." if more else ""
        if row is None:
            return f"Every term that has a placement, and this one.{older}"
        return f"{row.element.short}: {history_words(row, self._now)}.{older}"


def history_words(row: ElementNow, now: ContinuumNow) -> str:
    """An element through the terms: "Fall 2024 Emerging, Spring 2025 Developing"."""
    told = [
        f"{term_words(term)} {now.framework.word(row.levels.get(term))}"
        for term in now.terms
        if term in row.levels
    ]
    return ", ".join(told) or "not rated in any term"


def fitting(now: ContinuumNow, width: int) -> tuple[str, ...]:
    """The newest terms that a width has columns for."""
    return now.terms[-max(1, (width - NAME - 1) // TERM) :]


def _drawn(now: ContinuumNow, glyphs: Glyphs, width: int) -> list[Line]:
    return [drawn for _, drawn in terms_table(now, glyphs, fitting(now, width))]


def terms_table(now: ContinuumNow, glyphs: Glyphs, terms: Sequence[str]) -> list[tuple[str, Line]]:
    """A line for each element and group under its section, with the element's id."""
    heads = [(pad(term_words(term), TERM), "muted") for term in terms]
    made: list[tuple[str, Line]] = [("", line((pad("", NAME), ""), *heads))]
    for section in now.framework.sections:
        rows = now.of_section(section.id)
        made.append(("", _section_line(section, rows, now, terms)))
        done: set[str] = set()
        for row in rows:
            key = row.element.group
            if key and key not in done:
                done.add(key)
                group = next(group for group in now.framework.groups if group.id == key)
                made.append(("", _group_line(group, now, glyphs, terms)))
            name = f"    {row.element.short}" if key else f"  {row.element.short}"
            levels = [row.levels.get(term) for term in terms]
            made.append((row.element.id, _levels_line(glyphs.shown(name), levels, glyphs)))
        made.append(("", EMPTY))
    return made


def _levels_line(name: str, levels: Sequence[int | None], glyphs: Glyphs) -> Line:
    """Meters, each with the change from the last one that was rated."""
    drawn: Line = ((pad(name, NAME), ""),)
    last: int | None = None
    for level in levels:
        change = change_words(level, last)
        cell = (*level_meter(level, glyphs), (f" {change}", "strong"))
        drawn = (*drawn, *pad_line(cell, TERM))
        last = level or last
    return drawn


def _group_line(group: Group, now: ContinuumNow, glyphs: Glyphs, terms: Sequence[str]) -> Line:
    rows = now.of_group(group.id)
    levels = [group_level([row.levels.get(term) for row in rows]) for term in terms]
    return _levels_line(f"  {glyphs.shown(group.short)}", levels, glyphs)


def _section_line(
    section: Section, rows: Sequence[ElementNow], now: ContinuumNow, terms: Sequence[str]
) -> Line:
    """The section's name and, for each term, how many stand at each level: "1E 2D 1T"."""
    names = now.framework.placements
    cells = []
    for term in terms:
        found = tally(row.levels.get(term) for row in rows if row.counted)
        told = [f"{n}{name[:1]}" for n, name in zip(found.levels, names, strict=True)]
        cells.append((pad(" ".join(told), TERM), "muted"))
    return line((pad(f" {section.name}", NAME), "strong"), *cells)

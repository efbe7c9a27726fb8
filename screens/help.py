"""Help for the screen it was opened on: its keys, the words of the field, this terminal."""

from __future__ import annotations

import os
from collections.abc import Iterable

from textual.geometry import Size
from textual.widget import Widget

from coach_tui.clipboard import between
from coach_tui.commands.command import Command
from coach_tui.commands.registry import has_fields
from coach_tui.domain.bands import Band
from coach_tui.errors import CoachError
from coach_tui.services.framework_files import COACHING_WORDS, TIMELINE
from coach_tui.text import pad
from coach_tui.widgets.band_meter import band_tone, meter
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.scrolling_pane import ScrollingPane
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import EMPTY, Line, beside, line, line_width, wrap_line, wrap_text
from coach_tui.widgets.tabs import tabs
from screens.bindings import bindings_for
from screens.host import Host
from screens.page import PageScreen
from screens.rights import own_rights, rights_lines

PAGES = ("Keys", "Words", "Coaching words", "Terminal")

WORDS = (
    ("cycle", "One round: observe, feedback, goal, action step, review."),
    ("session", "A held meeting with one focus cluster, numbered 1 to 14, then on."),
    (
        "cluster",
        "The focus of a session, A to N. Known by its letter: C and N share a title, "
        "so do E and J.",
    ),
    ("look-for", "Something to see in the room for a cluster. Not a GI."),
    (
        "GI total",
        "All Growth Indicators so far this school year, as the teacher assesses them. "
        "Blank is not recorded; 0 is none yet. +3 adds three to the last total.",
    ),
    (
        "band",
        "What a total means at its session. A signal for the pair, not a rating. In sessions 4 "
        "and 6 Approaching starts one higher than the rows around suggest, as published; past "
        "session 14 there is no band.",
    ),
    (
        "launch",
        "The meeting at the start of the year: trust, expectations, focus, students; the order "
        "of A to D is agreed there.",
    ),
    ("action step", "One small move by the next visit. The next meeting opens with it."),
    ("priority group", "Students the pair watches for. Groups, never names."),
    (
        "note",
        "Timed lines. The first mark tags one: + praise, ? probe, > action, * GI evidence, "
        "# private. Further on, #C names a cluster, @EL a priority group; quotes and 17/24 count.",
    ),
    (
        "filter",
        "Words of the name, school or role; an accent counts where it is typed. late, today, "
        "overdue, quiet, draft, new, done, leave and archived pick by state, band:meet, "
        "cluster:C, level:site, model:station, name:, school: and role: by what is recorded. "
        '"late" in quotes, or name:late, looks for a name after all.',
    ),
    ("contact", "A word in the hallway, a call, a file sent. It is no visit."),
    ("low-inference", "What was said and done, not what was thought of it."),
)
"""Words of the field, each with what it means here."""


def key_lines(commands: Iterable[Command], width: int, glyphs: Glyphs) -> list[Line]:
    """Commands under their headings, then the marks; two columns if they fit."""
    column = width if width < 70 else width // 2
    groups: dict[str, list[Command]] = {}
    for found in commands:
        groups.setdefault(found.group, []).append(found)
    blocks = [[_title(name), *_rows(found, column - 1)] for name, found in groups.items()]
    blocks.append([_title("Marks"), *mark_lines(glyphs)])
    if column == width:
        return [row for block in blocks for row in (*block, EMPTY)]
    half = (sum(len(block) + 1 for block in blocks) + 1) // 2
    left: list[Line] = []
    right: list[Line] = []
    for block in blocks:
        (left if len(left) + len(block) <= half + 1 else right).extend((*block, EMPTY))
    return list(beside(left[:-1], right[:-1], column))


def _title(name: str) -> Line:
    return line(" ", (name, "strong"))


def _rows(commands: list[Command], width: int) -> Iterable[Line]:
    """One command a row: keys, then what it does; long keys push their own words only."""
    for found in commands:
        keys = pad(found.shown_keys, max(11, len(found.shown_keys)))
        head = line("  ", (keys, "key"), " ")
        yield from wrap_line(line(*head, found.help), width, hang=line_width(head))


def mark_lines(glyphs: Glyphs) -> list[Line]:
    """The marks of the list and the meters of the bands."""
    bands = [
        line("  ", *meter(band, glyphs), (f"        {band.word}", band_tone(band))) for band in Band
    ]
    return [
        line("  ", ("!", "late"), "           late"),
        line("  ", ("*", "strong"), "           unfinished draft"),
        *bands,
    ]


def word_lines(width: int) -> list[Line]:
    """The words of the field."""
    lines: list[Line] = []
    for name, meaning in WORDS:
        lines += wrap_line(line((f" {name:<15} ", "strong"), meaning), width, hang=17)
    return lines


def coaching_lines(host: Host, width: int) -> list[Line]:
    """The small vocabularies of coaching, then whose they are where they are the coach's own."""
    shelf, shown = host.desk.shelf, host.glyphs.shown
    lines: list[Line] = []
    for vocabulary in shelf.coaching_words().vocabularies:
        lines += [line(" ", (shown(vocabulary.name), "strong"))]
        for term in vocabulary.words:
            name = pad(shown(term.name), max(_TERM, len(term.name)))
            lines += wrap_line(line(f"   {name} ", shown(term.gloss)), width - 1, hang=_TERM + 4)
        lines.append(EMPTY)
    rights = own_rights(host, COACHING_WORDS)
    told = rights or f"More, such as the terms of a pathway: a {COACHING_WORDS}.toml of your own."
    return [*lines, *wrap_text(f" {shown(told)}", width - 1, "muted")]


_TERM = 22
"""Cells that a term takes at least."""


def terminal_lines(host: Host, size: Size, width: int) -> list[Line]:
    """What this terminal shows, where things are kept, how a text gets out."""
    glyphs, desk = host.glyphs, host.desk
    through = between(os.environ)
    letters = f"{glyphs.shown('é')} {glyphs.across} {glyphs.full}"
    changed = len(host.keys.changed)
    facts = (
        ("Size", f"{size.width}x{size.height}; 60x18 is the least, 110 columns show more"),
        ("Colors", f"{host.color_words}; [screen] colors in config.toml sets others"),
        ("Letters", f"{letters} {'plain' if glyphs.ascii_only else 'all'}; --ascii draws plain"),
        ("Copying", f"asked of the terminal{f' through {through}' if through else ''}; it may "
         "refuse without a word, so a copy can also be written to a file"),
        ("Mouse", "the terminal's own select and copy work, unless --mouse gives it to the app"),
        ("Data", f"{desk.where}; coach-tui path prints every place"),
        ("Settings", "config.toml; coach-tui config prints what is in force and from where"),
        ("Keys", f"{changed or 'none'} of your own; [keys] in config.toml changes them"),
    )  # fmt: skip
    lines: list[Line] = []
    for name, told in facts:
        lines += wrap_line(line((f" {name:<10} ", "strong"), glyphs.shown(told)), width, hang=12)
    return lines


class HelpScreen(PageScreen):
    """Four pages: keys, words, words of coaching, this terminal."""

    SCOPE = "help"
    BINDINGS = bindings_for(SCOPE)

    def __init__(self, scope: str) -> None:
        super().__init__()
        self._scope = scope
        self._page = 0

    def compose_body(self) -> Iterable[Widget]:
        """The page's name, then the page."""
        yield SpanPane(id="help-tabs")
        yield ScrollingPane(id="page")

    def on_mount(self) -> None:
        """Show the keys."""
        self._show()

    def _show(self) -> None:
        pane = self.query_one("#page", ScrollingPane)
        self.query_one("#help-tabs", SpanPane).show([line(" ", *tabs(PAGES, self._page))])
        pane.show_drawing(self._lines)
        pane.go(0)
        self.call_after_refresh(self.draw_frame)

    def _lines(self, width: int) -> list[Line]:
        if PAGES[self._page] == "Words":
            return [EMPTY, *word_lines(width), *rights_lines(self.host, width, TIMELINE)]
        if PAGES[self._page] == "Coaching words":
            return [EMPTY, *self._coaching_lines(width)]
        if PAGES[self._page] == "Terminal":
            return [EMPTY, *terminal_lines(self.host, self.size, width)]
        scopes = self.host.keys.scopes
        between_fields = scopes["typing"] if has_fields(self._scope) else ()
        commands = (*scopes[self._scope], *between_fields)
        return [EMPTY, *key_lines(commands, width, self.host.glyphs)]

    def _coaching_lines(self, width: int) -> Iterable[Line]:
        """The vocabularies, or why there are none."""
        try:
            return coaching_lines(self.host, width)
        except CoachError as fault:
            return wrap_text(f" {self.host.glyphs.shown(str(fault))}", width - 1)

    def place(self) -> Line:
        """Which screen the help is for."""
        name = self._scope.replace("_", " ").capitalize()
        return line(("Help", "title"), f" {self.host.glyphs.dot} {name}")

    def status(self) -> str:
        """When keys act."""
        return "Keys work when no field is being typed in. In a field, press Esc first."

    def do_help_next(self) -> None:
        """The next page."""
        self._page = (self._page + 1) % len(PAGES)
        self._show()

    def do_help_previous(self) -> None:
        """The page before."""
        self._page = (self._page - 1) % len(PAGES)
        self._show()

"""The Sources screen: whose the documents are, what is taken from each, which file is in force."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from coach_tui.errors import CoachError
from coach_tui.locations import told_path
from coach_tui.services.sources import Source, Sources, sources
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.scrolling_pane import ScrollingPane
from coach_tui.widgets.spans import EMPTY, Line, line, wrap_text
from screens.bindings import bindings_for
from screens.page import PageScreen

DISCLAIMER = (
    "This app is not affiliated with the owners of these documents, and not endorsed by them. "
    "Names of theirs are used only to refer to them."
)

OWN = (
    "A copy of a framework file, edited and put into the folder frameworks beside config.toml, "
    "stands in for ours. coach-tui framework check FILE tells whether it holds together."
)


class SourcesScreen(PageScreen):
    """One page, built from what the framework files say of themselves."""

    SCOPE = "sources"
    BINDINGS = bindings_for(SCOPE)

    def __init__(self) -> None:
        super().__init__()
        self._found: Sources | None = None

    def compose_body(self) -> Iterable[Widget]:
        """One page."""
        yield ScrollingPane(id="page")

    def on_mount(self) -> None:
        """Read the files and show what they say."""
        try:
            found = sources(self.host.desk.shelf)
        except CoachError as fault:
            self.say(str(fault))
            return
        self._found = found
        glyphs = self.host.glyphs
        self.pane().show_drawing(lambda width: source_lines(found, glyphs, width))
        self.call_after_refresh(self.draw_frame)

    def place(self) -> Line:
        """The screen's name."""
        return line(("Sources", "title"))

    def status(self) -> str:
        """How many documents, and whether an own file has a problem."""
        if self._found is None:
            return ""
        if number := len(self._found.problems):
            told = "1 problem" if number == 1 else f"{number} problems"
            return f"{told} in framework files of your own; ours are used meanwhile."
        own = sum(source.own is not None for source in self._found.every)
        return f"{len(self._found.every)} frameworks in force, {own or 'none'} from your own files."


def source_lines(found: Sources, glyphs: Glyphs, width: int) -> list[Line]:
    """What is wrong first, then each document with what comes from it, then the disclaimer."""
    lines: list[Line] = []
    if found.problems:
        lines += [EMPTY, line((" Framework files of your own", "strong"))]
    for problem in found.problems:
        lines += _wrapped(glyphs.shown(problem), width, "late")
    for note in found.notes:
        lines += [EMPTY, *_wrapped(glyphs.shown(note), width)]
    document = None
    for source in found.every:
        if source.document != document:
            lines += [EMPTY, *_wrapped(glyphs.shown(source.document), width, "strong", by=1)]
        document = source.document
        lines += _framework(source, glyphs, width)
    return [*lines, EMPTY, *_wrapped(DISCLAIMER, width, by=1), EMPTY, *_wrapped(OWN, width, by=1)]


def _framework(source: Source, glyphs: Glyphs, width: int) -> list[Line]:
    """One framework: what it is, from which file, by what right."""
    place = told_path(source.own) if source.own else "comes with the app"
    head = f"{source.title}, version {source.version}: {source.holds}"
    return [
        *_wrapped(glyphs.shown(head), width),
        *_wrapped(glyphs.shown(f"File: {place}"), width, "muted"),
        *_wrapped(glyphs.shown(source.rights), width, "muted"),
    ]


def _wrapped(text: str, width: int, tone: str = "", by: int = 3) -> list[Line]:
    """A text set in from the left."""
    return [line(" " * by, *row) for row in wrap_text(text, width - by - 1, tone)]

"""The pane beside the list: the picked person, or the first keys of an empty caseload."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.geometry import Size

from coach_tui.domain.caseload import CaseloadRow
from coach_tui.errors import CoachError
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import EMPTY, Line, line, wrap_text
from screens.host import host_of


class DetailPane(SpanPane):
    """Shows one person; reads them when it is asked to."""

    def show_person(self, coachee_id: str) -> str:
        """Read and show a person; gives a sentence if they cannot be read."""
        from screens.caseload.detail import detail_lines  # pydantic comes with it

        host = host_of(self)
        try:
            profile = host.desk.profile.of(coachee_id)
        except CoachError as fault:
            self.show([])
            return str(fault)
        self.show_drawing(lambda width: detail_lines(profile, host, width))
        return ""

    def draw(self, size: Size) -> Sequence[Line]:
        """The lines; where the pane is too low for all, the blank ones between them go first."""
        lines = list(super().draw(size))
        while len(lines) > size.height > 0 and EMPTY in lines:
            lines.reverse()
            lines.remove(EMPTY)
            lines.reverse()
        return lines

    def show_hidden(self, name: str, row: CaseloadRow, today: date) -> None:
        """Show what is next, and nothing by which the person could be known.

        Args:
            name: what stands in place of the name.
            row: the person.
            today: the coach's date.
        """
        drawn = [
            line((name, "title")),
            line(("Next ", "muted"), row.next_words(today)),
            EMPTY,
            *wrap_text("Names and bands are hidden.", max(8, self.content_size.width), "muted"),
        ]
        self.show(drawn)

    def show_start(self, *, quiet: bool) -> None:
        """Show the first keys; nothing where the file could not be read."""
        keys = host_of(self).keys
        rows = [line((keys.key_of(command), "key"), f"  {words}") for command, words in _START]
        self.show(() if quiet else (line(("Start here", "title")), *rows))


_START = (
    ("caseload.add", "add a teacher"),
    ("person.gi", "record a GI total"),
    ("person.cycle", "hold a coaching cycle"),
    ("app.help", "all keys and words"),
)
"""Commands that a coach begins with, and what they do."""

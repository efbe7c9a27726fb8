"""The note lines a cycle's texts were taken from: offered by field, kept as links (CC-19)."""

from __future__ import annotations

from coach_tui.domain.cycle import Citation
from coach_tui.domain.cycle_form import CycleForm
from coach_tui.domain.note import Note, NoteLine, Tag, read_lines, write_line
from coach_tui.domain.note_marks import groups, quotes

_TAGS: dict[str, Tag] = {
    "praise": "praise",
    "probes": "probe",
    "step": "action",
    "gi": "evidence",
}
"""The tag of the lines that a field asks for."""


def offered_lines(field: str, text: str) -> tuple[NoteLine, ...]:
    """The lines of a note that belong in a field, the oldest first; private ones never.

    Args:
        field: name of the form field.
        text: the note.
    """
    return tuple(line for line in every_line(text) if _belongs(field, line))


def every_line(text: str) -> tuple[NoteLine, ...]:
    """All lines of a note that may go into the cycle: the private ones stay where they are."""
    return tuple(line for line in read_lines(text) if line.tag != "private")


def _belongs(field: str, line: NoteLine) -> bool:
    """Whether a field asks for lines of this kind; one that asks for none gets them all."""
    if field in _TAGS:
        return line.tag == _TAGS[field]
    if field == "priority_groups":
        return bool(groups(line.text))
    if field == "reflection":
        return bool(quotes(line.text))
    return True


def put_in(form: CycleForm, field: str, line: NoteLine) -> CycleForm:
    """The form with a line named as what a field rests on; once, however often it is put in."""
    rows = form.cites.get(field, "").split("\n") if form.cites.get(field) else []
    written = write_line(line)
    if written in rows:
        return form
    return form.but(cites={**form.cites, field: "\n".join([*rows, written])})


def cited_lines(form: CycleForm, field: str) -> tuple[NoteLine, ...]:
    """The lines a field rests on: those of whose words half still stand in it."""
    text = str(getattr(form, field, ""))
    lines = read_lines(form.cites.get(field, ""))
    return tuple(line for line in lines if _holds(text, plain_words(line)))


def plain_words(line: NoteLine) -> str:
    """A line as it goes into a field: without its time and mark."""
    return line.text[1:].strip() if line.tag else line.text


def citations(form: CycleForm, note: Note | None) -> tuple[Citation, ...]:
    """The links of a finished form, each to the line of its note that it was taken from."""
    if note is None:
        return ()
    pairs = [(field, line) for field in form.cites for line in cited_lines(form, field)]
    linked = [(field, _line_of(line, note.open_lines)) for field, line in pairs]
    return tuple(
        Citation(field=field, note_id=note.id, line_id=line.id, text=line.text)
        for field, line in linked
        if line is not None
    )


def _line_of(cited: NoteLine, lines: tuple[NoteLine, ...]) -> NoteLine | None:
    """The line that was cited, reworded meanwhile or not; None where it went, or became private."""
    same = [line for line in lines if line.at == cited.at]
    exact = next((line for line in same if line.text == cited.text), None)
    return exact or next((line for line in same if _holds(line.text, plain_words(cited))), None)


def _holds(text: str, part: str) -> bool:
    """Whether half the words of a part stand in a text."""
    words, held = part.casefold().split(), set(text.casefold().split())
    return bool(words) and 2 * sum(word in held for word in words) >= len(words)

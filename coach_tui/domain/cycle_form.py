"""The five steps of a cycle as they are being typed: every field a text, nothing parsed yet.

A half-typed date is kept as it is, so that a draft brings back just what stood on the screen.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from coach_tui.domain.note_form import NoteForm
from coach_tui.domain.records import Value

Step = Literal["observe", "feedback", "goal", "action", "review"]

_NOTE = ("note_id", "note_base", "note_started", "note_ended")

STEPS: tuple[Step, ...] = ("observe", "feedback", "goal", "action", "review")
"""The steps in order; the meeting's six parts run through feedback, goal and action (IP-11)."""

STEP_WORDS: dict[Step, str] = {
    "observe": "Observe",
    "feedback": "Feedback",
    "goal": "Goal",
    "action": "Action step",
    "review": "Review",
}


class CycleForm(Value):
    """What was typed.

    Attributes:
        coachee_id: whom the cycle is with.
        track: the school year.
        number: which round of the track it will be.
        session: the number it will take as a session.
        carry_todo: id of the last open action step, empty for none.
        answer: what became of it; it belongs to that step and to no other.
        notes: the lines of the note the cycle has; the note keeps them, not the cycle's draft.
        note_id: the id of that note; `note_base`, `note_started` and `note_ended` are its own too.
        cites: by field, the note lines that were put into it, one a row.
        gi_items: ids of the GIs that were ticked; they count while `gi` is their number.
        ratings: the coachee's view of each look-for, by look-for id.
        own_words: the coachee's words to it.
    """

    coachee_id: str
    track: str
    number: int
    session: int
    when: str = ""
    at: str = ""
    minutes: str = ""
    mode: str = "in_person"
    lesson: str = ""
    prepared: tuple[str, ...] = ()
    notes: str = ""
    note_id: str = ""
    note_base: int = 0
    note_started: str = ""
    note_ended: str = ""
    cites: dict[str, str] = {}
    priority_groups: str = ""
    focus: str = ""
    carry_todo: str = ""
    answer: str = ""
    praise: str = ""
    probes: str = ""
    reflection: str = ""
    engagement: str = ""
    cluster: str = ""
    override: str = ""
    gi: str = ""
    gi_items: tuple[str, ...] = ()
    gi_reason: str = ""
    coach_gi: str = ""
    ratings: dict[str, str] = {}
    own_words: str = ""
    goal: str = ""
    step: str = ""
    step_lesson: str = ""
    practice: str = ""
    owner: str = "teacher"
    due: str = ""
    coach_part: str = ""
    next_visit: str = ""

    def typed(self) -> dict[str, Any]:
        """What was typed, and the step that was asked about; not what is worked out anew."""
        return self.model_dump(exclude={"coachee_id", "track", "number", "session", *_NOTE})

    def kept(self) -> dict[str, Any]:
        """The fields a draft keeps: what was typed but the lines, and which note has those."""
        fields = self.typed() | {"note_id": self.note_id}
        del fields["notes"]
        return fields

    @property
    def note(self) -> NoteForm:
        """The note as it is being typed here."""
        return NoteForm(
            coachee_id=self.coachee_id,
            note_id=self.note_id,
            base=self.note_base,
            mode=self.mode,
            started=self.note_started,
            ended=self.note_ended,
            text=self.notes,
        )

    def with_note(self, note: NoteForm) -> "CycleForm":
        """The form with a note's lines; the note's own mode and times stay the note's."""
        return self.but(
            notes=note.text,
            note_id=note.note_id,
            note_base=note.base,
            note_started=note.started,
            note_ended=note.ended,
        )

    def with_typed(self, fields: Mapping[str, Any]) -> "CycleForm":
        """The form with a draft's fields laid over it; what does not fit is left out.

        An answer to another step than the one this form asks about is left out too.
        """
        kept: dict[str, Any] = {}
        for name, now in self.typed().items():
            value = fields.get(name)
            if isinstance(now, tuple) and isinstance(value, list):
                value = tuple(item for item in value if isinstance(item, str))
            if isinstance(value, type(now)):
                kept[name] = value
        for name in ("ratings", "cites"):
            if any(not isinstance(text, str) for text in kept.get(name, {}).values()):
                del kept[name]
        asked_about = kept.pop("carry_todo", self.carry_todo)
        if asked_about != self.carry_todo:
            kept.pop("answer", None)
        return self.but(**kept)


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of the form that Review asks for when it is blank.

    Attributes:
        name: the field's name in the form.
        step: the step it stands in.
        words: what Review calls it.
    """

    name: str
    step: Step
    words: str


WANTED: tuple[FormField, ...] = (
    FormField("when", "observe", "Date"),
    FormField("minutes", "observe", "Minutes"),
    FormField("lesson", "observe", "Class"),
    FormField("notes", "observe", "Notes"),
    FormField("priority_groups", "observe", "Priority groups"),
    FormField("focus", "observe", "Focus area"),
    FormField("answer", "feedback", "Last step"),
    FormField("praise", "feedback", "Precise praise"),
    FormField("probes", "feedback", "Probing questions"),
    FormField("engagement", "feedback", "Engagement data"),
    FormField("reflection", "feedback", "Teacher's reflection"),
    FormField("cluster", "goal", "Cluster"),
    FormField("gi", "goal", "GI total"),
    FormField("goal", "goal", "Goal"),
    FormField("step", "action", "Action step"),
    FormField("step_lesson", "action", "Apply it in"),
    FormField("practice", "action", "Practice"),
    FormField("due", "action", "Due date"),
    FormField("next_visit", "action", "Next visit"),
)
"""What a whole cycle holds, in the order of the meeting. None of it is forced."""


def wanted(form: CycleForm, *, virtual: bool) -> tuple[FormField, ...]:
    """What this cycle holds: no last step where none is open, engagement only when virtual."""
    left_out = set()
    if not form.carry_todo:
        left_out.add("answer")
    if not virtual:
        left_out.add("engagement")
    return tuple(field for field in WANTED if field.name not in left_out)


def blanks(form: CycleForm, *, virtual: bool) -> tuple[FormField, ...]:
    """What is still blank, in order."""
    return tuple(
        field
        for field in wanted(form, virtual=virtual)
        if not str(getattr(form, field.name)).strip()
    )


def step_state(form: CycleForm, step: Step, *, virtual: bool) -> Literal["ok", "part", "blank"]:
    """Whether a step is filled, begun or blank."""
    asked = [field for field in wanted(form, virtual=virtual) if field.step == step]
    empty = [field for field in blanks(form, virtual=virtual) if field.step == step]
    if not empty:
        return "ok"
    return "blank" if len(empty) == len(asked) else "part"

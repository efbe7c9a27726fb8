"""Evidence of a progression's step as it is typed: what was seen, when, what it shows (PL-3)."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from coach_tui.clock import Clock
from coach_tui.domain.dates import plain_date, read_past_date
from coach_tui.domain.draft import Draft
from coach_tui.domain.ports import Drafts
from coach_tui.domain.progression import ProgressionPlace
from coach_tui.domain.progression_framework import ProgressionModel, ProgressionStep
from coach_tui.errors import Refused, StorageError
from coach_tui.services.progressions import ProgressionService
from coach_tui.services.typed_form import TypedForm
from coach_tui.services.unfinished import Unfinished
from coach_tui.text import LINE_LIMIT, clean_line

SHOWS = (("note", "a note"), ("seen", "in place"), ("not_yet", "not yet"))
"""What evidence shows, and the words for it; a note marks nothing."""

_MARKS = {"seen": True, "not_yet": False, "note": None}


@dataclass(frozen=True, slots=True)
class EvidenceForm(TypedForm):
    """Evidence as typed, nothing parsed yet.

    Attributes:
        text: what was seen or heard.
        when: the day.
        shows: what it shows: "note", "seen" or "not_yet".
    """

    text: str = ""
    when: str = ""
    shows: str = "note"


@dataclass(frozen=True, slots=True)
class OpenedEvidence:
    """A form that opens.

    Attributes:
        coachee_id: whose class.
        model: the model.
        step: its step.
        blank: the form with nothing typed.
        form: the form as it opens, a draft's fields laid over that.
    """

    coachee_id: str
    model: ProgressionModel
    step: ProgressionStep
    blank: EvidenceForm
    form: EvidenceForm

    @property
    def key(self) -> str:
        """The key of its draft: one for each step of a person's class."""
        return f"evidence-{self.coachee_id}-{self.model.code}-{self.step.id}"


class EvidenceFormService:
    """Evidence of one store as it is typed."""

    def __init__(self, progressions: ProgressionService, drafts: Drafts, clock: Clock) -> None:
        self._progressions = progressions
        self._unfinished = Unfinished(drafts)
        self._clock = clock

    def open(self, coachee_id: str, model_id: str, step_id: str) -> OpenedEvidence:
        """The form for a step, its draft taken up.

        Raises:
            Refused: there is no such step, or it is being typed in another window.
        """
        model, step = self._progressions.step(model_id, step_id)
        today = self._clock.today()
        blank = EvidenceForm(when=plain_date(today, today))
        opened = OpenedEvidence(coachee_id, model, step, blank, blank)
        draft = self._unfinished.read(opened.key)
        form = blank.with_typed(draft.fields) if draft else blank
        return replace(opened, form=form)

    def from_draft(self, draft: Draft) -> OpenedEvidence:
        """The form that a draft is of; raises as `open`."""
        model, step = (str(draft.fields.get(name, "")) for name in ("model_id", "step_id"))
        return self.open(draft.coachee_id, model, step)

    def keep_draft(
        self, opened: OpenedEvidence, form: EvidenceForm, place: str, *, closed: bool
    ) -> None:
        """Put what was typed on the disk as a draft.

        Raises:
            Refused: another window keeps a draft of the same form; that one stays.
            StorageError: it could not be written; the draft before is still there.
        """
        kept = {
            **form.differs(opened.blank),
            "model_id": opened.model.id,
            "step_id": opened.step.id,
        }
        now = self._clock.now()
        self._unfinished.keep(
            Draft(opened.key, "evidence", opened.coachee_id, now, kept, place, closed)
        )

    def discard_draft(self, opened: OpenedEvidence) -> None:
        """Remove the form's draft, if there is one that no other window types.

        Raises:
            StorageError: it could not be removed.
        """
        self._unfinished.discard(opened.key)

    def save(self, opened: OpenedEvidence, form: EvidenceForm) -> ProgressionPlace:
        """Save evidence as typed; its draft goes once it is on the disk.

        Raises:
            Refused: nothing is typed, or the day cannot be read; nothing was saved.
            Conflict: it was saved elsewhere meanwhile; nothing was saved.
            StorageError: it could not be written; the draft is kept.
        """
        text, day, in_place = self._read(form)
        saved = self._progressions.add_evidence(
            opened.coachee_id, opened.model.id, opened.step.id, day, text, in_place
        )
        with suppress(StorageError):  # it is on the disk; "not saved" invites a twin
            self.discard_draft(opened)
        return saved

    def _read(self, form: EvidenceForm) -> tuple[str, date, bool | None]:
        """The text, the day, and what it shows."""
        text, in_place = clean_line(form.text).strip(), _MARKS.get(form.shows)
        if not text and in_place is None:
            raise Refused("Nothing is typed; say what was seen or heard.")
        if len(text) > LINE_LIMIT:
            raise Refused(f"The text has {len(text)} characters; the most is {LINE_LIMIT}.")
        today = self._clock.today()
        return text, read_past_date(form.when, today) or today, in_place

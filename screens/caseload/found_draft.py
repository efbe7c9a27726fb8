"""The draft of a form that a crash or a dropped line cut off, offered at the next start."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from coach_tui.domain.caseload import CaseloadRow
from coach_tui.domain.dates import local_clock
from coach_tui.domain.draft import Draft
from coach_tui.errors import CoachError
from coach_tui.widgets.spans import roomiest
from screens.frame import room_of
from screens.listed_people import ListedPeople

WALK_FORMS = {"walk": "a walk", "room": "a room of a walk", "debrief": "a walk's debrief"}
"""Forms of a progression walk."""

OF_NOBODY = {
    "growth": "your growth log",
    "standard": "your own standards",
    "own_note": "your own practice",
    **WALK_FORMS,
}
"""Forms of the coach's own work, and what a draft of one is called."""


class OffersDraft(ListedPeople[None]):
    """Offers the newest cut-off draft until the cursor moves: Enter resumes it, D discards it.

    Attributes:
        found: the draft on offer.
        rows: the people shown, in order.
    """

    found: Draft | None = None
    rows: tuple[CaseloadRow, ...]

    def find_draft(self) -> None:
        """Look for a draft that was cut off, and offer it."""
        desk = self.host.desk
        cut_off = () if desk.readonly else desk.unfinished.cut_off()
        self.found = cut_off[0] if cut_off else None
        if self.found is None:
            return
        at = local_clock(self.host.desk.clock.local(self.found.saved_at))
        name = self._whose(self.found)
        resume, discard = self.key_of("person.open"), self.key_of("caseload.discard")
        told = f"Draft for {name} from {at} found."
        keys = f"{resume} resumes it, {discard} discards it."
        self.say(roomiest((f"{told} {keys}", f"{told} {resume} resumes it."), room_of(self)))

    def _whose(self, draft: Draft) -> str:
        """The name of whom a draft is about."""
        if draft.form in OF_NOBODY:
            return str(draft.fields.get("name") or OF_NOBODY[draft.form])
        if self.host.hidden:
            return "somebody"
        names = {row.coachee_id: row.name for row in self.rows}
        return names.get(draft.coachee_id) or str(draft.fields.get("name") or "a new person")

    def resume(self, draft: Draft) -> None:
        """Open the form the draft is of, on its person."""
        self.found = None
        keys = [row.coachee_id for row in self.rows]
        self.stand_on(draft.coachee_id)
        self.reload()
        open_it = self.openers().get(draft.form)
        if open_it is None:
            self._keep_on_offer(draft, "This version has no form for that draft")
        elif draft.coachee_id not in keys and draft.form not in ("coachee", *OF_NOBODY):
            self._keep_on_offer(draft, "The draft's person is not in the list")
        else:
            open_it(draft)

    def openers(self) -> dict[str, Callable[[Draft], None]]:
        """What opens a form of each kind with its draft in it, on the person it is about."""
        return {
            "coachee": lambda draft: self.open_form(draft.coachee_id),
            "contact": lambda _draft: self.do_person_contact(),
            "cycle": lambda _draft: self.do_person_cycle(),
            "note": self.open_note,
            "todo": self._open_todo,
            "launch": lambda _draft: self.do_person_launch(),
            "visit": lambda _draft: self.do_person_visit(),
            "correction": self._correct,
            "own_note": self._open_own_note,
            "output": self._open_output,
            "evidence": self._open_evidence,
            "growth": self._open_entry,
            "standard": self._open_words,
            **dict.fromkeys(WALK_FORMS, self._open_walk),
        }

    def _open_walk(self, draft: Draft) -> None:
        """Open the form of a walk that a draft is of."""
        from screens.walk.opening import resume

        resume(self, draft)

    def _open_own_note(self, draft: Draft) -> None:
        """Open the line about the coach's own practice that a draft is of."""
        from screens.continuum.note import open_own_note

        kind: Literal["evidence", "mentor"] = "evidence"
        if draft.fields.get("kind") == "mentor":
            kind = "mentor"
        term, element = str(draft.fields.get("term")), str(draft.fields.get("element"))
        open_own_note(self, kind, term, element)

    def _open_evidence(self, draft: Draft) -> None:
        """Open the evidence form that a draft is of."""
        from screens.progressions.evidence import open_draft

        open_draft(self, draft)

    def _open_entry(self, draft: Draft) -> None:
        """Open the entry of the coach's own log that a draft is of."""
        from screens.standards.entry import open_entry

        fields = draft.fields
        open_entry(self, str(fields.get("kind")), str(fields.get("entry_id") or ""))

    def _open_words(self, draft: Draft) -> None:
        """Open the words of the standard that a draft is of."""
        from screens.standards.words import open_words

        fields = draft.fields
        open_words(self, str(fields.get("part")), str(fields.get("term")))

    def _correct(self, draft: Draft) -> None:
        """Open the record that a draft corrects."""
        from screens.correction.screen import open_correction

        fields = draft.fields
        open_correction(self, str(fields.get("kind")), str(fields.get("record_id")))

    def _open_todo(self, draft: Draft) -> None:
        """Open the to-do that a draft is of, a new one where it names none."""
        from screens.todo import open_todo

        open_todo(self, str(draft.fields.get("todo_id") or ""))

    def _open_output(self, draft: Draft) -> None:
        """Open the form of what was sent or issued."""
        if draft.fields.get("kind") == "report":
            self.do_person_report()
        else:
            self.do_person_sent()

    def _keep_on_offer(self, draft: Draft, why: str) -> None:
        self.say(f"{why}; {self.key_of('caseload.discard')} discards it.")
        self.found = draft

    def do_caseload_discard(self) -> None:
        """Discard the draft on offer, after asking."""
        if self.found is None:
            self.say("No cut-off draft is on offer; D inside a cycle discards its own.")
            return
        from screens.dialogs.confirm import Confirm

        draft = self.found
        question = f"Discard the draft for {self._whose(draft)}? This cannot be undone."
        self.app.push_screen(Confirm(question), lambda yes: self._discard(draft, bool(yes)))

    def _discard(self, draft: Draft, yes: bool) -> None:
        """Remove it, or offer it again."""
        if not yes:
            self.find_draft()
            return
        try:
            self.host.desk.unfinished.discard(draft.key)
        except CoachError as fault:
            self.say(str(fault))
            return
        self.found = None
        self.reload()
        self.say("Draft discarded.")
        self.find_draft()

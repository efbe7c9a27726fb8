"""Keeping, saving and discarding a cycle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from textual import work

from coach_tui.domain.cycle_form import CycleForm
from coach_tui.errors import CoachError
from coach_tui.services.cycle_reading import Problem
from coach_tui.services.cycles import OpenCycle, SavedCycle
from screens.cycle.pages import CyclePages
from screens.hiding import told_name


class CycleSaving(CyclePages):
    """The draft while typing; the record at `w`.

    Attributes:
        note_lent: whether the note is being typed on its own screen, which keeps it meanwhile.
    """

    DISCARD = "cycle.discard"

    def __init__(self, opened: OpenCycle) -> None:
        super().__init__(opened)
        self._saving = False
        self.note_lent = False

    @property
    def untouched(self) -> bool:
        """Whether nothing was typed that is worth a draft."""
        return self.host.desk.cycles.is_untouched(self.form, self.opened.context)

    def draft_work(self, *, closed: bool) -> Callable[[], object]:
        """Keep the note, then the form that names it; nothing where nothing was typed."""
        cycles, form, place = self.host.desk.cycles, self.form, self.place_now()
        untouched, lent = self.untouched, self.note_lent

        def work() -> None:
            kept = form
            if not lent:
                kept = cycles.keep_note(form, place, closed=closed)
            if closed:  # should the screen stay, it goes on from what was filed
                self.form = kept
            if untouched:
                cycles.discard_draft(form.coachee_id)
            else:
                cycles.keep_draft(kept, place, closed=closed)

        return work

    def leaving_words(self) -> str | None:
        """The draft waits, if there is one."""
        if self.untouched:
            return None
        return (
            f"Draft of cycle {self.form.number} is kept; {self.key_of('person.cycle')} resumes it."
        )

    def do_cycle_keep(self) -> None:
        """Write the draft now."""
        if not self.host.desk.readonly:
            self.host.write_soon(self.draft_work(closed=False), self.draft_told)

    def field_left(self, name: str) -> None:
        """A day of another school year is read against that year's sessions."""
        if name == "when":
            self._follow_year()
        super().field_left(name)

    def _follow_year(self) -> None:
        try:
            year = self.host.desk.cycles.context_of(self.form).track.year
        except CoachError:
            return
        if year != self.opened.context.track.year:
            self.reread()

    def do_cycle_save(self) -> None:
        """Save the cycle; pressed twice it saves once."""
        problems = self.reading().problems
        if problems:
            self._go_to(problems[0])
        elif not self._saving:
            self._saving = True
            self.no_more_drafts()
            self._save(self.form)

    def _go_to(self, problem: Problem) -> None:
        """Show the field that bars the save, and say why."""
        self.show_step(problem.step, problem.field)
        self.say(problem.sentence)

    @work(group="saves")
    async def _save(self, form: CycleForm) -> None:
        """Save on the writer thread; stay and say why if it cannot be."""
        cycles = self.host.desk.cycles
        try:
            saved = await self.host.save(lambda: cycles.save(form))
        except CoachError as fault:
            self.drafts_again()
            self.reread()
            self.say(f"Not saved; kept as a draft. {fault}")
        else:
            self.dismiss(self._saved_words(saved))
        finally:
            self._saving = False

    def reread(self) -> None:
        """Read the form against the file as it is now: another window may have saved."""
        try:
            context = self.host.desk.cycles.context_of(self.form)
        except CoachError:
            return
        self.opened = replace(self.opened, context=context)
        self.form = self.form.but(**context.place())
        for page in self.pages():
            page.use(context)
        self.follow()

    def _saved_words(self, saved: SavedCycle) -> str:
        """What the screen beneath says: what exists now."""
        name = told_name(self.host, self.opened.context.coachee.name)
        session = saved.cycle.session
        told = f"{name}: session {session}" if session else f"{name}: cycle {saved.cycle.number}"
        if saved.standing:
            told += f", {saved.standing.total} GIs, {saved.standing.word}"
        return f"{told}. {self.host.saved_words.capitalize()}."

    def do_cycle_discard(self) -> None:
        """Ask, then forget what was typed."""
        from screens.dialogs.confirm import Confirm

        kept = "Its notes stay." if self.form.notes.strip() else "This cannot be undone."
        question = f"Discard the draft of cycle {self.form.number}? {kept}"
        self.app.push_screen(Confirm(question), self._discard)

    def _discard(self, yes: bool | None) -> None:
        if yes:
            cycles, form, place = self.host.desk.cycles, self.form, self.place_now()

            def remove() -> None:
                cycles.keep_note(form, place, closed=True)
                cycles.discard_draft(form.coachee_id)

            self.discard(remove, f"Discarded the draft of cycle {form.number}.")

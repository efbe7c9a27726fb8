"""Marking the step under the cursor: in place, not yet, confirmed; evidence; the model."""

from __future__ import annotations

from collections.abc import Callable

from coach_tui.domain.progression import STATE_WORDS
from coach_tui.domain.progression_standing import StepStanding
from coach_tui.widgets.spans import roomiest
from screens.frame import room_of
from screens.progressions.showing import ShowsProgression


class MarksSteps(ShowsProgression):
    """Answers the commands that record something."""

    def do_progressions_seen(self) -> None:
        """Seen in place today, or take that back."""
        step = self._marked_step()
        if step is not None:
            back = self.host.desk.clock.today() in step.record.seen
            told = "mark of today taken back" if back else "seen in place today"
            self._mark(step, None if back else True, told)

    def do_progressions_pause(self) -> None:
        """Seen today and not yet in place, or take that back."""
        step = self._marked_step()
        if step is not None:
            back = self.host.desk.clock.today() in step.record.not_yet
            told = "mark of today taken back" if back else "seen today, not yet in place"
            self._mark(step, None if back else False, told)

    def _mark(self, step: StepStanding, in_place: bool | None, told: str) -> None:
        key, model, marks = self.current, self._model_id, self.host.desk.progressions
        self._save(
            lambda: marks.mark(key, model, step.step.id, in_place, step.record),
            step,
            told,
            says_state=in_place is False,
        )

    def do_progressions_confirm(self) -> None:
        """The teacher confirms the step, or take that back."""
        step = self._marked_step()
        if step is None:
            return
        confirmed = not step.record.is_confirmed
        key, model, marks = self.current, self._model_id, self.host.desk.progressions
        self._save(
            lambda: marks.confirm(key, model, step.step.id, confirmed=confirmed, shown=step.record),
            step,
            "confirmed by the teacher" if confirmed else "no longer confirmed",
        )

    def do_person_note(self) -> None:
        """A note here is evidence for the step; open its form."""
        from screens.progressions.evidence import open_evidence

        step = self._marked_step()
        if step is not None:
            open_evidence(self, self._model_id, step.step.id)

    def do_progressions_model(self) -> None:
        """Offer the models, and name the one that is picked as the model in use."""
        from screens.progressions.model_box import ModelBox

        if self.found is not None:
            self.app.push_screen(ModelBox(self.found), self._model_picked)

    def _model_picked(self, model_id: str | None) -> None:
        key, service = self.current, self.host.desk.progressions
        if model_id and model_id == self._model_id:
            self.say("The model in use stays as it was.")
        elif model_id:
            self._save(lambda: service.choose(key, model_id), None, "is the model in use")

    # -- saving -----------------------------------------------------------------------------

    @property
    def _model_id(self) -> str:
        model = self.found.model if self.found else None
        return model.id if model else ""

    def _marked_step(self) -> StepStanding | None:
        """The step under the cursor; where there is none, say what comes first."""
        if self.step is None:
            self.say(self._why_nothing())
        return self.step

    def _save(
        self,
        work: Callable[[], object],
        step: StepStanding | None,
        told: str,
        *,
        says_state: bool = False,
    ) -> None:
        """Save a change of a step, or of the model, and say so.

        Args:
            work: saves it.
            step: the step; None for the model.
            told: what is said of it.
            says_state: whether that says already how the step stands.
        """
        self.change(work, lambda _saved: self._told_words(step, told, says_state=says_state))

    def _told_words(self, step: StepStanding | None, told: str, *, says_state: bool) -> str:
        """What was done, how the step stands, where the pause is, as far as there is room."""
        at = f"{self.host.saved_words.capitalize()}."
        if step is None:
            model = self.found.model if self.found else None
            return f"{self.host.glyphs.shown(model.name) if model else ''} {told}. {at}"
        steps = self.strand.steps if self.strand else ()
        now = next((one for one in steps if one.step.id == step.step.id), step)
        done = f"{step.step.id} {told}"
        pause = self.pause_words(now)
        forms = (
            f"{done}{'' if says_state else f'; {_state_words(now)}'}. {pause} {at}",
            f"{done}. {pause} {at}",
            f"{done}. {pause}",
            f"{done}. {at}",
        )
        return roomiest(forms, room_of(self))

    def pause_words(self, now: StepStanding) -> str:
        """Where the pause is after a step was marked: "The pause stays at F2."."""
        strand, pause = self.strand, self.pause
        if strand is None or strand.walked_on is None:
            return "Nothing is marked any more."
        if pause is None:
            return "All steps are in place."
        if pause.step.id == now.step.id or now not in strand.steps:
            return f"Pause at {pause.step.id}."
        later = strand.steps.index(now) > strand.steps.index(pause)
        return f"The pause stays at {pause.step.id}." if later else f"Pause at {pause.step.id}."


def _state_words(now: StepStanding) -> str:
    """How a step stands, and what makes it consistent where little is missing."""
    missing = ", a second day makes it consistent" if now.state == "once" else ""
    return f"{STATE_WORDS[now.state]}{missing}"

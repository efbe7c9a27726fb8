"""What the progressions show: a person, the model in use, the steps of a strand."""

from __future__ import annotations

from collections.abc import Collection

from coach_tui.domain.coachee import Coachee
from coach_tui.domain.progression_standing import StepStanding, StrandStanding
from coach_tui.services.progressions import PersonProgression
from coach_tui.widgets.row_list import RowList
from coach_tui.widgets.scrolling_pane import ScrollingPane
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import EMPTY, Line, line
from screens.hiding import name_of, person_numbers
from screens.list_moves import ListMoves
from screens.names_nobody import NamesNobody
from screens.progressions.detail import detail_lines, told_day
from screens.progressions.rows import Item, items, meters, step_line
from screens.rights import own_rights
from screens.walking import WalksPeople


class ShowsProgression(NamesNobody[str | None], ListMoves[str | None], WalksPeople[str | None]):
    """Reads a person's progression and shows a strand of it.

    Attributes:
        found: the progression as last read; None where nobody is there.
        people: ids of the list it was opened from; none, for that is the caseload.
    """

    def __init__(self, coachee_id: str, model_id: str = "", step_id: str = "") -> None:
        """Of a person, at the pause or at a step.

        Args:
            coachee_id: whose; empty for the first one of the caseload.
            model_id: the model of the step it opens at.
            step_id: that step; empty for the pause.
        """
        super().__init__()
        self.people = ()
        self.found: PersonProgression | None = None
        self._person = coachee_id
        self._items: list[Item] = []
        self._strand = 0
        self._opens_at = (model_id, step_id)

    @property
    def current(self) -> str:
        """The id of the person shown, empty for nobody."""
        return self.found.coachee.id if self.found else ""

    @property
    def shows_archived(self) -> bool:
        """Whether the person was archived when this was read."""
        return self.found is not None and self.found.coachee.status == "archived"

    @property
    def strand(self) -> StrandStanding | None:
        """The strand on the screen; None without a model."""
        standing = self.found.standing if self.found else None
        return standing.strands[self._strand % len(standing.strands)] if standing else None

    @property
    def step(self) -> StepStanding | None:
        """The step under the cursor."""
        item = self.under_cursor(self._items)
        return item if isinstance(item, StepStanding) else None

    @property
    def pause(self) -> StepStanding | None:
        """The pause of the strand on the screen; None while nothing of it was seen."""
        strand = self.strand
        return strand.pause if strand and strand.walked_on else None

    def open_at_step(self) -> None:
        """Stand on the step it was opened at; of another model than the one in use, say so."""
        model_id, step_id = self._opens_at
        standing = self.found.standing if self.found else None
        if not step_id or self.found is None:
            return
        if standing is None or standing.model.id != model_id:
            model = self.found.framework.model(model_id)
            name = self.host.glyphs.shown(model.name if model else model_id)
            pick = self.key_of("progressions.model")
            self.say(f"This stands at {step_id} of {name}, not the model in use; {pick} picks one.")
            return
        for number, strand in enumerate(standing.strands):
            if any(one.step.id == step_id for one in strand.steps):
                self._strand = number
        self._show(step_id)

    # -- reading ----------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the person again, the cursor on the same step."""
        here = self.step.step.id if self.step else ""
        if self._read():
            self._show(here)

    def _read(self) -> bool:
        """Read the person, else the first of the caseload; whether the file could be read."""
        listed = self.attempt(self.host.desk.caseload.today)
        if listed is None:
            return False
        everyone = (*listed.rows, *listed.archived)
        known = {row.coachee_id for row in everyone}
        self.everyone = tuple(row.name for row in everyone)
        if self._person not in known:
            self._person = listed.rows[0].coachee_id if listed.rows else ""
        if not self._person:
            self.found = None
            return True
        found = self.attempt(lambda: self.host.desk.progressions.of(self._person))
        if found is not None:
            self.found = found
        return found is not None

    def show_person(self, coachee_id: str) -> str:
        """Another person, at their pause."""
        self._person, self._strand = coachee_id, 0
        if not self._read() or self.found is None:
            return ""
        self._show()
        return self._whose(self.found.coachee)

    def came_back(self, coachee_id: str, words: str | None) -> None:
        """Go on with the person that the screen over this one was left on."""
        if coachee_id != self.current:
            self.show_person(coachee_id)
        self.closed_with_words(words)

    def pick(self, coachee_id: str, records: Collection[str]) -> None:
        """Show the person that was changed."""
        del records  # steps are no records of their own
        if coachee_id and coachee_id != self.current and coachee_id in self.walked():
            self.show_person(coachee_id)

    def go_strand(self, by: int) -> None:
        """Show another strand, round and round, at its pause."""
        standing = self.found.standing if self.found else None
        if standing is None or len(standing.strands) < 2:
            self.say("The steps stand in one list; there is no other strand.")
            return
        self._strand = (self._strand + by) % len(standing.strands)
        self._show()

    # -- drawing ----------------------------------------------------------------------------

    def _show(self, here: str = "") -> None:
        """Show the strand, the cursor on a step, else on the pause, else on the first one."""
        strand, found, glyphs = self.strand, self.found, self.host.glyphs
        made = self._items = items(strand, found.framework, glyphs) if strand and found else []
        pause = self.pause
        keys = [item.step.id if isinstance(item, StepStanding) else "" for item in made]
        wanted, room = here or (pause.step.id if pause else ""), max(map(len, keys), default=0)

        def draw(index: int, width: int) -> Line:
            item = made[index]
            if not isinstance(item, StepStanding):
                return item
            return step_line(item, room, width, glyphs, is_pause=item is pause)

        self.query_one(RowList).show(
            len(made),
            draw,
            cursor=keys.index(wanted) if wanted in keys else 0,
            rests=lambda index: isinstance(made[index], StepStanding),
            nothing=line((f" {self._why_nothing()}", "muted")),
        )
        self.query_one("#head", SpanPane).show_drawing(self._head)
        self.show_step()
        self.draw_frame()

    def show_step(self) -> None:
        """Show the step under the cursor in the pane."""
        pane, step, found = self.query_one("#page", ScrollingPane), self.step, self.found
        pane.go(0)
        if step is None or found is None:
            pane.show(())
            return
        glyphs, hidden = self.host.glyphs, self.host.hidden
        rights = own_rights(self.host, found.framework.id)
        pane.show_drawing(
            lambda width: detail_lines(step, found, glyphs, width, hidden=hidden, rights=rights)
        )

    def _head(self, width: int) -> list[Line]:
        """The person, the model and when it was walked; the meters; a blank line."""
        found, strand, glyphs = self.found, self.strand, self.host.glyphs
        if found is None:
            return []
        model = glyphs.shown(found.model.name if found.model else found.coachee.model)
        told = f"{model or 'no model yet'}{self._strand_words()}"
        if strand is not None:
            day = strand.walked_on
            told += f", walked {told_day(day, found.today)}" if day else ", not walked yet"
        who = line((f" {self._whose(found.coachee)}", "title"), f"  {told}")
        return [who, meters(strand, found.framework, glyphs, width) if strand else EMPTY, EMPTY]

    def _strand_words(self) -> str:
        """Which strand of how many: "; LMS set-up 1/4"; empty in a model without strands."""
        strand, standing = self.strand, self.found.standing if self.found else None
        if strand is None or standing is None or strand.strand is None:
            return ""
        at, count = standing.strands.index(strand) + 1, len(standing.strands)
        return f": {self.host.glyphs.shown(strand.strand.name)} {at}/{count}"

    def _whose(self, person: Coachee) -> str:
        numbers = person_numbers(self.host)
        return name_of(self.host, person.name, numbers.get(person.id, 0))

    def _why_nothing(self) -> str:
        """Why there are no steps, and the key that changes it."""
        if self.found is None:
            back, add = self.key_of("app.back"), self.key_of("caseload.add")
            return f"Nobody is in the caseload yet. {back} goes back to it; there {add} adds one."
        pick = self.key_of("progressions.model")
        if self.found.coachee.model:
            return f"There are no steps for this model. {pick} picks one that has some."
        return f"No model is picked yet. {pick} shows the models and the signs to tell them by."

"""The services of one open caseload: those that record, and here those that plan and review.

Each is made when it is first asked for, and what checks records is imported on first use.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from coach_tui.services.agenda import AgendaService
from coach_tui.services.own_desk import OwnDesk
from coach_tui.services.undo import UndoService

if TYPE_CHECKING:
    from coach_tui.services.archive import ArchiveService
    from coach_tui.services.corrections import CorrectionService
    from coach_tui.services.evidence_form import EvidenceFormService
    from coach_tui.services.launch_form import LaunchFormService
    from coach_tui.services.outputs import OutputService
    from coach_tui.services.prep import PrepService
    from coach_tui.services.progressions import ProgressionService
    from coach_tui.services.search import SearchService
    from coach_tui.services.stances import StanceService
    from coach_tui.services.todo_form import TodoFormService
    from coach_tui.services.todos import TodoService
    from coach_tui.services.tracks import TrackService
    from coach_tui.services.visit_form import VisitFormService
    from coach_tui.services.visits import VisitService
    from coach_tui.services.walk_form import WalkForms
    from coach_tui.services.walk_sheet import WalkSheets
    from coach_tui.services.walks import WalkService


class Desk(OwnDesk):
    """One coach's caseload, opened, with all that is done with it."""

    @cached_property
    def agenda(self) -> AgendaService:
        """What is late, due and coming."""
        return AgendaService(self.caseload, self._holidays)

    @cached_property
    def todos(self) -> TodoService:
        """To-dos done and moved."""
        from coach_tui.services.todos import TodoService

        return TodoService(self.store, self.clock)

    @cached_property
    def visits(self) -> VisitService:
        """Planned visits moved, held, cancelled."""
        from coach_tui.services.visits import VisitService

        return VisitService(self.store, self.clock)

    @cached_property
    def undo(self) -> UndoService:
        """Undo and redo of what was saved."""
        forget = self.notes.maker.forget
        return UndoService(self.remembering, self.drafts, self.clock, self.archive, forget)

    @cached_property
    def archiving(self) -> ArchiveService:
        """Archiving people."""
        from coach_tui.services.archive import ArchiveService

        return ArchiveService(self.store)

    @cached_property
    def corrections(self) -> CorrectionService:
        """Corrections of what is recorded."""
        from coach_tui.services.corrections import CorrectionService

        return CorrectionService(self.store, self.drafts, self.growth, self.clock, self._plan_keys)

    def _plan_keys(self) -> tuple[str, ...]:
        """Ids of the parts of a meeting's plan."""
        return tuple(part.id for part in self.shelf.continuum().plan_parts)

    @cached_property
    def tracks(self) -> TrackService:
        """New school years."""
        from coach_tui.services.tracks import TrackService

        return TrackService(self.store, self.growth, self.clock, self.new_id)

    @cached_property
    def visit_form(self) -> VisitFormService:
        """Planning a visit, and cancelling one."""
        from coach_tui.services.visit_form import VisitFormService

        return VisitFormService(
            self.store,
            self.drafts,
            self.shelf,
            self.profile,
            self.clock,
            self.new_id,
            self._holidays,
        )

    @cached_property
    def launch_form(self) -> LaunchFormService:
        """The launch of a school year, as it is typed."""
        from coach_tui.services.launch_form import LaunchFormService

        return LaunchFormService(self.store, self.drafts, self.shelf, self.clock, self.new_id)

    @cached_property
    def stances(self) -> StanceService:
        """How the coach worked in a cycle that is recorded."""
        from coach_tui.services.stances import StanceService

        return StanceService(self.store, self.clock)

    @cached_property
    def todo_form(self) -> TodoFormService:
        """Making a to-do, and editing one that is open."""
        from coach_tui.services.todo_form import TodoFormService

        return TodoFormService(self.store, self.drafts, self.clock, self.new_id)

    @cached_property
    def prep(self) -> PrepService:
        """One person just before a visit."""
        from coach_tui.services.prep import PrepService

        return PrepService(self.store, self.shelf, self.profile, self.clock)

    @cached_property
    def progressions(self) -> ProgressionService:
        """Progressions: models, steps, the pause."""
        from coach_tui.services.progressions import ProgressionService

        return ProgressionService(self.store, self.shelf, self.clock, self.new_id)

    @cached_property
    def evidence_form(self) -> EvidenceFormService:
        """Evidence of a progression's step."""
        from coach_tui.services.evidence_form import EvidenceFormService

        return EvidenceFormService(self.progressions, self.drafts, self.clock)

    @cached_property
    def search(self) -> SearchService:
        """Everything written."""
        from coach_tui.services.search import SearchService

        return SearchService(self.store, self.shelf, self.clock)

    @cached_property
    def walks(self) -> WalkService:
        """Progression walks."""
        from coach_tui.services.walks import WalkService

        smallest = self.settings.walks.smallest
        return WalkService(self.store, self.drafts, self.shelf, self.clock, self.new_id, smallest)

    @cached_property
    def walk_forms(self) -> WalkForms:
        """The forms of a walk."""
        from coach_tui.services.walk_form import WalkForms

        return WalkForms(self.walks)

    @cached_property
    def walk_sheets(self) -> WalkSheets:
        """The sheets of walks."""
        from coach_tui.services.walk_sheet import WalkSheets

        return WalkSheets(self.walks, self.remembering)

    @cached_property
    def outputs(self) -> OutputService:
        """Follow-ups sent, reports issued."""
        from coach_tui.services.outputs import OutputService

        return OutputService(self.store, self.drafts, self.clock, self.new_id)

"""The services of one open caseload that are about the coach's own practice."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from coach_tui.services.core_desk import CoreDesk

if TYPE_CHECKING:
    from coach_tui.services.consents import ConsentService
    from coach_tui.services.continuum import ContinuumService
    from coach_tui.services.continuum_note import OwnNoteService
    from coach_tui.services.evidence import EvidenceService
    from coach_tui.services.standards import StandardsService


class OwnDesk(CoreDesk):
    """A caseload, opened, with what the coach keeps of their own work."""

    @cached_property
    def continuum(self) -> ContinuumService:
        """The coach's own placement."""
        from coach_tui.services.continuum import ContinuumService

        return ContinuumService(
            self.store,
            self.shelf,
            self.clock,
            self.new_id,
            lambda term: self.evidence.of_term(term),
            general=lambda: self.settings.coach.profile == "general",
        )

    @cached_property
    def own_notes(self) -> OwnNoteService:
        """Lines about the coach's own practice."""
        from coach_tui.services.continuum_note import OwnNoteService

        return OwnNoteService(lambda: self.continuum, self.drafts, self.clock)

    @cached_property
    def evidence(self) -> EvidenceService:
        """What the records say of the coach's own practice."""
        from coach_tui.services.evidence import EvidenceService

        return EvidenceService(self.store, self.clock, self._holidays)

    @cached_property
    def consents(self) -> ConsentService:
        """Consents that people gave."""
        from coach_tui.services.consents import ConsentService

        return ConsentService(self.store, self.clock, self.new_id)

    @cached_property
    def standards(self) -> StandardsService:
        """The coach's own standards, and the growth log."""
        from coach_tui.services.filing import FilingService
        from coach_tui.services.growth_log import GrowthLogService
        from coach_tui.services.kept_records import KeptRecords
        from coach_tui.services.standards import StandardsService

        given = self.store, self.drafts, self.shelf, self.clock, self.new_id
        log = GrowthLogService(*given, self.consents, self.caseload.find)
        kept = KeptRecords(self.store)
        filing = FilingService(self.store, self.shelf, self.clock, kept)
        return StandardsService(*given, log, filing, kept)

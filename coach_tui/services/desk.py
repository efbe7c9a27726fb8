"""The services of one open caseload, each made when it is first asked for.

What the first screen needs is light; what checks records with pydantic is imported on first use.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from coach_tui.clock import Clock
from coach_tui.domain.ports import Drafts, Store
from coach_tui.services.caseload import CaseloadService
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.services.unfinished import Unfinished

if TYPE_CHECKING:
    from coach_tui.services.cycles import CycleService
    from coach_tui.services.growth import GrowthService
    from coach_tui.services.people import PeopleService
    from coach_tui.services.profile import ProfileService


@dataclass
class Desk:
    """One coach's caseload, opened.

    Attributes:
        demo: whether it is the throw-away demo copy.
        readonly: whether nothing may be saved.
        where: the folder the data is kept in, as it is told to the coach.
    """

    store: Store
    drafts: Drafts
    shelf: FrameworkShelf
    clock: Clock
    new_id: Callable[[datetime], str]
    demo: bool = False
    readonly: bool = False
    where: str = ""

    def warm(self) -> None:
        """Load what checks and saves records, and the frameworks; slow once, safe in any thread.

        Raises:
            BadFramework: a framework file cannot be read.
        """
        _ = self.profile, self.cycles, self.people
        self.store.warm()
        self.shelf.timeline()
        gc.freeze()  # what is loaded by now stays: collections need not look at it again

    @cached_property
    def unfinished(self) -> Unfinished:
        """Drafts of unfinished forms."""
        return Unfinished(self.drafts)

    @cached_property
    def caseload(self) -> CaseloadService:
        """The list of people."""
        return CaseloadService(self.store, self.drafts, self.shelf, self.clock)

    @cached_property
    def growth(self) -> GrowthService:
        """GI totals and tracks."""
        from coach_tui.services.growth import GrowthService

        return GrowthService(self.store, self.shelf, self.clock, self.new_id)

    @cached_property
    def people(self) -> PeopleService:
        """Adding and editing people."""
        from coach_tui.services.people import PeopleService

        return PeopleService(self.store, self.drafts, self.shelf, self.clock, self.new_id)

    @cached_property
    def cycles(self) -> CycleService:
        """Coaching cycles."""
        from coach_tui.services.cycles import CycleService

        return CycleService(
            self.store, self.drafts, self.shelf, self.growth, self.clock, self.new_id
        )

    @cached_property
    def profile(self) -> ProfileService:
        """One person at a glance."""
        from coach_tui.services.profile import ProfileService

        return ProfileService(self.store, self.drafts, self.shelf, self.growth, self.clock)

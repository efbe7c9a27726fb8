"""An open caseload and the services that record in it, each made when it is first asked for.

What the first screen needs is light; what checks records with pydantic is imported on first use.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from coach_tui.clock import Clock
from coach_tui.domain.holidays import Holidays, holidays_in
from coach_tui.domain.ports import Copies, Drafts, Store
from coach_tui.errors import BadFramework, Refused
from coach_tui.services.caseload import CaseloadService
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.services.undo import ChangeLog, RememberingStore
from coach_tui.services.unfinished import Unfinished
from coach_tui.toml_file import read_toml

if TYPE_CHECKING:
    from coach_tui.config import Settings
    from coach_tui.services.contacts import ContactService
    from coach_tui.services.cycles import CycleService
    from coach_tui.services.growth import GrowthService
    from coach_tui.services.notes import NoteService
    from coach_tui.services.people import PeopleService
    from coach_tui.services.profile import ProfileService
    from coach_tui.services.prompts import NotePrompts


@dataclass
class CoreDesk:
    """One coach's caseload, opened, and what records in it.

    Attributes:
        demo: whether it is the throw-away demo copy.
        readonly: whether nothing may be saved.
        where: the folder the data is kept in, as it is told to the coach.
        config: the settings file; None for the defaults.
        copies: where texts are written out to; None where that cannot be.
        archive: where records go that an undo takes out of the file; None keeps none of them.
    """

    store: Store
    drafts: Drafts
    shelf: FrameworkShelf
    clock: Clock
    new_id: Callable[[datetime], str]
    demo: bool = False
    readonly: bool = False
    where: str = ""
    config: Path | None = None
    copies: Copies | None = None
    archive: Copies | None = None

    def __post_init__(self) -> None:
        """Have every save remembered, so that it can be undone."""
        self.store = self.remembering = RememberingStore(self.store, ChangeLog())

    def warm(self) -> None:
        """Load what checks and saves records, and the frameworks; slow once, safe in any thread.

        Raises:
            BadFramework: a framework file cannot be read.
        """
        _ = self.profile, self.cycles, self.people, self.contacts, self.settings_trouble
        self.store.warm()
        self.shelf.timeline()
        with suppress(BadFramework):  # told of on their own screen; nothing else needs them
            self.shelf.progressions()
        gc.freeze()  # what is loaded by now stays: collections need not look at it again

    @property
    def settings(self) -> Settings:
        """The coach's settings; the defaults where the file cannot be used."""
        return self._settings[0]

    @property
    def settings_trouble(self) -> str:
        """What is wrong with the settings file or a framework file, empty if nothing is."""
        return self._settings[1] or self.shelf.trouble

    @cached_property
    def _settings(self) -> tuple[Settings, str]:
        """The settings in force, and what is wrong with the file."""
        from coach_tui.config import settings_in_force

        return settings_in_force(self.config)

    def write_copy(self, name: str, text: str) -> str:
        """Write a text out to a file; its path, as told to the coach.

        Raises:
            Refused: there is no place for such files.
            StorageError: it could not be written.
        """
        if self.copies is None:
            raise Refused("There is no folder to write it to; select the text with the mouse.")
        return self.copies.write(name, text)

    @cached_property
    def prompts(self) -> NotePrompts:
        """Questions that judgement words raise while notes are typed."""
        from coach_tui.services.prompts import NotePrompts

        return NotePrompts(self.shelf, on=self.settings.notes.prompts)

    @cached_property
    def unfinished(self) -> Unfinished:
        """Drafts of unfinished forms."""
        return Unfinished(self.drafts)

    @cached_property
    def caseload(self) -> CaseloadService:
        """The list of people."""
        return CaseloadService(self.store, self.drafts, self.shelf, self.clock, self._holidays)

    def _holidays(self) -> Holidays:
        """The coach's days off."""
        return self._days_off

    @cached_property
    def _days_off(self) -> Holidays:
        """As the file names them, whatever else is wrong there; it is checked later."""
        try:
            return holidays_in(read_toml(self.config).get("calendar") if self.config else None)
        except (FileNotFoundError, Refused):  # told of by `settings_trouble`
            return Holidays()

    @cached_property
    def growth(self) -> GrowthService:
        """GI totals and tracks."""
        from coach_tui.services.growth import GrowthService

        return GrowthService(self.store, self.shelf, self.clock, self.new_id)

    @cached_property
    def people(self) -> PeopleService:
        """Adding and editing people."""
        from coach_tui.services.people import PeopleService
        from coach_tui.services.person_form import PersonForm

        usual = self.settings.visits
        blank = PersonForm(ideal=str(usual.ideal_days), longest=str(usual.max_days))
        return PeopleService(self.store, self.drafts, self.shelf, self.clock, self.new_id, blank)

    @cached_property
    def cycles(self) -> CycleService:
        """Coaching cycles."""
        from coach_tui.services.cycles import CycleService

        return CycleService(
            self.store, self.drafts, self.shelf, self.growth, self.notes, self.clock, self.new_id
        )

    @cached_property
    def notes(self) -> NoteService:
        """Notes of visits."""
        from coach_tui.services.notes import NoteService

        return NoteService(self.store, self.drafts, self.clock, self.new_id)

    @cached_property
    def contacts(self) -> ContactService:
        """Contacts that are no visits."""
        from coach_tui.services.contacts import ContactService

        return ContactService(self.store, self.drafts, self.clock, self.new_id)

    @cached_property
    def profile(self) -> ProfileService:
        """One person at a glance."""
        from coach_tui.services.profile import ProfileService

        return ProfileService(
            self.store, self.drafts, self.shelf, self.growth, self.clock, self._holidays
        )

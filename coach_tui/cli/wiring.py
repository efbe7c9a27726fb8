"""Opens a caseload: the one place where stores, frameworks and clock are put together."""

import argparse
import os
from dataclasses import dataclass
from pathlib import Path

from coach_tui import locations
from coach_tui.clock import Clock, SystemClock
from coach_tui.errors import Refused
from coach_tui.ids import new_id
from coach_tui.services.demo import Build, DemoCopy, fill, shared_copy
from coach_tui.services.desk import Desk
from coach_tui.services.frameworks import SHIPPED, FrameworkShelf
from coach_tui.text import fit, visible

LONGEST_NAME = 200
"""In bytes; the lock and the temporary file beside a data file have longer names."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a caseload is kept.

    Attributes:
        file: the data file, absolute.
        drafts: the folder of its drafts.
    """

    file: Path
    drafts: Path

    @classmethod
    def of(cls, file: Path) -> "Place":
        """The place of a data file: drafts beside it, apart from those of other files there."""
        usual = file.name == "caseload.json"
        return cls(file, file.with_name("drafts" if usual else f"{file.name}.drafts"))


def place_of(arguments: argparse.Namespace) -> Place:
    """The place that the options and the environment name. Nothing is opened.

    Raises:
        Refused: no file can have the name.
    """
    if arguments.demo:
        return Place.of(DemoCopy(locations.demo_folder()).file)
    try:
        file = locations.data_file(arguments.db)
        os.fsencode(file)
    except (ValueError, RuntimeError, OSError) as error:  # half letters, ~nobody, folder gone
        raise _no_such_name(arguments) from error
    parts = map(os.fsencode, file.parts)
    if "\0" in str(file) or not file.name or any(len(part) > LONGEST_NAME for part in parts):
        raise _no_such_name(arguments)
    return Place.of(file)


def shelf_of(*, demo: bool) -> FrameworkShelf:
    """The frameworks: those shipped and, but for the demo, the coach's own over them."""
    if demo:
        return FrameworkShelf()
    return FrameworkShelf((SHIPPED, locations.config_folder() / "frameworks"))


def open_desk(arguments: argparse.Namespace) -> Desk:
    """The caseload that a command works on.

    Raises:
        CoachError: its file cannot be named, or the demo not be made.
    """
    clock, place = SystemClock(), place_of(arguments)
    if arguments.demo:
        shared_copy(place.file.parent, clock.today(), demo_builder(clock))
    return desk_at(place, clock, demo=arguments.demo, readonly=arguments.readonly)


def desk_at(place: Place, clock: Clock, *, demo: bool = False, readonly: bool = False) -> Desk:
    """The services over one data file."""
    from coach_tui.storage.copies import FileCopies
    from coach_tui.storage.drafts import FileDrafts
    from coach_tui.storage.store import FileStore

    return Desk(
        store=FileStore(place.file, clock, readonly=readonly),
        drafts=FileDrafts(place.drafts, clock),
        shelf=shelf_of(demo=demo),
        clock=clock,
        new_id=new_id,
        demo=demo,
        readonly=readonly,
        where=locations.told_path(place.file.parent),
        config=locations.config_file(),
        copies=FileCopies(place.file.parent / "copies"),
        archive=FileCopies(place.file.parent / "archive"),
    )


def demo_builder(clock: Clock) -> Build:
    """What fills a new copy of the demo."""

    def build(copy: DemoCopy) -> None:
        desk = desk_at(Place.of(copy.file), clock, demo=True)
        fill(desk.store, desk.drafts, desk.shelf, clock)

    return build


def _no_such_name(arguments: argparse.Namespace) -> Refused:
    named = arguments.db or os.environ.get("COACH_TUI_DB") or ""
    return Refused(f"No data file can be named '{fit(visible(named), 60)}'.")

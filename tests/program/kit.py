"""What the whole-program tests share: the app opened, a seeded file, drafts, colors in bytes."""

import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from coach_tui.clock import SystemClock
from coach_tui.domain.coachee import Coachee
from coach_tui.ids import new_id
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.services.seed import load_seed, records_from_seed
from coach_tui.storage.store import FileStore
from tests.program.start import coach_tui, isolated
from tests.program.terminal import PATIENCE, Program

CIBOLA = Path(__file__).parents[1] / "cibola.json"
READY = "? help"
"""Stands in the key bar of the caseload: the app takes keys."""

_SGR = re.compile(rb"\x1b\[([0-9;:]*)m")


@contextmanager
def opened(
    home: Path,
    *arguments: str,
    shows: str = READY,
    size: tuple[int, int] = (80, 24),
    env: Mapping[str, str] | None = None,
) -> Iterator[Program]:
    """The app in a terminal, its first screen drawn.

    Args:
        home: the coach's home folder.
        arguments: after the program's name.
        shows: what the first screen is known by.
        size: columns and rows.
        env: what is added to the environment.
    """
    with Program(coach_tui(*arguments), home, size, env) as program:
        program.wait_for(shows)
        program.settle()
        yield program


def command(home: Path, *arguments: str) -> str:
    """Run a command of the installed program beside the app; what it printed."""
    done = subprocess.run(
        coach_tui(*arguments), env=isolated(home), capture_output=True, text=True,
        check=False, timeout=PATIENCE,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def own_file(home: Path) -> Path:
    """The coach's own data file."""
    return home / ".local/share/coach-tui/caseload.json"


def with_cibola(home: Path) -> Path:
    """Put the twelve people of the journeys into the coach's own file; the file."""
    clock = SystemClock()
    seeded = records_from_seed(load_seed(CIBOLA), clock, FrameworkShelf().timeline())
    FileStore(own_file(home), clock).save(seeded.records)
    return own_file(home)


def with_people(home: Path, *families: str) -> Path:
    """Put people of these family names into the coach's own file; the home folder."""
    clock = SystemClock()
    now = clock.now()
    people = [
        Coachee(id=new_id(now), created_at=now, updated_at=now, family=family, given="Dana")
        for family in families
    ]
    FileStore(own_file(home), clock).save(people)
    return home


def drafts(home: Path) -> str:
    """All drafts on the disk, the coach's own and the demo's, as one text."""
    folder = own_file(home).parent
    files = [*folder.glob("drafts/*.json"), *folder.glob("demo/drafts/*.json")]
    return "\n".join(file.read_text("utf-8") for file in files)


def row(program: Program, number: int) -> str:
    """A row of the screen, counted from 1 as in the designs."""
    return program.screen_text().split("\n")[number - 1]


def names(program: Program) -> list[str]:
    """The family names in the caseload list, from the top."""
    lines = program.screen_text().split("\n")[3:-2]
    found = (re.match(r"[ !*](\w[\w -]*), ", line) for line in lines)
    return [match.group(1) for match in found if match]


def colors(raw: bytes) -> set[str]:
    """The kinds of color that were asked for: `16`, `256` and `rgb`; empty for none.

    The terminal's own colors (39 and 49) are none.
    """
    found = set()
    for match in _SGR.finditer(raw):
        codes = iter(int(code or 0) for code in re.split("[;:]", match.group(1).decode()))
        for code in codes:
            if code in (38, 48):
                found.add({5: "256", 2: "rgb"}[next(codes)])
                break  # the rest of a mixed sequence is of the same kind in what Textual writes
            if 30 <= code <= 37 or 40 <= code <= 47 or 90 <= code <= 107:
                found.add("16")
    return found

"""Typing in a note: the echo of a letter, its bytes, and twenty letters over a thin line."""

from __future__ import annotations

import os
import select
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles

from coach_tui.clock import SystemClock
from coach_tui.domain.note import Note, NoteLine
from coach_tui.ids import new_id
from coach_tui.storage.store import FileStore
from tests.bench.twins import NOTE
from tests.program.kit import own_file, with_people
from tests.program.start import coach_tui
from tests.program.terminal import Program

TWINS = str(Path(__file__).with_name("twins.py"))
SIZES = ((80, 24), (120, 40))
LETTERS = cycle("abcdefgh ")

MOST_BYTES = 200
"""Bytes that a typed letter may take."""

RATE = 2_000
"""Bytes a second of the thin line."""


class ThinLine(Program):
    """A terminal at the end of a line of so many bytes a second."""

    def _burst(self) -> bytes:
        """What came through in a hundredth of a second."""
        time.sleep(0.01)
        if not select.select([self._master], [], [], 0)[0]:
            return b""
        data = os.read(self._master, RATE // 100)
        self.heard_at = time.perf_counter()
        return data


def home_with_note(home: Path, lines: int) -> Path:
    """A home with one person and a note of today of so many lines; the home."""
    home.mkdir()
    with_people(home, "Whitcomb")
    clock = SystemClock()
    store, now = FileStore(own_file(home), clock), clock.now()
    text = cycle(line.split(" ", 2)[2] for line in NOTE)
    note = Note(
        id=new_id(now), created_at=now, updated_at=now, coachee_id=store.people()[0].id,
        started_at=now, lines=tuple(NoteLine(id=str(n), text=next(text)) for n in range(lines)),
    )  # fmt: skip
    store.save([note])
    return home


def open_note(program: Program) -> Program:
    """The app, its note open with the cursor in a new line."""
    program.wait_for("? help")
    program.settle()
    program.press("n")
    program.wait_for("Enter timed line")
    program.settle(0.3)
    program.press("enter")
    program.settle(0.3)
    return program


def note(home: Path, size: tuple[int, int]) -> Program:
    """The app on a home of `home_with_note`."""
    return open_note(Program(coach_tui(), home, size))


def text_area(home: Path, size: tuple[int, int]) -> Program:
    """The twin: fifty lines in a TextArea."""
    program = Program([sys.executable, TWINS, "text"], home, size)
    program.wait_for("ready")
    program.settle(0.3)
    return program


@dataclass(frozen=True, slots=True)
class Echoes:
    """What letters cost in one program.

    Attributes:
        seconds: from each key to the last of what was drawn for it.
        size: bytes of each.
    """

    seconds: tuple[float, ...]
    size: tuple[int, ...]

    @property
    def median(self) -> float:
        """The middle of the seconds."""
        return median(self.seconds)

    @property
    def p95(self) -> float:
        """What nineteen of twenty stay under."""
        return quantiles(self.seconds, n=20)[-1]


def letter(program: Program) -> tuple[float, int]:
    """Type a letter: its seconds and its bytes."""
    program.settle(0.03)
    before = len(program.raw)
    began = time.perf_counter()
    program.press(next(LETTERS))
    program.wait_until(lambda: len(program.raw) > before, "an echo")
    heard = program.heard_at
    program.settle(0.03)
    return heard - began, len(program.raw) - before


def echoes(programs: Mapping[str, Program], rounds: int) -> dict[str, Echoes]:
    """Letters typed turn by turn into all of them; the first few only warm them."""
    taken: dict[str, list[tuple[float, int]]] = {name: [] for name in programs}
    for _ in range(rounds + 5):
        for name, program in programs.items():
            taken[name].append(letter(program))
    return {
        name: Echoes(*(tuple(side) for side in zip(*found[5:], strict=True)))
        for name, found in taken.items()
    }


def late_letters(program: Program) -> float:
    """Twenty letters, eight a second: seconds from the last key until all are on the screen."""
    program.settle(0.5)
    text = "thequickbrownfoxjump"
    for char in text:
        began = time.perf_counter()
        program.press(char)
        while time.perf_counter() - began < 0.125:
            program._pump(0.01)
    typed = time.perf_counter() - 0.125
    program.wait_for(text, 180)
    return time.perf_counter() - typed


def row(name: str, value: float, promise: float, told: str = "") -> bool:
    """Print a figure with its promise; whether it was kept."""
    print(f"{name:<60}{value:8.2f}  (at most {promise:g})  {told}")
    return value <= promise


def run_size(folder: Path, size: tuple[int, int], rounds: int) -> list[bool]:
    """Echo and bytes at one size."""
    where = f"{size[0]}x{size[1]}"
    homes = [folder / f"{kind}-{where}" for kind in ("short", "long", "twin")]
    homes[2].mkdir()
    with (
        note(home_with_note(homes[0], 50), size) as short,
        note(home_with_note(homes[1], 5_000), size) as long,
        text_area(homes[2], size) as twin,
    ):
        found = echoes({"short": short, "long": long, "twin": twin}, rounds)
    ours, many, stock = found["short"], found["long"], found["twin"]
    told = f"{ours.median * 1000:.1f} / {stock.median * 1000:.1f} ms"
    size_of = max(median(ours.size), median(many.size))
    stock_size = f"TextArea {median(stock.size):.0f}"
    letter_in = f"{where}: a letter in a note / in a"
    lines_in = f"{where}: a letter in 5,000 lines / "
    return [
        row(f"{letter_in} TextArea, median", ours.median / stock.median, 1.15, told),
        row(f"{letter_in} TextArea, p95", ours.p95 / stock.p95, 1.3),
        row(f"{lines_in}in 50, median", many.median / ours.median, 1.25),
        row(f"{lines_in}in 50, p95", many.p95 / ours.p95, 1.25),
        row(f"{where}: bytes of a letter", size_of, MOST_BYTES, stock_size),
    ]


def run_thin(folder: Path) -> bool:
    """Twenty letters over the thin line."""
    homes = [folder / "thin", folder / "thin-twin"]
    homes[1].mkdir()
    with open_note(ThinLine(coach_tui(), home_with_note(homes[0], 50))) as ours:
        late = late_letters(ours)
    with ThinLine([sys.executable, TWINS, "text"], homes[1]) as twin:
        twin.wait_for("ready", 60)
        stock = late_letters(twin)
    return row(
        "20 letters at 2,000 bytes a second: s behind the last",
        late,
        0.5,
        f"TextArea {stock:.1f} s",
    )


def run(folder: Path, rounds: int) -> Sequence[bool]:
    """All of it."""
    return [*(kept for size in SIZES for kept in run_size(folder, size, rounds)), run_thin(folder)]

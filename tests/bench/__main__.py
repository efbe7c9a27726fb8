"""`make bench`: each figure is a ratio to a plain twin, measured turn by turn in the same run.

The machine's load falls on both alike, so the ratios can be compared between machines and days; the
milliseconds cannot. Targets are rows of the table below.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

import orjson

from coach_tui.domain.holidays import Holidays
from coach_tui.domain.note import Note, NoteLine
from coach_tui.domain.term import term_of
from coach_tui.ids import new_id
from coach_tui.services.evidence import EvidenceService
from tests.bench.caseload import CLOCK, FIRST_NAME, MOMENT, write_caseload
from tests.bench.filtering import run as run_filter
from tests.bench.notes import run as run_notes
from tests.bench.search import run as run_search
from tests.program.start import coach_tui
from tests.program.terminal import Program

Measure = Callable[[], float]
"""Does it once; the seconds it took."""

TWINS = str(Path(__file__).with_name("twins.py"))


@dataclass(frozen=True, slots=True)
class Comparison:
    """A measure of ours beside its twin's.

    Attributes:
        name: what is measured, and beside what.
        ours: the app.
        twin: the plain thing.
        at_most: the ratio that is promised, None where nothing is.
    """

    name: str
    ours: Measure
    twin: Measure
    at_most: float | None = None


def cold_start(command: Sequence[str], home: Path, text: str) -> float:
    """Seconds from starting a program to a text on its screen."""
    began = time.perf_counter()
    with Program(command, home) as program:
        program.wait_for(text)
        return program.heard_at - began


def echo(program: Program, key: str) -> float:
    """Seconds from a key to the last of what the program drew for it."""
    program.settle()
    before = len(program.raw)
    began = time.perf_counter()
    program.press(key)
    program.wait_until(lambda: len(program.raw) > before, f"an echo of {key}")
    return program.heard_at - began


def plain_save(document: object, file: Path) -> float:
    """Seconds for the least a safe save can do: dump, write, sync the file and its folder."""
    began = time.perf_counter()
    with file.open("wb") as out:
        out.write(orjson.dumps(document))
        out.flush()
        os.fsync(out.fileno())
    folder = os.open(file.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
    return time.perf_counter() - began


def save_comparison(folder: Path, sessions: int) -> Comparison:
    """One small record saved into a file of so many sessions, beside `plain_save` of that file."""
    file = folder / "saved.json"
    store = write_caseload(file, sessions)
    document = orjson.loads(file.read_bytes())
    person = store.people()[0].id

    def save() -> float:
        note = Note(
            id=new_id(MOMENT), created_at=CLOCK.now(), updated_at=CLOCK.now(), coachee_id=person,
            lines=(NoteLine(text="waited six seconds"),),
        )  # fmt: skip
        began = time.perf_counter()
        store.save([note])
        return time.perf_counter() - began

    name = f"save one record at {sessions:,} sessions / dump + 2 fsync"
    return Comparison(name, save, lambda: plain_save(document, folder / "plain.json"))


def start_comparison(folder: Path, sessions: int) -> Comparison:
    """Cold start to the caseload beside the smallest Textual app."""
    ours = app_on(folder / f"start-{sessions}.json", sessions)
    twin = [sys.executable, TWINS, "static"]
    return Comparison(
        f"cold start, {sessions:,} sessions / one Static",
        lambda: cold_start(ours, folder, FIRST_NAME),
        lambda: cold_start(twin, folder, "ready"),
        at_most=2.0,
    )


def evidence_comparison(folder: Path, sessions: int) -> Comparison:
    """All that the records say of a term, counted, beside reading their file as JSON."""
    file = folder / "evidence.json"
    store = write_caseload(file, sessions)
    raw, term = file.read_bytes(), term_of(CLOCK.today())

    def count() -> float:
        service = EvidenceService(store, CLOCK, Holidays)
        began = time.perf_counter()
        service.of_term(term)
        return time.perf_counter() - began

    def read() -> float:
        began = time.perf_counter()
        orjson.loads(raw)
        return time.perf_counter() - began

    return Comparison(f"evidence of a term, {sessions:,} sessions / one loads", count, read)


def echo_comparison(ours: Program, twin: Program) -> Comparison:
    """A step in the list beside a letter in the smallest field, both programs open throughout."""
    steps = iter("jk" * 10_000)  # there and back, so that the list never ends
    return Comparison(
        "a step in the list / a letter in one Input",
        lambda: echo(ours, next(steps)),
        lambda: echo(twin, "x"),
    )


def app_on(file: Path, sessions: int) -> list[str]:
    """The app's command line on a new data file of so many sessions."""
    write_caseload(file, sessions)
    return coach_tui("--db", str(file))


def run(comparison: Comparison, rounds: int) -> bool:
    """Measure turn by turn, print a row; whether the promise was kept."""
    pairs = [(comparison.ours(), comparison.twin()) for _ in range(rounds + 1)][1:]  # one to warm
    ours, twin = (median(side) * 1000 for side in zip(*pairs, strict=True))
    low, _, high = quantiles([a / b for a, b in pairs], n=4)
    ratio, promise = ours / twin, comparison.at_most
    told = "" if promise is None else f"  (at most {promise})"
    print(
        f"{comparison.name:<52}{ours:8.1f} {twin:8.1f} ms {ratio:6.2f}  {low:.2f}-{high:.2f}{told}"
    )
    return promise is None or ratio <= promise


def main() -> int:
    """Run all; exit status 1 if a promise was not kept."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--notes", action="store_true", help="only what is typed in notes")
    parser.add_argument("--search", action="store_true", help="only the search")
    parser.add_argument("--filter", action="store_true", help="only the caseload's filter")
    arguments = parser.parse_args()
    rounds = arguments.rounds
    if arguments.filter:
        with tempfile.TemporaryDirectory() as name:
            return 0 if run_filter(Path(name), rounds) else 1
    if arguments.search:
        with tempfile.TemporaryDirectory() as name:
            return 0 if all(run_search(Path(name), rounds)) else 1
    with tempfile.TemporaryDirectory() as name:
        notes_kept = run_notes(Path(name), rounds * 12)
    if arguments.notes:
        return 0 if all(notes_kept) else 1
    print(
        f"{'medians of ' + str(rounds) + ' rounds':<52}{'ours':>8} {'twin':>8}     ratio  quartiles"
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        kept = [run(start_comparison(folder, size), rounds) for size in (100, 1000)]
        kept.append(run(save_comparison(folder, 1000), rounds * 3))
        kept.append(run(evidence_comparison(folder, 1000), rounds * 3))
        kept.append(run_filter(folder, rounds))
        with (
            Program(app_on(folder / "echo.json", 1000), folder) as ours,
            Program([sys.executable, TWINS, "input"], folder) as twin,
        ):
            ours.wait_for(FIRST_NAME)
            twin.wait_for("ready")
            kept.append(run(echo_comparison(ours, twin), rounds * 5))
    return 0 if all([*notes_kept, *kept]) else 1


if __name__ == "__main__":
    raise SystemExit(main())

"""A coach types a note in tmux while the program is killed again and again."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path

from coach_tui.clock import SystemClock
from coach_tui.domain.note import Note
from coach_tui.storage.store import FileStore
from tests.program.kit import own_file
from tests.program.start import coach_tui
from tests.program.terminal import PATIENCE
from tests.program.tmux import Tmux

A_NOTE = 40
"""Lines after which a note is filed and the next one begun."""

_MARKS = ("+ ", "? ", "> ", "* ", "# ", "T: ", "S2: ", "")
_TAGS = (" #C", " @EL", " 17/24", ' "why?"', "")
_A_TIME = re.compile(r" +\d{1,2}:\d\d *")


@dataclass
class Typist:
    """Types numbered lines and remembers which of them were answered.

    Attributes:
        home: the coach's home folder, one person in it.
        answered: the lines whose Enter was answered by the next line's time.
        kills: how often the program was killed.
    """

    home: Path
    seed: int
    answered: list[str] = field(default_factory=list)
    kills: int = 0

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)
        self.number = 0

    def line(self) -> str:
        """A line like no other, with a mark and a tag or without."""
        self.number += 1
        words = " ".join(self.dice.choices(["pairs", "talk", "at", "table", "five"], k=3))
        mark, tag = self.dice.choice(_MARKS), self.dice.choice(_TAGS)
        return f"{mark}line{self.number:04d} {words}{tag}"

    def run(self, kills: int) -> None:
        """Type until the program was killed so many times."""
        with Tmux(coach_tui(), self.home) as tmux:
            tmux.wait_for("? help")
            while self.kills < kills:
                self._until_killed(tmux)
                self._check()
                tmux.respawn(coach_tui())
                tmux.wait_for("? help")

    def _until_killed(self, tmux: Tmux) -> None:
        """Go on with the note, and be killed at a random moment of it."""
        offered = "Enter resumes it" in tmux.screen_text()
        tmux.press("Enter" if offered else "n")
        tmux.wait_for("Enter timed line")
        if offered:
            tmux.press("Enter")
        ends = time.monotonic() + self.dice.uniform(0.02, 2.0)
        while time.monotonic() < ends:
            if self.number and self.number % A_NOTE == 0:
                self._file(tmux)
            self._type_line(tmux, ends)
        os.killpg(tmux.pane_pid(), signal.SIGKILL)
        self.kills += 1

    def _type_line(self, tmux: Tmux, ends: float) -> None:
        """Type a line and Enter; it counts once the next time stands beneath it."""
        text = self.line()
        tmux.send(text)
        tmux.press("Enter")
        limit = time.monotonic() + PATIENCE
        while time.monotonic() < min(ends, limit):
            rows = tmux.screen_text().rstrip("\n").split("\n")
            at = next((i for i, row in enumerate(rows) if text[:12] in row), None)
            if at is not None and _A_TIME.fullmatch(rows[at + 1]):
                self.answered.append(text)
                return

    def _file(self, tmux: Tmux) -> None:
        """Leave the note, which files it, and begin another one."""
        tmux.press("Escape", "q")
        tmux.wait_for("note filed")
        self.number += 1
        tmux.press("n")
        tmux.wait_for("Enter timed line")

    def _check(self) -> None:
        """Every answered line is in a draft or in a record."""
        kept = kept_text(self.home)
        lost = [text for text in self.answered if text not in kept]
        assert lost == [], f"after {self.kills} kills, seed {self.seed}"


def kept_text(home: Path) -> str:
    """All note lines on the disk: of every draft, and of every record."""
    folder = own_file(home).parent
    drafts = [json.loads(file.read_text("utf-8")) for file in folder.glob("drafts/*.json")]
    texts = [str(draft["fields"].get("text", "")) for draft in drafts]
    store = FileStore(own_file(home), SystemClock())
    for person in store.people():
        texts += [line.text for note in store.of(Note, person.id) for line in note.lines]
    return "\n".join(texts)

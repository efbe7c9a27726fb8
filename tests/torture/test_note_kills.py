"""Two hundred kills at random moments while a note is typed in tmux: no answered line is lost."""

from pathlib import Path

import pytest

from tests.program.kit import with_people
from tests.program.note_kills import Typist


@pytest.mark.needs_tool("tmux")
@pytest.mark.parametrize("seed", range(8))
def test_answered_lines_survive_every_kill(home: Path, seed: int) -> None:
    """Twenty-five kills a seed."""
    typist = Typist(with_people(home, "Whitcomb"), seed)
    typist.run(kills=25)
    assert typist.kills == 25
    assert len(typist.answered) > 25
    print(f"seed {seed}: {typist.kills} kills, {len(typist.answered)} answered lines, 0 lost")

"""What a change is called."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from coach_tui.domain.change_words import Pair, change_words
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.contact import Contact
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.gi import GiCount
from coach_tui.domain.launch import Launch
from coach_tui.domain.note import Note
from coach_tui.domain.progression import ProgressionPlace, StepRecord
from coach_tui.domain.records import FrameworkPin
from coach_tui.domain.todo import Todo
from coach_tui.domain.track_start import TrackStart
from coach_tui.domain.visit import Visit

NOW = datetime(2025, 3, 11, 10, 42, tzinfo=UTC)
BASE: dict[str, Any] = {"id": "1", "created_at": NOW, "updated_at": NOW}
OF: dict[str, Any] = {**BASE, "coachee_id": "7"}
PIN = FrameworkPin(id="e2l_timeline", version="1")
DANA = Coachee(**BASE, family="Okafor", given="Dana")
COUNT = Cycle(
    **OF, track="2024-25", session=4, origin="count", held_on=NOW.date(), framework=PIN,
    gi=GiCount(total=11),
)  # fmt: skip
ROUND = COUNT.but(origin="cycle", number=4)
STEP = Todo(**OF, text="Share the choice\nboard link", due=date(2025, 3, 9))
VISIT = Visit(**OF, on=date(2025, 3, 20), at=time(9, 15))
NOTE, LAUNCH = Note(**OF), Launch(**OF, track="2024-25")
PLACE = ProgressionPlace(**OF, model_id="flex", framework=PIN)
SEEN = PLACE.with_step(StepRecord(step="F5", seen=(NOW.date(),)))
START = TrackStart(**OF, track="2025-26", started_on=NOW.date())


@pytest.mark.parametrize(
    ("pairs", "told"),
    [
        ([(None, COUNT)], "GI 11 for Okafor, Dana, session 4"),
        ([(COUNT, COUNT.but(gi=GiCount()))], "GI 11 to not recorded for Okafor, Dana, session 4"),
        ([(None, SEEN)], "F5 seen in place, Okafor, Dana"),
        ([(SEEN, PLACE)], "mark of F5 taken back, Okafor, Dana"),
        ([(None, STEP), (None, ROUND), (None, NOTE)], "cycle 4 of Okafor, Dana (session 4)"),
        ([(None, ROUND.but(session=None))], "cycle 4 of Okafor, Dana"),
        ([(ROUND, ROUND.but(cluster="C"))], "correction of session 4, Okafor, Dana"),
        ([(None, STEP)], "to-do: Share the choice board link (Okafor, Dana)"),
        (
            [(STEP, STEP.but(status="done"))],
            "to-do done: Share the choice board link (Okafor, Dana)",
        ),
        (
            [(STEP, STEP.but(due=date(2025, 3, 12)))],
            "to-do moved to Wed Mar 12: Share the choice board link (Okafor, Dana)",
        ),
        (
            [(STEP, STEP.but(text="word " * 90))],
            "changed to-do: " + "word " * 5 + "wo~ (Okafor, Dana)",
        ),
        ([(None, VISIT)], "visit on Thu Mar 20 9:15 with Okafor, Dana"),
        (
            [(VISIT, VISIT.but(status="cancelled"))],
            "visit cancelled: Thu Mar 20 9:15 with Okafor, Dana",
        ),
        (
            [(VISIT, VISIT.but(on=date(2025, 3, 27)))],
            "visit moved from Thu Mar 20 to Thu Mar 27 9:15, Okafor, Dana",
        ),
        ([(None, NOTE), (VISIT, VISIT.but(status="held"))], "note of Okafor, Dana"),
        ([(NOTE, NOTE.but(mode="call"))], "changed note of Okafor, Dana"),
        ([(None, NOTE), (None, Contact(**OF, at=NOW, note_id="1"))], "contact with Okafor, Dana"),
        ([(None, DANA), (None, LAUNCH)], "Okafor, Dana added"),
        ([(DANA, DANA.but(role="Gr 5"))], "details of Okafor, Dana"),
        ([(DANA, DANA.but(status="archived"))], "Okafor, Dana archived"),
        ([(LAUNCH, LAUNCH.but(coach="Renata"))], "changed launch of Okafor, Dana"),
        ([(None, START)], "the start of 2025-26 for Okafor, Dana"),
        ([(None, START)] * 15, "the start of 2025-26 for 15 people"),
    ],
)  # fmt: skip
def test_a_change_is_named_after_what_the_coach_did(pairs: list[Pair], told: str) -> None:
    assert change_words(pairs, {"7": "Okafor, Dana"}.__getitem__) == told

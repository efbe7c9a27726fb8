"""One round of observe, feedback, goal, action step (IP-4 to IP-12, E2L-2)."""

from datetime import date, time
from typing import ClassVar, Literal

from pydantic import Field

from coach_tui.domain.correction import Correction
from coach_tui.domain.gi import GiCount
from coach_tui.domain.records import Block, Count, FrameworkPin, Line, Record, Value
from coach_tui.domain.todo import Owner, Practice
from coach_tui.domain.track import HIGHEST_SESSION

Outcome = Literal["done", "partly", "not_yet", "dropped"]
InPlace = Literal["in_place", "under_way", "not_yet"]
STATES: tuple[tuple[InPlace, str], ...] = (
    ("in_place", "in place"),
    ("under_way", "under way"),
    ("not_yet", "not yet"),
)
"""How a coachee sees a look-for, and the words for it."""

Stance = Literal["technical", "transactional", "transformational"]
"""How a coach worked with the coachee in a cycle (the Coaching Continuum's three stances)."""


Work = Literal["plan", "implement", "sustain"]
"""Where the work stands that a cycle serves (CC-3)."""


class CarryOver(Value):
    """What became of the last action step, asked first at the next meeting."""

    todo_id: str
    answer: Outcome | None = None


class Observation(Value):
    """The visit.

    Attributes:
        at: when it began, on the coach's clock.
        minutes: how long it took; 15 to 30 is planned for (IP-5).
        mode: id of the mode (IP-10).
        lesson: class, period and topic.
        prepared: ids of what the coach did before (IP-2, IP-8).
        priority_groups: what was seen of them (IP-6).
        focus: the one area to work on (IP-9).
        kinds: ids of the kinds of visit it was: co-teaching, modeling and so on (DLP-1D).
    """

    at: time | None = None
    minutes: Count | None = None
    mode: str = ""
    lesson: Line = ""
    prepared: tuple[str, ...] = ()
    priority_groups: Block = ""
    focus: Block = ""
    kinds: tuple[str, ...] = ()


class Feedback(Value):
    """The first two parts of the meeting, and the coachee's words (IP-11)."""

    praise: Block = ""
    probes: Block = ""
    reflection: Block = ""
    engagement: Block = ""
    """What the engagement data showed and whom to reach; virtual meetings only (IP-12)."""


class LookForRating(Value):
    """The coachee's own view of one look-for."""

    look_for: str
    state: InPlace


class SelfAssessment(Value):
    """The coachee's self-assessment on the session's cluster (E2L-2)."""

    ratings: tuple[LookForRating, ...] = ()
    words: Block = ""


class Goal(Value):
    """What learners will do by when, and what the teacher changes for it (CC-4).

    Attributes:
        text: the outcome for learners, with its day: the goal.
        practice: the change in teaching that serves it.
        indicator: what will show that it is reached (CC-22).
    """

    text: Block = ""
    practice: Block = ""
    indicator: Line = ""


class Challenge(Value):
    """What stands in the way, why, and what is tried (DLP-1B, DLP-1C, CC-35)."""

    challenge: Block = ""
    root_cause: Block = ""
    strategy: Block = ""
    tool: Line = ""


class ActionStep(Value):
    """One small move, the lesson it goes into, and its rehearsal (IP-11)."""

    text: Block = ""
    lesson: Line = ""
    practice: Practice = "not_yet"
    owner: Owner = "teacher"
    due: date | None = None
    coach_part: Line = ""
    next_visit: date | None = None
    next_visit_at: time | None = None


class Citation(Value):
    """A note line that a part of the cycle rests on.

    Attributes:
        field: the part of the form it was put into: "praise", "goal" and so on.
        note_id: the note it stands in.
        line_id: the line; empty where it is no longer in the note.
        text: the line as it was when it was put in.
    """

    field: str
    note_id: str
    line_id: str = ""
    text: Line


class Cycle(Record):
    """A round, or a bare count of GIs.

    A *session* is a completed meeting with a cluster; its number counts within a track.

    Attributes:
        track: the school year, "2026-27".
        number: which round of the track it is; None for a bare count.
        session: its session number, None where it took none.
        origin: `cycle` for a held meeting, `count` for a total recorded by itself.
        held_on: the day of the meeting or count.
        cluster: id of its focus cluster, None for "not set".
        override: why a cluster was picked against the order of the framework.
        citations: the note lines that its texts were taken from.
        corrections: what was changed afterwards, oldest first; totals have a history of their own.
        stance: how the coach worked (CC-2), for the coach's review; None until placed.
        challenge: what stands in the way and what is tried against it.
        plan: what was planned for the meeting, by id of the plan's part (CC-7).
        work: where the work stands that it serves (CC-3); None until placed.
        standards: ids of the coach standards it is tagged with.
    """

    table: ClassVar[str] = "cycles"

    coachee_id: str
    track: str
    number: int | None = Field(default=None, ge=1)
    session: int | None = Field(default=None, ge=1, le=HIGHEST_SESSION)
    origin: Literal["cycle", "count"] = "cycle"
    held_on: date
    framework: FrameworkPin
    cluster: str | None = None
    override: Line = ""
    gi: GiCount = GiCount()
    self_assessment: SelfAssessment = SelfAssessment()
    observation: Observation = Observation()
    carry_over: CarryOver | None = None
    feedback: Feedback = Feedback()
    goal: Goal = Goal()
    action: ActionStep = ActionStep()
    citations: tuple[Citation, ...] = ()
    corrections: tuple[Correction, ...] = ()
    stance: Stance | None = None
    challenge: Challenge = Challenge()
    plan: dict[str, Block] = {}
    work: Work | None = None
    standards: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        """Which round it is, in two words: "session 4", or "cycle 4" where it took no number."""
        return f"session {self.session}" if self.session else f"cycle {self.number}"

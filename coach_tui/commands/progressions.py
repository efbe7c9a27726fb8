"""Commands of the progressions, and of the box that offers the models."""

from dataclasses import replace

from coach_tui.commands.command import Command, writes_person
from coach_tui.commands.everywhere import ANYWHERE, BACK, GO, MOVE, REVIEW
from coach_tui.commands.person import CONTACT, EDIT, NOTE, ON_PERSON, OPEN, PLANS

GROUP = "Progressions"

STEPS = (
    Command(
        "progressions.seen", ("x",), "in place", "step seen in place today; again takes it back",
        GROUP, 4, why_off=writes_person,
    ),
    Command(
        "progressions.pause", ("p",), "pause here",
        "step seen today and not yet in place; again takes it back",
        GROUP, 5, why_off=writes_person,
    ),
    Command(
        "progressions.model", ("m",), "model", "the model in use, picked by its signs", GROUP, 6,
        why_off=writes_person,
    ),
    replace(NOTE, words="evidence", help="evidence: what was seen or heard of the step", bar=7),
    Command(
        "progressions.confirm", ("C",), "confirm",
        "the teacher confirms the step; again takes it back",
        GROUP, 9, why_off=writes_person,
    ),
    Command(
        "progressions.next_person", ("J",), "person", "next person", GROUP, 8, shown="J K"
    ),
    Command("progressions.previous_person", ("K",), "person", "person before", GROUP),
    Command(
        "progressions.next_strand", ("right_square_bracket",), "strand",
        "next strand, of a model that has several", GROUP, 3, shown="[ ]",
    ),
    Command(
        "progressions.previous_strand", ("left_square_bracket",), "strand", "strand before", GROUP
    ),
)  # fmt: skip
"""Marks of a step, the model, people, strands."""

PROGRESSIONS = (
    *STEPS,
    *OPEN,
    *ON_PERSON,
    CONTACT,
    EDIT,
    *PLANS,
    *MOVE,
    *GO,
    *REVIEW,
    *ANYWHERE,
    *BACK,
)
"""One person's class in one model."""

MODELS = (
    Command("models.take", ("enter",), "pick", "the model in use from now on", "Models", 10),
    Command("models.down", ("down", "j"), "move", "the next model", "Models", 20, shown="Up/Down"),
    Command("models.up", ("up", "k"), "up", "the model before", "Models"),
    Command("models.close", ("escape", "q"), "close", "close; nothing is changed", "Models", 40),
)
"""The models with the signs to tell them by."""

"""A line that enters a room of a walk."""

import re
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coach_tui.domain.progression_framework import Progressions
from coach_tui.domain.walk_line import RoomLine, Usual, read_room, write_room
from coach_tui.errors import Refused
from tests.domain.shipped import raw

SHIPPED = Progressions.model_validate(raw("progressions"))
NOTHING = Usual("R01")
STATION = Usual("R08", "station_rotation")

ROOMS = (
    "R01 station 4", "st 6", "fle 3", "stat 5", "8", "flip 2", "stat 6 next:7", "before", "fle 7",
    "st 3", "fle 5", "stat 7", "flip 6", "sta 9",
)  # fmt: skip
"""The fourteen rooms of a walk as they are typed one after the other."""


def read(text: str, usual: Usual = STATION) -> RoomLine:
    """A line read with the shipped progressions."""
    return read_room(text, SHIPPED, usual)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("R07 station step 6 next:7", "R07 station F6 next:D1"),
        ("R07 st 6", "R07 station F6 next:D1"),
        ("r07 ST f6", "R07 station F6 next:D1"),
        ("6", "R08 station F6 next:D1"),
        ("F6 next: 9", "R08 station F6 next:D3"),
        ("step 6", "R08 station F6 next:D1"),
        ("214 6", "214 station F6 next:D1"),
        ("fle 3; 4 of 6; and so on", "R08 flex F3 next:F4; 4 of 6; and so on"),
        ("enriched 1", "R08 virtual F1 next:F2"),
        ("before", "R08 station before next:F1"),
        ("R07 0", "R07 station before next:F1"),
        ("P4", "R08 station P4 next:none"),
        ("P3 n:none", "R08 station P3 next:none"),
        ("R07 dist feed 2", "R07 distance feedback FB2 next:DB1"),
        ("R07 distance DG1", "R07 distance guided DG1 next:PG1"),
    ],
)
def test_what_a_line_means(text: str, whole: str) -> None:
    assert write_room(read(text)) == whole
    assert read(whole) == read(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Nothing is typed yet"),
        ("R07", "which step? 1 to 15, or F1 to P4; 0 is before the first"),
        ("fl 3", "'fl' may be flex or flipped; type one more letter"),
        ("sttion 4", "'sttion' is no model; the nearest is station"),
        ("st 99", "Station Rotation has 15 steps, no 99; the nearest is 15, P4"),
        ("st P9", "'P9' is no step of Station Rotation; the nearest is P"),
        ("st 6 next:P9", "'P9' is no next of Station Rotation; the nearest is P"),
        ("st 6 next:6", "F6 is the step itself"),
        ("st 6 next:", "Behind next: stands the number of a step, or none"),
        ("st 6 saw it", "'saw' is one word too many; what was seen follows a ';'"),
        ("dist 1", "Which strand of Distance Learning? lms, guided, independent, feedback"),
        ("dist gui 9", "Distance Learning, guided has 4 steps, no 9; the nearest is 4, PG1"),
        ("dist fed 1", "'fed' is no strand of Distance Learning; the nearest is feedback"),
        ("R123456 st 6", "'R123456' is no room: a code has up to 6 letters and digits"),
        ("R-7 st 6", "'R-7' is no room"),
        ("Whitcomb2 st 6", "'Whitcomb2' is no room"),
        ("R07 R08 st 6", "'R08' stands before the model"),
        ("st 6;" + "x" * 501, "What was seen has 501 characters; the most is 500"),
    ],
)
def test_what_is_wrong_is_told_with_what_is_nearest(text: str, sentence: str) -> None:
    with pytest.raises(Refused, match=re.escape(sentence)):
        read(text)


def test_the_first_line_names_room_and_model() -> None:
    with pytest.raises(Refused, match="Which model"):
        read("6", NOTHING)
    with pytest.raises(Refused, match="Which room"):
        read("st 6", Usual())


def test_the_strand_goes_on_as_the_model_does() -> None:
    assert read("2", Usual("R02", "distance", "feedback")).strand == "feedback"
    with pytest.raises(Refused, match="Which strand"):
        read("dist 2", Usual("R02", "flex", ""))


def steps() -> st.SearchStrategy[RoomLine]:
    """Any room of any step there is."""
    places = [
        (model, strand.id if strand else "")
        for model in SHIPPED.models
        for strand in (model.strands or (None,))
    ]

    def of(place: tuple[int, int, int, str]) -> RoomLine:
        model, strand = places[place[0]]
        known = [None, *model.steps_of(strand)]
        step, then = known[place[1] % len(known)], known[place[2] % len(known)]
        return RoomLine("R07", model, strand, step, None if then == step else then, place[3])

    indexes = st.integers(0, len(places) - 1)
    texts = st.text("abc 012;,", max_size=20).map(lambda text: " ".join(text.split()))
    return st.tuples(indexes, st.integers(0, 30), st.integers(0, 30), texts).map(of)


@given(steps())
def test_every_room_is_read_back_as_it_is_written(room: RoomLine) -> None:
    assert read_room(write_room(room), SHIPPED, NOTHING) == room


@settings(deadline=None)  # the first wide letter loads its tables
@given(st.text(st.sampled_from("R07 station flex next:;F6D1,-\u0660\x1b\n"), max_size=40))
@example("\u0667")
@example("R\u0667 st 6")
def test_whatever_is_typed_is_a_room_or_a_sentence(text: str) -> None:
    with suppress(Refused):
        found = read(text)
        assert re.fullmatch(r"(?=.*[0-9])[A-Z0-9]{1,6}", found.code)
        assert found.step is None or found.step in found.model.steps
        assert read(write_room(found)) == found

"""A walk, its codes, and what counts as a name in its texts."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from coach_tui.domain.named import names_room, names_somebody
from coach_tui.domain.progression_framework import Progressions
from coach_tui.domain.records import FrameworkPin
from coach_tui.domain.walk import RoomSeen, Walk, counts, next_code, walk_told
from tests.domain.shipped import raw

PEOPLE = (("Bell", "Marcus"), ("Okafor", "Dana"), ("Förster", "Aaliyah"), ("Grace", "Will"))


def room(code: str = "R07", model: str = "flex", **fields: Any) -> RoomSeen:
    """A room."""
    return RoomSeen.model_validate({"code": code, "model": model, "phase": "foundation"} | fields)


def walk(*rooms: RoomSeen, **fields: Any) -> Walk:
    """A walk with rooms."""
    now = datetime(2025, 3, 11, tzinfo=UTC)
    base: dict[str, Any] = {"id": "w", "created_at": now, "updated_at": now}
    base |= {"on": date(2025, 3, 11), "purpose": "models", "norms": ("nameless",), "rooms": rooms}
    return Walk.model_validate(
        {**base, "framework": FrameworkPin(id="progressions", version="1"), **fields}
    )


@pytest.mark.parametrize("code", ["", "ROOM", "R-7", "R 7", "R123456", "OKAFOR", "r07", "R7é"])
def test_a_code_is_short_and_has_a_digit(code: str) -> None:
    with pytest.raises(ValidationError):
        room(code)


def test_a_walk_has_purpose_and_norms_and_each_room_once() -> None:
    for fields in ({"purpose": " "}, {"norms": (), "own_norms": "\n"}):
        with pytest.raises(ValidationError, match="purpose and norms"):
            walk(**fields)
    with pytest.raises(ValidationError, match="room R07 is listed twice"):
        walk(room(), room())


def test_nothing_in_a_room_is_of_a_person() -> None:
    fields = {"code", "model", "strand", "step", "next", "phase", "evidence"}
    assert set(RoomSeen.model_fields) == fields
    assert "coachee_id" not in Walk.model_fields


def test_a_change_is_told() -> None:
    one, two = walk(room()), walk(room(), room("R08"))
    assert one.told(None) == "the walk on Tue Mar 11"
    assert two.told(one) == one.told(two) == "room R08 of the walk on Tue Mar 11"
    assert walk(room(), closed_on=date(2025, 3, 11)).told(one) == "the walk on Tue Mar 11 closed"
    assert one.but(debrief={"seen": "x"}).told(one) == "debrief of the walk on Tue Mar 11"
    assert one.but(purpose="other").told(one) == "changed the walk on Tue Mar 11"


@pytest.mark.parametrize(
    ("last", "following"),
    [
        ("R07", "R08"),
        ("R99", "R100"),
        ("B214", "B215"),
        ("12A", "13A"),
        ("999999", ""),
        ("R9", "R10"),
    ],
)
def test_the_next_code_goes_on_from_the_last(last: str, following: str) -> None:
    assert next_code([room(last)]) == following


def test_a_code_that_is_taken_is_passed_over() -> None:
    assert next_code([]) == "R01"
    assert next_code([room("R08"), room("R09"), room("R07")]) == "R10"


@given(st.lists(st.sampled_from(["R1", "R2", "R3", "7", "A0B"]), unique=True))
def test_a_next_code_is_always_free(codes: list[str]) -> None:
    found = next_code([room(code) for code in codes])
    assert found not in codes
    room(found)


def test_a_model_that_the_framework_no_longer_has_is_counted() -> None:
    framework = Progressions.model_validate(raw("progressions"))
    found = counts([room(), room("R08", "gone", phase="personalized")], framework)
    assert found["gone"] == (0, 0, 1)
    assert found["flex"] == (1, 0, 0)
    assert len(found) == 8
    assert walk_told(walk(room()), framework, 5).rooms is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ms. Bell had cards out", ("Bell", "surely")),
        ("bell marcus", ("bell marcus", "surely")),
        ("Mr. Marcus Bell's cards", ("Marcus Bell", "surely")),
        ("as FORSTER, Aaliyah did", ("FORSTER Aaliyah", "surely")),
        ("Bell rang at 9:15", ("Bell", "perhaps")),
        ("the bell rang", ("bell", "perhaps")),
        ("Okafor's table", ("Okafor", "perhaps")),
        ("Dana began", ("Dana", "perhaps")),
        ("groups will move", None),
        ("with grace", ("grace", "perhaps")),
        ("okafors group", ("okafors", "perhaps")),
        ("the bells", ("bells", "perhaps")),
        ("labels", None),
        ("", None),
    ],
)
def test_names_are_seen(text: str, found: object) -> None:
    assert names_somebody(text, PEOPLE) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        *((text, "R07") for text in ("as in r07", "R-07", "R 07", "r7", "R07's trays", "R.07")),
        *((text, "R07") for text in ("Room 7", "room #07", "Rm. 7", "ROOM-7", "classroom 7")),
        *((text, "R07") for text in ("rooms 7 and 08", "rooms 3, 5 & 7", "rooms R3/07")),
        *(
            (text, "R07")
            for text in ("Rooms 5-8", "rooms 5 to 8", "rooms: 8 \u2013 6", "room no. 7")
        ),
        *((text, "12") for text in ("Room 12 was", "rooms 3 and 12")),
        *((text, None) for text in ("R071", "BR07", "12 groups", "7 rooms", "room 3. 7 moved")),
        *(
            (text, None)
            for text in ("5 of 6 rooms; 7 moved", "room 3, seven groups", "room A7", "")
        ),
    ],
)
def test_rooms_are_seen(text: str, found: str | None) -> None:
    assert names_room(text, ["R07", "12"]) == found

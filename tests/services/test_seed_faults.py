"""Seeds in parts, and seeds that do not hold together."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from coach_tui import ROOT
from coach_tui.clock import FrozenClock
from coach_tui.domain.coachee import Coachee
from coach_tui.domain.cycle import Cycle
from coach_tui.errors import Refused
from coach_tui.services.frameworks import FrameworkShelf
from coach_tui.services.seed import load_seed, records_from_seed

DEMO = ROOT / "data" / "demo" / "people.json"
CLOCK = FrozenClock(datetime(2025, 3, 11, 15, 42, tzinfo=UTC))

Fields = dict[str, Any]


def test_ids_come_from_the_factory_given() -> None:
    made: list[datetime] = []

    def count(moment: datetime) -> str:
        made.append(moment)
        return f"id-{len(made)}"

    records = records_from_seed(load_seed(DEMO), CLOCK, FrameworkShelf().timeline(), count).records
    assert {record.id for record in records} == {f"id-{n}" for n in range(1, len(made) + 1)}


def test_a_seed_may_leave_almost_everything_out() -> None:
    seed = {"anchor": "2025-03-11", "coach": "", "people": [{"family": "Solo"}]}
    (only,) = records_from_seed(seed, CLOCK, FrameworkShelf().timeline()).records
    assert isinstance(only, Coachee)
    assert (only.name, only.created_at.date()) == ("Solo", date(2025, 3, 11))


def test_a_session_may_name_its_number() -> None:
    held = [
        {"day": -9, "cluster": "H", "total": None, "session": 9},
        {"day": -2, "cluster": None, "total": 46},
    ]
    seed = {"anchor": "2025-03-11", "coach": "", "people": [{"family": "Solo", "sessions": held}]}
    records = records_from_seed(seed, CLOCK, FrameworkShelf().timeline()).records
    assert [record.session for record in records if isinstance(record, Cycle)] == [9, 10]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda p: p.update(family=""), "family: "),
        (lambda p: p.update(color="red"), "color: is not a known field."),
        (lambda p: p.update(ideal_days=0), "Abara"),
        (lambda p: p["visits"][0].update(day="x"), "visits 1, day: 'x' is not a whole number."),
        (lambda p: p["visits"][0].update(day=10**9), "visits 1, day: is above 3650."),
        (lambda p: p["visits"][0].update(at="25:00"), "visits 1, at: '25:00' does not fit here."),
        (lambda p: p["sessions"][0].update(cluster="Z"), "There is no cluster 'Z'."),
        (lambda p: p["launch"].update(order=["A", "A"]), "the agreed order names a cluster twice."),
        (lambda p: p["launch"].update(order=["A", "Q"]), "There is no cluster 'Q'."),
        (lambda p: p.update(todos=[{"text": ""}]), "text: "),
        (lambda p: p["notes"][0].update(lines=[]), "notes 1, lines: has 0 of at least 1."),
    ],
)
def test_a_seed_that_does_not_hold_together(change: Callable[[Fields], object], told: str) -> None:
    seed = load_seed(DEMO)
    change(seed["people"][0])
    with pytest.raises(Refused) as caught:
        records_from_seed(seed, CLOCK, FrameworkShelf().timeline())
    assert told in str(caught.value)
    assert "pydantic" not in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff", b"7", b"[" * 100_000])
def test_a_file_that_is_no_seed(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content)
    with pytest.raises(Refused, match=r"The demo file x\.json"):
        load_seed(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        load_seed(tmp_path / "none.json")


def test_a_seed_without_its_own_fields() -> None:
    with pytest.raises(Refused, match="coach: is missing"):
        records_from_seed(
            {"anchor": "2025-03-11", "people": []}, CLOCK, FrameworkShelf().timeline()
        )

"""Records that somebody's editor spoiled: every place opens, and the file stays as it is."""

import json
import random
from typing import Any

import pytest

from tests.screens.kit import Files, opened

ODD: tuple[Any, ...] = (
    None, 7, -1, 2**70, 1.5, True, "", "x\x1b[2J", "2026-13-40", [], {}, [1], ["a", None], {"a": 1},
    "9999-12-31", "0000-01/1",
)  # fmt: skip
TABLES = (
    *("continuum", "walks", "progressions", "outputs", "growth_log", "standards", "launches"),
    "cycles",
)
PLACES = (
    "g m j j a r escape", "g m v q G 2 u", "g p j x u n escape escape",
    "g w enter v", "g w d escape",
    "g t j enter", "g t v j e escape escape", "g c j j enter L escape escape",
    "g c j j enter right_square_bracket right_square_bracket x",
)  # fmt: skip
"""Keys that look at each place, and mark a little there."""


def spoiled(value: Any, chance: random.Random) -> Any:
    """A value with something in it replaced by something odd."""
    if isinstance(value, dict) and value:
        key = chance.choice(list(value))
        odd = chance.choice(ODD) if chance.random() < 0.6 else spoiled(value[key], chance)
        return {**value, key: odd}
    if isinstance(value, list) and value:
        at = chance.randrange(len(value))
        odd = chance.choice(ODD) if chance.random() < 0.5 else spoiled(value[at], chance)
        return [*value[:at], odd, *value[at + 1 :]]
    return chance.choice(ODD)


@pytest.mark.parametrize("seed", range(6))
async def test_every_place_opens_on_spoiled_records(filled: Files, seed: int) -> None:
    chance = random.Random(seed)
    tables = json.loads(filled.file.read_text("utf-8"))
    for name in TABLES:
        for number, record in tables[name].items():
            if chance.random() < 0.7:
                tables[name][number] = spoiled(record, chance)
    filled.file.write_text(json.dumps(tables), "utf-8")
    async with opened(filled.desk()) as coach:
        for keys in PLACES:
            await coach.press(*keys.split())
            assert coach.app.return_code is None, (keys, coach.app.return_code)


async def test_a_placement_in_no_term_is_left_out(filled: Files) -> None:
    tables = json.loads(filled.file.read_text("utf-8"))
    for record in tables["continuum"].values():
        record["term"] = "0000-01/1"
    filled.file.write_text(json.dumps(tables), "utf-8")
    async with opened(filled.desk()) as coach:
        await coach.press("g", "m", "j")
        assert "29 not rated" in coach.message

"""Every requirement of the source documents is shown by a test, named in `tests/source_ids.md`."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "tests" / "source_ids.md"

PARTS = [
    *(f"{number}{letter}" for number, last in ((1, "F"), (2, "D"), (3, "F"), (4, "B"))
      for letter in "ABCDEF"[: "ABCDEF".index(last) + 1]),
]  # fmt: skip
IDS = [
    *(f"E2L-{n}" for n in range(1, 12)),
    *(f"CC-{n}" for n in range(41)),
    *(f"IP-{n}" for n in range(1, 13)),
    *(f"PL-{n}" for n in range(1, 9)),
    "DLP-0",
    *(f"DLP-{part}" for part in PARTS),
]
"""The ids, in the order of the documents."""

MOST_LEFT_OUT = 5
_ROW = re.compile(r"^\| ((?:E2L|CC|IP|PL|DLP)-[0-9A-F]+) \| (.+) \| (.+) \|$", re.MULTILINE)
_TEST = re.compile(r"`([\w/]+\.py)::(\w+)`")


def rows() -> list[tuple[str, str, str]]:
    """Id, what works, and tests of each row."""
    return _ROW.findall(TABLE.read_text("utf-8"))


def test_every_id_stands_in_the_table_once_and_in_order() -> None:
    assert [key for key, _, _ in rows()] == IDS


def test_few_are_left_out_and_each_says_why() -> None:
    left_out = [(key, why) for key, why, tests in rows() if tests.strip() == "left out"]
    assert len(left_out) <= MOST_LEFT_OUT
    assert all(len(why) > 40 for _, why in left_out)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row[0])
def test_the_tests_named_are_there(row: tuple[str, str, str]) -> None:
    key, _, tests = row
    if tests.strip() == "left out":
        return
    named = _TEST.findall(tests)
    assert named, f"{key} names no test"
    for file, name in named:
        text = (ROOT / "tests" / file).read_text("utf-8")
        assert re.search(rf"^(?:async )?def {name}\(", text, re.MULTILINE), f"{file}::{name}"

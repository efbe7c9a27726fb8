"""`coach-tui band`."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Run, run_command


def test_json_is_as_promised(run: Run) -> None:
    ran = run("band", "4", "11", "--json")
    assert ran.out == (
        '{"session":4,"count":11,"band":"approaching","next":{"band":"meeting","at":20,"more":9}}\n'
    )
    assert (ran.status, ran.err) == (0, "")


@pytest.mark.parametrize(
    ("session", "count", "band", "following"),
    [
        ("4", "0", None, {"band": "initiating", "at": 1, "more": 1}),
        ("4", "10", "initiating", {"band": "approaching", "at": 11, "more": 1}),
        ("6", "15", "initiating", {"band": "approaching", "at": 16, "more": 1}),
        ("14", "76", "exceeding", None),
        ("15", "80", None, None),
        ("15", "0", None, None),
    ],
)
def test_the_edges_of_the_table(
    run: Run, session: str, count: str, band: str | None, following: object
) -> None:
    found = json.loads(run("band", session, count, "--json").out)
    assert (found["band"], found["next"]) == (band, following)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("4", "11"), "Session 4: 11 GIs, Approaching. 9 more to Meeting (20).\n"),
        (("1", "1"), "Session 1: 1 GI, Initiating. 2 more to Approaching (3).\n"),
        (("4", "0"), "Session 4: 0 GIs, None yet. 1 more to Initiating (1).\n"),
        (("14", "99"), "Session 14: 99 GIs, Exceeding.\n"),
        (("15", "80"), "Session 15: 80 GIs. No benchmark for this session.\n"),
    ],
)
def test_plain_words(run: Run, words: tuple[str, str], told: str) -> None:
    assert run("band", *words).out == told


@pytest.mark.parametrize(
    "words",
    [("0", "3"), ("-1", "3"), ("1.5", "3"), ("4", "-1"), ("4", "1.5"), ("4", ""), ("x", "3"),
     ("4", "1" * 10_000), ("４", "3"), ("4", "+3")],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_in_one_sentence(run: Run, words: tuple[str, str]) -> None:
    ran = run("band", *words)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    assert ran.err.endswith(".\n")
    assert len(ran.err) < 120


@pytest.mark.parametrize("words", [(), ("4",), ("4", "11", "2"), ("4", "11", "--nope")])
def test_wrong_usage(run: Run, words: tuple[str, ...]) -> None:
    ran = run("band", *words)
    assert (ran.status, ran.out) == (2, "")
    assert "usage: coach-tui" in ran.err


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(1, 40), st.integers(0, 300))
def test_a_band_is_told_and_the_next_one_is_ahead(session: int, count: int) -> None:
    found = json.loads(run_command("band", str(session), str(count), "--json").out)
    assert (found["session"], found["count"]) == (session, count)
    assert (found["band"] is None) == (count == 0 or session > 14)
    following = found["next"]
    assert following is None or following["at"] - following["more"] == count

"""Which cluster a session may focus on (E2L-2 to E2L-4)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.domain.clusters import all_choices, check_pick, offered
from coach_tui.errors import ReasonNeeded, Refused
from tests.domain.shipped import timeline


def ids(session: int, used: dict[str, int], order: str = "") -> str:
    return "".join(choice.cluster.id for choice in offered(timeline(), session, used, order))


def test_the_first_session_offers_a_to_d() -> None:
    assert ids(1, {}) == "ABCD"


def test_the_agreed_order_comes_first() -> None:
    assert ids(1, {}, "CADB") == "CADB"
    assert ids(2, {"C": 1}, "CADB") == "ADB"


def test_the_next_agreed_one_is_marked_and_no_other() -> None:
    choices = offered(timeline(), 2, {"C": 1}, "CADB")
    assert [c.cluster.id for c in choices if c.next_agreed] == ["A"]


def test_none_is_marked_once_the_phase_is_over() -> None:
    choices = all_choices(timeline(), 5, {"C": 1}, "CADB")
    assert not any(choice.next_agreed for choice in choices)


def test_the_only_one_left_is_offered_alone() -> None:
    assert ids(4, {"A": 1, "B": 2, "D": 3}, "ABDC") == "C"


@pytest.mark.parametrize(
    ("session", "letters"), [(5, "EFG"), (7, "EFG"), (8, "HIJK"), (11, "HIJK"), (14, "LMN")]
)
def test_later_phases_offer_all_of_theirs(session: int, letters: str) -> None:
    assert ids(session, {}) == letters


def test_a_used_one_is_offered_again_in_a_later_phase_and_says_so() -> None:
    choices = offered(timeline(), 6, {"E": 5})
    assert [(c.cluster.id, c.used_in) for c in choices] == [("E", 5), ("F", None), ("G", None)]


def test_past_the_last_phase_all_are_free() -> None:
    assert ids(15, {"A": 1, "L": 12}) == "ABCDEFGHIJKLMN"
    assert check_pick(timeline(), 15, "B", {}) == ""
    assert "session 1" in check_pick(timeline(), 15, "A", {"A": 1})


def test_a_used_one_of_the_first_phase_needs_a_reason() -> None:
    with pytest.raises(ReasonNeeded, match="cluster C was the focus of session 1"):
        check_pick(timeline(), 2, "C", {"C": 1})
    assert check_pick(timeline(), 2, "C", {"C": 1}, reason="new class") == ""


@pytest.mark.parametrize("blank", ["", "   ", "\t"])
def test_a_blank_reason_is_none(blank: str) -> None:
    with pytest.raises(ReasonNeeded):
        check_pick(timeline(), 2, "C", {"C": 1}, reason=blank)


@pytest.mark.parametrize(("session", "key"), [(2, "E"), (5, "A"), (8, "N"), (12, "C")])
def test_another_phase_needs_a_reason(session: int, key: str) -> None:
    with pytest.raises(ReasonNeeded, match=f"cluster {key} belongs to another phase"):
        check_pick(timeline(), session, key, {})
    assert check_pick(timeline(), session, key, {}, reason="agreed") == ""


def test_a_repeat_in_a_later_phase_is_only_warned_of() -> None:
    told = check_pick(timeline(), 6, "E", {"E": 5})
    assert told == "Cluster E was also the focus of session 5."
    assert check_pick(timeline(), 6, "F", {"E": 5}) == ""


def test_c_and_n_are_not_the_same() -> None:
    assert check_pick(timeline(), 12, "N", {"C": 1}) == ""


@pytest.mark.parametrize("key", ["Z", "a", "", "AB", "A" * 999])
def test_an_unknown_one_is_refused_even_with_a_reason(key: str) -> None:
    with pytest.raises(Refused, match="There is no cluster") as caught:
        check_pick(timeline(), 1, key, {}, reason="because")
    assert not isinstance(caught.value, ReasonNeeded)
    assert len(str(caught.value)) < 120


@given(st.integers(1, 20), st.permutations("ABCD"), st.integers(0, 4))
def test_what_is_offered_can_be_picked(session: int, order: list[str], held: int) -> None:
    used = {key: number for number, key in enumerate(order[:held], start=1) if number < session}
    choices = offered(timeline(), session, used, order)
    assert len({choice.cluster.id for choice in choices}) == len(choices)
    for choice in choices:
        check_pick(timeline(), session, choice.cluster.id, used, order)


@given(st.permutations("ABCD"))
def test_following_the_agreed_order_covers_each_once(order: list[str]) -> None:
    used: dict[str, int] = {}
    for session in range(1, 5):
        first = offered(timeline(), session, used, order)[0]
        assert first.next_agreed
        used[first.cluster.id] = session
    assert list(used) == order

"""Who of the caseload a text names (DLP-3F)."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.domain.coachee import Coachee
from coach_tui.domain.named_people import name_words, named_in, without_people

NOW = datetime(2026, 10, 29, 8, 40, tzinfo=UTC)


def person(family: str, given: str = "") -> Coachee:
    """Somebody."""
    return Coachee(id=family, created_at=NOW, updated_at=NOW, family=family, given=given)


DANA = person("Vásquez-Hale", "Dana")
BEA = person("Trần", "Bea")
EVERYONE = (DANA, BEA)


@pytest.mark.parametrize(
    "text",
    [
        "Dana tried it",
        "with Ms. Hale's class",
        "Vásquez-Hale, Dana",
        "Vasquez-Hale",
        "(Vásquez)",
        "asked Dana Vásquez-Hale.",
        "DANA tried it",
        "dana tried it",
        "_Dana_ tried it",
        "the Hales class",
        "vasquezhale",
        "Vásquez Hale",
        "VÁSQUEZ",
        "dana2",
    ],
)
def test_any_part_of_a_name_names_them(text: str) -> None:
    assert named_in(text, EVERYONE) == (DANA,)
    hidden = without_people(text, EVERYONE)
    assert "a teacher" in hidden
    assert not named_in(hidden, EVERYONE)


@pytest.mark.parametrize("text", ["", "Danaë wrote", "inhale", "a Halent", "beat", "Be a"])
def test_other_words_do_not(text: str) -> None:
    assert named_in(text, EVERYONE) == ()
    assert without_people(text, EVERYONE) == text


def test_a_short_name_with_an_ending_is_another_word() -> None:
    li = person("Feng", "Li")
    assert without_people("what lies behind; Li's class", (li,)) == (
        "what lies behind; a teacher's class"
    )


def test_parts_of_a_name_are_joined_in_any_way() -> None:
    wei = person("Chen", "Wei-Ming")
    for text in ("weiming", "Wei Ming", "WEI_MING", "Wei–Ming's class"):
        assert named_in(text, (wei,)) == (wei,)
    assert without_people("with weiming and Okafors", (wei,)) == "with a teacher and Okafors"


def test_a_name_that_is_in_every_text_counts_with_a_capital_letter() -> None:
    will = person("An", "Will")
    assert named_in("we will do an hour", (will,)) == ()
    assert named_in("nobody waits for the bell", (person("Bell", "Marcus"),)) == ()
    assert named_in("WILL did", (will,)) == named_in("Ms. An did", (will,)) == (will,)


def test_nobody_and_a_single_letter_match_nothing() -> None:
    assert without_people("A day with X", ()) == "A day with X"
    assert named_in("A day with X", (person("X"),)) == ()


@given(st.text(), st.text(max_size=20), st.text(max_size=20))
def test_no_name_stays(text: str, family: str, given_name: str) -> None:
    somebody = person(f"Q{family}", given_name)
    left = without_people(text, (somebody,))
    stands_in = {"a", "teacher"}
    if not stands_in & set(name_words(somebody)):
        assert named_in(left, (somebody,)) == ()

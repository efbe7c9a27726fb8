"""Terms: the halves of a school year."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from coach_tui.domain.school_year import school_year
from coach_tui.domain.term import (
    is_term,
    term_after,
    term_before,
    term_days,
    term_of,
    term_words,
    year_of_term,
)

DAYS = st.dates(date(1990, 1, 1), date(2190, 1, 1))


def test_fall_and_spring() -> None:
    assert term_of(date(2026, 7, 1)) == term_of(date(2026, 12, 31)) == "2026-27/1"
    assert term_of(date(2027, 1, 1)) == term_of(date(2027, 6, 30)) == "2026-27/2"
    assert term_words("2026-27/1") == "Fall 2026"
    assert term_words("2026-27/2") == "Spring 2027"


def test_what_is_no_term() -> None:
    assert not any(
        map(
            is_term,
            ("", "2026-27", "2026-27/3", "2026-28/1", "2026-27/1 ", "0000-01/1", "9999-00/2"),
        )
    )


@given(DAYS)
def test_every_day_is_in_its_term(day: date) -> None:
    term = term_of(day)
    first, last = term_days(term)
    assert is_term(term)
    assert first <= day <= last
    assert year_of_term(term) == school_year(day)


@given(DAYS)
def test_terms_follow_each_other(day: date) -> None:
    term = term_of(day)
    assert term_before(term_after(term)) == term_after(term_before(term)) == term
    assert term_before(term) < term < term_after(term)

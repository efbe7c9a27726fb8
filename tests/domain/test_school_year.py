"""School years run from July to June."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.domain.school_year import is_school_year, school_year, years_on


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2026, 7, 1), "2026-27"),
        (date(2027, 6, 30), "2026-27"),
        (date(2026, 6, 30), "2025-26"),
        (date(2026, 12, 31), "2026-27"),
        (date(2027, 1, 1), "2026-27"),
        (date(1999, 9, 1), "1999-00"),
        (date(1000, 1, 1), "0999-00"),
    ],
)
def test_the_year_of_a_day(day: date, year: str) -> None:
    assert school_year(day) == year


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_it_changes_on_the_first_of_july_only(day: date) -> None:
    following = day + timedelta(days=1)
    changes = school_year(day) != school_year(following)
    assert changes is ((following.month, following.day) == (7, 1))
    assert school_year(day) <= school_year(following) or school_year(day).endswith("-00")


@given(st.dates())
def test_a_school_year_is_known_as_one(day: date) -> None:
    assert is_school_year(school_year(day))


@pytest.mark.parametrize("text", ["zzz", "", "2026", "2026-28", "2026-2027", "2026-27 ", "٢٠٢٦-٢٧"])
def test_anything_else_is_no_school_year(text: str) -> None:
    assert not is_school_year(text)


def test_the_day_a_year_is_begun_on_is_of_the_year_before_too() -> None:
    begun = (("2027-28", date(2027, 6, 15)),)
    assert years_on(date(2027, 6, 14), begun) == {"2026-27"}
    assert years_on(date(2027, 6, 15), begun) == {"2026-27", "2027-28"}
    assert years_on(date(2027, 6, 16), begun) == {"2027-28"}
    assert years_on(date(2027, 7, 1), begun) == {"2027-28"}

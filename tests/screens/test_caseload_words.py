"""What stands above the list and in the strips of letters, at every width."""

from datetime import date

import pytest

from coach_tui.domain.caseload import Caseload, CaseloadRow, CoacheeFacts
from coach_tui.domain.track import Track
from coach_tui.text import width
from coach_tui.widgets.glyphs import UNICODE
from coach_tui.widgets.spans import plain
from screens.caseload.counts import counts, filtered_counts
from screens.hiding import without_names
from screens.strip import strip_words

TODAY = date(2025, 3, 11)


def row(late: int, status: str = "active", *, draft: bool = False) -> CaseloadRow:
    """Somebody without sessions."""
    facts = CoacheeFacts("p", "p", "", "", status, Track("p", "2024-25"))
    return CaseloadRow(facts, None, late, draft, finished=False)


EVERYONE = Caseload(
    TODAY,
    (row(2), row(0, draft=True), row(0, "leave"), *(row(0) for _ in range(4_997))),
    (row(0, "archived"),),
)


@pytest.mark.parametrize(
    ("cells", "order", "words"),
    [
        (78, "name", "1 late, 0 today, 1 on leave, 1 draft, 5000 new, ~ · by name"),
        (
            100,
            "next visit",
            "1 late, 0 today, 1 on leave, 1 draft, 5000 new, 1 archived · by next visit",
        ),
        (84, "next visit", "1 late, 0 today, 1 on leave, 1 draft, 5000 new, 1 archived"),
        (60, "next visit", "1 late, 0 today, 1 on leave, 1 draft, ~"),
        (66, "last contact", "1 late, 0 today, 1 on leave, ~ · by last contact"),
        (50, "band", "1 late, 0 today, ~ · by band"),
    ],
)
def test_states_that_do_not_fit_are_left_out_and_marked(cells: int, order: str, words: str) -> None:
    told = plain(counts(EVERYONE, order, cells, UNICODE))
    assert told == f" 5000 people  {words}"
    assert width(told) <= cells


def test_nobody_but_archived_people() -> None:
    nobody = Caseload(TODAY, (), EVERYONE.archived)
    assert plain(counts(nobody, "name", 50, UNICODE)) == " 0 people  1 archived"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("HCM", " 3 of 15: HCM  Esc clears · by next visit"),
        ("school:lincoln", " 3 of 15: school:lincoln  Esc clears"),
        ("x" * 80, f" 3 of 15: {'x' * 27}~  Esc clears"),
        ("小" * 60, f" 3 of 15: {'小' * 13}~  Esc clears"),
    ],
)
def test_a_long_filter_is_cut_and_the_key_that_clears_it_is_not(typed: str, words: str) -> None:
    told = plain(filtered_counts(3, 15, typed, "next visit", 50, UNICODE))
    assert width(told) <= 50
    assert told == words


def test_a_strip_takes_the_widest_form_that_fits() -> None:
    parts = ["a all", "l late"]
    assert strip_words("Show:", parts, 20) == "Show:  a all  l late"
    assert strip_words("Show:", parts, 19) == "a all  l late"
    assert strip_words("Show:", parts, 12) == "a all l late"


def test_names_are_left_out_of_what_is_said_the_longer_ones_first() -> None:
    told = without_names("Lindqvist, Kei: saved. Lind: saved.", ["Lind", "Lindqvist, Kei"])
    assert told == "Somebody: saved. Somebody: saved."

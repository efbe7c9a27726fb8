"""What is typed into the search."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.domain.bands import Band
from coach_tui.domain.search_fold import cased, folded, found_in, starts
from coach_tui.domain.search_query import Query, read_query

TODAY = date(2025, 3, 11)
CLUSTERS = ("A", "B", "C")


def read(text: str) -> Query:
    return read_query(text, TODAY, CLUSTERS)


def words(query: Query) -> list[str]:
    return [needle.text for needle in query.needles]


@given(
    st.text(max_size=80) | st.from_regex(r"(who|tag|since|band|cluster):\S{0,9}", fullmatch=True)
)
def test_nothing_that_is_typed_raises(text: str) -> None:
    query = read(text)
    assert all(trouble.partition(":")[0].isalpha() for trouble in query.troubles)


@given(st.text(max_size=60))
def test_a_text_is_found_in_itself_whatever_letters_it_has(text: str) -> None:
    fold = folded(text)
    for start, end in found_in(text, (fold,)):
        assert 0 <= start < end <= len(text)
    assert folded(cased(text)) == fold
    assert len(starts(fold)) == len(fold) + 2


def test_words_phrases_and_filters() -> None:
    query = read('Exit who:okafor tag:+ since:feb band:meet cluster:c "Before the bell"')
    assert words(query) == ["exit", "before the bell"]
    assert [needle.exact for needle in query.needles] == [False, True]
    assert query.who == ("okafor",)
    assert query.tags == {"praise"}
    assert query.since == date(2025, 2, 1)
    assert query.bands == {Band.MEETING}
    assert query.clusters == {"C"}
    assert not query.troubles


def test_a_phrase_that_is_still_open_may_end_in_mid_word() -> None:
    assert [needle.exact for needle in read('"exit tick').needles] == [False]
    assert words(read('"exit tick')) == ["exit tick"]
    assert read('"').is_blank


def test_accents_count_only_where_they_are_typed() -> None:
    (plain,), (accented,) = read("ines").needles, read("INÉS").needles
    assert (plain.accented, plain.text) == (False, "ines")
    assert (accented.accented, accented.text, accented.fold) == (True, "inés", "ines")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2w", date(2025, 2, 25)),
        ("10d", date(2025, 3, 1)),
        ("3/1", date(2025, 3, 1)),
        ("8/1", date(2024, 8, 1)),
        ("feb", date(2025, 2, 1)),
        ("March", date(2025, 3, 1)),
        ("oct", date(2024, 10, 1)),
        ("feb3", date(2025, 2, 3)),
        ('"feb 3"', date(2025, 2, 3)),
        ("thu", date(2025, 3, 6)),
        ("2024", date(2024, 1, 1)),
        ("2025-02-18", date(2025, 2, 18)),
    ],
)
def test_since_takes_what_coaches_type(typed: str, day: date) -> None:
    assert read(f"since:{typed}").since == day


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("band:takes", "band: takes initiating, approaching, meeting or exceeding"),
        ("band:", "band: takes initiating, approaching, meeting or exceeding"),
        ("tag:pr", "tag: takes + ? > * # or praise, probe, action, evidence, private"),
        ("since:x", "since: takes a month (feb), a date (3/1), a weekday or a span (2w)"),
        ("who:", "who: takes part of a name, a school or a role"),
        ("cluster:Z", "cluster: takes one of A, B, C"),
    ],
)
def test_half_a_filter_is_told_of_and_left_out(typed: str, told: str) -> None:
    query = read(f"exit {typed}")
    assert query.troubles == (told,)
    assert words(query) == ["exit"]
    assert read(typed).is_blank


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("bnd:meet", "band: is the nearest filter, there is none of that name"),
        ("exit CLUSTR:a", "cluster: is the nearest filter, there is none of that name"),
        ("foo:bar", "who: tag: since: band: cluster: are all the filters"),
        ("band:meet", ""),
        ('"bnd:meet"', ""),
        ("T: 10:31", ""),
    ],
)
def test_a_filter_that_there_is_none_of_is_told(typed: str, hint: str) -> None:
    assert read(typed).hint == hint


def test_what_only_looks_like_a_filter_is_a_word() -> None:
    assert words(read("T: 10:31 ratio:17/24 somewho:x")) == [
        "t:",
        "10:31",
        "ratio:17/24",
        "somewho:x",
    ]

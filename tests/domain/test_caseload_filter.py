"""The caseload's filter and its orders."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.domain.bands import Band, Standing
from coach_tui.domain.caseload import CaseloadRow, CoacheeFacts
from coach_tui.domain.caseload_filter import read_filter
from coach_tui.domain.caseload_order import ORDERS, in_order
from coach_tui.domain.plans import Rhythm
from coach_tui.domain.track import SessionPoint, Track
from tests.domain.shipped import bands

TODAY = date(2025, 3, 11)


def row(
    name: str,
    *,
    school: str = "Lincoln ES",
    total: int | None = None,
    cluster: str | None = None,
    late: int = 0,
    status: str = "active",
    contact: int = 3,
    draft: bool = False,
) -> CaseloadRow:
    """Somebody in the list; with a total, of session 4."""
    points = (SessionPoint(4, total, cluster, TODAY, "c"),) if total is not None else ()
    standing: Standing | None = None
    if total is not None:
        standing = bands().standing(4, total)
    facts = CoacheeFacts(
        name,
        name,
        school,
        "Gr 5 Math",
        status,
        Track(name, "2024-25", points),
        next_visit=(TODAY, None) if name.startswith("Bell") else None,
        rhythm=Rhythm(14, 21, None, TODAY - timedelta(days=contact)),
        model="Station Rotation",
    )
    return CaseloadRow(
        facts,
        standing,
        late,
        draft,
        finished=False,
        quiet=contact > 21,
        is_today=name.startswith("Bell"),
    )


PEOPLE = (
    row("Abara, Chi", total=27, cluster="C", late=2),
    row("Bell, Marcus", school="Marsh MS", total=11, cluster="B"),
    row("Castillo, Inés", total=0),
    row("Later, Lena", school="Marsh MS", draft=True),
    row("Trần, Bea", status="leave", contact=40),
)


def fits(typed: str) -> list[str]:
    """The family names that a filter lets through."""
    asked = read_filter(typed)
    return [found.name.split(",")[0] for found in PEOPLE if asked.lets(found)]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ["Abara", "Bell", "Castillo", "Later", "Trần"]),
        ("marsh", ["Bell", "Later"]),
        ("marsh len", ["Later"]),
        ("MATH abara", ["Abara"]),
        ("ines", ["Castillo"]),
        ("inés", ["Castillo"]),
        ("tran", ["Trần"]),
        ("trán", []),
        ("late", ["Abara"]),
        ("name:late", ["Later"]),
        ('"late"', ["Later"]),
        ('name:"later, l', ["Later"]),
        ('"marsh ms"', ["Bell", "Later"]),
        ('"lena marsh"', []),
        ("late marsh", []),
        ("today", ["Bell"]),
        ("draft", ["Later"]),
        ("drafts", ["Later"]),
        ("band: marsh", ["Bell", "Later"]),
        ("leave", ["Trần"]),
        ("quiet", ["Trần"]),
        ("new", ["Later", "Trần"]),
        ("band:exc", ["Abara"]),
        ("band:approaching", ["Bell"]),
        ("band:none", ["Castillo", "Later", "Trần"]),
        ("band:", ["Abara", "Bell", "Castillo", "Later", "Trần"]),
        ("cluster:c", ["Abara"]),
        ("cluster:C school:lin", ["Abara"]),
        ("model:station role:math draft", ["Later"]),
        ("band:xyz", []),
        ("zzz:abara", []),
        ("cluster:none", ["Castillo", "Later", "Trần"]),
        ("archived", []),
        ("?", []),
    ],
)
def test_a_filter_lets_through(typed: str, names: list[str]) -> None:
    assert fits(typed) == names


def test_a_band_that_is_none_is_told_with_those_there_are() -> None:
    told = read_filter("band:xyz").trouble
    assert told.startswith("there is no band 'xyz'; band: takes initiating, approaching")


def test_a_word_of_state_stays_a_word_of_a_school() -> None:
    old = row("Zed", school="New Haven ES", total=4)
    assert read_filter("new haven").lets(old)


def test_a_half_typed_part_says_what_it_takes() -> None:
    asked = read_filter("marsh cluster:")
    assert asked.hint.startswith("cluster: takes the letter")
    assert asked.trouble == ""
    assert read_filter("cluster:c").hint == ""


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("bnd:x", "band: is the nearest filter, there is none of that name"),
        ("marsh sch:lin", "school: is the nearest filter, there is none of that name"),
        ('shcool:"marsh ms"', "school: is the nearest filter, there is none of that name"),
        ("foo:bar", "band: cluster: level: model: name: school: role: are all the filters"),
        ('"foo:bar"', ""),
        ("10:30", ""),
    ],
)
def test_a_filter_that_there_is_none_of_is_told(typed: str, hint: str) -> None:
    asked = read_filter(typed)
    assert asked.hint == hint
    assert asked.trouble == ""


@pytest.mark.parametrize("typed", ["foo:bar", '"foo:bar"', 'foo:"bar el', "Foo:Bar"])
def test_a_name_that_holds_a_colon_is_found(typed: str) -> None:
    assert read_filter(typed).lets(row("Zed", school="Foo:Bar Elementary"))


def test_archived_people_are_asked_for_by_that_word() -> None:
    assert read_filter("archived marsh").archived
    assert not read_filter("marsh").archived


@given(st.text(max_size=40), st.sampled_from(PEOPLE))
def test_any_text_is_a_filter_and_more_words_let_fewer_through(
    typed: str, person: CaseloadRow
) -> None:
    asked, further = read_filter(typed), read_filter(f"marsh {typed}")
    assert not (further.lets(person) and not asked.lets(person))


@pytest.mark.parametrize(
    ("letter", "names"),
    [
        ("n", ["Abara", "Bell", "Castillo", "Later", "Trần"]),
        ("a", ["Abara", "Bell", "Castillo", "Later", "Trần"]),
        ("s", ["Abara", "Castillo", "Trần", "Bell", "Later"]),
        ("c", ["Trần", "Abara", "Bell", "Castillo", "Later"]),
        ("e", ["Later", "Trần", "Abara", "Bell", "Castillo"]),
        ("b", ["Castillo", "Later", "Trần", "Bell", "Abara"]),
    ],
)
def test_orders(letter: str, names: list[str]) -> None:
    order = next(order for order in ORDERS if order.letter == letter)
    assert [found.name.split(",")[0] for found in in_order(PEOPLE, order)] == names


def test_no_order_is_by_band_unless_it_is_asked_for() -> None:
    assert ORDERS[0].letter != "b"
    assert [band.level for band in Band] == [1, 2, 3, 4]

"""What a line says besides its text: clusters, groups, quotes, counts, and their running tally."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.domain.note import Tag, read_line
from coach_tui.domain.note_marks import Ratio, clusters, groups, quotes, ratios, without_quotes
from coach_tui.domain.note_tally import NoteTally


@pytest.mark.parametrize(
    ("text", "tagged"),
    [
        ("T calls on 5 S #C", ("C",)),
        ("moved desks #c, then #D. and #c again", ("C", "D")),
        ("#C at the beginning makes it private", ()),
        ("room #12 and #Cat and x#C", ()),
        ("", ()),
    ],
)
def test_cluster_tags_stand_later_in_a_line(text: str, tagged: tuple[str, ...]) -> None:
    assert clusters(text) == tagged


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("17/24 written, 7 blank (3 of 5 @EL)", ("EL",)),
        ("sat with @el and @IEP-504, then @EL", ("EL", "IEP-504")),
        ("@EL first in the line", ()),
        ("mail a@b.org and @ alone", ()),
        ("+ @swd. read aloud", ("SWD",)),
    ],
)
def test_priority_groups_stand_later_in_a_line(text: str, named: tuple[str, ...]) -> None:
    assert groups(text) == named


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("17/24 started", (Ratio(17, 24),)),
        ("from 3/24 to 20/24", (Ratio(3, 24), Ratio(20, 24))),
        ("0/5 and 5/5", (Ratio(0, 5), Ratio(5, 5))),
        ("on 3/20/27 or 25/24 or 1/0 or a/b", ()),
    ],
)
def test_counts_are_recognised_anywhere(text: str, found: tuple[Ratio, ...]) -> None:
    assert ratios(text) == found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('T: "Turn to your partner." S: "Why?"', ("Turn to your partner.", "Why?")),
        ("T: “wait”, then “go”", ("wait", "go")),
        ('S2: "I just copied', ("I just copied",)),
        ('"" and nothing', ()),
    ],
)
def test_quotes_are_recognised_anywhere(text: str, said: tuple[str, ...]) -> None:
    assert quotes(text) == said


@given(st.text(alphabet='ab "“”', max_size=40))
def test_blanking_quotes_keeps_every_place(text: str) -> None:
    blanked = without_quotes(text)
    assert len(blanked) == len(text)
    assert all(now in (was, " ") for now, was in zip(blanked, text, strict=True))


@pytest.mark.parametrize("rest", ["+ x", "? x", "> x", "* x", " #C @EL 3/4"])
def test_a_line_whose_first_mark_is_private_is_private_whatever_follows(rest: str) -> None:
    tag: Tag = read_line(f"10:31 #{rest}").tag
    assert tag == "private"
    tally = NoteTally.of([f"10:31 #{rest}"])
    assert (tally.counts["private"], +tally.groups, +tally.clusters) == (1, {}, {})


LINES = [
    "8:41 T: \"Turn to your partner\"",
    "8:42 + 11/12 pairs talking #D",
    "8:47 ? who talks next @EL",
    "8:48 ? and then @EL",
    "8:50 > sentence frame first",
    "8:51 * tracker on the wall #C",
    "8:52 # me only @SWD",
    "8:53 ",
    "",
]  # fmt: skip


def test_the_tally_in_words() -> None:
    tally = NoteTally.of(LINES)
    assert tally.words() == (
        "7 lines: 1 praise, 2 probes, 1 action, 1 GI evidence, 1 private, @EL 2, 1 quote, 1 count"
    )
    assert (tally.counts["quotes"], tally.counts["counts"]) == (1, 1)
    assert dict(tally.clusters) == {"D": 1, "C": 1}
    assert NoteTally.of(["10:31 ", ""]).words() == ""
    assert NoteTally.of(["x"]).words() == "1 line"


@given(st.lists(st.sampled_from(LINES)), st.lists(st.sampled_from(LINES)))
def test_lines_that_come_and_go_leave_the_counts_of_the_rest(
    stay: list[str], go: list[str]
) -> None:
    tally = NoteTally.of(stay)
    tally.add(go)
    tally.drop(go)
    assert +tally.counts == +NoteTally.of(stay).counts
    assert +tally.groups == +NoteTally.of(stay).groups
    assert tally.words() == NoteTally.of(stay).words()

"""What a coach does most, in as few keys as was promised."""

from coach_tui.domain.bands import Band
from coach_tui.domain.cycle import Cycle
from coach_tui.services.desk import Desk
from coach_tui.widgets.band_table import sessions
from coach_tui.widgets.span_pane import SpanPane
from coach_tui.widgets.spans import plain_text
from screens.dialogs.gi_box import GiBox
from screens.profile.screen import ProfileScreen
from tests.screens.kit import Files, opened

SIDE = 62
"""The column that the facts beside the chart start in."""


async def test_a_total_from_the_profile_in_seven_keys(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press(*"jj", "enter", "i", "1", "1")
        assert "■■·· Approaching" in coach.drawn()
        await coach.press("enter")
        assert len(coach.keys) <= 7
        assert coach.message.startswith("Okafor, Dana: session 4, 11 GIs, Approaching. Saved 10:42")
    last = filled.records(Cycle, "Okafor")[-1]
    assert (last.session, last.gi.total, last.cluster) == (4, 11, "C")


async def test_a_total_from_the_list_in_six_keys(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press(*"jj", "i", "1", "1", "enter")
        assert len(coach.keys) <= 6
        assert "Approaching" in coach.message
        assert " Okafor, Dana      4   11 ■■·· Appr" in coach.drawn()
    assert filled.records(Cycle, "Okafor")[-1].gi.total == 11


async def test_the_table_says_what_the_chart_says(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("G", "enter")
        chart = coach.drawn()
        profile = coach.screen(ProfileScreen).profile
        await coach.press("v")
        assert len(coach.keys) <= 3
        assert "Moreno, Luz" in coach.row(1)
        bands = profile.timeline.band_table
        assert sessions(profile.track, bands) == tuple(range(1, 15))
        for point in profile.track.points:
            limits, standing = bands.limits(point.session), profile.standing(point)
            assert limits is not None
            assert standing is not None
            assert standing.band is not None
            lows = [str(limits.lowest(band)) for band in Band]
            row = next(r for r in coach.rows() if r.split()[:1] == [str(point.session)])
            told = [str(point.session), point.cluster, str(point.total)]
            assert row.split()[:9] == [*told, *_meter(standing.band), *lows]
            number = str(point.total)
            assert f"●{number}" in chart


def _meter(band: Band) -> list[str]:
    return ["■" * band.level + "·" * (4 - band.level), band.word]


async def test_each_session_on_the_chart_has_the_bands_of_the_table(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("G", "enter", "home")
        profile = coach.screen(ProfileScreen).profile
        for session in range(1, 15):
            limits = profile.timeline.band_table.limits(session)
            assert limits is not None
            words = coach.words(SIDE)
            assert f"Session {session} " in words
            assert f"Exc {limits.exceeding}+" in words
            for band in (Band.MEETING, Band.APPROACHING, Band.INITIATING):
                assert f"{band.short} {limits.lowest(band)}-{limits.highest(band)}" in words
            await coach.press("l")


BANDS_OF_4 = (
    ("0", "None yet"),
    ("10", "Initiating"),
    ("11", "Approaching"),
    ("19", "Approaching"),
    ("20", "Meeting"),
    ("24", "Meeting"),
    ("25", "Exceeding"),
)
"""Totals of session 4, and what they are called."""


async def test_the_box_names_the_bands_of_session_4(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press(*"jj", "i")
        box = coach.screen(GiBox)
        for typed, word in BANDS_OF_4:
            for digit in typed:
                await coach.press(digit)
                assert plain_text(box.query_one("#gi-told", SpanPane).lines) == ""
                assert not box.query_one("#gi-why").display
            total = next(row for row in coach.rows() if "Total GIs so far" in row)
            assert f"{typed} " in total
            assert f" {word} " in total
            await coach.press(*["backspace"] * len(typed))

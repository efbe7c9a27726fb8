"""Meter, gauge, chart and table, as text, against the shapes of the design."""

from dataclasses import replace

import pytest

from coach_tui.domain.bands import Band
from coach_tui.widgets.band_chart import BandChart, Chart, chart_lines
from coach_tui.widgets.band_gauge import BandGauge, gauge
from coach_tui.widgets.band_meter import meter, meter_and_short, meter_and_word
from coach_tui.widgets.band_table import table_lines
from coach_tui.widgets.glyphs import ASCII, UNICODE
from coach_tui.widgets.spans import line_width, plain, plain_text
from tests.widgets.kit import BANDS, PHASES, TOTALS, KitApp, drawn, track

GAUGE = """\
           Initiating             Approaching        Meeting    Exceeding
  │·························│░░░░░░░░░░░░░░░░░░░░░│▒▒▒▒▒▒▒▒▒▒▒│▓▓▓▓▓▓▓▓▓▓▓│
  0                         11                    20          25
                             ▲ 11"""

CHART = """\
    │
 70 ├                                                    ▒▒▒▒
    │                                            ●68 ▒▒▒▒░░░░
 60 ├                                        ●63 ▒▒▒▒░░░░░░░░
    │                                    ●58 ▒▒▒▒░░░░░░░░░░░░
 50 ├                                ●52 ▒▒▒▒░░░░░░░░░░░░░░░░
    │                            ●47 ▒▒▒▒░░░░░░░░░░░░░░░░░░░░
 40 ├                        ●42 ▒▒▒▒░░░░░░░░░░░░░░░░░░░░░░░░
    │                    ●36 ▒▒▒▒░░░░░░░░░░░░░░░░░░░░░░░░░░░░
 30 ├                ●31 ▒▒▒▒░░░░░░░░░░░░░░░░░░░░░░░░········
    │            ●25 ▒▒▒▒░░░░░░░░░░░░░░░░░░░░················
 20 ├            ▒▒▒▒░░░░░░░░░░░░░░░░························
    │        ●19 ░░░░░░░░░░░░································
 10 ├    ●12 ░░░░░░░░········································
    │●6  ░░░░················································
  0 ├························································
    └────────────────────────────────────────────────────────
      1   2   3   4   5   6   7   8   9   10  11  12  13  14
  Cl  C   A   B   D   F   E   G   H   K   I   J   L   ·   ·
     ├ A-D ─────────┤├ E-G ─────┤├ H-K ─────────┤├ L-N ─────┤"""

TO_ASCII = str.maketrans("│├┤└─·░▒▓●▲", "|+++-.:=#O^")


def test_the_meter() -> None:
    """Four cells and never colour alone."""
    assert [plain(meter(band, UNICODE)) for band in (None, *Band)] == [
        "····", "■···", "■■··", "■■■·", "■■■■"
    ]  # fmt: skip
    assert plain(meter(Band.APPROACHING, ASCII)) == "##--"
    assert plain(meter_and_word(BANDS.standing(4, 11), UNICODE)) == "■■·· Approaching"
    assert plain(meter_and_word(BANDS.standing(4, 0), UNICODE)) == "···· None yet"
    assert plain(meter_and_word(BANDS.standing(15, 80), UNICODE)) == "···· No benchmark"
    assert plain(meter_and_short(BANDS.standing(12, 68), UNICODE)) == "■■■■ Exc "
    assert plain(meter_and_short(None, UNICODE)) == "···· none"


def test_the_gauge_as_designed() -> None:
    """In both sets of letters."""
    standing, limits = BANDS.standing(4, 11), BANDS.limits(4)
    assert plain_text(gauge(standing, limits, 78, UNICODE)) == GAUGE
    assert plain_text(gauge(standing, limits, 78, ASCII)) == GAUGE.translate(TO_ASCII)


@pytest.mark.parametrize(
    ("total", "band"),
    [
        (0, "·"),
        (1, "·"),
        (10, "·"),
        (11, "░"),
        (19, "░"),
        (20, "▒"),
        (24, "▒"),
        (25, "▓"),
        (999, "▓"),
    ],
)
def test_the_marker_stands_in_its_band(total: int, band: str) -> None:
    """Also at the edges, far beyond the top, and at every session and width."""
    for width in (78, 60, 54):
        _, bar, _, marker = gauge(BANDS.standing(4, total), BANDS.limits(4), width, UNICODE)
        assert plain(bar)[plain(marker).index("▲")] == band
        assert str(total) in plain(marker)


@pytest.mark.parametrize("session", range(1, 15))
@pytest.mark.parametrize("width", [100, 78, 60, 40])
def test_the_gauge_fits(session: int, width: int) -> None:
    """With all four limits told."""
    limits = BANDS.limits(session)
    assert limits
    rows = gauge(BANDS.standing(session, limits.meeting), limits, width, UNICODE)
    assert all(line_width(row) <= width for row in rows)
    told = [0, limits.approaching, limits.meeting, limits.exceeding]
    assert [int(number) for number in plain(rows[2]).split()] == told
    assert len(plain(rows[0]).split()) == 4


def test_the_gauge_without_a_total_or_a_benchmark() -> None:
    """No marker; words past the table."""
    assert plain(gauge(None, BANDS.limits(4), 78, UNICODE)[3]).strip() == ""
    past = gauge(BANDS.standing(15, 80), None, 78, UNICODE)
    assert len(past) == 4
    assert "No benchmark" in plain_text(past)


def test_the_chart_as_designed() -> None:
    """In both sets of letters."""
    shown = Chart(track(TOTALS), BANDS, PHASES, 12, UNICODE)
    assert plain_text(chart_lines(shown, 61, 20)) == CHART
    shown = Chart(track(TOTALS), BANDS, PHASES, 12, ASCII)
    assert plain_text(chart_lines(shown, 61)) == CHART.translate(TO_ASCII)


def test_the_selected_session_is_marked() -> None:
    """Its point, its number and its cluster; the others in their band's tone."""
    lines = chart_lines(Chart(track(TOTALS), BANDS, PHASES, 12, UNICODE), 61)
    spans = [span for row in lines for span in row]
    assert ("●68 ", "selected") in spans
    assert (" 12 ", "selected") in spans
    assert ("●63 ", "band-exceeding") in spans
    assert ("●19 ", "band-meeting") in spans


def test_a_small_chart_shows_what_matters() -> None:
    """Narrow columns, and a window of rows around the selected total."""
    shown = Chart(track(TOTALS), BANDS, PHASES, 5, UNICODE)
    lines = chart_lines(shown, 48, 12)
    assert len(lines) == 12
    assert "●31" in plain_text(lines)
    assert "●6" not in plain_text(lines)
    assert plain(lines[-3]).split() == [str(n) for n in range(1, 15)]
    assert all(line_width(row) <= 48 for row in lines)
    assert "●6" in plain_text(chart_lines(replace(shown, selected=1), 48, 12))


def test_odd_tracks_are_drawn() -> None:
    """Nothing yet, gaps, zeros, big totals, sessions past the table."""
    empty = plain_text(chart_lines(Chart(track([]), BANDS, (), None, UNICODE), 61, 20))
    assert "●" not in empty
    gaps = plain_text(chart_lines(Chart(track([0, None, 7]), BANDS, PHASES, 3, UNICODE), 61, 20))
    assert "●0" in gaps
    assert "●7" in gaps
    high = plain_text(chart_lines(Chart(track([120]), BANDS, PHASES, 1, UNICODE), 61, 20))
    assert "●120" in high or "120" in high
    past = chart_lines(Chart(track([5] * 14 + [82, None]), BANDS, PHASES, 15, UNICODE), 61, 20)
    assert len(past) == 20
    assert plain(past[-1]).strip() == "No benchmark  15: 82 GIs, 16: no total"


def test_the_table_as_designed() -> None:
    """A row for each session of the table, and those beyond."""
    rows = plain_text(table_lines(track(TOTALS), BANDS, UNICODE)).splitlines()
    assert rows[0] == " Ses  Cl   GI  Band             Init Appr Meet Exc"
    assert rows[1] == "   1  C     6  ■■■· Meeting        1    3    5  10"
    assert rows[12] == "  12  L    68  ■■■■ Exceeding      1   30   60  65"
    assert rows[14] == "  14                               1   35   70  75"
    past = table_lines(track([5] * 14 + [82]), BANDS, ASCII, selected=15)
    assert plain(past[15]).rstrip() == "  15  C    82  ---- No benchmark"
    assert past[15][0][1] == "cursor"


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_mounted_and_redrawn(size: tuple[int, int]) -> None:
    """The widgets fill their place and follow what they are shown."""
    chart, scale = BandChart(), BandGauge()
    async with KitApp([chart, scale]).run_test(size=size) as pilot:
        assert drawn(chart).strip() == ""
        chart.show(track(TOTALS), BANDS, PHASES, 12)
        scale.show_count(BANDS.standing(4, 11), BANDS.limits(4))
        await pilot.pause()
        assert chart.size.height == size[1] - 4
        assert "●68" in drawn(chart)
        assert "▲ 11" in drawn(scale)
        chart.select(1)
        await pilot.pause()
        assert "●6" in drawn(chart)
        await pilot.resize_terminal(50, 16)
        await pilot.pause()
        assert all(len(row) <= 50 for row in drawn(chart).splitlines())

"""The band meter: four cells, always beside the band's word."""

from coach_tui.domain.bands import Band, Standing
from coach_tui.widgets.glyphs import Glyphs
from coach_tui.widgets.spans import Line, line, line_width

CELLS = 4


def band_tone(band: Band | None) -> str:
    """The tone of a band."""
    return f"band-{band.value}" if band else "muted"


def meter(band: Band | None, glyphs: Glyphs) -> Line:
    """Four cells, as many filled as the band is high; none where there is no band."""
    filled = band.level if band else 0
    return ((glyphs.full * filled + glyphs.empty * (CELLS - filled), band_tone(band)),)


def meter_and_word(standing: Standing | None, glyphs: Glyphs) -> Line:
    """The meter and the band's full word: "■■·· Approaching"; "not recorded" without a total."""
    band = standing.band if standing else None
    word = standing.word if standing else "Not recorded"
    return (*meter(band, glyphs), (" ", ""), (word, band_tone(band)))


def meter_and_short(standing: Standing | None, glyphs: Glyphs) -> Line:
    """The meter and the short word, as a column shows them: "■■·· Appr", "···· none"."""
    band = standing.band if standing else None
    word = band.short if band else "none" if standing is None or standing.benchmarked else "n/a "
    return (*meter(band, glyphs), (" ", ""), (word.ljust(CELLS), band_tone(band)))


def band_and_distance(standing: Standing, glyphs: Glyphs, width: int) -> Line:
    """Meter, band and how far the next one is; the band's short word where room is scarce."""
    far = line((standing.distance, "muted"))
    full = (*meter_and_word(standing, glyphs), ("  ", ""), *far)
    return (
        full
        if line_width(full) <= width
        else (*meter_and_short(standing, glyphs), ("  ", ""), *far)
    )

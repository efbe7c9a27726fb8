"""Facts in words, the same in every command."""

from coach_tui.domain.bands import Standing


def gis(total: int) -> str:
    """A number of GIs: "1 GI", "11 GIs"."""
    return f"{total} GI" if total == 1 else f"{total} GIs"


def standing_words(standing: Standing) -> str:
    """A standing in one or two sentences: "Session 4: 11 GIs, Approaching. 9 more to …"."""
    head = f"Session {standing.session}: {gis(standing.total)}"
    if not standing.benchmarked:
        return f"{head}. No benchmark for this session."
    more = f" {standing.distance}." if standing.distance else ""
    return f"{head}, {standing.word}.{more}"

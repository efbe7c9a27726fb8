"""The letters we draw with beyond ASCII, and their twins for terminals that cannot draw them.

Only letters of CP437/WGL4: every terminal font has them, one cell each.
"""

from dataclasses import dataclass

from textual.widget import Widget

from coach_tui.text import visible


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One set of letters, each one cell wide unless told otherwise.

    Attributes:
        ascii_only: whether nothing beyond ASCII may be drawn, user text included.
        full: a filled cell of a meter.
        empty: an empty cell of a meter.
        shades: the chart's ground in each band, Initiating first.
        gauges: the gauge's ground in each band, Initiating first.
        upright: a rule down.
        across: a rule across.
        tee: a rule down with a tick to the right.
        tee_end: a rule down with a tick to the left.
        corner: the lower left corner of an axis.
        done: a step that holds something.
        here: the step on screen.
        todo: a step that is blank.
        marker: points up at a place on the gauge.
        point: a total on the chart.
        left: an arrow; two cells in ASCII.
        right: an arrow; two cells in ASCII.
        dot: between the parts of a line.
        border: the border style this set goes with.
    """

    ascii_only: bool
    full: str
    empty: str
    shades: tuple[str, str, str, str]
    gauges: tuple[str, str, str, str]
    upright: str
    across: str
    tee: str
    tee_end: str
    corner: str
    done: str
    here: str
    todo: str
    marker: str
    point: str
    left: str
    right: str
    dot: str
    border: str

    @property
    def arrows(self) -> str:
        """Both arrows, as a key hint shows them."""
        return f"{self.left} {self.right}"

    def shown(self, text: str) -> str:
        """A user's text as it may be drawn with this set."""
        return visible(text, ascii_only=self.ascii_only)


UNICODE = Glyphs(
    ascii_only=False,
    full="■",
    empty="·",
    shades=("·", "░", "▒", " "),
    gauges=("·", "░", "▒", "▓"),
    upright="│",
    across="─",
    tee="├",
    tee_end="┤",
    corner="└",
    done="●",
    here="►",
    todo="○",
    marker="▲",
    point="●",
    left="◄",
    right="►",
    dot="·",
    border="solid",
)

ASCII = Glyphs(
    ascii_only=True,
    full="#",
    empty="-",
    shades=(".", ":", "=", " "),
    gauges=(".", ":", "=", "#"),
    upright="|",
    across="-",
    tee="+",
    tee_end="+",
    corner="+",
    done="*",
    here=">",
    todo="o",
    marker="^",
    point="O",
    left="<-",
    right="->",
    dot=".",
    border="ascii",
)


def glyphs_of(widget: Widget) -> Glyphs:
    """The letters of the app a widget is in: its `glyphs` attribute, else UNICODE."""
    found = getattr(widget.app, "glyphs", UNICODE)
    return found if isinstance(found, Glyphs) else UNICODE


def shown(widget: Widget, text: str) -> str:
    """A user's text as it may be drawn by a widget."""
    return glyphs_of(widget).shown(text)

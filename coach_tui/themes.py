"""The looks: full colour, sixteen colours on painted black, and none at all.

The only place with colour values. Band colours stay apart for every kind of colour vision and
always stand beside a meter and a word. What a widget looks like is said in base.tcss, in terms of
the names below; each name is a colour (`key`), a ground (`key-ground`) or a text style
(`key-style`). The full-colour values are exact entries of the xterm-256 palette.
"""

from collections.abc import Mapping
from typing import Any, Literal

from textual.app import App
from textual.theme import Theme

Colors = Literal["truecolor", "256", "16", "none"]
"""What a terminal can show."""

_STYLES = {
    "strong-style": "bold",
    "title-style": "bold",
    "heading-style": "none",
    "key-style": "bold",
    "pick-style": "underline",
    "late-style": "bold",
    "demo-style": "bold",
    "error-style": "bold",
    "badge-style": "bold",
    "band-style": "none",
    "cursor-style": "bold",
    "selected-style": "bold",
    "bar-style": "none",
    "field-style": "none",
    "field-focus-style": "none",
    "field-cursor-style": "none",
    "marked-style": "none",
}

_FULL = {
    "ground": "#121212",
    "text-plain": "#d0d0d0",
    "muted": "#9e9e9e",
    "strong": "#eeeeee",
    "rule": "#444444",
    "key": "#87d7ff",
    "late": "#ffd787",
    "demo": "#ffd787",
    "error": "#ffd787",
    "badge": "#121212",
    "badge-ground": "#87d7ff",
    "band-initiating": "#ff8700",
    "band-approaching": "#ffffaf",
    "band-meeting": "#5f87ff",
    "band-exceeding": "#ffafd7",
    "cursor": "#ffffff",
    "cursor-ground": "#005f87",
    "selected": "#121212",
    "selected-ground": "#d0d0d0",
    "bar": "#d0d0d0",
    "bar-ground": "#262626",
    "bar-muted": "#9e9e9e",
    "bar-key": "#87d7ff",
    "bar-key-ground": "#262626",
    "bar-demo": "#ffd787",
    "field": "#eeeeee",
    "field-ground": "#303030",
    "field-focus": "#ffffff",
    "field-focus-ground": "#3a3a3a",
    "field-cursor": "#121212",
    "field-cursor-ground": "#eeeeee",
    "marked": "#121212",
    "marked-ground": "#87d7ff",
}

_SIXTEEN = {
    "ground": "ansi_black",
    "text-plain": "ansi_white",
    "muted": "ansi_white",
    "strong": "ansi_bright_white",
    "rule": "ansi_white",
    "key": "ansi_bright_cyan",
    "late": "ansi_bright_yellow",
    "demo": "ansi_bright_yellow",
    "error": "ansi_bright_yellow",
    "badge": "ansi_black",
    "badge-ground": "ansi_bright_cyan",
    "band-initiating": "ansi_yellow",
    "band-approaching": "ansi_bright_yellow",
    "band-meeting": "ansi_bright_cyan",
    "band-exceeding": "ansi_bright_magenta",
    "cursor": "ansi_black",
    "cursor-ground": "ansi_white",
    "selected": "ansi_black",
    "selected-ground": "ansi_white",
    "bar": "ansi_black",
    "bar-ground": "ansi_white",
    "bar-muted": "ansi_black",
    "bar-key": "ansi_black",
    "bar-key-ground": "ansi_cyan",
    "bar-demo": "ansi_black",
    "field": "ansi_bright_white",
    "field-ground": "ansi_black",
    "field-focus": "ansi_bright_white",
    "field-focus-ground": "ansi_black",
    "field-cursor": "ansi_black",
    "field-cursor-ground": "ansi_white",
    "marked": "ansi_black",
    "marked-ground": "ansi_bright_cyan",
}

_SIXTEEN_STYLES = {
    **_STYLES,
    "heading-style": "underline",
    "field-focus-style": "underline",
}

_MONO = dict.fromkeys(_FULL, "ansi_default")

_MONO_STYLES = {
    **_STYLES,
    "heading-style": "bold underline",
    "pick-style": "bold underline",
    "late-style": "bold reverse",
    "error-style": "bold reverse",
    "badge-style": "bold underline",
    "cursor-style": "bold reverse",
    "selected-style": "bold reverse",
    "bar-style": "reverse",
    "field-focus-style": "underline",
    "field-cursor-style": "reverse",
    "marked-style": "reverse",
}


def _stock(look: Mapping[str, str]) -> dict[str, str]:
    """The variables that Textual's own rules ask for, in our colours."""
    ground, plain = look["ground"], look["text-plain"]
    return {
        "ansi-background": ground,
        "ansi-foreground": plain,
        "input-cursor-background": look["field-cursor-ground"],
        "input-cursor-foreground": look["field-cursor"],
        "input-selection-background": look["marked-ground"],
        "input-selection-foreground": look["marked"],
        "screen-selection-background": look["marked-ground"],
        "screen-selection-foreground": look["marked"],
        "border": look["rule"],
        "border-blurred": look["rule"],
        "scrollbar": ground,
        "scrollbar-hover": ground,
        "scrollbar-active": ground,
        "scrollbar-background": ground,
        "scrollbar-background-hover": ground,
        "scrollbar-background-active": ground,
        "scrollbar-corner-color": ground,
    }


def _theme(name: str, look: dict[str, str], styles: dict[str, str], *, ansi: bool) -> Theme:
    """A theme from our names."""
    ground, plain = look["ground"], look["text-plain"]
    return Theme(
        name=name,
        primary=look["key"],
        secondary=look["key"],
        warning=look["late"],
        error=look["error"],
        success=look["key"],
        accent=look["key"],
        foreground=plain,
        background=ground,
        surface=ground,
        panel=look["bar-ground"],
        boost=ground,
        dark=True,
        ansi=ansi,
        variables={**_stock(look), **look, **styles},
    )


FULL = _theme("coach", _FULL, _STYLES, ansi=False)
SIXTEEN = _theme("coach-16", _SIXTEEN, _SIXTEEN_STYLES, ansi=True)
MONO = _theme("coach-mono", _MONO, _MONO_STYLES, ansi=True)


def theme_for(colors: Colors) -> Theme:
    """The theme for what a terminal can show.

    An app hands the theme's `ansi` to `App.__init__` as `ansi_color`: set later, an ANSI theme
    gives a black screen.
    """
    return {"16": SIXTEEN, "none": MONO}.get(colors, FULL)


def wear(app: App[Any], colors: Colors) -> None:
    """Give an app all themes and put on the one its terminal can show."""
    for theme in (FULL, SIXTEEN, MONO):
        app.register_theme(theme)
    app.theme = theme_for(colors).name

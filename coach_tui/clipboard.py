"""The escape sequence that asks a terminal to put a text on the clipboard (OSC 52).

It works over ssh, since the coach's own terminal reads it; but a terminal may refuse it without a
word, and tmux and screen only let it through in a wrapping of their own, so nobody should rely on
it alone.
"""

from base64 import b64encode
from collections.abc import Mapping

LONGEST = 74_994
"""Bytes of text: what stays below 100,000 once encoded, which common terminals still take."""

_SCREEN_PART = 700  # GNU screen drops a wrapped string of 768 bytes or more


def asks_to_copy(text: str, environment: Mapping[str, str]) -> str:
    """What to write to the terminal; empty where the text is too long for it.

    The text goes in base64: nothing in it can steer the terminal.
    """
    data = text.encode("utf-8", "replace")
    if len(data) > LONGEST:
        return ""
    asked = f"\x1b]52;c;{b64encode(data).decode('ascii')}\x07"
    if environment.get("TMUX"):
        # tmux takes the plain one itself where it is set so, and passes the wrapped one on
        doubled = asked.replace("\x1b", "\x1b\x1b")
        return f"{asked}\x1bPtmux;{doubled}\x1b\\"
    if environment.get("STY"):
        parts = (asked[at : at + _SCREEN_PART] for at in range(0, len(asked), _SCREEN_PART))
        return "".join(f"\x1bP{part}\x1b\\" for part in parts)
    return asked


def between(environment: Mapping[str, str]) -> str:
    """What stands between the app and the terminal: "tmux", "screen", empty for neither."""
    return "tmux" if environment.get("TMUX") else "screen" if environment.get("STY") else ""

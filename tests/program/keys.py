"""What a terminal sends for a key."""

KEYS = {
    "enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z", "escape": "\x1b", "space": " ",
    "backspace": "\x7f", "delete": "\x1b[3~", "up": "\x1b[A", "down": "\x1b[B",
    "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "pageup": "\x1b[5~", "pagedown": "\x1b[6~",
}  # fmt: skip
"""What a terminal sends for a named key; `ctrl+x` is worked out, anything else is sent as is."""


def key(name: str) -> str:
    """What a terminal sends for a key."""
    if name.startswith("ctrl+"):
        return chr(ord(name[-1].upper()) & 0x1F)
    return KEYS.get(name, name)

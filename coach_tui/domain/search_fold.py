"""How texts are made alike before they are compared: case, accents, what words begin with."""

from functools import lru_cache

from coach_tui.text import to_ascii

_APART = str.maketrans(dict.fromkeys("""!"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~“”‘’«»¿¡–—…·""", " "))


def cased(text: str) -> str:
    """A text of which case does not count, its accents kept."""
    return text.lower() if text.isascii() else text.casefold()


def folded(text: str) -> str:
    """A text of which neither case nor accents count; letters without a plain twin stay."""
    return text.lower() if text.isascii() else "".join(map(_plain, text.casefold()))


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    """A letter without its accent: "e" for "é", nothing for an accent by itself."""
    if char.isascii():
        return char
    twin = to_ascii(char)
    return char if "?" in twin else twin.lower()


def starts(fold: str) -> str:
    """A folded text with a space before and behind each word, whatever stands between them."""
    return f" {fold.translate(_APART)} "


def places(text: str) -> tuple[str, list[int] | None]:
    """A text folded, and where in the text each folded letter stands; None where all keep theirs.

    Args:
        text: a text as it is drawn.
    """
    if text.isascii():
        return text.lower(), None
    letters = [folded(char) for char in text]
    at = [index for index, letter in enumerate(letters) for _ in letter]
    return "".join(letters), at


def found_in(text: str, needles: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where folded words stand in a drawn text, in order, those that touch as one.

    Args:
        text: as it is drawn.
        needles: folded texts; empty ones are passed over.

    Returns:
        First letter and the one behind the last, of each place.
    """
    fold, at = places(text)
    spans: list[tuple[int, int]] = []
    for needle in filter(None, needles):
        start = fold.find(needle)
        while start >= 0:
            end = start + len(needle)
            spans.append((start, end) if at is None else (at[start], at[end - 1] + 1))
            start = fold.find(needle, end)
    return _joined(sorted(spans))


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places in order, those that overlap or touch as one."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined

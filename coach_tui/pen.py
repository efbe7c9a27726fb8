"""The pen a terminal writes with: how to turn it from one look to another in few bytes.

A look is the SGR codes that switch it on ("1;38;5;15;48;5;0"), the empty text where it is plain. A
link's look has LINK and what OSC 8 is told ("id=7;https://...") after its codes.
"""

from functools import lru_cache
from itertools import islice

LINK = "\0"

_FRONT = {*range(30, 40), *range(90, 98)}
_GROUND = {*range(40, 50), *range(100, 108)}
_PALETTE = "5"
_UNSEEN_ON_BLANKS = {"1", "2", "3", "5", "6"}  # bold, faint, italic and the two that blink


@lru_cache(maxsize=4096)
def turn(old: str, new: str) -> str:
    """What a terminal writing in one look has to be sent to write in another."""
    old_codes, _, old_link = old.partition(LINK)
    new_codes, _, new_link = new.partition(LINK)
    link = "" if old_link == new_link else f"\x1b]8;{new_link or ';'}\x1b\\"
    return link + _turn_codes(old_codes, new_codes)


@lru_cache(maxsize=4096)
def alike_on_blanks(one: str, other: str) -> bool:
    """Whether a blank shows the same in two looks: the color of letters is not seen on it."""
    if LINK in one or LINK in other:
        return one == other
    (attributes, _, ground), (others, _, other_ground) = _parts(one), _parts(other)
    return ground == other_ground and {*attributes, *others} <= _UNSEEN_ON_BLANKS


def _turn_codes(old: str, new: str) -> str:
    """The same for the codes alone: what differs, or all of them from plain on."""
    if not new:
        return "\x1b[m" if old else ""
    anew = f"0;{new}" if old else new
    had, front, ground = _parts(old)
    wanted, new_front, new_ground = _parts(new)
    if not set(had) <= set(wanted):  # only a reset switches one off in every terminal
        return f"\x1b[{anew}m"
    codes = [code for code in wanted if code not in had]
    codes += [new_front] * (new_front != front) + [new_ground] * (new_ground != ground)
    return f"\x1b[{min(';'.join(codes), anew, key=len)}m" if codes else ""


def _parts(codes: str) -> tuple[list[str], str, str]:
    """The attributes, the color of the letters and that of the ground."""
    attributes, front, ground = [], "39", "49"
    rest = iter(codes.split(";") if codes else ())
    for code in rest:
        number = int(code)
        if number in (38, 48):
            kind = next(rest)
            code = ";".join((code, kind, *islice(rest, 1 if kind == _PALETTE else 3)))
        if number in _FRONT:
            front = code
        elif number in _GROUND:
            ground = code
        else:
            attributes.append(code)
    return attributes, front, ground

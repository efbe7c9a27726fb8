"""Pydantic's findings as plain sentences: where in the file, and what is wrong there."""

from collections.abc import Sequence
from dataclasses import replace

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from coach_tui.domain.misfit import Misfit, Misfits
from coach_tui.text import visible

_TOLD = {
    "missing": "is missing",
    "extra_forbidden": "is not a known field",
    "string_type": "is not a text",
    "string_too_short": "is empty",
    "string_too_long": "is longer than {max_length} characters",
    "bool_type": "is neither true nor false",
    "bool_parsing": "is neither true nor false",
    "greater_than_equal": "is below {ge}",
    "less_than_equal": "is above {le}",
    "literal_error": "is not one of {expected}",
    "too_short": "has {actual_length} of at least {min_length}",
    "too_long": "has {actual_length}, at most {max_length} fit",
    "tuple_type": "is not a list",
    "list_type": "is not a list",
    "dict_type": "is not a table of fields",
    "model_type": "is not a table of fields",
    "model_attributes_type": "is not a table of fields",
}
_LIST = "Write a list in brackets: [ ... ]."
_TABLE = "Write its fields in braces: {{ ... }}."
_CURES = {
    "extra_forbidden": "Take it out, or look for a slip in its name.",
    "string_type": "Put it in quotes.",
    "string_too_short": "Write a word or a sentence.",
    "string_too_long": "Shorten it.",
    "string_pattern_mismatch": "Write it so.",
    "bool_type": "Write true or false, without quotes.",
    "bool_parsing": "Write true or false, without quotes.",
    "greater_than_equal": "Write {ge} or more.",
    "less_than_equal": "Write {le} or less.",
    "literal_error": "Write one of these, in quotes.",
    "too_long": "Take out all but {max_length}.",
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dict_type": _TABLE,
    "model_type": _TABLE,
    "model_attributes_type": _TABLE,
}
"""What to do about a finding, where it is always the same."""

_PATTERNS = {
    "^[A-Z]$": "one capital letter",
    "^[A-Za-z0-9_]{1,40}$": "1 to 40 letters, digits and underscores",
    "^[A-Z]{1,3}[0-9]{1,2}$": "1 to 3 capital letters and a number",
    "^[a-z]{2,12}$": "2 to 12 small letters",
    r"^[0-9]{1,2}[A-Z]{1,2}$": "a number and a capital letter, like 1D",
    r"^[0-9]{1,2}[A-Z]{1,2}(\.[0-9]{1,2})?$": "the number of a part, like 1D.1",
}
_NUMBERS = ("int_type", "int_parsing", "int_from_float", "int_parsing_size", "finite_number")


def sentences(error: ValidationError) -> tuple[str, ...]:
    """One sentence a finding: "bands 4, approaching 1: is missing."; places count from 1."""
    return tuple(_sentence(found) for found in error.errors(include_url=False))


def misfits(error: ValidationError) -> tuple[Misfit, ...]:
    """Each finding with its place and what to do about it; a value's own check may find several."""
    every = error.errors(include_url=False)
    # a list is counted without the entries that have faults of their own
    counted = [found for found in every if found["type"] == "too_short"]
    inner = {
        found["loc"][: len(one["loc"])]
        for one in counted
        for found in every
        if found not in counted
    }
    kept = (found for found in every if found not in counted or found["loc"] not in inner)
    return tuple(one for found in kept for one in _misfits(found))


def _misfits(found: ErrorDetails) -> tuple[Misfit, ...]:
    own = found.get("ctx", {}).get("error")
    if isinstance(own, Misfits):
        return tuple(replace(one, at=(*found["loc"], *one.at)) for one in own.found)
    at, cure = found["loc"], _cure_of(found)
    if found["type"] == "missing" and isinstance(at[-1], str):
        return (Misfit(f"{visible(at[-1])[:40]} is missing", at[:-1], cure),)
    return (Misfit(told_of(found), at, cure),)


def _cure_of(found: ErrorDetails) -> str:
    """What to do about a finding; empty where it is not known."""
    kind, at = found["type"], found["loc"]
    if kind == "missing":
        return f"Add {visible(str(at[-1]))[:40]} = ... ." if isinstance(at[-1], str) else "Add it."
    if kind in _NUMBERS:
        return "Write a whole number, without quotes."
    if kind == "too_short":
        return f"Add at least {found['ctx']['min_length'] - found['ctx']['actual_length']}."
    return _CURES.get(kind, "").format_map(found.get("ctx", {}))


def _sentence(found: ErrorDetails) -> str:
    place, told = _place(found["loc"]), told_of(found)
    if not place:
        return f"{told}."
    # A rule over several fields says itself where it was broken: "session 4: Meeting ends at …".
    return f"{place}, {told}." if ": " in told else f"{place}: {told}."


def _place(path: Sequence[str | int]) -> str:
    """Where it is: "bands 4, approaching 1"."""
    words: list[str] = []
    for step in path:
        if isinstance(step, int) and words:
            words[-1] += f" {step + 1}"
        else:
            words.append(visible(str(step))[:40])
    return ", ".join(words)


def told_of(found: ErrorDetails) -> str:
    """What is wrong there: "is not a text"."""
    kind, context = found["type"], found.get("ctx", {})
    if kind == "value_error":
        return str(context["error"])
    if kind == "string_pattern_mismatch":
        meant = _PATTERNS.get(context["pattern"], "spelled as it is in the shipped file")
        return f"'{_shown(found['input'])}' is not {meant}"
    if kind in _NUMBERS:
        return f"'{_shown(found['input'])}' is not a whole number"
    if kind in _TOLD:
        return _TOLD[kind].format_map(context)
    return f"'{_shown(found['input'])}' does not fit here"


def _shown(value: object) -> str:
    """What stands in the file, short and safe to print."""
    if isinstance(value, (dict, list)):  # it may go deeper than Python can print
        return "[...]"
    text = visible(str(value))
    return text if len(text) <= 40 else text[:39] + "~"

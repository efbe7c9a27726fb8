"""Pydantic's findings as plain sentences: where in the file, and what is wrong there."""

from collections.abc import Sequence

from pydantic import ValidationError
from pydantic_core import ErrorDetails

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
_PATTERNS = {
    "^[A-Z]$": "one capital letter",
    r"^[0-9]{1,2}[A-Z]{1,2}$": "a number and a capital letter, like 1D",
    r"^[0-9]{1,2}[A-Z]{1,2}(\.[0-9]{1,2})?$": "the number of a part, like 1D.1",
}
_NUMBERS = ("int_type", "int_parsing", "int_from_float", "int_parsing_size", "finite_number")


def sentences(error: ValidationError) -> tuple[str, ...]:
    """One sentence a finding: "bands 4, approaching 1: is missing."; places count from 1."""
    return tuple(_sentence(found) for found in error.errors(include_url=False))


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
        meant = _PATTERNS.get(context["pattern"], "1 to 40 letters, digits and underscores")
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

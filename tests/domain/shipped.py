"""The framework that ships, and its raw fields to break, for the tests of this folder."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from coach_tui.domain.bands import BandTable
from coach_tui.domain.framework import CoachingModel, Timeline

FOLDER = Path(__file__).parents[2] / "data" / "frameworks"


def raw(name: str) -> dict[str, Any]:
    """A shipped file's fields, a fresh copy each time."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


@cache
def timeline() -> Timeline:
    """The shipped timeline."""
    return Timeline.model_validate(raw("e2l_timeline"))


@cache
def model() -> CoachingModel:
    """The shipped coaching cycle."""
    return CoachingModel.model_validate(raw("coaching_cycle"))


def bands() -> BandTable:
    """The shipped band table."""
    return timeline().band_table

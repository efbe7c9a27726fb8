"""`coach-tui config`: every setting in force, where it comes from, and what is wrong with the file.

Opens no data file, and writes nothing.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach_tui import ROOT, locations
from coach_tui.cli.output import Printer, print_json
from coach_tui.cli.wiring import place_of, shelf_of
from coach_tui.errors import BadSettings
from coach_tui.terminal import colors_of, says_utf8
from coach_tui.toml_file import read_toml

if TYPE_CHECKING:  # only this command needs the settings and the table of commands
    from coach_tui.commands.keymap import Keymap
    from coach_tui.config import Settings
    from coach_tui.services.frameworks import OwnFile

SAMPLE = ROOT / "data" / "config.toml"
"""A settings file with every setting as it is without one."""

FINE, WRONG = 0, 1

_OPTIONS: dict[str, dict[str, object]] = {
    "screen.letters": {"ascii": "ascii", "plain": "ascii"},
    "screen.colors": {"plain": "none"},
    "screen.mouse": {"mouse": True},
    "screen.cursor": {"cursor": True},
    "screen.plain": {"plain": True},
}
"""What an option on the command line makes of a setting."""


@dataclass(frozen=True, slots=True)
class InForceSetting:
    """One setting.

    Attributes:
        value: what it is.
        origin: from where: "default", "config.toml", "--plain".
        here: what "auto" comes to, as far as the environment says it; else empty.
    """

    value: object
    origin: str
    here: str = ""


@dataclass(frozen=True, slots=True)
class InForce:
    """What the settings are, and from where.

    Attributes:
        file: the settings file; it need not be there.
        found: whether it is.
        values: each setting by its name.
        keys: the coach's own keys.
        problems: a sentence for each thing that is wrong with the file.
        frameworks: framework files of the coach's own.
    """

    file: Path
    found: bool
    values: Mapping[str, InForceSetting]
    keys: Keymap
    problems: tuple[str, ...]
    frameworks: tuple[OwnFile, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong with any file."""
        return not self.problems and not any(file.problems for file in self.frameworks)


def run(arguments: argparse.Namespace) -> int:
    """Print what is in force; exit status 1 where the file has problems.

    Raises:
        Refused: no data file can have the name that was given.
    """
    printer = Printer.of(arguments)
    if arguments.sample:
        print(SAMPLE.read_text("utf-8"), end="")
        return FINE
    force = in_force(arguments, locations.config_file(), os.environ)
    if arguments.keys:
        _print_keys(printer, force.keys)
    elif arguments.json:
        print_json(as_json(force, arguments))
    else:
        _print(printer, force, arguments)
    return FINE if force.is_whole else WRONG


def in_force(arguments: argparse.Namespace, file: Path, environment: Mapping[str, str]) -> InForce:
    """Read the file as the app does, and say what it comes to."""
    from coach_tui.config import Settings, read_settings, setting_names, usual_settings

    settings, found = Settings(), True
    problems: tuple[str, ...] = ()
    used: dict[str, Any] = {}
    try:
        settings = read_settings(file)
        used = read_toml(file)
    except FileNotFoundError:
        found = False
    except BadSettings as error:
        problems, settings = error.problems, usual_settings(file)
        used = {"calendar": {"holidays": True}} if settings.calendar.holidays else {}
    keys = _keys_of(file)
    values = {
        name: _with_origin(name, settings, used, arguments, environment) for name in setting_names()
    }
    own = shelf_of(demo=arguments.demo).own_files
    return InForce(file, found, values, keys, (*problems, *keys.problems), own)


def _keys_of(file: Path) -> Keymap:
    """The keys in force, though another part of the file be wrong."""
    from coach_tui.commands.keymap import keymap_in_force

    return keymap_in_force(file)


def _with_origin(
    name: str,
    settings: Settings,
    raw: Mapping[str, Any],
    arguments: argparse.Namespace,
    environment: Mapping[str, str],
) -> InForceSetting:
    """The value of a setting, and where it comes from."""
    group, _, field = name.partition(".")
    for option, meant in _OPTIONS.get(name, {}).items():
        if getattr(arguments, option):
            return InForceSetting(meant, f"--{option}")
    value = getattr(getattr(settings, group), field)
    named = isinstance(raw.get(group), Mapping) and field in raw[group]
    here = _here(name, environment) if value == "auto" else ""
    return InForceSetting(value, "config.toml" if named else "default", here)


def _here(name: str, environment: Mapping[str, str]) -> str:
    """What "auto" comes to, as far as the environment says it."""
    if name == "screen.letters":
        letters = "unicode, if the terminal shows it" if says_utf8(environment) else "ascii"
        return f"{letters}, from the locale"
    asked = ("NO_COLOR", "COLORTERM", "TERM")
    by = next((one for one in asked if one in environment), "TERM")
    return f"{colors_of(environment)}, from {by}"


def as_json(force: InForce, arguments: argparse.Namespace) -> dict[str, object]:
    """All of it for programs."""
    data, named = _data_file(arguments)
    return {
        "file": str(force.file),
        "found": force.found,
        "data_file": {"value": str(data), "from": named},
        "settings": {
            name: {"value": found.value, "from": found.origin, "here": found.here or None}
            for name, found in force.values.items()
        },
        "keys": dict(force.keys.changed),
        "warnings": force.keys.warnings,
        "problems": force.problems,
        "frameworks": [
            {"file": str(own.path), "id": own.key, "used": own.used, "problems": own.problems}
            for own in force.frameworks
        ],
    }


def _data_file(arguments: argparse.Namespace) -> tuple[Path, str]:
    """The data file, and what names it."""
    named = "COACH_TUI_DB" if os.environ.get("COACH_TUI_DB") else "default"
    if arguments.db or arguments.demo:
        named = "--demo" if arguments.demo else "--db"
    return place_of(arguments).file, named


def _print(printer: Printer, force: InForce, arguments: argparse.Namespace) -> None:
    """All of it as plain text, a line each."""
    missing = "" if force.found else " (not there; `coach-tui config --sample` prints one)"
    printer.line(f"Settings file: {locations.told_path(force.file)}{missing}")
    data, named = _data_file(arguments)
    printer.line(f"Data file: {locations.told_path(data)} ({named})")
    printer.table(
        [
            [name, json.dumps(found.value, ensure_ascii=False), found.origin, found.here]
            for name, found in force.values.items()
        ]
    )
    _print_own_keys(printer, force.keys)
    for warning in force.keys.warnings:
        printer.line(f"Mind: {warning}")
    _print_problems(printer, force)
    for own in force.frameworks:
        _print_framework(printer, own)


def _print_framework(printer: Printer, own: OwnFile) -> None:
    """A framework file of the coach's own: that it is used, or why it is not."""
    state = f"stands in for ours ({own.key})" if own.used else "is not used"
    printer.line(f"Framework file: {locations.told_path(own.path)} {state}")
    for problem in own.problems:
        printer.line(f"  {problem}")
    if own.note:
        printer.line(f"Mind: {own.note}")


def _print_own_keys(printer: Printer, keymap: Keymap) -> None:
    """The coach's own keys, and those whose place they take."""
    from coach_tui.commands.keymap import COMMANDS
    from coach_tui.commands.keys import key_name

    for command_id, keys in keymap.changed.items():
        usual = " ".join(map(key_name, COMMANDS[command_id].keys)) or "none"
        printer.line(f"keys.{command_id}: {' '.join(map(key_name, keys))} (usual: {usual})")


def _print_problems(printer: Printer, force: InForce) -> None:
    """Each thing that is wrong, and what is in force instead."""
    number = len(force.problems)
    if not number:
        return
    settings = number > len(force.keys.problems)
    kept = [
        *(["the usual settings"] if settings else []),
        *(["the usual keys"] if force.keys.problems else []),
    ]
    told = "1 problem" if number == 1 else f"{number} problems"
    printer.line(f"{told} in {force.file.name}; until put right, {' and '.join(kept)} hold:")
    for problem in force.problems:
        printer.line(f"  {force.file.name}: {problem}")


def _print_keys(printer: Printer, keys: Keymap) -> None:
    """Every command that can have keys of the coach's own."""
    from coach_tui.commands.keymap import COMMANDS
    from coach_tui.commands.keys import key_name

    rows = []
    for command_id, found in sorted(COMMANDS.items()):
        own = keys.changed.get(command_id, found.keys)
        fixed = " (cannot be changed)" if found.fixed else ""
        rows.append([command_id, " ".join(map(key_name, own)), f"{found.help}{fixed}"])
    printer.table(rows)

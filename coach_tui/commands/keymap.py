"""The coach's own keys: `[keys]` of config.toml, checked as a whole before any of it is used.

Textual drops a key that two commands want, and ids it does not know, without a word; so all of it
is looked at here. Where anything is wrong, the usual keys stay, every one of them: half a keymap
would put keys where nobody expects them.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from pathlib import Path

from coach_tui.commands.command import Command
from coach_tui.commands.keys import (
    MULTIPLEXER,
    OF_FIELDS,
    SENDABLE,
    TAKEN_OUTSIDE,
    key_name,
    read_key,
    types,
    written,
)
from coach_tui.commands.registry import SCOPES, Scopes, has_fields
from coach_tui.errors import Refused
from coach_tui.text import fit, visible

Keys = Mapping[str, tuple[str, ...]]
"""Keys, by Textual's names, of commands by their id."""

MOST = 8
"""Keys that one command may have."""

MOST_ENTRIES = 300
"""Commands that a file may name; more than there are."""

_MENTIONS = {"go.menu": ("gg does", "{}g does"), "cycle.insert": ("^o while", "{} while")}
"""Keys that the help of another command names, by the command they belong to."""


@dataclass(frozen=True)
class Keymap:
    """The keys in force.

    Attributes:
        changed: the keys of each command that has others than the usual ones.
        problems: a sentence for each thing that is wrong; then nothing is changed.
        warnings: a sentence for each key that some programs keep for themselves.
    """

    changed: Keys = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @cached_property
    def scopes(self) -> Scopes:
        """All commands by scope, with the keys in force."""
        return {name: self._scope(commands) for name, commands in SCOPES.items()}

    def key_of(self, command_id: str) -> str:
        """The first key of a command as it is printed: "w"."""
        return shown_with(COMMANDS[command_id], self.changed).shown_key

    @property
    def trouble(self) -> str:
        """That the keys cannot be used, for row 23; empty where nothing is wrong."""
        number = len(self.problems)
        told = "1 key problem" if number == 1 else f"{number} key problems"
        return f"config.toml: {told}; see coach-tui config." if number else ""

    def _scope(self, commands: tuple[Command, ...]) -> tuple[Command, ...]:
        if not self.changed:
            return commands
        changed = {
            key_name(key) for found in commands if found.id in self.changed for key in found.keys
        }
        return tuple(self._in_force(found, changed) for found in commands)

    def _in_force(self, found: Command, changed: set[str]) -> Command:
        """A command with its keys; what stands for several keys goes where one of them changed.

        Args:
            found: the command as it is declared.
            changed: the usual keys, as printed, of the commands of its screen that have others.
        """
        told = found.help
        for other, (usual, now) in _MENTIONS.items():
            if other in self.changed:
                told = told.replace(usual, now.format(key_name(self.changed[other][0])))
        kept = "" if changed.intersection(_stood_for(found.shown)) else found.shown
        return shown_with(replace(found, help=told, shown=kept), self.changed)


USUAL = Keymap()
"""The keys of a coach who has set none."""


def _stood_for(shown: str) -> tuple[str, ...]:
    """The keys that a hint stands for: "h l", "Up/Down", "1-5"."""
    first, dash, last = shown.partition("-")
    if dash and first.isdecimal() and last.isdecimal():
        return tuple(map(str, range(int(first), int(last) + 1)))
    return tuple(re.split("[ /]", shown))


def shown_with(found: Command, changed: Keys) -> Command:
    """A command with the keys in force."""
    keys = changed.get(found.id)
    return found if keys is None else replace(found, keys=keys, shown="")


COMMANDS: dict[str, Command] = {
    found.id: found for commands in reversed(SCOPES.values()) for found in commands
}
"""Every command by its id, as the first scope that has it declares it."""


def keymap_in_force(path: Path | None) -> Keymap:
    """The keys of a settings file; the usual ones where there is none, or it cannot be read."""
    if path is None:
        return USUAL
    from coach_tui.toml_file import read_toml

    try:
        return read_keymap(read_toml(path).get("keys", {}))
    except (FileNotFoundError, Refused):  # what is wrong with the file, the settings tell
        return USUAL


def read_keymap(table: object) -> Keymap:
    """The keys that `[keys]` asks for, or all that is wrong with it. Raises nothing."""
    if not isinstance(table, Mapping):
        return Keymap(problems=("keys: is not a table of commands and their keys.",))
    entries = list(islice(_entries(table), MOST_ENTRIES + 1))
    if len(entries) > MOST_ENTRIES:
        return Keymap(problems=(f"keys: names more than {MOST_ENTRIES} commands.",))
    chosen: dict[str, tuple[str, ...]] = {}
    problems: list[str] = []
    for command_id, asked in entries:
        place = f"keys.{fit(visible(command_id), 60)}"
        try:
            chosen[command_id] = _read_entry(command_id, asked)
        except Refused as wrong:
            problems.append(f"{place}: {wrong}.")
    problems += _clashes(chosen)
    if problems:
        return Keymap(problems=tuple(problems))
    usual = {command_id for command_id, keys in chosen.items() if keys == _usual(command_id)}
    warnings = tuple(
        f"keys.{command_id}: {MULTIPLEXER[key]} keeps {key} for itself, as a rule."
        for command_id, keys in chosen.items()
        for key in keys
        if key in MULTIPLEXER
    )
    return Keymap({k: keys for k, keys in chosen.items() if k not in usual}, (), warnings)


def _entries(table: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Ids and what stands behind them; `person.gi = "I"` is a table in a table to TOML."""
    waiting = deque([("", table)])
    while waiting:
        above, inner = waiting.popleft()
        for name, value in inner.items():
            command_id = f"{above}.{name}"[-200:] if above else str(name)
            if isinstance(value, Mapping) and value:
                waiting.append((command_id, value))
            else:
                yield command_id, value


def _read_entry(command_id: str, asked: object) -> tuple[str, ...]:
    """The keys of one command.

    Raises:
        Refused: there is no such command, or it cannot have them.
    """
    found = COMMANDS.get(command_id)
    if found is None:
        raise Refused(f"is not a command; {_nearest(command_id)}")
    if found.fixed:
        raise Refused(f"keeps its {key_name(found.keys[0])}, which no setting can change")
    texts = [asked] if isinstance(asked, str) else asked
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise Refused('is neither a key nor a list of keys, such as "I" or ["I", "ctrl+g"]')
    if not texts or "" in texts or len(texts) > MOST:
        usual = " ".join(map(written, found.keys)) or f":{found.name} alone"
        raise Refused(f"has no key, or more than {MOST}; usual is {usual}")
    return _checked(found, tuple(dict.fromkeys(map(read_key, texts))))


def _nearest(command_id: str) -> str:
    """The command that a mistyped id may mean."""
    from difflib import get_close_matches  # only where something is wrong

    scope, _, tail = command_id.lower().rpartition(".")
    named = (found for found in COMMANDS.values() if found.id.startswith(f"{scope}."))
    called = [found.id for found in named if tail and tail == found.called]
    near = called[:1] or get_close_matches(command_id[:60].lower(), COMMANDS, n=1)
    return f"the nearest is {near[0]}" if near else "coach-tui config --keys lists all"


def _checked(found: Command, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Keys that a command can have; Esc stays wherever it leaves.

    Raises:
        Refused: one of them cannot be this command's.
    """
    usual = _usual(found.id)
    for key in keys:
        if key in usual:
            continue
        if key == "escape":
            raise Refused("cannot have Esc, which always leaves")
        if _acts_while_typing(found.id) and (types(key) or key in OF_FIELDS):
            raise Refused(
                f"acts while a field is typed in, and {written(key)} is the field's; "
                f"the nearest free is {_free_key(found.id, key)}"
            )
    kept = ("escape",) if "escape" in usual and "escape" not in keys else ()
    return (*keys, *kept)


def _usual(command_id: str) -> tuple[str, ...]:
    """The usual keys of a command; in some scopes it may have fewer."""
    return tuple(
        dict.fromkeys(
            key
            for commands in SCOPES.values()
            for found in commands
            if found.id == command_id
            for key in found.keys
        )
    )


def _acts_while_typing(command_id: str) -> bool:
    return any(
        found.typing for commands in SCOPES.values() for found in commands if found.id == command_id
    )


def _together(scope: str) -> tuple[Command, ...]:
    """All commands whose keys meet on a screen."""
    return (*SCOPES[scope], *(SCOPES["typing"] if has_fields(scope) else ()))


def _clashes(chosen: Keys) -> list[str]:
    """A sentence for each key that two commands of a screen would have, told once."""
    told: dict[tuple[str, str, str], str] = {}
    for scope in SCOPES:
        owners: dict[str, str] = {}
        for found in _together(scope):
            for key in chosen.get(found.id, found.keys):
                other = owners.setdefault(key, found.id)
                if other == found.id or not {other, found.id} & set(chosen):
                    continue
                mine, theirs = (found.id, other) if found.id in chosen else (other, found.id)
                told.setdefault(
                    (mine, theirs, key),
                    f"keys.{mine}: {written(key)} is a key of {theirs} too, where both act "
                    f"({scope}); the nearest free is {_free_key(mine, key, chosen)}.",
                )
    return list(told.values())


def _free_key(command_id: str, key: str, chosen: Keys | None = None) -> str:
    """A key like another that nothing has where a command acts, as a person writes it."""
    chosen = chosen or {}
    taken = {
        key
        for scope in SCOPES
        if any(found.id == command_id for found in _together(scope))
        for found in _together(scope)
        for key in chosen.get(found.id, found.keys)
    }
    letters = {one for one in SENDABLE if len(one.removeprefix("ctrl+")) == 1}
    free = letters - taken - TAKEN_OUTSIDE - OF_FIELDS
    if _acts_while_typing(command_id):
        free = {one for one in free if not types(one)}
    return written(min(sorted(free), key=lambda one: _unlike(one, key)))


def _unlike(one: str, key: str) -> tuple[bool, bool, int]:
    """How far a key is from another: first the same letter, then one of the same kind."""
    other = one[-1].lower() != key[-1].lower() or len(key.removeprefix("ctrl+")) > 1
    return other, types(one) != types(key), abs(ord(one[-1]) - ord(key[-1]))

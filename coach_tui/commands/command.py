"""What a command is. Bindings, key bar and help all come from one declaration."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coach_tui.commands.keys import key_name


@dataclass(frozen=True, slots=True)
class Situation:
    """What a command looks at to tell whether it can act.

    Attributes:
        person: whether someone is the current person.
        readonly: whether nothing may be saved.
        typing: whether a field is being typed in.
        itemized: whether the framework lists each GI.
    """

    person: bool = False
    readonly: bool = False
    typing: bool = False
    itemized: bool = False


def always(_now: Situation) -> str:
    """Never off."""
    return ""


def needs_person(now: Situation) -> str:
    """Off while nobody is picked."""
    return "" if now.person else "Nobody is picked yet."


def writes(now: Situation) -> str:
    """Off while nothing may be saved."""
    return "This window is read-only; nothing is saved from it." if now.readonly else ""


def writes_person(now: Situation) -> str:
    """Off while nobody is picked or nothing may be saved."""
    return needs_person(now) or writes(now)


def needs_gi_list(now: Situation) -> str:
    """Off where the framework gives totals only (E2L-9)."""
    return "" if now.itemized else "The framework in force lists no single GIs; type the total."


def writes_gi_list(now: Situation) -> str:
    """Off where nothing may be saved, or the framework gives totals only."""
    return writes(now) or needs_gi_list(now)


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the coach can do.

    Attributes:
        id: `scope.name`, unique; screens answer it with a method `do_scope_name`.
        keys: Textual's names of its keys, the one shown first; none where it has only its name.
        words: what the key bar says, a word or two.
        help: what the help screen says.
        group: the heading it stands under in help.
        bar: its place in the key bar; 0 keeps it out.
        typing: whether it acts while a field is being typed in.
        shown: what the key bar prints for its key, where that is not the first one's name.
        why_off: says in a sentence why it cannot act now; empty when it can.
        called: its name on the command line, where that is not the one in its id.
        takes: what may be typed behind its name there: "TEXT"; empty for nothing.
        fixed: whether a field or the app itself answers its keys, so that no other can be chosen.
    """

    id: str
    keys: tuple[str, ...]
    words: str
    help: str
    group: str
    bar: int = 0
    typing: bool = False
    why_off: Callable[[Situation], str] = always
    shown: str = ""
    called: str = ""
    takes: str = ""
    fixed: bool = False

    @property
    def name(self) -> str:
        """Its name on the command line, one word: "gi", "page-down"."""
        return self.called or self.id.rpartition(".")[2].replace("_", "-")

    @property
    def method(self) -> str:
        """The name of the method that a screen answers it with."""
        return "do_" + self.id.replace(".", "_")

    @property
    def shown_keys(self) -> str:
        """Its keys as help prints them: "j Down"; ":name" where it has none."""
        return " ".join(key_name(key) for key in self.keys) or f":{self.name}"

    @property
    def shown_key(self) -> str:
        """Its first key as the key bar prints it: "Enter", "^s"."""
        return self.shown or (key_name(self.keys[0]) if self.keys else f":{self.name}")

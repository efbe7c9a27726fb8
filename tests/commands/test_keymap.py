"""The coach's own keys: what may be asked for, what is told, and that nothing gets out of reach."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.keys import _character_to_key
from textual.widgets import Input, TextArea

from coach_tui.commands.keymap import COMMANDS, Keymap, keymap_in_force, read_keymap
from coach_tui.commands.keys import OF_FIELDS, SENDABLE, SIGNS, read_key, written
from coach_tui.commands.registry import SCOPES, TYPED_IN, has_fields

WRONG: tuple[tuple[dict[str, object], str], ...] = (
    ({"person.go": "x"}, "person.go: is not a command; the nearest is person.gi."),
    ({"foo": "x"}, "keys.foo: is not a command; coach-tui config --keys lists all."),
    ({"person.gi": "ctrl+h"}, "'ctrl+h' is Backspace to a terminal; the nearest is ctrl+g."),
    ({"person.gi": "ctrl+i"}, "'ctrl+i' is Tab to a terminal; the nearest is ctrl+g."),
    ({"person.gi": "^m"}, "'^m' is Enter to a terminal; the nearest is ctrl+l."),
    ({"person.gi": "Ctrl+["}, "'Ctrl+[' is Esc to a terminal; the nearest is ctrl+"),
    ({"person.gi": "ctrl+c"}, "'ctrl+c' copies in a field"),
    ({"person.gi": "alt+x"}, "'alt+x' looks like Esc and a key to a terminal; the nearest is "),
    ({"person.gi": "ctrl+shift+x"}, "is not sent by every terminal; the nearest is ctrl+x."),
    ({"person.gi": "cmd+x"}, "is not sent by every terminal; the nearest is ctrl+x."),
    ({"person.gi": "ctrl+5"}, "is not sent by every terminal; the nearest is 5."),
    ({"person.gi": "F13"}, "is not sent by every terminal; the nearest is F12."),
    ({"person.gi": "shift+g"}, "'shift+g' is written G; the nearest is G."),
    ({"person.gi": "Uo"}, "'Uo' is not a key; the nearest is Up."),
    ({"person.gi": "\x1b[2J"}, "is not a key"),
    ({"person.gi": ""}, "person.gi: has no key, or more than 8; usual is i."),
    ({"person.gi": []}, "person.gi: has no key"),
    ({"person.gi": list("abcdefghi")}, "has no key, or more than 8"),
    ({"person.gi": 3}, "is neither a key nor a list of keys"),
    ({"person.gi": ["I", 3]}, "is neither a key nor a list of keys"),
    ({"person.gi": "Esc"}, "cannot have Esc, which always leaves."),
    ({"cycle.keep": "x"}, "acts while a field is typed in, and x is the field's; the nearest"),
    ({"cycle.keep": "ctrl+k"}, "and ctrl+k is the field's; the nearest free is ctrl+"),
    ({"form.keep": "Up"}, "and Up is the field's"),
    ({"note.stamp": "ctrl+t"}, "note.stamp: keeps its ^g, which no setting can change."),
    ({"confirm.no": "x"}, "confirm.no: keeps its n"),
    ({"person.gi": "n"}, "n is a key of person.note too, where both act (caseload); the nearest "),
    ({"person.gi": "g"}, "g is a key of go.menu too"),
    ({"person.gi": "ctrl+q"}, "ctrl+q is a key of app.quit too"),
    ({"app.help": "tab"}, "Tab is a key of typing.next too"),
    ({"profile.view": "F9", "app.hide": "F9"}, "F9 is a key of"),
)  # fmt: skip


@pytest.mark.parametrize(("table", "told"), WRONG, ids=range(len(WRONG)))
def test_what_cannot_be_is_told_with_the_nearest_that_can(
    table: dict[str, object], told: str
) -> None:
    keymap = read_keymap(table)
    assert any(told in problem for problem in keymap.problems), keymap.problems
    for problem in keymap.problems:
        assert problem.startswith("keys.")
        assert problem.endswith(".")
        assert problem.isprintable()
    assert keymap.changed == {}
    assert keymap.scopes == SCOPES


def test_all_that_is_wrong_is_told_at_once_and_all_usual_keys_stay() -> None:
    keymap = read_keymap({"person.gi": "I", "person.go": "x", "app.help": [], "app.undo": "alt+z"})
    assert len(keymap.problems) == 3
    assert keymap.changed == {}
    assert keymap.trouble == "config.toml: 3 key problems; see coach-tui config."
    assert len(keymap.trouble) <= 50  # beside "1/15" in 60 columns


@pytest.mark.parametrize("table", [3, None, "person.gi", [], {"person": 3}])
def test_what_is_no_table_is_told(table: object) -> None:
    assert len(read_keymap(table).problems) == 1


def test_a_flood_of_entries_is_told_once() -> None:
    assert len(read_keymap({f"a{n}": "x" for n in range(100_000)}).problems) == 1


def test_keys_are_read_as_a_person_writes_them() -> None:
    for text, key in (
        ("?", "question_mark"), (":", "colon"), ("[", "left_square_bracket"), ("G", "G"),
        ("g", "g"), ("7", "7"), (" ", "space"), ("Space", "space"), ("Up", "up"), ("PgDn",
        "pagedown"), ("ctrl+g", "ctrl+g"), ("Ctrl+G", "ctrl+g"), ("^g", "ctrl+g"), ("C-g",
        "ctrl+g"), ("f5", "f5"), ("F12", "f12"), ("shift+tab", "shift+tab"), ("Del", "delete"),
        ("question_mark", "question_mark"), ("full_stop", "full_stop"), ("-", "minus"),
    ):  # fmt: skip
        assert read_key(text) == key
    assert [key for key in SENDABLE if read_key(written(key)) != key] == []
    assert {sign: _character_to_key(sign) for sign in SIGNS} == SIGNS


def test_what_fields_answer_themselves_is_known() -> None:
    """A new Textual may give fields more keys."""
    bound = {
        key
        for kind in (Input, TextArea)
        for binding in kind.BINDINGS
        for key in getattr(binding, "key", "").split(",")
    }
    assert (bound & SENDABLE) - {"ctrl+c"} <= OF_FIELDS


def test_a_command_has_its_own_keys_in_the_place_of_all_its_usual_ones() -> None:
    keymap = read_keymap({"person": {"gi": ["I", "ctrl+x"]}, "app.quit": "F9", "person.year": "F8"})
    assert keymap.problems == ()
    shown = {found.id: found.shown_keys for found in keymap.scopes["profile"]}
    assert shown["person.gi"] == "I ^x"
    assert shown["app.quit"] == "F9"
    assert shown["person.year"] == "F8"
    assert shown["person.note"] == "n"
    assert keymap.key_of("person.gi") == "I"
    swapped = read_keymap({"person.gi": "n", "person.note": "i"})
    assert (swapped.problems, swapped.key_of("person.note")) == ((), "i")


def test_esc_leaves_whatever_is_set() -> None:
    keymap = read_keymap({"app.back": "X", "app.leave": "X"})
    assert keymap.changed == {"app.back": ("X", "escape"), "app.leave": ("X", "escape")}


def test_help_names_the_keys_in_force() -> None:
    keymap = read_keymap({"go.menu": "F7", "cycle.insert": "ctrl+r", "profile.earlier": "F8"})
    profile = {found.id: found for found in keymap.scopes["profile"]}
    assert (
        "F7g does the same" in next(f for f in keymap.scopes["caseload"] if f.id == "move.top").help
    )
    assert profile["profile.later"].shown_key == "l"  # "h l" is no longer so
    assert any("^r while typing" in found.help for found in keymap.scopes["cycle"])


@pytest.mark.parametrize(
    ("scope", "shown", "held", "gone"),
    [
        ("agenda", "+ -", "agenda.done", "agenda.day_earlier"),
        ("profile", "h l", "profile.first", "profile.earlier"),
        ("profile", "J K", "profile.year_before", "profile.previous_person"),
        ("cycle", "1-5", "cycle.next", "cycle.step_4"),
        ("lines", "Up/Down", "lines.all", "lines.up"),
    ],
)
def test_a_hint_for_several_keys_stays_while_all_of_them_are_so(
    scope: str, shown: str, held: str, gone: str
) -> None:
    def hints(changed: str) -> list[str]:
        keymap = read_keymap({changed: "F9"})
        assert keymap.problems == ()
        return [found.shown_key for found in keymap.scopes[scope]]

    assert shown in hints(held)
    assert shown not in hints(gone)


def test_what_other_programs_keep_is_only_minded() -> None:
    keymap = read_keymap({"app.hide": "ctrl+b", "app.undo": "ctrl+a"})
    assert keymap.warnings == (
        "keys.app.hide: tmux keeps ctrl+b for itself, as a rule.",
        "keys.app.undo: screen keeps ctrl+a for itself, as a rule.",
    )
    assert set(keymap.changed) == {"app.hide", "app.undo"}


def test_a_file_that_is_not_there_or_not_toml_leaves_the_usual_keys(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    assert keymap_in_force(None) == keymap_in_force(file) == Keymap()
    file.write_text("[keys\n")
    assert keymap_in_force(file) == Keymap()
    file.write_text('[keys]\nperson.gi = "I"\nnotes = 3\n[notes]\npromts = 1\n')
    assert [told.split(":")[0] for told in keymap_in_force(file).problems] == ["keys.notes"]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=8,
)
NEARLY_KEYS = st.sampled_from([*sorted(map(written, SENDABLE)), "ctrl+h", "alt+x", "", "é", "日"])
NEARLY = st.dictionaries(
    st.sampled_from([*COMMANDS, "person.go", ""]),
    NEARLY_KEYS | st.lists(NEARLY_KEYS, max_size=3),
    max_size=4,
)


@settings(deadline=None, max_examples=150)
@given(VALUES | NEARLY)
def test_whatever_stands_there_every_command_stays_in_reach(table: object) -> None:
    keymap = read_keymap(table)
    assert not (keymap.problems and keymap.changed)
    for scope, commands in keymap.scopes.items():
        keys = [key for found in commands for key in found.keys]
        if has_fields(scope):
            keys += [key for found in keymap.scopes["typing"] for key in found.keys]
        assert len(set(keys)) == len(keys)
        for found, usual in zip(commands, SCOPES[scope], strict=True):
            assert bool(found.keys) or not usual.keys
            assert set(found.keys) <= SENDABLE
            assert ("escape" in found.keys) == ("escape" in usual.keys)
        if scope not in (*TYPED_IN, "typing"):
            assert "escape" in keys


@pytest.mark.parametrize("scope", [name for name in SCOPES if name != "typing"])
def test_esc_leaves_every_screen(scope: str) -> None:
    assert any("escape" in found.keys for found in SCOPES[scope])


def test_what_a_command_is_called_is_nearer_than_how_another_is_spelled() -> None:
    (told,) = read_keymap({"person.schedule": "f5"}).problems
    assert told.endswith("person.schedule: is not a command; the nearest is person.visit.")

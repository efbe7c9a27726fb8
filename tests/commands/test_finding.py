"""Names of commands: unique in a scope, found by what is typed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.commands.command import Command
from coach_tui.commands.finding import Asked, asked, completed, matching, picked, split_typed
from coach_tui.commands.registry import SCOPES, command
from coach_tui.errors import Refused

CASELOAD = SCOPES["caseload"]
CONTACT = command("caseload", "person.contact")

TYPED = st.text(st.sampled_from("contaceg -?:/\\[]%\0\x1b\u202e\ud800é日 "), max_size=30)


def names(typed: str) -> list[str]:
    """The names of what is found on the list of people."""
    return [found.name for found in matching(CASELOAD, typed)]


@pytest.mark.parametrize("scope", SCOPES)
def test_names_are_plain_and_unique_in_a_scope(scope: str) -> None:
    found = [command.name for command in SCOPES[scope]]
    assert sorted(set(found)) == sorted(found)
    assert [name for name in found if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", name)] == []
    assert len({name.replace("-", "") for name in found}) == len(found)


def test_what_has_no_key_is_shown_with_its_name() -> None:
    assert CONTACT.shown_keys == CONTACT.shown_key == ":contact"


def test_nothing_typed_lists_all_in_order() -> None:
    assert names("") == names("  ") == [found.name for found in CASELOAD]


def test_a_name_counts_before_what_help_says() -> None:
    assert names("gi")[0] == "gi"
    assert names("con") == ["contact", "consent"]
    assert names("LAUNCH") == ["launch", "edit"]  # "details and launch"
    assert names("down")[:2] == ["down", "page-down"]
    assert names("coaching cycle") == ["cycle"]
    assert names("zzz") == []


def test_behind_a_name_that_takes_text_only_it_is_meant() -> None:
    assert names("contact add a person, page down") == ["contact"]
    assert names("cont Luis asked") == ["contact"]
    assert names("gi Luis asked") == []


def test_a_whole_name_is_run_and_what_nothing_has_is_refused() -> None:
    assert asked(CASELOAD, " Contact  Luis #asked ") == Asked(CONTACT, "Luis #asked")
    assert asked(CASELOAD, "gi").command.id == "person.gi"
    for typed, told in (
        ("cotnact Luis", "There is no command 'cotnact'; the nearest is contact."),
        ("xyzzy", "There is no command 'xyzzy'; an empty line lists all."),
        ("gi 11", "gi takes no text behind it; nothing was done."),
        (" ", "No command is typed"),
    ):
        with pytest.raises(Refused) as refused:
            asked(CASELOAD, typed)
        assert str(refused.value).startswith(told)


@pytest.mark.parametrize(
    ("typed", "run"),
    [
        ("canc", "person.unschedule"),
        ("hid", "app.hide"),
        ("filt", "caseload.filter"),
        ("disc", "caseload.discard"),
        ("sched", "person.visit"),
        ("schedule", "person.visit"),
        ("cancel visit", "person.unschedule"),
        ("new year", "person.year"),
        ("NEW  yea", "person.year"),
        ("ncel-v", "person.unschedule"),
        ("launch", "person.launch"),
        ("coaching cycle", "person.cycle"),
        ("to do", "person.todo"),
        ("to-do", "person.todo"),
    ],
)
def test_the_only_command_listed_is_run(typed: str, run: str) -> None:
    assert asked(CASELOAD, typed) == Asked(command("caseload", run))


def test_the_only_one_that_takes_text_is_run_with_it() -> None:
    todo = command("caseload", "person.todo")
    assert asked(CASELOAD, "cont Luis asked") == Asked(CONTACT, "Luis asked")
    assert asked(CASELOAD, "to-do call Mia") == Asked(todo, "call Mia")
    assert completed(todo, "to do") == "todo "
    with pytest.raises(Refused, match="the nearest is todo"):  # no text is lost on the way
        asked(CASELOAD, "do call Mia")


@pytest.mark.parametrize("typed", ["contct", "hd nm", "back", "cycel", "ow", "show"])
def test_what_is_no_part_of_one_alone_is_refused_with_the_first_of_the_list(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        asked(CASELOAD, typed)
    assert f"the nearest is {names(typed)[0]}. Nothing was done." in str(refused.value)


def test_a_picked_command_takes_the_text_that_was_meant_for_it() -> None:
    assert picked(CONTACT, "con Luis asked") == Asked(CONTACT, "Luis asked")
    assert picked(CONTACT, "not a visit") == Asked(CONTACT)
    assert picked(command("caseload", "person.gi"), "g x") == Asked(
        command("caseload", "person.gi")
    )


def test_completing_puts_the_whole_name_in() -> None:
    assert completed(CONTACT, "con") == "contact "
    assert completed(CONTACT, "con Luis") == "contact Luis"
    assert completed(command("caseload", "person.gi"), "total") == "gi"


@given(TYPED)
def test_whatever_is_typed_is_found_refused_or_run(typed: str) -> None:
    found = matching(CASELOAD, typed)
    assert set(found) <= set(CASELOAD)
    assert len(set(found)) == len(found)
    for one in found:
        assert isinstance(one, Command)
        assert split_typed(completed(one, typed))[0] == one.name
    try:
        told, meant = "", [asked(CASELOAD, typed).command]
    except Refused as refused:
        told, meant = str(refused), []
    assert set(meant) <= set(found)
    assert bool(told) != bool(meant)
    assert told.isprintable()
    assert len(told) < 120
    if "the nearest is" in told:
        assert f"the nearest is {found[0].name}." in told


@pytest.mark.parametrize(
    ("typed", "first"),
    [("pgd", "page-down"), ("cntct", "contact"), ("hlp", "help"), ("nwyr", "new-year"),
     ("sesion", "gi"), ("hd nm", "hide")],
)  # fmt: skip
def test_letters_that_stand_apart_find_it_too(typed: str, first: str) -> None:
    assert names(typed)[0] == first


def test_letters_together_and_at_the_start_of_a_word_count_more() -> None:
    found = names("pu")
    assert found.index("page-up") == 0
    assert names("ow")[:1] == ["down"]  # found whole: no letters are looked for apart
    assert "bottom" not in names("con")

"""The words of the command line."""

import argparse
from collections.abc import Callable, Sequence
from typing import NoReturn

from coach_tui import __version__
from coach_tui.cli import (
    band,
    config,
    continuum,
    due,
    evidence,
    framework,
    gi,
    note,
    open_app,
    path,
    people,
    progression,
    show,
    standards,
)
from coach_tui.text import fit, visible

Run = Callable[[argparse.Namespace], int]

LONGEST_COMPLAINT = 300
"""In cells: an argument of 10,000 letters is not repeated whole."""


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are safe to print, whatever was typed."""

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong with the usage, and stop with exit status 2."""
        super().error(fit(visible(message), LONGEST_COMPLAINT))


def read_arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """The arguments; `run` is the function that does what they ask.

    Raises:
        SystemExit: they make no sense, or only help or the version was asked for.
    """
    parser = build_parser()
    arguments = parser.parse_args(argv)
    if arguments.db == "":
        parser.error("--db names no file")
    if arguments.demo and arguments.db is not None:
        parser.error("--demo has a file of its own; leave out --db")
    if arguments.check and arguments.run is not open_app.run:
        parser.error("--check starts the app; leave out the command")
    return arguments


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = Parser(
        prog="coach-tui",
        description="The coaching cycle of an instructional coach. Without a command, the app.",
        allow_abbrev=False,
    )
    parser.set_defaults(run=open_app.run)
    _add_app_options(parser)
    _add_file_options(parser, None, unset=False)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for add in (
        _add_band,
        _add_list,
        _add_show,
        _add_progression,
        _add_due,
        _add_continuum,
        _add_evidence,
        _add_add,
        _add_gi,
        _add_note,
        _add_standards,
        _add_path,
        _add_config,
        _add_framework,
    ):
        add(commands)
    return parser


def _add_app_options(parser: argparse.ArgumentParser) -> None:
    """The options that stand before a command."""
    for name, told in (
        ("--readonly", "open without saving anything"),
        ("--ascii", "plain letters only, names without accents"),
        ("--plain", "plain letters, no color, one column"),
        ("--mouse", "let the app take the mouse"),
        ("--cursor", "show the terminal's cursor on the current row"),
        ("--check", "start, draw, leave: exit status 0 if all is well"),
    ):
        parser.add_argument(name, action="store_true", help=told)
    parser.add_argument("--version", action="version", version=f"coach-tui {__version__}")


def _add_file_options(parser: argparse.ArgumentParser, db: str | None, *, unset: object) -> None:
    """The options that may stand before or after a command.

    Args:
        parser: takes the options.
        db: what `--db` is if it is not given.
        unset: what `--demo` is if it is not given.
    """
    parser.add_argument("--db", metavar="PATH", default=db, help="the data file")
    parser.add_argument(
        "--demo", action="store_true", default=unset, help="made-up people, in a throw-away file"
    )


def _command(
    commands: "argparse._SubParsersAction[Parser]", name: str, told: str, run: Run
) -> argparse.ArgumentParser:
    """One more command."""
    parser = commands.add_parser(name, help=told, description=told, allow_abbrev=False)
    parser.set_defaults(run=run)
    # not given here means: as it was before the command
    _add_file_options(parser, argparse.SUPPRESS, unset=argparse.SUPPRESS)
    return parser


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON value, for programs")


def _add_band(commands: "argparse._SubParsersAction[Parser]") -> None:
    parser = _command(commands, "band", "The band of a GI total at a session.", band.run)
    parser.add_argument("session", metavar="SESSION", help="its number, from 1")
    parser.add_argument("count", metavar="COUNT", help="all GIs so far")
    _add_json(parser)


def _add_list(commands: "argparse._SubParsersAction[Parser]") -> None:
    _add_json(_command(commands, "list", "The caseload, one line each.", people.run_list))


def _add_show(commands: "argparse._SubParsersAction[Parser]") -> None:
    parser = _command(commands, "show", "One person: sessions, last cycle, to-dos.", show.run)
    _add_person(parser)
    _add_json(parser)


def _add_progression(commands: "argparse._SubParsersAction[Parser]") -> None:
    told = "The steps of a class in its model, and where it pauses."
    parser = _command(commands, "progression", told, progression.run)
    _add_person(parser)
    _add_json(parser)


def _add_due(commands: "argparse._SubParsersAction[Parser]") -> None:
    _add_json(_command(commands, "due", "What is late, due and coming; who is quiet.", due.run))


def _add_term(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--term", metavar="T", help="2026-27/1 or 'fall 2026'; today's if left out")


def _add_continuum(commands: "argparse._SubParsersAction[Parser]") -> None:
    parser = _command(commands, "continuum", "Where you place your own practice.", continuum.run)
    _add_term(parser)
    _add_json(parser)


def _add_evidence(commands: "argparse._SubParsersAction[Parser]") -> None:
    parser = _command(
        commands, "evidence", "What your records say of your own coaching.", evidence.run
    )
    _add_term(parser)
    _add_json(parser)


def _add_add(commands: "argparse._SubParsersAction[Parser]") -> None:
    parser = _command(commands, "add", "Add a person to the caseload.", people.run_add)
    parser.add_argument("name", metavar="NAME", help='"Family, Given"')
    for option in ("school", "role", "email"):
        parser.add_argument(f"--{option}", default="", help=f"their {option}")


def _add_gi(commands: "argparse._SubParsersAction[Parser]") -> None:
    parser = _command(commands, "gi", "Record or correct the GI total of a session.", gi.run)
    _add_person(parser)
    parser.add_argument("session", metavar="SESSION", help="its number, from 1")
    parser.add_argument(
        "total", metavar="TOTAL", help="all GIs so far (11), or more since the session before (+3)"
    )
    parser.add_argument("--cluster", metavar="X", help="the session's focus cluster, a letter")
    parser.add_argument("--reason", metavar="TEXT", default="", help="why, where a rule asks")
    parser.add_argument("--year", metavar="Y", help="the school year, like 2026-27; else this one")


def _add_note(commands: "argparse._SubParsersAction[Parser]") -> None:
    parser = _command(commands, "note", "Note a contact that is no visit.", note.run)
    _add_person(parser)
    parser.add_argument(
        "text",
        metavar="TEXT",
        nargs="+",
        help="what was said or done; - reads lines from standard input, which keeps the words out "
        "of the list of processes that others may see",
    )
    parser.add_argument("--minutes", metavar="N", help="else read off the end of the text: 5 min")


def _add_standards(commands: "argparse._SubParsersAction[Parser]") -> None:
    told = "Your own standards of a term, with time and log; it names nobody."
    parser = _command(commands, "standards", told, standards.run)
    _add_term(parser)
    _add_json(parser)


def _add_path(commands: "argparse._SubParsersAction[Parser]") -> None:
    _command(commands, "path", "Where things are kept: first the data file.", path.run)


def _add_config(commands: "argparse._SubParsersAction[Parser]") -> None:
    parser = _command(commands, "config", "The settings in force, and from where.", config.run)
    _add_json(parser)
    parser.add_argument("--sample", action="store_true", help="a settings file to begin with")
    parser.add_argument("--keys", action="store_true", help="every command, its id and its keys")


def _add_framework(commands: "argparse._SubParsersAction[Parser]") -> None:
    told = "Framework files of your own."
    parser = commands.add_parser("framework", help=told, description=told, allow_abbrev=False)
    inner = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    told = "Whether a framework file holds together; what is wrong with it, line by line."
    check = _command(inner, "check", told, framework.run_check)
    check.add_argument("file", metavar="FILE", help="a copy of a file of data/frameworks, edited")


def _add_person(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("person", metavar="PERSON", help="a part of the name, or the id")

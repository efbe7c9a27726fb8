"""`coach-tui` without a command: the app. The only way to Textual on the command line."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coach_tui.cli.output import complain
from coach_tui.cli.window import Window
from coach_tui.errors import Refused

if TYPE_CHECKING:  # checked settings are slow to load, and Textual slower
    from coach_tui.app import AppOptions
    from coach_tui.config import ScreenSettings
    from coach_tui.terminal import TerminalFacts

WRONG_USAGE = 2
NO_TERMINAL = "The app opens only in a terminal; for plain text, use: coach-tui list"


def run(arguments: argparse.Namespace) -> int:
    """Open the app, and give its exit status once it is left.

    Raises:
        CoachError: the caseload cannot be opened.
    """
    if not (arguments.check or in_terminal()):
        complain(NO_TERMINAL)
        return WRONG_USAGE
    wait_for_escape_codes()
    with Window(arguments) as window:
        status = _run_app(window, arguments)
        if status != 0:
            window.keep_demo()
    return status


def in_terminal() -> bool:
    """Whether keys come from a terminal, and both outputs go to one: the app draws on either."""
    streams = (sys.__stdin__, sys.__stdout__, sys.__stderr__)
    return all(stream is not None and stream.isatty() for stream in streams)


def wait_for_escape_codes() -> None:
    """Over ssh, give the parts of an arrow key 200 ms to arrive; else they are an Esc and a word.

    Textual reads this as it is imported.
    """
    if os.environ.get("SSH_CONNECTION"):
        os.environ.setdefault("ESCDELAY", "200")


def _run_app(window: Window, arguments: argparse.Namespace) -> int:
    """Textual is imported here, and nowhere before."""
    desk = window.open()
    facts = None if arguments.check else _ask_terminal()
    options = app_options(arguments, facts, desk.config)
    from coach_tui.app import run_app

    return run_app(desk, options, facts, window.open_demo)


def app_options(
    arguments: argparse.Namespace, facts: TerminalFacts | None, config: Path | None
) -> AppOptions:
    """How the app runs: an option counts before the settings, and they before the terminal.

    Args:
        arguments: the options.
        facts: what the terminal can show, None where none was asked.
        config: the settings file, None for none.
    """
    from coach_tui.app import AppOptions
    from coach_tui.commands.keymap import keymap_in_force

    chosen = screen_settings(config)
    letters, colors = facts.letters if facts else "unicode", facts.colors if facts else "256"
    if chosen is not None:
        letters = letters if chosen.letters == "auto" else chosen.letters
        colors = colors if chosen.colors == "auto" else chosen.colors
    plain = arguments.plain or (chosen is not None and chosen.plain)
    return AppOptions(
        ascii=arguments.ascii or letters == "ascii",
        plain=plain,
        mouse=arguments.mouse or (chosen is not None and chosen.mouse),
        cursor=arguments.cursor or (chosen is not None and chosen.cursor),
        check=arguments.check,
        colors="none" if plain else colors,
        keys=keymap_in_force(config),
    )


def screen_settings(config: Path | None) -> ScreenSettings | None:
    """`[screen]` of a settings file; None where there is none, so that nothing slow is loaded."""
    from coach_tui.toml_file import read_toml

    try:
        named = config is not None and "screen" in read_toml(config)
    except (FileNotFoundError, Refused):  # what is wrong with the file is told once the app is up
        return None
    if not named:
        return None
    from coach_tui.config import settings_in_force

    return settings_in_force(config)[0].screen


def _ask_terminal() -> TerminalFacts:
    from coach_tui.terminal import probe

    return probe(0, 1, os.environ)

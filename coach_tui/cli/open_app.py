"""`coach-tui` without a command: the app. The only way to Textual on the command line."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from coach_tui.cli.output import complain
from coach_tui.cli.window import Window

if TYPE_CHECKING:
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
    from coach_tui.app import AppOptions, run_app

    options = AppOptions(
        ascii=arguments.ascii or (facts is not None and facts.letters == "ascii"),
        plain=arguments.plain,
        mouse=arguments.mouse,
        cursor=arguments.cursor,
        check=arguments.check,
        colors="none" if arguments.plain else facts.colors if facts else "256",
    )
    return run_app(desk, options, facts, window.open_demo)


def _ask_terminal() -> TerminalFacts:
    from coach_tui.terminal import probe

    return probe(0, 1, os.environ)

"""The acceptance scripts of reviewing a caseload, in the installed program, keys counted."""

import json
import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.program.kit import command, opened, own_file, with_cibola
from tests.program.start import coach_tui
from tests.program.terminal import Program
from tests.program.test_key_scripts import Counted
from tests.program.tmux import Tmux


def shown(home: Path, family: str) -> dict[str, Any]:
    """What the demo's copy holds of a person."""
    found: dict[str, Any] = json.loads(command(home, "--demo", "show", family, "--json"))
    return found


def test_script_2_a_note_with_an_action_in_four_keys(home: Path) -> None:
    """n, two lines, Esc q: filed, one action counted."""
    with opened(home, "--demo") as program:
        coach = Counted(program)
        coach.press("n")
        program.wait_for("TYPING")
        program.send("two groups start at once")
        coach.press("enter")
        program.send("> frame before the slip")
        coach.press("escape")
        program.settle()
        coach.press("q")
        program.wait_for("note filed")
        assert "1 action" in program.screen_text()
        assert coach.keys <= 4
        assert shown(home, "Abara")["notes"] == 2


def test_script_4_the_oldest_late_to_do_done_and_not_done(home: Path) -> None:
    """Agenda, x, u: four keys, row 23 names both."""
    with opened(home, "--demo") as program:
        coach = Counted(program)
        coach.press("g", "a", "x")
        program.wait_for('Done: "Share the choice board link" (Abara, Chi)')
        assert not any(t["status"] == "open" for t in shown(home, "Abara")["todos"])
        coach.press("u")
        program.wait_for("Undid: to-do done: Share the choice board link (Abara, Chi)")
        assert coach.keys == 4
        assert [t["status"] for t in shown(home, "Abara")["todos"]] == ["open"]


def test_script_5_a_search_opens_the_goal(home: Path) -> None:
    """s, text, Enter, sent at once: the hit of what was typed, in its place."""
    with opened(home, "--demo") as program:
        program.send("sexit tick\r")
        program.wait_for("Okafor, Dana · Gr 5 Math")
        program.wait_for("Exit tickets sorted")
        assert "[Cycles]" in program.screen_text()


def test_script_6_table_and_chart_say_the_same(home: Path) -> None:
    """Moreno, G Enter v: fourteen rows with total, band and limits; three keys."""
    with opened(home, "--demo") as program:
        coach = Counted(program)
        coach.press("G", "enter")
        program.wait_for("[Growth]")
        program.settle()
        chart = program.screen_text()
        totals = sorted({int(t) for t in re.findall(r"●(\d+)", chart)})
        coach.press("v")
        program.wait_for("Ses  Cl")
        assert coach.keys == 3
        rows = [line[:56].split() for line in program.screen_text().split("\n")[3:17]]
        assert [int(cells[0]) for cells in rows] == list(range(1, 15))
        found = sorted(int(cells[2]) for cells in rows)
        assert found == sorted(s["total"] for s in shown(home, "Moreno")["sessions"])
        assert set(totals) <= set(found)
        assert [cells[-4:] for cells in rows][3] == ["1", "11", "20", "25"]


def test_script_12_nothing_is_sent_while_nothing_happens(home: Path) -> None:
    """Each place and tab idles in silence; a step in the list costs at most 6 kB."""
    with opened(home, "--demo") as program:
        before = len(program.raw)
        program.press("j")
        program.wait_for("Bell, Marcus: session 2")
        program.settle(0.3)
        assert len(program.raw) - before <= 6000
        for keys in (("g", "a"), ("q", "enter"), ("]",), ("q", "P"), ("q", "s")):
            program.do(*keys)
            program.settle(0.4)
            quiet = len(program.raw)
            program.settle(1.0)
            assert bytes(program.raw[quiet:]) == b"", keys


def test_script_12_esc_and_a_key_at_once_are_two_keys(home: Path) -> None:
    with opened(home, "--demo") as program:
        program.do("/", "lincoln", "enter")
        program.wait_for("5 of 15")
        program.send("\x1bj")
        program.wait_for("15 people")
        program.wait_for("Bell, Marcus: session 2")


def test_script_12_a_raw_paste_changes_nothing(home: Path) -> None:
    with opened(home, "--demo") as program:
        program.send("dxDQ123")
        program.wait_for("That looked like a paste; nothing was saved.")
        assert "15 people" in program.screen_text()
        assert len(json.loads(command(home, "--demo", "list", "--json"))) == 15
        program.do("j")
        program.wait_for("Bell, Marcus")


def test_journey_5_monday_triage(home: Path) -> None:
    """The agenda, filtered to one school, and three visits planned with S; up to the export.

    Friday's word in the hallway, three days ago, has reset the contact clock and no other.
    """
    file = with_cibola(home)
    hallway(home, "Arredondo", "Luis asked for a lab timer; sent file, 5 min")
    before = planned(file)
    with opened(home) as program:
        program.do("g", "a")
        program.wait_for("[Agenda")
        program.do("/", "harlan", "enter")
        program.wait_for("/ harlan, Esc clears")
        assert "Whitcomb" not in program.screen_text()
        assert "overdue 5 days · contact 3 d ago" in program.screen_text()
        for family in ("Arredondo", "Haddad", "Raman"):
            stand_on(program, family)
            program.do("S")
            program.wait_for("· visit")
            program.settle()
            program.press("ctrl+s")
            program.wait_for(f"{family}, ")
            program.wait_for("visit planned for")
            program.settle()
        assert "overdue" not in program.screen_text()
    new = planned(file) - before
    assert len(new) == 3
    assert {family for family, _ in new} == {"Arredondo", "Haddad", "Raman"}


def hallway(home: Path, family: str, text: str) -> None:
    """A contact that was noted three days ago, by a command of the installed program."""
    command(home, "note", family, text)
    file = own_file(home)
    tables = json.loads(file.read_text("utf-8"))
    for contact in tables["contacts"].values():
        then = datetime.fromisoformat(contact["at"]) - timedelta(days=3)
        contact["at"] = then.isoformat()
    file.write_text(json.dumps(tables), "utf-8")


def planned(file: Path) -> set[tuple[str, str]]:
    """Family name and day of each planned visit of a data file."""
    tables = json.loads(file.read_text("utf-8"))
    families = {person["id"]: person["family"] for person in tables["coachees"].values()}
    visits = (visit for visit in tables["visits"].values() if visit["status"] == "planned")
    return {(families[visit["coachee_id"]], visit["on"]) for visit in visits}


def stand_on(program: Program, family: str) -> None:
    """Go down from the top of the list to the first entry of somebody."""
    program.do("g", "g")
    program.settle()
    for _ in range(12):
        if program.screen_text().split("\n")[-2].strip().startswith(family):
            return
        program.do("j")
        program.settle()
    raise AssertionError(f"{family} is not listed")


@pytest.mark.needs_tool("tmux")
def test_a_copy_reaches_the_buffer_of_tmux(home: Path) -> None:
    """OSC 52 through a real tmux that takes it."""
    with Tmux(coach_tui("--demo"), home) as tmux:
        tmux.set_option("set-clipboard", "on")
        tmux.wait_for("? help")
        tmux.press("j", "j", "y")
        tmux.wait_for("Sent to the clipboard through tmux; if it is not there, w.")
        assert tmux.buffer().startswith("Okafor, Dana\n\nWhere: Gr 5 Math, Lincoln ES\n")

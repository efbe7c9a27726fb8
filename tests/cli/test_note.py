"""`note`: a contact from the arguments or from standard input."""

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import coach_tui
from tests.cli.conftest import Run

ASKED = "Luis asked for a lab timer; sent file, 5 min"
SECRET = "xyzzy-plugh"


@pytest.fixture
def luis(run: Run, file: Path) -> Path:
    """A caseload of one."""
    assert run("add", "Arredondo, Luis").status == 0
    return file


def noted(*words: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, with bytes on its standard input."""
    done = subprocess.run(
        [sys.executable, "-m", "coach_tui", "note", *words],
        cwd=coach_tui.ROOT,
        env={**os.environ, **environment},
        input=given,
        capture_output=True,
        timeout=60,
        check=False,
    )
    out, err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def table(file: Path, name: str) -> list[dict[str, Any]]:
    """A table of the data file."""
    return list(json.loads(file.read_text("utf-8")).get(name, {}).values())


def texts(file: Path) -> list[str]:
    """The lines of every note."""
    return [line["text"] for note in table(file, "notes") for line in note["lines"]]


def test_words_as_arguments(run: Run, luis: Path) -> None:
    ran = run("note", "arre", *ASKED.split())
    told = r"Arredondo, Luis: 1 line noted at \d+:\d\d, 5 minutes\. "
    assert re.fullmatch(told + r"It counts as a contact, not as a visit\.\n", ran.out)
    assert (ran.status, ran.err, texts(luis)) == (0, "", [ASKED])
    (contact,) = table(luis, "contacts")
    assert (contact["minutes"], contact["note_id"]) == (5, table(luis, "notes")[0]["id"])
    assert SECRET not in run("note", "Luis", SECRET, "--minutes", "1").out


def test_minutes_are_named_read_or_left_out(run: Run, luis: Path) -> None:
    assert ", 12 minutes." in run("note", "Luis", ASKED, "--minutes", "12").out
    assert ", 1 minute." in run("note", "--minutes", "1", "Luis", "x").out
    assert "minute" not in run("note", "Luis", "sent the file").out
    assert [contact["minutes"] for contact in table(luis, "contacts")] == [12, 1, None]


def test_standard_input_a_line_each(luis: Path) -> None:
    given = "\ufeff08:41 asked for a timer\r\n# looks tired\n\n> send the file, 2 min".encode()
    ran = noted("Luis", "-", given=given)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("Arredondo, Luis: 3 lines noted at ")
    assert ", 2 minutes. It counts as a contact, not as a visit." in ran.stdout
    assert texts(luis) == ["asked for a timer", "# looks tired", "> send the file, 2 min"]
    assert table(luis, "notes")[0]["lines"][1]["tag"] == "private"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (b"", "Nothing is typed"),
        (b" \n\t\r\n", "Nothing is typed"),
        (b"\0\0\0\x1b\x07", "Nothing is typed"),
        (b"caf\xe9", "bytes that are no letters"),
        ("asked".encode("utf-16"), "bytes that are no letters"),
        (b"\xed\xa0\x80", "bytes that are no letters"),
        (b"x" * 20_001, "20,001 characters; the most is 20,000"),
        (b"a line\n" * 1_500_000, "too long; the most is 20,000 characters"),
        (b"\0" * 10_000_000, "too long; the most is 20,000 characters"),
    ],
    ids=range(9),
)
def test_what_cannot_be_noted_is_refused_in_a_sentence(luis: Path, given: bytes, told: str) -> None:
    before = luis.read_bytes()
    ran = noted("Luis", "-", given=given)
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (1, "", 1)
    assert told in ran.stderr
    assert luis.read_bytes() == before


def test_control_characters_are_taken_out(luis: Path) -> None:
    ran = noted("Luis", "-", given="a\0b \x1b[31mred\x07 \u202egnp\n[/b] x".encode())
    assert (ran.returncode, ran.stderr) == (0, "")
    assert texts(luis) == ["ab [31mred gnp", "[/b] x"]


def test_bytes_that_are_no_letters_in_an_argument(run: Run, luis: Path) -> None:
    ran = run("note", "Luis", "caf\udce9")
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)


def test_standard_input_that_is_closed(luis: Path) -> None:
    shell = f"{sys.executable} -m coach_tui note Luis - <&-"
    ran = subprocess.run(
        ["bash", "-c", shell], cwd=coach_tui.ROOT, capture_output=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert ran.stderr == b"Standard input is closed, so there is nothing to note.\n"


def test_standard_input_is_not_read_where_nobody_has_the_name(
    run: Run, luis: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Unread(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise AssertionError(size)

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Unread()))
    ran = run("note", "Nobody", "-")
    assert (ran.status, ran.err) == (1, "Nobody in the caseload fits 'Nobody'.\n")


@pytest.mark.parametrize(
    "words",
    [("Luis", ""), ("Luis", " ", "#"), ("Luis", "x", "--minutes", "5x"),
     ("Luis", "x", "--minutes", "-1"), ("Luis", "x", "--minutes", "1000"), ("Nobody", "x")],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(run: Run, luis: Path, words: tuple[str, ...]) -> None:
    before = luis.read_bytes()
    ran = run("note", *words)
    assert (ran.status, ran.out) in [(1, ""), (2, "")]
    assert ran.status == 2 or ran.err.count("\n") == 1
    assert luis.read_bytes() == before


def test_wrong_usage(run: Run, luis: Path) -> None:
    assert run("note").status == run("note", "Luis").status == 2


def test_an_ambiguous_name_and_a_read_only_file(run: Run, luis: Path) -> None:
    run("add", "Arredondo, Eva")
    before = luis.read_bytes()
    ran = run("note", "arre", "x")
    assert ran.err == "'arre' fits 2 people.\n  Arredondo, Eva\n  Arredondo, Luis\n"
    ran = run("--readonly", "note", "Luis", "x")
    assert (ran.status, ran.out) == (1, "")
    assert "read-only; nothing was saved" in ran.err
    assert luis.read_bytes() == before


def test_help_says_how_to_keep_the_words_to_oneself(run: Run) -> None:
    assert "note" in run("--help").out
    shown = " ".join(run("note", "--help").out.split())
    assert "- reads lines from standard input, which keeps the words out of the list" in shown


def test_show_tells_both_clocks(run: Run, luis: Path) -> None:
    assert "\nNo visit or contact yet\n" in run("show", "Luis").out
    run("note", "Luis", ASKED)
    assert "\nNo visit yet - last contact today, 5 min\n" in run("show", "Luis").out
    shown = json.loads(run("show", "Luis", "--json").out)
    assert (shown["last_visit"], shown["last_contact_minutes"]) == (None, 5)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", shown["last_contact"])


def test_show_tells_the_last_visit(run: Run) -> None:
    shown = json.loads(run("show", "Okafor", "--demo", "--json").out)
    assert shown["last_visit"] == shown["last_contact"]
    assert shown["last_contact_minutes"] is None
    assert "\nLast visit & contact " in run("show", "Okafor", "--demo").out


def test_the_words_stand_nowhere_but_in_the_data_file(luis: Path, home: Path) -> None:
    ran = noted("Luis", "-", given=SECRET.encode())
    assert ran.returncode == 0
    assert SECRET not in ran.stdout + ran.stderr + " ".join(ran.args)
    holders = [path for path in (*luis.parent.rglob("*"), *home.rglob("*")) if path.is_file()]
    assert [path for path in holders if SECRET.encode() in path.read_bytes()] == [luis]

"""Options, outputs and exit statuses that all commands share."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import coach_tui
from coach_tui.cli import open_app
from tests.cli.conftest import Run, run_command


def python(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A new Python in the checkout."""
    return subprocess.run(
        [sys.executable, *words],
        cwd=coach_tui.ROOT,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_version_and_help(run: Run) -> None:
    assert run("--version").out == f"coach-tui {coach_tui.__version__}\n"
    shown = run("--help")
    assert shown.status == 0
    assert all(name in shown.out for name in ("band", "list", "show", "add", "gi", "note", "path"))


@pytest.mark.parametrize(
    "words",
    [("nope",), ("--nope",), ("--db",), ("--db", "", "list"), ("--demo", "--db", "x", "list"),
     ("--check", "list"), ("\x1b[31m",), ("list", "\udcff\x1b[31m" * 1000)],
)  # fmt: skip
def test_wrong_usage(run: Run, words: tuple[str, ...]) -> None:
    ran = run(*words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("usage: coach-tui")
    assert "\x1b" not in ran.err
    assert len(ran.err) < 800


def test_the_file_may_be_named_before_or_after(run: Run, file: Path, tmp_path: Path) -> None:
    other = str(tmp_path / "other.json")
    assert run("--db", other, "add", "Feng, Li").status == 0
    assert "Feng, Li" in run("list", "--db", other).out
    assert "Feng" not in run("list").out
    assert run("--db", "nothing.json", "path", "--db", other).out.splitlines()[0] == other


def test_path_needs_nothing_and_makes_nothing(run: Run, home: Path) -> None:
    first, drafts, settings = run("path").out.splitlines()
    assert first == str(home / ".local/share/coach-tui/caseload.json")
    assert drafts == str(home / ".local/share/coach-tui/drafts")
    assert settings == str(home / ".config/coach-tui")
    assert run("path", "--demo").out.startswith(str(home / ".local/share/coach-tui/demo"))
    assert list(home.rglob("*")) == []


def test_paths_are_told_in_their_own_bytes(run: Run) -> None:
    assert run("path", "--db", "/tmp/\udcff é.json", encoding="ascii").out.startswith(
        "/tmp/\udcff é.json\n/tmp/\udcff é.json.drafts\n"
    )
    assert "\x1b" not in run("path", "--db", "/tmp/\x1b[31m").out


@pytest.mark.parametrize(
    "name", ["a\0b", "\ud800", "~nobody-of-this-name/x", "x" * 10_000, "/", "."]
)
def test_a_name_that_no_file_can_have(run: Run, name: str) -> None:
    for command in ("path", "list"):
        ran = run(command, "--db", name)
        assert ran.status == 1 or name == "."  # a folder's name is only refused once it is opened
        assert ran.err.count("\n") == (ran.status == 1)


def test_letters_that_the_reader_can_show(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Castillo, Inés" in run("list", "--demo").out
    assert "Castillo, Ines " in run("list", "--demo", encoding="latin-1").out
    assert "Castillo, Ines " in run("--ascii", "list", "--demo").out
    monkeypatch.setenv("LC_ALL", "C")
    assert run("list", "--demo").out.isascii()
    assert run("list", "--demo", "--json").out.isascii()


HOSTILE = st.text(
    st.sampled_from("aé,+-1 \0\x1b[31m\x07\x9b\u202e\u2066\u200b\n\t\ud800\udcff中"), max_size=12
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(HOSTILE, HOSTILE)
@example("a" * 10_000, "b" * 10_000)
@example("\u202e" * 10_000, "\x1b]0;title\x07")
@example("Fam\x1b[31mily, Gi\ud800ven", "school\n\u202e")
def test_hostile_words(tmp_path_factory: pytest.TempPathFactory, first: str, second: str) -> None:
    db = ("--db", str(tmp_path_factory.mktemp("db") / "caseload.json"))
    for words in (
        ("add", f"--school={second}", f"--email={second}", "--", first),
        ("add", f"--role={second}", "--", f"Zz{first}"),
        ("list",),
        ("list", "--json"),
        ("gi", f"--reason={second}", "--", first, "1", "3"),
        ("gi", "Zz", "1", "3", f"--cluster={first}", f"--year={second}"),
        ("gi", "--", "Zz", first, second),
        ("note", "--", "Zz", first, second),
        ("note", f"--minutes={second}", "--", first, "x"),
        ("show", "--", first),
        ("show", "Zz"),
        ("band", "--", first, second),
    ):
        ran = run_command(*db, *words)
        assert ran.status in (0, 1), ran
        assert (ran.status == 1) == bool(ran.err)
        assert not set(ran.out + ran.err) & set("\x1b\x07\x9b\u202e\u2066\u200b\t\0")
        assert len(ran.err) < 600


def test_names_edited_by_hand(run: Run, file: Path) -> None:
    run("add", "Placeholder, Dana")
    edited = file.read_text("utf-8").replace("Placeholder", "\\u001b[31mRed\\u202e")
    file.write_text(edited, "utf-8")
    for words in (("list",), ("list", "--json"), ("show", "Dana"), ("gi", "x", "1", "3")):
        ran = run(*words)
        assert not set(ran.out + ran.err) & set("\x1b\u202e")


def test_without_a_terminal_the_app_does_not_open() -> None:
    ran = python("-m", "coach_tui")
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert ran.stderr.count(b"\n") == 1
    assert b"coach-tui list" in ran.stderr


def test_a_trial_start_needs_no_terminal_and_leaves_nothing(file: Path) -> None:
    ran = python("-m", "coach_tui", "--check")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert not file.parent.exists()


@pytest.mark.parametrize(
    ("words", "absent"),
    [
        (("band", "4", "11"), ("textual", "rich", "pydantic", "tinydb")),
        (("path",), ("textual", "rich", "pydantic", "tinydb")),
        (("--version",), ("textual", "rich", "pydantic", "tinydb")),
        (("--help",), ("textual", "rich", "pydantic", "tinydb")),
        (("add", "Feng, Li"), ("textual", "rich")),
        (("list", "--demo"), ("textual", "rich")),
        (("show", "Feng", "--demo"), ("textual", "rich")),
        (("gi", "Feng", "13", "73", "--demo"), ("textual", "rich")),
        (("note", "Feng", "sent the file, 5 min", "--demo"), ("textual", "rich")),
    ],
)
def test_what_a_command_does_not_load(
    file: Path, words: tuple[str, ...], absent: tuple[str, ...]
) -> None:
    code = "import sys; from coach_tui.cli import main; status = main(sys.argv[1:])\n"
    code += f"sys.exit(status or ' '.join(set(sys.modules) & set({absent!r})) or None)"
    ran = python("-c", code, *words)
    assert (ran.returncode, ran.stderr) == (0, b""), ran


def test_a_reader_that_goes_away() -> None:
    shell = f"{sys.executable} -m coach_tui list --demo | true; exit ${{PIPESTATUS[0]}}"
    ran = subprocess.run(
        ["bash", "-c", shell], cwd=coach_tui.ROOT, capture_output=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_a_disk_that_is_full() -> None:
    shell = f"{sys.executable} -m coach_tui list --demo > /dev/full"
    ran = subprocess.run(
        ["bash", "-c", shell], cwd=coach_tui.ROOT, capture_output=True, check=False
    )
    assert ran.returncode == 1
    assert ran.stderr == b"That did not work: no space left on device.\n"


def test_an_interrupt(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(open_app, "in_terminal", interrupted)
    assert run() == (130, "", "")


def test_what_is_made_is_ours_alone(run: Run) -> None:
    run("path")
    assert os.umask(0o022) == 0o077

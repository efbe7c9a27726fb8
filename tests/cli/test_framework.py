"""`coach-tui framework check`: each kind of file, sound and faulty."""

import json
import os
from pathlib import Path

import pytest

from coach_tui.services.frameworks import KNOWN, SHIPPED, FrameworkShelf
from tests.cli.conftest import Run

FILES = {file.stem: file for file in sorted(SHIPPED.glob("*.toml"))}


def own(folder: Path, text: str, name: str = "own.toml") -> Path:
    """A file of the coach's own."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder / name


def refused(run: Run, file: Path) -> list[str]:
    """What is told of a faulty file, a line each."""
    ran = run("framework", "check", str(file))
    assert (ran.status, ran.out) == (1, "")
    assert all(line.isprintable() for line in ran.err.splitlines())
    assert "Traceback" not in ran.err
    return ran.err.splitlines()


@pytest.mark.parametrize("key", FILES)
def test_a_sound_file_is_told_in_one_line(run: Run, key: str) -> None:
    ran = run("framework", "check", str(FILES[key]))
    assert (ran.status, ran.err) == (0, "")
    (line,) = ran.out.splitlines()
    found = FrameworkShelf().of(key)
    assert line == f"{key}.toml is sound. {found.title} ({key}, version 1): {found.holds}."


def test_what_is_in_a_timeline_is_counted(run: Run) -> None:
    ran = run("framework", "check", str(FILES["e2l_timeline"]))
    assert ran.out.endswith("14 sessions, 14 clusters, 31 look-fors.\n")


@pytest.mark.parametrize("key", FILES)
def test_faults_that_any_kind_can_have(run: Run, tmp_path: Path, key: str) -> None:
    text = FILES[key].read_text("utf-8")
    line = text[: text.index("\nversion = ")].count("\n") + 2

    def faulty(new: str) -> list[str]:
        return refused(run, own(tmp_path, text.replace('version = "1"', new, 1)))

    assert faulty("") == ["own.toml: version is missing. Add version = ... ."]
    assert faulty("version = 1") == [
        f"own.toml, line {line} (version): is not a text. Put it in quotes."
    ]
    assert faulty('version = "1"\ncolour = 3') == [
        f"own.toml, line {line + 1} (colour): is not a known field. "
        "Take it out, or look for a slip in its name."
    ]
    assert faulty('version = "1"\nformat = 2') == [
        f"own.toml, line {line + 1} (format): was written for a newer coach-tui (format 2; this "
        "one reads 1). Update the app or use an older file."
    ]
    assert faulty('version = "1"\nformat = "x"') == [
        f"own.toml, line {line + 1} (format): 'x' is not a whole number. "
        "Write a whole number, without quotes."
    ]
    assert faulty('version = "1')[0].startswith(f"own.toml, line {line}: this is not TOML; ")
    assert len(faulty('version = 1\ncolour = 3\nformat = "x"')) == 3


def timeline(folder: Path, *pairs: tuple[str, str]) -> Path:
    """Our timeline with words changed, each of which it must hold."""
    text = FILES["e2l_timeline"].read_text("utf-8")
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after, 1)
    return own(folder, text)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "approaching = [11, 19]",
            "approaching = [12, 19]",
            "line 24 (bands, session 4, approaching): Approaching starts at 12, not 11; "
            "it leaves a gap. Write [11, 19].",
        ),
        (
            "approaching = [11, 19]",
            "approaching = [9, 19]",
            "line 24 (bands, session 4, approaching): Approaching starts at 9, not 11; "
            "it overlaps the band below. Write [11, 19].",
        ),
        (
            "exceeding = 25 }",
            "exceeding = 26 }",
            "line 24 (bands, session 4, exceeding): Exceeding starts at 26, not 25. "
            "Write exceeding = 25.",
        ),
        (
            "session = 5,",
            "session = 15,",
            "line 25 (bands, session 15): session 5 has no bands. Add a row for session 5.",
        ),
        (
            "session = 5,",
            "session = 4,",
            "line 25 (bands, session 4): session 4 is listed twice. "
            "Give one of them another number, or take it out.",
        ),
        (
            'id = "B"\nphase',
            'id = "A"\nphase',
            "line 48 (clusters, A): cluster A is listed twice. "
            "Give one of them another id, or take it out.",
        ),
        (
            'id = "B2"',
            'id = "A1"',
            "line 54 (clusters, B, look_fors, A1): look-for A1 is listed twice. "
            "Give one of them another id, or take it out.",
        ),
        (
            'id = "A"\nphase = 1',
            'id = "A"\nphase = 9',
            "line 41 (clusters, A, phase): cluster A names phase 9, not listed. "
            "Write one of these: 1, 2, 3, 4.",
        ),
        (
            "first = 5, last = 7",
            "first = 6, last = 7",
            "line 14 (phases, number 2): phase 2 runs 6 to 7; it should start at session 5. "
            "Write first = 5.",
        ),
    ],
)
def test_a_timeline_at_fault(run: Run, tmp_path: Path, before: str, after: str, told: str) -> None:
    assert f"own.toml, {told}" in refused(run, timeline(tmp_path, (before, after)))


def test_every_fault_is_told_in_the_order_of_the_file(run: Run, tmp_path: Path) -> None:
    file = timeline(
        tmp_path,
        ("session = 5,", "session = 4,"),
        ('id = "C"\nphase', 'id = "A"\nphase'),
        ("last = 14", "last = 15"),
    )
    lines = [int(told.split(", line ")[1].split(" ")[0]) for told in refused(run, file)]
    assert lines == sorted(lines)
    assert len(lines) >= 4


def test_files_that_are_no_framework_files(run: Run, tmp_path: Path) -> None:
    assert refused(run, tmp_path / "none.toml")[0].startswith("none.toml: the file is not there.")
    assert ": the file cannot be read: it is a folder. " in refused(run, tmp_path)[0]
    (tmp_path / "latin.toml").write_bytes(b'title = "Caf\xe9"')
    assert "is not UTF-8 text; byte 13 does not fit. " in refused(run, tmp_path / "latin.toml")[0]
    with (tmp_path / "large.toml").open("wb") as file:
        os.truncate(file.fileno(), 50_000_000)
    assert "the file is larger than 2 MB. " in refused(run, tmp_path / "large.toml")[0]
    known = ", ".join(KNOWN[:-1])
    file_ = own(tmp_path, 'id = "shopping_list"\n')
    assert refused(run, file_) == [
        "own.toml, line 1 (id): 'shopping_list' is not a framework of this app. "
        f"Write {known} or {KNOWN[-1]}."
    ]
    assert refused(run, tmp_path / "nul\0l.toml")[0].endswith(
        "copy a shipped one and edit the copy."
    )


def test_what_was_typed_wrong_is_usage(run: Run) -> None:
    assert run("framework").status == 2
    assert run("framework", "check").status == 2
    assert run("framework", "chek", "x").status == 2


def test_config_tells_what_is_wrong_with_own_files(
    run: Run, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach_tui.locations.config_folder", lambda: tmp_path)
    sound = run("config")
    assert sound.status == 0
    assert "Framework file" not in sound.out
    timeline(tmp_path / "frameworks", ("approaching = [11, 19]", "approaching = [12, 19]"))
    ran = run("config")
    assert ran.status == 1
    assert "frameworks/own.toml is not used\n" in ran.out
    assert (
        "  own.toml, line 24 (bands, session 4, approaching): Approaching starts at 12" in ran.out
    )
    (told,) = json.loads(run("config", "--json").out)["frameworks"]
    assert (told["id"], told["used"], len(told["problems"])) == ("e2l_timeline", False, 1)


def test_config_tells_an_own_file_in_force(
    run: Run, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach_tui.locations.config_folder", lambda: tmp_path)
    timeline(tmp_path / "frameworks", ('version = "1"', 'version = "district-2"'))
    ran = run("config")
    assert ran.status == 0
    assert "frameworks/own.toml stands in for ours (e2l_timeline)\n" in ran.out
    timeline(tmp_path / "frameworks")
    assert (
        'Mind: own.toml: version = "1" is that of the file it stands in for;' in run("config").out
    )

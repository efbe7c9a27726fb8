"""A coach's own framework files: in force, broken, listed twice, stray."""

from pathlib import Path

import pytest

from coach_tui.errors import BadFramework
from coach_tui.services.frameworks import SHIPPED, FrameworkShelf
from tests.services.test_frameworks import changed

GAP = ("approaching = [11, 19]", "approaching = [12, 19]")


def test_a_bad_own_file_is_told_and_ours_is_in_force_meanwhile(tmp_path: Path) -> None:
    own = changed(tmp_path, GAP, ('version = "1"', 'version = "district-2"'))
    shelf = FrameworkShelf([SHIPPED, tmp_path])
    assert shelf.timeline().pin.version == "1"
    assert shelf.band_table() == FrameworkShelf().band_table()
    assert shelf.own_path("e2l_timeline") is None
    assert shelf.own_rights("e2l_timeline") == ""
    assert shelf.problems == (
        "own.toml, line 24 (bands, session 4, approaching): "
        "Approaching starts at 12, not 11; it leaves a gap. Write [11, 19].",
    )
    assert shelf.trouble == "own.toml: 1 problem, ours is used; see coach-tui config."
    (file,) = shelf.own_files
    assert (file.path, file.used) == (own, False)


def test_without_ours_a_bad_file_is_refused(tmp_path: Path) -> None:
    changed(tmp_path, GAP)
    with pytest.raises(BadFramework, match=r"own\.toml cannot be used"):
        FrameworkShelf([tmp_path]).timeline()


def test_an_own_file_in_force(tmp_path: Path) -> None:
    own = changed(
        tmp_path,
        ('version = "1"', 'version = "district-2"'),
        ("approaching = [11, 19], meeting = [20", "approaching = [11, 18], meeting = [19"),
        ('rights = "The', 'rights = "Cibola Wells. The'),
    )
    shelf = FrameworkShelf([SHIPPED, tmp_path])
    assert shelf.band_table().standing(4, 19).word == "Meeting"
    assert shelf.band_table() == shelf.timeline().band_table
    assert shelf.own_path("e2l_timeline") == own
    assert shelf.own_rights("e2l_timeline").startswith("Cibola Wells. ")
    assert shelf.own_rights("coaching_cycle") == ""
    assert shelf.trouble == ""
    assert [(file.used, file.note) for file in shelf.own_files] == [(True, "")]


def test_the_same_version_as_ours_is_minded(tmp_path: Path) -> None:
    changed(tmp_path)
    (file,) = FrameworkShelf([SHIPPED, tmp_path]).own_files
    assert file.used
    assert file.note.startswith('own.toml: version = "1" is that of the file it stands in for')


def test_two_own_files_of_one_id_are_told(tmp_path: Path) -> None:
    changed(tmp_path, ('version = "1"', 'version = "2"')).rename(tmp_path / "b.toml")
    changed(tmp_path, ('version = "1"', 'version = "3"')).rename(tmp_path / "a.toml")
    shelf = FrameworkShelf([SHIPPED, tmp_path])
    assert shelf.timeline().version == "3"
    assert shelf.problems == (
        "b.toml: a.toml has the same id (e2l_timeline) and is used. Take one of them out.",
    )


def test_of_two_own_files_a_sound_one_is_used(tmp_path: Path) -> None:
    changed(tmp_path, GAP).rename(tmp_path / "a.toml")
    changed(tmp_path, ('version = "1"', 'version = "2"')).rename(tmp_path / "b.toml")
    shelf = FrameworkShelf([SHIPPED, tmp_path])
    assert shelf.timeline().version == "2"
    assert [(file.path.name, file.used) for file in shelf.own_files] == [
        ("a.toml", False),
        ("b.toml", True),
    ]


def test_an_id_that_is_written_otherwise_is_found(tmp_path: Path) -> None:
    changed(tmp_path, ('id = "e2l', '"id" = "e2l'), ('version = "1"', 'version = "2"'))
    assert FrameworkShelf([SHIPPED, tmp_path]).timeline().version == "2"


def test_files_that_stand_in_for_nothing_are_told_too(tmp_path: Path) -> None:
    (tmp_path / "stray.toml").write_bytes(b"\xff[[[")
    (tmp_path / "folder.toml").mkdir()
    shelf = FrameworkShelf([SHIPPED, tmp_path])
    assert shelf.trouble == "2 framework files cannot be used; see coach-tui config."
    (tmp_path / "folder.toml").rmdir()
    shelf = FrameworkShelf([SHIPPED, tmp_path])
    assert shelf.trouble == "stray.toml: 1 problem; see coach-tui config."


def test_every_framework_in_force_is_listed() -> None:
    listed = {framework.id for framework in FrameworkShelf().in_force()}
    assert listed == {file.stem for file in SHIPPED.glob("*.toml")}


@pytest.mark.parametrize("file", sorted(SHIPPED.glob("*.toml")), ids=lambda file: file.stem)
def test_any_kind_may_be_the_coachs_own(tmp_path: Path, file: Path) -> None:
    changed(tmp_path, ('version = "1"', 'version = "own-1"'), source=file)
    shelf = FrameworkShelf([SHIPPED, tmp_path])
    assert shelf.of(file.stem).version == "own-1"
    assert shelf.own_rights(file.stem)
    changed(tmp_path, ('version = "1"', "version = 1"), source=file)
    broken = FrameworkShelf([SHIPPED, tmp_path])
    assert broken.of(file.stem).version == "1"
    assert len(broken.problems) == 1

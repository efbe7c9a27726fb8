"""Files that are not as we write them: refused in words, and not a byte changed."""

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import orjson
import pytest

from coach_tui.domain.coachee import Coachee
from coach_tui.domain.track_start import TrackStart
from coach_tui.domain.visit import Visit
from coach_tui.errors import CoachError, Damaged, StorageError, TooNew, Unavailable
from tests.storage.made import coachee, cycle, litter, stamps, store

META = b'{"meta":{"1":{"app":"coach-tui","schema_version":1,"generation":1}}'

REFUSED: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "it is empty"),
    "blank": (b" \n", "not whole JSON"),
    "truncated": (META + b',"coachees":{"1":{"fam', "not whole JSON"),
    "old tail": (META + b"}\n}}", "not whole JSON"),
    "zeros": (b"\0" * 4096, "not whole JSON"),
    "zeros inside": (META + b',"x":{"1":"\0"}}', "not whole JSON"),
    "byte order mark": (b"\xef\xbb\xbf" + META + b"}", "not whole JSON"),
    "utf-16": ((META + b"}").decode().encode("utf-16"), "not whole JSON"),
    "bad utf-8": (META + b',"x":{"1":"\xff"}}', "not whole JSON"),
    "not a number": (META + b',"x":{"1":NaN}}', "not whole JSON"),
    "endless number": (META + b',"x":{"1":{"a":1e400}}}', "not whole JSON"),
    "half a letter": (META + b',"x":{"1":"\\ud800"}}', "not whole JSON"),
    "very deep": (META + b',"x":{"1":' + b"[" * 100_000 + b"]" * 100_000 + b"}}", "not whole JSON"),
    "a list": (b"[]", "not tables"),
    "null": (b"null", "not tables"),
    "table is a list": (META + b',"x":[1]}', "not tables"),
    "rows by name": (META + b',"x":{"one":{}}}', "not tables"),
    "rows by 01": (META + b',"x":{"01":{}}}', "not tables"),
    "rows by other digits": (META + ',"x":{"١":{}}}'.encode(), "not tables"),
    "settings of an editor": (b'{"editor":{"tabs":4}}', "not tables"),
    "another program's": (b'{"_default":{"1":{"a":1}}}', "coach-tui file"),
    "app of another name": (b'{"meta":{"1":{"app":"x"}}}', "coach-tui file"),
    "meta is a text": (b'{"meta":{"1":"x"}}', "coach-tui file"),
    "no version": (b'{"meta":{"1":{"app":"coach-tui"}}}', "which format"),
    "version is true": (b'{"meta":{"1":{"app":"coach-tui","schema_version":true}}}', "which"),
}

LOSSY: dict[str, tuple[bytes, str]] = {
    "number twice": (META + b',"x":{"1":{"a":1},"1":{"a":2}}}', "'1' twice"),
    "table twice": (META + b',"x":{"1":{"a":1}},"x":{}}', "'x' twice"),
    "long integer": (META + b',"x":{"1":{"a":1180591620717411303424}}}', "22 digits"),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A data file that does not exist yet."""
    return tmp_path / "caseload.json"


@pytest.mark.parametrize(("content", "words"), REFUSED.values(), ids=REFUSED)
def test_refused_and_left_alone(path: Path, content: bytes, words: str) -> None:
    path.write_bytes(content)
    for attempt in (lambda: store(path).facts("2026-27"), lambda: store(path).save([coachee()])):
        with pytest.raises(Damaged, match=words) as caught:
            attempt()
        assert "caseload.json" in str(caught.value)
        assert "--db" in str(caught.value)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(("content", "words"), LOSSY.values(), ids=LOSSY)
def test_readable_but_not_rewritten(path: Path, content: bytes, words: str) -> None:
    path.write_bytes(content)
    assert store(path).facts("2026-27") == []
    with pytest.raises(Damaged, match=words):
        store(path).save([coachee()])
    assert path.read_bytes() == content


def test_newer_format_names_both_versions(path: Path) -> None:
    content = b'{"meta":{"1":{"app":"coach-tui","schema_version":999}},"new":{"1":{}}}'
    path.write_bytes(content)
    with pytest.raises(TooNew, match=r"format is 999.*up to 1"):
        store(path).facts("2026-27")
    with pytest.raises(TooNew):
        store(path).save([coachee()])
    assert path.read_bytes() == content


def test_an_empty_object_is_an_empty_caseload(path: Path) -> None:
    path.write_bytes(b"{}")
    store(path).save([coachee()])
    assert len(store(path).people()) == 1


def test_a_file_of_stock_tinydb_is_rewritten_whole(path: Path) -> None:
    path.write_bytes(META + ', "x": {"3": {"a": 0.1, "b": "é"}}}'.encode())
    store(path).save([coachee()])
    assert orjson.loads(path.read_bytes())["x"] == {"3": {"a": 0.1, "b": "é"}}


def test_a_damaged_record_is_told_of_and_kept(path: Path) -> None:
    mine = store(path)
    (good,) = mine.save([coachee("Adams")])
    bad = {"id": "bad", "family": "\x1b[31mSecret", "ideal_days": "soon", "revision": 4}
    data = orjson.loads(path.read_bytes())
    data["coachees"]["8"] = bad
    path.write_bytes(orjson.dumps(data))
    with pytest.raises(Damaged, match=r"This person .* cannot be read") as caught:
        mine.get(Coachee, "bad")
    assert "Secret" not in str(caught.value)
    assert mine.people() == (good,)
    mine.save([good.but(school="North"), coachee("Brown")])
    with pytest.raises(Damaged):
        mine.save([coachee(id="bad")])
    after = orjson.loads(path.read_bytes())["coachees"]
    assert after["8"] == bad
    assert sorted(map(int, after)) == [1, 8, 9]


def test_of_two_documents_with_one_id_the_later_revision_counts(path: Path) -> None:
    mine = store(path)
    (person,) = mine.save([coachee()])
    (person,) = mine.save([person.but(school="North")])
    data = orjson.loads(path.read_bytes())
    data["coachees"]["5"] = {**data["coachees"]["1"], "school": "Old", "revision": 1}
    path.write_bytes(orjson.dumps(data))
    assert mine.get(Coachee, person.id) == person
    mine.save([person.but(school="South")])
    after = orjson.loads(path.read_bytes())["coachees"]
    assert (after["1"]["school"], after["5"]["school"]) == ("South", "Old")


def test_a_file_that_vanished_is_not_an_empty_caseload(path: Path) -> None:
    mine = store(path)
    mine.save([coachee()])
    path.unlink()
    with pytest.raises(Unavailable, match="no longer there"):
        mine.facts("2026-27")
    with pytest.raises(Unavailable, match="no longer there"):
        mine.save([coachee("Adams")])
    assert not path.exists()


def test_a_folder_a_pipe_and_a_file_in_the_way(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "plain").write_text("x", encoding="ascii")
    for name in ("", "pipe", "plain/caseload.json"):
        with pytest.raises(StorageError):
            store(tmp_path / name).facts("2026-27")
        with pytest.raises(StorageError):
            store(tmp_path / name).save([coachee()])


def test_a_file_marked_read_only_is_not_replaced(path: Path) -> None:
    store(path).save([coachee()])
    before = path.read_bytes()
    path.chmod(0o444)
    with pytest.raises(Unavailable, match="not permitted"):
        store(path).save([coachee("Adams")])
    assert path.read_bytes() == before
    assert litter(path.parent) == []


def test_what_belongs_to_another_user_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store(path).save([coachee()])
    before = path.read_bytes()
    other = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: other)
    with pytest.raises(Unavailable, match="another user"):
        store(path).facts("2026-27")
    with pytest.raises(Unavailable, match="another user"):
        store(path).save([coachee()])
    with pytest.raises(Unavailable, match="another user"):
        store(path.with_name("new.json")).save([coachee()])
    assert path.read_bytes() == before


def test_a_planted_lock_link_is_refused(path: Path) -> None:
    victim = path.with_name("victim")
    path.with_name("caseload.json.lock").symlink_to(victim)
    with pytest.raises(Unavailable):
        store(path).save([coachee()])
    assert not victim.exists()


@pytest.mark.parametrize("cut", range(0, 400, 23))
def test_a_cut_file_never_opens_as_less(path: Path, cut: int) -> None:
    store(path).save([coachee()])
    content = path.read_bytes()[:cut]
    path.write_bytes(content)
    with pytest.raises(CoachError):
        store(path).of(Visit, "x")
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "damage",
    [
        {"track": "zzz"},
        {"track": "2027-29"},
        {"track": 7},
        {"started_on": "soon"},
        {"carried": "many"},
    ],
    ids=str,
)
def test_a_damaged_school_year_is_passed_over(path: Path, damage: dict[str, Any]) -> None:
    mine, person = store(path), coachee()
    begun = TrackStart(
        **stamps(), coachee_id=person.id, track="2027-28", started_on=date(2027, 3, 1), carried=9
    )
    mine.save([person, cycle(person.id, 4, gi={"total": 11}), begun])
    assert store(path).facts("2026-27")[0].track.year == "2027-28"
    tables = json.loads(path.read_bytes())
    (document,) = tables["tracks"].values()
    document.update(damage)
    path.write_text(json.dumps(tables), "utf-8")
    track = store(path).facts("2026-27")[0].track
    assert (track.year, track.carried) == ("2026-27", None)
    assert [point.total for point in track.points] == [11]
    assert store(path).of(TrackStart, person.id) == ()

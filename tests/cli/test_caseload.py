"""`add`, `list`, `show` and `gi`, from an empty caseload to a corrected total."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from tinydb import TinyDB

from coach_tui.cli.wiring import Place, desk_at
from coach_tui.clock import SystemClock
from coach_tui.domain.dates import short_date
from coach_tui.domain.school_year import school_year
from coach_tui.services.person_form import PersonForm
from tests.cli.conftest import Run

WHITCOMB = ("C", 3), ("A", 8), ("D", 12), ("B", 17), ("E", 22), ("G", 27)


@pytest.fixture
def whitcomb(run: Run, file: Path) -> Path:
    """Dana Whitcomb with her first six sessions."""
    assert run("add", "Whitcomb, Dana", "--school", "Juniper Flats Elem").status == 0
    for session, (cluster, total) in enumerate(WHITCOMB, start=1):
        ran = run("gi", "Whitcomb", str(session), str(total), "--cluster", cluster.lower())
        assert (ran.status, ran.err) == (0, "")
    return file


def sessions(run: Run, person: str = "Whitcomb") -> dict[int, dict[str, object]]:
    """The sessions that `show` tells, by number."""
    shown = json.loads(run("show", person, "--json").out)
    return {session["session"]: session for session in shown["sessions"]}


def test_an_empty_caseload_says_how_to_begin(run: Run, file: Path) -> None:
    assert "coach-tui add" in run("list").out
    assert run("list", "--json").out == "[]\n"
    assert not file.exists()


def test_add_tells_who_was_added(run: Run, file: Path) -> None:
    ran = run("add", "Castillo, Inés", "--role", "Gr 5 Math", "--school", "Lincoln ES")
    assert ran.out == "Added Castillo, Inés (Gr 5 Math, Lincoln ES).\n"
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_the_same_person_twice_is_refused(run: Run, file: Path) -> None:
    run("add", "Castillo, Inés")
    ran = run("add", "Castillo, Inés")
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert len(json.loads(run("list", "--json").out)) == 1


def test_whitcomb_as_shown(run: Run, whitcomb: Path) -> None:
    out = run("show", "whit").out
    assert out.startswith("Whitcomb, Dana\nSchool: Juniper Flats Elem\n")
    assert "Launch: none recorded" in out
    assert "\n      6   27    +5  Approaching  G " in out
    assert [s["cluster"] for s in sessions(run).values()] == [key for key, _ in WHITCOMB]
    assert sessions(run)[6]["band"] == "approaching"


def test_whitcomb_as_stock_tinydb_reads_her(whitcomb: Path) -> None:
    with TinyDB(whitcomb) as db:
        last = max(db.table("cycles").all(), key=lambda cycle: cycle["session"])
    assert (last["cluster"], last["gi"]["total"], last["origin"]) == ("G", 27, "count")


def test_whitcomb_in_the_list(run: Run, whitcomb: Path) -> None:
    assert run("list").out == "   Whitcomb, Dana  6  27  Approaching  to set\n"
    (row,) = json.loads(run("list", "--json").out)
    assert (row["name"], row["session"], row["total"]) == ("Whitcomb, Dana", 6, 27)
    assert (row["band"], row["draft"], row["days_late"]) == ("approaching", False, 0)


def test_a_plus_adds_to_the_session_before(run: Run, whitcomb: Path) -> None:
    ran = run("gi", "Whitcomb", "7", "+8", "--cluster", "F")
    assert "Session 7: 35 GIs, Meeting. 5 more to Exceeding (40).\n" in ran.out
    assert "8 GIs more than the 27" in ran.out


def test_a_correction_needs_a_reason_and_keeps_both(run: Run, whitcomb: Path) -> None:
    run("gi", "Whitcomb", "7", "35", "--cluster", "F")
    refused = run("gi", "Whitcomb", "7", "33")
    assert (refused.status, refused.out) == (1, "")
    assert "33 is lower than the 35" in refused.err
    assert refused.err.endswith('give a short reason and both are kept. Add --reason "...".\n')
    assert sessions(run)[7]["total"] == 35
    ran = run("gi", "Whitcomb", "7", "33", "--reason", "counted twice")
    assert "33 replaces 35; both are kept.\n" in ran.out
    with TinyDB(whitcomb) as db:
        seventh = max(db.table("cycles").all(), key=lambda cycle: cycle["session"])
    (change,) = seventh["gi"]["history"]
    assert (change["was"], change["now"], change["reason"]) == (35, 33, "counted twice")


def test_the_same_total_again_changes_nothing(run: Run, whitcomb: Path) -> None:
    assert "The total was 27 already." in run("gi", "Whitcomb", "6", "27").out


def test_a_total_that_did_not_grow_is_the_same_as_before(run: Run, whitcomb: Path) -> None:
    told = "Recorded; the same as the 27 recorded before it.\n"
    assert told in run("gi", "Whitcomb", "7", "27", "--cluster", "F").out


def test_a_repeat_in_the_first_phase_needs_a_reason(run: Run, file: Path) -> None:
    run("add", "Teague, Marcus")
    run("gi", "Teague", "1", "4", "--cluster", "A")
    refused = run("gi", "Teague", "2", "9", "--cluster", "a")
    assert (refused.status, refused.out, refused.err.count("\n")) == (1, "", 1)
    assert refused.err.endswith('to pick it anyway. Add --reason "...".\n')
    assert set(sessions(run, "Teague")) == {1}
    assert run("gi", "Teague", "2", "9", "--cluster", "a", "--reason", "agreed").status == 0
    assert sessions(run, "Teague")[2]["cluster"] == "A"


def test_a_repeat_later_is_only_warned_of(run: Run, whitcomb: Path) -> None:
    ran = run("gi", "Whitcomb", "7", "33", "--cluster", "E")
    assert ran.status == 0
    assert "Cluster E was also the focus of session 5." in ran.out


def test_a_session_without_a_cluster_is_listed_as_incomplete(run: Run, file: Path) -> None:
    run("add", "Teague, Marcus")
    assert "cluster not set" in run("gi", "Teague", "1", "0").out
    assert "Incomplete: session 1 (cluster not set)\n" in run("show", "Teague").out
    assert sessions(run, "Teague")[1]["missing"] == ["cluster not set"]
    assert sessions(run, "Teague")[1]["band"] is None


def test_a_launch_that_was_not_held_is_warned_of(run: Run, file: Path) -> None:
    run("add", "Teague, Marcus")
    told = "No launch is recorded for 2026-27; hold it before the first visit."
    year = school_year(SystemClock().today())
    assert told.replace("2026-27", year) in run("gi", "Teague", "1", "3").out
    assert "launch" not in run("gi", "Teague", "2", "6").out
    assert "launch" not in run("gi", "Teague", "1", "4").out
    assert "No launch" not in run("gi", "Feng", "13", "+5", "--cluster", "M", "--demo").out


def test_a_launch_that_is_planned_is_told_as_planned(run: Run, file: Path) -> None:
    clock = SystemClock()
    people = desk_at(Place.of(file), clock).people
    day = clock.today() + timedelta(days=3)
    people.add(PersonForm(name="Teague, Marcus", launched="+3", order="cadb"))
    words = f"planned for {short_date(day)}"
    assert f"Launch: {words}, clusters in the order C A D B\n" in run("show", "Teague").out
    assert f"is {words}; hold it before the first visit." in run("gi", "Teague", "1", "3").out


def test_the_coachs_count_and_the_teachers_own_view_come_back(run: Run, file: Path) -> None:
    clock = SystemClock()
    desk = desk_at(Place.of(file), clock)
    run("add", "Teague, Marcus")
    run("gi", "Teague", "1", "4", "--cluster", "A")
    assert "coach counted" not in run("show", "Teague").out
    opened = desk.cycles.open(desk.caseload.find("Teague"))
    ratings = {"C1": "in_place", "C3": "not_yet"}
    typed = {"cluster": "C", "gi": "9", "coach_gi": "7", "ratings": ratings, "own_words": "Nearly"}
    desk.cycles.save(opened.form.but(**typed))
    out = run("show", "Teague").out
    (row,) = [line for line in out.splitlines() if "coach counted" in line]
    assert row.split()[:2] == ["2", "9"]
    assert row.endswith("  coach counted 7")
    assert "\nLook-fors: C1 in place, C3 not yet\nTeacher's words: Nearly\n" in out
    shown = json.loads(run("show", "Teague", "--json").out)
    assert [session["coach_total"] for session in shown["sessions"]] == [None, 7]
    assert shown["last_cycle"]["look_fors"] == ratings
    assert shown["last_cycle"]["own_words"] == "Nearly"


def test_a_year_of_its_own(run: Run, file: Path) -> None:
    run("add", "Teague, Marcus")
    assert "2019-20" in run("gi", "Teague", "1", "3", "--year", "2019-20").out
    assert sessions(run, "Teague") == {}
    for year in ("2019", "2019-21", "19-20", "2099-01", ""):
        assert run("gi", "Teague", "1", "3", "--year", year).status == 1


def test_an_ambiguous_name_lists_the_matches(run: Run, file: Path) -> None:
    for name in ("Whitcomb, Dana", "Okafor, Dana", "Feng, Li"):
        run("add", name)
    for words in (("show", "dana"), ("gi", "dana", "1", "3")):
        ran = run(*words)
        assert (ran.status, ran.out) == (1, "")
        assert ran.err == "'dana' fits 2 people.\n  Okafor, Dana\n  Whitcomb, Dana\n"


def test_an_id_and_a_stranger(run: Run, whitcomb: Path) -> None:
    (row,) = json.loads(run("list", "--json").out)
    assert run("show", row["id"]).out.startswith("Whitcomb, Dana\n")
    ran = run("show", "Nobody")
    assert (ran.status, ran.err) == (1, "Nobody in the caseload fits 'Nobody'.\n")


@pytest.mark.parametrize(
    "words",
    [("0", "3"), ("1.5", "3"), ("-1", "3"), ("1000", "3"), ("1", ""), ("1", "-3"), ("1", "2.5"),
     ("1", "3", "--cluster", "Z"), ("1", "3", "--cluster", ""), ("1", "3", "--reason", "x" * 501),
     ("1", "9" * 5000)],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(run: Run, file: Path, words: tuple[str, ...]) -> None:
    run("add", "Teague, Marcus")
    before = file.read_bytes()
    ran = run("gi", "Teague", *words)
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert file.read_bytes() == before


def test_read_only(run: Run, whitcomb: Path) -> None:
    before = whitcomb.read_bytes()
    assert run("--readonly", "add", "Feng, Li").status == 1
    assert run("--readonly", "list").status == 0
    assert whitcomb.read_bytes() == before


def test_a_file_that_does_not_open_is_left_alone(run: Run, file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"{ not json")
    for words in (("list",), ("add", "Feng, Li"), ("show", "x")):
        ran = run(*words)
        assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert file.read_bytes() == b"{ not json"


def test_notes_are_counted_and_never_printed(run: Run, tmp_path: Path) -> None:
    out = run("show", "Okafor", "--demo").out
    assert "\nNotes: " in out
    data = json.loads(Path(run("path", "--demo").out.splitlines()[0]).read_text("utf-8"))
    lines = [line for note in data["notes"].values() for line in note["lines"]]
    assert lines
    assert not [line for line in lines if line["text"] in out]


def test_show_names_a_total_carried_over(run: Run, whitcomb: Path) -> None:
    assert json.loads(run("show", "Whitcomb", "--json").out)["carried"] is None
    desk = desk_at(Place.of(whitcomb), SystemClock())
    plan = desk.tracks.plan(desk.caseload.find("Whitcomb"))
    desk.tracks.begin([plan.coachee.id], plan.year, carry=True)
    assert run("gi", "Whitcomb", "1", "+2", "--cluster", "c").status == 0
    assert f"Carried from the year before: {plan.total} GIs" in run("show", "Whitcomb").out
    assert json.loads(run("show", "Whitcomb", "--json").out)["carried"] == plan.total

"""The coach's own standards on the screen: placing, words, terms, what is filed (DLP)."""

from pathlib import Path

import pytest

from coach_tui.domain.coachee import Coachee
from coach_tui.domain.cycle import Cycle
from coach_tui.domain.standard_review import StandardReview
from coach_tui.services.desk import Desk
from coach_tui.services.frameworks import SHIPPED, FrameworkShelf
from coach_tui.storage.store import FileStore
from screens.caseload.screen import CaseloadScreen
from screens.copying import CopyScreen
from screens.profile.screen import ProfileScreen
from screens.standards.filed import FiledScreen
from screens.standards.log import LogScreen
from screens.standards.screen import StandardsScreen
from screens.standards.words import StandardWordsScreen
from tests.screens.kit import SIZES, Coach, Files, opened

DOWN_TO_3D2 = ("G", "k", "k", "k", "k", "k")
BEFORE, AFTER = "left_square_bracket", "right_square_bracket"


def reviews(files: Files) -> dict[tuple[str, str], StandardReview]:
    """What is on the disk, by term and part."""
    return {(one.term, one.part): one for one in files.desk().store.every(StandardReview)}


async def test_g_t_opens_the_term_of_today(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g")
        assert "t standards" in coach.message
        await coach.press("t")
        coach.screen(StandardsScreen)
        assert coach.row(1).startswith("Coach standards · Spring 2025")
        assert coach.row(2).startswith("9 of 23 looked at")
        assert coach.message.startswith("1A Impactful technology use: part of my work")
        await coach.press("g", "t")
        assert coach.message.startswith("These are the standards.")
        await coach.press("g", "c")
        coach.screen(CaseloadScreen)


async def test_all_eighteen_stand_under_their_sections(demo: Desk) -> None:
    async with opened(demo, (80, 60)) as coach:
        await coach.press("g", "t")
        drawn = coach.drawn()
        ids = [f"{n}{letter}" for n, letters in ((1, "ABCDEF"), (2, "ABCD")) for letter in letters]
        ids += [f"3{letter}" for letter in "ABCDEF"] + ["4A", "4B"]
        assert all(f"  {key}  " in drawn for key in ids)
        assert all(f"{key}.1" in drawn for key in ("1D", "2D", "3B", "3D", "4B"))
        for section in ("Coaching skills", "Attributes", "Leadership", "Professional development"):
            assert section in drawn


async def test_a_digit_places_and_0_takes_back(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("g", "t", "j", "j", "2")
        assert coach.message.startswith("1C Strategy that fits: now and then. u undoes it.")
        assert coach.row(2).startswith("10 of 23 looked at")
        assert reviews(filled)[("2024-25/2", "1C")].reading == "at_times"
        await coach.press("u")
        assert coach.message.startswith("Undid: 1C now and then, Spring 2025.")
        assert ("2024-25/2", "1C") not in reviews(filled)
        await coach.press("U", "0")
        assert reviews(filled)[("2024-25/2", "1C")].reading == ""
        assert coach.row(2).startswith("9 of 23 looked at")


async def test_the_tenets_are_read_not_placed(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "t", "k", "1")
        assert coach.message.startswith("These are read, not placed")
        assert "Principal, coach and teachers" in coach.words(46)
        assert "Not yet: 1C, 1E, 2A" in coach.words(46)


async def test_terms_side_by_side(demo: Desk) -> None:
    """Year over year: each standard tells its earlier terms, and the list what moved."""
    async with opened(demo) as coach:
        await coach.press("g", "t", *"jjjj")
        assert "1D.2 Meet, visit, meet ■■■ +1" in coach.words(0, 46)
        words = coach.words(46)
        assert "Spring 2025 ■■■ part of my work │ Fall 2024 ■■· now and then" in words
        assert "Spring 2024 ■·· not yet part of │ my work" in words
        await coach.press(BEFORE)
        assert coach.row(1).startswith("Coach standards · Fall 2024")
        assert coach.message.startswith("13 looked at in Fall 2024, 10 not yet.")
        await coach.press(AFTER, AFTER)
        assert coach.message.startswith("This is the term of today.")


async def test_only_what_was_not_looked_at(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "t", "f")
        assert "14 not yet, only these" in coach.row(2)
        assert coach.words(0, 46).count("···") == 13  # one more below
        assert "1A " not in coach.words(0, 46)
        await coach.press("f")
        assert coach.message.startswith("All of them.")


async def test_words_are_typed_left_and_saved(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("g", "t", "n")
        coach.screen(StandardWordsScreen)
        await coach.write("Slides that learners change")
        await coach.press("escape", "q")
        assert coach.message.startswith("Not saved yet: the draft is kept; n brings it back.")
        await coach.press("n", "ctrl+s")
        assert coach.message.startswith("1A: your words. Saved 10:42.")
        assert "Slides that learners change" in coach.words(46)
        assert reviews(filled)[("2024-25/2", "1A")].words == "Slides that learners change"
        await coach.press("u")
        assert coach.message.startswith("Undid: 1A words, Spring 2025.")


async def test_a_crash_brings_the_words_back(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("g", "t", "n")
        await coach.write("Half a thou")
        await coach.screen(StandardWordsScreen).keep_line()
        drafts = list((filled.folder / "drafts").glob("standard-*.json"))
        text = drafts[0].read_text("utf-8")
        await coach.press("escape", "D", "y")
    pid = text.partition('"pid":')[2].strip().split(",")[0].rstrip("}").strip()
    drafts[0].write_text(text.replace(pid, "4194311"), "utf-8")
    async with opened(filled.desk()) as coach:
        assert coach.message.startswith("Draft for your own standards from 10:42 found.")
        await coach.press("enter")
        coach.screen(StandardWordsScreen)
        assert "Half a thou" in coach.drawn()


async def test_enter_leads_to_the_person_of_a_record(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "t", *"jjjj", "enter")
        coach.screen(FiledScreen)
        assert coach.row(1).startswith("Coach standards · 1D.2")
        assert "Filed here 4" in coach.drawn()
        await coach.press("enter")
        profile = coach.screen(ProfileScreen)
        assert (profile.tab, profile.profile.coachee.family) == ("cycles", "Nguyen")
        assert "Standards 1D, 2D" in coach.words(44)
        await coach.press("q", "G", "enter")
        coach.screen(LogScreen)
        assert coach.message.startswith("Growth goal:")


async def test_the_time_stands_with_3d(demo: Desk) -> None:
    """DLP-3D: minutes by kind of work, from the records; nobody is named or ranked."""
    async with opened(demo) as coach:
        await coach.press("g", "t", *DOWN_TO_3D2, "enter")
        words = coach.words()
        assert "Visits and meetings 334 min 51%" in words
        assert "School duties 90 min 14%" in words
        assert "Coaching 334 of 654 minutes, 51%" in words
        assert "41 visits without minutes" in words
        assert "Between 15 and 53 minutes with each of 14 people; nobody is named" in words


async def test_hidden_names_stay_hidden(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "t", *"jjjj", "H")
        assert "Nguyen" not in coach.drawn()
        assert "Person " in coach.words(46)
        await coach.press("v")
        assert "Luz" not in coach.drawn()
        assert "Moreno" not in coach.drawn()


async def test_words_of_the_standards_stay_whole_while_names_are_hidden(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "t", "j", "H")
        assert "│ lies behind it." in coach.words(46)


async def test_hidden_names_are_looked_up_once_where_a_list_is_shown(
    demo: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[str] = []
    people = FileStore.people

    def counted(store: FileStore) -> tuple[Coachee, ...]:
        reads.append("people")
        return people(store)

    async with opened(demo) as coach:
        for keys in (("g", "t", "H"), ("enter",), ("escape", "v")):
            await coach.press(*keys)
            with monkeypatch.context() as patched:
                patched.setattr(FileStore, "people", counted)
                await coach.press("j", "j", "j", "k")
    assert reads == []


async def test_copying_out_is_only_on_asking(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("g", "t", "1")
        assert not (filled.folder / "copies").exists()
        await coach.press("y")
        coach.screen(CopyScreen)
        assert coach.row(1).startswith("Coach standards Spring 2025 · copied out")
        await coach.press("w")
        assert coach.message.startswith("Written; only you can read it.")
    (file,) = (filled.folder / "copies").iterdir()
    text = file.read_text("utf-8")
    names = [word for p in filled.desk().store.people() for word in (p.family, p.given)]
    assert [name for name in names if f" {name} " in text.replace("\n", " ")] == []
    assert "1A Impactful technology use: not yet part of my work" in text


async def test_words_of_ones_own_file_stand_with_their_rights(
    filled: Files, tmp_path: Path
) -> None:
    text = (SHIPPED / "coach_standards.toml").read_text("utf-8")
    text = text.replace('rights = "', 'rights = "[b]Licensed to Cibola. ')
    (tmp_path / "mine.toml").write_text(text, "utf-8")
    desk = filled.desk()
    desk.shelf = FrameworkShelf((SHIPPED, tmp_path))
    async with opened(desk, (80, 40)) as coach:
        await coach.press("g", "t")
        assert "[b]Licensed to Cibola." in coach.words(46)
        await coach.press("enter")
        assert "[b]Licensed to Cibola." in coach.drawn()


async def test_a_window_that_may_not_save_reads(filled: Files) -> None:
    async with opened(filled.desk(readonly=True)) as coach:
        await coach.press("g", "t", "1")
        assert coach.message.startswith("This window is read-only")
        await coach.press("n")
        coach.screen(StandardsScreen)


async def test_another_window_s_reading_is_not_lost(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("g", "t")
        other = filled.desk().standards
        point = other.review().points[0]
        other.place(point, "2024-25/2", "not_yet")
        await coach.press("2")
        assert coach.message.startswith("Not saved. 1A was changed elsewhere")
        assert "1A Impactful technology use ■·· -1" in coach.words(0, 46)


@pytest.mark.parametrize("size", SIZES)
async def test_every_size_shows_all_of_it(demo: Desk, size: tuple[int, int]) -> None:
    async with opened(demo, size) as coach:
        for keys in (("g", "t"), ("j", "j", "j", "enter"), ("q", "v"), ("enter",), ("q",)):
            await coach.press(*keys)
            check(coach, size)


def check(coach: Coach, size: tuple[int, int]) -> None:
    """Rows keep their width and the key bar ends with the way back."""
    assert all(strip.cell_length == size[0] for strip in coach.strips())
    assert coach.rows()[-1].rstrip().endswith("q back")


async def test_a_person_s_cycle_is_filed(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("j", "j", "enter", AFTER, AFTER, "colon")
        await coach.write("tag")
        await coach.press("enter", "j", "j", "j", "x", "enter")
        assert coach.message.startswith("Session 3 of Tue Mar 4 is filed under 1D. u undoes it.")
        assert "Standards 1D" in coach.words(44)
        await coach.press("u")
        assert coach.message.startswith("Undid: standards of session 3, Okafor, Dana.")
    assert filled.records(Cycle, "Okafor")[-1].standards == ()


async def test_ticks_go_onto_what_another_window_filed(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("j", "j", "enter", AFTER, AFTER, "colon")
        await coach.write("tag")
        await coach.press("enter", "j", "j", "j", "x")
        filing, cycle = filled.desk().standards.filing, filled.records(Cycle, "Okafor")[-1]
        filing.save(filing.open("cycle", cycle.id), ("3D",))
        await coach.press("enter")
        told = "Session 3 of Tue Mar 4 is filed under 1D, 3D. u undoes it."
        assert coach.message.startswith(told)


async def test_closing_the_box_files_nothing(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("j", "j", "enter", "colon")
        await coach.write("tag")
        await coach.press("enter", "x", "escape")
        coach.screen(ProfileScreen)
    assert filled.records(Cycle, "Okafor")[-1].standards == ()

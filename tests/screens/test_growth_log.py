"""The growth log on the screen: goal and steps, entries, stories and consents (DLP-3F, 4A, 4B)."""

import json
from dataclasses import replace

from coach_tui.domain.growth_entry import GrowthEntry
from coach_tui.domain.output import Output
from coach_tui.services.desk import Desk
from coach_tui.services.person_form import PersonForm
from screens.copying import CopyScreen
from screens.standards.entry import EntryScreen
from screens.standards.log import LogScreen
from screens.standards.screen import StandardsScreen
from tests.screens.kit import Coach, Files, opened

TO_STORY = ("g", "t", "v", *"jjjjj")


def entries(files: Files) -> list[GrowthEntry]:
    """What is on the list, as a newly opened store has it."""
    return list(files.desk().standards.log.entries())


def consents(files: Files, family: str) -> list[Output]:
    """A person's consents, without what was sent to them."""
    return [one for one in files.records(Output, family) if one.kind == "consent"]


async def by_name(coach: Coach, name: str) -> None:
    """Run a command by its name."""
    await coach.press("colon")
    await coach.write(name)
    await coach.press("enter")


async def test_the_goal_stands_on_top_with_its_steps(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "t", "v")
        coach.screen(LogScreen)
        counts = "development 2, network used 1, network given 1, impact stories 1, other work 3"
        assert coach.row(2).strip() == counts
        words = coach.words(0, 50)
        assert "Growth goal Every visit has a talk" in words
        assert "[x] Ask the principal" in words
        assert "[ ] Count in April" in words
        assert words.index("Mar 7 other work") < words.index("Mar 5 impact story")
        assert "Most filed under this term: 1D 4, 3D 3" in words


async def test_one_growth_goal_is_written(filled: Files) -> None:
    """4A: the goal, its steps, the day; ticked, then taken off the list and back."""
    async with opened(filled.desk()) as coach:
        await coach.press("g", "t", "v", "d")
        assert coach.message.startswith("Off the list: growth goal. u undoes it.")
        assert "No growth goal yet; a adds one." in coach.drawn()
        await coach.press("a", "g")
        coach.screen(EntryScreen)
        await coach.write("Three visits a week are taught together")
        await coach.press("tab")
        await coach.write("Ask Mondays\nPlan Fridays")
        await coach.press("tab")
        await coach.write("5/30")
        await coach.press("ctrl+s")
        assert coach.message.startswith("Growth goal noted. Saved 10:42.")
        await coach.press("home", "j", "x")
        assert coach.message.startswith("Done: step 1. u undoes it.")
        assert "[x] Ask Mondays" in coach.drawn()
        goal = next(one for one in entries(filled) if one.kind == "goal")
        assert [bool(step.done_on) for step in goal.steps] == [True, False]
        await coach.press("u")
        assert coach.message.startswith('Undid: a step of growth goal "Three visits a week')
        assert "[ ] Ask Mondays" in coach.drawn()


async def test_what_was_taken_off_the_list_is_reached_and_put_back(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("g", "t", "v", "f")
        told = "Nothing is off the list; f goes back to it."
        assert coach.message.startswith(told)
        await coach.press("f", "G", "d", "f")
        assert coach.row(1).startswith("Growth log · off the list")
        assert coach.row(2).startswith("1 taken off the list")
        told = "Taken off the list: d puts one back, f goes back to the list."
        assert coach.message.startswith(told)
        count = len(entries(filled))
        await coach.press("d")
        assert coach.message.startswith("Back on the list: ")
        assert len(entries(filled)) == count + 1
        await coach.press("a", "d")
        await coach.write("A webinar")
        await coach.press("ctrl+s")
        assert coach.row(1).startswith("Growth log · Spring 2025")


async def test_the_cursor_stands_on_what_was_added(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("g", "t", "v", "a", "d")
        await coach.write("A webinar")
        await coach.press("ctrl+s")
        assert coach.message.startswith("Development noted. Saved 10:42.")
        await coach.press("d")
        assert coach.message.startswith("Off the list: development.")
        assert "A webinar" not in [one.text for one in entries(filled)]


async def test_a_story_whose_consent_was_withdrawn_can_still_be_kept(filled: Files) -> None:
    person = filled.id_of("Moreno")
    filled.desk().consents.withdraw(person)
    async with opened(filled.desk()) as coach:
        await coach.press(*TO_STORY, "e")
        await coach.write(" More.")
        await coach.press("ctrl+s")
        told = "Not saved. No consent of Moreno, Luz; 'keep to myself' saves it."
        assert coach.message.startswith(told)
        await coach.press("tab", "tab", "k", "ctrl+s")
        assert coach.message.startswith("Impact story saved.")


async def test_each_kind_has_its_letter_and_its_fields(demo: Desk) -> None:
    asked = {
        "g": ("Growth goal", "Steps"),
        "d": ("Development", "Minutes"),
        "n": ("Network used", "Minutes"),
        "c": ("Network given", "Minutes"),
        "s": ("Impact story", "Sharing"),
        "w": ("Other work", "Went into"),
    }
    async with opened(demo) as coach:
        await coach.press("g", "t", "v")
        for letter, (name, field) in asked.items():
            await coach.press("a", letter)
            assert coach.row(1).startswith(f"{name} · growth log")
            assert field in coach.drawn()
            await coach.press("escape", "q")
        await coach.press("a", "z")
        assert coach.message.startswith("None of these letters")


async def test_an_entry_is_changed_and_its_draft_kept(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("g", "t", "v", "j", "j", "j", "j", "e")
        await coach.write(" and trends")
        await coach.press("escape", "q")
        assert coach.message.startswith("Not saved yet: the draft is kept; e brings it back.")
        await coach.press("e", "ctrl+s")
        assert coach.message.startswith("Other work saved. Saved 10:42.")
        assert entries(filled)[0].text == "Data for the school improvement plan and trends"
        await coach.press("x")
        assert coach.message.startswith("Steps of a goal are ticked")


async def test_what_cannot_be_read_is_said_and_kept(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "t", "v", "a", "d", "ctrl+s")
        assert coach.message.startswith("Not saved. Nothing is typed")
        await coach.write("A webinar")
        await coach.press("tab", "tab", "end")
        await coach.write(", 9Z")
        await coach.press("ctrl+s")
        assert coach.message.startswith("Not saved. '9Z' is no standard")
        coach.screen(EntryScreen)


async def test_a_story_leaves_only_while_the_consent_stands(filled: Files) -> None:
    """DLP-3F: the consent blocks copying, on withdrawal too, and undoing gives it back."""
    async with opened(filled.desk()) as coach:
        await coach.press(*TO_STORY, "y")
        coach.screen(CopyScreen)
        assert "Luz Moreno's class" in coach.drawn()
        await coach.press("q", "g", "c", "G")
        await by_name(coach, "consent")
        assert coach.message.startswith("Has Moreno, Luz withdrawn the consent of Tue Mar 4?")
        await coach.press("y")
        assert coach.message.startswith("Consent of Moreno, Luz withdrawn; stories stay here.")
        (consent,) = consents(filled, "Moreno")
        assert consent.withdrawn_on is not None
        await coach.press(*TO_STORY)
        assert "May not be shared: no │ consent of Moreno, Luz is" in coach.words(50)
        await coach.press("y")
        coach.screen(LogScreen)
        assert coach.message.startswith("Not copied: no consent of Moreno, Luz is recorded.")
        await coach.press("u", "y")
        coach.screen(CopyScreen)


async def test_a_story_is_not_marked_for_sharing_without_consent(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("g", "t", "v", "a", "s")
        await coach.write("A class sorts its own slips")
        await coach.press("tab")
        await coach.write("okafor")
        await coach.press("tab", "f", "ctrl+s")
        told = "Not saved. No consent of Okafor, Dana; 'keep to myself' saves it."
        assert coach.message.startswith(told)
        await coach.press("k", "ctrl+s")
        assert coach.message.startswith("Impact story noted.")
        await coach.press("H", "y")
        assert "Okafor" not in coach.message
        assert "Okafor" not in coach.drawn()


async def test_a_consent_is_asked_for_and_enter_is_no(filled: Files) -> None:
    async with opened(filled.desk(), (120, 40)) as coach:
        await coach.press("j", "j")
        await by_name(coach, "consent")
        assert coach.message == "Does Okafor, Dana consent to be named in an impact story?"
        await coach.press("enter")
        assert coach.message.startswith("Nothing was changed.")
        assert consents(filled, "Okafor") == []
        await by_name(coach, "consent")
        await coach.press("y")
        assert coach.message.startswith("Consent of Okafor, Dana to an impact story recorded.")
        await coach.press("enter")
        assert "Consents to an" in coach.drawn()
        await coach.press("u")
        assert coach.message.startswith("Undid: consent of Okafor, Dana, Tue Mar 11.")


async def test_in_a_narrow_window_the_way_back_of_a_consent_is_told(filled: Files) -> None:
    async with opened(filled.desk(), (60, 18)) as coach:
        await coach.press("j", "j")
        await by_name(coach, "consent")
        await coach.press("y")
        assert coach.message.startswith("Consent recorded. u undoes it.")


async def test_a_file_damaged_while_names_are_hidden_is_told_of(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("g", "t", "v", "H", "a", "d")
        await coach.write("Read two chapters")
        filled.file.write_bytes(b"{ torn")
        await coach.press("ctrl+s")
        coach.screen(EntryScreen)
        assert coach.message.startswith("Not saved. ")


async def test_a_crash_brings_an_entry_back(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("g", "t", "v", "a", "d")
        await coach.write("Half a thought\n")
        (draft,) = (filled.folder / "drafts").glob("growth-*.json")
        kept = json.loads(draft.read_text("utf-8"))
        await coach.press("escape", "D", "y")
    draft.write_text(json.dumps({**kept, "pid": 2**22 + 7}), "utf-8")
    async with opened(filled.desk()) as coach:
        assert coach.message.startswith("Draft for your growth log from 10:42 found.")
        await coach.press("enter")
        coach.screen(EntryScreen)
        assert "Half a thought" in coach.drawn()


async def test_in_a_narrow_window_enter_reads(demo: Desk) -> None:
    async with opened(demo, (60, 18)) as coach:
        await coach.press("g", "t", "v", "enter")
        assert "By        Fri May 30 2025" in coach.drawn()
        await coach.press("q")
        assert "Entries" in coach.drawn()
        await coach.press("q")
        coach.screen(StandardsScreen)


async def test_a_long_entry_is_read_to_its_end(filled: Files) -> None:
    log = filled.desk().standards.log
    opened_form = log.open("pd")
    rows = "\n".join(f"line {number}" for number in range(60))
    log.save(opened_form, replace(opened_form.form, text=rows))
    async with opened(filled.desk()) as coach:
        await coach.press("g", "t", "v", *"jjjj", "enter", "space")
        assert "line 25" in coach.drawn()
        assert "Entries" not in coach.drawn()
        await coach.press("G", "k", "j")
        assert "line 59" in coach.drawn()
        await coach.press("q")
        assert "Entries" in coach.drawn()


async def test_an_empty_log_says_what_to_do(files: Files) -> None:
    files.desk().people.add(_person())
    async with opened(files.desk()) as coach:
        await coach.press("g", "t", "v")
        assert "No growth goal yet; a adds one." in coach.drawn()
        assert coach.message.startswith("Nothing here yet; a adds an entry.")
        await coach.press("e", "d", "y", "x")
        coach.screen(LogScreen)


def _person() -> PersonForm:
    return PersonForm(name="Whitcomb, Dana")

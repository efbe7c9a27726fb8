"""The agenda: reached with g a, ticked and moved with a key, filtered as one types."""

from datetime import timedelta

from coach_tui.domain.contact import Contact
from coach_tui.domain.todo import Todo
from coach_tui.domain.visit import Visit
from coach_tui.services.desk import Desk
from coach_tui.services.person_form import PersonForm
from coach_tui.services.visit_form import VisitForm
from screens.agenda.screen import AgendaScreen
from screens.caseload.screen import CaseloadScreen
from tests.screens.kit import Files, opened


async def test_the_oldest_late_to_do_is_done_and_undone_in_four_keys(
    demo: Desk, files: Files
) -> None:
    """Script 4 of the design."""
    async with opened(demo) as coach:
        await coach.press("g", "a")
        assert coach.message.startswith('Abara: "Share the choice board link" is 2 days late.')
        await coach.press("x")
        assert coach.message.startswith('Done: "Share the choice board link" (Abara, Chi).')
        assert "[x] Sun Mar 9" in coach.drawn()
        assert "[Agenda 2]" in coach.row(1)
        assert files.records(Todo, "Abara")[-1].status == "done"
        await coach.press("u")
        assert coach.message.startswith(
            "Undid: to-do done: Share the choice board link (Abara, Chi). Saved"
        )
        assert "! [ ] Sun Mar 9" in coach.drawn()
        assert len(coach.keys) == 4
    assert files.records(Todo, "Abara")[-1].status == "open"


async def test_a_day_and_a_week_later(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "a", "plus")
        assert coach.message.startswith("Moved to Mon Mar 10:")
        await coach.press("greater_than_sign", "minus")
        due = files.records(Todo, "Abara")[-1].due
        assert due is not None
        assert due.isoformat() == "2025-03-16"
        assert "Abara" in coach.message  # the cursor went with the entry


async def test_a_moved_visit_says_that_the_launch_was_not_held(files: Files) -> None:
    """IP-3; as long as there is room for it, and without the name while names are hidden."""
    desk = files.desk()
    ana = desk.people.add(PersonForm(name="Hale, Ana")).id
    desk.visit_form.save(desk.visit_form.context(ana), VisitForm("thu"))
    async with opened(desk) as coach:
        await coach.press("g", "a", "plus")
        told = "Moved to Fri Mar 14: visit (Hale, Ana). The launch was not held yet."
        assert coach.message.startswith(told)
        await coach.press("H", "plus")
        told = "Moved to Sat Mar 15: visit. The launch was not held yet."
        assert coach.message.startswith(told)
    async with opened(files.desk(), (140, 40)) as coach:
        await coach.press("g", "a", "plus")
        assert "u undoes it. No launch is recorded for 2024-25; hold it before" in coach.message


async def test_a_visit_is_held_and_planned_again(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "a", "j", "x")
        assert coach.message.startswith("Held: visit (Bell, Marcus).")
        assert [visit.status for visit in files.records(Visit, "Bell")] == ["held"]
        await coach.press("x")
        assert [visit.status for visit in files.records(Visit, "Bell")] == ["planned"]


async def test_a_visit_to_come_cannot_be_held_yet(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "a", "j", "j", "j", "x")
        assert coach.message.startswith("Not saved. The visit on Wed Mar 12 is still to come;")
        assert "[x]" not in coach.drawn()
    assert [visit.status for visit in files.records(Visit, "Castillo")] == ["planned"]


async def test_ticks_that_come_fast_each_count(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "a")
        await coach.rush("x", "x", "x")
        assert coach.message.startswith("Done:")
    assert files.records(Todo, "Abara")[-1].status == "done"


async def test_what_another_window_ticked_stays_ticked(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "a")
        files.desk().todos.close(files.records(Todo, "Abara")[-1].id)
        files.desk().visits.hold(files.records(Visit, "Bell")[0].id)
        await coach.press("x")
        assert coach.message.startswith("Not saved. This to-do is done already.")
        assert "Share the choice board link" not in coach.drawn()
        await coach.press("plus", "x")
    assert files.records(Todo, "Abara")[-1].status == "done"
    assert [visit.status for visit in files.records(Visit, "Bell")] == ["held"]


async def test_whoever_is_quiet_stands_with_the_band_but_not_while_hidden(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "a", "G", "k")
        assert "last contact; session 4, " in coach.drawn()
        assert "Initiating" in coach.drawn()
        assert coach.message.startswith("Quist: no contact for 25 days; the longest gap is 21.")
        await coach.press("H")
        assert "Initiating" not in coach.drawn()


async def test_a_filter_narrows_to_one_school_and_goes_first(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "a", "slash")
        await coach.write("lincoln")
        assert "Bell" not in coach.drawn()
        assert "Okafor" in coach.drawn()
        await coach.press("enter")
        assert "/ lincoln, Esc clears" in coach.row(2)
        await coach.press("escape")
        assert "Bell" in coach.drawn()
        assert isinstance(coach.app.screen, AgendaScreen)
        await coach.press("escape")
        assert not isinstance(coach.app.screen, AgendaScreen)


async def test_kinds_names_hidden_and_the_way_to_the_person(demo: Desk) -> None:
    async with opened(demo, (120, 40)) as coach:
        await coach.press("g", "a", "f")
        assert "to-do" not in " ".join(coach.rows()[2:-2])
        assert "Lincoln ES" in coach.drawn()
        await coach.press("H")
        assert "Bell" not in coach.drawn()
        assert "Lincoln" not in coach.drawn()
        assert "Person " in coach.drawn()
        await coach.press("H", "enter")
        assert coach.row(1).startswith("Bell, Marcus")
        await coach.press("g", "c")
        assert "[Caseload]" in coach.row(1)


async def test_f_goes_through_the_kinds_there_are_and_back_to_the_entry(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "a", *"jjjjj")
        began = coach.message
        assert began.startswith('Castillo: "Put the goal log on')
        told = []
        for _ in range(4):
            await coach.press("f")
            told.append(coach.message.split("  ")[0])
        assert told == [
            "Only visits; f goes on.", "Only to-dos; f goes on.", "Only gaps; f goes on.",
            "All kinds.",
        ]  # fmt: skip
        await coach.press("j", "k")
        assert coach.message == began
        await coach.press("f", "j", "f", "f", "f", "j", "k")
        assert coach.message.startswith("Okafor: visit today at 10:30")  # moved to on the way


async def test_f_passes_over_a_kind_without_entries(files: Files) -> None:
    desk = files.desk()
    desk.todo_form.record(desk.people.add(PersonForm(name="Hale, Ana")).id, "send the cards by thu")
    async with opened(desk) as coach:
        await coach.press("g", "a", "f")
        assert coach.message.startswith("Only to-dos;")
        assert "send the cards" in coach.drawn()
        await coach.press("f")
        assert coach.message.startswith("Only gaps;")
        await coach.press("f", "slash")
        await coach.write("hale")
        await coach.press("enter", "f", "f", "f")
        assert coach.message.startswith("All kinds.")


async def test_a_kind_that_ran_empty_says_so_and_f_goes_on(files: Files) -> None:
    desk = files.desk()
    ana = desk.people.add(PersonForm(name="Hale, Ana")).id
    desk.visit_form.save(desk.visit_form.context(ana), VisitForm("thu"))
    desk.todo_form.record(desk.people.add(PersonForm(name="Ruiz, Bo")).id, "send it by thu")
    async with opened(desk) as coach:
        await coach.press("g", "a", "f")
        assert "Hale" in coach.drawn()
        await coach.press("d")
        assert "No visits in the agenda; f goes on." in coach.drawn()
        await coach.press("f")
        assert coach.message.startswith("Only to-dos;")
        assert "Ruiz" in coach.drawn()


async def test_a_filter_that_fits_nothing_gives_the_entry_back(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "a", "j", "j", "slash")
        await coach.write("nobody")
        assert "Nothing fits the filter." in coach.drawn()
        await coach.press("escape")
        assert coach.message.startswith("Okafor: visit today at 10:30")


async def test_a_key_for_nobody_says_why(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "a", "slash")
        await coach.write("nobody")
        await coach.press("enter", "i")
        assert coach.message.startswith("No entry is picked. Nothing fits the filter.")


async def test_the_cursor_stays_where_an_entry_was_that_is_gone(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "a", *"jjj")
        gone = coach.screen(AgendaScreen).current
        await coach.press("colon")
        await coach.write("cancel-visit")
        await coach.press("enter")
        entry = coach.screen(AgendaScreen).entry
        assert entry is not None
        assert coach.message.endswith("4/26")
        assert entry.row.coachee_id != gone


async def test_enter_on_a_to_do_opens_the_profile_on_it(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "a", "enter")
        assert "[To-dos" in coach.row(2)
        assert coach.message.startswith('"Share the choice board link"')
        await coach.press("q", "j", "enter")
        assert "[Growth]" in coach.row(2)


async def test_a_new_day_is_read_before_a_key_acts_in_it(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "a", "x")
        assert "[x] Sun Mar 9" in coach.drawn()
        files.clock.moment += timedelta(days=1)
        before = files.file.read_bytes()
        await coach.press("x")
        assert coach.message.startswith("It is Wed Mar 12 by now and the list was read again;")
        assert "Wed Mar 12" in coach.drawn()
        assert "[x] Sun Mar 9" not in coach.drawn()
        assert files.file.read_bytes() == before
        await coach.press("x")
        assert coach.message.startswith("Held: visit (Bell, Marcus).")


async def test_the_caseload_goes_with_the_day(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        files.clock.moment += timedelta(days=1)
        await coach.press("j", "j")
        assert "3 late, 2 today" in coach.row(2)
        files.clock.moment += timedelta(days=1)
        coach.screen(CaseloadScreen).follow_day()  # as it does by itself every half minute
        await coach.settle()
        assert "5 late" in coach.row(2)


async def test_an_undo_stands_on_the_entry_it_was_about(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "a", *"jjjjjjjjjj")
        assert coach.message.startswith('Okafor: "Pre-write 3 sort piles" is due')
        await coach.press("plus", "g", "g", "u")
        assert coach.message.startswith("Undid: to-do moved to Fri Mar 14: Pre-write 3 sort piles")
        entry = coach.screen(AgendaScreen).entry
        assert entry is not None
        assert (entry.kind, entry.text) == ("todo", "Pre-write 3 sort piles")


async def test_people_one_after_another_in_the_order_of_the_agenda(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "a", "f", "j", "enter")
        assert coach.row(1).startswith("Okafor, Dana")
        await coach.press("J")
        assert coach.message.startswith("Castillo, Inés: 3 of 13.")
        await coach.press("J", "J")
        assert coach.row(1).startswith("Feng, Li")
        await coach.press("q")
        assert coach.message.startswith("Feng: visit on Thu 13")
        await coach.press("q", "slash")
        await coach.write("lincoln")
        await coach.press("enter", "enter", "J", "J")
        assert coach.message.startswith("Hall, Priya: 3 of 5.")  # Abara's second entry is none


async def test_a_person_has_one_number_whatever_the_list(demo: Desk) -> None:
    async with opened(demo) as coach:
        rows = coach.screen(CaseloadScreen).rows
        await coach.press("H")
        bell = coach.row(5).split("  ")[0]
        assert bell.startswith("Person ")
        await coach.press("o", "a")
        assert coach.row(5).startswith(bell)  # second by name too
        await coach.press("slash")
        await coach.write("name:bell")
        await coach.press("enter")
        assert bell in coach.row(4)
        await coach.press("g", "a")
        assert f"9:15        {bell} " in coach.drawn()
        await coach.press("f", "slash")
        await coach.write("bell")
        assert f"9:15        {bell} " in coach.drawn()
    assert rows[1].name == "Bell, Marcus"


async def test_an_undo_stands_on_whom_it_was_about(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("g", "a", "j", "j", "d")
        assert coach.message.startswith("Archived Okafor")
        await coach.press("G", "u")
        assert coach.message.startswith("Undid: Okafor, Dana archived.")
        assert coach.screen(AgendaScreen).entry is not None
        await coach.press("enter")
        assert coach.row(1).startswith("Okafor, Dana")


async def test_nothing_said_on_the_agenda_names_anyone_while_names_are_hidden(
    demo: Desk, files: Files
) -> None:
    async with opened(demo) as coach:
        await coach.press("H", "g", "a", "j", "i")
        await coach.write("9")
        await coach.press("enter")
        assert " is recorded. Saved 10:42." in coach.message
        assert "Bell" not in coach.drawn()
        await coach.press("colon")
        await coach.write("contact met by the copier")
        await coach.press("enter")
        assert coach.message.startswith("Somebody: contact noted")
        await coach.press("S")
        await coach.write("+9")
        await coach.press("escape", "w")
        assert coach.message.startswith("Somebody: visit")
        await coach.press("slash")
        await coach.write("bell")
        await coach.press("enter")
        assert "/ hidden, Esc clears" in coach.row(2)
        assert "bell" not in coach.drawn().casefold()
    assert files.records(Contact, "Bell")


async def test_read_only_says_why(demo: Desk, files: Files) -> None:
    async with opened(files.desk(readonly=True)) as coach:
        await coach.press("g", "a", "x")
        assert "read-only" in coach.message

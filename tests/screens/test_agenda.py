"""The agenda: reached with g a, ticked and moved with a key, filtered as one types."""

from coach_tui.domain.contact import Contact
from coach_tui.domain.todo import Todo
from coach_tui.domain.visit import Visit
from coach_tui.services.desk import Desk
from screens.agenda.screen import AgendaScreen
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
        assert "Person 1" in coach.drawn()
        await coach.press("H", "enter")
        assert coach.row(1).startswith("Bell, Marcus")
        await coach.press("g", "c")
        assert "[Caseload]" in coach.row(1)


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

"""The tabs of a profile, its years and people, and what a record there is known for."""

from coach_tui.domain.coachee import Status
from coach_tui.domain.note import Note
from coach_tui.domain.todo import Todo
from coach_tui.services.desk import Desk
from screens.dialogs.gi_box import GiBox
from screens.person import PersonFormScreen
from screens.profile.at import At
from screens.profile.screen import ProfileScreen
from tests.screens.kit import SIZES, Coach, Files, opened

NEXT = "right_square_bracket"
BEFORE = "left_square_bracket"


async def profile_of(coach: Coach, files: Files, family: str, at: At) -> ProfileScreen:
    """Open a profile at a place."""
    profile = coach.app.desk.profile.of(files.id_of(family))
    coach.app.push_screen(ProfileScreen(profile, at))
    await coach.settle()
    return coach.screen(ProfileScreen)


async def test_each_tab_lists_its_records_and_tells_all_of_one(demo: Desk) -> None:
    for size in SIZES:
        async with opened(demo, size) as coach:
            await coach.press("j", "j", "enter")
            for keys, tab, told in (
                ((NEXT,), "[Sessions]", "Session 3: 8 GIs, Approaching, cluster D."),
                ((NEXT, "j"), "[Cycles]", "Cycle 2, session 2, Tue Feb 18."),
                ((NEXT,), "[To-dos 1]", '"Pre-write 3 sort piles": open, due Thu Mar 13.'),
                ((NEXT,), "[Notes 2]", "Note of Tue Mar 4, 3 lines."),
                ((NEXT,), "[Growth]", "Session 3: 8 GIs, Approaching, cluster D."),
                ((BEFORE,), "[Notes 2]", "Note of Tue Mar 4, 3 lines."),
            ):
                await coach.press(*keys)
                assert tab in coach.row(2)
                assert coach.message.startswith(told)
            await coach.press("enter")
            assert "10:45 ? what would help the back" in coach.drawn()
            await coach.press("q")
            stays = isinstance(coach.app.screen, ProfileScreen)  # one thing at a time: the list
            assert stays is (size[0] < 80)


async def test_a_to_do_is_ticked_and_moved(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "j", "enter", NEXT, NEXT, NEXT, "plus")
        assert coach.message.startswith('"Pre-write 3 sort piles": open, due Fri Mar 14.')
        await coach.press("x")
        assert coach.message.startswith('"Pre-write 3 sort piles": done on Tue Mar 11.')
        assert "[To-dos]" in coach.row(2)
        await coach.press("u")
        assert "Undid: to-do done" in coach.message
    assert [todo.status for todo in files.records(Todo, "Okafor")][-1] == "open"


async def test_a_tick_on_a_tab_goes_by_what_the_tab_shows(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "j", "enter", NEXT, NEXT, NEXT)
        files.desk().todos.close(files.records(Todo, "Okafor")[-1].id)
        await coach.press("x")
        assert coach.message.startswith("Not saved. This to-do is done already.")
        await coach.press("x")
        assert coach.message.startswith('"Pre-write 3 sort piles": open')
    assert files.records(Todo, "Okafor")[-1].status == "open"


async def test_a_box_in_the_words_of_a_to_do_is_no_tick(demo: Desk, files: Files) -> None:
    files.desk().todo_form.record(files.id_of("Okafor"), "[x] the rota by fri")
    async with opened(demo) as coach:
        await coach.press("j", "j", "enter", NEXT, NEXT, NEXT, "j", "plus")
        assert coach.message.startswith('"[x] the rota": open, due Sat Mar 15.')


async def test_private_lines_are_counted_and_not_shown(demo: Desk, files: Files) -> None:
    async with opened(demo) as coach:
        await coach.press("n")
        await coach.write("+ four voices\n# asked about a transfer")
        await coach.press("escape", "q", "enter", BEFORE)
        assert "four voices" in coach.drawn()
        assert "transfer" not in coach.drawn()
        assert "1 private line is not shown here." in coach.drawn()
    assert len(files.records(Note, "Abara")[-1].lines) == 2


async def test_it_opens_where_a_hit_was_found(demo: Desk, files: Files) -> None:
    note = files.records(Note, "Okafor")[0]
    async with opened(demo) as coach:
        await profile_of(coach, files, "Okafor", At("notes", note.id, note.lines[1].id))
        assert "[Notes 2]" in coach.row(2)
        assert coach.message.startswith("Note of Tue Feb 18")
        assert "who sees the exit tickets" in coach.drawn()


async def test_what_comes_next_is_a_spread(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "j", "j", "j", "j", "enter")
        assert coach.message.startswith("Session 12: 68 GIs, Exceeding, cluster L. l looks ahead.")
        await coach.press("l")
        assert coach.message.startswith(
            "Session 13 needs 65 for Meeting (reached), 70 for Exceeding (2 more)."
        )
        words = coach.words(62)
        assert "Session 13: 73-74 Session 14: 78-80 if gains stay between +5 and +6" in words
        assert "Meeting or above likely from session 13 on - a spread, not a promise." in words


async def test_the_next_sessions_are_foretold_in_every_window(demo: Desk) -> None:
    for size, near in (
        ((120, 40), "10 to 11 at session 4, 12 to 14 at session 5, 14 to 17 at session 6"),
        ((80, 24), "Session 4: 10-11 Session 5: 12-14 Session 6: 14-17"),
        ((60, 18), "Session 4: 10-11, 5: 12-14, 6: 14-17"),
    ):
        async with opened(demo, size) as coach:
            await coach.press("j", "j", "enter")
            assert "~" not in coach.message
            await coach.press("l")
            told = coach.words() if size[0] == 60 else coach.words(62)
            assert near in told
            assert "between +2 and +3 a session" in told
            assert "Meeting is not reached by these gains up to session 14" in told
            assert "~" not in coach.message


async def test_past_the_table_there_is_no_benchmark(demo: Desk) -> None:
    for size in SIZES:
        async with opened(demo, size) as coach:
            await coach.press("G", "enter", "l")
            assert coach.message.startswith("Session 15: past session 14 there is no benchmark.  ")


async def test_nothing_is_foretold_from_two_totals(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "enter")
        assert "looks ahead" not in coach.message
        await coach.press("l")
        assert "promise" not in coach.drawn()


async def test_an_older_year_is_looked_at_and_not_written_to(demo: Desk, files: Files) -> None:
    desk = files.desk()
    plan = desk.tracks.plan(files.id_of("Okafor"))
    desk.tracks.begin([plan.coachee.id], plan.year, carry=False)
    async with opened(files.desk()) as coach:
        profile = await profile_of(coach, files, "Okafor", At())
        assert profile.profile.track.points == ()
        await coach.press("comma")
        assert "2024-25 (past)" in coach.row(2)
        assert profile.profile.track.last == desk.growth.track(plan.coachee.id, "2024-25").last
        await coach.press("i")
        assert coach.message.startswith("2024-25 is over; E corrects it, . goes on.")
        await coach.press("comma")
        assert "no earlier year" in coach.message
        await coach.press("full_stop")
        assert profile.profile.track.year == "2025-26"


async def test_capital_e_corrects_the_selected_record(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "j", "enter", "E")
        assert "correct session 3" in coach.row(1)
        await coach.press("escape", "q", NEXT, NEXT, NEXT, NEXT, "e")
        assert "correct" in coach.row(1)
        await coach.press("escape", "q")
        assert "[Notes 2]" in coach.row(2)


async def test_e_says_what_it_does_on_each_tab_and_details_open_from_all(demo: Desk) -> None:
    for size in SIZES:
        async with opened(demo, size) as coach:
            await coach.press("j", "j", "enter", NEXT)
            assert "e edit" not in coach.rows()[-1]
            assert ("e correct" in coach.rows()[-1]) is (size[0] >= 80)
            assert "E correct" not in coach.rows()[-1]
            await coach.press(":")
            await coach.write("details\n")
            assert coach.screen(PersonFormScreen).form().name == "Okafor, Dana"
            await coach.press("escape", "q")
            assert "[Sessions]" in coach.row(2)


async def test_help_says_what_e_does_on_record_tabs(demo: Desk) -> None:
    async with opened(demo, (60, 18)) as coach:
        await coach.press("enter", "?", "space", "space")
        assert "e details and launch; on record tabs, correct the picked one" in coach.words()
        await coach.press("space")
        assert ":details details and launch, from any tab" in coach.words()


async def test_off_growth_the_gi_box_is_for_the_next_session_or_the_row(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "j", "enter", "h", "h")
        assert "i GI 1" in coach.row(24)
        await coach.press(NEXT, "j")
        assert "i GI 2" in coach.row(24)
        await coach.press("i")
        assert coach.screen(GiBox).subject.session == 2
        await coach.press("escape", NEXT, NEXT)
        assert "[To-dos 1]" in coach.row(2)
        assert "i GI 4" in coach.row(24)
        await coach.press("i")
        assert coach.screen(GiBox).subject.session == 4


async def test_a_new_year_forgets_the_session_of_the_old_one(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "j", "enter", "h", ":")
        await coach.write("new-year\n")
        await coach.press("enter")
        assert coach.message.startswith("2025-26 has begun for Okafor, Dana: session 1")
        assert "i GI 1" in coach.row(24)
        await coach.press("i")
        assert coach.screen(GiBox).subject.session == 1


async def test_the_key_bar_names_what_acts_on_the_tab_and_year(demo: Desk, files: Files) -> None:
    plan = demo.tracks.plan(files.id_of("Okafor"))
    demo.tracks.begin([plan.coachee.id], plan.year, carry=False)
    async with opened(demo) as coach:
        await profile_of(coach, files, "Okafor", At())
        assert "x done" not in coach.row(24)
        assert "i GI 1  c cycle" in coach.row(24)
        await coach.press("comma")
        assert "i GI" not in coach.row(24)
        assert "c cycle" not in coach.row(24)
        await coach.press(NEXT, NEXT, NEXT)
        for size in SIZES:
            await coach.pilot.resize_terminal(*size)
            await coach.settle()
            assert "x done" in coach.rows()[-1]


async def test_a_total_carried_over_is_named_where_a_gain_counts_from_it(
    demo: Desk, files: Files
) -> None:
    plan = demo.tracks.plan(files.id_of("Okafor"))
    demo.tracks.begin([plan.coachee.id], plan.year, carry=True)
    demo.growth.record(plan.coachee.id, 1, "11")
    demo.growth.record(plan.coachee.id, 2, "15")
    told = "Session 1: 11 GIs (from 8 carried), Exceeding, "
    for size in SIZES:
        async with opened(files.desk(), size) as coach:
            await profile_of(coach, files, "Okafor", At())
            assert coach.message.startswith("Session 2: 15 GIs, Exceeding, ")
            await coach.press("h")
            assert coach.message.startswith(told)
            if size[0] >= 80:
                assert "GI 11 (+3) from 8 carried" in coach.words(62)
            await coach.press("v")
            assert " 8 carried from the year before 1 11 " in coach.words(0, 60)
            await coach.press(NEXT, "j")
            assert coach.message.startswith(told)
            if size[0] < 80:
                await coach.press("enter")
            assert "(+3 from 8 carried)" in coach.words({60: 0, 80: 56, 120: 58}[size[0]])


async def test_who_is_archived_or_on_leave_is_marked_in_row_1(filled: Files) -> None:
    desk = filled.desk()
    marks: tuple[tuple[Status, str], ...] = (
        ("archived", "archived"), ("leave", "on leave"), ("active", "Gr 5 Math"),
    )  # fmt: skip
    for status, told in marks:
        desk.store.save([filled.person("Okafor").standing_as(status)])
        async with opened(filled.desk(), (60, 18)) as coach:
            await profile_of(coach, filled, "Okafor", At())
            assert coach.row(1).startswith(f"Okafor, Dana · {told} · ")
            await coach.press("P")
            assert coach.row(1).startswith(f"Okafor, Dana · prep · {told} · ")


async def test_where_a_year_has_no_session_yet_row_23_names_the_one_before(
    demo: Desk, files: Files
) -> None:
    plan = demo.tracks.plan(files.id_of("Okafor"))
    demo.tracks.begin([plan.coachee.id], plan.year, carry=False)
    told = "2025-26 has no session yet; , shows 2024-25."
    for size in SIZES:
        async with opened(files.desk(), size) as coach:
            profile = await profile_of(coach, files, "Okafor", At())
            assert coach.message.startswith(told)
            assert ("Session 1 needs 5" in coach.message) is (size[0] > 80)
            await coach.press("l")
            assert coach.message.startswith("Session 2: not held yet.")
            for tab in ("Sessions", "Cycles"):
                await coach.press(NEXT)
                assert f"[{tab}]" in coach.row(2)
                assert coach.message == told
            await coach.press("comma")
            assert profile.record is not None
            assert told not in coach.drawn()


async def test_an_empty_tab_says_all_of_what_fills_it(demo: Desk, files: Files) -> None:
    for size in SIZES:
        async with opened(demo, size) as coach:
            await profile_of(coach, files, "Price", At("sessions"))
            list_ends = {60: 60, 80: 44, 120: 55}[size[0]]
            told = "No sessions yet. c starts the first cycle, i records a total."
            assert told in coach.words(0, list_ends)
            assert "correct" not in coach.rows()[-1]
            assert "2024-25 has no session" not in coach.message


async def test_an_older_year_that_loses_its_last_session_is_shown_as_empty(
    demo: Desk, files: Files
) -> None:
    form = demo.cycles.open(files.id_of("Feng")).form.but(when="5/6/2024", cluster="A")
    demo.cycles.save(form.but(**demo.cycles.context_of(form.but(when="5/6/2024")).place()))
    async with opened(demo) as coach:
        await profile_of(coach, files, "Feng", At())
        await coach.press("comma")
        assert "2023-24" in coach.drawn()
        await coach.press("u")
        assert coach.app.is_running
        assert coach.message.startswith("Undid: cycle")

"""The tabs of a profile, its years and people, and what a record there is known for."""

from coach_tui.domain.note import Note
from coach_tui.domain.todo import Todo
from coach_tui.services.desk import Desk
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
        assert "73 to 74 if gains stay between +5 and +6 a session" in words
        assert "a spread, not a promise." in words


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

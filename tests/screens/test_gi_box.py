"""The GI box: what may be typed, what it asks for, what it keeps."""

from coach_tui.domain.cycle import Cycle
from coach_tui.services.desk import Desk
from screens.caseload.screen import CaseloadScreen
from screens.dialogs.gi_box import GiBox
from screens.dialogs.gi_field import GiField
from tests.screens.kit import PLACES, Coach, Files, opened


async def open_box(coach: Coach, family: str) -> GiBox:
    """Open the box on somebody of the demo."""
    await coach.press(*"j" * PLACES[family], "i")
    return coach.screen(GiBox)


async def test_plus_three_adds_to_the_last_total(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_box(coach, "Okafor")
        await coach.write("+3")
        assert "9 more to Meeting (20)" in coach.drawn()
        await coach.press("enter")
        assert "session 4, 11 GIs, Approaching" in coach.message
    assert filled.records(Cycle, "Okafor")[-1].gi.total == 11


async def test_up_and_down_count_from_the_last_total(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_box(coach, "Okafor")
        await coach.press("up", "up", "down", "enter")
    assert filled.records(Cycle, "Okafor")[-1].gi.total == 9


async def test_a_blank_is_not_nought(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        box = await open_box(coach, "Okafor")
        assert "blank: not recorded" in coach.drawn()
        await coach.press("enter")
        assert coach.app.screen is box
        assert "a blank is not 0" in coach.drawn()
        await coach.press("0")
        assert "None yet" in coach.drawn()
        assert "a blank is not 0" not in coach.drawn()
    assert len(filled.records(Cycle, "Okafor")) == 3


async def test_nought_is_a_total_without_a_band(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_box(coach, "Price")
        await coach.press("0", "enter")
        assert "Price, Jo: session 1, 0 GIs, None yet." in coach.message
    assert filled.records(Cycle, "Price")[-1].gi.total == 0


async def test_a_lower_total_asks_why_and_keeps_both(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        box = await open_box(coach, "Okafor")
        await coach.press("6", "enter")
        assert coach.app.screen is box
        assert "6 is lower than the 8 of session 3" in coach.words()
        assert box.query_one("#gi-why").display
        await coach.write("counted two twice")
        await coach.press("enter")
        coach.screen(CaseloadScreen)
        assert "session 4, 6 GIs" in coach.message
        await coach.press("enter")
        assert "Reason: counted two" in coach.words(62)
    *_, third, fourth = filled.records(Cycle, "Okafor")
    assert (third.gi.total, fourth.gi.total) == (8, 6)
    assert fourth.gi.reason == "counted two twice"


async def test_a_correction_keeps_what_stood_there(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_box(coach, "Okafor")
        await coach.press("[")
        assert "Session 3 " in coach.drawn()
        assert "8 is recorded for this session; a change keeps both" in coach.drawn()
        await coach.press("backspace", "7", "enter")
        assert "7 is lower than the 8 recorded for session 3" in coach.words()
        await coach.write("a slip")
        await coach.press("enter")
    third = filled.records(Cycle, "Okafor")[2]
    assert (third.gi.total, third.gi.history[-1].was, third.gi.history[-1].reason) == (
        7,
        8,
        "a slip",
    )


async def test_brackets_go_from_the_first_session_to_the_next_new_one(demo: Desk) -> None:
    async with opened(demo) as coach:
        box = await open_box(coach, "Okafor")
        await coach.press("]")
        assert box.subject.session == 4
        await coach.press("[", "[", "[", "[", "[")
        assert box.subject.session == 1
        assert "Cluster A Standards alignment" in coach.drawn()
        await coach.press("]")
        assert "Session 2 " in coach.drawn()


async def test_letters_set_the_cluster_if_it_is_on_offer(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        box = await open_box(coach, "Bell")
        assert "Cluster not set" in coach.drawn()
        assert "letter sets it: C D" in coach.drawn()
        await coach.press("a")
        assert "Cluster A is not on offer for session 3." in coach.drawn()
        assert box.subject.cluster is None
        await coach.press("d", "7")
        assert "Cluster D Culture" in coach.drawn()
        assert "not on offer" not in coach.drawn()
        await coach.press("enter")
    last = filled.records(Cycle, "Bell")[-1]
    assert (last.session, last.cluster, last.gi.total) == (3, "D", 7)


async def test_escape_keeps_the_number_for_the_next_time(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_box(coach, "Okafor")
        await coach.press("1", "3", "escape")
        assert coach.message.startswith("GI 13 for session 4 is not saved; i brings it back.")
        await coach.press("i")
        assert "Total GIs so far 13" in coach.drawn()
        await coach.press("backspace", "backspace", "escape", "i")
        assert "blank: not recorded" in coach.drawn()
        await coach.press("escape", "j", "i")
        assert "blank: not recorded" in coach.drawn()
    assert len(filled.records(Cycle, "Okafor")) == 3


async def test_past_session_14_there_is_no_benchmark(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_box(coach, "Moreno")
        await coach.press("8", "0")
        assert "Session 15" in coach.drawn()
        assert "No benchmark" in coach.drawn()
        await coach.press("enter")
        assert "Moreno, Luz: session 15, 80 GIs, No benchmark." in coach.message
    assert filled.records(Cycle, "Moreno")[-1].gi.total == 80


async def test_enter_twice_saves_once(filled: Files) -> None:
    before = len(filled.table("cycles"))
    async with opened(filled.desk()) as coach:
        await open_box(coach, "Okafor")
        await coach.write("11\n\n")
        assert "session 4, 11 GIs" in coach.message or "Okafor, Dana" in coach.row(1)
    assert len(filled.table("cycles")) == before + 1


async def test_what_is_no_number_is_told_in_the_box(demo: Desk) -> None:
    async with opened(demo) as coach:
        box = await open_box(coach, "Okafor")
        await coach.press("1", "+", "-")
        assert coach.app.screen is box
        assert "Total GIs so far 1 " in coach.drawn()
        await coach.write("999999")
        await coach.press("enter")
        assert "too large" in coach.words()


async def test_a_session_that_another_window_recorded_is_shown_before_it_is_changed(
    filled: Files,
) -> None:
    async with opened(filled.desk()) as coach:
        box = await open_box(coach, "Okafor")
        await coach.write("12")
        filled.desk().growth.record(filled.id_of("Okafor"), 4, "11", cluster="C")
        await coach.press("enter")
        assert coach.app.screen is box
        assert "Session 4 was changed elsewhere meanwhile: 11 is recorded for it." in coach.words()
        assert "11 is recorded for this session; a change keeps both" in coach.drawn()
        assert box.query_one(GiField).value == "12"
        assert filled.records(Cycle, "Okafor")[-1].gi.total == 11
        await coach.press("enter")
        assert "session 4, 12 GIs" in coach.message
    last = filled.records(Cycle, "Okafor")[-1]
    assert (last.cluster, [change.was for change in last.gi.history]) == ("C", [11])


async def test_what_is_typed_for_a_year_that_ended_meanwhile_is_not_of_the_new_one(
    filled: Files,
) -> None:
    dana = filled.id_of("Okafor")
    async with opened(filled.desk()) as coach:
        box = await open_box(coach, "Okafor")
        await coach.write("12")
        desk = filled.desk()
        desk.tracks.begin([dana], desk.tracks.plan(dana).year, carry=False)
        await coach.press("enter")
        assert "GI 12 is not saved. 2025-26 was begun meanwhile;" in coach.words()
        assert "Session 1" in coach.drawn()
        assert box.query_one(GiField).value == ""
    assert len(filled.records(Cycle, "Okafor")) == 3


async def test_every_key_of_the_box_is_named_in_a_small_window(filled: Files) -> None:
    async with opened(filled.desk(), (60, 18)) as coach:
        await open_box(coach, "Okafor")
        for words in ("Enter save", "Up/Down change by 1", "[ ] session", "Esc cancel"):
            assert words in coach.drawn()

"""Which clusters a session offers, and what picking another one asks for."""

from coach_tui.app import AppOptions
from coach_tui.commands.keymap import read_keymap
from coach_tui.domain.cycle import Cycle
from coach_tui.services.desk import Desk
from coach_tui.widgets.fields.cluster_picker import ClusterPicker
from screens.cycle.goal import GoalStep
from screens.cycle.screen import CycleScreen
from tests.screens.kit import Coach, Files, open_cycle, opened


async def open_picker(coach: Coach, family: str) -> CycleScreen:
    """Open somebody's cycle with the cursor on the cluster."""
    cycle = await open_cycle(coach, family, step=3)
    while cycle.place_name != "cluster":
        await coach.press("shift+tab")
    return cycle


def on_offer(cycle: CycleScreen) -> str:
    """The letters on offer, in their order."""
    picker = cycle.query_one(GoalStep).query_one(ClusterPicker)
    return "".join(choice.cluster.id for choice in picker.choices)


async def test_the_first_phase_offers_what_is_unused_as_agreed(demo: Desk) -> None:
    async with opened(demo) as coach:
        cycle = await open_picker(coach, "Bell")  # agreed A B C D, A and B are done
        assert on_offer(cycle) == "CD"
        assert "(phase 1: sessions 1-4, each cluster once)" in coach.drawn()
        assert "C  Assessment, formative feedback   next as agreed" in coach.drawn()
        await coach.press("d")
        assert cycle.form.cluster == "D"
        await coach.press("up")
        assert cycle.form.cluster == "C"
        await coach.press("down", "enter")
        assert (cycle.form.cluster, cycle.place_name) == ("D", "gi")


async def test_the_only_one_left_is_picked_already(demo: Desk) -> None:
    async with opened(demo) as coach:
        cycle = await open_picker(coach, "Okafor")
        assert (on_offer(cycle), cycle.form.cluster) == ("C", "C")


async def test_a_letter_not_on_offer_is_told_why(demo: Desk) -> None:
    async with opened(demo) as coach:
        cycle = await open_picker(coach, "Bell")
        for letter, why in (
            ("a", "Cluster A was the focus of session 1."),
            ("e", "Cluster E belongs to another phase."),
            ("z", "There is no cluster Z."),
        ):
            await coach.press(letter)
            assert coach.message.startswith(why)
            assert "Esc then O" in coach.message
            assert "~" not in coach.message
            assert cycle.form.cluster == ""


async def test_another_cluster_needs_a_reason(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        cycle = await open_picker(coach, "Bell")
        await coach.press("escape", "O")
        assert cycle.place_name == "cluster"
        assert set(on_offer(cycle)) == set("ABCDEFGHIJKLMN")
        await coach.press("e")
        assert cycle.form.cluster == "E"
        assert "a short reason is asked for" in coach.message
        await coach.press("escape", "w")
        assert (cycle.step, cycle.place_name) == ("goal", "override")
        assert "cluster E belongs to another phase" in coach.message
        await coach.write("the whole school works on goals")
        await coach.press("escape", "w")
        assert "Bell, Marcus: session 3" in coach.message
    last = filled.records(Cycle, "Bell")[-1]
    assert (last.cluster, last.override) == ("E", "the whole school works on goals")


async def test_later_phases_take_a_repeat_with_a_word(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        cycle = await open_picker(coach, "Nguyen")  # session 9 of phase 3; I was session 8
        assert on_offer(cycle) == "HIJK"
        assert "one a conversation" in coach.drawn()
        await coach.press("i")
        assert cycle.form.cluster == "I"
        assert coach.message.startswith("Cluster I was also the focus of session 8.")
        await coach.press("escape", "5")
        assert "Note: Cluster I was also the focus of session 8." in coach.drawn()
        await coach.press("w")
        assert "Nguyen, Thao: session 9" in coach.message
    assert filled.records(Cycle, "Nguyen")[-1].cluster == "I"


async def test_past_the_last_phase_every_cluster_is_on_offer(demo: Desk) -> None:
    async with opened(demo) as coach:
        cycle = await open_picker(coach, "Moreno")
        assert set(on_offer(cycle)) == set("ABCDEFGHIJKLMN")
        assert "past the last phase: any cluster" in coach.drawn()
        await coach.press("n")
        assert cycle.form.cluster == "N"
        assert any(row.lstrip().startswith("N  Assessment") for row in coach.rows())


async def test_clusters_of_one_title_are_kept_apart(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await open_picker(coach, "Moreno")
        await coach.press("j", "escape", "w")
    last = filled.records(Cycle, "Moreno")[-1]
    assert (last.session, last.cluster) == (15, "J")


async def test_the_clusters_stay_shown_while_none_is_picked(demo: Desk) -> None:
    async with opened(demo) as coach:
        await open_picker(coach, "Bell")
        await coach.press("tab")
        for told in ("press the letter of a cluster", "C  Assessment, formative", "D  "):
            assert told in coach.drawn()
        await coach.press("shift+tab", "c", "tab")
        assert "D  " not in coach.drawn()


async def test_another_key_for_every_cluster_is_named(demo: Desk) -> None:
    options = AppOptions(keys=read_keymap({"cycle.other": "Y"}))
    async with opened(demo, options=options) as coach:
        await open_picker(coach, "Bell")
        await coach.press("z")
        assert coach.message.startswith("There is no cluster Z. Esc then Y offers all.")

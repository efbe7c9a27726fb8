"""Fields to pick in: radio rows, tick rows and the cluster picker."""

import pytest

from coach_tui.domain.clusters import ClusterChoice
from coach_tui.domain.framework import Cluster, LookFor
from coach_tui.widgets.fields.check_row import CheckRow
from coach_tui.widgets.fields.choice_row import ChoiceRow
from coach_tui.widgets.fields.cluster_picker import ClusterPicker
from coach_tui.widgets.fields.line_field import LineField
from coach_tui.widgets.fields.messages import Edited
from coach_tui.widgets.fields.option_row import letters
from tests.widgets.kit import HOSTILE, KitApp, drawn, strips

PRACTICE = [
    ("none", "not yet"),
    ("rehearsed", "rehearsed"),
    ("planned", "co-planned"),
    ("m", "modeled"),
]
PREPARED = [("read", "read the materials"), ("tried", "tried the task")]


def choice(key: str, *, reason: str = "", name: str = "Made-up focus") -> ClusterChoice:
    """A made-up cluster on offer."""
    looks = (LookFor(id=f"{key}1", text=f"look {key}"), LookFor(id=f"{key}2", text="and look"))
    return ClusterChoice(Cluster(id=key, phase=1, name=name, look_fors=looks), needs_reason=reason)


def test_each_option_has_a_letter() -> None:
    """The first one that is not taken yet."""
    assert letters(["done", "carry on", "drop"]) == (0, 0, 1)
    assert letters(["a", "a"]) == (0, -1)


async def test_a_choice_by_arrow_space_and_letter() -> None:
    """One Tab stop; nothing picked at first."""
    row, after = ChoiceRow(PRACTICE), LineField()
    app = KitApp([row, after])
    async with app.run_test(size=(80, 24)) as pilot:
        assert row.value == ""
        assert drawn(row) == "( ) not yet  ( ) rehearsed  ( ) co-planned  ( ) modeled"
        row.focus()
        await pilot.press("right", "right")
        assert drawn(row) == "( ) not yet  (x) rehearsed  ( ) co-planned  ( ) modeled"
        await pilot.press("m", "space")
        assert row.value == "none"
        await pilot.press("left")
        assert row.value == "m"
        await pilot.press("c", "z", "enter")
        await pilot.pause()
        assert row.value == "planned"
        assert len(app.of(Edited)) == 6
        assert after.has_focus
        row.value = "unknown"
        assert row.value == "planned"
        row.value = ""
        assert "(x)" not in drawn(row)


async def test_a_click_picks() -> None:
    """For those who start with the mouse on."""
    row = ChoiceRow(PRACTICE)
    async with KitApp([row]).run_test() as pilot:
        await pilot.click(row, offset=(15, 0))
        assert row.value == "rehearsed"


async def test_letters_never_leave_a_picker() -> None:
    """While the state is TYPING no letter acts on the screen."""
    pressed = []

    class Keyed(KitApp):
        """An app where q does something."""

        BINDINGS = [("q", "note"), ("space", "note")]

        def action_note(self) -> None:
            """Note the press."""
            pressed.append("q")

    rows = [ChoiceRow(PRACTICE), CheckRow(PREPARED), ClusterPicker([choice("A")])]
    async with Keyed(rows).run_test() as pilot:
        for row in rows:
            row.focus()
            await pilot.press("q", "space")
    assert pressed == []


async def test_a_row_too_long_follows_its_cursor() -> None:
    """The option under the cursor is always seen."""
    row = ChoiceRow([(str(n), f"a long option {n}") for n in range(8)], "0")
    async with KitApp([row]).run_test(size=(60, 18)) as pilot:
        row.focus()
        for n in range(1, 8):
            await pilot.press("right")
            assert f"(x) a long option {n}" in drawn(row)


async def test_ticks() -> None:
    """Arrows move, Space and letters tick."""
    row = CheckRow(PREPARED, ["tried"])
    app = KitApp([row])
    async with app.run_test() as pilot:
        row.focus()
        await pilot.press("right", "space", "r")
        await pilot.pause()
        assert row.values == ("read",)
        assert drawn(row) == "[x] read the materials  [ ] tried the task"
        assert len(app.of(Edited)) == 2


async def test_a_cluster_by_its_letter() -> None:
    """Letters on offer pick, others are told."""
    picker, after = (
        ClusterPicker([choice("A"), choice("B"), choice("C", reason="used")]),
        LineField(),
    )
    app = KitApp([picker, after])
    async with app.run_test(size=(80, 24)) as pilot:
        assert drawn(picker) == "press the letter of a cluster"
        picker.focus()
        await pilot.pause()
        assert picker.size.height == 4
        assert drawn(picker).splitlines()[2].startswith(" B  Made-up focus   look B; and look")
        await pilot.press("b", "z", "h")
        await pilot.pause()
        assert picker.value == "B"
        assert [m.letter for m in app.of(ClusterPicker.Refused)] == ["Z", "H"]
        await pilot.press("up")
        assert picker.value == "A"
        await pilot.press("down", "down")
        assert picker.value == "B"
        await pilot.press("enter")
        await pilot.pause()
        assert picker.value == "C"
        assert after.has_focus
        assert picker.size.height == 1
        assert drawn(picker).startswith("C  Made-up focus   look C")
        assert [m.choice.cluster.id for m in app.of(ClusterPicker.Picked)] == ["B", "A", "B", "C"]


async def test_other_clusters_may_be_offered() -> None:
    """The one picked before is still shown; an unknown one by its letter."""
    picker = ClusterPicker([choice("A")], "A")
    async with KitApp([picker]).run_test() as pilot:
        picker.offer([choice("B")])
        await pilot.pause()
        assert drawn(picker).startswith("A  Made-up")
        picker.value = "Q"
        assert drawn(picker) == "Q"
        picker.focus()
        picker.offer([choice(chr(65 + n)) for n in range(14)])
        await pilot.pause()
        assert picker.size.height == 8
        for _ in range(14):
            await pilot.press("down")
        assert picker.value == "N"
        assert " N  " in drawn(picker)


@pytest.mark.parametrize("text", HOSTILE[:-1])
async def test_hostile_names_in_a_framework(text: str) -> None:
    """A coach's own framework file is no safer than typed text."""
    picker = ClusterPicker([choice("A", name=text[:390])], "A")
    row = ChoiceRow([("a", text)])
    app = KitApp([picker, row], plain=True)
    async with app.run_test(size=(60, 18)) as pilot:
        picker.focus()
        await pilot.pause()
        for widget in (picker, row):
            assert drawn(widget).isascii()
            assert {strip.cell_length for strip in strips(widget)} == {60}


async def test_options_out_of_view_are_marked_at_either_end() -> None:
    """And a click picks what it is on, wherever the row was scrolled to."""
    row = ChoiceRow([(str(n), f"option {n}") for n in range(5)], "0")
    async with KitApp([row]).run_test(size=(40, 24)) as pilot:
        assert drawn(row) == "(x) option 0  ( ) option 1  ( ) option ~"
        row.value = "3"
        await pilot.pause()
        assert drawn(row) == "~ ( ) option 2  (x) option 3  ( ) optio~"
        await pilot.click(row, offset=(4, 0))
        assert row.value == "2"
        row.value = "4"
        await pilot.pause()
        assert drawn(row) == "~ ( ) option 3  (x) option 4"
        row.focus()
        await pilot.pause()
        assert pilot.app.cursor_position == (row.content_region.x + 17, row.content_region.y)

"""The caseload at work: filter, quick filters, orders, people one after another, hidden names."""

from coach_tui.commands.registry import command
from coach_tui.services.desk import Desk
from screens.caseload.screen import CaseloadScreen
from screens.profile.screen import ProfileScreen
from tests.screens.kit import Coach, Files, opened


def shown(coach: Coach) -> list[str]:
    """The family names in the list."""
    return [row.name.split(",")[0] for row in coach.screen(CaseloadScreen).rows]


async def test_the_list_narrows_at_each_letter_and_esc_brings_all_back(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "slash")
        await coach.write("lin")
        assert shown(coach) == ["Abara", "Okafor", "Hall", "Kowalski", "Price"]
        assert coach.message.endswith("1/5")
        await coach.press("down", "enter")
        assert coach.row(2).startswith("5 of 15: lin  Esc clears")
        assert coach.message.startswith("Okafor, Dana")
        await coach.press("escape")
        assert len(shown(coach)) == 15
        assert coach.message.startswith("Okafor, Dana")  # the cursor stays on its person
        assert coach.app.return_code is None


async def test_a_filter_that_fits_nobody_gives_the_person_back(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "j", "slash")
        await coach.write("lincolnx")
        assert shown(coach) == []
        await coach.press("escape")
        assert coach.message.startswith("Okafor, Dana")
        await coach.press("slash")
        await coach.write("zzz")
        await coach.press("enter", "escape")
        assert coach.message.startswith("Okafor, Dana")


async def test_a_filter_that_fits_nobody_says_so_and_what_it_takes(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("slash")
        await coach.write("band:xyz [b]\x1b")
        assert "No one matches 'band:xyz [b]'" in coach.words()
        assert "band: takes initiating, approaching" in coach.words()
        await coach.press("escape", "slash")
        await coach.write("bnd:x")
        told = "band: is the nearest filter, there is none of that name."
        assert f"No one matches 'bnd:x'; {told} Esc clears." in coach.words(0, 50)
        assert coach.message == told
        await coach.press("escape", "slash")
        await coach.write("nobody")
        assert "No one matches 'nobody'. Esc clears." in coach.drawn()


async def test_quick_filters_and_orders_are_a_letter_each(demo: Desk) -> None:
    async with opened(demo, (120, 40)) as coach:
        await coach.press("f")
        assert coach.message.startswith("Show:  a all  l late")
        strip = coach.message.removeprefix("Show:").split()[1::2]
        assert command("caseload", "caseload.quick").help == ", ".join(strip)
        await coach.press("t")
        assert shown(coach) == ["Bell", "Okafor"]
        await coach.press("f", "a", "o")
        assert coach.message.startswith("Order:  n next visit  a name")
        await coach.press("s")
        assert "by school" in coach.row(2)
        assert shown(coach)[0] != "Bell"
        await coach.press("o", "n")
        assert shown(coach)[:3] == ["Abara", "Bell", "Okafor"]


async def test_people_one_after_another_in_the_order_of_the_list(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("slash")
        await coach.write("lincoln")
        await coach.press("enter", "enter", "J")
        assert coach.screen(ProfileScreen).profile.coachee.family == "Okafor"
        await coach.press("J")
        assert coach.screen(ProfileScreen).profile.coachee.family == "Hall"
        await coach.press("K", "q")
        assert coach.message.startswith("Okafor, Dana")


async def test_hidden_names_are_nowhere_on_the_screen(demo: Desk) -> None:
    async with opened(demo, (120, 40)) as coach:
        await coach.press("H")
        drawn = "\n".join(coach.rows()[1:-2])
        for word in ("Abara", "Okafor", "Lincoln", "Meeting", "Appr", "■■", "Gr 3"):
            assert word not in drawn
        assert "Person 3" in drawn
        assert "Today 10:30" in drawn
        assert "hidden" in coach.message
        await coach.press("slash")
        await coach.write("okafor")
        await coach.press("enter", "i")
        await coach.write("11")
        await coach.press("enter")
        assert coach.message.startswith("Session 4 is recorded. Saved 10:42.")
        assert coach.row(2).startswith("1 of 15: hidden  Esc clears")
        await coach.press("e", "tab")
        await coach.write("Marsh MS")
        await coach.press("escape", "w")
        assert coach.message.startswith("Somebody: saved.")
        assert "Okafor" not in coach.drawn()
        await coach.press("q", "slash")
        await coach.write("okafr")
        assert "No one matches. Esc clears." in coach.drawn()
        await coach.press("enter")
        assert "okafr" not in coach.drawn()
        await coach.press("q", "H")
        assert "Abara, Chi" in coach.drawn()


async def test_who_is_added_is_seen_whatever_the_filter(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("f", "t", "a")
        await coach.write("[b]Zed[/b], Ann")
        await coach.press("escape", "w")
        assert coach.message.startswith("[b]Zed[/b], Ann: added.")
        assert len(shown(coach)) == 16
        assert coach.row(2).startswith("16 people")


async def test_archived_people_are_out_of_the_list_and_can_be_looked_for(
    demo: Desk, files: Files
) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "d")
        assert coach.message.startswith("Archived Bell, Marcus")
        assert "Bell" not in shown(coach)
        await coach.press("f", "x")
        assert shown(coach) == ["Bell"]
        await coach.press("d")
        assert shown(coach) == []
        await coach.press("escape")
        assert "Bell" in shown(coach)
        await coach.press("u", "u")
        assert "Undid: Bell, Marcus archived." in coach.message
        assert files.person("Bell").status == "active"

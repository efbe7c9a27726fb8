"""The list of people: moving in it, what it counts and marks, the pane beside it."""

from coach_tui.domain.coachee import Coachee
from coach_tui.domain.draft import Draft
from coach_tui.services.desk import Desk
from screens.caseload.screen import CaseloadScreen
from tests.screens.kit import Coach, Files, opened

ORDER = [
    "Abara",
    "Bell",
    "Okafor",
    "Castillo",
    "Dupree",
    "Feng",
    "Hall",
    "Ito",
    "Jansen",
    "Kowalski",
    "Nguyen",
    "Quist",
    "Zhang",
    "Price",
    "Moreno",
]

BESIDE = 51
"""The column that the pane starts in."""


def place(coach: Coach) -> int:
    """Which row the cursor is on, from 0."""
    return int(coach.message.rsplit(maxsplit=1)[-1].partition("/")[0]) - 1


async def test_the_demo_is_listed_in_its_order(demo: Desk) -> None:
    async with opened(demo) as coach:
        rows = [row[1:] for row in coach.rows()[3:18]]
        assert [row.partition(",")[0] for row in rows] == ORDER
        assert coach.row(2).startswith("15 people  1 late, 2 today")
        assert "Castillo, Inés    9   46 ■■■· Meet Wed 12" in coach.drawn()
        assert coach.row(1).startswith("[Caseload]")
        assert coach.row(1).endswith("DEMO · saved 10:42")


MOVES = (
    (("j", "j"), 2),
    (("down", "down", "up"), 1),
    (("j", "k"), 0),
    (("k",), 0),
    (("G",), 14),
    (("G", "j"), 14),
    (("G", "g", "g"), 0),
    (("end", "home"), 0),
    (("space",), 14),
    (("space", "b"), 0),
    (("pagedown", "pageup", "j"), 1),
)
"""Keys from the top, and the row they lead to."""


async def test_keys_that_move(demo: Desk) -> None:
    async with opened(demo) as coach:
        for keys, at in MOVES:
            await coach.press("home", *keys)
            assert (keys, place(coach)) == (keys, at)
            assert coach.message.startswith(ORDER[at])


async def test_a_page_is_a_window_in_a_low_terminal(demo: Desk) -> None:
    async with opened(demo, (80, 18)) as coach:
        await coach.press("space")
        assert place(coach) == 12
        await coach.press("G")
        assert "Moreno" in coach.drawn()
        assert "Abara, Chi        6" not in coach.drawn()


async def test_the_pane_follows_the_cursor(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "j")
        assert coach.message.startswith("Okafor, Dana: session 3, 8 GIs, Approaching.")
        await coach.until(lambda: "Gr 5 Math" in coach.drawn())
        beside = coach.words(BESIDE)
        assert "Okafor, Dana Gr 5 Math · Lincoln ES" in beside
        assert "Session 3 Cluster D Culture, environment, ethics" in beside
        assert "GI 8 ■■·· Approaching 7 more to Meeting (15)" in beside
        assert "Goal Exit tickets sorted the same day" in beside
        assert "Pre-write 3 sort piles due Thu 13" in beside
        assert "Next Today 10:30" in beside
        assert "+ waited 6s after Q3" in beside


async def test_private_lines_stay_out_of_the_pane(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("c", "tab", "tab", "tab", "tab")
        await coach.write("# sister is ill\nplain words")
        await coach.press("escape", "w")
        await coach.until(lambda: "plain words" in coach.drawn())
        assert "sister" not in coach.drawn()


async def test_a_teacher_without_sessions_is_told_how_to_start(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("G", "k")
        await coach.until(lambda: "Price, Jo" in coach.row(2))
        assert "c starts the first cycle" in coach.words(BESIDE)
        assert coach.message.startswith("Price, Jo: no session yet.")


async def test_an_unfinished_cycle_is_marked(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        assert "*Jansen, Ruth" in coach.drawn()
        await coach.press("j", "j", "c")
        await coach.write("22")
        await coach.press("escape", "q")
        assert "*Okafor, Dana" in coach.drawn()
        assert coach.message.startswith("Draft of cycle 4 is kept; c resumes it.")
        assert "Draft of a cycle from 10:42" in coach.words(BESIDE)


async def test_archived_people_leave_the_list(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        await coach.press("j", "j", "e", "escape")
        await coach.press("enter", "tab", "tab", "tab", "tab", "tab", "tab", "tab")
        await coach.write("ar")
        await coach.press("escape", "w")
        assert coach.row(2).startswith("14 people")
        assert "Okafor" not in "\n".join(coach.rows()[3:22])
    assert filled.person("Okafor").status == "archived"


async def test_nobody_yet(files: Files) -> None:
    desk = files.desk()
    desk.drafts.write(Draft("coachee-new", "coachee", "", files.clock.now(), closed=True))
    async with opened(desk) as coach:
        coach.screen(CaseloadScreen)
        assert coach.row(2).startswith("0 people")
        assert "Start here a add a teacher" in coach.words(BESIDE)
        assert coach.message.startswith("Nobody in the caseload yet; a adds the first teacher.")
        await coach.press("j", "G", "space", "enter")
        for key in ("i", "c", "e"):
            await coach.press(key)
            coach.screen(CaseloadScreen)
            assert coach.message.startswith("Nobody in the caseload yet; a adds the first")


async def test_the_list_is_read_again_after_a_form(filled: Files) -> None:
    async with opened(filled.desk()) as coach:
        desk, stamp = filled.desk(), filled.clock.now()
        twin = Coachee(id=desk.new_id(stamp), created_at=stamp, updated_at=stamp, family="Aa")
        desk.store.save([twin])  # by another window
        await coach.press("j", "e", "escape", "q")
        assert coach.row(2).startswith("16 people")
        assert coach.message.startswith("Bell, Marcus")


async def test_the_go_strip_waits_for_a_letter(demo: Desk) -> None:
    async with opened(demo) as coach:
        await coach.press("j", "g")
        assert coach.message.startswith("g top c caseload a agenda p progressions m continuum")
        assert coach.row(24).startswith("s search  Esc close")
        await coach.press("x")
        assert coach.message.startswith("Bell, Marcus")
        await coach.press("g", "c")
        assert coach.message.startswith("This is the caseload.")


async def test_a_paste_outside_a_field_does_nothing(filled: Files) -> None:
    before = filled.file.read_bytes()
    async with opened(filled.desk()) as coach:
        await coach.paste("dxDQ123")
        coach.screen(CaseloadScreen)
        assert coach.message.startswith("That looked like a paste")
    assert filled.file.read_bytes() == before

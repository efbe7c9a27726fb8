"""Walks on a desk: what is refused, what is told, and what a sheet holds."""

from dataclasses import replace
from typing import Any

import pytest

from coach_tui.domain.draft import Draft
from coach_tui.domain.walk import Walk
from coach_tui.errors import Conflict, Refused
from coach_tui.services.walk_form import DebriefForm, OpenedWalk, RoomForm, WalkForm
from coach_tui.services.walks import NameFound, NamePerhaps
from tests.domain.test_walk_line import ROOMS
from tests.services.desks import Office

FORM = WalkForm("Which models we see", ("nameless",), "", "today")


def begun(office: Office, *lines: str, **fields: Any) -> Walk:
    """A walk with rooms."""
    opened = office.desk.walk_forms.open_start()
    form = WalkForm(**{**FORM.typed(), **fields})
    walk = office.desk.walk_forms.save_start(opened, form)
    for line in lines:
        walk = office.desk.walks.enter(walk.id, line)
    return walk


def journey(office: Office) -> Walk:
    """The closed walk of fourteen rooms."""
    return office.desk.walks.close(begun(office, *ROOMS).id)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"purpose": "  \n"}, "begins with its purpose"),
        ({"norms": ()}, "begins with its norms"),
        ({"on": ""}, "Which day"),
        ({"on": "someday"}, "someday"),
        ({"purpose": "How Dana Whitcomb does"}, "Dana Whitcomb is in your caseload"),
    ],
)
def test_purpose_and_norms_come_first(office: Office, fields: Any, sentence: str) -> None:
    office.add("Whitcomb, Dana")
    with pytest.raises(Refused, match=sentence):
        begun(office, **fields)
    assert office.desk.walks.all() == ()


def test_rooms_are_entered_corrected_and_taken_out(office: Office) -> None:
    walk = begun(office, "R07 st 6; trays out", "fle 3")
    assert [room.code for room in walk.rooms] == ["R07", "R08"]
    assert (walk.rooms[0].step, walk.rooms[0].next, walk.rooms[0].phase) == (
        "F6",
        "D1",
        "foundation",
    )
    with pytest.raises(Refused, match="R07 is entered already; the next free one is R09"):
        office.desk.walks.enter(walk.id, "R07 st 5")
    walk = office.desk.walks.enter(walk.id, "R17 st 7", "R07")
    assert [(room.code, room.step) for room in walk.rooms] == [("R17", "D1"), ("R08", "F3")]
    walk = office.desk.walks.remove(walk.id, "R17")
    assert [room.code for room in walk.rooms] == ["R08"]
    assert office.desk.undo.undo() == "Undid: room R17 of the walk on Thu Oct 29."
    assert len(office.desk.walks.get(walk.id).rooms) == 2


def test_a_name_is_refused_and_a_word_that_may_be_one_asked_about(office: Office) -> None:
    office.add("Bell, Marcus")
    walk = begun(office)
    with pytest.raises(Refused, match=r"^Bell is in your caseload; a walk keeps no names\."):
        office.desk.walks.enter(walk.id, "st 6; Mr. Bell had trays out", sure=True)
    with pytest.raises(NamePerhaps, match="'bell' is a name in your caseload"):
        office.desk.walks.enter(walk.id, "st 6; ready at the bell")
    with pytest.raises(Refused, match="BELL2 holds a name"):
        office.desk.walks.enter(walk.id, "Bell2 st 6", sure=True)
    assert office.desk.walks.get(walk.id).rooms == ()
    saved = office.desk.walks.enter(walk.id, "st 6; ready at the bell", sure=True)
    assert saved.rooms[0].evidence == "ready at the bell"


def test_a_closed_walk_takes_no_room(office: Office) -> None:
    empty = begun(office)
    with pytest.raises(Refused, match="no room in this walk yet"):
        office.desk.walks.close(empty.id)
    walk = journey(office)
    with pytest.raises(Refused, match="This walk is closed"):
        office.desk.walks.enter(walk.id, "st 6")
    with pytest.raises(Refused, match="This walk is closed"):
        office.desk.walks.remove(walk.id, "R01")
    assert office.desk.walks.reopen(walk.id).closed_on is None


def test_the_sheet_holds_the_counts_and_no_room(office: Office) -> None:
    walk = journey(office)
    form = DebriefForm(celebrate="Cards are out\n# only for me", support="an hour on trays")
    office.desk.walk_forms.save_debrief(walk, form)
    _, sheet = office.desk.walk_sheets.leave(walk.id)
    assert sheet.split("\n")[:9] == [
        "Progression walk, Thu Oct 29, 2026",
        "",
        "Purpose: Which models we see",
        "Norms: no names",
        "",
        "Rooms: 14",
        "By model: station 9 · other models 5",
        "By phase: Foundation 9 · Differentiated or Personalized 5",
        "Phases within models: not told; fewer than 5 rooms, or all of them, could be told from it",
    ]
    assert "To celebrate: Cards are out\nSupport to plan: an hour on trays\n" in sheet
    assert not any(room.code in sheet for room in walk.rooms)
    assert "only for me" not in sheet
    assert "flex" not in sheet


def test_no_sheet_leaves_an_open_walk_or_names_somebody(office: Office) -> None:
    walk = begun(office, *ROOMS)
    with pytest.raises(Refused, match="A sheet leaves a closed walk only"):
        office.desk.walk_sheets.leave(walk.id)
    walk = office.desk.walks.close(walk.id)
    with pytest.raises(Refused, match="Room R07 is named"):
        office.desk.walk_forms.save_debrief(walk, DebriefForm(seen="r07 was best"))
    office.desk.walk_forms.save_debrief(walk, DebriefForm(seen="as with Dana Whitcomb"))
    office.add("Whitcomb, Dana")  # whose name stood there before she was coached
    with pytest.raises(Refused, match="Dana Whitcomb is in your caseload"):
        office.desk.walk_sheets.leave(walk.id)
    assert office.desk.walks.get(walk.id).sheet_on is None


def test_a_second_sheet_cannot_be_subtracted_from_the_first(office: Office) -> None:
    walk = journey(office)
    first = office.desk.walk_sheets.leave(walk.id)[1]
    office.desk.walks.reopen(walk.id)
    office.desk.walks.enter(walk.id, "R77 lab 3")
    office.desk.walks.close(walk.id)
    office.desk.walks.smallest = 3
    assert office.desk.walk_sheets.leave(walk.id)[1] == first


def test_that_a_sheet_left_is_not_undone(office: Office) -> None:
    walk = journey(office)
    office.desk.walk_sheets.leave(walk.id)
    sheet = office.desk.walks.get(walk.id).sheet
    assert office.desk.undo.undo() == "Undid: the walk on Thu Oct 29 closed."
    assert office.desk.undo.undo().startswith("Undid: room R14 of the walk")
    assert office.desk.undo.redo() == "Made again: room R14 of the walk on Thu Oct 29."
    for _ in ROOMS:
        office.desk.undo.undo()
    found = office.desk.walks.get(walk.id)
    assert (found.rooms, found.sheet_on, found.sheet) == ((), office.clock.today(), sheet)
    with pytest.raises(Refused, match="Not done, its sheet has left: the walk on Thu Oct 29"):
        office.desk.undo.undo()
    with pytest.raises(Refused, match="Nothing to undo"):
        office.desk.undo.undo()


def test_what_is_made_again_after_a_sheet_keeps_that_it_left(office: Office) -> None:
    walk = journey(office)
    office.desk.walks.reopen(walk.id)
    office.desk.undo.undo()
    sheet = office.desk.walk_sheets.leave(walk.id)[0].sheet
    assert office.desk.undo.redo() == "Made again: the walk on Thu Oct 29 open again."
    found = office.desk.walks.get(walk.id)
    assert (found.closed_on, found.sheet_on, found.sheet) == (None, office.clock.today(), sheet)


def test_what_is_undone_after_a_sheet_does_not_change_the_next_sheet(office: Office) -> None:
    walk = begun(office, *ROOMS, "R77 lab 3")
    office.desk.undo.undo()
    office.desk.walks.close(walk.id)
    first = office.desk.walk_sheets.leave(walk.id)[1]
    office.desk.undo.undo()
    office.desk.undo.undo()
    office.desk.walks.close(walk.id)
    office.desk.walks.smallest = 3
    assert office.desk.walk_sheets.leave(walk.id)[1] == first


def test_the_smallest_size_is_the_coachs_setting(office: Office) -> None:
    walk = journey(office)
    office.desk.walks.smallest = 3
    assert "By model: station 9 · other models 5" in office.desk.walks.told_lines(walk)
    office.desk.walks.smallest = 20
    assert office.desk.walks.told_lines(walk) == (
        "Fewer than 20 rooms: too few to tell anything of them.",
    )


def test_the_forms_come_back_as_they_were_left(office: Office) -> None:
    forms = office.desk.walk_forms
    opened = forms.open_start()
    form = WalkForm("half a pur", ("seen",), "", opened.stored.on)
    forms.keep_start(opened, form, "purpose:0:10", closed=True)
    assert office.desk.walk_forms.open_start().form == form
    walk = begun(office)
    assert office.desk.walk_forms.open_start().form.purpose == ""
    forms.keep_line(walk.id, RoomForm("R07 st", ""), "line:0:6", closed=True)
    assert forms.open_line(walk.id) == (RoomForm("R07 st", ""), "line:0:6")
    forms.keep_line(walk.id, RoomForm("  ", ""), "", closed=True)
    assert forms.open_line(walk.id) == (RoomForm(), "")
    stored, _ = forms.open_debrief(walk)
    forms.keep_debrief(walk.id, stored, DebriefForm(trends="half"), "trends", closed=True)
    assert forms.open_debrief(walk)[1] == DebriefForm(trends="half")


def test_a_draft_that_somebody_edited_is_read_as_far_as_it_fits(office: Office) -> None:
    bad = {"purpose": 7, "norms": ["nameless", 3, "x"], "own_norms": "kept", "on": None, "z": "z"}
    draft = Draft("walk-new", "walk", "", office.clock.now(), bad)
    office.desk.drafts.write(draft)
    form = office.desk.walk_forms.open_start().form
    assert (form.purpose, form.norms, form.own_norms) == ("", ("nameless",), "kept")


def test_what_another_window_saved_is_not_overwritten(office: Office) -> None:
    walk = begun(office, "st 6")
    other = office.other_window().desk
    other.walk_forms.save_debrief(walk, DebriefForm(seen="theirs"))
    with pytest.raises(Conflict):
        office.desk.walk_forms.save_debrief(walk, DebriefForm(seen="mine"))
    other.walk_forms.save_start(OpenedWalk(walk, FORM, FORM), replace(FORM, purpose="theirs"))
    with pytest.raises(Conflict):
        office.desk.walk_forms.save_start(
            OpenedWalk(walk, FORM, FORM), WalkForm("x", (), "y", "today")
        )
    assert office.desk.walks.enter(walk.id, "st 7").debrief == {"seen": "theirs"}


def test_a_debrief_refused_once_is_refused_when_its_draft_is_opened_again(office: Office) -> None:
    walk, forms = begun(office, "st 6"), office.desk.walk_forms
    stored, _ = forms.open_debrief(walk)
    mine = DebriefForm(seen="mine", trends="more")
    other = office.other_window().desk
    other.walk_forms.save_debrief(walk, DebriefForm(seen="theirs", support="an hour"))
    forms.keep_debrief(walk.id, stored, mine, "seen", closed=True)
    for _ in range(2):
        walk = office.desk.walks.get(walk.id)
        began, form = forms.open_debrief(walk)
        assert (began.seen, form.seen, form.trends) == ("", "mine", "more")
        with pytest.raises(Conflict):
            forms.save_debrief(walk, form, began)
        forms.keep_debrief(walk.id, began, form, "seen", closed=True)
    assert walk.debrief == {"seen": "theirs", "support": "an hour"}
    forms.discard_debrief(walk.id)
    assert forms.open_debrief(walk)[1].seen == "theirs"
    began, form = forms.open_debrief(walk)
    assert forms.save_debrief(walk, replace(form, seen="ours"), began).debrief == {
        "seen": "ours",
        "support": "an hour",
    }


def test_a_purpose_refused_once_is_refused_when_its_draft_is_opened_again(office: Office) -> None:
    walk, forms = begun(office, "st 6"), office.desk.walk_forms
    opened = forms.open_start(walk.id)
    other = office.other_window().desk.walk_forms
    other.save_start(other.open_start(walk.id), replace(FORM, purpose="theirs"))
    forms.keep_start(opened, replace(opened.form, purpose="mine"), "purpose", closed=True)
    for _ in range(2):
        opened = forms.open_start(walk.id)
        assert opened.form.purpose == "mine"
        with pytest.raises(Conflict):
            forms.save_start(opened, opened.form)
        forms.keep_start(opened, opened.form, "purpose", closed=True)
    assert office.desk.walks.get(walk.id).purpose == "theirs"
    forms.discard_start(walk.id)
    assert forms.open_start(walk.id).form.purpose == "theirs"


def test_a_room_entered_meanwhile_refuses_no_words(office: Office) -> None:
    walk, forms = begun(office, "st 6"), office.desk.walk_forms
    began, _ = forms.open_debrief(walk)
    opened = forms.open_start(walk.id)
    office.other_window().desk.walks.enter(walk.id, "st 7")
    forms.save_debrief(walk, DebriefForm(seen="mine"), began)
    saved = forms.save_start(opened, replace(opened.form, own_norms="all in by 9"))
    assert (len(saved.rooms), saved.debrief["seen"], saved.own_norms) == (2, "mine", "all in by 9")


def test_a_room_corrected_in_two_windows_is_refused_in_the_later(office: Office) -> None:
    walk, walks = begun(office, "R07 st 6; trays out"), office.desk.walks
    was = walks.line_of(walk.rooms[0])
    other = office.other_window().desk.walks
    other.enter(walk.id, "R07 st 5; theirs", "R07", was)
    with pytest.raises(Conflict, match="R07 was changed elsewhere since"):
        walks.enter(walk.id, "R07 st 4; mine", "R07", was)
    assert walks.get(walk.id).rooms[0].evidence == "theirs"
    walks.enter(walk.id, "R07 st 5; theirs", "R07", was)  # the same words are no conflict
    other.remove(walk.id, "R07")
    with pytest.raises(Conflict):
        walks.enter(walk.id, "R07 st 4; mine", "R07", was)
    assert walks.get(walk.id).rooms == ()


def test_a_line_that_waits_is_known(office: Office) -> None:
    walk, forms = begun(office, "st 6"), office.desk.walk_forms
    assert not forms.line_waits(walk.id)
    forms.keep_line(walk.id, RoomForm("R09 st"), "", closed=True)
    assert forms.line_waits(walk.id)


def test_a_debrief_names_no_room_in_any_way(office: Office) -> None:
    walk = begun(office, "R07 st 6", "R08 st 6")
    for words in ("Room 7 led", "as in R-07", "rooms 3 and 08"):
        with pytest.raises(NameFound, match=r"Room R0[78] is named"):
            office.desk.walk_forms.save_debrief(walk, DebriefForm(seen=words))


def test_a_step_that_is_gone_is_kept_and_told(office: Office) -> None:
    walk = begun(office, "st 6")
    (room,) = walk.rooms
    (kept,) = office.desk.store.save([walk.but(rooms=(room.but(step="F9"),))])
    assert isinstance(kept, Walk)
    with pytest.raises(Refused, match="no longer have its step"):
        office.desk.walks.line_of(kept.rooms[0])
    assert office.desk.walks.enter(walk.id, "st 7").rooms[0].step == "F9"

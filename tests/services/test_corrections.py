"""Records are corrected with a reason; what stood there is kept, and nothing else changes."""

from datetime import date, timedelta
from typing import Any

import pytest

from coach_tui.domain.contact import Contact
from coach_tui.domain.corrected import Correctable
from coach_tui.domain.cycle import Citation, Cycle
from coach_tui.domain.note import Note, NoteLine
from coach_tui.domain.todo import Todo
from coach_tui.errors import Conflict, NotFound, ReasonNeeded, Refused, Unavailable
from coach_tui.services.correction_form import CorrectionForm
from coach_tui.services.corrections import SavedCorrection, correction_draft_key
from coach_tui.services.summary import note_summary
from tests.services.desks import BrokenStore, Office


@pytest.fixture
def dana(office: Office) -> str:
    """A person with six counted sessions and a whole cycle as the seventh, a week ago."""
    person = office.launched()
    office.sessions(person, "C 4", "A 9", "D 13", "B 18", "E 22", "G 27")
    form = office.form(
        person,
        when="today",
        cluster="F",
        gi="35",
        praise="Waited six seconds.",
        mode="in_person",
        step="Scan table 5 first",
        step_lesson="Fractions",
        due="+7",
        ratings={"F1": "in_place"},
    )
    office.desk.cycles.save(form)
    office.wait(days=7)
    return person


def opened(
    office: Office, record: Correctable, kind: str = "cycle", **typed: str
) -> CorrectionForm:
    """The form of a record, with texts typed into it."""
    return office.desk.corrections.open(kind, record.id).with_typed(typed)


def correct(office: Office, record: Any, kind: str = "cycle", **typed: str) -> SavedCorrection:
    """Correct a record and save it."""
    return office.desk.corrections.save(opened(office, record, kind, **typed))


def history(office: Office, record: Correctable) -> tuple[str, ...]:
    """What was corrected, as a newly opened store has it."""
    desk = office.other_window().desk
    return desk.corrections.history(desk.store.get(type(record), record.id))


def test_a_total_needs_a_reason_and_both_are_kept(office: Office, dana: str) -> None:
    seventh, before = office.stored(dana, 7), office.raw()
    with pytest.raises(ReasonNeeded, match="33 is lower than the 35 recorded for session 7"):
        correct(office, seventh, total="33")
    with pytest.raises(ReasonNeeded, match="Another GI total needs a short reason"):
        correct(office, seventh, total="36")
    assert office.raw() == before
    done = correct(office, seventh, total="33", reason="counted twice")
    assert done.changes == ("total 35 to 33",)
    stored = office.stored(dana, 7)
    assert (stored.gi.total, stored.gi.history[-1].was) == (33, 35)
    assert history(office, stored) == ("Nov 5: total 35 to 33. Reason: counted twice.",)
    assert stored.corrections == ()  # a total has its own history


def test_a_total_recorded_today_needs_one_too(office: Office, dana: str) -> None:
    office.desk.growth.record(dana, 8, "40", cluster="H")
    with pytest.raises(ReasonNeeded, match="Another GI total"):
        correct(office, office.stored(dana, 8), total="41")
    assert correct(office, office.stored(dana, 8), coach_total="38").changes == (
        "coach's count 38 put in",
    )


def test_texts_of_an_earlier_day_need_one_reason(office: Office, dana: str) -> None:
    seventh = office.stored(dana, 7)
    typed = {"praise": "Waited nine seconds.", "minutes": "22", "at": "9:15", "lesson": "P3"}
    with pytest.raises(ReasonNeeded, match="recorded on Thu Oct 29; give a short reason"):
        correct(office, seventh, **typed)
    done = correct(office, seventh, **typed, reason="  mixed\x1b up  ")
    stored = office.stored(dana, 7)
    assert (stored.observation.minutes, stored.feedback.praise) == (22, "Waited nine seconds.")
    assert stored.corrections[-1].was == "Waited six seconds."
    assert {change.reason for change in stored.corrections} == {"mixed up"}
    assert len(done.changes) == 4
    assert (stored.gi, stored.held_on) == (seventh.gi, seventh.held_on)
    assert history(office, stored) == (
        'Nov 5: time 8:40 to 9:15; minutes 22 put in; class "P3" put in;'
        ' praise "Waited six seconds." to "Waited nine seconds.". Reason: mixed up.',
    )


def test_on_the_day_itself_no_reason_is_asked_and_the_history_is_kept(office: Office) -> None:
    person = office.add()
    office.desk.cycles.save(office.form(person, cluster="C", gi="4", praise="x"))
    form = opened(office, office.stored(person, 1), praise="y")
    assert not form.asks_reason
    office.desk.corrections.save(form)
    assert history(office, office.stored(person, 1)) == ('Oct 29: praise "x" to "y".',)


def test_a_cluster_out_of_order_needs_a_reason(office: Office, dana: str) -> None:
    fourth = office.stored(dana, 4)
    with pytest.raises(ReasonNeeded, match="cluster C was the focus of session 1"):
        correct(office, fourth, cluster="C")
    with pytest.raises(Refused, match="no cluster 'Z'"):
        correct(office, fourth, cluster="Z", reason="x")
    correct(office, fourth, cluster="C", reason="no time for B")
    stored = office.stored(dana, 4)
    assert (stored.cluster, stored.override) == ("C", "no time for B")


def test_ratings_of_the_cluster_before_stay_in_the_history(office: Office, dana: str) -> None:
    look = office.desk.growth.timeline.cluster("F")
    assert look is not None
    seventh = office.stored(dana, 7)
    rated = seventh.but(
        self_assessment={"ratings": [{"look_for": look.look_fors[0].id, "state": "in_place"}]}
    )
    office.desk.store.save([rated])
    correct(office, seventh, cluster="E", reason="it was E")
    stored = office.stored(dana, 7)
    assert (stored.cluster, stored.self_assessment.ratings) == ("E", ())
    assert f"{look.look_fors[0].id}: in place" in [change.was for change in stored.corrections]


def test_a_date_stays_in_its_year_and_in_the_past(office: Office, dana: str) -> None:
    seventh = office.stored(dana, 7)
    for typed, why in (
        ("12/24/2026", "still to come"),
        ("6/30/2026", "lies in the school year 2025-26, and this counts in 2026-27"),
        ("soon", "is not a date"),
        ("", "The date is blank"),
    ):
        with pytest.raises(Refused, match=why):
            correct(office, seventh, when=typed, reason="x")
    correct(office, seventh, when="10/28", reason="a day late")
    assert office.stored(dana, 7).held_on == date(2026, 10, 28)
    assert "date Thu Oct 29 2026 to Wed Oct 28 2026" in history(office, seventh)[0]


def test_the_day_a_year_was_begun_on_is_of_both_years(office: Office, dana: str) -> None:
    """The last session of the old year was held that morning, the first of the new one after."""
    office.wait(days=-7)
    office.desk.tracks.begin([dana], "2027-28", carry=True)
    office.desk.growth.record(dana, 1, "40", cluster="C")
    office.wait(days=7)
    for number, year in ((7, "2026-27"), (1, "2027-28")):
        beyond = {"2026-27": "10/30", "2027-28": "10/28"}[year]
        session = office.stored(dana, number, year)
        assert session.held_on == date(2026, 10, 29)
        with pytest.raises(Refused, match=f"and this counts in {year}"):
            correct(office, session, when=beyond, reason="x")
        away = {"2026-27": "10/28", "2027-28": "10/30"}[year]
        for typed in (away, "10/29"):
            correct(office, office.stored(dana, number, year), when=typed, reason="x")
        assert office.stored(dana, number, year).held_on == date(2026, 10, 29)


def test_a_session_keeps_a_cluster_or_a_total(office: Office, dana: str) -> None:
    with pytest.raises(Refused, match="Session 1 needs a GI total; a blank is not 0"):
        correct(office, office.stored(dana, 1), total="", reason="x")
    with pytest.raises(Refused, match="Session 7 needs a cluster or a GI total"):
        correct(office, office.stored(dana, 7), total="", cluster="", reason="x")
    correct(office, office.stored(dana, 7), total="", reason="never counted")
    assert office.stored(dana, 7).gi.total is None


def test_a_meeting_without_a_number_takes_the_next_one(office: Office, dana: str) -> None:
    office.desk.cycles.save(office.form(dana, praise="x"))
    (bare,) = [cycle for cycle in office.of(Cycle, dana) if cycle.session is None]
    correct(office, bare, cluster="H", total="41")
    assert office.stored(dana, 8).id == bare.id
    office.desk.cycles.save(office.form(dana, praise="y", when="yesterday"))
    (late,) = [cycle for cycle in office.of(Cycle, dana) if cycle.session is None]
    with pytest.raises(Refused, match="session 8 was held after it"):
        correct(office, late, cluster="I")


def test_the_action_step_and_its_todo_say_the_same(office: Office, dana: str) -> None:
    seventh = office.stored(dana, 7)
    done = correct(office, seventh, step="Scan table 4 first", reason="wrong table")
    (todo,) = office.of(Todo, dana)
    assert todo.text == "Scan table 4 first"
    assert len(done.changes) == 1
    correct(office, todo, "todo", step="Scan all tables", due="11/20", reason="all of them")
    assert office.stored(dana, 7).action.text == "Scan all tables"
    (todo,) = office.of(Todo, dana)
    assert (todo.due, len(history(office, todo))) == (date(2026, 11, 20), 2)
    with pytest.raises(Refused, match="The step is blank"):
        correct(office, todo, "todo", step=" ", reason="x")
    correct(office, seventh, step_lesson="Decimals", reason="x")
    assert office.of(Todo, dana)[0].lesson == "Decimals"


def test_lines_of_a_note_keep_their_ids(office: Office, dana: str) -> None:
    form = office.desk.notes.fresh(dana).begun(office.clock.now())
    text = "08:41 + turn to your partner\n08:42 # looks tired\n08:47 ? why"
    note = office.desk.notes.file(form.but(text=text)).note
    assert note is not None
    cite = Citation(field="praise", note_id=note.id, line_id="1", text=note.lines[0].text)
    office.desk.store.save([office.stored(dana, 7).but(citations=(cite,))])
    office.wait(days=1)
    done = correct(office, note, "note", text=text.replace("partner", "neighbour"), reason="name")
    stored = office.desk.store.get(Note, note.id)
    assert [line.id for line in stored.lines] == ["1", "2", "3"]
    assert stored.lines[1] == note.lines[1]
    assert office.stored(dana, 7).citations == (cite,)
    assert done.changes == ('line "08:41 + turn to~" to "08:41 + turn to~"',)
    # what is private is told as such; without its mark it is open, as the coach typed it
    correct(office, stored, "note", text=text.replace("# looks", "# seems"), reason="x")
    assert history(office, note)[0].startswith("Nov 6: ")
    assert "seems" not in "".join(history(office, note))
    opened_up = office.desk.store.get(Note, note.id)
    correct(office, opened_up, "note", text=text.replace("# looks", "looks"), reason="x")
    assert office.desk.store.get(Note, note.id).lines[1].tag == ""
    assert "looks" not in "".join(history(office, note))
    with pytest.raises(Refused, match="keeps at least one line"):
        correct(office, note, "note", text="#", reason="x")


def test_a_private_line_without_a_mark_is_private_until_the_mark_it_shows_is_removed(
    office: Office, dana: str
) -> None:
    now = office.clock.now()
    base: dict[str, Any] = {"id": "n1", "created_at": now, "updated_at": now, "coachee_id": dana}
    lines = (NoteLine(text="looks tired", tag="private"), NoteLine(text="10:31 x"))
    (note,) = office.desk.store.save([Note(**base, lines=lines)])
    assert isinstance(note, Note)
    form = opened(office, note, "note")
    assert form.stored["text"] == "# looks tired\n10:31 x"
    correct(office, note, "note", text="a new line\n# looks very tired\nand one\n10:31 x")
    stored = office.desk.store.get(Note, "n1")
    assert [line.tag for line in stored.lines] == ["", "private", "", ""]
    assert stored.lines[3].text == "10:31 x"
    assert "a private line" in history(office, note)[0]
    assert "tired" not in "".join(history(office, note))
    assert "tired" not in note_summary("Dana", now.date(), stored.lines)
    correct(office, note, "note", text="looks very tired\n10:31 x")
    opened_up = office.desk.store.get(Note, "n1")
    assert [line.tag for line in opened_up.lines] == ["", ""]


@pytest.mark.parametrize("text", ["# looks tired", "10:31 # looks tired"])
def test_a_marked_line_is_private_whatever_the_file_says(
    office: Office, dana: str, text: str
) -> None:
    now = office.clock.now()
    base: dict[str, Any] = {"id": "n1", "created_at": now, "updated_at": now, "coachee_id": dana}
    office.desk.store.save([Note(**base, lines=(NoteLine(text="TEXT"), NoteLine(text="said")))])
    file = office.folder / "caseload.json"
    file.write_text(file.read_text("utf-8").replace("TEXT", text), "utf-8")
    note = office.other_window().desk.store.get(Note, "n1")
    assert [line.text for line in note.open_lines] == ["said"]
    assert "tired" not in note_summary("Dana", now.date(), note.lines)
    correct(office.other_window(), note, "note", text=f"{text}, very\nnew\nsaid", reason="x")
    note = office.other_window().desk.store.get(Note, "n1")
    assert [line.text for line in note.open_lines] == ["new", "said"]


def test_a_contact_and_its_note_are_corrected_together(office: Office, dana: str) -> None:
    done = office.desk.contacts.record(dana, "Asked for a timer, 5 min")
    form = opened(office, done.contact, "contact", when="yesterday", minutes="7", text="08:40 Sent")
    saved = office.desk.corrections.save(form)
    (contact,), (note,) = office.of(Contact, dana), office.of(Note, dana)
    assert contact.at == done.contact.at - timedelta(days=1)
    assert (contact.minutes, note.lines[0].text) == (7, "Sent")
    assert len(saved.changes) == 3
    assert history(office, contact) == (
        "Nov 5: day Thu Nov 5 to Wed Nov 4; minutes 5 to 7;"
        ' line "08:40 Asked for a timer, 5 min" to "08:40 Sent".',
    )
    with pytest.raises(Refused, match="'1000' is not a number of minutes; it is 0 to 999"):
        correct(office, contact, "contact", minutes="1000")


def test_nothing_changed_is_not_saved(office: Office, dana: str) -> None:
    seventh, before = office.stored(dana, 7), office.raw()
    for typed in (
        {},
        {"reason": "why not"},
        {"praise": "Waited six seconds. \x00"},
        {"minutes": " "},
    ):
        assert correct(office, seventh, **typed) == SavedCorrection(seventh, ())
    assert office.raw() == before


def test_what_was_changed_elsewhere_is_not_overwritten(office: Office, dana: str) -> None:
    seventh = office.stored(dana, 7)
    form = opened(office, seventh, praise="mine", reason="x")
    other = office.other_window()
    other.wait(days=7)
    correct(other, seventh, goal="theirs", reason="y")
    office.desk.corrections.keep_draft(form, "praise:0:2", closed=True)
    before = office.raw()
    with pytest.raises(Conflict, match="Session 7 was changed elsewhere; open it again"):
        office.desk.corrections.save(form)
    assert office.raw() == before
    again = office.desk.corrections.open("cycle", seventh.id)
    assert (again.stale, again.values["praise"], again.values["goal"]) == (True, "mine", "theirs")
    assert again.place == "praise:0:2"
    office.desk.corrections.save(again)
    stored = office.stored(dana, 7)
    assert (stored.goal.text, stored.feedback.praise) == ("theirs", "mine")
    assert office.desk.drafts.read(correction_draft_key(seventh.id)) is None


def test_a_full_disk_keeps_the_draft(office: Office, dana: str) -> None:
    form = opened(office, office.stored(dana, 7), praise="mine", reason="x")
    corrections = office.desk.corrections
    corrections.keep_draft(form, "", closed=False)
    corrections._store = BrokenStore(office.desk.store)
    with pytest.raises(Unavailable):
        corrections.save(form)
    assert office.desk.drafts.read(correction_draft_key(form.record_id)) is not None


def test_what_does_not_open(office: Office, dana: str) -> None:
    corrections = office.desk.corrections
    with pytest.raises(Refused, match=r"of the kind 'x\?\[2J' is not corrected"):
        corrections.open("x\x1b[2J", "y")
    with pytest.raises(NotFound):
        corrections.open("cycle", "nobody")
    form = office.desk.notes.fresh(dana).begun(office.clock.now())
    note = office.desk.notes.file(form.but(text="08:41 x")).note
    assert note is not None
    office.desk.notes.keep_draft(form.but(text="08:41 xy", base=1))
    with pytest.raises(Refused, match="not filed yet"):
        corrections.open("note", note.id)


def test_a_draft_changed_by_hand_is_read_as_far_as_it_fits(office: Office, dana: str) -> None:
    seventh = office.stored(dana, 7)
    form = opened(office, seventh, praise="mine")
    office.desk.corrections.keep_draft(form, "", closed=True)
    draft = office.desk.drafts.read(correction_draft_key(seventh.id))
    assert draft is not None
    draft.fields["typed"] = {"praise": 3, "nothing": "x", "goal": "typed"}
    office.desk.drafts.write(draft)
    assert opened(office, seventh).changed == {"goal": "typed"}
    office.desk.corrections.keep_draft(opened(office, seventh, goal=""), "", closed=True)
    assert office.desk.drafts.read(correction_draft_key(seventh.id)) is None


def test_the_history_of_a_field_tells_nothing_of_its_private_rows(office: Office) -> None:
    dana = office.add()
    office.desk.cycles.save(office.form(dana, praise="p", goal="open words"))
    (cycle,) = office.of(Cycle, dana)
    corrections = office.desk.corrections
    form = corrections.open("cycle", cycle.id)
    saved = corrections.save(form.with_typed({"goal": "open words\n# SECRET", "praise": "q\n# S"}))
    told = " ".join((*saved.changes, *corrections.history(saved.record, short=None)))
    assert "SECRET" not in told
    assert "a private line of goal" in told
    assert 'praise "p" to "q"' in told

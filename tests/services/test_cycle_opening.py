"""A cycle opens: fresh, or as its draft has it, with what is at hand."""

from datetime import date
from typing import Any

import pytest

from coach_tui.domain.cycle_form import blanks, step_state, wanted
from coach_tui.domain.note import Note, NoteLine
from coach_tui.domain.todo import Todo
from coach_tui.errors import NotFound
from tests.services.desks import Office, cibola


def test_a_fresh_form(office: Office) -> None:
    opened = office.desk.cycles.open(office.add())
    form = opened.form
    assert opened.draft is None
    assert (form.when, form.at, form.mode) == ("Thu Oct 29", "8:40", "in_person")
    assert (form.track, form.number, form.session) == ("2026-27", 1, 1)
    assert (form.cluster, form.carry_todo, form.answer) == ("", "", "")
    assert office.desk.cycles.is_untouched(form, opened.context)


def test_the_only_cluster_left_is_filled_in(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4", "A 9", "D 14")
    opened = office.desk.cycles.open(dana)
    assert opened.form.cluster == "B"
    assert office.desk.cycles.is_untouched(opened.form, opened.context)
    assert office.desk.cycles.is_untouched(opened.form.but(cluster=""), opened.context)
    assert not office.desk.cycles.is_untouched(opened.form.but(cluster="A"), opened.context)


def test_date_time_and_mode_are_not_typing(office: Office) -> None:
    opened = office.desk.cycles.open(office.add())
    moved = opened.form.but(when="Fri Oct 30", at="9:00", mode="recorded", praise="  \n ")
    assert office.desk.cycles.is_untouched(moved, opened.context)
    for typed in ({"praise": "x"}, {"ratings": {"A1": "in_place"}}, {"prepared": ("task",)}):
        assert not office.desk.cycles.is_untouched(moved.but(**typed), opened.context)


def test_clusters_come_in_the_agreed_order_and_used_ones_are_not_offered(office: Office) -> None:
    dana = office.launched()
    assert [c.cluster.id for c in office.desk.cycles.context(dana).choices] == list("CADB")
    office.sessions(dana, "A 4")
    context = office.desk.cycles.context(dana)
    assert [(c.cluster.id, c.next_agreed) for c in context.choices] == [
        ("C", True),
        ("D", False),
        ("B", False),
    ]
    assert len(context.every_choice) == 14
    reasons = {c.cluster.id: c.needs_reason for c in context.every_choice}
    assert reasons["A"] == "cluster A was the focus of session 1"
    assert reasons["E"] == "cluster E belongs to another phase"


def test_without_a_launch_there_is_a_warning_and_no_order(office: Office) -> None:
    context = office.desk.cycles.context(office.add())
    assert context.launch_warning == (
        "No launch is recorded for 2026-27; hold it before the first visit."
    )
    assert context.order == ()
    agreed = office.desk.cycles.context(office.add("Haddad, Noor", order="cadb"))
    assert agreed.launch_warning
    assert agreed.order == ("C", "A", "D", "B")
    held = office.add("Raman, Priya", launched="9/1")
    assert office.desk.cycles.context(held).launch_warning == ""
    planned = office.add("Teague, Marcus", launched="+20")
    assert office.desk.cycles.context(planned).launch_warning == (
        "The launch of 2026-27 is planned for Wed Nov 18; hold it before the first visit."
    )
    office.sessions(planned, "C 4")
    assert office.desk.cycles.context(planned).launch_warning == (
        "The launch of 2026-27 is planned for Wed Nov 18."
    )
    office.wait(days=20)
    assert office.desk.cycles.context(planned).launch_warning == ""


def test_modes(office: Office) -> None:
    context = office.desk.cycles.context(office.add())
    modes = ("in_person", "live_class", "recorded", "unknown", "")
    assert [context.is_virtual(mode) for mode in modes] == [False, True, True, False, False]


def test_what_was_noted_and_planned_before_is_at_hand(office: Office) -> None:
    dana = office.add()
    for text, visit in (("08:41 first", "11/5 9:00"), ("08:42 second", "11/2")):
        office.desk.cycles.save(office.form(dana, notes=text, step=text, next_visit=visit))
        office.wait(minutes=1)
    context = office.desk.cycles.context(dana)
    assert [note.lines[0].text for note in context.notes] == ["second", "first"]
    assert [visit.on.day for visit in context.planned] == [2]
    assert [cycle.number for cycle in context.cycles] == [1, 2]
    assert context.last_step is not None
    assert context.last_step.text == "08:42 second"
    assert (context.last_total, context.session) == (None, 1)


def test_a_to_do_by_itself_is_no_last_step(office: Office) -> None:
    luis = office.add("Arredondo, Luis")
    base = {"created_at": office.clock.now(), "updated_at": office.clock.now()}
    todo = Todo(id="t", coachee_id=luis, text="Send the lab timer", **base)
    empty = Note(id="m", coachee_id=luis, **base)
    note = Note(id="n", coachee_id=luis, lines=(NoteLine(text="x", id="1"),), **base)
    office.desk.store.save([todo, note, empty])
    context = office.desk.cycles.context(luis)
    assert context.last_step is None
    assert [held.id for held in context.notes] == ["n"]


def test_numbers_count_within_the_year(office: Office) -> None:
    dana = office.add()
    office.sessions(dana, "C 4", "A 9")
    assert office.form(dana).number == 1  # a bare count is no round
    office.desk.cycles.save(office.form(dana, praise="x"))
    assert (office.form(dana).number, office.form(dana).session) == (2, 3)
    office.wait(days=300)
    assert (office.form(dana).number, office.form(dana).session) == (1, 1)


def test_a_draft_is_taken_up(office: Office) -> None:
    dana, cycles = office.add(), office.desk.cycles
    form = office.form(dana, praise="half a sen", due="+", ratings={"A1": "in_place"})
    kept = cycles.keep_draft(form, "due", closed=True)
    assert (kept.form, kept.place, kept.closed) == ("cycle", "due", True)
    opened = office.other_window().desk.cycles.open(dana)
    assert opened.form == form
    assert opened.draft is not None
    assert opened.draft.place == "due"
    assert office.desk.caseload.today().rows[0].draft
    cycles.discard_draft(dana)
    assert cycles.open(dana).draft is None


def test_a_draft_keeps_nothing_that_is_worked_out(office: Office) -> None:
    dana = office.add()
    form = office.form(dana, praise="x")
    office.desk.cycles.keep_draft(form, "praise", closed=False)
    office.sessions(dana, "C 4")
    assert office.desk.cycles.open(dana).form == form.but(session=2)


def test_the_visit_that_is_planned_stands_in_the_form(office: Office) -> None:
    dana, cycles = office.add(), office.desk.cycles
    cycles.save(office.form(dana, praise="x", when="10/20", next_visit="today 7:00"))
    assert office.form(dana).next_visit == ""  # that one is this meeting
    cycles.save(office.form(dana, praise="x", when="10/21", next_visit="11/25 9:15"))
    opened = cycles.open(dana)
    assert opened.form.next_visit == "Wed Nov 25 9:15"
    assert "next_visit" not in [field.name for field in blanks(opened.form, virtual=False)]
    for typed in (opened.form.next_visit, ""):
        assert cycles.is_untouched(opened.form.but(next_visit=typed), opened.context)
    assert not cycles.is_untouched(opened.form.but(next_visit="11/26"), opened.context)


def test_a_visit_far_off_stands_with_its_year(office: Office) -> None:
    dana = office.add()
    office.desk.cycles.save(office.form(dana, praise="x", next_visit="11/5/2028"))
    assert office.form(dana).next_visit == "Sun Nov 5 2028"
    again = office.desk.cycles.save(office.form(dana, praise="y")).visit
    assert again is not None
    assert (again.on, again.revision) == (date(2028, 11, 5), 1)


def test_an_answer_of_a_draft_is_dropped_where_another_step_is_open_now(office: Office) -> None:
    dana, cycles = office.add(), office.desk.cycles
    cycles.save(office.form(dana, step="A"))
    cycles.keep_draft(office.form(dana, answer="done", praise="x"), "praise", closed=True)
    assert cycles.open(dana).form.answer == "done"
    office.wait(minutes=1)
    draft = cycles.open(dana).draft
    later = cycles.save(office.form(dana, answer="", praise="", step="B")).todo
    assert draft is not None
    assert later is not None
    office.desk.drafts.write(draft)  # as the window that asked about A has it
    form = cycles.open(dana).form
    assert (form.carry_todo, form.answer, form.praise) == (later.id, "", "x")


@pytest.mark.parametrize(
    "fields",
    [
        {"praise": 7, "probes": None, "prepared": "task", "ratings": []},
        {"ratings": {"A1": 3}},
        {"coachee_id": "x", "track": "x", "number": 9, "session": 9, "carry_todo": "x"},
        {"__slots__": [], "__class__": "x", "model_fields": [], "unknown": "x", "": ""},
    ],
)
def test_what_does_not_fit_in_a_draft_is_left_out(office: Office, fields: dict[str, Any]) -> None:
    form = office.form(office.add())
    assert form.with_typed({**fields, "goal": "kept"}) == form.but(goal="kept")


def test_a_list_of_a_draft_keeps_its_texts(office: Office) -> None:
    form = office.form(office.add()).with_typed({"prepared": ["task", 3, None, "materials"]})
    assert form.prepared == ("task", "materials")


def test_what_review_asks_for(office: Office) -> None:
    form = office.form(office.add())
    names = {field.name for field in wanted(form, virtual=False)}
    assert not names & {"answer", "engagement"}
    asked = form.but(carry_todo="t")
    assert {f.name for f in wanted(asked, virtual=True)} - names == {"answer", "engagement"}
    assert [f.words for f in blanks(form, virtual=False)][:2] == ["Minutes", "Class"]


def test_how_far_a_step_is(office: Office) -> None:
    form = office.form(office.add())
    states = [step_state(form, step, virtual=False) for step in ("observe", "goal", "review")]
    assert states == ["part", "blank", "ok"]
    filled = form.but(cluster="A", gi="4", goal="x")
    assert step_state(filled, "goal", virtual=False) == "part"
    filled = filled.but(goal_practice="y", goal_indicator="z")
    assert step_state(filled, "goal", virtual=False) == "ok"


def test_nobody(office: Office) -> None:
    with pytest.raises(NotFound):
        office.desk.cycles.open("nobody")


def test_a_day_late_step_and_visit_are_at_hand(tmp_path: Any) -> None:
    office = cibola(tmp_path)
    context = office.desk.cycles.context(office.desk.caseload.find("Dana"))
    assert context.last_step is not None
    assert context.last_step.due == date(2026, 10, 29)
    assert context.planned[0].on == date(2026, 10, 29)

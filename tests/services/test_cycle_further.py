"""What a cycle may further hold: saved, kept in drafts, corrected, found; stance and level."""

import pytest

from coach_tui.domain.cycle import Cycle
from coach_tui.domain.cycle_form import blanks
from coach_tui.domain.typed_texts import typed_texts
from coach_tui.errors import Conflict, Refused
from coach_tui.services.summary import cycle_summary, person_summary
from tests.services.desks import Office

FURTHER = {
    "goal": "Slips by Friday",
    "goal_practice": "Wait after each question",
    "goal_indicator": "22 of 24 slips",
    "kinds": ("co_teach", "data", "unknown"),
    "challenge": "Slow start",
    "root_cause": "First task on slides only",
    "strategy": "Paper cards",
    "tool": "Card set",
    "plan": {"agenda": "5 min log", "roles": " "},
    "work": "implement",
    "stance": "transactional",
}


def held(office: Office) -> tuple[str, Cycle]:
    """A person with a round that has all of it."""
    dana = office.launched()
    office.desk.cycles.save(office.form(dana, cluster="C", gi="4", **FURTHER))
    (cycle,) = office.of(Cycle, dana)
    return dana, cycle


def test_all_of_it_is_on_the_disk_and_none_of_it_is_asked_for(office: Office) -> None:
    _, cycle = held(office)
    assert dict(cycle.goal) == {
        "text": "Slips by Friday",
        "practice": "Wait after each question",
        "indicator": "22 of 24 slips",
    }
    assert cycle.observation.kinds == ("data", "co_teach")
    assert tuple(dict(cycle.challenge).values()) == (
        "Slow start",
        "First task on slides only",
        "Paper cards",
        "Card set",
    )
    assert (cycle.plan, cycle.work) == ({"agenda": "5 min log"}, "implement")
    assert cycle.stance == "transactional"
    asked = {field.name for field in blanks(office.form(office.add("Vale, Tom")), virtual=True)}
    assert {"goal_practice", "goal_indicator"} <= asked
    assert not asked & (set(FURTHER) - {"goal", "goal_practice", "goal_indicator"})


def test_a_draft_brings_all_of_it_back(office: Office) -> None:
    dana = office.launched()
    form = office.form(dana, **FURTHER)
    office.desk.cycles.keep_draft(form, "", closed=True)
    back = office.desk.cycles.open(dana).form
    assert {name: getattr(back, name) for name in FURTHER} == FURTHER
    assert back.with_typed({"plan": {"agenda": 3}, "kinds": ["data", 3]}).kinds == ("data",)
    assert back.with_typed({"plan": {"agenda": 3}}).plan == FURTHER["plan"]


@pytest.mark.parametrize(("field", "typed"), [("stance", "boss"), ("work", "rest")])
def test_a_choice_that_there_is_none_of_bars_the_save(
    office: Office, field: str, typed: str
) -> None:
    form = office.form(office.launched(), goal="x", **{field: typed})
    with pytest.raises(Refused, match=f"'{typed}' is not a choice"):
        office.desk.cycles.save(form)


def test_a_plan_that_is_too_long_bars_the_save(office: Office) -> None:
    form = office.form(office.launched(), goal="x", plan={"agenda": "x" * 60_000})
    with pytest.raises(Refused, match="Shorten it"):
        office.desk.cycles.save(form)


def test_the_next_visit_before_the_launch_is_warned_of(office: Office) -> None:
    tom, dana = office.add("Vale, Tom"), office.launched()
    for person, warned in ((tom, True), (dana, False)):
        form = office.form(person, next_visit="+7")
        reading = office.desk.cycles.read(form, office.desk.cycles.context(person))
        assert any("hold it before the first visit" in told for told in reading.warnings) is warned


def test_the_texts_are_found_and_count_as_typed(office: Office) -> None:
    dana, cycle = held(office)
    typed = typed_texts(cycle)
    assert {"Wait after each question", "22 of 24 slips", "5 min log", "Card set"} <= typed
    assert not typed & {"transactional", "implement", "co_teach"}
    for words in ("wait after", "22 of 24", "slow start", "slides only", "paper cards"):
        found = office.desk.search.find(words)
        assert set(found.people) == {dana}, words


def test_copies_tell_the_goal_and_never_the_stance(office: Office) -> None:
    dana, _ = held(office)
    told = person_summary(office.desk.profile.of(dana))
    context = office.desk.cycles.context(dana)
    form = office.form(dana, **FURTHER)
    told += cycle_summary(form, office.desk.cycles.read(form, context), context)
    assert told.count("Change in teaching: Wait after each question") == 2
    assert told.count("Shown by: 22 of 24 slips") == 2
    assert "transactional" not in told
    assert "Slow start" not in told


def test_all_of_it_is_corrected_with_what_stood_there_kept(office: Office) -> None:
    _, cycle = held(office)
    office.wait(days=1)
    corrections = office.desk.corrections
    form = corrections.open("cycle", cycle.id)
    typed = {
        "goal_practice": "Ask one table at a time",
        "goal_indicator": "24 of 24 slips",
        "challenge": "",
        "kinds": "observe",
        "work": "sustain",
        "plan_agenda": "10 min sort",
        "plan_roles": "Dana keeps time",
        "reason": "talked again",
    }
    saved = corrections.save(form.with_typed(typed)).record
    assert isinstance(saved, Cycle)
    assert (saved.goal.practice, saved.goal.indicator) == (
        "Ask one table at a time",
        "24 of 24 slips",
    )
    assert saved.challenge.challenge == ""
    assert (saved.observation.kinds, saved.work) == (("observe",), "sustain")
    assert saved.plan == {"agenda": "10 min sort", "roles": "Dana keeps time"}
    told = " ".join(corrections.history(saved))
    assert 'change in teaching "Wait after each question" to "Ask one table at a time"' in told
    assert 'challenge "Slow start" taken out' in told
    assert "kind of visit data, co teach to observe" in told
    assert saved.stance == "transactional"


def test_a_stance_is_placed_moved_and_cleared(office: Office) -> None:
    dana = office.launched()
    office.desk.cycles.save(office.form(dana, cluster="C", gi="4", goal="x"))
    (cycle,) = office.of(Cycle, dana)
    stances = office.desk.stances
    placed = stances.place(stances.open(cycle.id), "technical")
    assert (placed.stance, placed.corrections) == ("technical", ())
    moved = stances.place(placed, "transformational")
    assert [c.was for c in moved.corrections] == ["technical"]
    assert office.desk.undo.undo().startswith("Undid: stance of session 1")
    cleared = stances.place(stances.open(cycle.id), "")
    assert cleared.stance is None
    assert stances.place(cleared, "") == cleared
    with pytest.raises(Conflict):
        stances.place(placed, "transactional")
    with pytest.raises(Refused):
        stances.place(cleared, "boss")


def test_a_bare_count_has_no_stance(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4")
    with pytest.raises(Refused, match="no meeting"):
        office.desk.stances.open(office.stored(dana, 1).id)


def test_the_level_of_the_system(office: Office) -> None:
    tom, ann = office.add("Vale, Tom", level="district"), office.add("Vale, Ann")
    people, profile = office.desk.people, office.desk.profile
    assert (people.get(tom).level, people.get(ann).level) == ("district", "")
    assert (people.form(tom).level, people.form(ann).level) == ("district", "classroom")
    assert profile.level_words(people.get(tom)) == "District level"
    assert profile.level_words(people.get(ann)) == ""
    assert profile.level_words(people.get(ann).but(level="gone")) == "gone level"


def test_the_step_of_the_service_cycle_is_named(office: Office) -> None:
    dana, _ = held(office)
    profile = office.desk.profile
    assert profile.step_name(profile.of(dana)) == "Supporting the Work"
    assert profile.step_name(profile.of(office.add("Vale, Tom"))) == "Setting the Foundation"

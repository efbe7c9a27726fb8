"""A cycle form read: a sentence for each fault, a word on what is worth a look."""

from datetime import date, time

import pytest

from coach_tui.errors import Refused
from coach_tui.services.cycle_reading import Reading
from coach_tui.text import BLOCK_LIMIT, LINE_LIMIT
from tests.services.desks import Office


def read(office: Office, person: str, **fields: object) -> Reading:
    context = office.desk.cycles.context(person)
    return office.desk.cycles.read(office.form(person, **fields), context)


def test_every_value(office: Office) -> None:
    reading = read(
        office,
        office.add(),
        when="10/28",
        at="8:40",
        minutes="22",
        gi="5",
        coach_gi="4",
        due="thu",
        next_visit="+7 10:30",
    )
    assert reading.problems == []
    assert (reading.held_on, reading.at) == (date(2026, 10, 28), time(8, 40))
    assert (reading.minutes, reading.total, reading.coach_total) == (22, 5, 4)
    assert reading.due == date(2026, 11, 5)
    assert (reading.next_visit, reading.next_visit_at) == (date(2026, 11, 5), time(10, 30))


def test_blanks_are_none_and_listed(office: Office) -> None:
    reading = read(office, office.add(), when="", at="")
    assert (reading.held_on, reading.at) == (date(2026, 10, 29), None)
    assert (reading.minutes, reading.total, reading.due) == (None, None, None)
    assert [field.name for field in reading.blanks][:2] == ["when", "minutes"]
    assert reading.problems == []


def test_a_weekday_is_the_latest_one_for_the_day_of_the_visit(office: Office) -> None:
    dana = office.add()
    days = [read(office, dana, when=typed).held_on.day for typed in ("thu", "wed", "fri", "-2")]
    assert days == [29, 28, 23, 27]
    assert read(office, dana, due="thu").due == date(2026, 11, 5)


def test_a_cycle_past_the_highest_session_is_refused(office: Office) -> None:
    dana = office.add()
    office.desk.growth.record(dana, 999, "90")
    told = "There is no session 1000; the highest is 999."
    assert read(office, dana, cluster="C", override="x").problem("cluster") == told
    assert read(office, dana, gi="91").problem("gi") == told
    assert read(office, dana, praise="x").problems == []  # it takes no number
    with pytest.raises(Refused, match="the highest is 999"):
        office.desk.cycles.save(office.form(dana, gi="91"))


FAULTS = [
    ("when", "+1", "observe", "Fri Oct 30 2026 is still to come"),
    ("when", "soonish", "observe", "not a date"),
    ("at", "25:00", "observe", "not a time"),
    ("minutes", "x", "observe", "not a number of minutes"),
    ("minutes", "1441", "observe", "not a number of minutes"),
    ("minutes", "٣", "observe", "not a number of minutes"),
    ("mode", "telepathy", "observe", "not a choice"),
    ("lesson", "x" * 501, "observe", "501 characters; the most is 500"),
    ("answer", "perhaps", "feedback", "done, partly, not_yet, dropped"),
    ("praise", "x" * 20_001, "feedback", "20,001 characters"),
    ("gi", "five", "goal", "not a GI total"),
    ("coach_gi", "five", "goal", "not a GI total"),
    ("cluster", "Z", "goal", "no cluster"),
    ("override", "x" * 501, "goal", "501 characters"),
    ("gi_reason", "x" * 501, "goal", "501 characters"),
    ("own_words", "x" * 20_001, "goal", "20,001 characters"),
    ("practice", "often", "action", "not a choice"),
    ("owner", "nobody", "action", "not a choice"),
    ("due", "13/45", "action", "not a date"),
    ("next_visit", "thu 99:00", "action", "not a"),
    ("next_visit", "10:30", "action", "a time but no day"),
    ("step_lesson", "x" * 501, "action", "501 characters"),
    ("coach_part", "x" * 501, "action", "501 characters"),
]


@pytest.mark.parametrize(("field", "typed", "step", "told"), FAULTS)
def test_each_fault_names_its_field_and_step(
    office: Office, field: str, typed: str, step: str, told: str
) -> None:
    (problem,) = (reading := read(office, office.add(), **{field: typed})).problems
    assert (problem.field, problem.step) == (field, step)
    assert told in problem.sentence
    assert reading.problem(field) == problem.sentence
    assert reading.problem("goal") == ""


def test_all_faults_at_once_come_in_the_order_of_the_steps(office: Office) -> None:
    typed = {field: text for field, text, _, _ in FAULTS}  # the last one of each field
    steps = [problem.step for problem in read(office, office.add(), **typed).problems]
    assert len(steps) == len(typed)
    assert steps == sorted(steps, key=["observe", "feedback", "goal", "action"].index)


def test_a_rating_is_one_of_three(office: Office) -> None:
    dana = office.add()
    good = read(office, dana, cluster="A", ratings={"A1": "under_way", "B1": "odd"})
    assert good.problems == []
    (problem,) = read(office, dana, cluster="A", ratings={"A1": "odd"}).problems
    assert (problem.field, problem.step) == ("ratings", "goal")


def test_lengths_are_those_of_what_is_stored(office: Office) -> None:
    dana = office.add()
    tabs = read(office, dana, praise="x" + "\t" * (BLOCK_LIMIT // 4) + "x")
    assert "20,002 characters" in tabs.problem("praise")
    assert read(office, dana, lesson="x" + " " * LINE_LIMIT).problems == []
    longer = "\u0958" * LINE_LIMIT  # stored as two letters each
    assert "1,000 characters" in read(office, dana, lesson=longer).problem("lesson")


def test_a_lower_total_asks_for_a_reason(office: Office) -> None:
    dana = office.add()
    office.sessions(dana, "C 9")
    (problem,) = read(office, dana, gi="8").problems
    assert (problem.field, problem.step) == ("gi_reason", "goal")
    assert "lower than the 9 of session 1" in problem.sentence
    assert read(office, dana, gi="8", gi_reason="assessed anew").problems == []
    assert read(office, dana, gi="+3", coach_gi="+2").total == 12
    assert read(office, dana, gi="+3", coach_gi="+2").coach_total == 11


def test_a_cluster_out_of_order_asks_for_a_reason(office: Office) -> None:
    dana = office.add()
    office.sessions(dana, "C 4")
    for key in ("C", "E"):
        (problem,) = read(office, dana, cluster=key).problems
        assert (problem.field, problem.step) == ("override", "goal")
        assert read(office, dana, cluster=key, override="new class").problems == []


def test_a_later_repeat_is_a_warning(office: Office) -> None:
    dana = office.add()
    office.sessions(dana, "C 4", "A 9", "D 14", "B 19", "E 23")
    reading = read(office, dana, cluster="E")
    assert reading.warnings == ["Cluster E was also the focus of session 5."]
    assert reading.problems == []


@pytest.mark.parametrize(("minutes", "told"), [("14", 1), ("15", 0), ("30", 0), ("31", 1)])
def test_the_length_of_a_visit_is_noted_not_barred(office: Office, minutes: str, told: int) -> None:
    reading = read(office, office.add(), minutes=minutes)
    assert len(reading.warnings) == told
    assert all("15 to 30 are planned for" in warning for warning in reading.warnings)
    assert reading.problems == []


def test_days_in_an_odd_order_are_noted(office: Office) -> None:
    reading = read(office, office.launched(), when="today", due="-1", next_visit="-2")
    assert reading.warnings == [
        "The due date is before the visit.",
        "The next visit is before the visit.",
    ]
    no_launch = read(office, office.add("X, Y"), due="+0", next_visit="+0").warnings
    assert no_launch == ["No launch is recorded for 2026-27; hold it before the first visit."]


def test_a_virtual_meeting_asks_for_engagement_data(office: Office) -> None:
    dana = office.add()
    names = {
        mode: {f.name for f in read(office, dana, mode=mode).blanks}
        for mode in (
            "in_person",
            "live_group",
        )
    }
    assert names["live_group"] - names["in_person"] == {"engagement"}

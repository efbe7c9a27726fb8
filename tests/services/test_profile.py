"""One person at a glance."""

from datetime import date, time

import pytest

from coach_tui.domain.visit import Visit
from coach_tui.errors import NotFound
from tests.services.desks import Office


def test_a_person_without_any_record(office: Office) -> None:
    profile = office.desk.profile.of(office.add())
    assert (profile.track.points, profile.cycles, profile.todos) == ((), (), ())
    assert (profile.launch, profile.next_visit, profile.note, profile.draft) == (None,) * 4
    assert profile.last_cycle is None
    assert profile.standing(profile.track.last) is None
    assert profile.cluster(profile.track.last) is None
    assert profile.cycle_of(profile.track.last) is None


def test_a_session_with_its_band_its_cluster_and_its_record(office: Office) -> None:
    dana = office.add()
    office.sessions(dana, "C 4")
    saved = office.desk.cycles.save(office.form(dana, cluster="A")).cycle
    profile = office.desk.profile.of(dana)
    first, second = profile.track.points
    standing = profile.standing(first)
    assert standing is not None
    assert standing.word == "Approaching"
    assert profile.standing(second) is None
    cluster = profile.cluster(second)
    assert cluster is not None
    assert cluster.id == "A"
    assert (profile.cycle_of(second), profile.last_cycle) == (saved, saved)
    counted = profile.cycle_of(first)
    assert counted is not None
    assert counted.origin == "count"


def test_open_to_dos_come_by_due_date(office: Office) -> None:
    dana = office.add()
    for step, due in (("none", ""), ("late", "11/9"), ("soon", "11/2"), ("gone", "10/30")):
        office.desk.cycles.save(office.form(dana, step=step, due=due))
        office.wait(minutes=1)
    office.desk.cycles.save(office.form(dana, answer="done", praise="x"))
    assert [todo.text for todo in office.desk.profile.of(dana).todos] == ["soon", "late", "none"]


def test_the_next_visit_is_the_earliest_of_its_day(office: Office) -> None:
    dana = office.add()
    now = office.clock.now()
    days = {"a": (5, None), "b": (5, time(10, 30)), "c": (5, time(8, 40)), "d": (6, time(7, 0))}
    office.desk.store.save(
        [
            Visit(
                id=key,
                created_at=now,
                updated_at=now,
                coachee_id=dana,
                on=date(2026, 11, day),
                at=at,
            )
            for key, (day, at) in days.items()
        ]
    )
    visit = office.desk.profile.of(dana).next_visit
    assert visit is not None
    assert visit.id == "c"


def test_the_draft_and_the_newest_note(office: Office) -> None:
    dana = office.launched()
    for text in ("first", "second"):
        office.desk.cycles.save(office.form(dana, notes=text))
        office.wait(minutes=1)
    office.desk.cycles.keep_draft(office.form(dana, goal="x"), "goal", closed=True)
    profile = office.desk.profile.of(dana)
    assert profile.note is not None
    assert profile.note.lines[0].text == "second"
    assert profile.draft is not None
    assert profile.draft.fields["goal"] == "x"
    assert profile.launch is not None


def test_the_launch_in_words(office: Office) -> None:
    blank = office.desk.profile.of(office.add())
    planned = office.desk.profile.of(office.add("Teague, Marcus", launched="11/18"))
    held = office.desk.profile.of(office.add("Raman, Priya", launched="today"))
    agreed = office.desk.profile.of(office.add("Haddad, Noor", order="cadb"))
    words = [profile.launch_words for profile in (blank, planned, held, agreed)]
    none = "none recorded for 2026-27"
    assert words == [none, "planned for Wed Nov 18", "held Thu Oct 29", none]
    assert [p.launch_held for p in (blank, planned, held, agreed)] == [False, False, True, False]
    assert [bool(p.launch_warning) for p in (blank, planned, held, agreed)] == [
        True,
        True,
        False,
        True,
    ]


def test_the_coachs_own_count_stands_beside_the_total(office: Office) -> None:
    dana = office.add()
    office.sessions(dana, "C 4")
    office.desk.cycles.save(office.form(dana, gi="9", coach_gi="7", notes="x"))
    profile = office.desk.profile.of(dana)
    assert [profile.coach_total(point) for point in profile.track.points] == [None, 7]
    assert (profile.coach_total(None), profile.notes) == (None, 1)


def test_a_new_school_year_starts_empty(office: Office) -> None:
    dana = office.launched()
    office.sessions(dana, "C 4")
    office.wait(days=300)
    profile = office.desk.profile.of(dana)
    assert (profile.track.year, profile.cycles, profile.launch) == ("2027-28", (), None)


def test_nobody(office: Office) -> None:
    with pytest.raises(NotFound):
        office.desk.profile.of("nobody")

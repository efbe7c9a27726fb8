"""A coach looks back on a term in Cibola Wells: the numbers of the acceptance journey."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from coach_tui.domain.cycle import Cycle
from coach_tui.ids import new_id
from coach_tui.services.outputs import OutputForm
from tests.services.desks import NOW, Office, cibola
from tests.services.test_evidence import SPRING, met, save, say


def of_spring(office: Office) -> list[Cycle]:
    """The sessions of Cibola Wells from January to March: ten people monthly, two less often."""
    people = sorted(person.id for person in office.desk.store.people())
    days = [(1, 14), (2, 11), (3, 10)]
    held = []
    for at, person in enumerate(people):
        before = len(office.of(Cycle, person))
        for step, (month, number) in enumerate(days if at < 10 else days[::2]):
            on = date(2027, month, number + at)
            later = met(person, 0, before + step + 1)
            held.append(later.but(held_on=on, id=new_id(datetime.combine(on, NOW.timetz()))))
    return held


def test_the_coach_looks_back_on_a_spring_in_cibola_wells(tmp_path: Path) -> None:
    """Follow-ups sent 31 of 34, monthly contact met for 10 of 12 (CC-30, CC-31)."""
    week = cibola(tmp_path)
    held = of_spring(week)
    save(week, *held)
    week.clock.moment = datetime(2027, 3, 31, 15, 0, tzinfo=UTC)
    for cycle in held[:-3]:
        form = week.desk.outputs.open(cycle.coachee_id, "follow_up", cycle.id)
        day = f"{cycle.held_on + timedelta(days=1)}"
        week.desk.outputs.save(form, OutputForm(day, form.form.which))
    sent, met_ = say(week, "follow_ups", SPRING), say(week, "cadence", SPRING)
    assert (sent.count, sent.of) == (31, 34)
    assert sent.told == "follow-ups sent after 31 of 34 meetings"
    assert (met_.count, met_.of, met_.suggests) == (10, 12, 2)
    assert met_.told == "met monthly with 10 of 12 people, every two months with 2"
    assert (met_.first, met_.last) == (date(2027, 1, 1), date(2027, 3, 31))
    assert [one.counts for one in sent.behind].count(False) == 3


def test_the_fall_in_cibola_wells(tmp_path: Path) -> None:
    found = say(cibola(tmp_path), "cadence")
    assert (found.count, found.of, found.suggests) == (10, 10, 3)
    assert found.told.endswith("; 1 too new to tell; 1 not begun")  # Teague; Vasquez-Hale

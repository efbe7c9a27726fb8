"""The coach's own standards: placed, worded, counted, told (DLP-0 to DLP-4B, CC-9)."""

from pathlib import Path

import pytest

from coach_tui.domain.growth_entry import GrowthEntry
from coach_tui.domain.standard_review import StandardReview
from coach_tui.domain.term import term_before
from coach_tui.errors import Conflict, Refused
from coach_tui.services.own_review import review_text
from coach_tui.services.standards import Point, StandardsService, WordsForm
from tests.services.desks import Office

TERM = "2026-27/1"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office.at(tmp_path)


def point(service: StandardsService, part: str = "1D.1", term: str = TERM) -> Point:
    return next(p for p in service.review(term).points if p.part.id == part)


def test_the_term_of_today_with_nothing_looked_at(office: Office) -> None:
    review = office.desk.standards.review()
    assert review.term == TERM
    assert (review.looked_at, len(review.points), len(review.not_yet)) == (0, 23, 23)
    assert review.rights == ""


def test_a_reading_is_placed_changed_and_taken_back(office: Office) -> None:
    service = office.desk.standards
    service.place(point(service), TERM, "at_times")
    placed = point(service)
    assert placed.reading == "at_times"
    assert placed.review is not None
    assert placed.review.framework == office.desk.shelf.standards().pin
    service.place(placed, TERM, "regular")
    service.place(point(service), TERM, "")
    assert point(service).reading == ""
    assert len(office.desk.store.every(StandardReview)) == 1
    with pytest.raises(Refused, match="no reading"):
        service.place(point(service, "1A"), TERM, "")


def test_terms_are_told_against_the_one_before(office: Office) -> None:
    service, before = office.desk.standards, term_before(TERM)
    service.place(point(service, term=before), before, "not_yet")
    service.place(point(service), TERM, "regular")
    now = point(service)
    assert (now.before, now.change) == ("not_yet", 2)
    assert now.past == ((before, "not_yet"),)
    assert point(service, term=before).change is None
    assert service.review(TERM).not_yet[:4] == ("1A", "1B", "1C", "1D.2")


def test_two_windows_place_one_part(office: Office) -> None:
    here, there = office.desk.standards, office.other_window().desk.standards
    mine, theirs = point(here), point(there)
    there.place(theirs, TERM, "at_times")
    with pytest.raises(Conflict, match=r"1D\.1 was changed elsewhere"):
        here.place(mine, TERM, "regular")
    here.place(point(here), TERM, "regular")
    assert point(there).reading == "regular"


def test_words_are_typed_kept_and_saved(office: Office) -> None:
    service = office.desk.standards
    opened = service.open_words("3D.1", TERM)
    service.keep_draft(opened, WordsForm("Tuesdays for"), "text:0:12", closed=True)
    again = service.open_words("3D.1", TERM)
    assert again.form.text == "Tuesdays for"
    service.save_words(again, WordsForm("Tuesdays for the far building"))
    assert point(service, "3D.1").words == "Tuesdays for the far building"
    assert office.desk.drafts.read(again.key) is None
    assert service.save_words(service.open_words("1A", TERM), WordsForm()) is None


def test_stale_words_are_refused_and_kept(office: Office) -> None:
    service = office.desk.standards
    opened = service.open_words("3D.1", TERM)
    service.place(point(service, "3D.1"), TERM, "regular")
    with pytest.raises(Conflict):
        service.save_words(opened, WordsForm("Tuesdays"))


def test_undo_takes_a_reading_back_and_makes_it_again(office: Office) -> None:
    service, undo = office.desk.standards, office.desk.undo
    service.place(point(service), TERM, "at_times")
    assert undo.undo() == "Undid: 1D.1 now and then, Fall 2026."
    assert point(service).review is None
    assert undo.redo() == "Made again: 1D.1 now and then, Fall 2026."
    undo.undo()
    office.other_window().desk.standards.place(point(service), TERM, "regular")
    with pytest.raises(Refused, match="something else stands there"):
        undo.redo()


def test_what_the_standards_no_longer_have_is_kept_and_told(office: Office) -> None:
    service = office.desk.standards
    saved = service.place(point(service), TERM, "at_times")
    office.desk.store.save([saved.but(part="7Z", words="kept")])
    stray = service.review(TERM).points[-1]
    assert (stray.part.id, stray.reading, stray.standard) == ("7Z", "at_times", None)
    assert service.review(TERM).looked_at == 0
    with pytest.raises(Refused, match="stays as it is"):
        service.place(stray, TERM, "regular")
    with pytest.raises(Refused, match="stays as it is"):
        service.open_words("7Z", TERM)


def test_own_words_of_a_file_of_ones_own_are_told_with_its_rights(tmp_path: Path) -> None:
    office = Office.at(tmp_path)
    shipped = office.desk.shelf.folders[0] / "coach_standards.toml"
    mine = tmp_path / "frameworks"
    mine.mkdir()
    text = shipped.read_text("utf-8").replace('rights = "', 'rights = "Licensed to Cibola. ')
    (mine / "coach_standards.toml").write_text(text, "utf-8")
    office.desk.shelf = type(office.desk.shelf)((*office.desk.shelf.folders, mine))
    review = office.desk.standards.review()
    assert review.rights.startswith("Licensed to Cibola.")
    assert "Licensed to Cibola." in review_text(review, office.desk.standards.log, ())


def log(office: Office, kind: str, **typed: str) -> GrowthEntry:
    service = office.desk.standards.log
    opened = service.open(kind)
    fields = {**opened.form.typed(), **typed}
    return service.save(opened, type(opened.form)(**fields))


def test_the_time_of_a_term_needs_no_second_entry(office: Office) -> None:
    person = office.launched()
    office.desk.contacts.record(person, "sent the file, 5 min")
    form = office.form(person, minutes="20", praise="Named two strategies.")
    office.desk.cycles.save(form)
    log(office, "pd", text="A webinar", minutes="60")
    log(office, "work", text="Lunch", work="duties", minutes="15")
    time = office.desk.standards.review().time
    assert {kind.key: kind.minutes for kind in time.kinds} == {
        "visits": 20,
        "contacts": 5,
        "pd": 60,
        "work duties": 15,
    }
    assert time.coaching_words == "coaching 25 of 100 minutes, 25%"
    assert office.desk.standards.time(term_before(TERM)).kinds == ()


def test_patterns_are_tags_counted_by_term(office: Office) -> None:
    log(office, "pd", text="A webinar", standards="4A, 1B")
    log(office, "pd", text="A book", standards="4A")
    log(office, "pd", text="Last spring", standards="2C", on="3/2/2026")
    assert office.desk.standards.tag_counts(TERM) == (("4A", 2), ("1B", 1))


def test_the_copied_review_names_nobody(office: Office) -> None:
    person = office.add("Okafor, Dana")
    service = office.desk.standards
    service.place(point(service), TERM, "at_times")
    opened = service.open_words("1D.1", TERM)
    service.save_words(opened, WordsForm("Dana asked for it\n# Okafor was late"))
    log(office, "goal", text="A talk before each visit with Dana", steps="Ask Okafor, Dana")
    log(office, "pd", text="Told by Ms. Okafor")
    log(office, "story", text="Dana's class sorts its own slips", about="Okafor")
    office.desk.consents.give(person)
    log(office, "story", text="The slips of Dana's class", about="Okafor", shared="yes")
    text = review_text(service.review(), service.log, office.desk.store.people())
    assert "Dana" not in text
    assert "Okafor" not in text
    assert "a teacher asked for it" in text
    assert "was late" not in text
    assert "sorts its own slips" not in text
    assert "The slips of a teacher's class" in text
    assert "[ ] Ask a teacher" in text

"""Screens where a coach's own timeline is in force: whose words they are, and what it lacks."""

import json

import pytest

from screens.cycle.assess import SelfAssessmentBox
from tests.cli.conftest import run_command
from tests.screens.kit import Coach, Files, opened

OWN = (
    ('version = "1"', 'version = "district-2"'),
    ('rights = "The', 'rights = "Cibola Wells ISD, for staff only. The'),
)
RIGHTS = "Cibola Wells ISD, for staff only."


async def words_of(coach: Coach, *keys: str) -> str:
    """What is drawn after some keys."""
    await coach.press(*keys)
    return coach.words()


@pytest.fixture
def own(filled: Files) -> Files:
    """A caseload with a timeline of the coach's own."""
    filled.own("e2l_timeline", *OWN)
    return filled


async def test_whose_the_words_are_stands_where_they_are_quoted(own: Files) -> None:
    async with opened(own.desk(), (120, 40)) as coach:
        await coach.press("j", "j")
        await coach.until(lambda: RIGHTS[:20] in coach.words())
        assert RIGHTS[:20] in await words_of(coach, "P")
        assert RIGHTS in await words_of(coach, "q", "?", "tab", "G")
        assert f"Framework: {RIGHTS}" in await words_of(coach, "q", "y")
        assert RIGHTS[:20] in await words_of(coach, "q", "enter")
        assert RIGHTS in await words_of(coach, "c", "escape", "3")


async def test_the_self_assessment_says_whose_the_look_fors_are(own: Files) -> None:
    async with opened(own.desk()) as coach:
        await coach.press("j", "j", "c", "escape", "3", "enter")
        await coach.write("c")
        await coach.press("escape", "a")
        coach.screen(SelfAssessmentBox)
        assert RIGHTS in coach.words()


async def test_ours_says_nothing_of_the_kind(filled: Files) -> None:
    async with opened(filled.desk(), (120, 40)) as coach:
        await coach.press("j", "j", "P")
        assert "Framework" not in coach.words()
        await coach.press("y")
        assert "Framework" not in coach.words()


async def test_a_copy_names_clusters_and_quotes_no_look_for(own: Files) -> None:
    from coach_tui.services.summary import person_summary

    desk = own.desk()
    text = person_summary(desk.profile.of(own.id_of("Okafor")), RIGHTS)
    assert "cluster D Culture, environment, ethics" in text
    for cluster in desk.shelf.timeline().clusters:
        assert not any(look.text in text for look in cluster.look_fors)


async def test_a_cluster_that_the_file_lacks_is_told_by_its_id(filled: Files) -> None:
    text = (('id = "D"\n', 'id = "Z"\n'),)
    filled.own("e2l_timeline", *OWN, *text)
    told = "not in this framework"
    async with opened(filled.desk(), (120, 40)) as coach:
        await coach.press("j", "j")
        await coach.until(lambda: "Okafor, Dana" in coach.words() and told in coach.words())
        assert f"D ({told})" in await words_of(coach, "enter")
        assert f"Cluster D ({told})" in await words_of(coach, "right_square_bracket")
        assert told in await words_of(coach, "P")
        assert f"cluster D ({told})" in await words_of(coach, "y")
    profile = filled.desk().profile.of(filled.id_of("Okafor"))
    assert profile.cluster_words(profile.track.last) == f"D ({told})"


async def test_bands_of_another_version_are_told(own: Files) -> None:
    async with opened(own.desk(), (120, 40)) as coach:
        await coach.press("j", "j", "enter", "h")
        assert "recorded under bands version 1" in coach.words()


def test_show_tells_whose_the_words_are(own: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach_tui.locations.config_folder", lambda: own.folder)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    ran = run_command("--db", str(own.file), "show", "okafor")
    assert ran.status == 0
    assert f"Framework: {RIGHTS}" in ran.out
    told = json.loads(run_command("--db", str(own.file), "show", "okafor", "--json").out)
    assert told["framework_rights"].startswith(RIGHTS)
    (own.folder / "frameworks" / "own.toml").unlink()
    assert "Framework" not in run_command("--db", str(own.file), "show", "okafor").out
    told = json.loads(run_command("--db", str(own.file), "show", "okafor", "--json").out)
    assert told["framework_rights"] is None

"""The settings file: what it can say, and the sentences for one that cannot be used."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from coach_tui import locations
from coach_tui.cli.config import SAMPLE
from coach_tui.cli.wiring import Place, desk_at
from coach_tui.clock import FrozenClock
from coach_tui.commands.keymap import keymap_in_force
from coach_tui.config import Settings, read_settings, setting_names, settings_in_force
from coach_tui.domain.holidays import Holidays, holidays_in, read_holidays
from coach_tui.errors import BadSettings
from coach_tui.services.person_form import PersonForm
from coach_tui.toml_file import read_toml
from tests.storage.made import run_python

JARGON = ("pydantic", "http", "validation error", "type=", "input_value", "Value error", "ctx")


def written(folder: Path, text: str | bytes) -> Path:
    """A settings file."""
    path = folder / "config.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def problems(path: Path) -> tuple[str, ...]:
    """What is wrong with a file."""
    with pytest.raises(BadSettings) as caught:
        read_settings(path)
    message = str(caught.value)
    assert message.startswith("The settings file config.toml cannot be used. ")
    assert message.isprintable()
    for told in caught.value.problems:
        assert told.isprintable()
        assert told.endswith(".")
        assert not any(word in told for word in JARGON)
    return caught.value.problems


def test_no_file_and_an_empty_one_mean_the_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml") == Settings()
    assert read_settings(written(tmp_path, "# nothing yet\n")) == Settings()
    assert settings_in_force(None) == (Settings(), "")
    assert Settings().notes.prompts


def test_prompts_are_switched_off(tmp_path: Path) -> None:
    assert not read_settings(written(tmp_path, "[notes]\nprompts = false\n")).notes.prompts
    assert read_settings(written(tmp_path, "notes.prompts = true\n")).notes.prompts


def test_a_file_that_begins_with_a_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xef\xbb\xbf[notes]\nprompts = false\n")
    assert not read_settings(path).notes.prompts


def test_settings_are_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Settings().notes.prompts = False  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "[notes]\npromts = false",
            "notes.promts: is not a setting; the nearest is notes.prompts.",
        ),
        ("prompts = false", "prompts: is not a setting; the nearest is notes.prompts."),
        ("[note]\nprompts = false", "note: is not a setting; the nearest is notes."),
        ("foo = 1", "foo: is not a setting."),
        ("[screen]\nbell = true", "screen.bell: is not a setting."),
        ("[notes.prompts]\non = true", "notes.prompts: is neither true nor false."),
        ("notes = 3", "notes: is not a table of fields."),
        (
            '[screen]\ncolors = "red"',
            "screen.colors: is not one of 'auto', 'truecolor', '256', '16' or 'none'.",
        ),
        ("[visits]\nideal_days = 0", "visits.ideal_days: is below 1."),
        ("[visits]\nmax_days = 21.5", "visits.max_days: '21.5' is not a whole number."),
        ("[visits]\nmax_days = true", "visits.max_days: 'True' is not a whole number."),
        ("[visits]\nideal_days = 30", "visits: max_days (21) is below ideal_days (30)."),
        (
            "[calendar]\nholiday = []",
            "calendar.holiday: is not a setting; the nearest is calendar.holidays.",
        ),
        ("notes = [true]", "notes: is not a table of fields."),
    ]
    + [
        (f"[notes]\nprompts = {value}", "notes.prompts: is neither true nor false.")
        for value in ("1", "0.0", "nan", "inf", '"false"', "[]", "{ a = 1 }", "2025-03-11")
    ],
)
def test_what_is_no_setting_is_told(tmp_path: Path, text: str, told: str) -> None:
    assert problems(written(tmp_path, text)) == (told,)


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, 'color = "red"\n[notes]\nprompts = 7\nprompt = true\n')
    assert len(problems(path)) == 3
    told = "config.toml: 3 problems; see coach-tui config."
    assert settings_in_force(path) == (Settings(), told)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xfe", "The file is not UTF-8 text; byte 1 does not fit."),
        (b"notes = = 1", "The file is not TOML: "),
        (b"[notes]\nprompts = true\nprompts = false", "The file is not TOML: "),
        (b"a = " + b"[" * 100_000, "The file is not TOML that can be read: its lists go too deep."),
        (b"a = " + b"9" * 5000, "The file is not TOML: "),
        (b"[notes]\nprompts = \x1b[2J", "The file is not TOML: "),
        (b'"\\u202e\\u001b[2J" = 1', "?"),
        ('"x\u0301\u202e" = 1'.encode(), "x\u0301?"),
        (b'"" = 1', ": is not a setting."),
        (b'"' + b"k" * 100_000 + b'" = 1', "k" * 40 + ": is not a setting."),
        (b"notes.prompts" + b".a" * 3000 + b" = 1", "notes.prompts: is neither true nor false."),
        (b"a" + b".a" * 3000 + b" = 1", "a: is not a setting."),
    ],
    ids=range(12),
)
def test_hostile_files_are_told_too(tmp_path: Path, content: bytes, told: str) -> None:
    (problem,) = problems(written(tmp_path, content))
    assert problem.startswith(told)


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "config.toml").mkdir()
    assert problems(tmp_path / "config.toml") == ("The file cannot be read: it is a folder.",)


def accepted(values: dict[str, object]) -> bool:
    """Whether a group of settings passes."""
    try:
        Settings.model_validate({"notes": values})
    except ValidationError:
        return False
    return True


@given(st.dictionaries(st.text(max_size=9) | st.just("prompts"), st.booleans() | st.floats()))
def test_only_what_can_be_set_is_accepted(values: dict[str, object]) -> None:
    sound = all(key == "prompts" and isinstance(value, bool) for key, value in values.items())
    assert accepted(values) is sound


def test_a_file_that_cannot_be_used_leaves_the_desk_its_defaults(clock: FrozenClock) -> None:
    path = locations.config_file()
    path.parent.mkdir(parents=True)
    written(path.parent, "[notes]\nprompts = 0\n")
    place = Place.of(path.with_name("caseload.json"))
    desk = desk_at(place, clock)
    assert desk.settings == Settings()
    assert desk.settings_trouble == "config.toml: 1 problem; see coach-tui config."
    assert desk_at(place, clock, demo=True).settings_trouble == desk.settings_trouble


def test_the_desk_follows_the_file(clock: FrozenClock) -> None:
    path = locations.config_file()
    path.parent.mkdir(parents=True)
    place = Place.of(path.with_name("caseload.json"))
    assert desk_at(place, clock).prompts.prompt("S3 engaged") is not None
    written(path.parent, "[notes]\nprompts = false\n")
    assert desk_at(place, clock).settings_trouble == ""
    assert desk_at(place, clock).prompts.prompt("S3 engaged") is None
    assert desk_at(place, clock, demo=True).prompts.prompt("S3 engaged") is None


def test_holidays_are_days_and_spans(tmp_path: Path) -> None:
    text = '[calendar]\nholidays = [2025-04-18, "2025-03-17..2025-03-21"]\n'
    days = read_settings(written(tmp_path, text)).calendar.holidays
    assert days == ("2025-04-18", "2025-03-17..2025-03-21")
    (told,) = problems(written(tmp_path, '[calendar]\nholidays = ["spring"]\n'))
    assert told.startswith("calendar.holidays: 'spring' is no holiday; write a day as ")


def test_holidays_are_counted_before_the_first_paint_and_load_no_models() -> None:
    path = locations.config_file()
    path.parent.mkdir(parents=True)
    written(path.parent, '[calendar]\nholidays = ["2025-03-10"]\n')
    file = path.with_name("caseload.json")
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from coach_tui.cli.wiring import Place, desk_at\n"
        "from coach_tui.clock import SystemClock\n"
        "desk = desk_at(Place.of(Path(sys.argv[1])), SystemClock())\n"
        "desk.caseload.today()\n"
        "print(*desk._holidays().days, 'pydantic' in sys.modules)\n"
        "print(len(desk.settings.calendar.holidays), 'pydantic' in sys.modules)"
    )
    output, _ = run_python(code, file).communicate(timeout=20)
    assert output == "2025-03-10 False\n1 True\n"


@pytest.mark.parametrize(
    "group",
    [
        "holidays = []",
        "holidays = [2025-04-18]",
        'holidays = [2025-04-18, "2025-03-17..2025-03-21", " 2025-05-01 .. 2025-05-02 "]',
        'holidays = ["2025-04-18", "spring"]',
        'holidays = ["2025-03-21..2025-03-17"]',
        'holidays = ["2025-04-18", 7]',
        "holidays = [2025-04-18T10:00:00]",
        'holidays = "2025-04-18"',
        "holidays = true",
    ],
)
def test_holidays_are_the_same_unchecked_and_checked(tmp_path: Path, group: str) -> None:
    path = written(tmp_path, f"[calendar]\n{group}\n")
    settings, _ = settings_in_force(path)
    checked = read_holidays(settings.calendar.holidays)
    assert holidays_in(read_toml(path)["calendar"]) == checked


def test_holidays_hold_whatever_else_is_wrong_in_the_file(clock: FrozenClock) -> None:
    path = locations.config_file()
    path.parent.mkdir(parents=True)
    written(path.parent, "calendar = 3\n")
    desk = desk_at(Place.of(path.with_name("caseload.json")), clock)
    assert desk._holidays() == Holidays()
    assert desk.settings_trouble.startswith("config.toml: 1 problem")
    written(path.parent, '[calendar]\nholidays = ["2025-03-10"]\n[screen]\nmouse = 3\n')
    desk = desk_at(Place.of(path.with_name("caseload.json")), clock)
    assert desk._holidays().days == {date(2025, 3, 10)}
    assert desk.settings_trouble.startswith("config.toml: 1 problem")
    assert desk._holidays().days == {date(2025, 3, 10)}
    assert desk.settings.calendar.holidays == ("2025-03-10",)
    assert not desk.settings.screen.mouse


def test_the_rhythm_is_the_form_s_for_new_people_only(clock: FrozenClock) -> None:
    path = locations.config_file()
    path.parent.mkdir(parents=True)
    place = Place.of(path.with_name("caseload.json"))
    before = desk_at(place, clock).people.add(PersonForm(name="Feng, Li"))
    written(path.parent, "[visits]\nideal_days = 7\nmax_days = 10\n")
    people = desk_at(place, clock).people
    assert (people.open("")[0].ideal, people.open("")[0].longest) == ("7", "10")
    assert people.open(before.id)[0].ideal == "14"


def test_the_sample_names_every_setting_and_means_the_defaults(tmp_path: Path) -> None:
    settings = read_settings(SAMPLE)
    assert settings.model_dump() == {**Settings().model_dump(), "keys": {}}
    text = SAMPLE.read_text("utf-8")
    for name in setting_names():
        group, _, field = name.partition(".")
        assert f"\n{field} = " in text.partition(f"[{group}]")[2].partition("\n[")[0]
    examples = text.replace("# person.gi", "person.gi").replace("# app.search", "app.search")
    assert keymap_in_force(written(tmp_path, examples)).problems == ()
    assert set(keymap_in_force(written(tmp_path, examples)).changed) == {"person.gi", "app.search"}

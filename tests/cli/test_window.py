"""The app's way in: what it is given, and the life of the demo's copy."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from filelock import FileLock

from coach_tui.cli import open_app
from coach_tui.commands.keymap import Keymap
from coach_tui.domain.caseload import Caseload
from coach_tui.domain.draft import Draft
from coach_tui.services.desk import Desk
from coach_tui.services.person_form import PersonForm
from coach_tui.terminal import TerminalFacts
from tests.cli.conftest import Run


@dataclass
class FakeApp:
    """Stands in for the app: does something with the desk, and ends with a status."""

    act: Callable[[Desk], object] = id
    status: int = 0
    seen: list[SimpleNamespace] = field(default_factory=list)

    looked: list[object] = field(default_factory=list)

    def run_app(
        self, desk: Desk, options: object, facts: object, reopen: Callable[[], Desk]
    ) -> int:
        """What the real one is called with."""
        self.seen.append(SimpleNamespace(desk=desk, options=options, facts=facts, reopen=reopen))
        self.act(desk)
        return self.status


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> FakeApp:
    """The app is a fake one, the terminal too."""
    fake = FakeApp()
    module = ModuleType("coach_tui.app")
    vars(module).update(run_app=fake.run_app, AppOptions=SimpleNamespace)
    monkeypatch.setitem(sys.modules, "coach_tui.app", module)
    monkeypatch.setattr(open_app, "in_terminal", lambda: True)
    monkeypatch.setattr(open_app, "_ask_terminal", lambda: TerminalFacts("16", "ascii"))
    return fake


@pytest.fixture
def folder(home: Path) -> Path:
    """The demo's folder."""
    return home / ".local/share/coach-tui/demo"


def add(desk: Desk) -> object:
    """Somebody is added in the app."""
    return desk.people.add(PersonForm(name="Mine, Own"))


def names(run: Run) -> str:
    """The demo as commands see it."""
    return run("list", "--demo").out


def test_options_and_what_the_terminal_can_show(run: Run, app: FakeApp, file: Path) -> None:
    assert run("--mouse", "--cursor", "--readonly").status == 0
    (seen,) = app.seen
    assert vars(seen.options) == {
        "ascii": True, "plain": False, "mouse": True, "cursor": True, "check": False,
        "colors": "16", "keys": Keymap(),
    }  # fmt: skip
    assert (seen.desk.readonly, seen.desk.demo) == (True, False)
    assert not file.exists()


def test_a_trial_start_asks_no_terminal(
    run: Run, app: FakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_app, "in_terminal", lambda: False)
    assert run("--check", "--plain").status == 0
    (seen,) = app.seen
    assert (seen.facts, seen.options.check, seen.options.colors) == (None, True, "none")


def test_escape_waits_longer_over_ssh(
    run: Run, app: FakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    run()
    assert os.environ["ESCDELAY"] == "100"
    monkeypatch.delenv("ESCDELAY")
    run()
    assert "ESCDELAY" not in os.environ
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 2 10.0.0.2 22")
    monkeypatch.setenv("ESCDELAY", "50")
    run()
    assert os.environ["ESCDELAY"] == "50"
    monkeypatch.delenv("ESCDELAY")
    run()
    assert os.environ["ESCDELAY"] == "200"


def test_the_demo_goes_when_it_is_left(run: Run, app: FakeApp, folder: Path, file: Path) -> None:
    app.act = add
    assert run("--demo").status == 0
    assert not folder.exists()
    assert app.seen[0].desk.demo
    assert not file.exists()


def test_the_demo_is_fifteen_people(run: Run, folder: Path) -> None:
    lines = names(run).splitlines()
    assert len(lines) == 15
    assert lines[0].startswith("!  Abara, Chi ")
    assert folder.stat().st_mode & 0o777 == 0o700


def test_commands_leave_their_copy_and_the_app_starts_afresh(
    run: Run, app: FakeApp, folder: Path
) -> None:
    run("add", "Mine, Own", "--demo")
    assert "Mine, Own" in names(run)
    app.act = lambda desk: app.looked.append(desk.caseload.today())
    run("--demo")
    (caseload,) = app.looked
    assert isinstance(caseload, Caseload)
    assert len(caseload.rows) == 15
    assert not folder.exists()


@pytest.mark.parametrize("crash", ["status", "exception"])
def test_a_crashed_demo_is_taken_up_again_the_same_day(
    run: Run, app: FakeApp, folder: Path, crash: str
) -> None:
    def act(desk: Desk) -> None:
        add(desk)
        today = desk.clock.now()
        desk.drafts.write(Draft("coachee-new", "coachee", "", today, {"name": "half"}))
        if crash == "exception":
            raise RuntimeError

    app.act, app.status = act, 129
    if crash == "exception":
        with pytest.raises(RuntimeError):
            run("--demo")
    else:
        assert run("--demo").status == 129
    app.act, app.status = id, 0
    assert run("--check", "--demo").status == 0
    app.act, app.status = lambda desk: app.looked.append(desk.drafts.read("coachee-new")), 0
    assert "Mine, Own" in names(run)
    run("--demo")
    (draft,) = app.looked
    assert isinstance(draft, Draft)
    assert draft.fields == {"name": "half"}
    assert not folder.exists()


def test_a_demo_that_crashed_on_another_day_is_made_anew(
    run: Run, app: FakeApp, folder: Path
) -> None:
    app.act, app.status = add, 129
    run("--demo")
    made = app.seen[0].desk.clock.today() - timedelta(days=1)
    (folder / "made-on").write_text(made.isoformat(), "utf-8")
    assert "Mine, Own" not in names(run)
    assert not (folder / "open").exists()


def test_a_second_window_has_a_copy_of_its_own(run: Run, app: FakeApp, folder: Path) -> None:
    names(run)
    with FileLock(folder.with_name("demo.lock")):
        app.act = add
        assert run("--demo").status == 0
    assert not app.seen[0].desk.store.path.is_relative_to(folder)
    assert not app.seen[0].desk.store.path.exists()
    assert "Mine, Own" not in names(run)


def test_the_demo_can_be_opened_from_the_coachs_own_file(
    run: Run, app: FakeApp, folder: Path, file: Path
) -> None:
    def act(desk: Desk) -> None:
        demo = app.seen[0].reopen()
        assert (desk.demo, demo.demo) == (False, True)
        assert demo.store.path == app.seen[0].reopen().store.path
        assert folder.exists()

    app.act = act
    assert run().status == 0
    assert not folder.exists()
    assert not file.exists()


def test_the_demo_has_the_coachs_own_keys_and_settings(run: Run, app: FakeApp, home: Path) -> None:
    file = home / ".config/coach-tui/config.toml"
    file.parent.mkdir(parents=True)
    file.write_text('[keys]\nperson.gi = "I"\n[screen]\nletters = "unicode"\n', "utf-8")
    assert run("--demo").status == run().status == 0
    for seen in app.seen:
        assert seen.options.keys.changed == {"person.gi": ("I",)}
        assert not seen.options.ascii
        assert seen.reopen().config == seen.desk.config == file
    assert "keys.person.gi: I (usual: i)" in run("--demo", "config").out
    file.write_text("[screen]\nmouse = 3\n", "utf-8")
    run("--demo")
    assert app.seen[-1].desk.settings_trouble == "config.toml: 1 problem; see coach-tui config."


def test_a_folder_with_other_things_in_it_is_not_touched(
    run: Run, app: FakeApp, folder: Path
) -> None:
    folder.mkdir(parents=True)
    (folder / "mine.json").write_text("precious", "utf-8")
    for words in (("--demo",), ("list", "--demo")):
        ran = run(*words)
        assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert (folder / "mine.json").read_text("utf-8") == "precious"


def test_a_home_that_cannot_be_written(
    run: Run, app: FakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/dev/null/nowhere")
    assert run("--demo").status == 0
    ran = run("list", "--demo")
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)

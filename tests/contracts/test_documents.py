"""The documents, the pins and the frameworks keep their promises."""

import re
import subprocess
import tomllib
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PINS = (ROOT / ".constraints.txt").read_text("utf-8").splitlines()
CI = (ROOT / ".ci/run").read_text("utf-8")


def commands() -> list[str]:
    """The fenced lines of the README that set up and start something."""
    return re.findall(r"^```\n(.*)\n```$", README, re.M)


def test_the_readme_has_two_commands_that_start_from_nothing() -> None:
    """One opens the app, one runs the tests, each on one line."""
    run, test = commands()
    for line in (run, test):
        assert line.startswith("python3 -m venv .venv && ")
        assert "-c .constraints.txt" in line
        assert "#" not in line
    assert run.endswith(".venv/bin/coach-tui")
    assert test.endswith(".venv/bin/pytest")


def test_the_readme_opens_with_a_picture_and_fits_a_screen() -> None:
    """The picture is one of the snapshots; nobody has to scroll for long."""
    first = README.split("\n\n")[1]
    picture = re.search(r"\((tests/snapshots/.*\.svg)\)", first)
    assert picture is not None
    assert (ROOT / picture[1]).is_file()
    assert len(README.splitlines()) <= 100


def test_ci_finds_the_test_command_in_the_readme() -> None:
    """What `.ci/run` cuts out of the README is the README's own command."""
    pattern = re.search(r"grep -m1 -E '(.*)' README.md", CI)
    assert pattern is not None
    assert re.search(pattern[1], README, re.M) is not None


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_between_documents_lead_somewhere(name: str) -> None:
    """Every link into the repository has its file."""
    links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text("utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_changelog_has_a_place_for_what_comes_next() -> None:
    """Keep a Changelog: an Unreleased section on top."""
    sections = re.findall(r"^## .*", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    assert sections[0] == "## [Unreleased]"


def test_pins_are_names_and_versions_only() -> None:
    """No host, no option, no path: `name==version`, with a marker at most."""
    plain = re.compile(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ; [a-z_]+ [!=<>]+ '[^']+'.*)?")
    assert [line for line in PINS if not plain.fullmatch(line)] == []


def test_every_dependency_is_pinned() -> None:
    """What pyproject.toml asks for is in the constraints, extras too."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    names = {re.split(r"[\[<>=~ ]", line)[0] for line in asked} - {"coach-tui"}
    assert names - {line.split("==")[0] for line in PINS} == set()


@pytest.mark.parametrize("file", sorted((ROOT / "data/frameworks").glob("*.toml")), ids=str)
def test_every_framework_names_its_source_and_rights(file: Path) -> None:
    """A framework without rights does not ship."""
    framework = tomllib.loads(file.read_text("utf-8"))
    for field in ("id", "title", "version", "source", "rights"):
        assert framework.get(field), f"{file.name} has no {field}"


def test_ci_brings_every_tool_that_a_test_needs() -> None:
    """A tool that a test is marked with is installed by `.ci/run`."""
    marked = {
        tool
        for file in (ROOT / "tests").rglob("test_*.py")
        for tool in re.findall(r"mark\.needs_tool\(\"(\w+)\"\)", file.read_text("utf-8"))
    }
    installed = re.findall(r"for tool in (.*); do", CI)
    assert installed
    assert all(marked <= set(tools.split()) for tools in installed)


@pytest.mark.parametrize("script", [".ci/run", ".ci/wheel-check"])
def test_ci_scripts_are_whole(script: str) -> None:
    """Bash can read them, and they may be executed."""
    subprocess.run(["bash", "-n", str(ROOT / script)], check=True)
    assert (ROOT / script).stat().st_mode & 0o100

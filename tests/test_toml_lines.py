"""The line of every value in a TOML text, for any text that the standard library reads."""

import tomllib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.services.frameworks import SHIPPED
from coach_tui.toml_lines import Keys, line_of, lines_of

TEXT = '''# a comment with = and [brackets]
id = "x" # more
"quoted key" = 1
a.b.c = 2
text = """
one = 1
[not.a.table]
""" # behind it
flat = [1, [2,
  3], { x = 4, y = [5,
  # a comment with ] in it
  6] } ]

[table]
when = 1979-05-27 07:32:00
  inner = 3

[[list]]
name = "first"

[[list]]
name = 'it ] } "'

[[list.deep]]
n = 1
[list.deep.under]
n = 2
[table.sub]
last = true
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("id",), 2),
        (("quoted key",), 3),
        (("a", "b", "c"), 4),
        (("text",), 5),
        (("flat",), 9),
        (("flat", 0), 9),
        (("flat", 1, 0), 9),
        (("flat", 1, 1), 10),
        (("flat", 2, "x"), 10),
        (("flat", 2, "y", 0), 10),
        (("flat", 2, "y", 1), 12),
        (("table",), 14),
        (("table", "when"), 15),
        (("table", "inner"), 16),
        (("list", 0), 18),
        (("list", 0, "name"), 19),
        (("list", 1), 21),
        (("list", 1, "name"), 22),
        (("list", 1, "deep", 0, "n"), 25),
        (("list", 1, "deep", 0, "under", "n"), 27),
        (("table", "sub", "last"), 29),
    ],
)
def test_each_way_of_writing(path: Keys, line: int) -> None:
    tomllib.loads(TEXT)
    assert lines_of(TEXT)[path] == line
    assert lines_of(TEXT.replace("\n", "\r\n"))[path] == line


def test_what_is_missing_is_told_where_it_would_stand() -> None:
    lines = lines_of(TEXT)
    assert line_of(lines, ("list", 1, "other", 3)) == 21
    assert line_of(lines, ("nowhere",)) is None


@pytest.mark.parametrize(
    "text", ["a", "a = [", "[", "a = {", "= 1", 'a = """', "a = ]", "[[a", "a."]
)
def test_what_is_no_toml_is_no_trouble(text: str) -> None:
    lines_of(text)
    lines_of("x = 1\n" + "a = " + "[" * 5000)


# -- any text -------------------------------------------------------------------------------

BARE = st.text("abcXYZ019_-", min_size=1, max_size=6)
KEY = st.one_of(
    BARE,
    st.text("ab .=#[]{}\",'\\\n\té\U0001f600", min_size=0, max_size=6).map(lambda key: quoted(key)),
)
SPACE = st.sampled_from(["", " ", "\t"])
GAP = st.sampled_from(["", " ", "\n", " # ] } , = [x]\n", "\n\n\t"])
SCALAR = st.one_of(
    st.integers(-99, 99).map(str),
    st.sampled_from(
        ["true", "1979-05-27T07:32:00Z", "1979-05-27 07:32:00", "1.5e3", "''", '""', "'a # b'",
         '"""\n[x]\ny = 1 """', "'''\n# x\n'''", '"""a\\"""b"""', '"""""a"""""', "''''a''''"]
    ),
    st.text('ab .=#[]{}",\'\\\n', max_size=8).map(lambda text: quoted(text)),
)  # fmt: skip


def quoted(text: str) -> str:
    """A text as a TOML string."""
    for raw, escape in (
        ("\\", "\\\\"),
        ('"', '\\"'),
        ("\n", "\\n"),
        ("\t", "\\t"),
        ("é", "\\u00e9"),
    ):
        text = text.replace(raw, escape)
    return f'"{text}"'


@st.composite
def inline(draw: st.DrawFn, depth: int = 2) -> str:
    """A value, as it may be written."""
    kind = draw(st.sampled_from(["scalar", "list", "table"] if depth else ["scalar"]))
    if kind == "scalar":
        return draw(SCALAR)
    if kind == "list":
        parts = draw(st.lists(inline(depth - 1), max_size=3))
        return "[" + ",".join(draw(GAP) + part + draw(GAP) for part in parts) + draw(GAP) + "]"
    keys = draw(st.lists(KEY, max_size=3))
    return "{" + ",".join(f" {key} = {draw(inline(depth - 1))} " for key in keys) + "}"


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A text that may be TOML."""
    parts = []
    for _ in range(draw(st.integers(0, 5))):
        dotted = f"{draw(SPACE)}.{draw(SPACE)}".join(draw(st.lists(KEY, min_size=1, max_size=3)))
        head = draw(st.sampled_from(["", "", f"[{dotted}]\n", f"[[{draw(SPACE)}{dotted}]] # x\n"]))
        parts.append(head)
        for _ in range(draw(st.integers(0, 3))):
            parts.append(f"{draw(SPACE)}{draw(KEY)}{draw(SPACE)}={draw(SPACE)}{draw(inline())}\n")
            parts.append(draw(st.sampled_from(["", "\n", "# c = 1\n"])))
    return "".join(parts)


def paths(value: object, at: Keys = ()) -> Iterator[Keys]:
    """Every path of a value that was read."""
    if at:
        yield at
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, (*at, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from paths(inner, (*at, number))


@given(documents())
def test_every_value_has_its_line_and_its_key_stands_there(text: str) -> None:
    try:
        read = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    lines = lines_of(text)
    rows = text.split("\n")
    assert set(lines) == set(paths(read))
    for path, line in lines.items():
        key = path[-1]
        if isinstance(key, str):
            spelled = quoted(key)[1:-1]
            assert key in rows[line - 1] or spelled in rows[line - 1]


@given(st.text("ab=[]{}\"'.,#\n \\", max_size=40))
def test_any_text_at_all_ends(text: str) -> None:
    lines_of(text)


@pytest.mark.parametrize("file", sorted(SHIPPED.glob("*.toml")), ids=lambda file: file.stem)
def test_shipped_files_are_found_whole(file: object) -> None:
    from pathlib import Path

    assert isinstance(file, Path)
    text = file.read_text("utf-8")
    assert set(lines_of(text)) == set(paths(tomllib.loads(text)))

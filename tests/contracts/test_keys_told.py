"""No sentence names a key by its letter: a coach may have given it to something else."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.contracts.test_sizes import SOURCES, named, parsed

SAYS = (
    "adds|begins|brings|clears|corrects|discards|ends|enters|files|goes|keeps|leaves|lists|makes|opens|"
    "picks|plans|quits|records|resumes|saves|sets|shows|starts|takes|ticks|undoes|writes"
)
NAMED = re.compile(rf"(?:^|[.;,:] |or |then )(?:\^?[A-Za-z]|[Ff]\d+|g [a-z]) (?:now )?(?:{SAYS})\b")


def told(tree: ast.AST) -> Iterator[str]:
    """Every text of a module that is no docstring."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Expr):
            for part in ast.iter_child_nodes(node):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


@pytest.mark.parametrize(
    "text", ["Done. u undoes it.", "^s saves", "Esc then w saves.", "; S plans"]
)
def test_a_letter_is_seen(text: str) -> None:
    assert NAMED.search(text)


def test_no_sentence_names_a_key_by_its_letter() -> None:
    found = [
        f"{named(file)}: {text}"
        for file in SOURCES
        for text in told(parsed(file))
        if NAMED.search(text)
    ]
    assert found == []

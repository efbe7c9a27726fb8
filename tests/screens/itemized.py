"""A timeline of the coach's own that lists each GI, made up for tests."""

from pathlib import Path

from tests.screens.kit import Files

NUMBERS = {"A": 4, "B": 4, "C": 12, "D": 3, "E": 2}
"""How many GIs each cluster has."""


def gi_entries(numbers: dict[str, int] = NUMBERS) -> str:
    """The entries of a file."""
    return "\n".join(
        f'[[gis]]\nid = "{cluster}{n:02}"\ncluster = "{cluster}"\n'
        f'text = "made-up sign {cluster}{n}"\n'
        for cluster, number in numbers.items()
        for n in range(1, number + 1)
    )


def itemize(files: Files, numbers: dict[str, int] = NUMBERS, version: str = "own-1") -> Path:
    """Put such a file into force."""
    path = files.own("e2l_timeline", ('version = "1"', f'version = "{version}"'))
    path.write_text(path.read_text("utf-8") + "\n" + gi_entries(numbers), "utf-8")
    return path

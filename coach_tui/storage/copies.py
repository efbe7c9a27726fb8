"""Texts the coach wrote out: files in a folder of their own, which only their account can read."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from coach_tui.errors import Refused
from coach_tui.locations import told_path
from coach_tui.storage.atomic import make_folder, write_new
from coach_tui.storage.trouble import told

_MOST = 999


class FileCopies:
    """One folder of text files, mode 0700, each file 0600; none is ever written over."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; it is made when the first file is written."""
        self._folder = folder

    def write(self, name: str, text: str) -> str:
        """Write a text to a new file.

        Args:
            name: what the file is called, without its ending; letters, digits, hyphens.
            text: all of it.

        Returns:
            The file's path, as it is told to the coach.

        Raises:
            Refused: a thousand files have that name already.
            StorageError: it could not be written.
        """
        with told(self._folder / name, "written"):
            make_folder(self._folder)
            content = text.encode("utf-8", "replace")
            for path in self._paths(name):
                if os.path.lexists(path):
                    continue
                with suppress(FileExistsError):  # another window may take the name first
                    write_new(path, content)
                    return told_path(path)
        raise Refused(f"There are {_MOST} files called {name} already; move some elsewhere.")

    def _paths(self, name: str) -> Iterator[Path]:
        """Where a text may go: "name.txt", else "name-2.txt" and so on."""
        for end in ("", *(f"-{number}" for number in range(2, _MOST + 1))):
            yield self._folder / f"{name}{end}.txt"

"""Copying out: a text goes to the coach's own terminal, which may put it on the clipboard."""

from __future__ import annotations

import os

from textual.app import App

from coach_tui.clipboard import asks_to_copy


class CopiesOut(App[int], inherit_bindings=False):
    """An app that can ask its terminal to copy."""

    def copy_out(self, text: str) -> bool:
        """Ask the terminal to put a text on the clipboard; False where it is too long to ask."""
        asked = asks_to_copy(text, os.environ)
        if asked and self._driver is not None:
            self._driver.write(asked)
            self._driver.flush()
        return bool(asked)

"""The checks a file must pass before a word of it is shown or a save may replace it."""

from pathlib import Path
from typing import Any

import orjson

from coach_tui.storage.seal import APP, SCHEMA_VERSION
from coach_tui.storage.tables import Tables
from coach_tui.storage.trouble import damaged, too_new


def parse(raw: bytes, path: Path) -> Tables:
    """The tables in the bytes of a file.

    Raises:
        Damaged: they are not the tables of this app.
        TooNew: they are, but of a later format.
    """
    if not raw:
        raise damaged(path, "it is empty, with not even an empty caseload in it")
    try:
        tables = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise damaged(path, f"it is not whole JSON, line {error.lineno}") from error
    if not isinstance(tables, dict) or not all(map(_is_table, tables.values())):
        raise damaged(path, "it is JSON, but not tables of numbered records")
    _check_meta(tables, path)
    return tables


def _is_table(table: Any) -> bool:
    """Whether it is documents by number, as stock TinyDB reads them."""
    return isinstance(table, dict) and all(map(_is_number, table))


def _is_number(key: str) -> bool:
    """Whether TinyDB would write this number the same way again."""
    if not (key.isascii() and key.isdigit() and len(key) <= 18):
        return False
    return key[0] != "0" or key == "0"


def _check_meta(tables: Tables, path: Path) -> None:
    """Refuse the files of other programs and of later versions; an empty `{}` may pass."""
    if not tables:
        return
    meta = tables.get("meta", {}).get("1")
    if not isinstance(meta, dict) or meta.get("app") != APP:
        raise damaged(path, "it does not say that it is a coach-tui file")
    version = meta.get("schema_version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise damaged(path, "it does not say which format it has")
    if version > SCHEMA_VERSION:
        raise too_new(path, version, SCHEMA_VERSION)

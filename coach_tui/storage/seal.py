"""The bytes of the data file: the document that describes it first, then the other tables.

`meta/1` holds app, schema_version, file_id, generation (one more at each save), saved_at, writer
and crc32, the sum of the other tables' bytes. A sum that fits says: as this app wrote it.
"""

import os
import zlib

import orjson

from coach_tui.clock import Clock
from coach_tui.errors import Refused
from coach_tui.ids import new_id
from coach_tui.storage.process import host
from coach_tui.storage.tables import Document, Tables

APP = "coach-tui"
SCHEMA_VERSION = 1
"""The newest format of the file that this program reads, and the one it writes."""

_LARGEST = 2**53


def encode(tables: Tables, clock: Clock) -> tuple[Tables, bytes]:
    """Tables as the next save's tables and bytes, with `meta` brought up to date.

    Raises:
        Refused: a value cannot be written as JSON.
    """
    rest = {name: table for name, table in tables.items() if name != "meta"}
    try:
        body = orjson.dumps(rest)
        table = tables.get("meta", {})
        table = {**table, "1": _meta(table.get("1", {}), zlib.crc32(body), clock)}
        head = orjson.dumps({"meta": table})
    except orjson.JSONEncodeError as error:
        raise Refused(f"This cannot be saved: {error}. Nothing was changed.") from error
    return {"meta": table, **rest}, _joined(head, body)


def _joined(head: bytes, body: bytes) -> bytes:
    """Two JSON objects as one."""
    return head[:-1] + (b"," if len(body) > 2 else b"") + body[1:]


def _meta(old: Document, crc32: int, clock: Clock) -> Document:
    """The describing document of the next save; fields we do not know are kept."""
    now = clock.now()
    ours = {
        "app": APP,
        "schema_version": SCHEMA_VERSION,
        "file_id": old.get("file_id") or new_id(now),
        "generation": generation(old) + 1,
        "saved_at": now.isoformat(timespec="seconds"),
        "writer": f"{host()}:{os.getpid()}",
        "crc32": crc32,
    }
    return ours | {name: value for name, value in old.items() if name not in ours}


def generation(meta: Document) -> int:
    """How many times the file was saved; 0 where that cannot be told."""
    count = meta.get("generation")
    return count if isinstance(count, int) and 0 <= count < _LARGEST else 0


def sealed(raw: bytes, tables: Tables) -> bool:
    """Whether these bytes, read as these tables, are as this app wrote them."""
    table = tables.get("meta", {})
    head = orjson.dumps({"meta": table})[:-1]
    if not raw.startswith(head):
        return False
    body = b"{" + raw[len(head) :].removeprefix(b",")
    return bool(zlib.crc32(body) == table.get("1", {}).get("crc32"))

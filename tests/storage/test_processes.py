"""Several processes on one file, and processes that are killed."""

import random
import threading
import time
from pathlib import Path

import orjson
from tinydb import TinyDB

from tests.storage.made import coachee, litter, run_python, store

INSERT = """
import sys
from pathlib import Path
from tests.storage.made import coachee, store
mine = store(Path(sys.argv[1]))
for number in range(int(sys.argv[2])):
    mine.save([coachee(f"{sys.argv[3]}-{number}")])
"""

GROW_AND_SHRINK = """
import sys
from pathlib import Path
from tests.storage.made import store
mine = store(Path(sys.argv[1]))
(person,) = mine.people()
print("ready", flush=True)
while True:
    size = 400 if len(person.school) < 200 else 1
    (person,) = mine.save([person.but(school="x" * size)])
    print(person.revision, flush=True)
"""


def test_two_processes_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "caseload.json"
    processes = [run_python(INSERT, path, 15, name) for name in ("a", "b")]
    for process in processes:
        process.communicate(timeout=30)
        assert process.returncode == 0
    people = store(path).people()
    assert len({person.family for person in people}) == 30
    with TinyDB(path, encoding="utf-8") as db:
        assert [doc.doc_id for doc in db.table("coachees")] == list(range(1, 31))
        assert db.table("meta").all()[0]["generation"] == 30


def test_two_threads_lose_nothing(tmp_path: Path) -> None:
    mine = store(tmp_path / "caseload.json")

    def work(name: str) -> None:
        for number in range(10):
            mine.save([coachee(f"{name}-{number}")])
            mine.facts("2026-27")

    threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(mine.people()) == 20


def test_a_kill_at_any_time_loses_no_confirmed_save(tmp_path: Path) -> None:
    path, chance = tmp_path / "caseload.json", random.Random(7)
    store(path).save([coachee()])
    for _ in range(10):
        process = run_python(GROW_AND_SHRINK, path)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0.05, 0.25))
        process.kill()
        output, _ = process.communicate(timeout=10)
        confirmed = int(([1] + [int(line) for line in output.split("\n")[:-1]])[-1])
        (person,) = store(path).people()
        assert confirmed <= person.revision
        assert orjson.loads(path.read_bytes())["meta"]["1"]["generation"] >= confirmed
    store(path).save([coachee("Adams")])
    assert litter(tmp_path) == []

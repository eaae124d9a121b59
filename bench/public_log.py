"""The public log against plain SHA-256 over the same bytes: durable appends in batches, and a whole fsck.

    python bench/public_log.py [ENTRIES] [BATCH]

Prints durable entries a second, seconds of the fsck, and the ratio of the fsck to hashing every entry once with hashlib –
the least anybody who checks them has to do. The peer package for such trees (pymerkle) is GPL and has no tiles on disk.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from yangguang.base.tlog import fsck
from yangguang.base.tlog.leaves import Leaf
from yangguang.base.tlog.log import Log
from yangguang.kernel import chance


def leaves(count: int) -> list[Leaf]:
    key = chance.public_id()
    return [Leaf(key, "publish", key, 1, f"{one:064x}", "", "2026-11-18T01:00:00Z") for one in range(count)]


def timed(work):
    begun = time.perf_counter()
    result = work()
    return time.perf_counter() - begun, result


def grown(log: Log, entries: int, batch: int) -> float:
    told, seconds = leaves(batch), 0.0
    for done in range(0, entries, batch):
        took, _ = timed(lambda done=done: log.append(told[: min(batch, entries - done)]))
        seconds += took
    return seconds


def main(entries: int = 20_000, batch: int = 500) -> None:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        log = Log(Path(folder))
        with log.alone():
            log.begin("bench.test/tlog")
            wrote = grown(log, entries, batch)
        checked, faults = timed(lambda: list(fsck.faults(log)))
        assert not faults
        plain = timed(lambda: [hashlib.sha256(entry).digest() for _, entry in log.store.entries(0, entries)])[0]
    print(json.dumps({
        "entries": entries, "batch": batch, "durable_appends_per_s": round(entries / wrote), "fsck_s": round(checked, 2),
        "plain_sha256_s": round(plain, 2), "fsck_to_plain": round(checked / plain, 1),
    }))  # fmt: skip


if __name__ == "__main__":
    main(*(int(one) for one in sys.argv[1:]))

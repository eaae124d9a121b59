"""The public log against plain SHA-256 over the same bytes: durable appends in batches, and a whole fsck.

    python bench/public_log.py [ENTRIES] [BATCH]

Prints durable entries a second, by the clock and by CPU (other programs do not count there), seconds of the fsck, and the
ratio of the fsck to hashing every entry once with hashlib – the least anybody who checks them has to do. The peer package for
such trees (pymerkle) is GPL and has no tiles on disk. The fsck is timed three times in turns with the hashing, the least counts.
Goals: 1,500 durable entries a second; an fsck of 1,000,000 entries in 10 s, which is 0.01 ms an entry whatever the size.
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

ROUNDS, GOALS = 3, {"durable_appends_per_s": 1_500, "fsck_s_of_a_million": 10}


def leaves(count: int) -> list[Leaf]:
    key = chance.public_id()
    return [Leaf(key, "publish", key, 1, f"{one:064x}", "", "2026-11-18T01:00:00Z") for one in range(count)]


def timed(work):
    """Seconds by the clock, seconds of CPU, and what came of it."""
    begun, cpu = time.perf_counter(), time.process_time()
    result = work()
    return time.perf_counter() - begun, time.process_time() - cpu, result


def grown(log: Log, entries: int, batch: int) -> tuple[float, float]:
    told, wall, cpu = leaves(batch), 0.0, 0.0
    for done in range(0, entries, batch):
        took, worked, _ = timed(lambda done=done: log.append(told[: min(batch, entries - done)]))
        wall, cpu = wall + took, cpu + worked
    return wall, cpu


def plainly(log: Log, entries: int) -> list[bytes]:
    """Every entry hashed once, nothing else."""
    return [hashlib.sha256(entry).digest() for _, entry in log.store.entries(0, entries)]


def main(entries: int = 20_000, batch: int = 500) -> None:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        log = Log(Path(folder))
        with log.alone():
            log.begin("bench.test/tlog")
            wrote, worked = grown(log, entries, batch)
        checks, plain = [], []
        for _ in range(ROUNDS):
            checks.append(timed(lambda: list(fsck.faults(log))))
            plain.append(timed(lambda: plainly(log, entries)))
        assert not any(faults for _, _, faults in checks)
    wall, cpu = (min(one[at] for one in checks) for at in (0, 1))
    print(json.dumps({
        "entries": entries, "batch": batch, "durable_appends_per_s": round(entries / wrote),
        "appends_per_cpu_s": round(entries / worked), "fsck_s": round(wall, 2), "fsck_cpu_s": round(cpu, 2),
        "fsck_s_of_a_million": round(wall / entries * 1e6, 1), "fsck_cpu_s_of_a_million": round(cpu / entries * 1e6, 1),
        "fsck_to_plain_cpu": round(cpu / min(one[1] for one in plain), 1), "goals": GOALS,
    }))  # fmt: skip


if __name__ == "__main__":
    main(*(int(one) for one in sys.argv[1:]))

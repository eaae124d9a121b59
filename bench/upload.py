"""How fast a recording comes in: uploads over loopback against copying, fingerprinting and syncing the same bytes.

Run: .venv/bin/python -m bench.upload [megabytes] [rounds]. A fresh site is served by one web process as `yangguang serve` starts
it; a client sends a recording in one part, and in parts of 32 MiB with their checksums, as a browser does. In the same run, turn
about, the same bytes are copied, fingerprinted (SHA-256) and synced in one plain loop. Prints MB a second of each, the ratios,
the most memory the web process took for it, and a line of JSON.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.builders.media import a_recording, told_of
from tests.builders.served_desk import OCTETS, Desk, heard

BLOCK, PART, MB = 1 << 20, 32 << 20, 1_000_000
GOAL = 0.7


def a_source(folder: Path, megabytes: int) -> Path:
    """The recording as it lies on a card."""
    path, block = folder / "recording.mp4", a_recording(BLOCK)
    with path.open("wb") as file:
        for number in range(megabytes):
            file.write(block[:-8] + number.to_bytes(8, "big"))
    return path


def copied(source: Path, folder: Path) -> None:
    """The probe: copy, SHA-256, sync, rename."""
    told, target = hashlib.sha256(), folder / "copy.new"
    with source.open("rb") as read, target.open("wb") as written:
        while block := read.read(BLOCK):
            told.update(block)
            written.write(block)
        written.flush()
        os.fsync(written.fileno())
    target.rename(folder / told.hexdigest())
    (folder / told.hexdigest()).unlink()


def began(desk: Desk, size: int) -> str:
    """A new upload."""
    told = told_of(filename="现场.mp4", case=desk.known["case"])
    status, headers = desk.asked("POST", "/desk/uploads/", Upload_Length=size, Upload_Metadata=told)
    if status != 201:
        raise SystemExit(f"{status} instead of 201")
    return headers["Location"]


def uploaded(desk: Desk, source: Path, part: int, *, promised: bool) -> None:
    """All of it, on one connection."""
    size, offset = source.stat().st_size, 0
    address = began(desk, size)
    with source.open("rb") as file, desk.line() as line:
        while offset < size:
            length = min(part, size - offset)
            checksum = {}
            if promised:
                block = file.read(length)
                checksum = {"Upload_Checksum": f"sha256 {base64.b64encode(hashlib.sha256(block).digest()).decode()}"}
            line.sendall(
                desk.said("PATCH", address, announced=length, Content_Type=OCTETS, Upload_Offset=offset, **checksum)
            )
            if promised:
                line.sendall(block)
            else:
                line.sendfile(file, offset, length)
            status, _ = heard(line)
            if status != 204:
                raise SystemExit(f"{status} instead of 204")
            offset += length


def seconds(work: Callable[[], None]) -> float:
    """How long the work took."""
    began_at = time.perf_counter()
    work()
    return time.perf_counter() - began_at


def emptied(desk: Desk) -> None:
    """The same content would be one stored file: each round begins without it."""
    for path in Path(desk.environment["YANGGUANG_DATA_DIR"]).glob("vault/??/??/*"):
        path.unlink()


def measured(megabytes: int, rounds: int) -> dict[str, object]:
    """Turn about, who goes first changing; the ratio of each round."""
    folder = Path(tempfile.mkdtemp(prefix="yangguang-bench-"))
    source = a_source(folder, megabytes)
    desk = Desk(folder / "site")
    before = desk.most_memory()
    ways: dict[str, Callable[[], None]] = {
        "probe": lambda: copied(source, folder),
        "whole": lambda: uploaded(desk, source, 1 << 40, promised=False),
        "parts": lambda: uploaded(desk, source, PART, promised=True),
    }
    took: dict[str, list[float]] = {name: [] for name in ways}
    try:
        for number in range(rounds):
            for name in ways if number % 2 else reversed(ways):
                took[name].append(seconds(ways[name]))
                emptied(desk)
        grown = desk.most_memory() - before
    finally:
        desk.stop()
        shutil.rmtree(folder, ignore_errors=True)
    size = megabytes * BLOCK / MB
    ratios = {name: [p / o for p, o in zip(took["probe"], took[name], strict=True)] for name in ("whole", "parts")}
    return {
        "measure": "upload", "megabytes": megabytes, "rounds": rounds, "memory_mib": round(grown / 1024, 1), "goal": GOAL,
        **{f"{name}_mb_s": round(size / statistics.median(took[name])) for name in ways},
        **{f"{name}_ratio": round(statistics.median(found), 2) for name, found in ratios.items()},
        **{f"{name}_ratio_least": round(min(found), 2) for name, found in ratios.items()},
    }  # fmt: skip


def main() -> None:
    """Measure and print."""
    given = [int(one) for one in sys.argv[1:]]
    found = measured(*(given + [512, 5][len(given) :]))
    print(
        f"copy + SHA-256 + fsync {found['probe_mb_s']} MB/s, upload in one part {found['whole_mb_s']} MB/s "
        f"(ratio {found['whole_ratio']}), in parts with checksums {found['parts_mb_s']} MB/s "
        f"(ratio {found['parts_ratio']}; goal {GOAL}), memory +{found['memory_mib']} MiB"
    )
    print(json.dumps(found))


if __name__ == "__main__":
    main()

"""The proof of one original, or of a stretch of it, as one file to take along: checked offline, no word of ours believed."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass
from importlib import resources
from typing import Any

from yangguang.base import chunk_tree, vault
from yangguang.base.tlog import merkle, site_log
from yangguang.kernel.refusal import Refused
from yangguang.records.models import MediaManifest
from yangguang.records.sealing import content_of, day_of, leaves_of, seals_of

CHECKERS = ("check_recording.py", "check_publication.py")
MOST_PART = 512 * 1024 * 1024
RECORD, DAY, LOG, STAMP, PART = "recording.json", "day.json", "day.tlog-proof", "day.tsr", "part.bin"


@dataclass(frozen=True)
class Stretch:
    """Chunks from `first` to before `end`."""

    first: int
    end: int


def chunks_in(manifest: MediaManifest) -> int:
    """How many chunks an original has."""
    return -(-manifest.size // manifest.chunk_bytes)


def stretch_of(manifest: MediaManifest, begin: float, end: float, whole: float) -> Stretch:
    """The chunks that hold a stretch of time, by its share of the whole, with one more before and after. Raises Refused."""
    if not 0 <= begin < end <= whole:
        raise Refused("起止时间不对。", remedy="请按分钟填写起点、终点和全长。", field="end")
    count = chunks_in(manifest)
    first = max(0, int(begin / whole * count) - 1)
    return Stretch(first, min(count, int(-(-end / whole * count // 1)) + 1))


def bundle(manifest: MediaManifest, stretch: Stretch | None = None) -> bytes:
    """The ZIP. Raises Refused before the original is sealed, and for a stretch that is too long."""
    seal = getattr(manifest, "seal", None)
    if seal is None:
        raise Refused("入库登记还没有签名，请稍后再试。")
    day = day_of(manifest)
    told: dict[str, Any] = {"v": 1, "statement": seal.statement, "signature": seal.signature, "key": seal.key}
    files: dict[str, bytes] = {}
    if day is not None:
        seals = list(seals_of(day.body_id, day.day))
        leaves = leaves_of(seals_of(day.body_id, day.day))
        index = [one.pk for one in seals].index(seal.pk)
        path = merkle.inclusion_proof(merkle.nodes_of(leaves), index, len(leaves))
        told["day"] = {"index": index, "size": len(leaves), "root": day.root, "proof": [one.hex() for one in path]}
        files[DAY] = content_of(day)
        files |= {name: bytes(held) for name, held in ((LOG, day.proof), (STAMP, day.stamp)) if held}
        told["log_key"] = site_log.public_key()
    if stretch is not None:
        told["part"], files[PART] = _part(manifest, stretch)
    files[RECORD] = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True).encode()
    return _zipped(files)


def _part(manifest: MediaManifest, stretch: Stretch) -> tuple[dict[str, Any], bytes]:
    if (stretch.end - stretch.first) * manifest.chunk_bytes > MOST_PART:
        raise Refused("截取的部分太长。", remedy="请缩短起止时间，或者直接提供原件。", field="end")
    vault.must_be_intact(manifest.blob)
    place, size = vault.path_of(manifest.sha256), manifest.chunk_bytes
    leaves = []
    for number in range(chunks_in(manifest)):
        leaf = hashlib.sha256(merkle.LEAF)
        for block in chunk_tree.blocks_of(place, number * size, min(manifest.size, (number + 1) * size)):
            leaf.update(block)
        leaves.append(leaf.digest())
    nodes = merkle.nodes_of(leaves)
    begin, end = stretch.first * size, min(manifest.size, stretch.end * size)
    proofs = [
        [one.hex() for one in merkle.inclusion_proof(nodes, number, len(leaves))]
        for number in range(stretch.first, stretch.end)
    ]
    content = b"".join(chunk_tree.blocks_of(place, begin, end))
    return {"first": stretch.first, "chunks": len(leaves), "proofs": proofs}, content


def _zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    folder = resources.files("yangguang.base").joinpath("static", "verify")
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
        for name in CHECKERS:
            archive.writestr(name, folder.joinpath(name).read_bytes())
    return made.getvalue()

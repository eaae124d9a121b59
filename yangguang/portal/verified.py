"""By what anyone checks an entry of a public list against the log: its number, its fingerprint, its proof, its QR code (D16)."""

from __future__ import annotations

from typing import Any

from yangguang.bulletin.api import PublicList, link_of, list_files, qr_of
from yangguang.kernel.digests import digest_of


def verified_entry(entry: PublicList) -> dict[str, Any]:
    """What the box says by which anyone checks an entry against the log, with its address for a telephone's camera."""
    files = f"/lists/{entry.ref}/files"
    return {
        "lines": [f"公开编号 {entry.ref}", f"第 {entry.version} 版，{entry.published_on.isoformat()} 首次公开"],
        "digest": digest_of(list_files.snapshot_of(entry)), "qr": qr_of(link_of(entry.ref, part="lists")),
        "links": [
            ("下载指纹单（JSON）", f"{files}/{list_files.SNAPSHOT}"), ("下载存证证明", f"{files}/{list_files.PROOF}"),
            ("怎样核对", "/verify/"),
        ],
    }  # fmt: skip

"""Visit a portal over the network for `monitor`; what it says proves itself, so that a portal without TLS is watched as well."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from yangguang.base.tlog.listed import NotToBeRead
from yangguang.base.tlog.monitor import Monitor, Visit
from yangguang.kernel import net

THERE, NOT_THERE = 200, (404, 503)
MOST = 512 * 1024 * 1024  # bytes of one file


def watched(url: str, folder: Path, vkey: str = "") -> Visit:
    """Look once at the portal at this address."""
    site = url.rstrip("/")
    sender = net.client_for({urlsplit(site).hostname or ""}, plain=True, most=MOST)

    def fetch(address: str) -> bytes | None:
        try:
            with net.through(sender):
                status, content = net.send("GET", f"{site}{address}")
        except net.Unreachable as fault:
            raise NotToBeRead(f"连接不上 {site}（{fault}）。") from None
        if status in NOT_THERE:
            return None
        if status != THERE:
            raise NotToBeRead(f"{site}{address} 答复 {status}。")
        return content

    return Monitor(folder, fetch).visit(vkey)

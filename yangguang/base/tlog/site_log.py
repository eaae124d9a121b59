"""The log of this site: where it lies and what it is called."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from yangguang.base.tlog.log import Log
from yangguang.kernel import chance


def site_log() -> Log:
    """The log in the data directory."""
    return Log(Path(settings.TLOG_DIR))


def begun_log() -> Log:
    """The same, with a key and an empty tree where there was none: at the first use."""
    log = site_log()
    with log.alone():
        log.begin(_name())
    return log


def public_key() -> str:
    """The log's public key as it is served; empty before the log begins. Needs nothing private."""
    path = Path(settings.TLOG_DIR) / "public" / "key"
    return path.read_text(encoding="utf-8").strip() if path.exists() else ""


def _name() -> str:
    """The public address where there is one; else a random one, which is as good a name for a log."""
    address = urlsplit(settings.PUBLIC_SITE["url"])
    return f"{address.netloc}{address.path}/tlog" if address.netloc else f"yangguang/{chance.public_id()}"

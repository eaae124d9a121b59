"""The key that bundles of this site are signed with, and the one key whose bundles it takes in."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from yangguang.base.tlog import keys
from yangguang.base.tlog.keys import LogKey
from yangguang.base.tlog.notes import ED25519, BadNote, Verifier, verifier_of
from yangguang.kernel import chance, disk
from yangguang.kernel.refusal import Refused

PUBLIC = 0o644


def folder() -> Path:
    """Where everything about bundles lies."""
    return Path(settings.BUNDLE_DIR)


def own_key() -> LogKey:
    """This site's key, made at its first use."""
    path = folder() / "key"
    keys.make_key(path, f"yangguang-{settings.SITES}/{chance.public_id()[:12]}")
    return keys.log_key(path)


def trust(vkey: str) -> Verifier:
    """Take in what this key signs from now on, and nothing else."""
    try:
        verifier = verifier_of(vkey)
    except BadNote:
        verifier = None  # type: ignore[assignment]
    if verifier is None or verifier.kind != ED25519:
        raise Refused("这不是数据包的公钥。", remedy="请在对方站点运行 yangguang bundle key，把那一行原样拿来。")
    disk.write_durably(folder() / "trusted", f"{verifier.vkey}\n".encode(), mode=PUBLIC)
    return verifier


def trusted() -> Verifier:
    """Whose bundles are taken in. Raises Refused while nobody has said."""
    path = folder() / "trusted"
    if not path.exists():
        raise Refused(
            "还没有认可任何密钥，不能导入数据包。",
            remedy="请在对方站点运行 yangguang bundle key，在本站运行 yangguang bundle trust。",
        )
    return verifier_of(path.read_text(encoding="utf-8"))

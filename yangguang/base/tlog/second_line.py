"""The SM2 line under every head of a log (国密): begun once by whoever runs the site, checked by `yangguang tlog fsck`.

From then on a head without the line is a fault, and where SM2 cannot be had nothing is signed.
"""

from __future__ import annotations

from collections.abc import Iterator

from yangguang.base.tlog import keys, notes
from yangguang.base.tlog.log import Log
from yangguang.base.tlog.notes import BadNote, Verifier
from yangguang.base.tlog.sm2 import NoSm2
from yangguang.base.tlog.store import PUBLIC_MODE
from yangguang.kernel import disk

NAME = "key-sm2"  # the public key, beside the log's own


def begin(log: Log) -> Verifier:
    """Sign twice from now on, the newest head first of all. Raises LogHeld, and KeyUnusable where SM2 cannot be had."""
    with log.alone():
        log.ready()
        try:
            keys.make_sm2_key(log.place.sm2_key, log.verifier().name)
        except NoSm2 as fault:
            raise keys.KeyUnusable(str(fault)) from None
        verifier = keys.sm2_key(log.place.sm2_key).verifier
        disk.write_durably(log.place.public / NAME, f"{verifier.vkey}\n".encode(), mode=PUBLIC_MODE)
        log.sign_anew()
    return verifier


def faults(log: Log) -> Iterator[str]:
    """Nothing where the line was never begun, or stands under the served head."""
    path = log.place.public / NAME
    if not path.exists():
        if log.place.sm2_key.exists():
            yield "日志有国密密钥，没有公开它的公钥；请再运行一次 yangguang tlog sm2。"
        return
    try:
        known = notes.verifier_of(path.read_text(encoding="utf-8"))
        notes.signed_by(log.checkpoint_path.read_bytes(), [known])
    except NoSm2 as fault:
        yield f"日志头的国密签名没有核对：{fault}。"
    except (BadNote, OSError, UnicodeDecodeError) as fault:
        yield f"日志头的国密签名不成立：{fault}。"

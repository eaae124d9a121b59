"""Let a held log sign again, once it is shown that nothing newer was ever signed than what lies here.

The newest head comes from outside: a checkpoint somebody kept – a witness, a mirror, print – or a mirror with all its files,
from which entries that are lost here are read back. What contradicts it stays held.
"""

from __future__ import annotations

from pathlib import Path

from yangguang.base.tlog import checkpoint, merkle, store
from yangguang.base.tlog.checkpoint import Head
from yangguang.base.tlog.log import Log
from yangguang.base.tlog.store import Damaged, Store
from yangguang.kernel.refusal import Refused

REMEDY = "请向见证人或者镜像索取最新的日志头和文件。"


def resume(log: Log, newest: Path) -> Head:
    """`newest` is a checkpoint file, or the folder of a mirror. Returns the head to go on from. Raises Refused."""
    mirror = Store(newest) if newest.is_dir() else None
    with log.alone():
        note = (newest / "checkpoint" if mirror else newest).read_bytes()
        known = checkpoint.opened(note, log.verifier())
        here = _intact(log)
        if known.size > here.size:
            here = _read_back(log, mirror, here, known)
        elif log.store.root(known.size, here.size) != known.root:
            raise Refused("外面留存的日志头与本机的日志不一致，日志已经分叉，不能继续签名。", remedy=REMEDY)
        if (signed := _signed_here(log)) > here.size:
            raise Refused(
                f"本机最后一次签名是第 {signed} 条，给出的日志头只到第 {here.size} 条，不能继续签名。", remedy=REMEDY
            )
        log.last.keep(here.size, here.root, public=False)
        log.release()
        return log.ready()


def _signed_here(log: Log) -> int:
    """How far this machine itself remembers to have signed; nothing where it remembers nothing."""
    try:
        return log.last.read()[0]
    except (OSError, ValueError):
        return 0


def _intact(log: Log) -> Head:
    """What was last signed here, if the files still lead to it, or else the served head."""
    for told in (log.head, log.published):
        try:
            head = told()
            if head.size and not list(store.faults(log.store, 0, head.size)) and log.store.root(head.size) == head.root:
                return head
        except (OSError, ValueError, Damaged):
            continue
    return Head(log.verifier().name, 0, merkle.EMPTY_ROOT)


def _read_back(log: Log, mirror: Store | None, here: Head, known: Head) -> Head:
    if mirror is None:
        raise Refused("外面留存的日志头比本机的新，缺少的记录要从镜像中读回。", remedy="请给出镜像的文件夹。")
    if list(store.faults(mirror, 0, known.size)) or mirror.root(known.size) != known.root:
        raise Refused("镜像的内容与它的日志头不一致。", remedy=REMEDY)
    if mirror.root(here.size, known.size) != here.root:
        raise Refused("镜像的内容与本机的日志不一致，日志已经分叉，不能继续签名。", remedy=REMEDY)
    log.store.write(here.size, [entry for _, entry in mirror.entries(here.size, known.size)])
    if list(store.faults(log.store, 0, known.size)) or log.store.root(known.size) != known.root:
        raise Refused("读回的记录写入以后不一致。", remedy=REMEDY)
    return known

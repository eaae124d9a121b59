"""Log each leaf once, however often it is asked for: a leaf is known by its key, and the log itself says what it has."""

from __future__ import annotations

from collections.abc import Sequence

from yangguang.base.tlog.leaves import Leaf
from yangguang.base.tlog.log import Log


def log_once(log: Log, leaves: Sequence[Leaf], *, settled: int) -> dict[str, int]:
    """The places of these leaves; those without one get it now. `settled` entries are known to be none of them."""
    with log.alone():
        head = log.ready()
        if settled > head.size:
            raise log.hold("办公库记得的日志比磁盘上的长：日志文件被退回过。")
        places = {leaf.key: place for place, leaf in log.leaves(settled)}
        missing = [leaf for leaf in leaves if leaf.key not in places]
        log.append(missing)
        places |= {leaf.key: place for place, leaf in enumerate(missing, head.size)}
    return {leaf.key: places[leaf.key] for leaf in leaves}

"""Small logs for the tests: leaves that mean nothing, and a log with so many of them."""

from yangguang.base.tlog.leaves import Leaf
from yangguang.base.tlog.log import Log
from yangguang.kernel import chance

T = "2026-11-18T01:00:00Z"


def a_leaf(number=0, type="publish", **told):
    key = chance.public_id()
    return Leaf(
        **{"key": key, "type": type, "obj": key, "ver": 1, "commit": f"{number:064x}", "prev": "", "t": T} | told
    )


def a_log(folder, size=0, name="example.test/tlog"):
    log = Log(folder)
    with log.alone():
        log.begin(name)
        log.ready()
        if size:
            log.append(a_leaf(number) for number in range(size))
    return log


def grow(log, count):
    with log.alone():
        return log.append(a_leaf(number) for number in range(count))

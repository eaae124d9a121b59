"""Case-file evaluation: what is mine to score or to sign, and the evaluation of the year while it is not done."""

from __future__ import annotations

from yangguang.base.addresses import address_of
from yangguang.base.components.clocks import ClockFace, ClockState
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account, Role
from yangguang.kernel import clock
from yangguang.supervision.api import files_to_score, led_by, standards_of, standings

PREPARES = {Role.LEGAL_REVIEWER, Role.SUPERVISOR}
HOUSE, YEARLY = "BODY-HOUSE:evaluation", "SEED-002:yearly"
LAST_MONTH = 12  # the year's duty is told when the year ends


@source("evaluations", without_term=True)
def evaluations_to_do(account: Account) -> list[Waiting]:
    """Files given to me, plans, results and sheets before me, and in the last month the year's duty."""
    rows = [_to_score(account)]
    if account.holds(Role.AGENCY_HEAD):
        rows += [
            _to_sign(one.title, "supervision:round", one.public_id) for one in led_by(account).filter(state="proposed")
        ]
        waiting = standards_of(account).filter(state="submitted")
        rows += [_to_sign(str(one), "supervision:standard", one.public_id) for one in waiting]
    if account.role_names & PREPARES and clock.today().month == LAST_MONTH:
        rows.append(_yearly(account))
    return [row for row in rows if row is not None]


def _to_score(account: Account) -> Waiting | None:
    count = files_to_score(account).filter(state="drawn", evaluation__state="scoring").count()
    count += (
        files_to_score(account).filter(state="objected", evaluation__state="objecting").exclude(rechecker=None).count()
    )
    if not count:
        return None
    return Waiting(
        face=ClockFace(ClockState.NOT_STARTED, f"{count} 卷"), what="评查分派给您的案卷", under="先查否决项，再逐项评分",
        why="评查人不得参与过该案", clause=HOUSE, act="去评查", href=address_of("supervision:rounds"),
    )  # fmt: skip


def _to_sign(what: str, page: str, ref: str) -> Waiting:
    return Waiting(
        face=ClockFace(ClockState.NOT_STARTED, "等您审定"), what=f"审定{what}", under="案卷评查", why="每年至少评查一次",
        clause=YEARLY, act="去审定", href=address_of(page, ref),
    )  # fmt: skip


def _yearly(account: Account) -> Waiting | None:
    left = [one for one in standings(account, clock.today().year) if not one.done]
    if not left:
        return None
    words = left[0].body.name if len(left) == 1 else f"{len(left)} 个机关"
    return Waiting(
        face=left[0].face, what="完成本年度案卷评查", under=words, why="每年至少一次，年底前定档", clause=YEARLY, act="看案卷评查",
        href=address_of("supervision:rounds"), due_on=left[0].face.due_on,
    )  # fmt: skip

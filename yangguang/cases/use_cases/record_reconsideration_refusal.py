"""The police stand by their refusal: three days to suggest supervision by the procuratorate run from that paper."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.criminal import CriminalTransferMoved
from yangguang.cases.models import CriminalTransfer
from yangguang.cases.standing import steps_of
from yangguang.cases.use_cases._criminal import came_in
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

ACT = "record_reconsideration_refusal"
CLAUSE = "TCR-2020:9.2#police"


@transaction.atomic
def record_reconsideration_refusal(
    *, transfer: CriminalTransfer, number: str, sender: str, words: str, actor: Account, at: Moment
) -> CriminalTransfer:
    """Once for each reconsideration."""
    line = locked_line(transfer)
    if any(one.act == ACT and one.line_ref == line.public_id for one in steps_of(line.case)):
        raise Refused("公安机关的复议决定已经登记。", CLAUSE, remedy="请建议检察院立案监督，或者收回处理。")
    taken = step_taken(line, ACT, actor=actor, at=at)
    came_in(line, act=ACT, title="复议决定书", number=number, sender=sender, words=words, at=at)
    line.save()
    told(taken, line, CriminalTransferMoved("公安机关维持不予立案", number, (CLAUSE,)), actor=actor, at=at)
    return line

"""Ask the police to reconsider that they opened no case (C11)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.criminal import CriminalTransferMoved
from yangguang.cases.kinds.criminal_transfer.documents import papers
from yangguang.cases.models import Clock, CriminalTransfer
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._criminal import protects_informants
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "TCR-2020:9.1"


@transaction.atomic
def ask_police_reconsideration(
    *, transfer: CriminalTransfer, reason: str, actor: Account, at: Moment
) -> CriminalTransfer:
    """Within three days of the notice. Later it is refused; the procuratorate can still be asked."""
    line = locked_line(transfer)
    why = worded(reason, label="理由", field="reason", most=2000)
    protects_informants(line.case, why)
    asked_late = [
        one for one in Clock.objects.filter(
            case=line.case, kind="ask_police_reconsideration_by", about_ref=line.public_id, stopped_on=None
        ).order_by("pk")
        if run_clocks.is_over(one, at)
    ]  # fmt: skip
    if asked_late and line.status == "police_refused":
        raise Refused("超过提请复议的期限。", CLAUSE, remedy="仍可以建议人民检察院依法进行立案监督，或者收回处理。")
    taken = step_taken(line, "ask_police_reconsideration", actor=actor, at=at)
    letter = papers.letter(
        line.case, kind="reconsideration_request", title="提请复议意见书", number_kind="提复", to=line.police,
        words=[f"你局对{line.case.title}一案不予立案，本机关认为应当立案，现提请复议。理由：{why}"], actor=actor, at=at,
    )  # fmt: skip
    line.save()
    told(taken, line, CriminalTransferMoved("提请公安机关复议", letter.number, (CLAUSE,)), actor=actor, at=at)
    return line

"""Transfer a case to the body that is competent for it (P18). A suspected crime goes by its own procedure, not this one."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases import standing
from yangguang.cases.events.labour import CaseTransferred
from yangguang.cases.kinds.labour.documents import lead_notices
from yangguang.cases.kinds.labour.queries import gives_away, leads_of
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, Outcome
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases.take_step import Taking, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CRIMINAL = ("公安", "检察", "人民法院")


@transaction.atomic
def transfer_case(*, case: Case, to: str, reason: str, papers: str, actor: Account, at: Moment) -> Case:
    """Send the case with its papers to another body; it ends here. Police, procuratorate and court are refused."""
    row = Case.objects.select_for_update().get(pk=case.pk)
    where = worded(to, label="接收机关", field="to", most=120)
    why = worded(reason, label="移送理由", field="reason", most=400)
    sent = worded(papers, label="移送材料", field="papers", most=400)
    if any(word in where for word in CRIMINAL):
        raise Refused(
            "涉嫌犯罪的移送有专门程序，不能按管辖移送办理。", "TCR-2020:5.1", field="to",
            remedy="请由承办人在案件的“移送公安机关”页登记涉嫌犯罪线索：两名以上执法人员核实，书面报告，正职负责人审批。",
        )  # fmt: skip
    if gives_away(f"{where}{why}{sent}", leads_of(row)):
        raise Refused("应当为举报人保密。", "LSR-2004:9.3", field="reason", remedy="请删去投诉人、举报人的身份信息。")
    if standing.has_decision(row):
        raise Refused(
            "已作出决定的案件不得移送管辖。", "LSR-2004:18.2", remedy="请在本机关办结；决定有误的，先依法撤销。"
        )
    taken = take(Taking(FLOWS["penalty"], row, "transfer_case", actor, at))
    row.outcome, row.closed_on = Outcome.TRANSFER, at.day
    row.save(update_fields=["outcome", "closed_on"])
    make_document(
        kind="transfer_letter", title="案件移送函", number_kind="监移", body=row.body, file_ref=row.public_id,
        sheet=lead_notices.transfer_letter(
            subject_line=f"{row.title}一案（{row.number}）", body_name=row.body.name, to=where, reason=why, papers=sent,
            on=at.day,
        ), dated_on=at.day, actor=actor, at=at,
    )  # fmt: skip
    taken.entry = ledger.record(CaseTransferred(where, why), subject=row.subject, actor=actor, at=at)
    taken.save(update_fields=["entry"])
    return row

"""Record that a party gives up statement and defence, or its hearing: in writing or on record, never by silence."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.hearing_parties import RightWaived
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import PriorNotice, WaiverForm
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "APL-2021:62"
TITLE = "放弃权利声明"


@transaction.atomic
def waive_rights(
    *, case_id: int, notice_ref: str, statement: bool, hearing: bool, form: str, proof: str, actor: Account,
    at: Moment, seen_version: int | None = None,
) -> PriorNotice:  # fmt: skip
    """`proof` names the signed paper or the recording. The window itself runs on, so the party may change its mind."""
    case = lock_case(case_id, seen_version=seen_version)
    notice = PriorNotice.objects.filter(case=case, public_id=notice_ref, superseded_on=None).first()
    if notice is None or notice.served_on is None or at.day < notice.served_on:
        raise Refused("告知书还没有送达，不能登记放弃。", CLAUSE, field="notice_ref")
    if form not in WaiverForm.values or not proof.strip() or not (statement or hearing):
        raise Refused(
            "没有明确放弃，不能视为放弃。", CLAUSE, remedy="请登记书面声明，或者录音录像及其编号。", field="proof"
        )
    taken = take(Taking(FLOWS["penalty"], case, "waive_statement_and_defence", actor, at))
    notice.statement_waived_on = at.day if statement else notice.statement_waived_on
    notice.hearing_waived_on = at.day if hearing else notice.hearing_waived_on
    notice.waiver_form, notice.waiver_proof = form, proof.strip()
    notice.save()
    rights = [label for chosen, label in ((statement, "陈述申辩"), (hearing, "听证")) if chosen]
    rows = [("放弃的权利", "、".join(rights)), ("形式", WaiverForm(form).label), ("凭据", notice.waiver_proof)]
    make_document(
        kind="waiver", title=TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=short_form.sheet(case, title=TITLE, rows=[("当事人", notice.party.name), *rows], dated_on=at.day),
    )  # fmt: skip
    announce(taken, RightWaived(rights, WaiverForm(form).label), actor=actor, at=at)
    return notice

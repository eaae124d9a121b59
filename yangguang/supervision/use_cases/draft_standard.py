"""Put a new edition of a sheet before the head of the body."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.base.approvals import Signer
from yangguang.directory.api import Account, Body, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.supervision.events import StandardDrafted
from yangguang.supervision.models import EvaluationStandard, FileKind, StandardState
from yangguang.supervision.policy import NOT_LEADER, may_lead_in
from yangguang.supervision.rules.flow import YEARLY
from yangguang.supervision.rules.sheets import read_sheet

PURPOSE = "adopt_evaluation_standard"
SIGNERS = (Signer("drafter", "拟订人意见"), Signer(Role.AGENCY_HEAD, "机关负责人审定意见"))


@transaction.atomic
def draft_standard(
    *, body: Body, kind: str, title: str, source: str, vetoes: str, sections: str, grades: str, opinion: str = "",
    actor: Account, at: Moment,
) -> EvaluationStandard:  # fmt: skip
    """The edition as typed. Raises Refused for a text that is no sheet, and while another edition waits for the head."""
    body = Body.objects.select_for_update(no_key=True).get(pk=body.pk)
    if not may_lead_in(actor, body.pk):
        raise Refused(NOT_LEADER, YEARLY, remedy="请由法制机构或者监督机构的人员拟订。")
    if kind not in FileKind.values:
        raise Refused("请选择案卷种类。", YEARLY, field="kind", remedy="一种案卷一张评查表。")
    editions = EvaluationStandard.objects.filter(body=body, kind=kind)
    if editions.filter(state=StandardState.SUBMITTED).exists():
        raise Refused(
            "这种案卷的评查标准已经有一版在等候审定。", YEARLY, field="kind", remedy="请等审定或者退回以后再拟订。"
        )
    sheet = read_sheet(vetoes=vetoes, sections=sections, grades=grades)
    content = sheet.to_content()
    last = editions.order_by("-version").values_list("version", flat=True).first()
    standard = EvaluationStandard.objects.create(
        body=body, kind=kind, version=(last or 0) + 1, content=content, digest=approvals.digest_of(content),
        title=clean(title, label="名称", most=120, least=1, field="title"),
        source=clean(source, label="来源", most=200, least=1, field="source"),
        drafted_by_ref=actor.actor_ref, drafted_by_name=actor.actor_name, drafted_at=at.recorded_at,
    )  # fmt: skip
    approvals.request(
        subject=standard.subject, purpose=PURPOSE, title=f"审定{standard}", proposal={"digest": standard.digest},
        signers=SIGNERS, opinion=opinion or "请审定。", actor=actor, at=at,
    )  # fmt: skip
    ledger.record(StandardDrafted(str(standard), standard.digest), subject=standard.subject, actor=actor, at=at)
    return standard

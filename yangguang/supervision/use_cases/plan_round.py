"""Plan a round of evaluation and put the plan before the head."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from yangguang.base import approvals, ledger, local_values
from yangguang.base.approvals import Signer
from yangguang.directory.api import Account, Body, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.supervision.events import EvaluationProposed
from yangguang.supervision.models import CaseFileEvaluation, EvaluationStandard, StandardState
from yangguang.supervision.policy import NOT_LEADER, may_lead_in
from yangguang.supervision.queries import evaluable_bodies
from yangguang.supervision.rules.flow import HOUSE, REGULAR
from yangguang.supervision.rules.quota import no_quota

PURPOSE = "approve_evaluation_plan"
SIGNERS = (Signer("drafter", "拟订人意见"), Signer(Role.AGENCY_HEAD, "机关负责人意见"))
TERMS = ("evaluation_objection_workdays", "evaluation_fixing_workdays")
MOST_FILES = 500


@transaction.atomic
def plan_round(
    *, title: str, standard: EvaluationStandard, bodies: Sequence[Body], period_from: date, period_until: date, size: int,
    scheme: str = "", actor: Account, at: Moment,
) -> CaseFileEvaluation:  # fmt: skip
    """A plan that waits for the head. Raises Refused for a sheet that is not in force, terms nobody set, or targets by fines."""
    if not may_lead_in(actor, actor.body_id):
        raise Refused(NOT_LEADER, HOUSE, remedy="请由法制机构或者监督机构的人员拟订。")
    _standard_holds(standard, actor)
    for name in TERMS:
        local_values.value(name, chain=actor.body.public_id, on=at.day)
    allowed = set(evaluable_bodies(actor).values_list("pk", flat=True))
    if not bodies or {one.pk for one in bodies} - allowed:
        raise Refused(
            "请选择被评查单位。", HOUSE, field="bodies", remedy="法制机构评查本机关，监督机构评查本级的执法主体。"
        )
    if period_until < period_from or period_until > at.day:
        raise Refused(
            "评查范围的起止日期不对。", HOUSE, field="period_until", remedy="填已经过去的一段时间，起不晚于止。"
        )
    if not 0 < size <= MOST_FILES:
        raise Refused("抽取件数不对。", HOUSE, field="size", remedy=f"请填1至{MOST_FILES}。")
    words = clean(scheme, label="组织方式和要求", most=4000, lines=True, field="scheme")
    no_quota(words, field="scheme")

    planned = CaseFileEvaluation.objects.create(
        body=actor.body, standard=standard, year=at.day.year, period_from=period_from, period_until=period_until, size=size,
        title=clean(title, label="评查名称", most=120, least=1, field="title"), scheme=words, planned_on=at.day,
        planned_by_ref=actor.actor_ref, planned_by_name=actor.actor_name,
    )  # fmt: skip
    planned.bodies.set(bodies)
    proposal = {"title": planned.title, "size": size, "standard": standard.public_id, "scheme": words}
    approvals.request(
        subject=planned.subject, purpose=PURPOSE, title=f"批准{planned.title}方案", proposal=proposal, signers=SIGNERS,
        opinion="请批准。", actor=actor, at=at,
    )  # fmt: skip
    ledger.record(EvaluationProposed(planned.title), subject=planned.subject, actor=actor, at=at)
    return planned


def _standard_holds(standard: EvaluationStandard, actor: Account) -> None:
    found = EvaluationStandard.objects.filter(pk=standard.pk, body_id=actor.body_id, state=StandardState.IN_FORCE)
    if not found.exists():
        raise Refused("评查标准不是现行版本。", REGULAR, field="standard", remedy="请选择本机关现行的评查标准。")

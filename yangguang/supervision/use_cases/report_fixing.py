"""The evaluated body reports what it put right; in an archived file only by a note that was added."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.api import CaseStatus
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.supervision.events import FixingReported
from yangguang.supervision.models import FixingOrder
from yangguang.supervision.policy import answers_for
from yangguang.supervision.rules.flow import HOUSE, SUPERVISED
from yangguang.supervision.use_cases._round import locked

NOTE = "append_note"


@transaction.atomic
def report_fixing(
    *, order: FixingOrder, report: str, evidence: str, changes_file: bool = False, actor: Account, at: Moment
) -> FixingOrder:
    """Reported. Where the file itself was mended and is archived, a note must have been added to it since the order."""
    if not answers_for(actor, order.file):
        raise Refused("报告整改的是被评查单位。", HOUSE, remedy="请由被评查单位的承办机构负责人或者法制人员报告。")
    locked(order.file.evaluation, "report_fixing")
    held = FixingOrder.objects.select_for_update(of=("self",)).select_related("file__case").get(pk=order.pk)
    if held.verified_on is not None:
        raise Refused("整改已经核查。", HOUSE, remedy="需要再整改的，由组织评查的机关另行处理。")
    case = held.file.case
    if changes_file and case.status == CaseStatus.ARCHIVED:
        since = clock.beijing(held.ordered_on, 0)
        if not case.steps_taken.filter(act=NOTE, recorded_at__gte=since).exists():
            raise Refused("案卷已归档，整改只能追加说明，不得改动原件。", (SUPERVISED, "SD-SUP-2014:31"), field="changes_file",
                          remedy="请先在案件页“附加说明”，再报告整改。")  # fmt: skip
    held.report = clean(report, label="整改情况", most=2000, least=1, lines=True, field="report")
    held.evidence = clean(evidence, label="证据的名称和位置", most=400, least=1, field="evidence")
    held.reported_on, held.reported_by_ref, held.reported_by_name = at.day, actor.actor_ref, actor.actor_name
    held.save(update_fields=["report", "evidence", "reported_on", "reported_by_ref", "reported_by_name"])
    ledger.record(FixingReported(str(held.file)), subject=held.file.subject, actor=actor, at=at)
    return held

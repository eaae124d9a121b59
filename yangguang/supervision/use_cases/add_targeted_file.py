"""Add a file on purpose, with the reason: a complaint, a lost suit."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.api import Case
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.supervision.events import FileTargeted
from yangguang.supervision.models import CaseFileEvaluation, EvaluatedFile, TakenBy
from yangguang.supervision.queries import FINISHED
from yangguang.supervision.rules.flow import HOUSE
from yangguang.supervision.use_cases._round import led

LEAST_REASON = 4


@transaction.atomic
def add_targeted_file(
    *, evaluation: CaseFileEvaluation, number: str, reason: str, actor: Account, at: Moment
) -> EvaluatedFile:
    """In the sample, marked as added. Raises Refused without a reason, and for a file that is not finished or in it already."""
    held = led(evaluation, "add_targeted_file", actor)
    words = reason.strip()
    if len(words) < LEAST_REASON:
        raise Refused("评查案卷应当随机抽取产生，另行指定的应当写明理由。", HOUSE, field="reason",
                      remedy="写明为什么指定，如投诉、复议撤销、败诉。")  # fmt: skip
    bodies = held.bodies.values("pk")
    case = (
        Case.objects.filter(number=number.strip(), body__in=bodies, status__in=FINISHED).select_related("body").first()
    )
    if case is None:
        raise Refused(
            "没有找到这件已经办结的案卷。", HOUSE, field="number", remedy="请填被评查单位已经结案或者归档的案号。"
        )
    if held.files.filter(case=case).exists():
        raise Refused("这件案卷已经在评查名单上。", HOUSE, field="number", remedy="同一次评查中每件案卷只评一次。")
    file = EvaluatedFile.objects.create(
        evaluation=held, case=case, body=case.body, stratum="指定", taken_by=TakenBy.TARGETED, reason=words[:400],
        position=held.files.count() + 1,
    )  # fmt: skip
    ledger.record(FileTargeted(case.number, file.reason), subject=file.subject, actor=actor, at=at)
    return file

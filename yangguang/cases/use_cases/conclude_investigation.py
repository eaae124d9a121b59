"""Conclude the investigation with its report (APL-2021:57.1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from yangguang.cases import standing
from yangguang.cases.circumstances import circumstance_rows
from yangguang.cases.events.investigating import InvestigationConcluded
from yangguang.cases.kinds.penalty.documents import investigation_report
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, InvestigationReport
from yangguang.cases.prior_violations import prior_violations
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "APL-2021:57.1"
PARTS = {"nature": "定性", "basis": "依据", "gains": "违法所得", "circumstances": "情节", "suggestion": "处理建议"}


@transaction.atomic
def conclude_investigation(
    *, case_id: int, content: Mapping[str, Any], actor: Account, at: Moment, seen_version: int | None = None,
    established: bool = True, circumstances: Mapping[str, Any] | None = None, overdue_reason: str = "",
    prior_reason: str = "",
) -> InvestigationReport:  # fmt: skip
    """`content` holds nature, basis (clause ids), gains, circumstances, suggestion. `circumstances` are the facts
    discretion asks about (workers, prior_violations …); None takes away what the file said of one. A violation that is not
    established needs no found fact. Another number of earlier violations than the one computed from decisions needs its
    `prior_reason`.
    """
    case = lock_case(case_id, seen_version=seen_version)
    missing = [label for name, label in PARTS.items() if not content.get(name)]
    if missing:
        raise Refused(f"调查终结应当有调查终结报告：缺少{'、'.join(missing)}。", CLAUSE, field=next(iter(PARTS)))
    facts = standing.found_facts(case)
    if established and not facts:
        raise Refused("还没有认定事实。", "APL-2021:40", remedy="请先逐项认定事实并列明证据。")
    counted = _counted(case, circumstances or {}, prior_reason.strip(), actor)
    if circumstances:
        known = {**case.circumstances, **circumstances}
        case.circumstances = {name: value for name, value in known.items() if value is not None}
    taken = take(
        Taking(FLOWS["penalty"], case, "conclude_investigation", actor, at, {"overdue_reason": overdue_reason})
    )
    names = standing.cited_evidence(facts, case)
    found = [(f.text, "、".join(names[r].name for r in f.evidence_refs if r in names)) for f in facts]
    officers = [officer.name for officer in standing.officers_on(case, at.day)]
    weighed = circumstance_rows(case)
    told = {**content, **counted, "weighed": weighed}
    document = make_document(
        kind="investigation_report", title=investigation_report.TITLE, body=case.body, file_ref=case.public_id,
        sheet=investigation_report.sheet(case, found=found, content=told, officers=officers, dated_on=at.day, weighed=weighed),
        dated_on=at.day, actor=actor, at=at, volume="side",
    )  # fmt: skip
    report = InvestigationReport.objects.create(case=case, content=told, concluded_on=at.day, document=document)
    announce(taken, InvestigationConcluded(str(content["suggestion"])[:200]), actor=actor, at=at)
    return report


def _counted(case: Case, circumstances: Mapping[str, Any], reason: str, actor: Account) -> dict[str, Any]:
    """What was computed and what was typed, side by side, for the report. Raises Refused where they differ unexplained."""
    typed, computed = circumstances.get("prior_violations"), prior_violations(case, actor)
    if typed is None or computed is None:
        return {}
    if typed != computed.count and not reason:
        named = f"（{'、'.join(computed.numbers)}）" if computed.numbers else ""
        raise Refused(
            f"填写的同类违法次数是{typed}次，按既往决定算得{computed.count}次{named}，应当写明理由。", "APL-2021:40",
            field="prior_reason", remedy="请核对，或者写明为什么不同。",
        )  # fmt: skip
    found = {"computed": computed.count, "cases": computed.numbers, "typed": typed, "reason": reason}
    return {"prior_violations": found}

"""Gates of advance registration and preservation (law/stages-penalty §1.7)."""

from __future__ import annotations

from yangguang.base import local_values
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.kinds.custody.held import last_day, time_is_over
from yangguang.cases.models import GOES_BACK, AdvancePreservation, ItemFate
from yangguang.kernel.clock import legal_day

APPROVAL = "APL-2021:56#approval"
ONLY_EVIDENCE = "先行登记保存只能用于可能灭失或者以后难以取得的证据。"


@gate(
    "preservation_approved", label="登记保存已经批准", clauses=(APPROVAL,),
    remedy="请机关负责人先在审批表上签署，可以用手机电子签批；规章另有规定可以先采取后补批的，由系统管理员在“本地参数”中录入依据。",
)  # fmt: skip
def preservation_approved(attempt: Attempt) -> str:
    """The head had not signed by the minute it was done; a rule the body has named lets urgent ones be signed after."""
    line: AdvancePreservation = attempt.given["preservation"]
    if line.approved_at is not None and line.approved_at <= attempt.at.occurred_at:
        return ""
    rule = local_values.find("preservation_urgent_rule", chain=attempt.case.body.public_id, on=attempt.at.day)
    if rule is not None and str(attempt.given.get("urgent_reason") or "").strip():
        return ""
    return "先行登记保存未经行政机关负责人批准。"


@gate(
    "preservation_for_evidence_only", label="只登记保存证据", clauses=(APPROVAL,),
    remedy="请写明每件物品证明什么；需要控制的财物不是证据的，有法律、法规授权的机关依法查封、扣押。",
)  # fmt: skip
def preservation_for_evidence_only(attempt: Attempt) -> str:
    """Something on the list, or what is asked for, proves nothing, or stands in for a seizure."""
    line: AdvancePreservation = attempt.given["preservation"]
    if not line.proves.strip() or attempt.given.get("instead_of_seizure"):
        return ONLY_EVIDENCE
    items = attempt.given.get("items") or ()
    return ONLY_EVIDENCE if any(not one.proves.strip() for one in items) else ""


@gate(
    "preservation_time_left", label="登记保存期限未满", clauses=("APL-2021:56#settle", "LSP-2004:29"),
    remedy="期限届满后只能退还；期限内已经依法转为查封、扣押的，照实处理。",
)  # fmt: skip
def preservation_time_left(attempt: Attempt) -> str:
    """After the seventh working day nothing keeps a thing any longer: it goes back, or had become a measure in time."""
    line: AdvancePreservation = attempt.given["preservation"]
    if not time_is_over(line, attempt.at.day):
        return ""
    fates = set((attempt.given.get("fates") or {}).values())
    kept = fates - GOES_BACK - ({ItemFate.TURNED_INTO_MEASURE} if _turned_in_time(line) else set())
    return "先行登记保存期限已满，应当作出处理。" if kept else ""


def _turned_in_time(line: AdvancePreservation) -> bool:
    until = last_day(line)
    taken = [one.taken_at for one in line.case.measures.order_by("pk") if one.taken_at]
    return any(until is not None and legal_day(when) <= until for when in taken)

"""The draft of a disposition: everything it will say, from the case file, ready to be reviewed and decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yangguang.cases.informants import covered, who_told
from yangguang.cases.kinds.labour.queries import claims_of
from yangguang.cases.kinds.labour.remedies import remedies_of
from yangguang.cases.models import Case, DecisionDraft, DecisionKind, Instruction, Party
from yangguang.cases.rules.disposition_content import annex_of, digest_of, sums
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import evidence_of

BASIS = ("LSR-2004:18.1", "LSR-2004:26#compensation", "LCL-2012:85")
BASIS_WITHOUT_COMPENSATION = ("LSR-2004:18.1", "MWR-2019:42")
QUESTIONS = {
    "public_interest": "涉及重大公共利益", "social_risk": "可能造成重大社会影响、引发社会风险",
    "major_interest": "直接关系当事人、第三人重大权益", "complex": "案件情况疑难复杂",
    "outside_standard": "超出裁量基准",
}  # fmt: skip


def content_of(
    case: Case, *, party: Party, instruction: Instruction, percent: int, findings: str, reasons: str, fulfil_days: int,
    answers: Mapping[str, Any], on: date,
) -> dict[str, Any]:  # fmt: skip
    """What the disposition says, worked out from roster, found facts and instruction. A question left open is refused."""
    if open_ones := [label for name, label in QUESTIONS.items() if answers.get(name) is None]:
        raise Refused(
            f"没有回答：{'、'.join(open_ones)}。",
            "APL-2021:58.1",
            remedy="请逐项选择是或者否，用来判断是否属于重大执法决定。",
        )
    annex = annex_of(claims_of(case), percent)
    wages, extra, total = sums(annex)
    days = "、".join(sorted({f"{order.due_on:%Y年%-m月%-d日}" for order in instruction.orders.order_by("position")}))
    return {
        "body_name": case.body.name, "case_number": case.number, "title": case.title,
        "parties": [
            {"name": party.name, "code": party.code, "address": party.address,
             "legal_representative": party.legal_representative}
        ],
        "findings": findings, "facts": _proven(case), "basis": list(BASIS if percent else BASIS_WITHOUT_COMPENSATION),
        "reasons": reasons, "percent": percent, "annex": annex, "wages_fen": wages, "extra_fen": extra,
        "total_fen": total, "owed_fen": wages, "fulfil_days": fulfil_days,
        "fulfilment": f"你单位应当自收到本决定书之日起{fulfil_days}日内将上述款项支付给劳动者本人，并向本机关报送支付凭证。",
        "instruction": f"本机关向你单位送达限期改正指令书（{instruction.number}），责令于{days}前改正",
        "heard": "", "remedies": remedies_of(case.body, on), "penalties": [],
        "review_facts": {
            "party_kind": party.kind, "fine_fen": 0, "confiscated_fen": 0, "licence_penalty": False,
            "business_penalty": False, "hearing_held": False, "summary_procedure": False,
            "legal_relations": int(answers.get("legal_relations", 1)),
            **{name: bool(answers[name]) for name in QUESTIONS},
        },
    }  # fmt: skip


def keep_draft(case: Case, content: dict[str, Any], actor: Account, at: Moment) -> DecisionDraft:
    """Store the draft under its fingerprint; a further version takes the place of the one before."""
    draft = case.drafts.filter(kind=DecisionKind.DISPOSITION).first()
    version = draft.version + 1 if draft else 1
    draft = draft or DecisionDraft(case=case, kind=DecisionKind.DISPOSITION)
    draft.content, draft.digest, draft.version = content, digest_of(content), version
    draft.prepared_by_ref, draft.prepared_by_name = actor.actor_ref, actor.actor_name
    draft.prepared_at = at.recorded_at
    draft.save()
    return draft


def _proven(case: Case) -> list[dict[str, Any]]:
    told = who_told(case.public_id)
    names = {e.public_id: covered(e.name, told) for e in evidence_of(case.public_id)}
    return [
        {"text": fact.text, "evidence": [names[ref] for ref in fact.evidence_refs if ref in names]}
        for fact in case.found_facts.filter(dropped_on=None).order_by("position", "pk")
    ]

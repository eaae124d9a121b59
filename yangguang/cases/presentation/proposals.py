"""What an approval form asks for, in words: openings, decisions with their draft, instructions, closings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from yangguang.base.components.texts import cn_date
from yangguang.base.models import Approval
from yangguang.cases.kinds.labour.documents import disposition_approval, disposition_decision
from yangguang.cases.kinds.penalty.documents import decision, frame
from yangguang.cases.kinds.penalty.documents.prior_notice import circumstance_words, penalty_words
from yangguang.cases.models import CaseItem, DecisionDraft, DecisionKind, ItemFate, ReleaseGround
from yangguang.cases.rules.shares import shares_of, whom
from yangguang.cases.use_cases.issue_decision import parties_named
from yangguang.directory.api import Officer
from yangguang.kernel import clock, money
from yangguang.records.api import evidence_of

Rows = list[tuple[str, str]]
WORDS = {
    "title": "案由", "facts": "基本事实", "source": "案件来源", "ground": "结案情形", "summary": "办理情况", "reason": "理由",
    "recording_note": "音像记录说明", "overdue_reason": "逾期原因", "field": "执法类别", "area": "执法区域",
    "matter_code": "执法事项", "violation_code": "违法行为", "discovered_on": "发现日期", "reported_on": "登记日期",
    "to": "接收单位", "about": "查询对象", "objects": "查询内容", "ended_by": "人民法院终结执行的裁定",
    "report": "移送报告", "papers": "附送材料", "place": "检查地点", "purpose": "检查内容和理由",
    "from_day": "检查开始日期", "until_day": "检查结束日期", "urgent_reason": "紧急情况",
    "tried": "送达未果的记录", "paper": "送达的文书", "served_on_whom": "受送达人", "why_announced": "公告送达的情形",
    "whereabouts_proof": "下落不明的证据",
    "counterpart": "行政相对人", "grade_year": "评价年度", "grade_words": "评价等级", "grade_ground": "评价理由",
    "grade_source": "评价依据",
    "violation_began_on": "违法行为开始", "violation_ended_on": "违法行为终了", "objects_named": "对象", "proves": "证明内容",
    "late_reason": "超时说明", "note": "说明", "applicant": "申请人、原告", "reply": "事实和理由", "norms": "作出行政行为的依据",
    "asks": "请求", "extension_words": "延长",
}  # fmt: skip


def in_words(approval: Approval) -> Rows:
    """The proposal as labels and values; what only machines need is left out."""
    told = dict(approval.proposal)
    rows = [("当事人", "　".join(filter(None, (p.get("name"), p.get("code"))))) for p in told.get("parties") or ()]
    rows += [
        (label, _value(told[key])) for key, label in WORDS.items() if isinstance(told.get(key), str | int) and told[key]
    ]
    if told.get("officer_refs"):
        officers = {o.public_id: o.name for o in Officer.objects.filter(public_id__in=told["officer_refs"])}
        rows.append(("拟承办人", "、".join(officers[ref] for ref in told["officer_refs"] if ref in officers)))
    if superior := told.get("superior"):
        rows.append(
            (
                "上级批准",
                f"{superior['body']}　{superior['name']}　{superior['number']}　{_value(superior['approved_on'])}",
            )
        )
    if told.get("basis"):
        rows.append(("依据", _cited(told["basis"])))
    rows += [(f"改正要求{n}", _order(order)) for n, order in enumerate(told.get("orders") or (), start=1)]
    rows += _held(told)
    if refs := told.get("evidence_refs"):
        names = dict(evidence_of(approval.file_ref).filter(public_id__in=refs).values_list("public_id", "name"))
        rows.append(("提交的证据", "；".join(names[ref] for ref in refs if ref in names)))
    if (draft := draft_of(approval)) is not None:
        rows += drafted_rows(draft)
    return rows


def draft_of(approval: Approval) -> DecisionDraft | None:
    """The draft a form puts before its signers, as it is now."""
    ref = approval.proposal.get("draft_ref")
    return DecisionDraft.objects.select_related("case__body").filter(public_id=ref).first() if ref else None


def changed_since(approval: Approval, draft: DecisionDraft | None) -> bool:
    """The draft is no longer what was put before the signers."""
    return bool(draft and approval.proposal.get("digest") and draft.digest != approval.proposal["digest"])


def blocks_of(draft: DecisionDraft | None) -> Iterable[Any]:
    """The draft as the paper will read; empty where another line makes the paper."""
    if draft is not None and draft.kind == DecisionKind.DISPOSITION:
        party = draft.content["parties"][0]["name"]
        return disposition_decision.sheet(draft.case, party=party, content=draft.content, on=clock.today()).blocks
    if draft is None or draft.kind not in decision.TITLES or "facts" not in draft.content:
        return ()
    papers = [
        decision.sheet(draft.case, kind=draft.kind, content=share, dated_on=clock.today(),
                       parties=parties_named(draft.case, share))
        for share in shares_of(draft.content)
    ]  # fmt: skip
    return [block for paper in papers for block in paper.blocks]


def _held(told: dict[str, Any]) -> Rows:
    """What would become of each thing that is held."""
    ground = told.get("release_ground")
    rows = [("解除情形", str(ReleaseGround(ground).label))] if ground in ReleaseGround.values else []
    chosen = told.get("fates") or told.get("ways") or {}
    labels = dict(ItemFate.choices) | {"return": "当场退还", "collect": "通知领取"}
    items = CaseItem.objects.filter(public_id__in=chosen).order_by("position", "pk")
    return rows + [(str(one), str(labels.get(chosen[one.public_id], ""))) for one in items]


def drafted_rows(draft: DecisionDraft) -> Rows:
    """What a draft proposes and why, as labels and values."""
    content = draft.content
    if draft.kind == DecisionKind.DISPOSITION:
        told = disposition_approval.entries(draft.case.title, content["parties"][0]["name"], content)
        return [("提请决定", draft.get_kind_display()), *((label, words) for label, words in told.items() if words)]
    rows = [
        ("提请决定", draft.get_kind_display()),
        ("违法事实", "；".join(str(fact.get("text", "")).rstrip("。") for fact in content.get("facts") or ()) + "。"),
        *(row for share in shares_of(content) for row in _of_share(share, apart=bool(content.get("shares")))),
        ("陈述申辩", str(content.get("response") or "")),
    ]  # fmt: skip
    return [(label, words) for label, words in rows if words.strip("。")]


def _of_share(share: dict[str, Any], *, apart: bool) -> Rows:
    head, discretion = f"对{whom(share)}" if apart else "", share.get("discretion") or {}
    return [
        (f"{head}法律依据", _cited(share.get("basis") or ())),
        (f"{head}拟作处罚", penalty_words(share) if share.get("penalties") else ""),
        (f"{head}裁量", "　".join(filter(None, (str(discretion.get(name) or "") for name in ("tier", "reasons"))))),
        (f"{head}情节", circumstance_words(share)),
        (f"{head}理由", str(share.get("reasons") or "")),
    ]


def _cited(clause_ids: Iterable[str]) -> str:
    return "、".join(dict.fromkeys(frame.cited([one]) for one in clause_ids))


def _order(order: dict[str, Any]) -> str:
    owed = f"　金额 {money.in_figures(int(order['owed_fen']))} 元" if order.get("owed_fen") else ""
    until = f"　期限 {_value(order['due_on'])}" if order.get("due_on") else ""
    return f"{order.get('text', '')}{owed}{until}"


def _value(value: Any) -> str:
    try:
        return cn_date(date.fromisoformat(value))
    except (TypeError, ValueError):
        return str(value)

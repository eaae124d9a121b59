"""What the platform already knows about each element, with its source: the reviewer only judges (ui: picture 13)."""

from __future__ import annotations

from typing import Any

from yangguang.base.components.texts import cn_date
from yangguang.cases.api import Case
from yangguang.directory.api import certificate_fault
from yangguang.kernel.money import in_figures
from yangguang.legal_review.models import LegalReview
from yangguang.records.api import documents_of, evidence_of
from yangguang.statutes import clause


def facts_by_element(review: LegalReview) -> dict[str, list[str]]:
    """For each element's code the sentences put before the reviewer."""
    case, content = review.case, review.draft_content
    return {
        "body": _body(case),
        "officers": _officers(case, review),
        "facts": [str(fact.get("text", "")) for fact in content.get("facts", []) if isinstance(fact, dict)],
        "evidence": _evidence(case),
        "law": [f"{clause(c).cite()}：{clause(c).text}" for c in _clauses(content)],
        "discretion": _discretion(content),
        "procedure": _procedure(case),
        "powers": [f"事项：{case.matter_code}；执法区域：{case.area}；违法行为：{case.violation_code or '—'}"],
        "documents": _documents(case),
        "crime": [f"案件所列金额：{_money(content)}"],
    }


def _body(case: Case) -> list[str]:
    told = [f"以{case.body}名义办理"]
    if case.acting_body_id:
        told.append(f"由受委托组织{case.acting_body}承办")
    return told


def _officers(case: Case, review: LegalReview) -> list[str]:
    told = []
    for one in case.assignments.select_related("officer").order_by("position", "pk"):
        fault = certificate_fault(one.officer, case.field, case.area, review.requested_on)
        told.append(f"{one.officer.name}：{fault or '送审当日证件有效，类别和区域相符'}")
    return told


def _evidence(case: Case) -> list[str]:
    rows = list(evidence_of(case.public_id))
    verified = sum(row.verified_on is not None for row in rows)
    excluded = sum(row.excluded_on is not None for row in rows)
    return [f"{len(rows)} 件证据，已查证 {verified} 件，排除 {excluded} 件"]


def _clauses(content: dict[str, Any]) -> list[str]:
    basis = content.get("basis") or []
    return [basis] if isinstance(basis, str) else list(basis)


def _discretion(content: dict[str, Any]) -> list[str]:
    discretion = content.get("discretion") or {}
    told = [f"{discretion.get('tier', '')}：{discretion.get('reasons', '')}"] if discretion else []
    found = [f"{row['name']}：{row['text']}（证据：{row['evidence']}）" for row in content.get("circumstances") or ()]
    return [*told, *found]


def _procedure(case: Case) -> list[str]:
    steps = case.steps_taken.filter(line="case").order_by("pk").select_related("entry")
    return [f"{cn_date(step.occurred_at)}　{step.entry.label}" for step in steps if step.entry is not None]


def _documents(case: Case) -> list[str]:
    titles = list(documents_of(case.public_id).values_list("title", flat=True))
    return [f"{len(titles)} 份文书：{'、'.join(titles)}"]


def _money(content: dict[str, Any]) -> str:
    fen = int(content.get("fine_fen") or content.get("owed_fen") or 0)
    return f"{in_figures(fen)} 元" if fen else "无"

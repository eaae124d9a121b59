"""Put a slip in a decision right by a notice (V01): wording, a sum, a date; never the party, the penalty, the amount, the facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from yangguang.cases.events.remaking import ClericalErrorCorrected
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import ClericalCorrection, Decision, DecisionStatus
from yangguang.cases.rules.clerical import SLIPS, SlipKind, slip_fault
from yangguang.cases.rules.severity import LABELS
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_capitals, in_figures
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.api import make_document

CLAUSE = "APL-2021:75.2"
TITLE = "补正通知书"
INSTEAD = "改变当事人、处罚种类、数额、期限、事实的，请撤销决定后依法重新处理。"


@dataclass(frozen=True)
class Slip:
    """In which decision, of which kind, what stands there, what it should say, and why."""

    decision_ref: str
    kind: str
    wrong: str
    right: str
    reason: str


@transaction.atomic
def correct_clerical_error(
    *, case_id: int, slip: Slip, actor: Account, at: Moment, seen_version: int | None = None
) -> ClericalCorrection:
    """The decision stays as it was issued; the notice goes to every party. Raises Refused for whatever is no slip."""
    case = lock_case(case_id, seen_version=seen_version)
    rows = case.decisions.filter(status__in=(DecisionStatus.DECIDED, DecisionStatus.SERVED)).select_related("document")
    decision = rows.filter(public_id=slip.decision_ref).first()
    if decision is None or decision.document is None:
        raise Refused("请选择有效的决定。", CLAUSE, field="decision_ref")
    wrong = clean(slip.wrong, label="原文", most=200, least=1, field="wrong")
    right = clean(slip.right, label="补正后", most=200, least=1, field="right")
    reason = clean(slip.reason, label="理由", most=400, least=1, field="reason")
    if slip.kind not in set(SlipKind):
        raise Refused("请选择笔误的种类。", CLAUSE, field="kind")
    why = slip_fault(slip.kind, wrong, right, paper=list(_words(decision.document.sheet)), decided=_decided(decision))
    if why:
        raise Refused(why, CLAUSE, field="right", remedy=f"请从决定书中原样抄录要补正的文字。{INSTEAD}")
    keep_secret(case, {"right": right, "reason": reason})
    taken = take(Taking(FLOWS["penalty"], case, "correct_clerical_error", actor, at))
    table = [
        ("补正的文书", f"{decision.document.title} {decision.number}"),
        ("原文", wrong),
        ("补正后", right),
        ("理由", reason),
    ]
    made = make_document(
        kind="correction_notice", title=TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor,
        at=at, sheet=short_form.sheet(case, title=TITLE, rows=table, dated_on=at.day), number_kind="监补",
    )  # fmt: skip
    row = ClericalCorrection.objects.create(
        case=case, decision=decision, kind=slip.kind, wrong=wrong, right=right, reason=reason, document=made,
        corrected_on=at.day,
    )  # fmt: skip
    label = SLIPS[SlipKind(slip.kind)]
    announce(
        taken, ClericalErrorCorrected(decision.public_id, decision.number, label, wrong, right), actor=actor, at=at
    )
    return row


def _decided(decision: Decision) -> set[str]:
    """What the decision decides, as its paper writes it."""
    content = decision.content
    parties = content.get("parties") or ()
    said = {str(party.get(name) or "") for party in parties for name in ("name", "code")}
    said |= {LABELS[kind] for kind in content.get("penalties") or () if kind in LABELS}
    for fen in (content.get("fine_fen"), content.get("confiscated_fen")):
        if fen:
            said |= {in_figures(int(fen)), in_figures(int(fen)).replace(",", ""), in_capitals(int(fen))}
    return {*said, str((content.get("payment") or {}).get("term") or "")} - {""}


def _words(value: Any) -> Iterator[str]:
    """Every text of a stored sheet."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _words(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _words(one)

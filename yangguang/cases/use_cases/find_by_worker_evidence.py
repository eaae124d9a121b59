"""Find a fact by what workers proved, because the employer proved nothing in its time (L13)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.cases import standing
from yangguang.cases.events.inquiry import FoundByWorkerEvidence
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.labour.queries import totals_of
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import FoundFact
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused
from yangguang.records.api import EvidenceKind, evidence_of, make_document

NO_LEDGER, BURDEN = "WPN-2014:no_ledger", "MWR-2019:50"
TITLE = "按劳动者证据认定记录"


@transaction.atomic
def find_by_worker_evidence(
    *, case_id: int, fact: str, evidence_refs: Sequence[str], default: str, officers: Sequence[Officer], actor: Account,
    at: Moment, fled_how: str = "", seen_version: int | None = None,
) -> FoundFact:  # fmt: skip
    """The fact joins those found; the record says what the employer failed to hand over, or that it fled."""
    case = lock_case(case_id, seen_version=seen_version)
    text = worded(fact, label="认定的事实", field="fact", most=2000)
    failed = worded(default, label="单位未举证的情况", field="default", most=1000)
    known = {one.public_id: one for one in evidence_of(case.public_id).filter(public_id__in=list(evidence_refs))}
    if set(evidence_refs) - known.keys():
        raise Refused("列出的证据不在本案卷中。", BURDEN, field="evidence_refs")
    if not any(one.kind == EvidenceKind.WITNESS for one in known.values()):
        raise Refused(
            "没有劳动者的询问笔录，事实不清。", NO_LEDGER, field="evidence_refs", remedy="请逐人询问劳动者并归入笔录。"
        )
    keep_secret(case, {"fact": text, "default": failed})
    row = FoundFact(
        case=case, position=len(standing.found_facts(case)) + 1, text=text, evidence_refs=list(evidence_refs)
    )
    given = {"officers": list(officers), "facts": [row], "fled_how": fled_how}
    taken = take(Taking(FLOWS["penalty"], case, "find_by_worker_evidence", actor, at, given))
    row.save()
    totals = totals_of(case)
    rows = [
        ("认定的事实", text), ("依据的证据", "、".join(one.name for one in known.values())),
        ("工资汇总", f"{totals.workers}人，应付{in_figures(totals.owed_fen)}元，尚欠{in_figures(totals.unpaid_fen)}元"),
        ("单位逾期未举证的情况", failed), *([("逃匿的情况", fled_how.strip())] if fled_how.strip() else []),
    ]  # fmt: skip
    make_document(
        kind="worker_evidence_finding", title=TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day,
        sheet=short_form.sheet(case, title=TITLE, rows=rows, dated_on=at.day), actor=actor, at=at, volume="side",
    )  # fmt: skip
    run_clocks.stop(case, "provide_materials_by", on=at.day, event="按劳动者证据认定")
    announce(taken, FoundByWorkerEvidence(len(known), totals.workers), actor=actor, at=at)
    return row

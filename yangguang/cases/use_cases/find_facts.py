"""Set down the facts found, each with the evidence that shows it (APL-2021:40)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.investigating import FactsFound
from yangguang.cases.informants import keep_secret
from yangguang.cases.models import CaseStatus, FoundFact
from yangguang.cases.policy import may_take
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import evidence_of

CLAUSE = "APL-2021:40"


@transaction.atomic
def find_facts(
    *, case_id: int, facts: Sequence[tuple[str, Sequence[str]]], actor: Account, at: Moment,
    seen_version: int | None = None,
) -> list[FoundFact]:  # fmt: skip
    """Replace the facts held found; the former ones stay in the file as dropped. Evidence is named by public id."""
    case = lock_case(case_id, seen_version=seen_version)
    if case.status != CaseStatus.OPENED:
        raise Refused("调查终结以后不能改动认定的事实。", CLAUSE, remedy="需要改动的，请先退回补充调查。")
    if not may_take(actor, case, (Role.CASE_HANDLER,)):
        raise Refused("您不能认定这个案件的事实。", CLAUSE, remedy="有权办理的是本案的承办人。")
    known = set(evidence_of(case.public_id).values_list("public_id", flat=True))
    if any(set(refs) - known for _, refs in facts):
        raise Refused("列出的证据不在本案卷中。", CLAUSE, field="evidence")
    if not any(text.strip() for text, _ in facts):
        raise Refused("请写明认定的事实。", CLAUSE, field="text")
    keep_secret(case, {f"text_{n}": text for n, (text, _) in enumerate(facts, start=1)})
    case.found_facts.filter(dropped_on=None).update(dropped_on=at.day)
    found = [
        FoundFact.objects.create(case=case, position=n, text=text.strip(), evidence_refs=list(refs))
        for n, (text, refs) in enumerate(facts, start=1)
        if text.strip()
    ]
    case.version += 1
    case.touched_at, case.touched_by_name = at.recorded_at, actor.name
    case.save(update_fields=["version", "touched_at", "touched_by_name"])
    ledger.record(FactsFound(len(found)), subject=case.subject, actor=actor, at=at)
    return found

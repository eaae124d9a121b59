"""Ask the court to preserve property before execution (T09)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import local_values
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.execution.documents import fulfilment_papers
from yangguang.cases.models import Decision, Execution
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._execution import locked_execution, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "AJI-2018:159"
TITLE = "财产保全申请书"


@transaction.atomic
def ask_for_property_preservation(
    *, decision: Decision, evidence: str, property_words: str, actor: Account, at: Moment
) -> Execution:
    """Only where there is evidence that execution may be evaded."""
    row = locked_execution(decision)
    if not evidence.strip():
        raise Refused("没有充分理由认为可能逃避执行。", CLAUSE, field="evidence", remedy="请写明可能逃避执行的证据。")
    shown = worded(evidence, label="可能逃避执行的证据", field="evidence", most=1000)
    things = worded(property_words, label="申请保全的财产", field="property_words", most=1000)
    keep_secret(row.case, {"evidence": shown, "property_words": things})
    taken = step_taken(row, "ask_for_property_preservation", actor=actor, at=at)
    body = row.case.body
    court = str(local_values.value("court", chain=body.public_id, on=at.day))
    make_document(
        kind="property_preservation_application", title=TITLE, number_kind="监保", body=body, file_ref=row.case.public_id,
        dated_on=at.day, actor=actor, at=at,
        sheet=fulfilment_papers.to_court(
            row.case, title=TITLE, court=court, on=at.day, head=actor.name,
            asks=f"对{fulfilment_papers.whom_of(row.decision)}的下列财产采取保全措施：{things}。理由和证据：{shown}",
        ),
    )  # fmt: skip
    told(taken, row, court, actor=actor, at=at)
    return row

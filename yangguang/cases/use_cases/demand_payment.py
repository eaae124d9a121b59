"""Demand in writing that a fine be paid, before the court is asked (T02)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.cases.kinds.execution.documents import court_papers
from yangguang.cases.kinds.execution.documents.fulfilment_papers import amount_words
from yangguang.cases.models import Decision, Execution, Party
from yangguang.cases.owing import additional_owed, owing_of
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.standing import parties_of_decision
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._execution import locked_execution, step_taken, told
from yangguang.cases.use_cases._serving import method_label
from yangguang.cases.use_cases.serve_document import ServiceFacts, keep_service
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "ACL-2011:35"


@transaction.atomic
def demand_payment(
    *,
    decision: Decision,
    pay_by_on: date,
    how: str,
    stayed: bool | None,
    service: ServiceFacts,
    actor: Account,
    at: Moment,
) -> Execution:
    """Issue and serve the demand with its four items on every party of the decision; ten working days run from this day."""
    row = locked_execution(decision)
    method, way = method_label(service), worded(how, label="履行方式", field="how", most=200)
    if pay_by_on <= at.day:
        raise Refused("催告书载明的履行期限应当晚于送达之日。", CLAUSE, field="pay_by_on", remedy="请核对日期。")
    owing = owing_of(row.decision, on=at.day)
    parties = list(Party.objects.filter(pk__in=parties_of_decision(row.decision)).order_by("position", "pk"))
    left = owing.unpaid_fen + additional_owed(row.decision, on=at.day)
    given = {**service.as_given(parties[0]), "stayed": stayed, "pay_by_on": pay_by_on, "how": way, "left_fen": left}
    taken = step_taken(row, "demand_payment", actor=actor, at=at, given=given)
    names = "、".join(party.name for party in parties)
    document = make_document(
        kind="demand_notice", title="催告书", number_kind="监催", body=row.case.body, file_ref=row.case.public_id,
        dated_on=at.day, actor=actor, at=at,
        sheet=court_papers.demand_notice(
            row.case, number=row.decision.number, party=names, pay_by_on=pay_by_on, how=way, on=at.day, kind="行政处罚决定书",
            amount=f"{amount_words(owing, left - owing.unpaid_fen)}，缴至决定书载明的代收机构",
        ),
    )  # fmt: skip
    for party in parties:
        keep_service(row.case, document, party, service, actor=actor, at=at)
    row.demanded_on = at.day
    row.save()
    run_clocks.start(row.case, "demand_expires_on", on=at.day, event="催告书送达", about_ref=row.decision.public_id)
    told(taken, row, f"{document.number}，{method}", actor=actor, at=at)
    return row

"""Verify an objection and tell the party what came of it (D04)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.sanctions import ListingMoved
from yangguang.cases.models import Clock, SanctionsListing
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._addressed import keep_addressed, waiting_for
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._listed import listed_named, recipient_of
from yangguang.cases.use_cases._listed_arrival import all_answered_but, answer_arrives
from yangguang.cases.use_cases._serving import method_label
from yangguang.cases.use_cases.issue_objection_answer import KIND, answer_for, must_answer
from yangguang.cases.use_cases.serve_document import ServiceFacts
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "DWL-2021:6.2#verify"


@transaction.atomic
def verify_objection(
    *, listing: SanctionsListing, who: str, service: ServiceFacts, actor: Account, at: Moment, verification: str = "",
    overdue_reason: str = "",
) -> SanctionsListing:  # fmt: skip
    """Make and serve the answer, or serve the one that was made ahead. The last open objection lets the listing go on."""
    line = locked_line(listing)
    one = listed_named(line, who)
    must_answer(one)
    how, to = method_label(service), recipient_of(one)
    made = waiting_for(line, KIND, to)
    if made and (typed := verification.strip()) and typed != one.verification:
        raise Refused(
            "填写的核实结果和已经制作的告知书不一致。", CLAUSE, field="verification",
            remedy="告知书已经制作，请清空核实结果，或者先作废告知书。",
        )  # fmt: skip
    _says_why_late(line, one.public_id, overdue_reason, at)
    act = "verify_objection" if all_answered_but(line, one) else "verify_one_objection"
    given = {**service.as_given(to), "document": made.document if made else None}
    taken = step_taken(line, act, actor=actor, at=at, given=given)
    row = made or answer_for(line, one, verification, actor=actor, at=at)
    keep_addressed(row, service, actor=actor, at=at)
    answer_arrives(one, on=at.day)
    line.save()
    event = ListingMoved("异议核实告知", f"{one.name}，{row.document.number}，{how}：{one.verification}", (CLAUSE,))
    told(taken, line, event, actor=actor, at=at)
    return line


def _says_why_late(line: SanctionsListing, ref: str, reason: str, at: Moment) -> None:
    running = Clock.objects.filter(case=line.case, kind="verify_objection_by", about_ref=ref, stopped_on=None)
    for clock in running.order_by("pk"):
        if not run_clocks.is_over(clock, at) or clock.overdue_reason:
            continue
        if not reason.strip():
            raise Refused(
                "核实异议已经逾期，应当写明逾期原因。", CLAUSE, field="overdue_reason", remedy="逾期仍可办理。"
            )
        clock.overdue_reason = reason.strip()[:400]
        clock.save(update_fields=["overdue_reason"])

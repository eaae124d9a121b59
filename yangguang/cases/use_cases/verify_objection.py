"""Verify an objection and tell the party what came of it (D04)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.sanctions import ListingMoved
from yangguang.cases.kinds.wage_arrears_sanctions import papers
from yangguang.cases.models import Clock, SanctionsListing
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._listed import listed_named
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "DWL-2021:6.2#verify"


@transaction.atomic
def verify_objection(
    *, listing: SanctionsListing, who: str, verification: str, proof: str, actor: Account, at: Moment,
    overdue_reason: str = "",
) -> SanctionsListing:  # fmt: skip
    """The last open objection lets the listing go on."""
    line = locked_line(listing)
    one = listed_named(line, who)
    words = worded(verification, label="核实结果", field="verification", most=4000)
    served = worded(proof, label="送达方式和回证", field="proof", most=200)
    if one.objected_on is None or one.verified_on is not None:
        raise Refused(f"{one.name}没有待核实的异议。", CLAUSE, field="who", remedy="请核对。")
    _says_why_late(line, one.public_id, overdue_reason, at)
    waiting = line.listed.exclude(objected_on=None).filter(verified_on=None).exclude(pk=one.pk)
    act = "verify_one_objection" if waiting.exists() else "verify_objection"
    taken = step_taken(line, act, actor=actor, at=at)
    papers.letter(
        line, kind="objection_answer", title="异议核实结果告知书", number_kind="异告", to=one.name,
        words=[f"你（单位）对拟列入失信联合惩戒名单提出的异议，经核实：{words}"], actor=actor, at=at,
    )  # fmt: skip
    one.verification, one.verified_on = words, at.day
    one.save(update_fields=["verification", "verified_on"])
    run_clocks.stop(line.case, "verify_objection_by", on=at.day, event="核实并告知", about_ref=one.public_id)
    line.save()
    told(taken, line, ListingMoved("异议核实告知", f"{one.name}，{served}：{words}", (CLAUSE,)), actor=actor, at=at)
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

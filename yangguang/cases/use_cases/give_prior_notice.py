"""Tell the parties what is proposed and which rights they have (APL-2021:44, 63.1); again when it changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from yangguang.base import local_values
from yangguang.cases import standing
from yangguang.cases.circumstances import circumstance_rows
from yangguang.cases.events.hearing_parties import PriorNoticeGiven
from yangguang.cases.informants import covered, keep_secret, who_told
from yangguang.cases.kinds.penalty.documents import prior_notice
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, CaseStatus, Party, PriorNotice
from yangguang.cases.rules.decision_content import fine_fault
from yangguang.cases.rules.hearing import hearing_reasons
from yangguang.cases.rules.shares import joined, share_for
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases._shares import shares_in
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.due_dates import UNIT_LABELS, Unit
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document
from yangguang.statutes import clause

NUMBER_KIND = "监罚告"
RIGHTS = ("陈述", "申辩")


@transaction.atomic
def give_prior_notice(
    *, case_id: int, proposal: Mapping[str, Any], hearing_told: bool, actor: Account, at: Moment,
    new_facts: str = "", overdue_reason: str = "", seen_version: int | None = None,
) -> list[PriorNotice]:  # fmt: skip
    """One notice for each party. `proposal`: penalties, fine_fen, confiscated_fen, reasons, basis, discretion; and where
    parties are decided apart, `shares`: the same for each party by its public id.
    The windows begin when the notice is served, not now. A second notice supersedes the first and begins anew.
    """
    case = lock_case(case_id, seen_version=seen_version)
    keep_secret(case, typed_words(proposal) | {"new_facts": new_facts})
    terms = _terms(case, at)
    content = _content(case, proposal, hearing_told, new_facts)
    if not content.get("shares") and (fault := fine_fault(content["penalties"], content["fine_fen"])):
        raise Refused(fault, "APL-2021:44", field="fine", remedy="请核对处罚种类和金额。")
    again = case.status != CaseStatus.CONCLUDED
    act = "give_prior_notice_again" if again else "give_prior_notice"
    given = {
        "notice": content, "content": content, "hearing_told": hearing_told, "new_facts": new_facts, "overdue_reason": overdue_reason,
    }  # fmt: skip
    taken = take(Taking(FLOWS["penalty"], case, act, actor, at, given))
    for old in standing.current_notices(case):
        supersede(old, at)
    notices = [
        _issue(case, party, share_for(content, party.public_id), hearing_told, terms, actor, at)
        for party in _parties(case)
    ]
    numbers = [notice.document.number for notice in notices if notice.document]
    event = PriorNoticeGiven(numbers, int(content["fine_fen"]), hearing_told, again)
    announce(taken, event, actor=actor, at=at)
    return notices


def _parties(case: Case) -> list[Party]:
    return list(case.parties.order_by("position", "pk"))


def _terms(case: Case, at: Moment) -> tuple[str, str]:
    period = local_values.find("statement_period_workdays", chain=case.body.public_id, on=at.day)
    if period is None:
        raise Refused("未设定陈述申辩期限。", "APL-2021:44", remedy="请系统管理员在“本地参数”中录入天数和来源。")
    workdays = UNIT_LABELS[Unit.WORKDAY]
    hearing = clause("APL-2021:64.1.1").value()
    return f"{int(period.value)}{workdays}", f"{hearing.amount}{UNIT_LABELS[Unit(hearing.unit)]}"


def _content(case: Case, proposal: Mapping[str, Any], hearing_told: bool, new_facts: str) -> dict[str, Any]:
    shares = shares_in(case, proposal)
    own = {
        "facts": fact_rows(case),
        "reasons": str(proposal.get("reasons") or "").strip(),
        "basis": list(proposal.get("basis") or ()),
        "penalties": list(proposal.get("penalties") or ()),
        "fine_fen": int(proposal.get("fine_fen") or 0),
        "confiscated_fen": int(proposal.get("confiscated_fen") or 0),
        "discretion": dict(proposal.get("discretion") or {}),
        "circumstances": circumstance_rows(case),
        "rights": [*RIGHTS, *(["听证"] if hearing_told else [])],
        "new_facts": new_facts.strip(),
    }
    return own | joined(shares) | {"shares": shares} if shares else own


def fact_rows(case: Case) -> list[dict[str, Any]]:
    """The found facts as notices and decisions carry them: text, evidence by name (whoever told is covered) and reference."""
    facts = standing.found_facts(case)
    names = standing.cited_evidence(facts, case)
    told = who_told(case.public_id)
    return [
        {
            "text": fact.text,
            "evidence": covered("、".join(names[ref].name for ref in fact.evidence_refs if ref in names), told),
            "refs": list(fact.evidence_refs),
        }
        for fact in facts
    ]


def typed_words(proposal: Mapping[str, Any]) -> dict[str, Any]:
    """What a person wrote of a proposal, by the field it was typed into."""
    discretion = proposal.get("discretion") or {}
    apart = "\n".join(
        str(words or "")
        for share in (proposal.get("shares") or {}).values()
        for words in (share.get("reasons"), *(share.get("discretion") or {}).values())
    )
    return {
        "apart": apart, "reasons": proposal.get("reasons"), "tier": discretion.get("tier"), "tier_reasons": discretion.get("reasons"),
        "outside_reason": discretion.get("outside_reason"), "comparison": discretion.get("comparison"),
        "several_acts": discretion.get("several_acts"),
    }  # fmt: skip


def supersede(old: PriorNotice, at: Moment) -> None:
    """A notice that no longer counts stays in the file; its windows close."""
    old.superseded_on = at.day
    old.save(update_fields=["superseded_on"])
    for kind in ("statement_period", "request_hearing_by"):
        run_clocks.stop(old.case, kind, on=at.day, event="重新告知", about_ref=old.public_id)


def _issue(
    case: Case, party: Party, content: dict[str, Any], hearing_told: bool, terms: tuple[str, str], actor: Account,
    at: Moment,
) -> PriorNotice:  # fmt: skip
    threshold = local_values.find(
        f"hearing_threshold_{'organisation' if party.kind == 'organisation' else 'person'}_fen",
        chain=case.body.public_id, on=at.day,
    )  # fmt: skip
    reasons = hearing_reasons(
        content["penalties"], content["fine_fen"], content["confiscated_fen"],
        int(threshold.value) if threshold else None,
    )  # fmt: skip
    document = make_document(
        kind="prior_notice", title=prior_notice.title(hearing_told), body=case.body, file_ref=case.public_id,
        sheet=prior_notice.sheet(
            case, party=party, content=content, hearing_told=hearing_told, statement_term=terms[0],
            hearing_term=terms[1], dated_on=at.day,
        ),
        dated_on=at.day, number_kind=NUMBER_KIND, actor=actor, at=at,
    )  # fmt: skip
    return PriorNotice.objects.create(
        case=case, party=party, round=case.notices.filter(party=party).count() + 1, content=content,
        fine_fen=content["fine_fen"], hearing_told=hearing_told, hearing_reasons=list(reasons),
        new_facts=content["new_facts"], issued_on=at.day, document=document,
    )  # fmt: skip

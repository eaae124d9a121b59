"""Go on under ordinary procedure (S12): the scene becomes a lead of its own, and what was found goes with it."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.summary import ConvertedToOrdinary
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.kinds.summary.gates import party_of
from yangguang.cases.models import Case, CaseStatus, Lead, LeadSource, Outcome, Party, PartyKind, ReceivedBy
from yangguang.cases.rules.lead_entry import Employer
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._on_the_spot import locked_scene, stepped, told
from yangguang.cases.use_cases.register_lead import register_lead
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import documents_of, evidence_of, make_document

CLAUSE = "APL-2021:54.1"
TITLE = "转办记录"
WITH_A_DECISION = frozenset({CaseStatus.DECIDED, CaseStatus.DELIVERED, CaseStatus.UNFULFILLED, CaseStatus.FULFILLED})


@transaction.atomic
def convert_to_ordinary(
    *, case_id: int, reason: str, informed_head: str, actor: Account, at: Moment, seen_version: int | None = None
) -> Lead:
    """`informed_head`: the head of unit who knows of it. Raises Refused once a decision stands."""
    case, scene = locked_scene(case_id, seen_version=seen_version)
    if case.status in WITH_A_DECISION:
        raise Refused(
            "已作出当场处罚决定，不能转普通程序；应当先撤销。",
            CLAUSE,
            remedy="请机关负责人撤销决定；没有交付的可以作废。",
        )
    if not reason.strip():
        raise Refused("请写明转普通程序的理由。", CLAUSE, field="reason")
    if not informed_head.strip():
        raise Refused("转普通程序应当告知承办机构负责人。", CLAUSE, field="informed_head")
    party = party_of(case)
    taken = stepped(case, "convert_to_ordinary", actor=actor, at=at)
    lead = register_lead(
        source=LeadSource.PATROL, received_way=ReceivedBy.ON_SITE, employer=_as_employer(party), field=case.field,
        account=case.facts, area=case.area, unit=case.unit, matter_code=case.matter_code,
        violation_code=case.violation_code, violation_began_on=case.violation_began_on,
        violation_ended_on=case.violation_ended_on, actor=actor, at=at,
    )  # fmt: skip
    scene.lead_ref = lead.public_id
    scene.save(update_fields=["lead_ref"])
    case.outcome = Outcome.CONVERTED
    case.save(update_fields=["outcome"])
    for kind in ("apply_for_reconsideration_by", "file_with_authority_by", "hand_over_papers_by"):
        run_clocks.stop(case, kind, on=at.day, event="转普通程序")
    _hand_over(case, lead, reason, informed_head, actor, at)
    told(taken, ConvertedToOrdinary(lead.number, lead.public_id, reason.strip()), actor=actor, at=at)
    return lead


def _as_employer(party: Party | None) -> Employer:
    if party is None:
        return Employer()
    code = "" if party.kind == PartyKind.PERSON else party.code
    return Employer(party.name, code, party.address, party.legal_representative, party.phone)


def _hand_over(case: Case, lead: Lead, reason: str, informed_head: str, actor: Account, at: Moment) -> None:
    goes = [f"{one.title}{one.number}" for one in documents_of(case.public_id).exclude(status="voided")]
    goes += [one.name for one in evidence_of(case.public_id) if one.document_id is None]
    party = party_of(case)
    rows = [
        ("转入线索", lead.number), ("理由", reason.strip()), ("随转材料", "、".join(goes)),
        ("知悉人（承办机构负责人）", informed_head.strip()), ("当事人", party.name if party else ""),
    ]  # fmt: skip
    sheet = short_form.sheet(case, title=TITLE, rows=rows, dated_on=at.day)
    for file_ref in (case.public_id, lead.public_id):
        make_document(
            kind="conversion_record", title=TITLE, body=case.body, file_ref=file_ref, dated_on=at.day, actor=actor, at=at,
            sheet=sheet, volume="side",
        )  # fmt: skip

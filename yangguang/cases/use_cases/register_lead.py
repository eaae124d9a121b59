"""Register a lead: a complaint, a tip-off, a patrol's finding, or what another body sent (L01, L02, P01)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from yangguang.base import ledger, numbers
from yangguang.cases.events.labour import LeadRegistered
from yangguang.cases.kinds.labour import sealing
from yangguang.cases.kinds.labour.policy import may_register_lead
from yangguang.cases.kinds.labour.queries import in_whose_name
from yangguang.cases.models import Complaint, Counterpart, Informant, Lead, LeadKeeper, LeadSource, LeadStatus
from yangguang.cases.models.informant import InformantPart
from yangguang.cases.models.lead import ReceivedBy
from yangguang.cases.rules.lead_entry import (
    ComplaintEntry,
    Employer,
    Person,
    checked_days,
    checked_representatives,
    worded,
)
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._tie_lead import tie_lead
from yangguang.directory.api import Account, Role, Unit
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

NUMBER_KIND = "监诉登"


@transaction.atomic
def register_lead(
    *, source: str, received_way: str, employer: Employer, account: str, field: str, area: str,
    unit: Unit | None = None, people: Sequence[Person] = (), complaint: ComplaintEntry | None = None,
    matter_code: str = "", violation_code: str = "", violation_began_on: date | None = None,
    violation_ended_on: date | None = None, anonymous: bool = False, counterpart: Counterpart | None = None,
    actor: Account, at: Moment,
) -> Lead:  # fmt: skip
    """Take a lead down under its number, start its term, seal who told. `counterpart`: a look-alike somebody recognised."""
    _may_be_taken(source, received_way, people, complaint, anonymous, actor)
    if at.occurred_at > at.recorded_at:
        raise Refused("登记日期不能晚于今天。", "APL-2021:47", field="occurred_at")
    known, told = employer.checked(), [person.checked(at.day) for person in people]
    asked = complaint.checked() if complaint else None
    checked_days(violation_began_on, violation_ended_on, at.day)
    words = worded(account, label="反映的情况", field="account")
    _names_nobody(f"{words}{known.name}{known.contact}{asked.requests if asked else ''}", told)
    body, acting_body = in_whose_name(actor, at.day)
    if asked:
        checked_representatives(told, asked.workers_count, body.region_code)
    lead = Lead(
        body=body, acting_body=acting_body, unit=unit or actor.unit, source=source, received_way=received_way,
        status=LeadStatus.RECEIVED if asked else LeadStatus.REPORTED, received_on=at.day, account=words,
        employer_name=known.name, employer_code=known.code, employer_address=known.address,
        employer_contact=known.contact, employer_phone=known.phone, field=field, area=area, matter_code=matter_code,
        violation_code=violation_code, violation_began_on=violation_began_on, violation_ended_on=violation_ended_on,
        anonymous=anonymous, registered_by=actor, registered_at=at.recorded_at,
    )  # fmt: skip
    lead.number = _number(lead, at)
    lead.save(force_insert=True)
    tie_lead(lead, actor, at, chosen=counterpart)
    _keep_with(lead, told, asked, actor, at)
    ledger.record(
        LeadRegistered(
            lead.number, LeadSource(source).label, known.name, asked.workers_count if asked else 0,
            asked.amount_fen if asked else 0, lead.received_on,
        ), subject=lead.subject, actor=actor, at=at,
    )  # fmt: skip
    return lead


def _number(lead: Lead, at: Moment) -> str:
    return numbers.take(
        chain=lead.body.public_id, kind="lead", year=at.day.year, subject_kind="lead", subject_ref=lead.public_id,
        pattern=f"{lead.body.mark}{NUMBER_KIND}字〔{{year}}〕第{{n}}号",
    ).text  # fmt: skip


def _may_be_taken(
    source: str, received_way: str, people: Sequence[Person], complaint: ComplaintEntry | None, anonymous: bool,
    actor: Account,
) -> None:  # fmt: skip
    if not may_register_lead(actor):
        raise Refused("您不能登记线索。", "LSR-2004:14.2", remedy="请由窗口人员或者承办人登记。")
    if source not in LeadSource.values or received_way not in ReceivedBy.values:
        raise Refused("应当写明案件来源。", "LSR-2004:14.2", field="source", remedy="请从列表中选择来源和接收方式。")
    if (source == LeadSource.COMPLAINT) != (complaint is not None):
        raise Refused("投诉应当写明投诉请求，其他来源没有投诉请求。", "LSR-2004:9.2", field="source")
    if complaint is not None and not any(p.part == InformantPart.COMPLAINANT for p in people):
        raise Refused(
            "投诉应当登记投诉人。", "LSR-2004:9.2", field="informant_name", remedy="不愿意留名的，请按举报登记。"
        )
    if anonymous and people:
        raise Refused(
            "匿名举报不登记身份。", "LSR-2004:9.3", field="anonymous", remedy="请去掉身份信息，或者不勾选匿名。"
        )


def _names_nobody(text: str, told: Sequence[Person]) -> None:
    plain = "".join(text.split())
    for person in told:
        if any(len(w) > 1 and "".join(w.split()) in plain for w in (person.name, person.person_id, person.phone)):
            raise Refused(
                "应当为举报人保密。", "LSR-2004:9.3", field="account",
                remedy="情况和请求中不要写投诉人、举报人的姓名、证件号码和电话，这些只填在身份栏。",
            )  # fmt: skip


def _keep_with(lead: Lead, told: Sequence[Person], asked: ComplaintEntry | None, actor: Account, at: Moment) -> None:
    for position, person in enumerate(told, start=1):
        sealed = sealing.seal(sealing.Identity(person.name, person.person_id, person.phone))
        Informant.objects.create(lead=lead, part=person.part, sealed=sealed, position=position)
    if asked:
        Complaint.objects.create(
            lead=lead, workers_count=asked.workers_count, amount_fen=asked.amount_fen, requests=asked.requests,
            caused_by_employer=asked.caused_by_employer, within_powers=asked.within_powers,
            arbitration=asked.arbitration, arbitration_note=asked.arbitration_note,
        )  # fmt: skip
    if actor.holds(Role.CASE_HANDLER):
        LeadKeeper.objects.create(lead=lead, account=actor, starts_on=at.day)
    run_clocks.start(
        None, "accept_complaint_by" if asked else "triage_lead_by", on=at.day, event="接到投诉" if asked else "登记线索",
        lead_ref=lead.public_id, chain=lead.body.public_id,
    )  # fmt: skip

"""Listings on the sanctions list for tests, each a little further on its way: every step is the use case the screens call."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.builders.cases import handler_of, on, person_of
from tests.builders.criminal import OWED
from tests.builders.directory import an_account, fresh_code
from tests.builders.labour import CONCLUDED, a_concluded_labour_case, refs_of
from tests.builders.remembered import remembered
from yangguang.base.events import SYSTEM
from yangguang.cases.models import Case, Instruction, ListedParty, SanctionsListing
from yangguang.cases.use_cases.notify_listing import notify_listing
from yangguang.cases.use_cases.propose_listing import propose_listing
from yangguang.cases.use_cases.put_on_list import put_on_list
from yangguang.cases.use_cases.record_worker_payments import WagePayment, record_worker_payments
from yangguang.cases.use_cases.request_delisting import request_delisting
from yangguang.cases.use_cases.serve_document import ServiceFacts
from yangguang.directory.models import Account, Body
from yangguang.disclosure.use_cases.release_entry import release_entry
from yangguang.disclosure.use_cases.schedule_entry import schedule_entry

PROPOSED, TOLD = CONCLUDED, date(2026, 9, 23)
LAST_TO_OBJECT = date(2026, 10, 8)
LISTED = date(2026, 10, 9)
GROUND = "拖欠劳动者2026年5月至7月工资，责令限期支付后仍未支付。"


def head_of(line: SanctionsListing) -> Account:
    """The agency head."""
    return person_of(line.case.body, "agency_head")


def proposed(instruction: Instruction, *, day: date = PROPOSED, hour: int = 14, **facts: Any) -> SanctionsListing:
    """Put forward with the representative."""
    told = {"ground": GROUND, "migrant_workers": True, "persons": [("representative", "许景明")]}
    with on(day, hour) as at:
        return propose_listing(instruction=instruction, actor=handler_of(instruction.case), at=at, **(told | facts))


@remembered
def a_proposed_listing(case: Case | None = None) -> SanctionsListing:
    """Over the line, unheeded."""
    return proposed((case or a_concluded_labour_case(owed=OWED)).instructions.get())


def handed_over(one: ListedParty, **facts: Any) -> ServiceFacts:
    """Into the hands of whom it is for."""
    unit = one.part == "unit"
    given = {
        "method": "direct", "recipient": "刘芳" if unit else one.name, "relation": "reception" if unit else "party",
        "place": "示范县滨河路8号", "proof_number": "回证〔2026〕5号", "sealed": True,
    }  # fmt: skip
    return ServiceFacts(**(given | facts))


def told(line: SanctionsListing, *, who: int = 0, day: date = TOLD, hour: int = 9, **facts: Any) -> SanctionsListing:
    """One of them told, the unit first."""
    ref = line.listed.order_by("position")[who].public_id
    given = {"who": ref, "leave_off_told": True, "service": handed_over(line.listed.get(public_id=ref))}
    with on(day, hour) as at:
        return notify_listing(listing=line, actor=handler_of(line.case), at=at, **(given | facts))


@remembered
def a_notified_listing(line: SanctionsListing | None = None, *, day: date = TOLD) -> SanctionsListing:
    """Everybody told."""
    line = line or a_proposed_listing()
    for who in range(line.listed.count()):
        line = told(line, who=who, day=day, hour=9 + who)
    return line


def decided(line: SanctionsListing, *, day: date = LISTED, hour: int = 10, **facts: Any) -> SanctionsListing:
    """The head lists."""
    head = head_of(line)
    with on(day, hour) as at:
        given = {"sealed": True, "code": fresh_code(head)} | facts
        return put_on_list(listing=line, actor=head, at=at, **given)


@remembered
def a_listing(line: SanctionsListing | None = None, *, day: date = LISTED) -> SanctionsListing:
    """Listed for three years."""
    return decided(line or a_notified_listing(), day=day)


def a_publisher(body: Body) -> Account:
    """A publisher with a second factor."""
    return person_of(body, "publisher") or an_account(role="publisher", body=body, second_factor=True)


def published(line: SanctionsListing, *, day: date = LISTED, hour: int = 15, **facts: Any) -> SanctionsListing:
    """Let out to the public by a publisher who did nothing of it."""
    publisher = a_publisher(line.case.body)
    with on(day, hour) as at:
        publication = schedule_entry(entry=line, actor=SYSTEM, at=at) or line.publication
        given = {"secrecy_note": "不涉密，已脱敏。", "shared_with": "县信用信息共享平台", "code": fresh_code(publisher)}
        release_entry(publication_id=publication.pk, actor=publisher, at=at, **(given | facts))
    return SanctionsListing.objects.get(pk=line.pk)


def paid(case: Case, *, day: date, hour: int = 8) -> None:
    """Every worker is paid."""
    with on(day, hour) as at:
        payments = [WagePayment(ref, OWED, day, "转账1") for ref in refs_of(case)]
        record_worker_payments(case=case, payments=payments, actor=handler_of(case), at=at)


def asked_to_be_removed(line: SanctionsListing, *, day: date, rectified_on: date, **facts: Any) -> SanctionsListing:
    """An application with everything."""
    given = {"application": "已付清，申请提前移出。", "rectified_on": rectified_on, "pledged_on": day}
    with on(day) as at:
        return request_delisting(listing=line, actor=handler_of(line.case), at=at, **(given | facts))

"""Record where a party is to be served and whether it agrees to be served electronically (送达地址确认书)."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from yangguang.base.models import Blob
from yangguang.cases.events.serving import ServiceAddressConfirmed
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.penalty.documents import service_papers
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Case, ElectronicWay, ServiceAddressConfirmation
from yangguang.cases.serving import Recipient, by_whom, recipient_named
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "APL-2021:61.2"


@dataclass(frozen=True)
class AddressFacts:
    """What the party filled in, or that it refused to."""

    address: str = ""
    recipient: str = ""
    phone: str = ""
    consents: bool = False
    electronic_way: str = ""
    electronic_address: str = ""
    signed_by: str = ""
    signed_copy: Blob | None = None
    refused: bool = False
    refusal: str = ""
    consequences_told: bool = False


@transaction.atomic
def confirm_service_address(
    *, case_id: int, party_ref: str, facts: AddressFacts, actor: Account, at: Moment, seen_version: int | None = None
) -> ServiceAddressConfirmation:
    """A later confirmation takes the place of the earlier one from its own day on; both stay in the file."""
    case = lock_case(case_id, seen_version=seen_version)
    party = recipient_named(case, party_ref)
    if party is None:
        raise Refused("请选择当事人。", CLAUSE, field="party_ref")
    _may_be_kept(case, party, facts, at)
    taken = take(Taking(main_flow(case), case, "confirm_service_address", actor, at))
    row, before = keep_confirmation(case, party, facts, actor, at)
    event = ServiceAddressConfirmed(party.name, row.consents, row.refused, before is not None)
    announce(taken, event, actor=actor, at=at)
    return row


def keep_confirmation(
    case: Case, party: Recipient, facts: AddressFacts, actor: Account, at: Moment
) -> tuple[ServiceAddressConfirmation, ServiceAddressConfirmation | None]:
    """The confirmation with its paper, and the one whose place it takes. The caller takes the step and announces."""
    before = _may_be_kept(case, party, facts, at)
    row = ServiceAddressConfirmation(case=case, **by_whom(party), confirmed_on=at.day, **_kept(facts))
    row.document = make_document(
        kind="service_address_confirmation", title=service_papers.CONFIRMATION, body=case.body, file_ref=case.public_id,
        sheet=service_papers.confirmation(row), dated_on=at.day, actor=actor, at=at,
    )  # fmt: skip
    row.save()
    if before is not None:
        before.superseded_on = at.day
        before.save(update_fields=["superseded_on"])
    return row, before


def _may_be_kept(case: Case, party: Recipient, facts: AddressFacts, at: Moment) -> ServiceAddressConfirmation | None:
    _is_whole(facts)
    keep_secret(case, {"refused_because": facts.refusal, "recipient": facts.recipient})
    return _before(party, at)


def _is_whole(facts: AddressFacts) -> None:
    """A confirmation without an address, without who signed, or a consent that leads nowhere is none."""
    if not facts.consequences_told:
        raise Refused(
            "应当先说明拒收文书、变更地址不告知的后果。", ("CPL-2023:89", "CPL-2023:95.1"), field="consequences_told",
            remedy="请向当事人说明确认书载明的后果后再办理。",
        )  # fmt: skip
    if facts.refused:
        if not facts.refusal.strip():
            raise Refused("请写明拒绝确认的情况。", CLAUSE, field="refused_because")
        return
    for name, words in (("address", "送达地址"), ("signed_by", "签名人")):
        if not str(getattr(facts, name)).strip():
            raise Refused(f"请填写{words}。", CLAUSE, field=name)
    if facts.consents and (facts.electronic_way not in ElectronicWay.values or not facts.electronic_address.strip()):
        raise Refused(
            "同意电子送达的，应当写明电子送达的方式和地址。",
            CLAUSE,
            field="electronic_address",
            remedy="请由当事人填写。",
        )
    if facts.electronic_way == ElectronicWay.EMAIL and facts.consents and "@" not in facts.electronic_address:
        raise Refused("电子邮件地址不完整。", CLAUSE, field="electronic_address", remedy="请与当事人核对。")


def _kept(facts: AddressFacts) -> dict[str, object]:
    if facts.refused:
        return {"refused": True, "refusal": facts.refusal.strip()}
    electronic = (facts.electronic_way, facts.electronic_address.strip()) if facts.consents else ("", "")
    return {
        "address": facts.address.strip(), "recipient": facts.recipient.strip(), "phone": facts.phone.strip(),
        "consents": facts.consents, "electronic_way": electronic[0], "electronic_address": electronic[1],
        "signed_by": facts.signed_by.strip(), "signed_copy": facts.signed_copy,
    }  # fmt: skip


def _before(party: Recipient, at: Moment) -> ServiceAddressConfirmation | None:
    """The confirmation that this one takes the place of. Raises Refused for a day before it."""
    newest = party.service_addresses.filter(superseded_on=None).order_by("-pk").first()
    if newest is not None and at.day < newest.confirmed_on:
        raise Refused(
            "确认日期不能早于上一份送达地址确认书。", CLAUSE, field="occurred_at", remedy="请核对日期。"
        )  # fmt: skip
    return newest

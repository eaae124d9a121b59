"""Hand the decision over on the spot (S05): signed for, the refusal to sign noted on it, or sent at once with consent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from yangguang.base.models import Blob
from yangguang.cases import standing
from yangguang.cases.events.summary import DecisionDelivered
from yangguang.cases.kinds.summary.gates import party_of
from yangguang.cases.models import Case, Decision, DecisionStatus, Party, ServiceMethod, ServiceOfDocuments
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._on_the_spot import locked_scene, stepped, told
from yangguang.cases.use_cases.confirm_service_address import AddressFacts, keep_confirmation
from yangguang.cases.use_cases.serve_document import ServiceFacts, keep_service
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import Document, mark_served

REFUSED = "拒绝签收，已在决定书上注明"


@dataclass(frozen=True)
class Electronic:
    """Sent at once to the address the party consented to, in a confirmation the file has or one given there and then
    (APL-2021:61.2), with the receipt of its arrival.
    """

    arrival: str = ""
    proof_number: str = ""
    proof: Blob | None = None
    online_channel: str = ""
    consent: AddressFacts | None = None


@dataclass(frozen=True)
class Delivery:
    """Who signed, what was noted when nobody would, or how it was sent."""

    recipient: str = ""
    refused_to_sign: bool = False
    refusal_note: str = ""
    electronic: Electronic | None = None


@transaction.atomic
def deliver_on_the_spot(
    *, case_id: int, delivery: Delivery, actor: Account, at: Moment, seen_version: int | None = None
) -> Decision:
    """The terms of payment and of reconsideration run from this day."""
    case, scene = locked_scene(case_id, seen_version=seen_version)
    sent, party = delivery.electronic, party_of(case)
    if sent is not None and sent.consent is not None and party is not None:
        keep_confirmation(case, party, sent.consent, actor, at)
    taken = stepped(case, "deliver_on_the_spot", actor=actor, at=at, **_given(delivery, party))
    decision = case.decisions.select_for_update().get(status=DecisionStatus.DECIDED)
    decision.status, decision.served_on = DecisionStatus.SERVED, at.day
    decision.save(update_fields=["status", "served_on"])
    names = [one["name"] for one in scene.certificates]
    if decision.document is not None and party is not None:
        if sent is None:
            _keep_proof(case, decision.document, party, delivery, (names, scene.place), at)
        else:
            keep_service(case, decision.document, party, _as_service(case, sent, at), actor=actor, at=at)
    for kind in ("apply_for_reconsideration_by", *(("pay_by",) if decision.fine_fen else ())):
        run_clocks.start(case, kind, on=at.day, event="收到决定书", about_ref=decision.public_id)
    told(taken, DecisionDelivered(decision.number, _how(delivery), at.day), actor=actor, at=at)
    return decision


def _given(delivery: Delivery, party: Party | None) -> dict[str, Any]:
    """What the gates ask about."""
    given: dict[str, Any] = {
        "recipient": delivery.recipient, "refused_to_sign": delivery.refused_to_sign, "refusal_note": delivery.refusal_note,
    }  # fmt: skip
    if (sent := delivery.electronic) is None:
        return given
    method = ServiceMethod.ELECTRONIC
    return given | {"method": method, "party": party, "arrival": sent.arrival, "online_channel": sent.online_channel}


def _as_service(case: Case, sent: Electronic, at: Moment) -> ServiceFacts:
    return ServiceFacts(
        method=ServiceMethod.ELECTRONIC, arrival=sent.arrival, sent_on=at.day, proof_number=sent.proof_number, proof=sent.proof,
        online_channel=sent.online_channel, officers=standing.officers_on(case, at.day),
    )  # fmt: skip


def _how(delivery: Delivery) -> str:
    if delivery.electronic is not None:
        return "经当事人同意当场电子送达"
    return REFUSED if delivery.refused_to_sign else f"{delivery.recipient.strip()}签收"


def _keep_proof(
    case: Case,
    document: Document,
    party: Party,
    delivery: Delivery,
    scene: tuple[list[str], str],
    at: Moment,
) -> None:
    """The signature on the decision, or the note on it, is the proof."""
    mark_served(document.pk)
    names, place = scene
    note = f"{REFUSED}：{delivery.refusal_note.strip()}" if delivery.refused_to_sign else ""
    recipient = "" if delivery.refused_to_sign else delivery.recipient.strip()
    ServiceOfDocuments.objects.create(
        case=case, document=document, party=party, method=ServiceMethod.ON_ANNOUNCEMENT, succeeded=True,
        served_on=at.day, attempted_on=at.day, place=place, recipient=recipient, refusal=note, officer_names=names,
    )  # fmt: skip

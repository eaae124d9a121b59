"""Hand the decision over on the spot (S05): signed for, or the refusal to sign noted on it, which counts as handed over."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from yangguang.cases.events.summary import DecisionDelivered
from yangguang.cases.kinds.summary.gates import party_of
from yangguang.cases.models import Case, Decision, DecisionStatus, Party, ServiceMethod, ServiceOfDocuments
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._on_the_spot import locked_scene, stepped, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import Document, mark_served

REFUSED = "拒绝签收，已在决定书上注明"


@dataclass(frozen=True)
class Delivery:
    """Who signed, or what was noted when nobody would."""

    recipient: str = ""
    refused_to_sign: bool = False
    refusal_note: str = ""


@transaction.atomic
def deliver_on_the_spot(
    *, case_id: int, delivery: Delivery, actor: Account, at: Moment, seen_version: int | None = None
) -> Decision:
    """The terms of payment and of reconsideration run from this day."""
    case, scene = locked_scene(case_id, seen_version=seen_version)
    given = {"recipient": delivery.recipient, "refused_to_sign": delivery.refused_to_sign,
             "refusal_note": delivery.refusal_note}  # fmt: skip
    taken = stepped(case, "deliver_on_the_spot", actor=actor, at=at, **given)
    decision = case.decisions.select_for_update().get(status=DecisionStatus.DECIDED)
    decision.status, decision.served_on = DecisionStatus.SERVED, at.day
    decision.save(update_fields=["status", "served_on"])
    names = [one["name"] for one in scene.certificates]
    party = party_of(case)
    if decision.document is not None and party is not None:
        _keep_proof(case, decision.document, party, delivery, (names, scene.place), at)
    for kind in ("apply_for_reconsideration_by", *(("pay_by",) if decision.fine_fen else ())):
        run_clocks.start(case, kind, on=at.day, event="收到决定书", about_ref=decision.public_id)
    how = REFUSED if delivery.refused_to_sign else f"{delivery.recipient.strip()}签收"
    told(taken, DecisionDelivered(decision.number, how, at.day), actor=actor, at=at)
    return decision


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

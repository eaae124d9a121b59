"""Propose to give originals or treated copies of a file outside (REC-17): to whom, by which paper, looked over for secrets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from yangguang.base import ledger, numbers
from yangguang.base.media_kinds import is_recording
from yangguang.directory.api import Account, Body
from yangguang.kernel import chance
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.access_queries import key_of, offered
from yangguang.records.events.outside import OUTSIDE, OutsideProposed
from yangguang.records.models import BY_PAPER, AccessItem, AccessScope, OutsideProvision, Recipient, Secrecy
from yangguang.records.readers import acts_in, owner_of

NOT_APPROVED = "未经批准，不得对外提供或者通过互联网传播音像记录。"
NOT_CHECKED = "未完成保密审查，或者尚未确定能否公开。"


@dataclass(frozen=True)
class Giving:
    """What is to be given, to whom and why."""

    recipient: str
    recipient_name: str
    purpose: str
    items: Sequence[str]
    secrecy: str
    secrecy_note: str
    paper_number: str = ""


@transaction.atomic
def propose_outside(*, file_ref: str, giving: Giving, actor: Account, at: Moment) -> OutsideProvision:
    """By who acts in the file. Raises Refused without the recipient's paper where one asks by it, before secrets were looked
    for, and for a recording that would go untreated to anybody else.
    """
    owner = owner_of(file_ref)
    if owner is None or owner.body_id != actor.body_id or not acts_in(actor, file_ref):
        raise Refused("您不能提出对外提供这份案卷的材料。", OUTSIDE, remedy="请由承办人或者档案管理人员提出。")
    if giving.recipient not in Recipient.values:
        raise Refused("没有选择接收人。", OUTSIDE, field="recipient")
    name, purpose, paper, note = (
        clean(giving.recipient_name, label="接收人", most=120, least=1, field="recipient_name"),
        clean(giving.purpose, label="用途", most=400, least=1, lines=True, field="purpose"),
        clean(giving.paper_number, label="调取文书文号", most=120, field="paper_number"),
        clean(giving.secrecy_note, label="保密审查说明", most=400, least=1, lines=True, field="secrecy_note"),
    )
    if giving.recipient in BY_PAPER and not paper:
        raise Refused("没有填写调取文书的文号。", OUTSIDE, field="paper_number", remedy="请凭对方的调取文书办理。")
    if giving.secrecy != Secrecy.OPEN:
        raise Refused(NOT_CHECKED, "GIR-2019:17.3", field="secrecy", remedy="不能确定的，先报有关主管部门确定。")
    known = {key_of(one): one for one in offered(file_ref, AccessScope.WHOLE)}
    chosen = [key for key in dict.fromkeys(giving.items) if key in known]
    if not chosen:
        raise Refused("没有选择提供的内容。", OUTSIDE, field="items")
    for key in chosen if giving.recipient not in BY_PAPER else ():
        _must_be_treated(known[key])
    body, ref = Body.objects.get(pk=owner.body_id), chance.public_id()
    number = numbers.take(
        chain=body.public_id, kind="outside", year=at.day.year, pattern=f"{body.mark}供〔{{year}}〕第{{n}}号",
        subject_kind="outside", subject_ref=ref,
    ).text  # fmt: skip
    made = OutsideProvision.objects.create(
        public_id=ref, body=body, number=number, file_ref=file_ref, file_number=owner.number, recipient=giving.recipient,
        recipient_name=name, paper_number=paper, purpose=purpose, items=chosen, secrecy=giving.secrecy, secrecy_note=note,
        proposed_by_ref=actor.actor_ref, proposed_by_name=actor.actor_name, proposed_at=at.recorded_at,
    )  # fmt: skip
    event = OutsideProposed(number, f"{made.get_recipient_display()}{name}", paper, purpose, len(chosen), note)
    ledger.record(event, subject=made.subject, actor=actor, at=at)
    return made


def _must_be_treated(item: AccessItem) -> None:
    """Whoever has no power to ask by paper is given no original film or sound, only a copy treated for faces and voices."""
    piece = item.evidence
    if piece is not None and piece.blob is not None and is_recording(piece.blob.media_type) and piece.original:
        raise Refused(
            NOT_APPROVED,
            OUTSIDE,
            field="items",
            remedy=f"“{piece.name}”是原件：请先遮挡面部、处理声音，以处理后的副本提供。",
        )

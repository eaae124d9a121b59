"""Keep a file, or one original of it, from every disposal while review, suit, supervision or discipline need it (REC-18)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.events.custody import HOLD, HoldPlaced
from yangguang.records.models import Evidence, HoldGround, LegalHold
from yangguang.records.policy import GRANTERS
from yangguang.records.readers import may_read, owner_of


@transaction.atomic
def place_hold(
    *, file_ref: str, ground: str, words: str, actor: Account, at: Moment, evidence: Evidence | None = None
) -> LegalHold:
    """By the keeper, the head of the unit or of the body. Raises Refused without a ground and words."""
    owner = owner_of(file_ref)
    if (
        owner is None
        or owner.body_id != actor.body_id
        or not may_read(actor, file_ref)
        or not actor.role_names & GRANTERS
    ):
        raise Refused("您不能暂停销毁这份案卷。", HOLD, remedy="请由档案管理人员或者承办机构负责人办理。")
    why = clean(words, label="说明", most=400, lines=True, field="words")
    if ground not in HoldGround.values or not why:
        raise Refused("没有写明暂停销毁的事由。", HOLD, field="words", remedy="请写明复议、诉讼、监督等事项和文号。")
    if evidence is not None and evidence.file_ref != file_ref:
        raise Refused("没有这件证据。", HOLD, field="evidence")
    made = LegalHold.objects.create(
        body=actor.body, file_ref=file_ref, evidence=evidence, ground=ground, words=why, held_by_ref=actor.actor_ref,
        held_by_name=actor.actor_name, held_at=at.recorded_at,
    )  # fmt: skip
    event = HoldPlaced(held_thing(made), made.get_ground_display(), why)
    ledger.record(event, subject=made.subject, actor=actor, at=at)
    return made


def held_thing(hold: LegalHold) -> str:
    """What is held, in words."""
    return hold.evidence.name if hold.evidence else "全卷"


def may_release(actor: Account, hold: LegalHold) -> bool:
    """The head of the unit or of the body, never who placed it."""
    heads = actor.holds(Role.UNIT_HEAD) or actor.holds(Role.AGENCY_HEAD)
    return heads and actor.body_id == hold.body_id and actor.actor_ref != hold.held_by_ref

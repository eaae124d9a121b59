"""Release a hold: another person than who placed it, with reasons (REC-19)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.events.custody import HOLD, HoldReleased
from yangguang.records.models import LegalHold
from yangguang.records.use_cases.place_hold import held_thing, may_release


@transaction.atomic
def release_hold(*, hold: LegalHold, reason: str, actor: Account, at: Moment) -> LegalHold:
    """Raises Refused for who placed it, without reasons, and twice."""
    locked = LegalHold.objects.select_for_update(of=("self",)).select_related("body", "evidence").get(pk=hold.pk)
    if not may_release(actor, locked):
        raise Refused(
            "办理人与解除人不得为同一人，解除由承办机构负责人或者机关负责人办理。", HOLD, remedy="请由负责人办理。"
        )
    if locked.released_at is not None:
        raise Refused("已经解除暂停销毁。", HOLD)
    why = clean(reason, label="解除理由", most=400, lines=True, field="reason")
    if not why:
        raise Refused("解除暂停销毁应当写明理由。", HOLD, field="reason")
    locked.released_at, locked.released_by_name, locked.release_reason = at.recorded_at, actor.actor_name, why
    locked.save(update_fields=["released_at", "released_by_name", "release_reason"])
    ledger.record(HoldReleased(held_thing(locked), why), subject=locked.subject, actor=actor, at=at)
    return locked

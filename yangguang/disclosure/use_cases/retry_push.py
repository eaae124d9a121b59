"""Try once more to tell what a channel did not take, after somebody has put right what stood in the way."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.disclosure.channels.register import LABELS
from yangguang.disclosure.events import PushRetried
from yangguang.disclosure.models import Push, PushStatus
from yangguang.disclosure.policy import may_retry_push
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def retry_push(*, push_id: int, actor: Account, at: Moment) -> Push:
    """It waits again, and is due at once. Raises Refused for one that did not fail."""
    push = Push.objects.select_for_update().get(pk=push_id)
    if not may_retry_push(actor, push.publication.body):
        raise Refused("只有本机关的公示员和系统管理员可以重新推送。", remedy="请本机关的公示员办理。")
    if push.status != PushStatus.FAILED:
        raise Refused(f"这一条{push.get_status_display()}，不需要重试。", remedy="请回到推送通道核对。")
    push.status, push.next_try_at, push.attempts = PushStatus.WAITING, clock.now(), 0
    push.save(update_fields=["status", "next_try_at", "attempts"])
    event = PushRetried(push.publication.number, LABELS.get(push.channel, push.channel), push.last_error)
    ledger.record(event, subject=push.subject, actor=actor, at=at)
    return push

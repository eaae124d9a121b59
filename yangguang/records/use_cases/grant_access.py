"""Grant an access: exactly these originals, until this day, to be taken away or not (REC-13)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.access_queries import key_of, offered
from yangguang.records.events.access import ACCESS, AccessGranted
from yangguang.records.models import AccessItem, AccessRequest, AccessState
from yangguang.records.use_cases._access import lock_access, must_decide

DECIDED = "这一申请已经审批。"


@transaction.atomic
def grant_access(
    *, access: AccessRequest, items: Sequence[str], access_expires_on: date, download: bool, opinion: str,
    actor: Account, at: Moment,
) -> AccessRequest:  # fmt: skip
    """No more than was asked for. Raises Refused for the asker himself, for nothing, and for a last day that is over."""
    locked = lock_access(access)
    must_decide(locked, actor)
    if locked.state != AccessState.ASKED:
        raise Refused(DECIDED, ACCESS)
    if not at.day <= access_expires_on <= locked.wanted_until:
        raise Refused(
            "批准的期限应当在今天和申请的期限之间。", ACCESS, field="access_expires_on", remedy="请核对日期。"
        )
    if download and not locked.wants_download:
        raise Refused(
            "没有申请下载，不能批准下载。", ACCESS, field="download", remedy="请去掉下载，或者由申请人另行申请。"
        )
    known = {key_of(one): one for one in offered(locked.file_ref, locked.scope)}
    chosen = [known[key] for key in dict.fromkeys(items) if key in known]
    if not chosen:
        raise Refused("没有选择准许调阅的内容。", ACCESS, field="items", remedy="请逐件选择与事由有关的。")
    for one in chosen:
        one.access = locked
    AccessItem.objects.bulk_create(chosen)
    words = clean(opinion, label="审批意见", most=400, lines=True, field="opinion") or "同意。"
    decided(locked, AccessState.APPROVED, words, actor, at)
    locked.access_expires_on, locked.download = access_expires_on, download
    locked.save(update_fields=["access_expires_on", "download"])
    event = AccessGranted(locked.number, locked.asked_by_name, len(chosen), access_expires_on, download, words)
    ledger.record(event, subject=locked.subject, actor=actor, at=at)
    return locked


def decided(access: AccessRequest, state: str, opinion: str, actor: Account, at: Moment) -> None:
    """Who decided what and when."""
    access.state, access.opinion = state, opinion
    access.decided_by_ref, access.decided_by_name = actor.actor_ref, actor.actor_name
    access.decided_at = at.recorded_at
    access.save(update_fields=["state", "opinion", "decided_by_ref", "decided_by_name", "decided_at"])

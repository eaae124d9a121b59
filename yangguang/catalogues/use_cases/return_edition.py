"""Return a draft with a reason; it can be changed and put forward again."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.base.events import Actor
from yangguang.catalogues.events import EditionReturned
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Edition
from yangguang.catalogues.open_drafts import locked_edition
from yangguang.catalogues.policy import may_adopt
from yangguang.catalogues.rules.editions import EditionState
from yangguang.catalogues.use_cases.submit_for_review import PURPOSE
from yangguang.directory.api import Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean


@transaction.atomic
def return_edition(*, edition: Edition, reason: str, actor: Actor, at: Moment) -> Edition:
    """Send a draft back. Raises Refused without a reason, or when it is not waiting for adoption."""
    pending = locked_edition(edition)
    if not may_adopt(actor, pending.body):
        raise Refused("只有本机关负责人可以退回清单草案。")
    approval = approvals.latest(pending.subject, PURPOSE)
    if pending.state != EditionState.UNDER_REVIEW or approval is None:
        raise Refused("这份清单没有在等候审定。", remedy="请刷新页面。")
    words = clean(reason, label="退回理由", most=1000, lines=True, field="opinion")
    approvals.send_back(approval=approval, role=Role.AGENCY_HEAD, reason=words, actor=actor, at=at)

    pending.state, pending.in_force_from = EditionState.DRAFT, None
    pending.save(update_fields=["state", "in_force_from"])

    ledger.record(
        EditionReturned(pending.list_kind, list_of(pending.list_kind).title, pending.version, reason=words),
        subject=pending.subject, actor=actor, at=at,
    )  # fmt: skip
    return pending

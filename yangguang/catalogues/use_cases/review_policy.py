"""Review the body's own rules as its legal office, before the head adopts them: agree, or send them back with a reason."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.base.events import Actor
from yangguang.catalogues.events import PolicyReviewed
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Edition
from yangguang.catalogues.open_drafts import locked_edition
from yangguang.catalogues.own_review import may_review_inside, wrote_in
from yangguang.catalogues.rules.editions import EditionState
from yangguang.catalogues.use_cases.submit_for_review import LEGAL_OFFICE, PURPOSE, proposal_of
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean


@transaction.atomic
def review_policy(*, edition: Edition, agrees: bool, opinion: str, actor: Actor, at: Moment) -> Edition:
    """Say whether the rules are lawful. Raises Refused for whoever wrote in the draft, and for what was not put forward."""
    pending = locked_edition(edition)
    definition = list_of(pending.list_kind)
    approval = approvals.latest(pending.subject, PURPOSE)
    if not may_review_inside(actor, pending.body):
        raise Refused("您不能审核这份制度。", definition.clauses, remedy="请由本机关法制审核人员办理。")
    if not definition.reviewed_inside or pending.state != EditionState.UNDER_REVIEW or approval is None:
        raise Refused("这一份没有送法制机构审核。", definition.clauses, remedy="请先由起草人送审。")
    if wrote_in(actor, pending):
        raise Refused("起草、修改过这份制度的人不能审核。", definition.clauses, remedy="请由另一名法制审核人员办理。")
    if approvals.digest_of(proposal_of(pending)) != approval.proposal_digest:
        raise Refused("内容与送审时不一致，不能审核。", definition.clauses, remedy="请退回后重新送审。")
    words = clean(opinion, label="审核意见", most=1000, lines=True, field="opinion")
    if agrees:
        approvals.sign(approval=approval, role=LEGAL_OFFICE.role, opinion=words, actor=actor, at=at)
    else:
        approvals.send_back(approval=approval, role=LEGAL_OFFICE.role, reason=words, actor=actor, at=at)
        pending.state, pending.in_force_from = EditionState.DRAFT, None
        pending.save(update_fields=["state", "in_force_from"])
    ledger.record(
        PolicyReviewed(pending.list_kind, definition.title, pending.version, agrees=agrees, rests_on=definition.clauses),
        subject=pending.subject, actor=actor, at=at,
    )  # fmt: skip
    return pending

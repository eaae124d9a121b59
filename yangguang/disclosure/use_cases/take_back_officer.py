"""Propose to take an officer's entry out of the public register; a second person approves (D16)."""

from __future__ import annotations

from django.db import transaction

from yangguang.directory.api import Account, Officer
from yangguang.disclosure.events.standing import TAKING_BACK
from yangguang.disclosure.list_copies import has_left
from yangguang.disclosure.models import StandingChange, StandingPublication, StandingStatus
from yangguang.disclosure.policy import STANDING_WRONG_BODY
from yangguang.disclosure.queries import officers_for
from yangguang.disclosure.rules.standing import ChangeKind, Ground
from yangguang.disclosure.use_cases._lock_standing import lock_standing, propose
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def take_back_officer(*, officer: Officer, ground: str, reason: str, actor: Account, at: Moment) -> StandingChange:
    """Nothing changes in public yet. Own officers, and those of organisations the body entrusts; raises Refused for others', for
    one who left, for one taken back already, and while a change that another body proposed waits.
    """
    if has_left(officer, at.day):
        raise Refused("离岗人员已经不在公开的名录中。", TAKING_BACK)
    if not officers_for(actor.body, at.day).filter(pk=officer.pk).exists():
        raise Refused(STANDING_WRONG_BODY, TAKING_BACK)
    if ground not in set(Ground):
        raise Refused("请选择撤回情形。", TAKING_BACK, field="ground")
    known, _ = StandingPublication.objects.get_or_create(
        ref=officer.public_id,
        defaults={
            "officer": officer, "body": actor.body, "status": StandingStatus.PUBLISHED, "version": 1,
            "published_on": officer.enrolled_on,
        },
    )  # fmt: skip
    publication = lock_standing(known.pk)
    if not publication.stands:
        raise Refused("这名人员的公示信息已经撤回。", TAKING_BACK)
    if publication.body_id != actor.body_id:
        _hand_over(publication, actor)
    return propose(publication, ChangeKind.WITHDRAW, reason=reason, actor=actor, at=at, ground=ground)


def _hand_over(publication: StandingPublication, actor: Account) -> None:
    """Whoever proposes answers for the entry from now on: that another body proposed earlier does not make it theirs."""
    if publication.changes.filter(decided_on=None).exists():
        raise Refused(
            f"{publication.body.name}已经对这名人员的公示提出变更，等待批准。", TAKING_BACK,
            remedy="请由该机关先批准或者退回。",
        )  # fmt: skip
    publication.body = actor.body
    publication.save(update_fields=["body"])

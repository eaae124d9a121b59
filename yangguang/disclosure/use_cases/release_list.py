"""Release an adopted edition to the public: a publisher who wrote nothing of it, and proves again who they are (D23)."""

from __future__ import annotations

from dataclasses import asdict

from yangguang.base import ledger
from yangguang.base.events import plain
from yangguang.directory.api import Account, asks_code, reauthenticate
from yangguang.disclosure.events.standing import DUTIES, TERM, ListReleased
from yangguang.disclosure.list_copies import made_copy, release_day
from yangguang.disclosure.models import StandingPublication, StandingStatus
from yangguang.disclosure.policy import list_release_fault
from yangguang.disclosure.rules.standing import STEPS
from yangguang.disclosure.use_cases._lock_standing import lock_standing, named
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean


@asks_code
def release_list(
    *, publication_id: int, code: str, actor: Account, at: Moment, late_reason: str = ""
) -> StandingPublication:
    """The fourth name beside those who collected, passed on and reviewed. An overdue one needs a reason and is never refused."""
    publication = lock_standing(publication_id)
    if fault := list_release_fault(actor, publication):
        raise Refused(fault, DUTIES, remedy="请由本机关另一名公示员核对、发布。")
    if publication.status != StandingStatus.PENDING or publication.edition is None:
        raise Refused("这一版清单没有在等候发布。", DUTIES, remedy="请刷新页面查看它现在的状态。")
    due = release_day(publication)
    why = clean(late_reason, label="逾期公开的原因", most=400, field="late_reason")
    overdue = due is not None and at.day > due
    if overdue and not why:
        raise Refused("已经超过公开期限，请写明逾期公开的原因。", TERM, field="late_reason")
    copy = made_copy(publication.edition, published_on=at.day, replacements=[])
    reauthenticate(actor, code, purpose="release")

    publication.status, publication.version, publication.published_on = StandingStatus.PUBLISHED, 1, at.day
    publication.late_reason = why if overdue else ""
    publication.copy, publication.digest = plain(asdict(copy)), copy.digest()
    publication.hands = [*publication.hands, [STEPS[-1], actor.actor_ref, actor.actor_name, at.day.isoformat()]]
    publication.save()
    ledger.record(_event(publication), subject=publication.subject, actor=actor, at=at)
    return publication


def _event(publication: StandingPublication) -> ListReleased:
    collected, passed_on, reviewed, released = (ref for _, ref, _, _ in publication.hands)
    return ListReleased(
        named(publication), publication.ref, edition_ref=publication.ref, list_kind=publication.copy["list_kind"],
        version=1, digest=publication.digest, collected_by=collected, passed_on_by=passed_on, reviewed_by=reviewed,
        released_by=released, late_reason=publication.late_reason,
    )  # fmt: skip

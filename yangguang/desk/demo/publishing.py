"""Decisions of the county on their way to the public: published, corrected, withdrawn, withheld."""

from __future__ import annotations

from yangguang.base.events import SYSTEM
from yangguang.desk.demo import journal
from yangguang.desk.demo.journal import Story
from yangguang.desk.demo.penalty_beside import contested, lost
from yangguang.desk.demo.work import Work, code_of
from yangguang.disclosure.api import (
    Examination,
    Publication,
    prepare_correction,
    prepare_publication,
    propose_withdrawal,
    questions_of,
    record_withdrawal_ground,
    release_publication,
    schedule_coercion,
    schedule_publication,
    withdraw_publication,
    withhold_decision,
)

NO_NAMES = ("安排", "陈述", "申辩")  # what looks like a name behind 当事人 and is none
SECRECY = {
    "state_secret": "none", "trade_secret": "none", "personal_privacy": "none", "personal_information": "hidden",
}  # fmt: skip


def scheduled(work: Work) -> Story:
    """The decision is listed as to be published, as the job process does within the minute."""
    yield work.at(0, 16)
    decision = work.case.decisions.latest("pk")
    publication = schedule_publication(decision=decision, actor=SYSTEM, at=journal.now())
    work.refs["publication"] = publication.pk


def added_listed(work: Work) -> Story:
    """The decision on the additional fine is listed too, for a publication of its own."""
    yield work.at(0, 16)
    publication = schedule_coercion(paper=work.newest("additional_fine_decision"), actor=SYSTEM, at=journal.now())
    work.refs["publication"] = publication.pk


def prepared(work: Work) -> Story:
    """The first publisher examines it."""
    yield work.at(1, 10)
    prepare_publication(
        publication_id=work.refs["publication"], examination=_examination(work), actor=work.publisher(1),
        at=journal.now(),
    )  # fmt: skip


def published(work: Work) -> Story:
    """A second person releases it; some need a reason because the term has passed."""
    yield work.at(work.plan.get("published_after", 1), 15)
    _release(work, late_reason=work.plan.get("published_late", ""))


def corrected(work: Work) -> Story:
    """Words are put right, with a public reason."""
    yield work.at(3, 10)
    old, new, reason = work.plan["corrected"]
    prepare_correction(
        publication_id=work.refs["publication"], reason=reason, examination=_examination(work),
        replacements=[(old, new)], actor=work.publisher(1), at=journal.now(),
    )  # fmt: skip
    yield work.at(1, 16)
    _release(work)


def withheld(work: Work) -> Story:
    """The agency head decides that this one is not published."""
    yield work.at(2, 10)
    withhold_decision(
        publication_id=work.refs["publication"], ground="underage", reason=work.plan["withheld"],
        actor=work.agency_head, at=journal.now(),
    )  # fmt: skip


def withdrawn(work: Work) -> Story:
    """The decision falls in reconsideration; within three working days the publication is taken back."""
    yield from contested(work)
    yield work.at(work.plan["withdrawn_after"] - work.plan["withdrawn_after"] // 2, 9)
    record_withdrawal_ground(
        publication_id=work.refs["publication"], ground="annulled", paper=lost(work), received_on=work.day,
        actor=SYSTEM, at=journal.now(),
    )  # fmt: skip
    yield work.at(2, 14)
    proposal = propose_withdrawal(
        publication_id=work.refs["publication"], reason="复议机关撤销了原行政处罚决定。", actor=work.publisher(1),
        at=journal.now(),
    )  # fmt: skip
    yield work.at(0, 16)
    second = work.publisher(2)
    withdraw_publication(proposal_id=proposal.pk, code=code_of(second), actor=second, at=journal.now())


def _release(work: Work, *, late_reason: str = "") -> None:
    second = work.publisher(2)
    release_publication(
        publication_id=work.refs["publication"], code=code_of(second), actor=second, at=journal.now(),
        late_reason=late_reason,
    )  # fmt: skip


def _examination(work: Work) -> Examination:
    asked = questions_of(Publication.objects.get(pk=work.refs["publication"]))
    return Examination(
        scope="full_text", scope_note="属于依法应当公开的行政执法决定，全文公开，隐去个人信息。", secrecy=SECRECY,
        private=[one for one in asked if one not in NO_NAMES],
        harmless=[one for one in asked if one in NO_NAMES],
    )  # fmt: skip

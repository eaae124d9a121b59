"""Release a prepared copy to the public: a second person, who proves again who they are."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from typing import Any

from yangguang.base import calendars, ledger, numbers
from yangguang.base.events import plain
from yangguang.base.tlog import register_numbers
from yangguang.bulletin.api import NoticeCopy, would_stand
from yangguang.directory.api import Account, asks_code, reauthenticate
from yangguang.disclosure.before_release import how_told, require_assessment
from yangguang.disclosure.clarified import clarifications_of
from yangguang.disclosure.collecting import known_for, known_of, version_copy
from yangguang.disclosure.decided import is_minors, notice_kind, papers_that_altered, served_on
from yangguang.disclosure.decision_hands import Hands, hands_so_far, hands_with, own_hand_fault
from yangguang.disclosure.events import PublicationCorrected, PublicationPublished, PublicationPutBack
from yangguang.disclosure.events.standing import DUTIES
from yangguang.disclosure.foreign_papers import refuse_papers
from yangguang.disclosure.models import Publication, PublicationStatus, PublishedVersion, Scope, WithdrawalGround
from yangguang.disclosure.policy import release_fault
from yangguang.disclosure.queries import Standing, may_stand_again, next_version, standing_of
from yangguang.disclosure.rereading import refuse_leftovers
from yangguang.disclosure.rules.checks import MINORS
from yangguang.disclosure.rules.public_copy import open_questions, redacted_copy
from yangguang.disclosure.rules.redaction import with_aliases
from yangguang.disclosure.rules.standing import STEPS
from yangguang.disclosure.shown_until import ROW, clause_of, keep_term, term_of, words_of
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.disclosure.use_cases.prepare_publication import decision_stands, ruled_on
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.workdays import workdays_between

CLAUSE = "APL-2021:48.1"


@asks_code
def release_publication(
    *, publication_id: int, code: str, actor: Account, at: Moment, late_reason: str = "", party_told: str = ""
) -> Publication:
    """Publish version 1, or the correction that was prepared. An overdue one needs a reason and is never refused."""
    publication = lock_publication(publication_id)
    version = _waiting(publication)
    if fault := release_fault(actor, publication, version):
        raise Refused(fault, CLAUSE, remedy="请由本机关另一名公示员复核发布。")
    so_far = _names_of(publication, actor)
    decision_stands(publication)
    back = _goes_back(publication)
    _is_fully_examined(publication, version)
    standing, first = standing_of(publication, at.day), version.number == 1
    if first:
        _is_due(publication, standing, late_reason)
    told = how_told(publication, party_told) if first else ""
    require_assessment(publication, at.day)
    if publication.until is None or _says_what_was_altered(publication):
        keep_term(publication, term_of(publication, at.day))
    copy = _notice_copy(publication, version, standing, at.day)
    copy = replace(copy, attachments=refuse_papers(publication, known_for(version), actor))
    _says_nothing_known(publication, version, copy, at.day)
    reauthenticate(actor, code, purpose="release")
    copy = replace(copy, register_number=_register_number(publication, at.day.year, first=first))
    version.copy, version.digest = plain(asdict(copy)), copy.digest()
    version.released_by, version.released_on = actor, at.day
    version.hands = hands_with(so_far, actor=actor, at=at)
    version.save()
    publication.status = PublicationStatus.PUBLISHED if first else PublicationStatus.CORRECTED
    publication.version, publication.return_reason = version.number, ""
    if first:
        publication.published_on, publication.late_reason = at.day, late_reason.strip()
    if back or _says_what_was_altered(publication):
        _follows_the_alteration(publication)
    publication.save()
    event = _event(publication, version, at.day, told, back=back)
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return publication


def _is_due(publication: Publication, standing: Standing, late_reason: str) -> None:
    """Raises Refused before service where the body waits for it, and for one that is late without a reason."""
    if standing.deferred:
        raise Refused("决定尚未送达，暂缓公开。", publication.clause, remedy="送达后再发布；也可由机关设定为先公开。")
    if standing.overdue and not late_reason.strip():
        raise Refused("已经超过公开期限，请写明逾期公开的原因。", publication.clause, field="late_reason")


def _waiting(publication: Publication) -> PublishedVersion:
    version = next_version(publication)
    if version is None and publication.stands:
        raise Refused("这条公示信息已经由他人发布，没有待发布的内容。", CLAUSE, remedy="请刷新页面查看现在的状态。")
    if version is None or publication.status == PublicationStatus.PENDING:
        raise Refused("还没有编制好的公开文本。", CLAUSE, remedy="请先编制、完成保密审查。")
    return version


def _names_of(publication: Publication, actor: Account) -> Hands:
    """Who collected and who passed on. Raises Refused where the file does not say, and for one of them."""
    so_far = hands_so_far(publication)
    if fault := own_hand_fault(so_far, actor):
        raise Refused(fault, DUTIES, remedy="请由本机关另一名公示员复核发布。")
    if len(so_far) < len(STEPS[:2]):
        raise Refused(
            "案卷里查不到这份决定由谁承办，采集没有留名，不能公开。", DUTIES, remedy="请承办机构在案件中补登承办人。"
        )
    return so_far


def _register_number(publication: Publication, year: int, *, first: bool) -> str:
    """The next number of the body and year, taken only once nothing refuses the release any more; a correction keeps it."""
    if first:
        publication.register_number = numbers.take(
            chain=publication.body.public_id, kind="publication", year=year, pattern=register_numbers.PATTERN,
            subject_kind="publication", subject_ref=publication.public_id,
        ).text  # fmt: skip
    return publication.register_number


def _is_fully_examined(publication: Publication, version: PublishedVersion) -> None:
    """Raises Refused where the text has grown since it was examined: a decision may be altered in between."""
    copy, known = version_copy(publication, version), known_of(publication.case)
    ruled_on(publication)
    if is_minors(publication):
        raise Refused("当事人是未成年人，不予公开。", MINORS, remedy="请由机关负责人办理“决定不予公开”。")
    if open_questions(copy, known, {*version.private, *version.harmless}):
        raise Refused(
            "编制以后公开的文本有了变化，还没有审查完。", "APL-2021:50", remedy="请退回，重新编制、完成保密审查。"
        )


def _says_nothing_known(publication: Publication, version: PublishedVersion, copy: NoticeCopy, on: date) -> None:
    """Raises Refused while what the public would get, read again, still says anything known to be private."""
    notice = would_stand(
        copy, version=version.number, correction=version.reason, corrected_on=on, hides_more=version.hides_more
    )
    refuse_leftovers(notice, with_aliases(known_for(version), version_copy(publication, version).words()))


def _says_what_was_altered(publication: Publication) -> bool:
    """Every copy names what the decision was altered to and what of it was annulled."""
    if publication.withdrawal_ground != WithdrawalGround.ALTERED:
        return False
    return publication.withdrawal_paper in papers_that_altered(publication)


def _follows_the_alteration(publication: Publication) -> None:
    """The copy now says what the decision was altered to, and what it was before: nothing is left to take back."""
    publication.withdrawal_ground, publication.withdrawal_paper = "", ""
    publication.ground_received_on, publication.withdraw_by = None, None
    publication.withdrawn_on, publication.ended_on = None, None
    publication.withdrawal_reason, publication.withdrawal_late_reason = "", ""


def _goes_back(publication: Publication) -> bool:
    """Whether it was taken back and stands again by this release. Raises Refused where it may not."""
    if publication.status != PublicationStatus.WITHDRAWN:
        return False
    if not may_stand_again(publication):
        remedy = "因变更撤回、变更又被撤销的，或者决定停止公示的复议、诉讼已有结果、决定仍然有效的，才能恢复公开。"
        raise Refused("这条公示信息已经撤回，不能恢复公开。", CLAUSE, remedy=remedy)
    return True


def _event(
    publication: Publication, version: PublishedVersion, on: date, told: str, *, back: bool
) -> PublicationPublished:
    number, ref = publication.number, publication.public_id
    collected, passed_on, reviewed, released = (hand[1] for hand in version.hands)
    term: Any = {
        "until": publication.until, "term_clause": clause_of(publication), "collected_by": collected,
        "passed_on_by": passed_on, "reviewed_by": reviewed, "released_by": released,
    }  # fmt: skip
    if version.number == 1:
        return PublicationPublished(
            number, ref, 1, version.digest, on, publication.late_reason, **term, party_told=told
        )
    event = PublicationPutBack if back else PublicationCorrected
    return event(
        number, ref, version.number, version.digest, on, "", **term, reason=version.reason, hides_more=version.hides_more
    )  # fmt: skip


def _notice_copy(publication: Publication, version: PublishedVersion, standing: Standing, on: date) -> NoticeCopy:
    body = publication.body
    copy = redacted_copy(
        version_copy(publication, version), known_of(publication.case), version.private, version.harmless
    )
    kind, label = notice_kind(publication)
    published_on, words = publication.published_on or on, words_of(publication)
    told = [[ROW, words]] if words else []
    return NoticeCopy(
        ref=publication.notice_ref, kind=kind, kind_label=label, number=publication.number, title=copy.title,
        body_ref=body.public_id, body_name=body.name, party_name=copy.party_name, party_kind=copy.party_kind,
        conclusion=copy.conclusion, basis=copy.basis, decided_on=publication.decided_on, published_on=published_on,
        published_in=_timeliness(publication, standing, published_on), until=publication.until,
        fulfilment=copy.fulfilment, summary=[*(list(row) for row in copy.summary), *told],
        text=list(copy.text) if version.scope == Scope.FULL else [], clarifications=clarifications_of(publication),
    )  # fmt: skip


def _timeliness(publication: Publication, standing: Standing, published_on: date) -> str:
    """第 3 个工作日公开，法定期限 7 个工作日: counted from the decision, or from service where publication waited for it."""
    served = served_on(publication)
    waited = any(skip.kind == "suspended" for skip in standing.due.skipped)
    start = served if waited and served else publication.decided_on
    counted = workdays_between(start, published_on, calendars.in_force())
    since = "送达后" if waited else ""
    return f"{since}第 {max(counted, 1)} 个工作日公开，期限 {standing.due.amount} 个工作日"

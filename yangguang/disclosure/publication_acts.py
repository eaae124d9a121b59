"""What a person may do with a publication now, as its page offers it; the use cases ask again."""

from __future__ import annotations

from typing import Any

from yangguang.base.addresses import address_of
from yangguang.directory.api import Account, Role
from yangguang.disclosure.decision_hands import hands_so_far, own_hand_fault
from yangguang.disclosure.models import (
    Clarification,
    ClarificationStatus,
    CorrectionNotice,
    Publication,
    PublicationStatus,
    PublishedVersion,
    WithdrawalProposal,
)
from yangguang.disclosure.policy import (
    publisher_fault,
    release_fault,
    withdrawal_approval_fault,
    withdrawal_reader_fault,
)
from yangguang.disclosure.queries import may_stand_again
from yangguang.disclosure.rules.checks import asking_fault, ruling_fault


def _may_release(publication: Publication, version: PublishedVersion | None, account: Account) -> bool:
    """Whether the person is a second one, who neither drew the decision up nor passed it on."""
    if version is None or release_fault(account, publication, version):
        return False
    return not own_hand_fault(hands_so_far(publication), account)


def acts_on(proposal: WithdrawalProposal | None, publication: Publication, account: Account) -> list[dict[str, Any]]:
    """What this person may do with a withdrawal that waits."""
    if proposal is None or withdrawal_reader_fault(account, publication):
        return []
    approves = not withdrawal_approval_fault(account, publication, proposal)
    words = "批准撤回公开" if publication.stands else "确认紧急撤下"
    acts = [("approve_withdrawal", words, "check")] if approves else []
    what = "撤回公开" if publication.stands else "紧急撤下"
    acts.append(("return_withdrawal", f"退回{what}" if approves else f"收回{what}的提议", "x"))
    return _shown(acts, proposal.public_id)


def clarification_acts(rows: list[Clarification], publication: Publication, account: Account) -> list[dict[str, Any]]:
    """What the agency head may do with a clarification that waits."""
    waiting = [one for one in rows if one.status == ClarificationStatus.WAITING]
    if not (waiting and account.holds(Role.AGENCY_HEAD) and account.body_id == publication.body_id):
        return []
    acts = [("approve_clarification", "批准澄清公告", "check"), ("return_clarification", "退回澄清公告", "x")]
    return _shown(acts, waiting[0].public_id)


def told_acts(notices: list[CorrectionNotice], publication: Publication, account: Account) -> list[dict[str, Any]]:
    """To note that the party was told of a correction, the oldest first."""
    if publisher_fault(account, publication):
        return []
    waiting = [one for one in reversed(notices) if one.told_on is None][:1]
    return [
        act for one in waiting for act in _shown([("note_correction_told", "登记告知当事人", "mail")], one.public_id)
    ]


def acts_for(
    publication: Publication, version: PublishedVersion | None, account: Account, *, waits: bool, clarifies: bool = True
) -> list[dict[str, Any]]:
    """What this person may do now; the first is the main one. `waits`: a withdrawal waits for a second person;
    `clarifies`: no clarification waits for the head.
    """
    acts: list[tuple[str, str, str]] = []
    publishes = account.holds(Role.PUBLISHER) and account.body_id in {
        publication.body_id,
        publication.case.acting_body_id,
    }
    open_version = version is not None and version.released_on is None
    others = publishes and _may_release(publication, version, account)
    if publishes and publication.waits:
        if publication.status == PublicationStatus.PREPARED and others:
            acts += [("release", "复核并发布", "world"), ("return", "退回", "arrow-back-up")]
        acts += _of_what_waits(publication, account)
    back = publishes and may_stand_again(publication)
    if back or (publishes and (publication.waits or publication.stands)):
        acts.append(("foreign_papers", "外来附件", "file-text"))
    if open_version and others and (publication.stands or back):
        words = "复核并恢复公开" if back else "复核并发布更正"
        acts += [("release", words, "world"), ("return", "退回", "arrow-back-up")]
    if back:
        acts.append(("correct", "恢复公开", "world"))
    if publishes and publication.stands:
        acts += _of_what_stands(publication, waits=waits, clarifies=clarifies)
    decides = account.holds(Role.AGENCY_HEAD) and account.body_id == publication.body_id
    if publishes and publication.is_exempt and publication.exemption_filed_on is None:
        acts.append(("file_exemption", "登记备案", "archive"))
    if (publishes or decides) and publication.is_exempt:
        acts.append(("review_exemption", "评估不予公开", "eye"))
    if decides and publication.waits:
        acts.append(("withhold", "决定不予公开", "eye-off"))
    return _shown(acts, publication.public_id)


def _of_what_waits(publication: Publication, account: Account) -> list[tuple[str, str, str]]:
    """While an answer is waited for nothing else leads on; nobody examines what they drew up or passed on."""
    if publication.awaits_ruling:
        return [("receive_ruling", "登记批复", "mail")]
    if own_hand_fault(hands_so_far(publication), account):
        return []
    prepare = [] if ruling_fault(publication.ruling) else [("prepare", "编制公开文本", "eye-off")]
    asks = [] if asking_fault(publication.ruling) else [("ask_ruling", "报请确定能否公开", "mail")]
    return [*prepare, *asks]


def _of_what_stands(publication: Publication, *, waits: bool, clarifies: bool) -> list[tuple[str, str, str]]:
    acts = [] if waits else [("withdraw", "提出撤回公开", "arrow-back-up")]
    acts += [("clarify", "起草澄清公告", "message-report")] if clarifies else []
    acts += [("correct", "更正", "pencil"), ("ground", "登记撤回情形", "mail")]
    if publication.term_grade:
        acts.append(("record_repair", "登记信用修复申请", "circle-check"))
    return [*acts, ("pull", "紧急撤下", "alert-triangle")]


def _shown(acts: list[tuple[str, str, str]], ref: str) -> list[dict[str, Any]]:
    return [{"label": label, "icon": icon, "href": address_of(f"disclosure:{name}", ref)} for name, label, icon in acts]

"""One publication: both texts beside each other, where it stands, who did what, and what may be done next."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import ledger
from yangguang.base.pages import Expect, page
from yangguang.directory.api import Account, Role
from yangguang.disclosure.clock_faces import face_of
from yangguang.disclosure.collecting import slips_of
from yangguang.disclosure.comparing import comparison_of, read_only
from yangguang.disclosure.decision_hands import hands_so_far, own_hand_fault, shown_hands
from yangguang.disclosure.events.standing import DUTIES
from yangguang.disclosure.models import Publication, PublicationStatus, PublishedVersion
from yangguang.disclosure.pages.queue import READERS
from yangguang.disclosure.policy import release_fault
from yangguang.disclosure.queries import (
    exemption_filing_due,
    may_stand_again,
    next_version,
    publications_visible_to,
    shown_version,
)
from yangguang.disclosure.rules.checks import ANSWERS, QUESTIONS
from yangguang.disclosure.rules.credit import MINOR, off_the_credit_channel
from yangguang.disclosure.shown_until import graded, kept_or_coming
from yangguang.kernel import clock


@page(
    "publications/<ref:ref>/", name="disclosure:publication", title="公示信息", allow=READERS, subject="publication",
    expects=Expect(superior=200),
)  # fmt: skip
def publication(request: HttpRequest, ref: str) -> HttpResponse:
    """Read it."""
    found = get_object_or_404(publications_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]
    version = next_version(found) or shown_version(found)
    compared = comparison_of(found, version)
    term, no_term = kept_or_coming(found, clock.today())
    return render(
        request, "disclosure/publication.html",
        {
            "publication": found, "version": version, "compared": compared, "beside": read_only(compared), "face": face_of(found),
            "term": term, "no_term": no_term,
            "credit": off_the_credit_channel(graded(found.decision)), "credit_clause": MINOR,
            "hands": shown_hands(found, version), "hands_clause": DUTIES,
            "secrecy": secrecy_rows(version), "slips": slips_of(found), "acts": acts_for(found, version, request.user),  # type: ignore[arg-type]
            "back": may_stand_again(found), "file_by": exemption_filing_due(found),
            "reviews": found.exemption_reviews.select_related("reviewed_by"),
            "history": [
                {"at": one.occurred_at, "title": one.label, "who": one.actor_name, "words": one.summary}
                for one in reversed(ledger.entries_about("publication", found.public_id))
            ],
        },
    )  # fmt: skip


def secrecy_rows(version: PublishedVersion | None) -> list[tuple[str, str]]:
    """The four answers in words."""
    answers = version.secrecy if version else {}
    return [(label, ANSWERS.get(answers.get(code, ""), "尚未审查")) for code, label in QUESTIONS.items()]


def _may_release(publication: Publication, version: PublishedVersion | None, account: Account) -> bool:
    """Whether the person is a second one, who neither drew the decision up nor passed it on."""
    if version is None or release_fault(account, publication, version):
        return False
    return not own_hand_fault(hands_so_far(publication), account)


def acts_for(publication: Publication, version: PublishedVersion | None, account: Account) -> list[dict[str, Any]]:
    """What this person may do now; the first is the main one."""
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
        acts.append(("prepare", "编制公开文本", "eye-off"))
    back = publishes and may_stand_again(publication)
    if back or (publishes and (publication.waits or publication.stands)):
        acts.append(("foreign_papers", "外来附件", "file-text"))
    if open_version and others and (publication.stands or back):
        words = "复核并恢复公开" if back else "复核并发布更正"
        acts += [("release", words, "world"), ("return", "退回", "arrow-back-up")]
    if back:
        acts.append(("correct", "恢复公开", "world"))
    if publishes and publication.stands:
        acts += [
            ("withdraw", "撤回公开", "arrow-back-up"),
            ("correct", "更正", "pencil"),
            ("ground", "登记撤回情形", "mail"),
        ]
        if publication.term_grade:
            acts.append(("record_repair", "登记信用修复申请", "circle-check"))
    decides = account.holds(Role.AGENCY_HEAD) and account.body_id == publication.body_id
    if publishes and publication.is_exempt and publication.exemption_filed_on is None:
        acts.append(("file_exemption", "登记备案", "archive"))
    if (publishes or decides) and publication.is_exempt:
        acts.append(("review_exemption", "评估不予公开", "eye"))
    if decides and publication.waits:
        acts.append(("withhold", "决定不予公开", "eye-off"))
    return [
        {"label": label, "icon": icon, "href": reverse(f"disclosure:{name}", args=[publication.public_id])}
        for name, label, icon in acts
    ]

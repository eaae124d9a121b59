"""One publication: both texts beside each other, where it stands, who did what, and what may be done next."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import ledger
from yangguang.base.pages import Expect, page
from yangguang.cases.api import named
from yangguang.disclosure.clock_faces import face_of
from yangguang.disclosure.collecting import slips_of
from yangguang.disclosure.comparing import comparison_of, read_only
from yangguang.disclosure.correction_work import correction_face, correction_term
from yangguang.disclosure.decision_hands import shown_hands
from yangguang.disclosure.events.standing import DUTIES
from yangguang.disclosure.following_up import follow_up_of
from yangguang.disclosure.models import Clarification, PublishedVersion
from yangguang.disclosure.pages.queue import READERS
from yangguang.disclosure.publication_acts import acts_for, acts_on, clarification_acts, told_acts
from yangguang.disclosure.queries import (
    exemption_filing_due,
    may_stand_again,
    next_version,
    notices_of,
    open_withdrawal,
    publications_visible_to,
    shown_version,
)
from yangguang.disclosure.rules.checks import ANSWERS, QUESTIONS
from yangguang.disclosure.rules.credit import MINOR, off_the_credit_channel
from yangguang.disclosure.ruling_papers import ruling_rows
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
    proposal = open_withdrawal(found)
    term, no_term = kept_or_coming(found, clock.today())
    clarified = list(Clarification.objects.filter(publication=found).select_related("drafted_by"))
    notices, slips = list(notices_of(found)), slips_of(found)
    correction = correction_term(found, slips)
    return render(
        request, "disclosure/publication.html",
        {
            "publication": found, "named": named(found.case),
            "trail": [("公示", reverse("disclosure:queue")), (found.number, "")],
            "version": version, "compared": compared, "beside": read_only(compared), "face": face_of(found),
            "term": term, "no_term": no_term,
            "credit": off_the_credit_channel(graded(found.decision)), "credit_clause": MINOR,
            "hands": shown_hands(found, version), "hands_clause": DUTIES,
            "secrecy": secrecy_rows(version), "ruling": ruling_rows(found), "slips": slips,
            "notices": notices, "clarified": clarified, "correction": correction,
            "correction_face": correction_face(correction) if correction else None,
            "proposal": proposal,
            "acts": [
                *acts_on(proposal, found, request.user),  # type: ignore[arg-type]
                *clarification_acts(clarified, found, request.user),  # type: ignore[arg-type]
                *told_acts(notices, found, request.user),  # type: ignore[arg-type]
                *acts_for(found, version, request.user, waits=proposal is not None,  # type: ignore[arg-type]
                          clarifies=all(one.status != "waiting" for one in clarified)),
            ],
            "follow_up": follow_up_of(found), "back": may_stand_again(found),
            "file_by": exemption_filing_due(found),
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

"""One round of review: the draft on the left, the ten elements on the right (ui: picture 13)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from yangguang.base import calendars
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.base.refusals import put_on_form
from yangguang.cases.api import named
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused
from yangguang.legal_review.draft_text import paragraphs_of
from yangguang.legal_review.facts import facts_by_element
from yangguang.legal_review.models import LegalReview, ReviewStatus
from yangguang.legal_review.pages.queue import READERS, face_of
from yangguang.legal_review.pages.review_forms import ElementForm, OpinionForm, form_of_element, ids_of
from yangguang.legal_review.policy import may_review, reviews_visible_to
from yangguang.legal_review.queries import earlier_rounds
from yangguang.legal_review.rules.elements import ELEMENTS, Answer, problems, unanswered
from yangguang.legal_review.use_cases.answer_element import answer_element
from yangguang.legal_review.use_cases.give_review_opinion import give_review_opinion
from yangguang.records.api import documents_of

REVIEWER = ("legal_reviewer",)


def found(request: HttpRequest, ref: str) -> LegalReview:
    """The round a person may see, or 404."""
    account: Account = request.user  # type: ignore[assignment]
    return get_object_or_404(reviews_visible_to(account), public_id=ref)


@page(
    "reviews/<ref:ref>/", name="legal_review:review", title="法制审核", allow=READERS, subject="legal_review",
    expects=Expect(superior=200),
)  # fmt: skip
def review(request: HttpRequest, ref: str) -> HttpResponse:
    """Read the round; the reviewer also finds the forms here."""
    return _shown(request, found(request, ref))


@page(
    "reviews/<ref:ref>/elements/<slug:code>/", name="legal_review:element", title="填写审核要素", allow=REVIEWER,
    writes=True, subject="legal_review",
)  # fmt: skip
def element(request: HttpRequest, ref: str, code: str) -> HttpResponse:
    """Keep one answer."""
    one = found(request, ref)
    form = ElementForm(request.POST or None, auto_id=ids_of(code))
    if form.is_valid():
        try:
            answer_element(review_id=one.pk, code=code, actor=request.user, at=form.moment(), **form.facts)  # type: ignore[arg-type]
            return redirect(f"{reverse('legal_review:review', args=[ref])}#element-{_next_open(one, code)}")
        except Refused as refusal:
            put_on_form(form, refusal)
    return _shown(request, one, opened=code, element_form=form)


@page(
    "reviews/<ref:ref>/opinion/", name="legal_review:opinion", title="出具审核意见", allow=REVIEWER, writes=True,
    subject="legal_review",
)  # fmt: skip
def opinion(request: HttpRequest, ref: str) -> HttpResponse:
    """Pass or return."""
    one = found(request, ref)
    form = OpinionForm(request.POST or None, overdue=one.is_overdue(clock.today()))
    if form.is_valid():
        facts = form.facts
        try:
            give_review_opinion(
                review_id=one.pk, passes=facts.pop("passes") == "yes", actor=request.user, at=form.moment(), **facts,  # type: ignore[arg-type]
            )  # fmt: skip
            return redirect("legal_review:review", ref)
        except Refused as refusal:
            put_on_form(form, refusal)
    return _shown(request, one, opinion_form=form)


def _shown(
    request: HttpRequest, one: LegalReview, *, opened: str = "", element_form: ElementForm | None = None,
    opinion_form: OpinionForm | None = None,
) -> HttpResponse:  # fmt: skip
    answers = {row.code: row for row in one.elements.all()}
    given = {code: row.answer for code, row in answers.items()}
    facts = facts_by_element(one)
    mine = one.status == ReviewStatus.REQUESTED and not may_review(request.user, one.case)  # type: ignore[arg-type]
    first_open = opened or next((e.code for e in ELEMENTS if e.code not in answers), "")
    rows = [
        {
            "number": number, "element": e, "answer": answers.get(e.code), "facts": [f for f in facts[e.code] if f],
            "open": mine and e.code == first_open,
            "form": element_form if e.code == opened and element_form else form_of_element(e.code, answers.get(e.code)),
        }
        for number, e in enumerate(ELEMENTS, start=1)
    ]  # fmt: skip
    context = {
        "review": one, "named": named(one.case), "rows": rows, "mine": mine, "face": face_of(one, calendars.in_force()),
        "missing": unanswered(given), "problems": problems(given), "paragraphs": paragraphs_of(one.draft_content),
        "documents": documents_of(one.case.public_id), "overdue": one.is_overdue(clock.today()),
        "opinion_form": opinion_form or OpinionForm(overdue=one.is_overdue(clock.today())),
        "fine": sum(answer == Answer.CONFORMS for answer in given.values()),
        "earlier": earlier_rounds(one), "stale": one.draft.digest != one.draft_digest,
    }  # fmt: skip
    status = 409 if _refused(element_form, opinion_form) else 200
    return render(request, "legal_review/review.html", context, status=status)


def _next_open(one: LegalReview, code: str) -> str:
    """Where the reviewer goes on reading: the next element without an answer, or the one just answered."""
    answered = set(one.elements.values_list("code", flat=True))
    return next((e.code for e in ELEMENTS if e.code not in answered), code)


def _refused(*posted: OfficialForm | None) -> bool:
    return any(form is not None and form.refusal is not None for form in posted)

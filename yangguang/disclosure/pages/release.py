"""Release what another person prepared, or send it back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from yangguang.base.act_pages import answer
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.disclosure.before_release import is_told_in_its_paper
from yangguang.disclosure.comparing import comparison_of, read_only
from yangguang.disclosure.decision_hands import shown_hands
from yangguang.disclosure.events.standing import DUTIES
from yangguang.disclosure.models import Publication
from yangguang.disclosure.pages.prepare import PUBLISHER, back_to, found_for
from yangguang.disclosure.pages.publication import secrecy_rows
from yangguang.disclosure.queries import next_version, standing_of
from yangguang.disclosure.rereading import StillReadable
from yangguang.disclosure.rules.leftovers import Leftover
from yangguang.disclosure.shown_until import kept_or_coming
from yangguang.disclosure.use_cases.release_publication import release_publication
from yangguang.disclosure.use_cases.return_publication import return_publication
from yangguang.kernel import clock


class CodeField(forms.CharField):
    """The code the authenticator shows now."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"inputmode": "numeric", "autocomplete": "one-time-code"}
        super().__init__(label="动态验证码", max_length=6, widget=forms.TextInput(attrs=attrs),
                         help_text="验证器上现在显示的六位数字。", **kwargs)  # fmt: skip


class ReleaseForm(OfficialForm):
    """How the party was told where its paper does not say so, a reason where it is late, and the code."""

    party_told = WrittenField(
        label="怎样告知当事人将予公示", most=200, lines=True,
        help_text="决定书没有写明将予公示的，写明书面告知的文书和日期。公开期限照常计算，不因告知推迟。",
    )  # fmt: skip
    late_reason = WrittenField(label="逾期公开的原因", most=400)
    code = CodeField()

    def __init__(self, *args: Any, overdue: bool, told: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if told:
            del self.fields["party_told"]
        if not overdue:
            del self.fields["late_reason"]


class ReturnForm(OfficialForm):
    """Why it goes back."""

    reason = WrittenField(label="退回理由", most=400)


@page("publications/<ref:ref>/release/", name="disclosure:release", title="复核并发布", allow=PUBLISHER, writes=True,
      subject="publication")  # fmt: skip
def release(request: HttpRequest, ref: str) -> HttpResponse:
    """Both texts once more, then the code."""
    publication = found_for(request, ref)
    overdue = publication.waits and standing_of(publication, clock.today()).overdue
    told = not publication.waits or is_told_in_its_paper(publication)
    form = ReleaseForm(request.POST or None, overdue=overdue, told=told)
    left: list[tuple[Leftover, str]] = []  # what may only be said on this page, to this person

    def act(**facts: Any) -> Publication:
        try:
            return release_publication(publication_id=publication.pk, actor=request.user, at=form.moment(), **facts)  # type: ignore[arg-type]
        except StillReadable as refusal:
            left.extend(refusal.rows)
            raise

    return answer(request, form, act, to=back_to(publication), done="已经公开。", template="disclosure/release.html",
                  submit="确认公开", title="复核并发布", left=left, **_shown(publication))  # fmt: skip


@page("publications/<ref:ref>/return/", name="disclosure:return", title="退回公开文本", allow=PUBLISHER, writes=True,
      subject="publication")  # fmt: skip
def return_copy(request: HttpRequest, ref: str) -> HttpResponse:
    """Say what is wrong with it."""
    publication = found_for(request, ref)
    form = ReturnForm(request.POST or None)

    def act(**facts: Any) -> Publication:
        return return_publication(publication_id=publication.pk, actor=request.user, at=form.moment(), **facts)  # type: ignore[arg-type]

    return answer(request, form, act, to=back_to(publication), done="已退回编制人。", template="disclosure/release.html",
                  submit="退回编制人", title="退回公开文本", left=(), **_shown(publication))  # fmt: skip


def _shown(publication: Publication) -> dict[str, Any]:
    version = next_version(publication)
    compared = comparison_of(publication, version)
    term, no_term = kept_or_coming(publication, clock.today())
    return {
        "term": term, "no_term": no_term,
        "back": back_to(publication), "publication": publication, "version": version, "compared": compared,
        "beside": read_only(compared), "papers": publication.foreign_papers.filter(dropped_on=None),
        "secrecy": secrecy_rows(version), "hands": shown_hands(publication, version), "hands_clause": DUTIES,
    }  # fmt: skip

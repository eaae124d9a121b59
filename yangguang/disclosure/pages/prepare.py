"""Prepare a public copy, or a correction of one: both texts, the places found, and every question a person answers."""

from __future__ import annotations

from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from yangguang.base.act_pages import answer
from yangguang.base.form_fields import WrittenField, typed_in
from yangguang.base.pages import page
from yangguang.disclosure.comparing import Comparison, comparison_of
from yangguang.disclosure.examination_form import PREVIEW, ExaminationForm
from yangguang.disclosure.models import Publication, PublishedVersion
from yangguang.disclosure.queries import next_version, publications_visible_to, shown_version
from yangguang.disclosure.use_cases.prepare_correction import prepare_correction
from yangguang.disclosure.use_cases.prepare_publication import Examination, prepare_publication

PUBLISHER = ("publisher",)
F = TypeVar("F", bound=ExaminationForm)


class CorrectionForm(ExaminationForm):
    """A correction also says what is put right, and why in public."""

    reason = WrittenField(label="更正理由（会公开）", most=400)
    old = WrittenField(
        label="原来的文字", most=400, required=False, help_text="与公开文本一字不差；只增加隐去的可不填。"
    )
    new = WrittenField(label="更正为", most=400, required=False)
    hides_more = forms.BooleanField(
        label="更正是为了隐去不应公开的内容，不再展示更正前的文字", required=False
    )  # fmt: skip


def found_for(request: HttpRequest, ref: str) -> Publication:
    """The publication, if this person may see it."""
    return get_object_or_404(publications_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]


def back_to(publication: Publication) -> str:
    """The address of its page."""
    return f"/desk/publications/{publication.public_id}/"


@page("publications/<ref:ref>/prepare/", name="disclosure:prepare", title="编制公开文本", allow=PUBLISHER, writes=True,
      subject="publication")  # fmt: skip
def prepare(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask, show, keep; then another person looks at it."""
    publication = found_for(request, ref)
    form, compared = drawn(request, ExaminationForm, publication, None)

    def act(**_: Any) -> PublishedVersion:
        return prepare_publication(
            publication_id=publication.pk, examination=form.examination(), actor=request.user, at=form.moment(),  # type: ignore[arg-type]
        )  # fmt: skip

    return answer(
        request, form, act, to=back_to(publication), done="已送复核，由另一名公示员发布。",
        template="disclosure/prepare.html", publication=publication, compared=compared, back=back_to(publication),
        title="编制公开文本", submit="送另一名公示员复核", beside=form.beside(compared),
    )  # fmt: skip


@page("publications/<ref:ref>/correct/", name="disclosure:correct", title="更正公示信息", allow=PUBLISHER, writes=True,
      subject="publication")  # fmt: skip
def correct(request: HttpRequest, ref: str) -> HttpResponse:
    """What the public reads now, and what is put right."""
    publication = found_for(request, ref)
    version = next_version(publication) or shown_version(publication)
    form, compared = drawn(request, CorrectionForm, publication, version)

    def act(**facts: Any) -> PublishedVersion:
        before = Examination("", "", {}, version.private, version.harmless) if version else None
        return prepare_correction(
            publication_id=publication.pk, reason=facts["reason"], examination=form.examination(before),
            replacements=[(facts["old"], facts["new"])], hides_more=facts["hides_more"], actor=request.user,  # type: ignore[arg-type]
            at=form.moment(),
        )  # fmt: skip

    return answer(
        request, form, act, to=back_to(publication), done="已送复核，由另一名公示员发布。",
        template="disclosure/prepare.html", publication=publication, compared=compared, back=back_to(publication),
        title="更正公示信息", submit="送另一名公示员复核", beside=form.beside(compared),
    )  # fmt: skip


def drawn(
    request: HttpRequest, kind: type[F], publication: Publication, version: PublishedVersion | None
) -> tuple[F, Comparison]:
    """The form, and both texts as they are with what was answered so far. A preview carries nothing out."""
    compared, initial = comparison_of(publication, version), _initial(version)
    if PREVIEW in request.POST:
        form = kind(compared=compared, initial=initial | typed_in(request.POST))
    else:
        form = kind(request.POST or None, compared=compared, initial=initial)
    return form, comparison_of(publication, version, form.so_far(request.POST)) if request.POST else compared


def _initial(version: PublishedVersion | None) -> dict[str, Any]:
    return {"scope": version.scope, "scope_note": version.scope_note, **version.secrecy} if version else {}

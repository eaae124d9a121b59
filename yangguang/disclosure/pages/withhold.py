"""Decide that a decision is not published."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from yangguang.base.act_pages import answer
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.disclosure.clock_faces import face_of
from yangguang.disclosure.models import Publication, WithholdingGround
from yangguang.disclosure.pages.prepare import back_to, found_for
from yangguang.disclosure.use_cases.withhold_decision import withhold_decision


class WithholdForm(OfficialForm):
    """A statutory ground, and the reason that is kept in the register."""

    ground = forms.ChoiceField(label="不予公开情形", choices=WithholdingGround.choices, widget=forms.RadioSelect)
    reason = WrittenField(label="理由", most=400, lines=True, help_text="记入不予公开登记簿。")


@page("publications/<ref:ref>/withhold/", name="disclosure:withhold", title="决定不予公开", allow=("agency_head",),
      writes=True, subject="publication")  # fmt: skip
def withhold(request: HttpRequest, ref: str) -> HttpResponse:
    """The agency head decides."""
    publication = found_for(request, ref)
    form = WithholdForm(request.POST or None)

    def act(**facts: Any) -> Publication:
        return withhold_decision(publication_id=publication.pk, actor=request.user, at=form.moment(), **facts)  # type: ignore[arg-type]

    return answer(request, form, act, to=back_to(publication), done="已记入不予公开登记簿。", template="disclosure/act.html",
                  publication=publication, title="决定不予公开", back=back_to(publication),
                  face=face_of(publication), submit="决定不予公开",
                  clause_id="GD-DISC-2021:15.1")  # fmt: skip

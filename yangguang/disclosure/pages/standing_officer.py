"""Take an officer's entry out of the public register: whose, on which ground, why in public."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse

from yangguang.base.act_pages import answer
from yangguang.base.pages import page
from yangguang.directory.api import DeskRequest, Officer
from yangguang.disclosure.events.standing import TAKING_BACK
from yangguang.disclosure.models import StandingChange
from yangguang.disclosure.pages.prepare import PUBLISHER
from yangguang.disclosure.pages.standing import address_of_standing
from yangguang.disclosure.pages.standing_acts import TEMPLATE, TOLD, WAITS, TakeBackForm
from yangguang.disclosure.queries import officers_in_public
from yangguang.disclosure.rules.standing import ChangeKind
from yangguang.disclosure.use_cases.take_back_officer import take_back_officer
from yangguang.kernel import clock


class OfficerForm(TakeBackForm):
    """Whose entry."""

    officer = forms.ModelChoiceField(queryset=Officer.objects.none(), label="执法人员")
    field_order = ("officer", "ground", "reason")

    def __init__(self, *args: Any, officers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["officer"].queryset = officers  # type: ignore[attr-defined]


@page("standing/officer", name="disclosure:take_back_officer", title="撤回执法人员公示", allow=PUBLISHER, writes=True)
def take_back(request: DeskRequest) -> HttpResponse:
    """Propose to take an officer of the own body out of the public register."""
    form = OfficerForm(request.POST or None, officers=officers_in_public(request.user.body, clock.today()))

    def act(**facts: Any) -> StandingChange:
        return take_back_officer(actor=request.user, at=form.moment(), **facts)

    return answer(
        request, form, act, to=lambda change: address_of_standing(change.publication), done=WAITS, template=TEMPLATE,
        title="撤回执法人员公示", one=None, hands=(), back="/desk/standing/", submit="提出", clause_id=TAKING_BACK,
        told=f"{TOLD[ChangeKind.WITHDRAW]}证件暂停、注销、离岗的，在“人员与证件”中办理，名录随之更新。",
    )  # fmt: skip

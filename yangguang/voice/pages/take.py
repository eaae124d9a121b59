"""登记为投诉、线索: the form of the window, filled in with what was sent."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.pages import page
from yangguang.cases.api import LeadForm
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.voice.pages.voice import found_for, opening
from yangguang.voice.policy import handler_fault, may_see_writer
from yangguang.voice.rules.told import Person
from yangguang.voice.sealing import unseal
from yangguang.voice.use_cases.take_as_lead import take_as_lead


class TakeForm(LeadForm):
    """The form of the window without a day: the term runs from when it was sent, and nobody types that."""

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, account=account, **kwargs)
        del self.fields["occurred_at"]

    def moment(self) -> Moment:
        """Now, with why it is recorded only now."""
        now = Moment.now()
        return Moment(now.occurred_at, now.recorded_at, self.cleaned_data["late_reason"])


@page("voices/<ref:ref>/take/", name="voice:take", title="登记为投诉、线索", writes=True,
      allow=("window_clerk", "case_handler"), subject="voice")  # fmt: skip
def take(request: HttpRequest, ref: str) -> HttpResponse:
    """For whoever has it in hand; others see it without who wrote, and are told to take it in hand first."""
    account: Account = request.user  # type: ignore[assignment]
    voice = found_for(account, ref)
    if not voice.is_open or voice.kind != "wages" or handler_fault(account, voice):
        raise Http404
    writer = unseal(voice.sealed) if may_see_writer(account, voice) else Person()
    form = TakeForm(request.POST or None, account=account, initial=opening(voice, writer))

    def do(**facts: Any) -> Any:
        return take_as_lead(voice_id=voice.pk, entry=form.entry(), actor=account, at=form.moment())

    response = answer(
        request, form, do, to=lambda lead: reverse("cases:lead", args=[lead.public_id]), done="已经登记为线索。",
        template="voice/act.html", title="登记为投诉、线索", words="登记", under=f"{voice.kind_words}　{voice.receipt}",
        back=reverse("voice:voice", args=[ref]),
    )  # fmt: skip
    response["Cache-Control"] = "no-store"
    return response

"""当场查处: the first page of a penalty on the spot; the next pages are its acts, one leading to the other."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yangguang.base.pages import Expect, page
from yangguang.base.refusals import put_on_form
from yangguang.cases.acts.register import officers_named
from yangguang.cases.kinds.summary.forms.beginning import BeginningForm
from yangguang.cases.kinds.summary.stages import BEGINNING
from yangguang.cases.presentation.progress import strip_ahead
from yangguang.cases.use_cases.begin_on_the_spot import begin_on_the_spot
from yangguang.directory.api import Account
from yangguang.kernel.refusal import Refused


@page("on-the-spot/begin/", name="cases:begin_on_the_spot", title="当场查处", writes=True, allow=("case_handler",),
      expects=Expect(other=200))  # fmt: skip
def begin(request: HttpRequest) -> HttpResponse:
    """Begin, and go straight on to telling the party."""
    account: Account = request.user  # type: ignore[assignment]
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = BeginningForm(*given, account=account)
    failing: list[dict[str, Any]] = []
    if form.is_bound and form.is_valid():
        try:
            case = begin_on_the_spot(
                scene=form.scene(), party=form.party(), officers=officers_named(form.cleaned_data["officers"]),
                actor=account, at=form.moment(),
            )  # fmt: skip
        except Refused as refusal:
            put_on_form(form, refusal)
            failing = [
                {"label": one.label, "clause": one.clauses[:1], "words": f"{one.reason}{one.remedy}"}
                for one in refusal.verdicts if not one.holds
            ]  # fmt: skip
        else:
            messages.success(request, "已登记。请口头告知当事人。")
            return redirect(reverse("cases:act", args=[case.public_id, "give_notice_on_the_spot"]))
    return render(request, "cases/summary/begin.html", {
        "form": form, "failing": failing, "clauses": BEGINNING.clauses, "stages": strip_ahead(),
        "trail": [("案件", reverse("cases:list")), ("当场查处", "")], "back": reverse("cases:list"),
    })  # fmt: skip

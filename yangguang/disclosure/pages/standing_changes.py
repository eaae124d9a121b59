"""Approve or return what another person proposed to change of a public list or an officer's entry."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from yangguang.base.act_pages import answer
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.directory.api import DeskRequest
from yangguang.disclosure.events.standing import TAKING_BACK
from yangguang.disclosure.models import StandingChange, StandingPublication
from yangguang.disclosure.pages.release import CodeField
from yangguang.disclosure.pages.standing import address_of_standing
from yangguang.disclosure.queries import changes_visible_to
from yangguang.disclosure.rules.standing import ChangeKind
from yangguang.disclosure.use_cases.approve_change import approve_change
from yangguang.disclosure.use_cases.return_change import return_change

APPROVERS = ("publisher", "agency_head")


class ApproveForm(OfficialForm):
    """The code."""

    code = CodeField()


class ApproveLateForm(ApproveForm):
    """And why so late, where the file's term to correct is over."""

    overdue_reason = WrittenField(
        label="逾期更正的原因", most=400, required=False, help_text="超过更正期限的，写明原因。"
    )


class ReturnChangeForm(OfficialForm):
    """Why not."""

    reason = WrittenField(label="退回理由", most=400, lines=True)


@page("standing/changes/<ref:ref>/approve", name="disclosure:approve_change", title="批准公示变更", allow=APPROVERS,
      writes=True, subject="standing_change")  # fmt: skip
def approve(request: DeskRequest, ref: str) -> HttpResponse:
    """What was proposed, then the code."""
    change = _found(request, ref)
    of_violation = change.publication.violation_id and change.kind == ChangeKind.CORRECT
    form = (ApproveLateForm if of_violation else ApproveForm)(request.POST or None)

    def act(**facts: Any) -> StandingPublication:
        return approve_change(change_id=change.pk, actor=request.user, at=form.moment(), **facts)

    return _asked(
        request, form, act, change, title="批准公示变更", done="已经批准，公开的内容随之改变。", submit="批准"
    )


@page("standing/changes/<ref:ref>/return", name="disclosure:return_change", title="退回公示变更", allow=APPROVERS,
      writes=True, subject="standing_change")  # fmt: skip
def return_it(request: DeskRequest, ref: str) -> HttpResponse:
    """Say why not."""
    change, form = _found(request, ref), ReturnChangeForm(request.POST or None)

    def act(**facts: Any) -> StandingChange:
        return return_change(change_id=change.pk, actor=request.user, at=form.moment(), **facts)

    return _asked(request, form, act, change, title="退回公示变更", done="已经退回，公开的内容不变。", submit="退回")


def _found(request: HttpRequest, ref: str) -> StandingChange:
    return get_object_or_404(changes_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]


def _asked(request: DeskRequest, form: OfficialForm, act: Any, change: StandingChange, **told: Any) -> HttpResponse:
    back = address_of_standing(change.publication)
    return answer(
        request, form, act, to=back, template="disclosure/standing_change.html", change=change, back=back,
        clause_id=TAKING_BACK, **told,
    )  # fmt: skip

"""Approve or return what another publisher proposed to take back of the published decisions."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from yangguang.base.act_pages import answer
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.directory.api import DeskRequest
from yangguang.disclosure.clock_faces import withdrawal_face
from yangguang.disclosure.events import WITHDRAWAL
from yangguang.disclosure.following_up import follow_up_face, follow_up_of
from yangguang.disclosure.models import WithdrawalProposal
from yangguang.disclosure.pages.prepare import back_to
from yangguang.disclosure.pages.release import CodeField
from yangguang.disclosure.pages.standing_changes import APPROVERS
from yangguang.disclosure.queries import withdrawals_visible_to
from yangguang.disclosure.use_cases.confirm_pulling import confirm_pulling
from yangguang.disclosure.use_cases.return_withdrawal import return_withdrawal
from yangguang.disclosure.use_cases.withdraw_publication import withdraw_publication
from yangguang.kernel import clock

PULLED = {"title": "确认紧急撤下", "done": "已经确认，不再公开。", "submit": "确认撤下"}


class ApproveForm(OfficialForm):
    """The code; why it is late, where that came after the proposal."""

    late_reason = WrittenField(label="逾期撤回的原因", most=400)
    code = CodeField()

    def __init__(self, *args: Any, proposal: WithdrawalProposal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        last = proposal.publication.withdraw_by
        if proposal.late_reason or not proposal.publication.stands or last is None or clock.today() <= last:
            del self.fields["late_reason"]


class ReturnForm(OfficialForm):
    """Why not."""

    reason = WrittenField(label="退回理由", most=400, lines=True)


@page("publications/withdrawals/<ref:ref>/approve/", name="disclosure:approve_withdrawal", title="批准撤回公开",
      allow=APPROVERS, writes=True, subject="withdrawal_proposal")  # fmt: skip
def approve(request: DeskRequest, ref: str) -> HttpResponse:
    """What was proposed, then the code."""
    proposal = _found(request, ref)
    form = ApproveForm(request.POST or None, proposal=proposal)

    pulled = not proposal.publication.stands

    def act(**facts: Any) -> object:
        carry_out = confirm_pulling if pulled else withdraw_publication
        return carry_out(proposal_id=proposal.pk, actor=request.user, at=form.moment(), **facts)

    told = PULLED if pulled else {"title": "批准撤回公开", "done": "已撤回公开，理由已经公开。", "submit": "批准并撤回"}
    return _asked(request, form, act, proposal, **told)


@page("publications/withdrawals/<ref:ref>/return/", name="disclosure:return_withdrawal", title="退回撤回公开",
      allow=APPROVERS, writes=True, subject="withdrawal_proposal")  # fmt: skip
def return_it(request: DeskRequest, ref: str) -> HttpResponse:
    """Say why not."""
    proposal, form = _found(request, ref), ReturnForm(request.POST or None)

    def act(**facts: Any) -> WithdrawalProposal:
        return return_withdrawal(proposal_id=proposal.pk, actor=request.user, at=form.moment(), **facts)

    title = "退回撤回公开" if proposal.publication.stands else "退回紧急撤下"
    return _asked(request, form, act, proposal, title=title, done=_told(proposal), submit="退回")


def _told(proposal: WithdrawalProposal) -> str:
    if proposal.publication.stands:
        return "已经退回，决定继续公开。"
    if proposal.publication.ground_received_on is not None:
        return "已经退回。这份决定另有应当撤回的文书，不恢复公开。"
    return "已经退回。请办理“恢复公开”，由另一人复核发布。"


def _found(request: HttpRequest, ref: str) -> WithdrawalProposal:
    return get_object_or_404(withdrawals_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]


def _asked(
    request: DeskRequest, form: OfficialForm, act: Any, proposal: WithdrawalProposal, **told: Any
) -> HttpResponse:
    back = back_to(proposal.publication)
    return answer(
        request, form, act, to=back, template="disclosure/withdrawal.html", proposal=proposal, back=back,
        publication=proposal.publication, face=withdrawal_face(proposal.publication) or follow_up_face(proposal.publication),
        follow_up=follow_up_of(proposal.publication), clause_id=WITHDRAWAL, **told,
    )  # fmt: skip

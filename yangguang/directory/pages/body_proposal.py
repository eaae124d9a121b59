"""One proposed entry of a body: what is to stand, whom it waits for, and what whoever put it forward may do (D06)."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import ledger
from yangguang.base.act_pages import answer
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.directory.models import BodyProposal
from yangguang.directory.models.body import BodyCategory
from yangguang.directory.pages.body_forms import ChangedBodyForm, facts_of, initial_of
from yangguang.directory.pages.register_body import KEPT, PROPOSERS
from yangguang.directory.policy import may_propose_body
from yangguang.directory.proposals import (
    bureau_for,
    proposals_to_review,
    proposals_visible_to,
    whom_it_waits_for,
)
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.body_facts import LABELS
from yangguang.directory.rules.body_proposals import FREE, ProposalState
from yangguang.directory.use_cases.propose_body_again import propose_body_again
from yangguang.directory.use_cases.withdraw_body_proposal import withdraw_body_proposal

TINTS = {"waiting": "soon", "returned": "late", "approved": "ok", "withdrawn": "rest"}


def seen_proposal(request: DeskRequest, ref: str) -> BodyProposal:
    """A proposal this person sees, or 404."""
    return get_object_or_404(proposals_visible_to(request.user), public_id=ref)


@page(
    "bodies/proposals/<ref:ref>", name="directory:body_proposal", title="执法主体登记申请", allow=PROPOSERS,
    subject="body_proposal", expects=KEPT,
)  # fmt: skip
def proposal(request: DeskRequest, ref: str) -> HttpResponse:
    """Every fact as it stands and as it is to stand, the review, and the acts open to this person."""
    one = seen_proposal(request, ref)
    own = may_propose_body(request.user, one.concerned)
    waits = one.state == ProposalState.WAITING
    return render(request, "directory/body_proposal.html", {
        "one": one, "tint": TINTS[one.state], "waits_for": whom_it_waits_for(one),
        "facts": [_line(one, name) for name in LABELS if name in one.facts],
        "may_review": proposals_to_review(request.user).filter(pk=one.pk).exists(),
        "may_record": waits and own and bureau_for(one) is None,
        "may_revise": own and one.state == ProposalState.RETURNED, "may_withdraw": own and one.is_open,
        "acts": [
            {"at": e.occurred_at, "title": e.label, "who": e.actor_name, "words": e.summary}
            for e in reversed(ledger.entries_about("body_proposal", one.public_id))
        ],
    })  # fmt: skip


def _line(one: BodyProposal, name: str) -> dict[str, Any]:
    stands = _words(name, getattr(one.body, name)) if one.body else ""
    return {"label": LABELS[name], "before": stands, "after": _words(name, one.facts[name]), "free": name in FREE}


def _words(name: str, value: Any) -> str:
    if name == "category":
        return dict(BodyCategory.choices).get(value, "")
    if name == "supervises":
        return "是" if value else "不是"
    return "、".join(value) if isinstance(value, list) else str(value)


@page(
    "bodies/proposals/<ref:ref>/revise", name="directory:revise_body", title="改后再送审", allow=PROPOSERS, writes=True,
    subject="body_proposal", expects=KEPT,
)  # fmt: skip
def revise(request: DeskRequest, ref: str) -> HttpResponse:
    """The returned facts, to be put right and put forward again."""
    one = seen_proposal(request, ref)
    standing = {name: getattr(one.body, name) for name in LABELS} if one.body else {}
    form = ChangedBodyForm(request.POST or None, initial={**initial_of(standing | one.facts), "reason": one.reason})
    back = reverse("directory:body_proposal", args=[ref])
    return answer(
        request, form,
        lambda **facts: propose_body_again(proposal=one, actor=request.user, at=form.moment(), **facts_of(facts)),
        to=back, done="已经再次送审。", template="directory/act_form.html", title="改后再送审",
        under=f"{one}　退回理由：{one.opinion}" if one.opinion else str(one), words="再次送审", back=back,
    )  # fmt: skip


@page(
    "bodies/proposals/<ref:ref>/withdraw", name="directory:withdraw_body_proposal", title="撤回登记申请",
    allow=PROPOSERS, writes=True, subject="body_proposal", expects=KEPT,
)  # fmt: skip
def withdraw(request: DeskRequest, ref: str) -> HttpResponse:
    """Take it back."""
    one, form = seen_proposal(request, ref), OfficialForm(request.POST if request.method == "POST" else None)
    back = reverse("directory:body_proposal", args=[ref])
    return answer(
        request, form, lambda **facts: withdraw_body_proposal(proposal=one, actor=request.user, at=form.moment()),
        to=back, done="已经撤回。", template="directory/act_form.html", title="撤回登记申请", under=str(one), words="撤回",
        back=back,
    )  # fmt: skip

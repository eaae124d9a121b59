"""Register a body, and change its entry: both go to the judicial bureau first (D06)."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.pages import Expect, page
from yangguang.directory.models import Body, BodyProposal
from yangguang.directory.pages.body_forms import ChangedBodyForm, NewBodyForm, facts_of, initial_of
from yangguang.directory.policy import may_keep_bodies
from yangguang.directory.proposals import bodies_proposed_for
from yangguang.directory.queries import bodies_kept_by
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.body_facts import LABELS
from yangguang.directory.rules.body_proposals import to_review
from yangguang.directory.rules.roles import Role
from yangguang.directory.use_cases.change_body import change_body
from yangguang.directory.use_cases.propose_body import propose_body

KEEPERS = {Role.SYSTEM_ADMINISTRATOR, Role.SUPERVISOR}
PROPOSERS = {*KEEPERS, Role.AGENCY_HEAD}
KEPT = Expect(own=200, other=404, superior=200)
TOLD = "登记、变更主体资格先经司法行政部门审核，通过以后才生效，并向社会公示。"


@page("bodies/register", name="directory:register_body", title="登记执法主体", allow=PROPOSERS, writes=True)
def register(request: DeskRequest) -> HttpResponse:
    """Put a new body forward."""
    form = NewBodyForm(bodies_proposed_for(request.user), request.POST or None)
    return answer(
        request, form, lambda **facts: propose_body(actor=request.user, at=form.moment(), **facts_of(facts)),
        to=_proposal, done="已经送审，通过以前不生效、不公示。", template="directory/act_form.html", title="登记执法主体",
        under=TOLD, words="送审", back=reverse("directory:bodies"),
    )  # fmt: skip


def kept_body(request: DeskRequest, ref: str) -> Body:
    """A body this person keeps, or 404."""
    return get_object_or_404(bodies_kept_by(request.user), public_id=ref)


@page(
    "bodies/<ref:ref>/change", name="directory:change_body", title="变更执法主体登记", allow=PROPOSERS, writes=True,
    subject="body", expects=KEPT,
)  # fmt: skip
def change(request: DeskRequest, ref: str) -> HttpResponse:
    """Change facts of a body: what the duty names is proposed, the rest stands at once."""
    body = get_object_or_404(bodies_proposed_for(request.user), public_id=ref)
    form = ChangedBodyForm(request.POST or None, initial=initial_of({name: getattr(body, name) for name in LABELS}))

    def act(reason: str, **told: Any) -> Body | BodyProposal:
        facts = facts_of(told)
        changed = [name for name, value in facts.items() if getattr(body, name) != value]
        if to_review(vars(body), changed) or not may_keep_bodies(request.user, body):
            return propose_body(body=body, reason=reason, actor=request.user, at=form.moment(), **facts)
        return change_body(body=body, actor=request.user, at=form.moment(), **facts)

    return answer(
        request, form, act, to=_proposal, done="已经登记。主体资格的变更审核通过以后才生效。",
        template="directory/act_form.html", title="变更执法主体登记", under=f"{body.name}　{TOLD}", words="保存、送审",
        back=reverse("directory:body", args=[ref]),
    )  # fmt: skip


def _proposal(made: Body | BodyProposal) -> str:
    name = "directory:body_proposal" if isinstance(made, BodyProposal) else "directory:body"
    return reverse(name, args=[made.public_id])

"""Register a body, and change its entry."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.pages import Expect, page
from yangguang.directory.models import Body
from yangguang.directory.pages.body_forms import BodyForm, NewBodyForm
from yangguang.directory.queries import bodies_kept_by
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.body_facts import LABELS
from yangguang.directory.rules.roles import Role
from yangguang.directory.use_cases.change_body import change_body
from yangguang.directory.use_cases.register_body import register_body

KEEPERS = {Role.SYSTEM_ADMINISTRATOR, Role.SUPERVISOR}
KEPT = Expect(own=200, other=404, superior=200)


def _facts(given: dict[str, Any]) -> dict[str, Any]:
    return {("fields" if name == "fields_of_law" else name): value for name, value in given.items()}


@page("bodies/register", name="directory:register_body", title="登记执法主体", allow=KEEPERS, writes=True)
def register(request: DeskRequest) -> HttpResponse:
    """Put a new body into the register."""
    form = NewBodyForm(bodies_kept_by(request.user), request.POST or None)
    return answer(
        request, form, lambda **facts: register_body(actor=request.user, at=form.moment(), **_facts(facts)),
        to=lambda body: reverse("directory:body", args=[body.public_id]), done="已经登记。",
        template="directory/act_form.html", title="登记执法主体", words="登记", back=reverse("directory:bodies"),
    )  # fmt: skip


def kept_body(request: DeskRequest, ref: str) -> Body:
    """A body this person keeps, or 404."""
    return get_object_or_404(bodies_kept_by(request.user), public_id=ref)


@page(
    "bodies/<ref:ref>/change", name="directory:change_body", title="变更执法主体登记", allow=KEEPERS, writes=True,
    subject="body", expects=KEPT,
)  # fmt: skip
def change(request: DeskRequest, ref: str) -> HttpResponse:
    """Change facts of a body; what stood before stays in the ledger."""
    body = kept_body(request, ref)
    initial = {("fields_of_law" if name == "fields" else name): getattr(body, name) for name in LABELS}
    form = BodyForm(request.POST or None, initial=initial)
    back = reverse("directory:body", args=[ref])
    return answer(
        request, form, lambda **facts: change_body(body=body, actor=request.user, at=form.moment(), **_facts(facts)),
        to=back, done="已经变更，原来的内容留在经过里。", template="directory/act_form.html",
        title="变更执法主体登记", under=body.name, words="保存变更", back=back,
    )  # fmt: skip

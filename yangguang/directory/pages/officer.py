"""One officer: the answer first – may this person enforce today – then the certificates and what happened to them."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import ledger
from yangguang.base.act_pages import answer
from yangguang.base.form_fields import DayField, offer
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.directory.models import Account, Officer, OfficerPhoto, Unit
from yangguang.directory.pages.enrol_officer import EnrolmentForm, account_words
from yangguang.directory.presentation import certificate_rows, state_of
from yangguang.directory.queries import certificates_of, officers_kept_by, officers_visible_to, supervised_body_ids
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.roles import READERS, Role
from yangguang.directory.use_cases.change_officer import change_officer
from yangguang.directory.use_cases.leave_post import leave_post
from yangguang.kernel import clock


@page(
    "officers/<ref:ref>", name="directory:officer", title="执法人员", allow=READERS, subject="officer",
    expects=Expect(own=200, other=200, superior=200),
)  # fmt: skip
def officer(request: DeskRequest, ref: str) -> HttpResponse:
    """The officer's entry; keepers find their acts beside the certificates."""
    officer = get_object_or_404(officers_visible_to(request.user), public_id=ref)
    today = clock.today()
    keeper = officer.body_id in supervised_body_ids(request.user)
    usable = [one for one in certificates_of(officer) if state_of(one, today)[1] in {"ok", "soon"}]
    return render(request, "directory/officer.html", {
        "officer": officer,
        "usable": usable,
        "facts": [
            ("单位", officer.body.name),
            ("内设机构", officer.unit.name if officer.unit else ""),
            ("职务", officer.post),
        ],
        "certificates": certificate_rows(officer, today, keeper=keeper),
        "may_issue": keeper and officer.left_on is None,
        "has_photo": OfficerPhoto.objects.filter(officer=officer).exists(),
        "may_keep": officer.left_on is None and officers_kept_by(request.user).filter(pk=officer.pk).exists(),
        "acts": [
            {"at": one.occurred_at, "title": one.label, "who": one.actor_name, "words": one.summary}
            for one in reversed(ledger.entries_about("officer", officer.public_id))
        ],
    })  # fmt: skip


class LeavingForm(OfficialForm):
    """From which day on."""

    left_on = DayField(label="离岗日期", help_text="从这一天起不再是执法人员，证件不能再使用。")


@page(
    "officers/<ref:ref>/leave", name="directory:leave_post", title="执法人员离岗", writes=True, subject="officer",
    allow={Role.SYSTEM_ADMINISTRATOR, Role.SUPERVISOR}, expects=Expect(own=200, other=404, superior=200),
)  # fmt: skip
def leave(request: DeskRequest, ref: str) -> HttpResponse:
    """Record that the officer leaves the post."""
    officer = get_object_or_404(officers_kept_by(request.user), public_id=ref)
    form = LeavingForm(request.POST or None, initial={"left_on": clock.today()})
    back = reverse("directory:officer", args=[ref])
    return answer(
        request, form, lambda **facts: leave_post(officer=officer, actor=request.user, at=form.moment(), **facts),
        to=back, done=f"{officer.name}已经离岗。", template="directory/act_form.html",
        title="执法人员离岗", under=f"{officer.name}　{officer.body}", words="登记离岗", back=back,
    )  # fmt: skip


def _change_form(request: DeskRequest, one: Officer) -> EnrolmentForm:
    initial = {
        "name": one.name, "post": one.post, "unit": one.unit.public_id if one.unit else "",
        "account": one.account.public_id if one.account else "",
    }  # fmt: skip
    form = EnrolmentForm(request.user, request.POST or None, initial=initial)
    del form.fields["body"]
    units = Unit.objects.filter(body=one.body).order_by("pk")
    offer(form, "unit", units)
    free = Q(officer=None, is_active=True) | Q(officer=one)
    offer(form, "account", Account.objects.filter(free, body=one.body).order_by("pk"), words=account_words)
    return form


@page(
    "officers/<ref:ref>/change", name="directory:change_officer", title="变更执法人员登记", writes=True,
    subject="officer", allow={Role.SYSTEM_ADMINISTRATOR, Role.SUPERVISOR},
    expects=Expect(own=200, other=404, superior=200),
)  # fmt: skip
def change(request: DeskRequest, ref: str) -> HttpResponse:
    """Put the entry right; what stood before stays in the ledger."""
    officer = get_object_or_404(officers_kept_by(request.user).select_related("account"), public_id=ref)
    form = _change_form(request, officer)
    back = reverse("directory:officer", args=[ref])
    return answer(
        request, form, lambda **facts: change_officer(officer=officer, actor=request.user, at=form.moment(), **facts),
        to=back, done="已经变更，原来的内容留在经过里。", template="directory/act_form.html",
        title="变更执法人员登记", under=f"{officer.name}　{officer.body}", words="保存变更", back=back,
    )  # fmt: skip

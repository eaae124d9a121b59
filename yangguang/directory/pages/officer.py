"""One officer: the answer first – may this person enforce today – then the certificates and what happened to them."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import ledger
from yangguang.base.act_pages import answer
from yangguang.base.form_fields import DayField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.directory.presentation import certificate_rows, state_of
from yangguang.directory.queries import certificates_of, officers_kept_by, officers_visible_to, supervised_body_ids
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.roles import READERS, Role
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
        "may_see_off": officer.left_on is None and officers_kept_by(request.user).filter(pk=officer.pk).exists(),
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

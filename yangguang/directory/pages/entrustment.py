"""One entrustment: where it stands, and the acts that move it on."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import ledger
from yangguang.base.act_pages import answer
from yangguang.base.components.texts import cn_date
from yangguang.base.form_fields import offer
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.directory.models import Body, Entrustment
from yangguang.directory.pages.entrustment_forms import EndingForm, FilingForm, PublishingForm, ReturningForm
from yangguang.directory.policy import may_entrust, may_file_entrustment, may_publish_entrustment, may_review_entry
from yangguang.directory.presentation import entrustment_state, entrustment_steps
from yangguang.directory.queries import (
    bodies_visible_to,
    entrustments_kept_by,
    entrustments_supervised_by,
    entrustments_visible_to,
)
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.roles import READERS, Role
from yangguang.directory.use_cases.end_entrustment import end_entrustment
from yangguang.directory.use_cases.file_entrustment import file_entrustment
from yangguang.directory.use_cases.publish_entrustment import publish_entrustment
from yangguang.directory.use_cases.return_entrustment import return_entrustment
from yangguang.kernel import clock

SIDES = {Role.AGENCY_HEAD, Role.PUBLISHER}
KEPT = Expect()


@page(
    "entrustments/<ref:ref>", name="directory:entrustment", title="委托执法", allow=READERS, subject="entrustment",
    expects=Expect(own=200, other=200, superior=200),
)  # fmt: skip
def entrustment(request: DeskRequest, ref: str) -> HttpResponse:
    """The agreement with its state drawn as a strip."""
    one = get_object_or_404(entrustments_visible_to(request.user), public_id=ref)
    today = clock.today()
    return render(request, "directory/entrustment.html", {
        "one": one, "state": entrustment_state(one, today), "steps": entrustment_steps(one, today),
        "facts": [
            ("委托机关", one.entrusting.name), ("受委托组织", one.entrusted.name),
            ("签订日期", cn_date(one.signed_on)), ("委托事项", "、".join(one.matters)), ("委托权限", one.powers),
            ("委托期限", f"{cn_date(one.starts_on)}至{cn_date(one.ends_on)}"), ("备案编号", one.filing_number),
            ("委托机关公布在", one.published_where), ("受委托组织公布在", one.entrusted_published_where),
            ("备案退回理由", one.return_reason), ("终止原因", one.end_reason),
        ],
        "may_file": one.awaits_filing and may_file_entrustment(request.user, one.entrusting),
        "may_return": one.awaits_filing and may_review_entry(request.user, one.entrusting, None),
        "may_publish": one.filed_on is not None and _unpublished_sides(one, request.user) != [],
        "may_end": one.ended_on is None and one.last_day >= today and may_entrust(request.user, one.entrusting),
        "acts": [
            {"at": e.occurred_at, "title": e.label, "who": e.actor_name, "words": e.summary}
            for e in reversed(ledger.entries_about("entrustment", one.public_id))
        ],
    })  # fmt: skip


def _unpublished_sides(one: Entrustment, account: Any) -> list[Body]:
    sides = [(one.entrusting, one.published_on), (one.entrusted, one.entrusted_published_on)]
    for_both = may_publish_entrustment(account, one.entrusting)
    return [body for body, day in sides if day is None and (for_both or may_publish_entrustment(account, body))]


def _act_page(
    act: str, title: str, form_class: type[OfficialForm], do: Any, allow: set[Role], expects: Expect = KEPT
) -> None:
    @page(
        f"entrustments/<ref:ref>/{act}", name=f"directory:{act}_entrustment", title=title, writes=True, allow=allow,
        subject="entrustment", expects=expects,
    )  # fmt: skip
    def show(request: DeskRequest, ref: str) -> HttpResponse:
        kept = entrustments_kept_by(request.user) | entrustments_supervised_by(request.user)
        one = get_object_or_404(kept, public_id=ref)
        today = clock.today()
        form = form_class(request.POST or None, initial=dict.fromkeys(("filed_on", "published_on", "ended_on"), today))
        if "by" in form.fields:
            sides = [body.pk for body in _unpublished_sides(one, request.user)]
            offer(form, "by", bodies_visible_to(request.user).filter(pk__in=sides))
        back = reverse("directory:entrustment", args=[ref])
        return answer(
            request, form, lambda **facts: do(entrustment=one, actor=request.user, at=form.moment(), **facts),
            to=back, done=f"{title}：已经登记。", template="directory/act_form.html", title=title,
            under=f"{one.agreement_number}　{one.entrusting} → {one.entrusted}", words=title, back=back,
        )  # fmt: skip


_act_page("file", "登记委托备案", FilingForm, file_entrustment, SIDES | {Role.SUPERVISOR}, Expect(superior=200))
_act_page("return", "退回委托备案", ReturningForm, return_entrustment, {Role.SUPERVISOR}, Expect(own=404, superior=200))
_act_page("publish", "登记委托公布", PublishingForm, publish_entrustment, SIDES)
_act_page("end", "终止委托", EndingForm, end_entrustment, {Role.AGENCY_HEAD})

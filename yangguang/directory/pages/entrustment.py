"""One entrustment: where it stands, and the acts that move it on."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import ledger
from yangguang.base.act_pages import answer
from yangguang.base.components.texts import cn_date
from yangguang.base.form_fields import DayField, WrittenField, offer
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.directory.models import Body, Entrustment
from yangguang.directory.policy import may_entrust, may_publish_entrustment
from yangguang.directory.presentation import entrustment_state, entrustment_steps
from yangguang.directory.queries import bodies_visible_to, entrustments_kept_by, entrustments_visible_to
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.roles import READERS, Role
from yangguang.directory.use_cases.end_entrustment import end_entrustment
from yangguang.directory.use_cases.file_entrustment import file_entrustment
from yangguang.directory.use_cases.publish_entrustment import publish_entrustment
from yangguang.kernel import clock

SIDES = {Role.AGENCY_HEAD, Role.PUBLISHER}


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
            ("终止原因", one.end_reason),
        ],
        "may_file": one.filed_on is None and may_publish_entrustment(request.user, one.entrusting),
        "may_publish": _unpublished_sides(one, request.user) != [],
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


class FilingForm(OfficialForm):
    """Number and day of the filing."""

    filing_number = WrittenField(label="备案编号", most=80)
    filed_on = DayField(label="备案日期")


class PublishingForm(OfficialForm):
    """Which side published, and when."""

    by = forms.ModelChoiceField(Body.objects.none(), label="公布的一方", to_field_name="public_id")
    published_on = DayField(label="公布日期")
    published_where = WrittenField(
        label="公布的网址或者位置", most=300, help_text="公众在哪里看得到委托书全文：网页地址，或者公告栏的位置。"
    )


class EndingForm(OfficialForm):
    """From which day on, and why."""

    ended_on = DayField(label="终止日期", help_text="从这一天起不得再据以实施。")
    reason = WrittenField(label="终止原因")


def _act_page(act: str, title: str, form_class: type[OfficialForm], do: Any, allow: set[Role]) -> None:
    @page(
        f"entrustments/<ref:ref>/{act}", name=f"directory:{act}_entrustment", title=title, writes=True, allow=allow,
        subject="entrustment",
    )  # fmt: skip
    def show(request: DeskRequest, ref: str) -> HttpResponse:
        one = get_object_or_404(entrustments_kept_by(request.user), public_id=ref)
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


_act_page("file", "登记委托备案", FilingForm, file_entrustment, SIDES)
_act_page("publish", "登记委托公布", PublishingForm, publish_entrustment, SIDES)
_act_page("end", "终止委托", EndingForm, end_entrustment, {Role.AGENCY_HEAD})

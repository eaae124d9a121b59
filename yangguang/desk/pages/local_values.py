"""本地参数: values the nation leaves to a province or a body, each with its source and the day it takes force."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from yangguang.base import listing, local_values
from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.base.refusals import put_on_form
from yangguang.base.sheets import Column
from yangguang.desk.use_cases.set_local_value import set_local_value
from yangguang.directory.api import Account, Body, DeskRequest, Role, bodies_kept_by
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused


def _with_unit(name: str) -> str:
    unit, label = local_values.unit_of(name), local_values.NAMES[name]
    return f"{label}（{unit}）" if unit else label


COLUMNS = (
    Column("label", "参数", width=40), Column("words", "数值", width=24), Column("source", "来源", width=40),
    Column("in_force", "施行日", width=14), Column("by", "录入人", width=16),
)  # fmt: skip


class LocalValueForm(OfficialForm):
    """One value from a day on."""

    name = forms.ChoiceField(label="参数", choices=[(name, _with_unit(name)) for name in local_values.NAMES])
    value = WrittenField(label="数值", most=200, help_text="按参数后面的单位填写；标明“是否”的填是或者否。")
    source = WrittenField(label="来源文件", most=300, help_text="规定的名称、文号和条款。")
    in_force = DayField(label="施行日")


@page(
    "local-values/", name="desk:local_values", title="本地参数", allow=(Role.SYSTEM_ADMINISTRATOR,), writes=True,
    expects=Expect(other=200, superior=200),
)  # fmt: skip
def page_of_values(request: DeskRequest) -> HttpResponse:
    """The values of one body the administrator keeps, those not set named first; setting one."""
    bodies = acting_bodies_kept_by(request.user)
    asked = request.GET.get("body", "")
    body = get_object_or_404(bodies, public_id=asked) if asked else _usual(request.user, bodies)
    rows = [_row(name, label, body) for name, label in local_values.NAMES.items()]
    rows.sort(key=lambda row: not row["missing"])
    if listing.is_export(request):
        return listing.workbook(request, title="本地参数", columns=COLUMNS, rows=map(_cells, rows), filters=body.name)
    form = LocalValueForm(request.POST or None, initial={"in_force": clock.today(), "name": request.GET.get("name")})
    if form.is_valid():
        try:
            _set(form.facts, body=body, actor=request.user, at=form.moment())
            messages.success(request, "已保存，自施行日起用于办案。")
            return redirect(request.get_full_path())
        except Refused as refusal:
            put_on_form(form, refusal)
    return render(request, "desk/local_values.html", {
        "rows": rows, "form": form, "body": body, "bodies": bodies, "missing": sum(row["missing"] for row in rows),
    })  # fmt: skip


def acting_bodies_kept_by(account: Account) -> QuerySet[Body]:
    """The bodies in whose own name something may be decided: an entrusted organisation goes by those of its principal."""
    return bodies_kept_by(account).exclude(category="entrusted")


def _usual(account: Account, bodies: QuerySet[Body]) -> Body:
    """The administrator's own body; in a supervising authority the first body it keeps that enforces."""
    if not account.body.supervises:
        return account.body
    return bodies.filter(supervises=False, parent__isnull=False).first() or account.body


@transaction.atomic
def _set(facts: dict[str, Any], *, body: Body, actor: Account, at: Any) -> None:
    kept = local_values.typed(facts["name"], facts["value"])
    set_local_value(body=body, actor=actor, at=at, **{**facts, "value": kept})


def _row(name: str, label: str, body: Body) -> dict[str, Any]:
    kept = local_values.find(name, chain=body.public_id, on=clock.today())
    return {
        "name": name, "label": label, "kept": kept, "words": local_values.words_of(name, kept.value) if kept else "",
        "missing": kept is None and name not in local_values.FLAGS and name not in local_values.USUAL,
        "usual": _usual_words(name),
    }  # fmt: skip


def _usual_words(name: str) -> str:
    """What is gone by while nothing is set, and why."""
    if name not in local_values.USUAL:
        return "否（没有设定）"
    return f"{local_values.usual_words(name)}（没有设定；{local_values.USUAL[name][1]}）"


def _cells(row: dict[str, Any]) -> dict[str, Any]:
    kept = row["kept"]
    return {
        "label": row["label"], "words": row["words"] or ("没有设定" if row["missing"] else row["usual"]),
        "source": kept.source if kept else "", "in_force": kept.in_force if kept else "",
        "by": kept.set_by_name if kept else "",
    }  # fmt: skip

"""导入劳动者名册: a sheet is chosen once, checked with every fault in its row, and imported as it was checked."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yangguang.base import vault
from yangguang.base.models import Blob
from yangguang.base.pages import page
from yangguang.base.refusals import put_on_form
from yangguang.base.workbook_guard import MOST_BYTES
from yangguang.cases.kinds.labour import roster_sheet
from yangguang.cases.kinds.labour.forms.wages import RosterFileForm
from yangguang.cases.models import Case
from yangguang.cases.pages.roster import head_of, the_case
from yangguang.cases.use_cases.import_roster import import_roster
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused

KEPT_FOR = 3600  # seconds a checked sheet waits for its import
SALT = "yangguang.cases.roster_file"
MOST_SHOWN = 200


@page("cases/<ref:ref>/roster/import/", name="cases:import_roster", title="导入劳动者名册", writes=True,
      allow=("case_handler",), subject="case")  # fmt: skip
def roster_file(request: HttpRequest, ref: str) -> HttpResponse:
    """Check a sheet or import it: every fault in its row, nothing half imported; the checked file need not be chosen again."""
    account: Account = request.user  # type: ignore[assignment]
    case, form = the_case(request, ref), RosterFileForm(request.POST or None, request.FILES or None)
    told: dict[str, Any] = {"found": ""}
    if form.is_valid():
        try:
            content = _content(form, case, account)
            if not request.POST.get("check"):
                done = import_roster(case=case, content=content, actor=account, at=form.moment())
                messages.success(request, f"已经导入：新增{done.added}人，更新{done.changed}人。")
                return redirect("cases:roster", ref)
            told["found"] = _summary(content)
            form.fields["file"].required = False
            form.data = request.POST.copy() | {"kept": _keep(form, content, case, account)}
        except Refused as refusal:
            put_on_form(form, refusal)
            told |= _faults(refusal)
    return render(request, "cases/labour/roster_file.html", {**head_of(case, "导入劳动者名册"), "form": form, **told})


def _content(form: RosterFileForm, case: Case, account: Account) -> bytes:
    """The uploaded sheet, or the one checked before by the same person for the same case."""
    if form.cleaned_data["file"]:
        return vault.content_of(form.cleaned_data["file"], limit=MOST_BYTES)
    if not form.cleaned_data["kept"]:
        raise Refused("请选择填好的名册。", field="file")
    try:
        who, about, blob, until = signing.Signer(salt=SALT).unsign_object(form.cleaned_data["kept"])
    except (signing.BadSignature, ValueError):
        raise Refused("检查过的文件无法读取。", field="file", remedy="请重新选择文件。") from None
    if (who, about) != (account.actor_ref, case.public_id) or clock.now().timestamp() > until:
        raise Refused("检查过的文件已经过期，或者不是本案的。", field="file", remedy="请重新选择文件。")
    return vault.read(Blob.objects.get(public_id=blob))


def _keep(form: RosterFileForm, content: bytes, case: Case, account: Account) -> str:
    """Keep the checked sheet; the token says whose and for which case."""
    upload = form.cleaned_data["file"]
    if not upload:
        return str(form.cleaned_data["kept"])
    blob = vault.store_upload(content, name=upload.name)
    until = int(clock.now().timestamp()) + KEPT_FOR
    return str(signing.Signer(salt=SALT).sign_object([account.actor_ref, case.public_id, blob.public_id, until]))


def _summary(content: bytes) -> str:
    rows = [row for _, row in roster_sheet.rows_of(content, today=clock.today())]
    return f"共{len(rows)}人，应付合计{in_figures(sum(row.owed_fen for row in rows))}元，没有发现问题，可以导入。"


def _faults(refusal: Refused) -> dict[str, Any]:
    """The faulty rows as they stand, each fault in its cell."""
    seen: dict[int, dict[str, Any]] = getattr(refusal, "seen", {})
    wrong: dict[tuple[int, str], list[str]] = {}
    for fault in getattr(refusal, "faults", ()):
        wrong.setdefault((fault.row, fault.column), []).append(fault.reason)
    rows = [
        {"number": number, "cells": [
            {"title": column.title, "text": _text(values.get(column.key, "")), "faults": wrong.get((number, column.title), ())}
            for column in roster_sheet.COLUMNS
        ]} for number, values in sorted(seen.items())[:MOST_SHOWN]
    ]  # fmt: skip
    return {
        "titles": [column.title for column in roster_sheet.COLUMNS],
        "rows": rows,
        "more": max(len(seen) - MOST_SHOWN, 0),
    }


def _text(value: Any) -> str:
    return in_figures(value) if isinstance(value, int) else str(value)

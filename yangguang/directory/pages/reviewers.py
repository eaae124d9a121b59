"""Legal reviewers, what entitles them, and their ratio to the officers of a body (L02)."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import listing
from yangguang.base.act_pages import answer
from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column, Kind
from yangguang.directory.models import Account
from yangguang.directory.policy import may_qualify_reviewers
from yangguang.directory.queries import (
    bodies_visible_to,
    reviewer_fault,
    reviewer_staffing,
    reviewers_visible_to,
    supervised_body_ids,
)
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.roles import READERS, Role
from yangguang.directory.use_cases.qualify_reviewer import qualify_reviewer
from yangguang.kernel import clock

COLUMNS = [
    Column("name", "姓名"), Column("body", "机关", width=30), Column("unit", "内设机构"),
    Column("number", "法律职业资格证编号", width=24), Column("first", "首次从事审核日期", Kind.DAY),
    Column("evidence", "证明材料", width=30), Column("fault", "不能审核的原因", width=30),
]  # fmt: skip


@page("reviewers", name="directory:reviewers", title="法制审核人员", allow=READERS)
def reviewers(request: DeskRequest) -> HttpResponse:
    """The list with the ratio of each body as a fact, without any ranking."""
    today = clock.today()
    rows = reviewers_visible_to(request.user, today)
    if listing.is_export(request):
        cells = [_cells(one, reviewer_fault(one, today)) for one in rows]
        return listing.workbook(request, title="法制审核人员", columns=COLUMNS, rows=cells)
    bodies = bodies_visible_to(request.user).filter(pk__in={request.user.body_id, *supervised_body_ids(request.user)})
    found = listing.page_of(request, rows)
    return render(request, "directory/reviewers.html", {
        "page": found,
        "rows": [
            (one, _cells(one, reviewer_fault(one, today)), may_qualify_reviewers(request.user, one.body))
            for one in found
        ],
        "staffing": [(body, reviewer_staffing(body, today)) for body in bodies],
    })  # fmt: skip


def _cells(one: Account, fault: str) -> dict[str, Any]:
    known = getattr(one, "reviewer_qualification", None)
    return {
        "name": one.name, "body": one.body.name, "unit": one.unit.name if one.unit else "", "fault": fault,
        "number": known.qualification_number if known else "", "first": known.first_reviewed_on if known else None,
        "evidence": known.evidence if known else "",
    }  # fmt: skip


class QualificationForm(OfficialForm):
    """The qualification, or the proof of having reviewed before it was asked for."""

    qualification_number = WrittenField(label="法律职业资格证编号", most=60, required=False)
    first_reviewed_on = DayField(
        label="首次从事审核日期", required=False, help_text="2021年7月15日以前已经从事审核、没有资格证的填写。"
    )
    evidence = WrittenField(label="证明材料", required=False, help_text="任职文件或者审核意见书编号。")


@page(
    "reviewers/<ref:ref>/qualify", name="directory:qualify_reviewer", title="登记法制审核资格", writes=True,
    allow={Role.AGENCY_HEAD, Role.SUPERVISOR}, subject="reviewer", expects=Expect(own=200, other=404, superior=200),
)  # fmt: skip
def qualify(request: DeskRequest, ref: str) -> HttpResponse:
    """Put a reviewer's qualification on record."""
    one = get_object_or_404(reviewers_visible_to(request.user, clock.today()), public_id=ref)
    known = getattr(one, "reviewer_qualification", None)
    names = ("qualification_number", "first_reviewed_on", "evidence")
    form = QualificationForm(request.POST or None, initial={name: getattr(known, name, None) for name in names})
    back = reverse("directory:reviewers")
    return answer(
        request, form, lambda **facts: qualify_reviewer(account=one, actor=request.user, at=form.moment(), **facts),
        to=back, done=f"{one.name}的法制审核资格已经登记。", template="directory/act_form.html",
        title="登记法制审核资格", under=f"{one.name}　{one.body}", words="登记", back=back,
    )  # fmt: skip

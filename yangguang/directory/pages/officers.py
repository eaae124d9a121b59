"""The register of officers (D07): who may enforce, and whose certificate runs out."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render

from yangguang.base import listing
from yangguang.base.pages import page
from yangguang.base.sheets import Column, Kind
from yangguang.directory.models import Certificate, Officer
from yangguang.directory.presentation import state_of
from yangguang.directory.queries import bodies_kept_by, bodies_visible_to, officers_in_view, officers_visible_to
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.roles import READERS
from yangguang.kernel import clock

SOON = f"{settings.CERTIFICATES_EXPIRE_SOON.days} 天内到期"
VIEWS = [
    ("", "全部"), ("usable", "可以执法"), ("expiring", SOON), ("expired", "已过期"),
    ("suspended", "暂停使用"), ("without", "没有证件"), ("left", "已离岗"),
]  # fmt: skip
COLUMNS = [
    Column("name", "姓名"), Column("body", "单位", width=30), Column("unit", "内设机构", width=20), Column("post", "职务"),
    Column("kind", "证件种类"), Column("number", "证件编号", width=20), Column("fields", "执法类别", width=24),
    Column("areas", "执法区域"), Column("valid_from", "有效期起", Kind.DAY), Column("valid_until", "有效期止", Kind.DAY),
    Column("issued_by", "发证机关", width=24), Column("qualified_by", "授予资格的依据", width=24),
    Column("qualification_number", "合格证明或者资格证编号", width=24), Column("last_check", "最近一次年度审核", width=20),
    Column("state", "状态"),
]  # fmt: skip


@page("officers", name="directory:officers", title="执法人员", allow=READERS)
def officers(request: DeskRequest) -> HttpResponse:
    """The list with views by certificate, a body and a search by name or number."""
    today = clock.today()
    body, wanted, view = (request.GET.get(key, "").strip()[:60] for key in ("body", "q", "view"))
    rows = officers_visible_to(request.user).prefetch_related("certificates__officer", "certificates__checks")
    if body:
        rows = rows.filter(body__public_id=body)
    if wanted:
        rows = rows.filter(Q(name__icontains=wanted) | Q(certificates__number__icontains=wanted)).distinct()
    soon = today + settings.CERTIFICATES_EXPIRE_SOON
    shown = officers_in_view(rows, view, today, soon)
    if listing.is_export(request):
        label = dict(VIEWS).get(view, "全部")
        told = "，".join(x for x in (label, wanted and f"“{wanted}”") if x)
        cells = [cell for officer in shown for cell in _cells(officer, today)]
        return listing.workbook(request, title="行政执法人员", columns=COLUMNS, rows=cells, filters=told)
    found = listing.page_of(request, shown)
    return render(request, "directory/officers.html", {
        "page": found,
        "rows": [(one, [(card, state_of(card, today)) for card in one.certificates.all()]) for one in found],
        "views": listing.views(
            request, "view", VIEWS, lambda key: officers_in_view(rows, key, today, soon).count()
        ),
        "bodies": bodies_visible_to(request.user),
        "body": body, "q": wanted, "view": view,
        "keeps": bodies_kept_by(request.user).exists(),
    })  # fmt: skip


def _cells(officer: Officer, today: Any) -> list[dict[str, Any]]:
    person = {
        "name": officer.name, "body": officer.body.name, "post": officer.post,
        "unit": officer.unit.name if officer.unit else "",
    }  # fmt: skip
    cells = [
        person | {
            "kind": one.get_kind_display(), "number": one.number, "fields": one.fields, "areas": one.areas,
            "issued_by": one.issued_by, "qualified_by": one.get_qualified_by_display(),
            "qualification_number": one.qualification_number, "last_check": _last_check(one),
            "valid_from": one.valid_from, "valid_until": one.valid_until, "state": state_of(one, today)[0],
        }
        for one in officer.certificates.all()
    ]  # fmt: skip
    return cells or [person | {"state": "没有证件"}]


def _last_check(one: Certificate) -> str:
    checks = sorted(one.checks.all(), key=lambda check: check.year)
    return f"{checks[-1].year}年{'合格' if checks[-1].passed else '不合格'}" if checks else ""

"""调阅: requests for access – those that wait for me, my own, all I may see – and one request with what it opens."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from yangguang.base import exports, listing
from yangguang.base.pages import Expect, page
from yangguang.base.press.pdf import render_pdf
from yangguang.base.sheets import Column, Kind
from yangguang.directory.api import DeskRequest, Role
from yangguang.kernel import clock
from yangguang.records.access_queries import access_visible_to, items_of, waiting_for
from yangguang.records.access_sheet import access_sheet
from yangguang.records.models import AccessRequest, AccessState
from yangguang.records.policy import ACCESS_READERS, is_askers, may_decide, stands
from yangguang.records.readers import face_of, owner_of

ANYWHERE = Expect(own=200, other=200, superior=200)
NOT_SEEN: dict[str, tuple[str, ...]] = {"case_handler": (), "publisher": (), "legal_reviewer": ()}
OF_ITS_BODY = Expect(superior=200, only_in=NOT_SEEN)
COLUMNS = (
    Column("number", "申请编号", width=24), Column("file", "案号", width=30), Column("by", "申请人"),
    Column("body", "单位", width=30), Column("purpose", "事由", width=50), Column("matter", "事项编号", width=24),
    Column("scope", "范围", width=20), Column("until", "期限", Kind.DAY), Column("state", "状态"),
    Column("decided_by", "审批人"), Column("end", "结束原因", width=30),
)  # fmt: skip
VIEWS = (("waiting", "待我审批"), ("mine", "我的申请"), ("all", "全部"))


@page("access/", name="records:accesses", title="调阅", allow=ACCESS_READERS, expects=ANYWHERE)
def accesses(request: DeskRequest) -> HttpResponse:
    """The list, by who it waits for."""
    account = request.user
    rows = {
        "waiting": waiting_for(account), "mine": access_visible_to(account).filter(asked_by_ref=account.actor_ref),
        "all": access_visible_to(account),
    }  # fmt: skip
    view = request.GET.get("view", "")
    counts = {name: found.count() for name, found in rows.items()}
    if view not in rows:
        view = next((name for name, _ in VIEWS if counts[name]), "all")
    chosen: QuerySet[AccessRequest] = rows[view]
    if listing.is_export(request):
        return listing.workbook(request, title="调阅申请", columns=COLUMNS, rows=(_cells(one) for one in chosen))
    tabs = [
        {"label": label, "count": counts[name], "href": f"?view={name}", "current": name == view}
        for name, label in VIEWS
    ]
    return render(request, "records/accesses.html", {
        "page": listing.page_of(request, chosen), "tabs": tabs, "view": view, "today": clock.today(),
        "may_ask": account.role_names != {Role.AUDIT_ADMINISTRATOR},
        "audits": account.holds(Role.AUDIT_ADMINISTRATOR),
    })  # fmt: skip


@page("access/<ref:ref>/", name="records:access", title="调阅申请", allow=ACCESS_READERS, subject="access",
      expects=OF_ITS_BODY)  # fmt: skip
def access_page(request: DeskRequest, ref: str) -> HttpResponse:
    """One request; its asker finds what it opens."""
    account, today = request.user, clock.today()
    access = get_object_or_404(access_visible_to(account), public_id=ref)
    owner, own = owner_of(access.file_ref), is_askers(account, access)
    decides = not own and may_decide(account, access, owner.unit_id if owner else None)
    return render(request, "records/access.html", {
        "access": access, "items": items_of(access), "own": own, "stands": stands(access, today),
        "open": access.state == AccessState.OPEN and stands(access, today), "file": face_of(account, access.file_ref),
        "may_decide": decides and access.state == AccessState.ASKED, "may_revoke": decides and stands(access, today),
        "may_close": own and access.state in {AccessState.ASKED, AccessState.APPROVED, AccessState.OPEN},
        "facts": _facts(access), "trail": [("调阅", "/desk/access/"), (access.number, "")],
    })  # fmt: skip


@page("access/<ref:ref>/form/", name="records:access_form", title="调阅审批单", allow=ACCESS_READERS, subject="access",
      expects=OF_ITS_BODY)  # fmt: skip
def access_form(request: DeskRequest, ref: str) -> HttpResponse:
    """The 调阅审批单 as PDF, to be printed and put with the file."""
    access = get_object_or_404(access_visible_to(request.user), public_id=ref)
    response = HttpResponse(render_pdf(access_sheet(access)), content_type="application/pdf")
    response["Content-Disposition"] = "inline"
    return exports.on_record(response, what=f"调阅审批单 {access.number}", rows=1, subject=access.subject)


def _facts(access: AccessRequest) -> list[tuple[str, Any]]:
    return [
        ("依据", access.get_ground_display()), ("事由", access.purpose), ("事项编号", access.matter_number),
        ("范围", access.get_scope_display()), ("具体内容", access.extent),
        ("申请下载", "是" if access.wants_download else "否"),
        ("申请人", f"{access.asked_by_name}（{access.asked_by_body.name}）"),
    ]  # fmt: skip


def _cells(one: AccessRequest) -> dict[str, Any]:
    return {
        "number": one.number, "file": one.file_number, "by": one.asked_by_name, "body": one.asked_by_body.name,
        "purpose": one.purpose, "matter": one.matter_number, "scope": one.get_scope_display(),
        "until": one.access_expires_on or one.wanted_until, "state": one.get_state_display(),
        "decided_by": one.decided_by_name, "end": one.end_reason,
    }  # fmt: skip

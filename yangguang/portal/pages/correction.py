"""申请更正: who may ask to have public information put right, whom to turn to, and what happens then."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import notice_by_ref, public_bodies
from yangguang.portal.showing import show, typed

CONTACTS = ("单位地址", "投诉举报电话")


@page("correction/", name="portal:correction", title="申请更正公开的内容", allow=PUBLIC, site="portal")
def correction(request: HttpRequest) -> HttpResponse:
    """Coming from a decision, its body stands first; else every body does."""
    asked = typed(request, "n", 26)
    notice = notice_by_ref(asked.lower()) if asked else None
    bodies = public_bodies().filter(ref=notice.body_ref) if notice else public_bodies()
    contacts = [(one, [row for row in one.columns if row[0] in CONTACTS]) for one in bodies]
    return show(
        request, "portal/correction.html", "decisions", notice=notice, contacts=contacts,
        trail=[("首页", "/"), ("执法决定", "/decisions/"), ("申请更正", "")],
    )  # fmt: skip

"""首页: search first, five questions in citizens' words, the latest decisions, what was taken back, the bodies."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from yangguang.base.components.clauses import term
from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import public_bodies, public_lists, recent_changes, standing_notices
from yangguang.portal.showing import show, typed

LATEST = 8
QUESTIONS = (
    (
        "来检查的人是真的吗？",
        "输入姓名或者执法证号，看单位、执法区域和有效期；每个机关的职责和电话。",
        "id-badge-2",
        (("查执法人员", "/officers/"), ("查执法机关", "/bodies/")),
    ),
    (
        "这家单位被处理过吗？",
        f"处罚决定 {term('TSO-2018:publish_penalty')}内、其他决定 {term('TSO-2018:publish_other')}内公开。",
        "file-search",
        (("查执法决定", "/decisions/"), ("看履行情况", "/results/")),
    ),
    (
        "凭什么、会怎么处理？",
        "每个事项的依据、裁量档次和办理时限，历次版本都在。",
        "scale",
        (("查清单与依据", "/lists/"),),
    ),
    (
        "怎样办、带什么材料？",
        "每个事项的条件、材料、时限、地址和电话。",
        "file-text",
        (("看服务指南", "/guides/"), ("查办理进度", "/progress/")),
    ),
    (
        "不服或有误怎么办？",
        "每份决定都写明复议、诉讼的期限和机关。",
        "message-circle-question",
        (("我要反映", "/voice/"), ("怎样核对", "/verify/")),
    ),
)


@page("", name="portal:home", title="首页", allow=PUBLIC, site="portal")
def home(request: HttpRequest) -> HttpResponse:
    """Nothing but what people come for."""
    standing = standing_notices()
    kinds = standing.order_by().values_list("kind", "kind_label").distinct()
    chosen = typed(request, "kind")
    rows = standing.filter(kind=chosen) if chosen else standing
    tabs = [{"label": "全部", "href": "/", "current": not chosen}]
    tabs += [{"label": label, "href": f"/?kind={kind}", "current": kind == chosen} for kind, label in sorted(kinds)]
    return show(
        request, "portal/home.html", "home", questions=QUESTIONS, decisions=list(rows[:LATEST]), tabs=tabs,
        total=standing.count(), changes=recent_changes(), lists=list(public_lists().filter(superseded_from=None)[:4]),
        bodies=list(public_bodies()),
    )  # fmt: skip

"""公示专栏: everything the site shows, before, during and after enforcement, with how much there is of it (D19)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from yangguang.base.pages import PUBLIC, page
from yangguang.bulletin.api import (
    PublicReport,
    entries,
    guides,
    public_boards,
    public_bodies,
    public_flowcharts,
    public_lists,
    standing_notices,
)
from yangguang.portal.showing import show

TRAIL = [("首页", "/"), ("公示专栏", "")]


@page("column/", name="portal:column", title="公示专栏", allow=PUBLIC, site="portal")
def column(request: HttpRequest) -> HttpResponse:
    """Three stages; what is asked for person by person is not counted."""
    lists = public_lists().filter(superseded_from=None).exclude(list_kind__in=entries.KINDS).count()
    listed = [
        (kind.label, f"/lists/kind/{name}", public_lists(kind=name).count(), kind.told) for name, kind in entries.KINDS.items()
    ]  # fmt: skip
    stages = [
        ("事前公开", "谁来执法、凭什么、怎样办。", [
            ("执法机关", "/bodies/", public_bodies().count(), "职责、地址、投诉举报电话，受委托的组织"),
            ("执法人员", "/officers/", None, "按姓名、证号查单位、执法区域和有效期"),
            ("清单、基准和制度", "/lists/", lists, "事项、裁量基准、抽查事项、音像记录、法制审核，历次版本都在"),
            ("执法流程图", "/flowcharts/", public_flowcharts().count(), "每类程序的步骤和环节"),
            ("服务指南", "/guides/", guides.guides_that_may_stand().count(), "条件、材料、时限、示范文本"),
        ]),
        ("事中公示", "正在办事、正在被检查时看。", [
            ("核对执法证件", "/officers/", None, "扫证件上的二维码，或者输入证号"),
            ("窗口公示牌", "/windows/", public_boards().count(), "今天谁在窗口、能办什么、带什么材料"),
            ("查办理进度", "/progress/", None, "用受理编号和电话后四位"),
        ]),
        ("事后公开", "处理了谁、结果怎样、有没有履行。", [
            ("执法决定", "/decisions/", standing_notices().count(), "结论、依据、全文，按期公开"),
            ("执法结果和履行情况", "/results/", None, "每份决定履行到哪一步"),
            *listed,
            ("随机抽查计划和结果", "/draws/", None, "抽查事项、计划、结果"),
            ("行政执法统计年报", "/annual-reports/", PublicReport.objects.count(), "上年度总体情况"),
            ("开放数据", "/open-data/", None, "公开内容的表格，每晚更新"),
        ]),
        ("监督和救济", "有误、不服、要反映。", [
            ("我要反映", "/voice/", None, "投诉举报、咨询、监督执法人员"),
            ("申请更正", "/correction/", None, "公开的内容有误，机关核实并答复"),
            ("申请信用修复", "/repair/", None, "履行完毕、符合条件的，提前停止公示"),
            ("核对公开的内容", "/verify/", None, "有没有被改过、撤过"),
            ("订阅", "/feeds/", None, "网页订阅源和邮件"),
        ]),
    ]  # fmt: skip
    return show(request, "portal/column.html", "home", stages=stages, trail=TRAIL)

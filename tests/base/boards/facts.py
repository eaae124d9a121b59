"""The made-up facts of the style boards: the day is Friday 20 November 2026, as in the pictures the boards are held to."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

from django import forms
from django.core.paginator import Paginator

from yangguang.base.components import clocks
from yangguang.kernel.calendar_years import shipped_calendar

TODAY = date(2026, 11, 20)


class Reader:
    """Someone signed in, for boards that need no database."""

    is_authenticated = True
    name = "陈立"
    role_labels = "承办人"
    role_names = frozenset({"case_handler"})
    body = "示范县人力资源和社会保障局"


class NoticeForm(forms.Form):
    """A form with every kind of field."""

    findings = forms.CharField(label="拟认定的违法事实", widget=forms.Textarea(attrs={"rows": 4}))
    amount = forms.CharField(label="罚款金额", widget=forms.TextInput(attrs={"inputmode": "decimal"}))
    capitals = forms.CharField(label="大写（自动）", disabled=True, initial="捌仟元整")
    credit_code = forms.CharField(label="统一社会信用代码")
    reasons = forms.CharField(label="裁量理由", widget=forms.Textarea(attrs={"rows": 2}))
    heard = forms.BooleanField(label="陈述、申辩：收到之日起 5 个工作日内", required=False)
    service = forms.ChoiceField(
        label="送达方式", widget=forms.RadioSelect, choices=[("direct", "直接送达"), ("post", "邮寄")]
    )
    kind = forms.ChoiceField(label="文书", choices=[("a", "行政处罚事先告知书"), ("b", "听证告知书")])
    tracking = forms.CharField(label="邮件号", required=False)
    scan = forms.FileField(label="签名扫描件", required=False, help_text="每页都要签名；照片也可以。")

    def clean_credit_code(self):
        raise forms.ValidationError("统一社会信用代码最后一位应为 C，请核对营业执照。")


def notice_form(wrong: bool = False) -> NoticeForm:
    typed = {
        "findings": "2026年10月9日、10月19日，本机关先后两次送达《劳动保障监察询问通知书》，你单位无正当理由均未提供。",
        "amount": "8,000.00", "credit_code": "91990101MA9H3XE55D", "reasons": "两次通知均未提供，属“一般”档。",
        "heard": "on", "service": "direct", "kind": "a",
    }  # fmt: skip
    form = NoticeForm(typed if wrong else None, initial=typed)
    if wrong:
        form.add_error(
            None, forms.ValidationError("拟决定的罚款高于告知的 8,000.00 元。", params={"clause": "APL-2021:45.2"})
        )
    return form


def at(month: int, day: int, hour: int, minute: int) -> datetime:
    return datetime(2026, month, day, hour - 8, minute, tzinfo=UTC)


FACES = [
    clocks.running(5, due_on=date(2026, 11, 27), share=0.3, explanation_href="/desk/clocks/a/"),
    clocks.running(0, due_on=TODAY),
    clocks.running(2, due_on=date(2026, 11, 24)),
    clocks.running(-1, due_on=date(2026, 11, 19)),
    clocks.suspended(date(2026, 10, 12)),
    clocks.ClockFace(clocks.ClockState.PROVISIONAL, "剩 34 个工作日", date(2027, 1, 8)),
    clocks.not_started("决定"),
    clocks.done(3),
]

NAVIGATION = [
    {"label": "", "entries": [
        {"label": "今日", "icon": "home", "href": "/desk/", "count": 7, "urgent": True, "current": True, "phone": "今日"},
        {"label": "案件", "icon": "folders", "href": "/desk/cases/", "count": 23, "phone": "案件"},
        {"label": "投诉与线索", "icon": "message-report", "href": "/desk/leads/", "count": 4, "phone": "线索"},
    ]},
    {"label": "证据与文书", "entries": [
        {"label": "音像记录", "icon": "video", "href": "/desk/recordings/", "count": 3, "urgent": True},
        {"label": "文书", "icon": "file-text", "href": "/desk/documents/"},
    ]},
    {"label": "审核与公示", "entries": [
        {"label": "法制审核", "icon": "gavel", "href": "/desk/reviews/", "count": 1},
        {"label": "公示", "icon": "world-search", "href": "/desk/publications/", "count": 2},
    ]},
    {"label": "依据", "entries": [
        {"label": "清单", "icon": "list-details", "href": "/desk/lists/"},
        {"label": "法条与期限", "icon": "book-2", "href": "/desk/clauses/"},
        {"label": "人员与证件", "icon": "id-badge-2", "href": "/desk/officers/", "phone": "我的"},
    ]},
]  # fmt: skip

STAGES = [
    {"label": label, "note": note, "state": state}
    for label, note, state in [
        ("案源", "9月8日", "done"), ("立案", "9月11日", "done"), ("调查取证", "9月15日起", "done"),
        ("事先告知", "10月20日", "done"), ("听证", "11月5日", "done"), ("法制审核", "第 5 个工作日", "current"),
        ("决定", "", "next"), ("送达", "", "ahead"), ("执行", "", "ahead"), ("公开", "", "ahead"), ("结案归档", "", "ahead"),
    ]
]  # fmt: skip

WAITING = [
    ("逾期", [{"face": FACES[3], "what": "上传现场检查录像 3 段", "under": "仍在 2 号记录仪，共 42 分钟",
              "no": "示人社监案〔2026〕145号", "party": "示范县绿洲园林工程有限公司", "why": "录制后 1 个工作日内入库",
              "clause": "本机关音像记录管理办法 第九条", "act": "去上传", "primary": True}]),
    ("今天到期", [{"face": FACES[1], "what": "送达行政处罚决定书", "under": "罚字〔2026〕第20号，约定窗口领取",
               "no": "示人社监案〔2026〕109号", "party": "示范县安途人力资源服务有限公司",
               "why": "宣告时当事人不在场，7 个工作日内送达", "clause": "APL-2021:61", "act": "登记送达", "primary": False}]),
    ("3 个工作日内", [{"face": FACES[2], "what": "补充审核说明", "under": "审核人要求说明是否责令停工",
                  "no": "示人社监案〔2026〕131号", "party": "示范县宏基建筑工程有限公司", "why": "法制审核 7 个工作日内完成",
                  "clause": "法制审核办法 第十四条", "act": "去补充", "primary": False}]),
]  # fmt: skip

LACKS = [
    {"label": "法制审核通过", "words": "审核中，第 5 项“适用法律”有 1 个问题待说明", "clause": "APL-2021:58"},
    {"label": "集体讨论笔录", "words": "重大违法行为给予处罚，须负责人集体讨论", "clause": "APL-2021:57.2"},
    {
        "label": "送达地址确认书",
        "words": "没有它不能电子送达，可在送达前补",
        "clause": "APL-2021:61",
        "state": "doubtful",
    },
]

GATES = [
    {"label": "法制审核通过", "clause": "APL-2021:58", "words": "审核人孙静，11月13日收件，应于 11月24日前完成。",
     "action_label": "补充审核说明", "action_href": "/desk/", "primary": True, "note": "说明后由审核人继续，不重新计算期限"},
    {"label": "由机关负责人决定", "clause": "APL-2021:57", "words": "作出决定的是机关负责人高建华。", "state": "waiting",
     "action_label": "提交负责人审批", "note": "上一项完成后可用"},
    {"label": "两名持证执法人员", "clause": "APL-2021:42", "words": "陈立、周敏，证件在每次执法当日均有效", "state": "held"},
]  # fmt: skip

TIMELINE = [
    {"at": at(11, 19, 16, 22), "title": "审核人提出问题", "who": "孙静", "words": "第 5 项：条文为“责令项目停工，并处”罚款，请说明。"},
    {"at": at(11, 13, 10, 5), "title": "送法制审核", "who": "陈立", "words": "材料 6 类齐全，审核期限起算"},
    {"at": at(11, 5, 14, 0), "title": "举行听证", "who": "主持人林国栋", "words": "笔录 11 页，全程录像 1 小时 52 分"},
    {"at": at(9, 11, 16, 40), "title": "批准立案", "who": "大队长赵文斌", "words": "90 日决定期限、60 个工作日调查期限起算"},
]  # fmt: skip

DECISIONS = [
    {"no": "示人社监罚字〔2026〕第19号", "cause": "违法延长劳动者工作时间", "party": "示范县晨曦电子有限公司",
     "outcome": "警告；罚款 25,200 元", "on": date(2026, 11, 13)},
    {"no": "示市监罚字〔2026〕第88号", "cause": "销售超过保质期的食品", "party": "示范县惠民副食商行",
     "outcome": "没收违法所得 312 元；罚款 5,000 元", "on": date(2026, 11, 13)},
    {"no": "示人社监理字〔2026〕第11号", "cause": "拖欠劳动报酬（行政处理）", "party": "示范县宏远装饰工程有限公司",
     "outcome": "支付 28 人工资 333,452 元", "on": date(2026, 11, 10)},
]  # fmt: skip

ACCOUNTS = [
    {"name": name, "role": role, "words": words, "username": username, "password": "yangguang-demo", "code": "123456"}
    for name, role, words, username in [
        ("陈立", "承办人", "今天 7 件要办，含 1 件逾期", "chenli"), ("赵文斌", "承办机构负责人", "审批立案、告知", "zhaowenbin"),
        ("孙静", "法制审核人员", "4 件待审", "sunjing"), ("高建华", "机关负责人", "2 件待决定，须再次验证", "gaojianhua"),
    ]
]  # fmt: skip


MORE = {
    "views": [{"label": "全部", "count": 7, "href": "?", "current": True}, {"label": "逾期", "count": 1, "href": "?a"},
              {"label": "今天", "count": 2, "href": "?b"}],
    "shares_rows": [{"label": "调查取证", "count": 9, "href": "?"}, {"label": "法制审核", "count": 1}],
    "trail": [("案件", "/desk/cases/"), ("示人社监案〔2026〕131号", "")],
    "possible": [{"label": "补充审核说明", "href": "#", "icon": "message-plus"},
                 {"label": "撤回送审", "href": "#", "icon": "arrow-back-up"}],
    "blocked": [{"label": "作出处罚决定", "why_href": "#"}, {"label": "公开", "why_href": "#"}],
    "public_facts": [("范围", "决定书全文（隐去自然人信息）、摘要"), ("公开期限", "一般失信，12 个月（可修复）"), ("空", "")],
    "held_rows": [{"label": "调查已终结", "clause": "APL-2021:57"}, {"label": "两名持证人员", "clause": "APL-2021:42"}],
    "summary": [("当事人", "示范县晨曦电子有限公司（法人）"), ("违法事实", "安排 60 名劳动者每月延长工作时间超过 36 小时。"),
                ("决定", "警告；罚款 25,200 元（贰万伍仟贰佰元整）"), ("履行情况", "缴款期限至 2026年11月27日，尚未届满")],
    "published": date(2026, 11, 13), "ends": date(2027, 11, 10), "repairable": date(2027, 2, 10),
    "lines": ["公开编号 7Q2M-K9D4", "日志第 3,871 条"], "fingerprint": "64975823ebb9" * 5,
    "links": [("下载核验证明", "#"), ("自己动手核验", "#")],
    "questions": [("来检查的人是真的吗？", "输入执法证号，看姓名、单位、执法区域和有效期。", "id-badge-2"),
                  ("这家单位被处理过吗？", "处罚决定 7 个工作日内公开，可看全文。", "file-search"),
                  ("凭什么、会怎么处理？", "每个事项的依据、裁量档次和办理时限。", "scale"),
                  ("为什么抽到我们？", "每次抽查先公布名单指纹，再用公开数字抽取。", "arrows-shuffle"),
                  ("不服或有误怎么办？", "每份决定都写明复议、诉讼的期限和机关。", "message-circle-question")],
    "facet_groups": [{"label": "执法机关", "entries": [
        {"label": "县人力资源和社会保障局", "count": 41, "href": "?a", "chosen": True},
        {"label": "县住房和城乡建设局", "count": 4, "href": "?b"}]}],
}  # fmt: skip


def facts() -> dict:
    """Everything the boards show."""
    return {
        "user": Reader(), "today": TODAY, "calendar": shipped_calendar(), "demo": True,
        "navigation": NAVIGATION, "faces": FACES, "stages": STAGES,
        "waiting": WAITING, "lacks": LACKS, "gates": GATES, "timeline": TIMELINE, "decisions": DECISIONS, "accounts": ACCOUNTS,
        "form": notice_form(), "wrong_form": notice_form(wrong=True), "page": Paginator(range(143), 20).page(3),
        "messages": [], "public_site": {"name": "示范县行政执法公示", "host": "示范县人民政府主办　示范县司法局监督",
                                        "phone": "0999-0012348（示范县司法局）"},
        "portal_navigation": [{"label": label, "href": "/x/", "current": label == "执法决定"} for label in
                              ("首页", "执法决定", "清单与依据", "执法人员", "执法机关")],
        **MORE,
        "refusal": SimpleNamespace(reason="重大执法决定未经法制审核或者审核未通过的，不得作出决定。",
                                   clauses=("APL-2021:57", "APL-2021:58"), remedy="请先补充审核说明。"),
    }  # fmt: skip

"""The words beside a number: what they say it is, and whether that is a thing to hide."""

from __future__ import annotations

ID, PAPER, CARD, PHONE, OTHER = "id", "paper", "card", "phone", "other"
LOOKED_AT = 80  # signs before a number, in which a list of numbers may stand between it and its word
NEAR = 14
PASSED_OVER = "0123456789x、,和及与或:;/~ -.()·•・\n\r"
STOPS = "。!?\n\r"
WORDS: dict[str, tuple[str, ...]] = {
    ID: ("身份证", "公民身份", "身份号码", "居住证", "永久居留", "证件号", "证件", "身份信息"),
    PAPER: (
        "护照", "通行证", "台胞证", "回乡证", "军官证", "士兵证", "警官证", "驾驶证", "驾照", "社保卡", "社会保障号", "医保卡", "签证",
        "军人证", "学生证",
    ),
    CARD: (
        "银行卡", "银行账", "账号", "帐号", "账户", "帐户", "卡号", "存折", "储蓄卡", "信用卡", "工资卡", "工资账", "开户", "存入",
        "汇入", "转入", "转至", "收款", "户名", "支付宝",
    ),
    PHONE: ("电话", "手机", "联系方式", "联系人", "传真", "座机", "固话", "致电", "来电", "拨打", "tel", "mobile", "phone"),
    OTHER: (
        "案号", "文号", "编号", "单号", "工单", "流水", "订单", "合同", "发票", "票号", "档案号", "档号", "登记号", "许可证", "执照",
        "注册号", "批号", "型号", "统一社会信用", "信用代码", "机构代码", "税务登记", "金额", "合计", "共计", "人民币", "罚款", "工程",
        "项目", "标段", "邮编", "邮政编码", "公告", "条形码", "条码", "序号", "设备", "备案", "受理号", "执法证", "执法证件", "证书",
        "报告", "快递", "运单", "邮件号", "挂号", "收据", "回执", "凭证", "总额", "余额", "数额", "产值", "标准号", "代码", "热线",
        "客服", "举报电话", "投诉电话", "监督电话", "咨询电话",
    ),
}  # fmt: skip
_BY_WORD = tuple((word, kind) for kind, words in WORDS.items() for word in words)
AMOUNTS = ("元", "万", "亿", "%", "股", "件", "台", "人", "小时", "分钟", "美元", "吨", "公斤", "平方米", "号文")


def told_before(text: str, start: int) -> str:
    """What the nearest words before a place say stands there: ID, PAPER, CARD, PHONE, OTHER; empty when nothing does.

    Numbers, commas and colons in between are passed over, so that the second number of a list has the word of the first.
    """
    before = text[max(0, start - LOOKED_AT) : start].rstrip(PASSED_OVER)[-NEAR:]
    for stop in STOPS:
        before = before.rpartition(stop)[2]
    found = max(
        ((before.rfind(word) + len(word), len(word), kind) for word, kind in _BY_WORD if word in before), default=None
    )
    return found[2] if found else ""


def counts_something(text: str, end: int) -> bool:
    """Whether the words after a number make it an amount: 元, 万, 小时."""
    return text[end : end + 4].lstrip().startswith(AMOUNTS)

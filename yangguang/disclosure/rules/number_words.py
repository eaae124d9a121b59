"""The words beside a number: what they say it is, and whether that is a thing to hide."""

from __future__ import annotations

import re

ID, PAPER, CARD, PHONE, OTHER, SUM = "id", "paper", "card", "phone", "other", "sum"
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
}  # fmt: skip
# Words of other numbers: they shield the number they stand directly before, and no telephone later in the sentence.
NUMBERED = (
    "案号", "文号", "编号", "单号", "票号", "档案号", "档号", "登记号", "注册号", "批号", "型号", "统一社会信用代码", "信用代码",
    "机构代码", "税务登记号", "邮编", "邮政编码", "条形码", "条码", "序号", "受理号", "执法证号", "执法证件号", "邮件号", "标准号",
    "代码", "流水号", "热线", "举报电话", "投诉电话", "监督电话", "咨询电话",
)  # fmt: skip
SUMS = ("金额", "合计", "共计", "人民币", "罚款", "总额", "余额", "数额", "产值")
THINGS = (
    "工单", "流水", "订单", "合同", "发票", "许可证", "执照", "税务登记", "工程", "项目", "标段", "公告", "设备", "备案", "执法证",
    "证书", "报告", "快递", "运单", "挂号", "收据", "回执", "凭证", "客服热线",
)  # fmt: skip
BETWEEN = r"(?:编号|代码|号码|字?第|\(?人民币\)?|\(元\)|[号为是共约计达:：(\[\"“ ]){0,6}"
DIRECTLY = re.compile(
    rf"(?:{'|'.join(NUMBERED)}|(?:{'|'.join(THINGS)})(?:编?号|编码)){BETWEEN}(?:[0-9a-z]{{1,24}}-){{0,6}}[a-z]{{0,6}}$"
)
SUMMED = re.compile(rf"(?:{'|'.join(SUMS)}){BETWEEN}$")
_BY_WORD = tuple((word, kind) for kind, words in WORDS.items() for word in words)
COUNTED = re.compile(
    r"\s?(?:[万亿]{0,2}[美港欧日]?元(?:人民币|整)?|%|小时|分钟|公斤|平方米|千瓦|号文件)"
    r"(?![\u4e00-\u9fff]|\s?[\u4e00-\u9fff]某)|\s?[万亿]{0,2}元(?=[的不未及和与并应已系均])(?!..?某)"
)


def told_before(text: str, start: int) -> str:
    """What the nearest words before a place say stands there: ID, PAPER, CARD, PHONE, OTHER, SUM; empty when nothing does.

    Numbers, commas and colons in between are passed over, so that the second number of a list has the word of the first.
    OTHER, which shields, is only said by a word directly before the place: a telephone published is far worse than a
    number masked too much. SUM says that no word but the number's own check can tell what it is.
    """
    near = max(0, start - LOOKED_AT)
    if DIRECTLY.search(text, near, start):
        return OTHER
    if SUMMED.search(text, near, start):
        return SUM
    before = text[near:start].rstrip(PASSED_OVER)[-NEAR:]
    for stop in STOPS:
        before = before.rpartition(stop)[2]
    found = max(
        ((before.rfind(word) + len(word), len(word), kind) for word, kind in _BY_WORD if word in before), default=None
    )
    return found[2] if found else ""


def counts_something(text: str, end: int) -> bool:
    """Whether a unit that is nothing else follows a number and makes it an amount: 元, 小时; 人 and 万 begin other words."""
    return COUNTED.match(text, end) is not None

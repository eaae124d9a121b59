"""Other names by which a text calls somebody it has named: 以下简称、曾用名、又名、绰号."""

from __future__ import annotations

import re
from collections.abc import Iterable

QUOTES = "“”\"「」『』‘’'"
CALLED = re.compile(
    rf"(?:以下简称|以下称为?|下称|简称|曾用名|又名|别名|化名|绰号|外号|小名|网名|人称)[:：为是]?\s?"
    rf"[{QUOTES}]?(?P<alias>[^\s{QUOTES}()（）,，、。;；:：\n]{{2,20}})"
)
REACH = 60  # signs after a name in which the text may say what it calls its bearer
MOST = 200  # places of one name that are looked at
ORGANISED = re.compile(r"公司|集团|[厂店局院社会所部队校中心]$|厂[(（]|店[(（]|合伙|事务所|学校|中心")
# Names by which a text calls its parties by their part in it: hiding these would hide the sense.
ROLES = frozenset(
    {
        "当事人", "申请人", "被申请人", "你单位", "该单位", "公司", "该公司", "本单位", "单位", "投诉人", "举报人",
        "劳动者", "甲方", "乙方", "丙方", "总包单位", "分包单位", "用人单位", "用工单位", "原告", "被告", "第三人", "本机关",
        "本局", "我局", "你公司",
        "处罚决定", "决定书", "条例", "规定", "办法",
    }
)  # fmt: skip


def aliases_of(name: str, text: str, *, organisation: bool = False) -> Iterable[str]:
    """What a text calls the bearer of a name from there on. Roles are no names, and what follows another name is not this one's."""
    at, looked = text.find(name), 0
    while at >= 0 and looked < MOST:
        end = at + len(name)
        reach = text[end : end + REACH].partition("。")[0]
        for found in CALLED.finditer(reach):
            alias, between = found["alias"], reach[: found.start()]
            anothers = ORGANISED.search(between) or (not organisation and ORGANISED.search(alias))
            if alias not in ROLES and alias != name and not anothers:
                yield alias
        at, looked = text.find(name, end), looked + 1

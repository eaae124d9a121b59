"""The facts a list may ask about: each with its Chinese label, its kind and how its value is written."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from yangguang.kernel import money
from yangguang.kernel.refusal import Refused


class FactKind(StrEnum):
    """What kind of value a fact has."""

    COUNT = "count"
    MONEY = "money"
    FLAG = "flag"
    CHOICE = "choice"


@dataclass(frozen=True)
class Fact:
    """One fact: its name in data, its label in lists, its unit, and its choices if it has any."""

    name: str
    label: str
    kind: FactKind
    unit: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    within_years: int = 0  # how far back the label says to count

    @property
    def hint(self) -> str:
        """How a value is to be written."""
        if self.kind is FactKind.CHOICE:
            return "请写：" + "、".join(label for _, label in self.choices) + "。"
        return f"请写数字{f'加“{self.unit}”' if self.unit else ''}。"

    def show(self, value: int | bool | str) -> str:
        """A value as lists print it."""
        if self.kind is FactKind.MONEY:
            return f"{money.yuan(int(value)).normalize():f}元"
        if self.kind is FactKind.CHOICE:
            return dict(self.choices)[str(value)]
        return f"{value}{self.unit}"

    def read(self, text: str) -> int | bool | str:
        """A value as lists write it. Raises ValueError when it cannot be one."""
        plain = unicodedata.normalize("NFKC", text).strip()
        if self.kind is FactKind.MONEY:
            try:
                return money.parse_yuan(plain)
            except Refused as refusal:
                raise ValueError(plain) from refusal
        if self.kind is FactKind.CHOICE:
            found = {label: value for value, label in self.choices}.get(plain)
            if found is None:
                raise ValueError(plain)
            return found
        number = plain.removesuffix(self.unit).strip()
        if not (number.isascii() and number.isdigit()) or len(number) > 9:
            raise ValueError(plain)
        return int(number)


PARTY_KINDS = (("person", "公民"), ("organisation", "法人、其他组织"))
HARM = (("minor", "轻微"), ("medium", "一般"), ("serious", "严重"))

FACTS: dict[str, Fact] = {
    fact.name: fact
    for fact in (
        Fact("workers", "受害劳动者人数", FactKind.COUNT, "人"),
        Fact("worker_months", "童工人月数", FactKind.COUNT, "人月"),
        Fact("responsible_persons", "责任人人数", FactKind.COUNT, "人"),
        Fact("prior_violations", "一年内同类违法次数", FactKind.COUNT, "次", within_years=1),
        Fact("overdue_days", "逾期未改正天数", FactKind.COUNT, "日"),
        Fact("owed_fen", "应付未付金额", FactKind.MONEY, "元"),
        Fact("gains_fen", "违法所得", FactKind.MONEY, "元"),
        Fact("hidden_wages_fen", "瞒报工资数额", FactKind.MONEY, "元"),
        Fact("premium_fen", "应缴社会保险费", FactKind.MONEY, "元"),
        Fact("rectified", "及时改正", FactKind.FLAG),
        Fact("instruction_unheeded", "经责令逾期不改正", FactKind.FLAG),
        Fact("harm", "危害后果", FactKind.CHOICE, choices=HARM),
        Fact("party_kind", "当事人", FactKind.CHOICE, choices=PARTY_KINDS),
        Fact("fine_fen", "拟处罚款", FactKind.MONEY, "元"),
        Fact("confiscated_fen", "拟没收金额", FactKind.MONEY, "元"),
        Fact("licence_penalty", "降低资质等级、吊销许可证件", FactKind.FLAG),
        Fact("business_penalty", "责令停产停业、责令关闭、限制从业", FactKind.FLAG),
        Fact("public_interest", "涉及重大公共利益", FactKind.FLAG),
        Fact("social_risk", "可能造成重大社会影响、引发社会风险", FactKind.FLAG),
        Fact("major_interest", "直接关系当事人、第三人重大权益", FactKind.FLAG),
        Fact("hearing_held", "经过听证程序", FactKind.FLAG),
        Fact("complex", "案件情况疑难复杂", FactKind.FLAG),
        Fact("legal_relations", "涉及法律关系数", FactKind.COUNT, "个"),
        Fact("outside_standard", "超出裁量基准", FactKind.FLAG),
        Fact("summary_procedure", "适用简易程序", FactKind.FLAG),
    )
}
REPEATED_WITHIN_YEARS = FACTS["prior_violations"].within_years
_BY_LABEL = {fact.label: fact for fact in FACTS.values()}


def fact_named(label: str) -> Fact | None:
    """The fact with this Chinese label, or None."""
    return _BY_LABEL.get(label)

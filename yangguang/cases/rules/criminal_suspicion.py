"""What arrears over the criminal line mean for the case: watched, suspected, or not to be told without a figure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from yangguang.cases.rules.wage_arrears import CriminalLine

CRIME = "拒不支付劳动报酬罪"


class SuspicionStage(StrEnum):
    """How near a case is to a criminal transfer."""

    NONE = "none"
    IN_DOUBT = "in_doubt"  # the province's figure decides and is not set
    WATCHED = "watched"  # the amount is reached; the order to pay is not yet unheeded
    SUSPECTED = "suspected"  # ordered to pay, unpaid after the day: it must be transferred


@dataclass(frozen=True)
class Suspicion:
    """What is shown on the case, what follows, and under which clauses."""

    stage: SuspicionStage
    words: str = ""
    follows: str = ""
    clauses: tuple[str, ...] = ()

    @property
    def bars_penalty(self) -> bool:
        """Whether a penalty decision or the closing of the case would stand in for the criminal transfer."""
        return self.stage in {SuspicionStage.SUSPECTED, SuspicionStage.IN_DOUBT}


def suspicion(line: CriminalLine, *, unheeded: bool) -> Suspicion:
    """From the amount and the order to pay. The system tells and refuses; it never transfers by itself."""
    if line.in_doubt and unheeded:
        follows = "请系统管理员在“本地参数”中录入省高级人民法院规定的数额和来源；录入以前不能作出处罚决定，不能结案。"
        return Suspicion(SuspicionStage.IN_DOUBT, line.reason, follows, (line.clause,))
    if line.in_doubt:
        return Suspicion(
            SuspicionStage.WATCHED, line.reason, "请系统管理员在“本地参数”中录入数额和来源。", (line.clause,)
        )
    if not line.reached:
        return Suspicion(SuspicionStage.NONE)
    if not unheeded:
        follows = "责令支付文书送达、期限届满仍不支付的，应当移送公安机关。"
        return Suspicion(SuspicionStage.WATCHED, line.reason, follows, (line.clause, "WPI-2013:4.1"))
    return Suspicion(
        SuspicionStage.SUSPECTED, f"涉嫌{CRIME}：{line.reason}经责令支付，期满仍未支付。",
        "应当移送公安机关；移送以前不得以行政处罚代替，不能结案。对劳动者的支付催告和行政处理照常进行。",
        (line.clause, "WPI-2013:4.1", "APL-2021:27.1", "APL-2021:8.2"),
    )  # fmt: skip

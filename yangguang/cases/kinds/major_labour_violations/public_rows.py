"""What the public reads of a major labour violation: the four items of the law, in its quarter."""

from __future__ import annotations

from datetime import date, timedelta

from yangguang.cases.models import MajorStatus, MajorViolation
from yangguang.statutes import clause

TITLE = "重大劳动保障违法行为公布"
COLUMNS = (
    ("name", "违法主体"), ("credit_code", "统一社会信用代码"), ("address", "地址"), ("representative", "法定代表人或者负责人"),
    ("facts", "主要违法事实"), ("handling", "处理情况"), ("correction", "更正说明"),
    ("until", "公布至"),
)  # fmt: skip
WORDED = frozenset({"facts", "handling", "correction"})
SHOWN = (MajorStatus.PUBLISHED, MajorStatus.OBJECTED, MajorStatus.CORRECTED)
ONE_DAY = timedelta(days=1)


def _months() -> int:
    """How many months the law lets pass between two publications of a county or a city."""
    return clause("MVP-2016:8#quarter").amount("every", unit="month")


def quarter_of(day: date) -> tuple[int, int]:
    """Year and quarter of a day."""
    return day.year, (day.month - 1) // _months() + 1


def before_the_quarter(day: date) -> date:
    """The day before a day's quarter began: its three months count from it, and end no later than the quarter does."""
    year, quarter = quarter_of(day)
    return date(year, (quarter - 1) * _months() + 1, 1) - ONE_DAY


def batch_of(line: MajorViolation) -> str:
    """2026年第三季度."""
    return f"{line.year}年第{'一二三四'[line.quarter - 1]}季度"


def words_of(line: MajorViolation) -> str:
    """Every typed word the public would read."""
    return f"{line.facts}\n{line.handling}\n{line.correction}"


def missing_items(line: MajorViolation) -> list[str]:
    """Which of the four items is not there."""
    party = line.party
    told = {"违法主体": party.name, "统一社会信用代码": party.code, "地址": party.address,
            "法定代表人或者负责人": party.legal_representative, "主要违法事实": line.facts, "处理情况": line.handling}  # fmt: skip
    return [label for label, text in told.items() if not text.strip()]


def cells_of(line: MajorViolation) -> dict[str, str]:
    """One violation, column by column; of one that was corrected, the correction stands in the place of the facts."""
    corrected = line.status == MajorStatus.CORRECTED
    return {
        "name": line.party.name, "credit_code": line.party.code, "address": line.party.address,
        "representative": line.party.legal_representative, "facts": "" if corrected else line.facts,
        "handling": "" if corrected else line.handling, "correction": line.correction, "until": str(line.until or ""),
    }  # fmt: skip


def public_by_law(line: MajorViolation) -> list[str]:
    """What the law itself makes public of a violation, whatever else the file holds secret (MVP-2016:6)."""
    party = line.party
    return [party.name, party.code, party.address, party.legal_representative]

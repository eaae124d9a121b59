"""What the public reads of major labour violations: the four items of the law, quarter by quarter."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from yangguang.cases.models import MajorStatus, MajorViolation
from yangguang.statutes import clause

TITLE = "重大劳动保障违法行为公布"
COLUMNS = (
    ("name", "违法主体"), ("code", "统一社会信用代码"), ("address", "地址"), ("representative", "法定代表人或者负责人"),
    ("facts", "主要违法事实"), ("handling", "处理情况"), ("correction", "更正说明"),
)  # fmt: skip
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


def public_major_violations(ref: str) -> dict[str, Any]:
    """The list of one's quarter as it is public now, empty or not."""
    line = MajorViolation.objects.select_related("case__body").get(public_id=ref)
    same = MajorViolation.objects.filter(case__body=line.case.body, year=line.year, quarter=line.quarter)
    ever = same.exclude(published_on=None).select_related("party").order_by("pk")
    first = ever.earliest("pk")
    return {
        "ref": first.notice_ref, "title": TITLE, "batch": batch_of(line), "since": first.published_on,
        "columns": [{"name": name, "label": label} for name, label in COLUMNS],
        "rows": [{"code": str(n), "cells": _cells(one)} for n, one in enumerate(ever.filter(status__in=SHOWN), start=1)],
    }  # fmt: skip


def _cells(line: MajorViolation) -> dict[str, str]:
    """Of one that was corrected, the correction stands in the place of the facts."""
    corrected = line.status == MajorStatus.CORRECTED
    return {
        "name": line.party.name, "code": line.party.code, "address": line.party.address,
        "representative": line.party.legal_representative, "facts": "" if corrected else line.facts,
        "handling": "" if corrected else line.handling, "correction": line.correction,
    }  # fmt: skip

"""Put a suspected crime on record: the amount is reached and the order to pay unheeded, or another crime's standard (C01)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.criminal import CrimeSuspected
from yangguang.cases.kinds.criminal_transfer.documents import papers
from yangguang.cases.kinds.criminal_transfer.queries import stands_with_police
from yangguang.cases.kinds.labour.queries import totals_of
from yangguang.cases.models import Case, CriminalTransfer
from yangguang.cases.rules.criminal_suspicion import CRIME
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._criminal import protects_informants
from yangguang.cases.use_cases._lines import step_taken, told
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

ENDED = frozenset({"archived", "opening_annulled", "transferred", "converted"})


@transaction.atomic
def suspect_crime(
    *, case: Case, grounds: str, actor: Account, at: Moment, crime: str = "", other_standard: str = ""
) -> CriminalTransfer:
    """One at a time. Without another crime it is refusal to pay wages, and the roster decides."""
    row = lock_case(case.pk)
    if row.status in ENDED:
        raise Refused(
            f"案件现在是“{row.get_status_display()}”，不能登记涉嫌犯罪线索。", "TCR-2020:3.1",
            remedy="归档案卷不能改动，请就新发现的线索另行登记、立案后移送。",
        )  # fmt: skip
    if stands_with_police(row):
        raise Refused("本案已经在办理移送。", "TCR-2020:3.1", remedy="请在现有的移送上继续办理。")
    told_why = worded(grounds, label="线索", field="grounds")
    standard = other_standard.strip()
    protects_informants(row, told_why)
    line = CriminalTransfer.objects.create(
        case=row, crime=worded(crime, label="涉嫌罪名", field="crime", most=120) if standard else CRIME,
        other_standard=standard[:400], grounds=told_why, unpaid_fen=totals_of(row).unpaid_fen, suspected_on=at.day,
    )  # fmt: skip
    taken = step_taken(line, "suspect_crime", actor=actor, at=at, given={"other_standard": standard})
    rows = [
        ("涉嫌罪名", line.crime),
        ("线索", told_why),
        ("达到的标准", standard or "省高级人民法院规定的数额，责令支付仍不支付"),
    ]
    papers.form(row, kind="suspicion_form", title="涉嫌犯罪线索表", rows=rows, actor=actor, at=at)
    told(taken, line, CrimeSuspected(line.crime, line.unpaid_fen), actor=actor, at=at)
    return line

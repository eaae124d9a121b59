"""The longest roster a sheet may hold goes from the sheet to a decision on paper, to the last fen."""

from datetime import date

import pytest

from tests.builders.cases import on
from tests.builders.labour import (
    a_concluded_labour_case,
    a_decided_disposition,
    a_labour_agency,
    a_person_id,
    an_accepted_complaint,
    handler,
)
from yangguang.base import outbox, vault, verifying
from yangguang.base.press.reading import text_of_pdf
from yangguang.base.sheets import MOST_ROWS, write_rows
from yangguang.cases.kinds.labour import roster_sheet
from yangguang.cases.kinds.labour.queries import totals_of, workers_of
from yangguang.cases.use_cases.import_roster import import_roster
from yangguang.records.api import documents_of

pytestmark = pytest.mark.django_db
WORKERS = MOST_ROWS - 10  # the head of the sheet takes some rows
DAY = date(2026, 9, 3)


def a_row(number):
    return {
        "name": f"工人{number}", "person_id": a_person_id(number % 999, born=f"19{70 + number // 999:02d}0412"),
        "phone": "13900001111", "from_month": "2026-05", "to_month": "2026-07", "owed_fen": 1_000_00 + number,
        "agent": "张班组",
    }  # fmt: skip


def test_longest_roster_is_decided_and_printed_to_the_last_fen():
    case = an_accepted_complaint(a_labour_agency())
    with on(DAY) as at:
        rows = [a_row(number) for number in range(1, WORKERS + 1)]
        sheet = write_rows(roster_sheet.COLUMNS, rows, title="劳动者名册", by="陈立", at=at.recorded_at)
        import_roster(case=case, content=sheet, actor=handler(case.body), at=at)
    owed = sum(row["owed_fen"] for row in rows)
    assert (totals_of(case).workers, totals_of(case).owed_fen) == (WORKERS, owed)

    a_decided_disposition(a_concluded_labour_case(case=case, workers=WORKERS))
    outbox.deliver_all()

    paper = documents_of(case.public_id).get(kind="disposition_decision")
    text = text_of_pdf(vault.read(paper.pdf))
    assert all(f"工人{number}" in text for number in (1, WORKERS // 2, WORKERS))
    assert workers_of(case).count() == WORKERS
    assert [fault for _, _, found in verifying.run() for fault in found] == []

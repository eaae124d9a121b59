"""The roster in the file: rows one by one, a sheet of hundreds, payments part by part, the chain of contracts."""

import time
from datetime import date

import pytest

from tests.builders.cases import on
from tests.builders.directory import an_officer
from tests.builders.labour import (
    CRIME,
    a_decided_disposition,
    a_labour_agency,
    a_person_id,
    a_roster,
    an_accepted_complaint,
    handler,
    refs_of,
)
from yangguang.base.models import LedgerEntry, LocalValue
from yangguang.base.sheets import SheetRefused, write_rows
from yangguang.cases.kinds.labour import roster_sheet
from yangguang.cases.kinds.labour.criminal import criminal_line_of
from yangguang.cases.kinds.labour.queries import liabilities_of, totals_of, workers_of
from yangguang.cases.rules.roster_rows import RosterRow
from yangguang.cases.use_cases.add_contract_link import add_contract_link
from yangguang.cases.use_cases.add_roster_worker import add_roster_worker
from yangguang.cases.use_cases.change_roster_worker import change_roster_worker
from yangguang.cases.use_cases.import_roster import import_roster
from yangguang.cases.use_cases.record_worker_payments import WagePayment, record_worker_payments
from yangguang.cases.use_cases.remove_contract_link import remove_contract_link
from yangguang.cases.use_cases.remove_roster_worker import remove_roster_worker
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 3)


@pytest.fixture
def case():
    return an_accepted_complaint(a_labour_agency())


def a_sheet(rows):
    return write_rows(roster_sheet.COLUMNS, rows, title="劳动者名册", by="陈立", at=clock.now())


def a_row(number, **changes):
    known = {
        "name": f"工人{number}", "person_id": a_person_id(number), "phone": "13900001111", "from_month": "2026-05",
        "to_month": "2026-07", "owed_fen": 10_000_00, "agent": "张班组",
    }  # fmt: skip
    return known | changes


def imported(case, rows):
    with on(DAY) as at:
        return import_roster(case=case, content=a_sheet(rows), actor=handler(case.body), at=at)


def test_sheet_of_435_workers_is_imported_within_a_second_or_two(case):
    share, rest = divmod(792_300_767, 435)
    rows = [a_row(n, owed_fen=share + (rest if n == 435 else 0), person_id=person(n)) for n in range(1, 436)]
    began = time.perf_counter()
    done = imported(case, rows)
    assert time.perf_counter() - began < 5
    assert (done.added, done.changed) == (435, 0)
    totals = totals_of(case)
    assert (totals.workers, totals.owed_fen) == (435, 792_300_767)


def person(number):
    return a_person_id(number % 999, born=f"19{70 + number // 999:02d}0412")


def test_export_comes_back_in_unchanged(case):
    imported(case, [a_row(1), a_row(2)])
    content = roster_sheet.export(workers_of(case), case_number=case.number, by="陈立", at=clock.now())
    with on(DAY) as at:
        done = import_roster(case=case, content=content, actor=handler(case.body), at=at)
    assert (done.added, done.changed) == (0, 2)
    assert totals_of(case).owed_fen == 20_000_00


def test_template_has_every_column():
    with pytest.raises(Refused, match="没有数据"):
        roster_sheet.rows_of(roster_sheet.template("陈立", clock.now()), today=DAY)


def test_faulty_rows_are_named_and_nothing_is_half_imported(case):
    rows = [a_row(1), a_row(2, person_id="123"), a_row(3, owed_fen=None), a_row(4, person_id=a_person_id(1))]
    with pytest.raises(SheetRefused) as refused:
        imported(case, rows)
    said = [str(fault) for fault in refused.value.faults]
    assert [fault.row for fault in refused.value.faults] == [5, 6, 7]
    assert "与第4行相同" in said[2]
    assert totals_of(case).workers == 0


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0old", b"<html>", b"a,b\n1,2"])
def test_hostile_file_is_refused(case, content):
    with on(DAY) as at, pytest.raises(Refused):
        import_roster(case=case, content=content, actor=handler(case.body), at=at)


def test_markup_in_a_cell_stays_text(case):
    imported(case, [a_row(1, agent="<b>=1+1</b>")])
    assert workers_of(case).get().agent == "<b>=1+1</b>"


def test_officer_of_another_case_may_not_touch_the_roster(case):
    stranger = an_officer(body=case.body).account
    with on(DAY) as at, pytest.raises(Refused, match="您不能更新劳动者名册"):
        add_roster_worker(case=case, row=a_roster_row(), actor=stranger, at=at)


def a_roster_row(number=9, owed=10_000_00, name="工人九"):
    return RosterRow(name, a_person_id(number), "", date(2026, 5, 1), date(2026, 7, 1), owed)


def test_one_row_is_added_changed_and_taken_out(case):
    who = handler(case.body)
    with on(DAY) as at:
        worker = add_roster_worker(case=case, row=a_roster_row(), actor=who, at=at)
        with pytest.raises(Refused, match="已在名册中"):
            add_roster_worker(case=case, row=a_roster_row(), actor=who, at=at)
        change_roster_worker(worker=worker, row=a_roster_row(owed=12_000_00), reason="漏算六月工资。", actor=who, at=at)
        assert totals_of(case).owed_fen == 12_000_00
        remove_roster_worker(worker=worker, reason="不是本单位劳动者。", actor=who, at=at)
        assert totals_of(case).workers == 0
        assert add_roster_worker(case=case, row=a_roster_row(), actor=who, at=at).pk == worker.pk
    assert LedgerEntry.objects.filter(event="RosterChanged", file_ref=case.public_id).count() == 4


def pay(case, *payments):
    with on(DAY) as at:
        return record_worker_payments(case=case, payments=payments, actor=handler(case.body), at=at)


def test_part_payments_lower_what_is_owed(case):
    a_roster(case, workers=2)
    first, _ = refs_of(case)
    pay(case, WagePayment(first, 4_000_00, DAY, "转账1"))
    pay(case, WagePayment(first, 6_000_00, DAY, "转账2"))
    totals = totals_of(case)
    assert (totals.paid_fen, totals.unpaid_fen, totals.unpaid_workers) == (10_000_00, 10_000_00, 1)


@pytest.mark.parametrize(
    ("amount", "day", "voucher", "words"),
    [
        (10_000_01, DAY, "转账", "多于尚欠"), (0, DAY, "转账", "大于零"), (1, date(2026, 9, 4), "转账", "晚于办理日期"),
        (1, DAY, "  ", "支付凭证"),
    ],
)  # fmt: skip
def test_payment_that_cannot_be_is_refused(case, amount, day, voucher, words):
    a_roster(case, workers=1)
    with pytest.raises(Refused, match=words):
        pay(case, WagePayment(refs_of(case)[0], amount, day, voucher))
    assert totals_of(case).paid_fen == 0


def test_one_wrong_payment_keeps_all_of_them_out(case):
    a_roster(case, workers=2)
    first, second = refs_of(case)
    with pytest.raises(Refused):
        pay(case, WagePayment(first, 1, DAY, "甲"), WagePayment(second, 10_000_01, DAY, "乙"))
    assert totals_of(case).paid_fen == 0


def test_worker_who_has_been_paid_stays_in_the_roster(case):
    a_roster(case, workers=1)
    pay(case, WagePayment(refs_of(case)[0], 4_000_00, DAY, "转账1"))
    worker = workers_of(case).get()
    with on(DAY) as at:
        with pytest.raises(Refused, match="已有支付记录"):
            remove_roster_worker(worker=worker, reason="错登", actor=handler(case.body), at=at)
        with pytest.raises(Refused, match="少于已付"):
            change_roster_worker(
                worker=worker, row=a_roster_row(1, owed=1), reason="笔误。", actor=handler(case.body), at=at
            )


def test_amounts_stand_once_a_disposition_has_decided_on_them():
    case = a_decided_disposition().case
    with on(date(2026, 10, 13)) as at, pytest.raises(Refused, match="处理决定已经作出"):
        add_roster_worker(case=case, row=a_roster_row(), actor=handler(case.body), at=at)


@pytest.mark.clause("WPI-2013:3#one")
@pytest.mark.parametrize(("owed", "reached"), [(CRIME["crime_one_worker_fen"], True), (9_999_99, False)])
def test_criminal_line_is_a_hint_on_the_case(case, owed, reached):
    a_roster(case, workers=1, owed=owed)
    assert criminal_line_of(case, DAY).reached is reached


@pytest.mark.clause("WPI-2013:3#one")
@pytest.mark.parametrize(
    ("region", "reached", "in_doubt"), [("430121", True, False), ("210181", False, False), ("990101", False, True)]
)
def test_body_that_has_set_no_figure_goes_by_that_of_its_province(case, region, reached, in_doubt):
    a_roster(case, workers=1, owed=8_000_00)
    LocalValue.objects.filter(name__startswith="crime_").delete()
    case.body.region_code = region
    line = criminal_line_of(case, DAY)
    assert (line.reached, line.in_doubt) == (reached, in_doubt)
    assert ("湖南省" in line.reason) is reached


@pytest.mark.clause("MWR-2019:30.3")
def test_chain_of_contracts_says_who_pays(case):
    who = handler(case.body)
    with on(DAY) as at:
        owner = add_contract_link(case=case, level="owner", name="示范县城投公司", actor=who, at=at)
        general = add_contract_link(
            case=case, level="general_contractor", name="总包公司", above=owner, actor=who, at=at
        )
        sub = add_contract_link(
            case=case, level="subcontractor", name="分包公司", above=general, hired_workers=True, actor=who, at=at
        )
        assert [one.name for one in liabilities_of(case)] == ["总包公司", "分包公司"]
        with pytest.raises(Refused, match="下面还有"):
            remove_contract_link(link=general, reason="错登。", actor=who, at=at)
        with pytest.raises(Refused, match="上一级的层级低于本级"):
            add_contract_link(case=case, level="general_contractor", name="甲", above=sub, actor=who, at=at)
        with pytest.raises(Refused, match="建设单位上面没有"):
            add_contract_link(case=case, level="owner", name="甲", above=sub, actor=who, at=at)
        remove_contract_link(link=sub, reason="错登。", actor=who, at=at)
    assert liabilities_of(case) == ()

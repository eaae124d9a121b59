"""Real cases 3, 4 and 7 from the clue to the list or the police: facts and intervals as published, years moved on."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.builders import criminal, sanctions, serving
from tests.builders.cases import handler_of, on
from tests.builders.directory import fresh_code
from tests.builders.disclosure import deliver
from tests.builders.labour import (
    a_complaint,
    a_labour_agency,
    a_person_id,
    an_accepted_complaint,
    an_issued_instruction,
    an_unheeded_instruction,
    refs_of,
)
from tests.cases.labour.test_on_the_spot_and_posted import posted
from yangguang.bulletin.api import PublicList
from yangguang.cases.kinds.labour.criminal import criminal_line_of
from yangguang.cases.kinds.labour.queries import leads_of, totals_of
from yangguang.cases.models import Clock
from yangguang.cases.rules.roster_rows import RosterRow
from yangguang.cases.use_cases.add_roster_worker import add_roster_worker
from yangguang.cases.use_cases.check_rectification import OrderFinding, check_rectification
from yangguang.cases.use_cases.record_police_opening import record_police_opening
from yangguang.cases.use_cases.record_worker_payments import WagePayment, record_worker_payments
from yangguang.cases.use_cases.remove_from_list import remove_from_list
from yangguang.kernel.refusal import Refused
from yangguang.records.api import EvidenceKind, documents_of, evidence_of

pytestmark = pytest.mark.django_db(databases=["default", "public"])
WHY_LATE = "法定代表人逃匿，多次查找未果。"
LATER = date(2026, 12, 8)
ONE_DAY = timedelta(days=1)


def an_accepted_case(*, received, months, workers, owed_fen, **lead):
    """From the clue to a case with its roster: everybody owed the same, the last one the rest."""
    first, last = months
    found = a_complaint(
        a_labour_agency(), day=received, workers=workers, amount_fen=owed_fen, violation_began_on=first,
        violation_ended_on=last, account="工资至今没有支付。", **lead,
    )  # fmt: skip
    case = an_accepted_complaint(lead=found, day=received)
    share, rest = divmod(owed_fen, workers)
    with on(received, 14) as at:
        for number in range(1, workers + 1):
            owed = share + (rest if number == workers else 0)
            row = RosterRow(f"工人{number}", a_person_id(number), "", first, last.replace(day=1), owed, "")
            add_roster_worker(case=case, row=row, actor=handler_of(case), at=at)
    return case


def approved(case, day):
    """Suspected and verified the day before; approved on the day."""
    criminal.a_principal(case.body)
    line = criminal.with_a_task_force(criminal.suspected(case, day=day - ONE_DAY), day=day - ONE_DAY)
    return criminal.an_approved_transfer(line, day=day)


def kinds_of_papers(case):
    return set(documents_of(case.public_id).values_list("kind", flat=True))


def clock_of(case, kind):
    return Clock.objects.filter(case=case, kind=kind).latest("pk")


def public_rows():
    with on(LATER, 16):
        deliver()
    return [row["cells"] for row in PublicList.objects.get(list_kind="wage_arrears_sanctions").rows]


@pytest.mark.clause("DWL-2021:11")
@pytest.mark.clause("DWL-2021:13")
def test_real_case_3_goes_to_the_police_and_onto_the_list_for_three_years():
    case = an_accepted_case(
        received=date(2026, 4, 20), months=(date(2025, 11, 1), date(2026, 2, 28)), workers=6, owed_fen=203_610_00
    )
    order = an_unheeded_instruction(case, day=date(2026, 5, 11), due=date(2026, 5, 18), checked=date(2026, 5, 19))
    assert (order.status, order.orders.get().owed_fen) == ("unrectified", 203_610_00)
    transfer = criminal.a_sent_transfer(approved(case, date(2026, 5, 21)), day=date(2026, 5, 21))
    assert (transfer.status, transfer.unpaid_fen) == ("sent", 203_610_00)
    assert clock_of(case, "transfer_to_police_by").stopped_on == date(2026, 5, 21)
    transfer = criminal.an_acknowledged_transfer(transfer, day=date(2026, 5, 22))
    assert clock_of(case, "police_answer_by").stopped_on is None
    criminal.an_opened_transfer(transfer, day=date(2026, 5, 25))
    line = sanctions.proposed(order, day=date(2026, 5, 26))
    assert clock_of(case, "list_by").started_on == date(2026, 5, 18)
    line = sanctions.a_listing(sanctions.a_notified_listing(line, day=date(2026, 5, 27)), day=date(2026, 6, 5))
    assert (line.status, line.listed_until) == ("listed", date(2029, 6, 5))
    line = sanctions.published(line, day=date(2026, 6, 5))
    (row,) = public_rows()
    assert (row["name"], row["until"]) == (line.party.name, "2029-06-05")
    with on(date(2026, 6, 8), 8) as at:
        payments = [WagePayment(ref, 33_935_00, at.day, "转账1") for ref in refs_of(case)]
        record_worker_payments(case=case, payments=payments, actor=handler_of(case), at=at)
    line = sanctions.asked_to_be_removed(line, day=LATER, rectified_on=date(2026, 6, 8))
    head, everybody = sanctions.head_of(line), [one.public_id for one in line.listed.order_by("pk")]
    with on(LATER, 15) as at:
        told = {"code": fresh_code(head), "everybody": everybody, "reason": "已付清。", "actor": head, "at": at}
        with pytest.raises(Refused, match="刑事诉讼期间或者已经被追究刑事责任的，不得提前移出"):
            remove_from_list(listing=line, **told)
    case.refresh_from_db()
    assert case.status == "police_opened"
    assert {"list_decision", "list_notice", "listing_publication", "rectification_instruction"} <= kinds_of_papers(case)


@pytest.mark.clause("DWL-2021:8.1#decide")
def test_real_case_4_found_by_patrol_is_listed_after_its_days_and_says_why_it_is_late():
    case = an_accepted_case(
        received=date(2026, 8, 7), months=(date(2026, 2, 1), date(2026, 6, 30)), workers=13, owed_fen=675_983_40,
        source="patrol", received_way="on_site",
    )  # fmt: skip
    assert not leads_of(case)[0].is_complaint
    order = an_unheeded_instruction(case, day=date(2026, 9, 15), due=date(2026, 9, 22), checked=date(2026, 9, 23))
    assert (order.status, totals_of(case).workers, totals_of(case).unpaid_fen) == ("unrectified", 13, 675_983_40)
    line = sanctions.a_notified_listing(sanctions.proposed(order, day=date(2026, 11, 24)), day=date(2026, 11, 25))
    decided = date(2026, 12, 6)
    assert clock_of(case, "list_by").due_on < decided
    with pytest.raises(Refused, match="应当写明逾期原因"):
        sanctions.decided(line, day=decided)
    line = sanctions.decided(line, day=decided, overdue_reason="核实劳动者身份和金额用时较长。")
    assert (line.status, line.listed_on, line.listed_until) == ("listed", decided, date(2029, 12, 6))
    assert clock_of(case, "list_by").overdue_reason == "核实劳动者身份和金额用时较长。"
    sanctions.published(line, day=decided)
    (row,) = public_rows()
    assert (row["name"], row["until"]) == (line.party.name, "2029-12-06")
    assert {"listing_proposal", "list_notice", "list_decision", "listing_publication"} <= kinds_of_papers(case)


@pytest.mark.clause("WPI-2013:4.2")
def test_real_case_7_of_one_worker_whose_employer_fled_goes_to_the_police(client):
    case = an_accepted_case(
        received=date(2026, 10, 26), months=(date(2024, 8, 1), date(2024, 10, 31)), workers=1, owed_fen=14_596_00
    )
    ordered, due, sent = date(2027, 2, 22), date(2027, 3, 1), date(2027, 3, 19)
    issued = an_issued_instruction(case, day=ordered, due=due)
    for method in ("direct", "post"):
        serving.failed(case, method, ordered, document=serving.the_paper(case, "rectification_instruction"))
    row = posted(issued, day=ordered)
    assert (row.status, row.posted_on, row.served_on) == ("running", ordered, None)
    assert clock_of(case, "fulfil_by").due_on == due
    assert evidence_of(case.public_id).filter(kind=EvidenceKind.AUDIOVISUAL).exists()
    with pytest.raises(Refused, match="责令支付的期限未满"):
        criminal.suspected(case, day=due)
    with on(date(2027, 3, 2)) as at:
        findings = [OrderFinding(one.public_id, "期满未支付。") for one in row.orders.order_by("position")]
        check_rectification(instruction=row, findings=findings, actor=handler_of(case), at=at)
    assert criminal_line_of(case, date(2027, 3, 2)).reached
    transfer = approved(case, sent)
    client.force_login(handler_of(case))
    address = reverse("cases:transfer_act", args=[case.public_id, transfer.public_id, "transfer_to_police"])
    with on(sent, 15):
        assert "“完成调查”的期限已于" in client.get(address).content.decode()
    with pytest.raises(Refused, match="应当写明逾期原因"):
        criminal.a_sent_transfer(transfer, day=sent)
    transfer = criminal.a_sent_transfer(transfer, day=sent, overdue_reason=WHY_LATE)
    assert clock_of(case, "investigate_by").overdue_reason == WHY_LATE
    assert (transfer.status, transfer.unpaid_fen, transfer.sent_at.date()) == ("sent", 14_596_00, sent)
    case.refresh_from_db()
    assert case.status == "transferred_to_police"
    assert {"posting_record", "rectification_instruction"} <= kinds_of_papers(case)
    transfer = criminal.an_acknowledged_transfer(transfer, day=date(2027, 3, 22))
    told = {"transfer": transfer, "number": "示公立〔2027〕9号", "sender": criminal.POLICE, "actor": handler_of(case)}
    address = address.replace("transfer_to_police", "record_police_opening")
    with on(date(2027, 3, 24)) as at:
        assert "“作出处罚决定”" in client.get(address).content.decode()
        with pytest.raises(Refused, match="应当写明逾期原因"):
            record_police_opening(at=at, **told)
        assert record_police_opening(at=at, overdue_reason=WHY_LATE, **told).status == "police_opened"

"""From the receipt of the police to the end, or back here (C07 to C15, P54, P55)."""

import io
import json
import zipfile
from datetime import date, timedelta

import pytest

from tests.builders import criminal as build
from tests.builders.cases import a_decided_case, a_heard_case, a_notified_case, an_open_case, handler_of, on, person_of
from tests.builders.labour import refs_of
from yangguang.cases.gates import Attempt, judge
from yangguang.cases.kinds.criminal_transfer.package import package_of
from yangguang.cases.kinds.penalty.stages import PENALTY
from yangguang.cases.models import Clock, Decision, Outcome
from yangguang.cases.presentation.acts import next_acts
from yangguang.cases.use_cases.ask_police_reconsideration import ask_police_reconsideration
from yangguang.cases.use_cases.hand_over_case_items import hand_over_case_items
from yangguang.cases.use_cases.receive_back import receive_back
from yangguang.cases.use_cases.record_police_opening import record_police_opening
from yangguang.cases.use_cases.record_reconsideration_refusal import record_reconsideration_refusal
from yangguang.cases.use_cases.record_worker_payments import WagePayment, record_worker_payments
from yangguang.cases.use_cases.report_payment import report_payment
from yangguang.cases.use_cases.request_procuratorial_supervision import request_procuratorial_supervision
from yangguang.cases.use_cases.take_back_case import take_back_case
from yangguang.kernel.refusal import Refused
from yangguang.records.api import documents_of

pytestmark = pytest.mark.django_db
OPENING = {"number": "示公立〔2026〕40号", "sender": build.POLICE}
SUPERVISION = {"procuratorate": "示范县人民检察院", "reason": "数额达到标准，责令后仍不支付。"}


def head(line):
    return person_of(line.case.body, "agency_head")


def clock_of(line, kind):
    return Clock.objects.filter(case=line.case, kind=kind, about_ref=line.public_id).latest("pk")


def free_to_decide(case, at, content):
    attempt = Attempt(case, "decide_penalty", handler_of(case), at, {"content": content})
    return judge(("no_penalty_instead",), attempt)[0].holds


@pytest.mark.clause("TCR-2020:8")
def test_the_three_days_of_the_police_remind_and_are_not_shifted_by_the_weekend():
    one = clock_of(build.an_acknowledged_transfer(), "police_answer_by")
    assert one.due_on == date(2026, 9, 27)


@pytest.mark.clause("TCR-2020:12")
def test_police_opening_ends_the_penalty_and_starts_three_days_to_hand_over():
    line = build.an_opened_transfer()
    line.case.refresh_from_db()
    assert (line.case.status, line.case.outcome, line.case.closed_on) == (
        "police_opened", Outcome.CRIMINAL_TRANSFER, build.ANSWERED,
    )  # fmt: skip
    assert clock_of(line, "hand_over_items_by").due_on == date(2026, 9, 28)
    assert Clock.objects.get(case=line.case, kind="decide_by").stop_event == "公安立案"
    told = {"items": "无", "materials": "全卷复印件", "receiver": "丁志刚"}
    with build.acting(line, day=date(2026, 9, 28)) as known:
        hand_over_case_items(**known, **told)
    line.refresh_from_db()
    assert line.status == "handed_over"


@pytest.mark.clause("TCR-2020:12")
def test_late_hand_over_says_why_and_things_whose_owner_was_not_told_stay():
    line = build.an_opened_transfer()
    told = {"materials": "全卷", "receiver": "丁志刚"}
    with pytest.raises(Refused, match="应当写明逾期原因"), build.acting(line, day=date(2026, 9, 29)) as known:
        hand_over_case_items(**known, items="无", **told)
    with (
        pytest.raises(Refused, match="查封、扣押的财物应当一并移送并书面告知当事人。"),
        build.acting(line, day=date(2026, 9, 29)) as known,
    ):
        hand_over_case_items(**known, items="账册3本", overdue_reason="车辆故障。", **told)
    build.told_of_items(line, day=date(2026, 9, 28))
    with build.acting(line, day=date(2026, 9, 29)) as known:
        hand_over_case_items(**known, items="账册3本", overdue_reason="车辆故障。", **told)


def test_file_is_archived_after_the_police_opened_and_not_while_they_decide():
    assert PENALTY.step("archive_file", "police_opened").to == "archived"
    with pytest.raises(Refused, match="不能归档"):
        PENALTY.step("archive_file", "transferred_to_police")


@pytest.mark.history("P10.34")
@pytest.mark.clause("TCR-2020:9.1")
def test_supervision_is_suggested_without_asking_the_police_again_and_the_police_open():
    line = build.a_refused_transfer()
    with build.acting(line, by=head(line), day=date(2026, 9, 26)) as known:
        request_procuratorial_supervision(**known, **SUPERVISION)
    line.refresh_from_db()
    assert line.status == "procuratorial_supervision"
    with build.acting(line, day=date(2026, 10, 9)) as known:
        record_police_opening(**known, **OPENING)
    line.refresh_from_db()
    assert line.status == "police_opened"


@pytest.mark.clause("TCR-2020:9.1")
def test_police_are_asked_again_within_three_days_and_not_on_the_fourth():
    line = build.a_refused_transfer()
    assert clock_of(line, "ask_police_reconsideration_by").due_on == date(2026, 9, 28)
    with (
        pytest.raises(Refused, match="超过提请复议的期限。"),
        build.acting(line, by=head(line), day=date(2026, 9, 29)) as known,
    ):
        ask_police_reconsideration(**known, reason="应当立案。")
    with build.acting(line, by=head(line), day=date(2026, 9, 29)) as known:
        request_procuratorial_supervision(**known, **SUPERVISION)


@pytest.mark.clause("TCR-2020:9.2#procuratorate")
def test_police_who_stand_by_their_refusal_leave_three_days_for_the_procuratorate():
    line = build.a_refused_transfer()
    with build.acting(line, by=head(line), day=date(2026, 9, 27)) as known:
        ask_police_reconsideration(**known, reason="应当立案。")
    assert clock_of(line, "police_reconsideration_by").due_on == date(2026, 9, 30)
    told = {"number": "示公复〔2026〕1号", "sender": build.POLICE, "words": "维持。"}
    with build.acting(line, day=date(2026, 9, 29)) as known:
        record_reconsideration_refusal(**known, **told)
    assert clock_of(line, "suggest_supervision_by").due_on == date(2026, 10, 2)
    with pytest.raises(Refused, match="已经登记"), build.acting(line, day=date(2026, 9, 29), hour=10) as known:
        record_reconsideration_refusal(**known, **told)


@pytest.mark.history("P10.33")
@pytest.mark.clause("TCR-2020:10")
@pytest.mark.clause("WPI-2013:6.1")
def test_paid_after_the_transfer_told_to_the_police_taken_back_and_punished_here():
    line = build.an_acknowledged_transfer()
    case = line.case
    with pytest.raises(Refused, match="名册上没有支付记录"), build.acting(line, day=build.RECEIVED, hour=10) as known:
        report_payment(**known, to=build.POLICE, paid_on=build.RECEIVED, voucher="转账1")
    with on(build.RECEIVED, 11) as at:
        payments = [WagePayment(ref, build.OWED, build.RECEIVED, "转账1") for ref in refs_of(case)]
        record_worker_payments(case=case, payments=payments, actor=handler_of(case), at=at)
    with build.acting(line, day=build.RECEIVED, hour=12) as known:
        report_payment(**known, to=build.POLICE, paid_on=build.RECEIVED, voucher="转账1")
    assert documents_of(case.public_id).filter(kind="payment_letter").count() == 1
    assert not build.penalty_is_free(case, build.RECEIVED)
    line = build.a_refused_transfer(line)
    with build.acting(line, by=head(line), day=build.ANSWERED, hour=15) as known:
        take_back_case(**known, reason="已付清，依法处罚。")
    case.refresh_from_db()
    assert (case.status, case.outcome, case.closed_on) == ("concluded", "", None)
    assert build.penalty_is_free(case, build.ANSWERED)
    assert Clock.objects.get(case=case, kind="dispose_by").stopped_on is None


@pytest.mark.clause("TCR-2020:10")
@pytest.mark.parametrize(
    ("make", "day", "back_to"),
    [
        (an_open_case, date(2026, 10, 13), "opened"), (a_notified_case, date(2026, 10, 27), "concluded"),
        (a_heard_case, date(2026, 11, 5), "heard"), (a_decided_case, date(2026, 11, 9), "decided"),
    ],
)  # fmt: skip
def test_case_taken_back_goes_on_from_where_it_had_stood(make, day, back_to):
    line = build.suspected(make(), day=day, crime="强迫劳动罪", other_standard="强迫三人以上劳动。")
    build.a_principal(line.case.body)
    sent, received, refused = (day + timedelta(days=n) for n in (1, 2, 3))
    line = build.an_approved_transfer(build.with_a_task_force(line, day=day), day=sent)
    line = build.an_acknowledged_transfer(build.a_sent_transfer(line, day=sent), day=received)
    line = build.a_refused_transfer(line, day=refused)
    with build.acting(line, by=head(line), day=refused, hour=15) as known:
        take_back_case(**known, reason="依法处理。")
    line.case.refresh_from_db()
    assert line.case.status == back_to


def test_case_with_the_police_says_so_and_offers_no_act_of_the_main_line():
    line = build.an_acknowledged_transfer()
    line.case.refresh_from_db()
    with on(build.RECEIVED, 12):
        acts = next_acts(line.case, handler_of(line.case))
    assert not any(row["main"] for row in acts["possible"])


@pytest.mark.clause("APL-2021:35.2")
def test_case_sent_back_by_a_court_that_has_fined_is_not_fined_again():
    line = build.an_opened_transfer()
    told = {"number": "示法移〔2027〕1号", "sender": "示范县人民法院", "words": "已判处罚金。"}
    with build.acting(line, day=date(2026, 9, 28)) as known:
        receive_back(**known, court_fined=True, **told)
    case = line.case
    case.refresh_from_db()
    assert (case.status, case.closed_on) == ("concluded", None)
    assert Clock.objects.get(case=case, kind="decide_by").stopped_on is None
    with on(date(2026, 9, 28), 10) as at:
        assert not free_to_decide(case, at, {"fine_fen": 1_000_00})
        assert free_to_decide(case, at, {"fine_fen": 0})


@pytest.mark.clause("TCR-2020:11.3")
def test_crime_found_after_the_decision_is_transferred_and_the_decision_stands():
    case = a_decided_case()
    build.a_principal(case.body)
    day = date(2026, 11, 9)
    line = build.with_a_task_force(
        build.suspected(case, day=day, crime="强迫劳动罪", other_standard="强迫三人以上劳动。"), day=day
    )
    line = build.a_sent_transfer(build.an_approved_transfer(line, day=date(2026, 11, 10)), day=date(2026, 11, 10))
    case.refresh_from_db()
    assert (case.status, line.held_status, line.status) == ("decided", "", "sent")
    assert Decision.objects.get(case=case).status == "decided"


@pytest.mark.clause("TCR-2020:6")
def test_package_holds_every_paper_with_its_fingerprint_and_is_the_same_each_time():
    line = build.a_sent_transfer()
    first = package_of(line)
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        told = json.loads(package.read("目录.json"))
        assert [row["title"] for row in told["papers"]] == [
            "涉嫌犯罪案件移送书", "涉嫌犯罪案件情况的调查报告", "涉案物品清单", "检验报告、鉴定结论的说明", "证据目录",
        ]  # fmt: skip
        assert {row["file"] for row in told["papers"]} == set(package.namelist()) - {"目录.json"}
        assert all(package.read(row["file"]).startswith(b"%PDF") for row in told["papers"])
    assert package_of(line) == first

"""Rectification instructions: drafted, signed, served, checked; each order by its own day."""

import json
from datetime import date

import pytest

from tests.builders.cases import on, person_of
from tests.builders.labour import (
    CHECKED,
    DUE,
    ISSUED,
    a_drafted_instruction,
    a_labour_agency,
    a_roster,
    a_running_instruction,
    an_accepted_complaint,
    an_issued_instruction,
    an_unheeded_instruction,
    front_desk,
    handler,
    refs_of,
)
from tests.cases.labour.test_roster import a_roster_row
from yangguang.cases.models import Clock, Instruction
from yangguang.cases.use_cases.add_roster_worker import add_roster_worker
from yangguang.cases.use_cases.annul_instruction import annul_instruction
from yangguang.cases.use_cases.check_rectification import OrderFinding, check_rectification
from yangguang.cases.use_cases.draft_instruction import OrderEntry, draft_instruction
from yangguang.cases.use_cases.issue_instruction import issue_instruction
from yangguang.cases.use_cases.propose_instruction import propose_instruction
from yangguang.cases.use_cases.record_worker_payments import WagePayment
from yangguang.cases.use_cases.serve_instruction import serve_instruction
from yangguang.kernel.refusal import Refused
from yangguang.records.models import Document

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return a_roster(an_accepted_complaint(a_labour_agency()))


def check(instruction, day=CHECKED, *, payments=(), outcome="", only=None):
    orders = instruction.orders.order_by("position")
    chosen = [o for o in orders if only is None or o.position in only]
    with on(day) as at:
        return check_rectification(
            instruction=instruction, findings=[OrderFinding(o.public_id, "经核查。", outcome) for o in chosen],
            payments=payments, actor=handler(instruction.case.body), at=at,
        )  # fmt: skip


def all_paid(case, day=DUE):
    return [WagePayment(ref, 10_000_00, day, f"转账{n}") for n, ref in enumerate(refs_of(case))]


def test_instruction_states_the_sum_of_the_roster_and_its_workers(case):
    instruction = an_issued_instruction(case)
    assert instruction.number.endswith("监令字〔2026〕第1号")
    assert instruction.orders.get().owed_fen == 30_000_00
    sheet = json.dumps(Document.objects.get(kind="rectification_instruction").sheet, ensure_ascii=False)
    for words in ("30,000.00", "叁万元整", "工人3", "2026年9月18日", "示范县人民法院"):
        assert words in sheet
    assert "110101" not in sheet


@pytest.mark.clause("LSR-2004:18.1")
@pytest.mark.parametrize(
    ("orders", "words"),
    [
        ([], "应当写明改正期限"), ([OrderEntry("other", "补签合同", None)], "应当写明改正期限"),
        ([OrderEntry("other", "补签合同", date(2026, 9, 7))], "改正期限不得早于作出之日"),
    ],
)  # fmt: skip
def test_instruction_without_a_sensible_day_is_refused(case, orders, words):
    with on(ISSUED) as at, pytest.raises(Refused, match=words):
        draft_instruction(
            case=case, party=case.parties.get(), facts="拖欠工资。", basis=["LSR-2004:18.1"], orders=orders,
            actor=handler(case.body), at=at,
        )  # fmt: skip


def test_instruction_without_a_law_or_on_a_foreign_one_is_refused(case):
    for basis, words in (([], "违法事实和依据"), (["XX-1:1"], "不属于本案"), (["HRM-2018:43"], "不属于本案")):
        with on(ISSUED) as at, pytest.raises(Refused, match=words):
            draft_instruction(
                case=case, party=case.parties.get(), facts="拖欠工资。", basis=basis, actor=handler(case.body), at=at,
                orders=[OrderEntry("other", "补签合同", DUE)],
            )  # fmt: skip


def test_order_to_pay_nothing_is_refused():
    case = an_accepted_complaint(a_labour_agency())
    draft = a_drafted_instruction(case)
    with on(ISSUED, 10) as at, pytest.raises(Refused, match="名册中没有尚欠的金额"):
        propose_instruction(instruction=draft, opinion="建议。", actor=handler(case.body), at=at)


def test_unsigned_draft_may_be_changed_and_a_pending_one_not(case):
    draft = a_drafted_instruction(case)
    with on(ISSUED, 10) as at:
        again = {
            "case": case, "party": case.parties.get(), "facts": "改", "basis": ["LSR-2004:18.1"], "instruction": draft,
            "orders": [OrderEntry("other", "补签合同", DUE)], "actor": handler(case.body), "at": at,
        }  # fmt: skip
        assert draft_instruction(**again).pk == draft.pk
        propose_instruction(instruction=draft, opinion="建议。", actor=handler(case.body), at=at)
        with pytest.raises(Refused, match="正在审批"):
            draft_instruction(**again)


def test_handler_may_not_issue_alone(case):
    draft = a_drafted_instruction(case)
    with on(ISSUED, 10) as at, pytest.raises(Refused, match="您不能作出限期改正指令"):
        issue_instruction(instruction=draft, actor=handler(case.body), at=at)


def test_roster_that_changed_after_the_draft_sends_it_back(case):
    draft = a_drafted_instruction(case)
    head = person_of(case.body, "agency_head")
    with on(ISSUED, 11) as at:
        add_roster_worker(case=case, row=a_roster_row(), actor=handler(case.body), at=at)
        with pytest.raises(Refused, match="名册在拟稿后有变化"):
            issue_instruction(instruction=draft, actor=head, at=at)


@pytest.mark.clause("LSP-2004:38")
def test_served_instruction_runs_by_its_own_day(case):
    instruction = a_running_instruction(case)
    running = Clock.objects.get(case=case, kind="fulfil_by")
    assert (instruction.status, running.due_on, running.stopped_on) == ("running", DUE, None)


def test_instruction_served_after_its_own_day_is_refused(case):
    instruction = an_issued_instruction(case)
    with on(date(2026, 9, 19)) as at, pytest.raises(Refused, match="送达时指定期限已过，应当重新确定期限"):
        serve_instruction(instruction=instruction, service=front_desk(), actor=handler(case.body), at=at)


def test_instruction_served_on_its_very_day_still_runs(case):
    instruction = an_issued_instruction(case)
    with on(DUE) as at:
        assert serve_instruction(
            instruction=instruction, service=front_desk(), actor=handler(case.body), at=at
        ).served_on == DUE  # fmt: skip


def test_service_without_proof_is_refused(case):
    instruction = an_issued_instruction(case)
    with on(ISSUED, 15) as at, pytest.raises(Refused, match="没有送达回证"):
        serve_instruction(instruction=instruction, service=front_desk(proof_number=""), actor=handler(case.body), at=at)


@pytest.mark.clause("LSR-2004:26#compensation")
@pytest.mark.parametrize("day", [date(2026, 9, 10), DUE])
def test_check_before_the_period_is_over_is_refused(case, day):
    instruction = a_running_instruction(case)
    with pytest.raises(Refused, match="限期改正的期限未满"):
        check(instruction, day)


def test_early_payment_in_full_is_rectified_early(case):
    instruction = a_running_instruction(case)
    checked = check(instruction, date(2026, 9, 10), payments=all_paid(case, date(2026, 9, 10)))
    assert checked.status == "rectified"
    assert Clock.objects.get(case=case, kind="fulfil_by").stopped_on == date(2026, 9, 10)


@pytest.mark.history("P10.30")
def test_half_paid_after_the_day_is_partly_rectified_and_later_rectified(case):
    instruction = a_running_instruction(case)
    assert check(instruction, payments=all_paid(case)[:1]).status == "partly_rectified"
    later = check(Instruction.objects.get(), date(2026, 9, 25), payments=all_paid(case)[1:])
    assert later.status == "rectified"


def test_nothing_paid_after_the_day_is_unrectified(case):
    assert an_unheeded_instruction(case).status == "unrectified"
    assert Document.objects.filter(kind="rectification_check", file_ref=case.public_id).exists()


def test_refused_check_keeps_no_payment(case):
    instruction = a_running_instruction(case)
    with pytest.raises(Refused, match="期限未满"):
        check(instruction, date(2026, 9, 10), payments=all_paid(case, date(2026, 9, 10))[:1])
    assert case.workers.order_by("pk").first().paid_fen == 0


@pytest.mark.history("P10.39")
def test_each_order_of_one_paper_has_its_own_day(case):
    orders = [OrderEntry("pay_wages", "支付工资", DUE), OrderEntry("other", "补签劳动合同", date(2026, 10, 20))]
    instruction = a_running_instruction(case, orders=orders)
    assert check(instruction, payments=all_paid(case), only=[1]).status == "running"
    with pytest.raises(Refused, match="期限未满"):
        check(Instruction.objects.get(), date(2026, 9, 25), outcome="unrectified", only=[2])
    done = check(Instruction.objects.get(), date(2026, 10, 21), outcome="rectified", only=[2])
    assert done.status == "rectified"


def test_outcome_of_another_order_must_be_said(case):
    instruction = a_running_instruction(case, orders=[OrderEntry("other", "补签劳动合同", DUE)])
    with pytest.raises(Refused, match="请选择核查结果"):
        check(instruction)


def test_wrong_instruction_is_annulled_and_its_number_stays(case):
    instruction = a_running_instruction(case)
    with on(date(2026, 9, 9)) as at:
        annul_instruction(
            instruction=instruction, reason="金额计算有误。", actor=person_of(case.body, "agency_head"), at=at
        )
    kept = Instruction.objects.get()
    assert (kept.status, kept.number) == ("annulled", instruction.number)
    assert not Clock.objects.filter(case=case, kind="fulfil_by", stopped_on=None).exists()


def test_order_about_records_threatens_no_compensation_and_its_check_counts_no_wages():
    case = an_accepted_complaint()
    orders = [OrderEntry("hand_over_records", "提供2026年1月至9月工资支付台账", DUE)]
    row = a_running_instruction(case, orders=orders)
    told = json.dumps(Document.objects.get(kind="rectification_instruction").sheet, ensure_ascii=False)
    assert "拒不改正的" in told
    assert not [words for words in ("加付赔偿金", "支付凭证", "应付报酬表") if words in told]
    with on(CHECKED) as at:
        finding = OrderFinding(row.orders.get().public_id, "期满仍未提供。", "unrectified")
        check_rectification(instruction=row, findings=[finding], actor=handler(case.body), at=at)
    assert "应付合计" not in json.dumps(Document.objects.get(kind="rectification_check").sheet, ensure_ascii=False)

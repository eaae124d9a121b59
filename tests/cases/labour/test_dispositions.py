"""Dispositions: proposed after an unheeded instruction, heard, reviewed, decided as reviewed, fulfilled, closed."""

import json
from datetime import date

import pytest
from django.db import DatabaseError, transaction

from tests.builders.cases import NO_FILM, on, person_of
from tests.builders.directory import fresh_code, with_second_factor
from tests.builders.labour import (
    DECIDED,
    FINDINGS,
    HEARD,
    JUDGED,
    NOTIFIED,
    a_concluded_labour_case,
    a_decided_disposition,
    a_heard_disposition,
    a_labour_agency,
    a_notified_disposition,
    a_proposed_disposition,
    a_reviewed_disposition,
    a_roster,
    a_running_instruction,
    an_accepted_complaint,
    front_desk,
    handler,
    refs_of,
)
from yangguang.cases.models import Clock, Decision, Disposition
from yangguang.cases.use_cases.annul_disposition import annul_disposition
from yangguang.cases.use_cases.check_fulfilment import check_fulfilment
from yangguang.cases.use_cases.close_disposition import close_disposition
from yangguang.cases.use_cases.give_disposition_notice import give_disposition_notice
from yangguang.cases.use_cases.propose_disposition import propose_disposition
from yangguang.cases.use_cases.propose_disposition_again import propose_disposition_again
from yangguang.cases.use_cases.re_examine_disposition import re_examine_disposition
from yangguang.cases.use_cases.record_disposition_statement import record_disposition_statement
from yangguang.cases.use_cases.record_worker_payments import WagePayment, record_worker_payments
from yangguang.cases.use_cases.redraft_disposition import redraft_disposition
from yangguang.cases.use_cases.request_disposition_decision import request_disposition_decision
from yangguang.cases.use_cases.serve_disposition import serve_disposition
from yangguang.cases.use_cases.sign_approval import sign_approval
from yangguang.cases.use_cases.transfer_case import transfer_case
from yangguang.kernel.refusal import Refused
from yangguang.legal_review.use_cases.exempt_from_review import exempt_from_review
from yangguang.records.models import Document, Evidence

pytestmark = pytest.mark.django_db


def propose(instruction, day=NOTIFIED, **changes):
    known = {"percent": 50, "findings": "拖欠工资。", "reasons": "期满未支付。", "fulfil_days": 15, "answers": JUDGED}
    with on(day) as at:
        return propose_disposition(
            instruction=instruction, actor=handler(instruction.case.body), at=at, **(known | changes)
        )


def redraft(disposition, day=HEARD, **changes):
    known = {"percent": 50, "findings": FINDINGS, "reasons": "期满未支付。", "fulfil_days": 15, "answers": JUDGED}
    with on(day, 16) as at:
        return redraft_disposition(
            disposition=disposition, actor=handler(disposition.case.body), at=at, **(known | changes)
        )


def decide(disposition, day=DECIDED, who="agency_head"):
    body, approval = disposition.case.body, asked(disposition)
    with on(day) as at:
        actor = handler(body) if who == "case_handler" else person_of(body, who)
        sign_approval(approval=approval, agrees=True, opinion="同意。", code=fresh_code(actor), actor=actor, at=at)
    return Decision.objects.get(case=disposition.case, kind="disposition")


def asked(disposition, **told):
    """The form has gone up to the agency head."""
    body = disposition.case.body
    with on(DECIDED, 8) as at:
        approval = request_disposition_decision(
            disposition=disposition, opinion="建议作出处理决定。", actor=handler(body), at=at, **told
        )
        return sign_approval(
            approval=approval, agrees=True, opinion="同意。", actor=person_of(body, "unit_head"), at=at
        )


@pytest.mark.parametrize("code", ["", "000000"])
def test_disposition_decided_without_a_fresh_code_is_refused(code):
    disposition = a_reviewed_disposition()
    approval = asked(disposition)
    head = with_second_factor(person_of(disposition.case.body, "agency_head"))
    with on(DECIDED) as at, pytest.raises(Refused, match="验证码"):
        sign_approval(approval=approval, agrees=True, opinion="同意。", code=code, actor=head, at=at)
    assert not Decision.objects.exists()


@pytest.mark.clause("LSR-2004:26#compensation")
def test_draft_lists_every_worker_with_wages_and_compensation():
    content = a_proposed_disposition(percent=60).draft.content
    assert [line["total_fen"] for line in content["annex"]] == [16_000_00] * 3
    assert (content["wages_fen"], content["extra_fen"], content["total_fen"]) == (30_000_00, 18_000_00, 48_000_00)


@pytest.mark.history("P9.73")
def test_disposition_before_the_instruction_is_checked_is_refused():
    case = a_roster(an_accepted_complaint(a_labour_agency()))
    with pytest.raises(Refused, match="尚未核查，或者核查结果为已改正"):
        propose(a_running_instruction(case), date(2026, 9, 21))


@pytest.mark.history("P9.77")
@pytest.mark.clause("LCL-2012:85")
@pytest.mark.parametrize("percent", [49, 101])
def test_compensation_outside_the_law_is_refused(percent):
    with pytest.raises(Refused, match="百分之五十以上一倍以下"):
        propose(a_concluded_labour_case().instructions.get(), percent=percent)


def test_second_disposition_beside_an_open_one_is_refused():
    with pytest.raises(Refused, match="已有办理中的行政处理"):
        propose(a_proposed_disposition().instruction)


@pytest.mark.history("P9.78")
@pytest.mark.clause("LSR-2004:19#hear")
def test_decision_before_the_party_was_heard_is_refused():
    disposition = a_notified_disposition()
    assert Clock.objects.get(about_ref=disposition.public_id, kind="statement_period").stopped_on is None
    with pytest.raises(Refused, match="现在是“已告知，等候意见”"):
        decide(disposition)


@pytest.mark.clause("LSR-2004:19#hear")
def test_re_examination_within_the_period_is_refused_unless_waived():
    disposition = a_notified_disposition()
    who = handler(disposition.case.body)
    with on(date(2026, 9, 28)) as at:
        with pytest.raises(Refused, match="陈述申辩期限未满，不得作出决定"):
            re_examine_disposition(disposition=disposition, opinion="无意见。", actor=who, at=at)
        record_disposition_statement(disposition=disposition, statement="我单位放弃。", waives=True, actor=who, at=at)
        heard = re_examine_disposition(disposition=disposition, opinion="无意见。", actor=who, at=at)
    assert "明确放弃" in heard.draft.content["heard"]


def test_statement_after_a_waiver_revives_the_right():
    disposition = a_notified_disposition()
    who = handler(disposition.case.body)
    with on(date(2026, 9, 28)) as at:
        record_disposition_statement(disposition=disposition, statement="放弃。", waives=True, actor=who, at=at)
        record_disposition_statement(disposition=disposition, statement="工资已经部分支付。", actor=who, at=at)
        with pytest.raises(Refused, match="期限未满"):
            re_examine_disposition(disposition=disposition, opinion="无。", actor=who, at=at)


def test_redraft_heavier_than_the_notice_is_refused():
    disposition = a_heard_disposition()
    with pytest.raises(Refused, match="高于已经告知的金额"):
        redraft(disposition, percent=60)


def test_redraft_with_other_facts_than_the_notice_is_refused():
    with pytest.raises(Refused, match="与告知的不同，应当重新告知"):
        redraft(a_heard_disposition(), findings="拖欠工资，且未支付加班费。")


@pytest.mark.clause("LSR-2004:19#hear")
def test_heavier_disposition_is_told_and_heard_anew():
    disposition = a_heard_disposition()
    case, who = disposition.case, handler(disposition.case.body)
    with on(HEARD, 16) as at:
        again = propose_disposition_again(
            disposition=disposition, percent=60, findings="拖欠工资，且未支付加班费。", reasons="期满未支付。", fulfil_days=15,
            answers=JUDGED, actor=who, at=at,
        )  # fmt: skip
    assert (again.status, again.notified_on) == ("proposed", None)
    with on(HEARD, 17) as at, pytest.raises(Refused, match="现在是“拟处理”"):
        exempt_from_review(
            case_id=case.pk, draft_id=again.draft_id, line="disposition", line_ref=again.public_id,
            actor=person_of(case.body, "unit_head"), at=at,
        )  # fmt: skip


def test_question_of_weight_left_open_is_refused():
    answered = {name: told for name, told in JUDGED.items() if name != "social_risk"}
    instruction = a_concluded_labour_case().instructions.get()
    with pytest.raises(Refused, match="没有回答：可能造成重大社会影响"):
        propose(instruction, answers=answered)


def test_lighter_redraft_after_review_needs_review_again():
    disposition = redraft(a_reviewed_disposition(percent=60), percent=50)
    assert disposition.status == "heard"
    with pytest.raises(Refused, match="现在是“意见已听取并复核”"):
        decide(disposition)


def test_payment_after_the_draft_blocks_the_decision_until_it_is_drawn_up_again():
    disposition = a_reviewed_disposition()
    case, who = disposition.case, handler(disposition.case.body)
    with on(date(2026, 10, 10)) as at:
        payment = WagePayment(refs_of(case)[0], 10_000_00, at.day, "转账1")
        record_worker_payments(case=case, payments=[payment], actor=who, at=at)
    with pytest.raises(Refused, match="人员金额合计与主文不一致"):
        decide(disposition)
    again = redraft(disposition, date(2026, 10, 10))
    assert len(again.draft.content["annex"]) == 2
    with on(date(2026, 10, 10), 17) as at:
        exempt_from_review(
            case_id=case.pk, draft_id=again.draft_id, line="disposition", line_ref=again.public_id,
            actor=person_of(case.body, "unit_head"), at=at,
        )  # fmt: skip
    again.refresh_from_db()
    assert decide(again).content["total_fen"] == 30_000_00


def test_only_the_agency_head_decides():
    disposition = a_reviewed_disposition()
    approval = asked(disposition)
    for who in ("unit_head", "case_handler"):
        actor = person_of(disposition.case.body, who)
        with on(DECIDED) as at, pytest.raises(Refused, match="您不能签署"):
            sign_approval(approval=approval, agrees=True, opinion="同意。", code="", actor=actor, at=at)


def test_decision_is_letter_for_letter_what_was_reviewed():
    disposition = a_decided_disposition()
    decision = Decision.objects.get()
    assert (decision.kind, decision.digest) == ("disposition", disposition.draft.digest)
    assert decision.number.endswith("监理字〔2026〕第1号")
    assert disposition.instruction.status == "disposed"
    sheet = json.dumps(decision.document.sheet, ensure_ascii=False)
    for words in ("45,000.00", "肆万伍仟元整", "工人3", "劳动合同法", "示范县人民政府", "期满无意见"):
        assert words in sheet
    assert "110101" not in sheet


def test_decision_row_without_its_review_cannot_be_stored():
    disposition = a_heard_disposition()
    with pytest.raises(DatabaseError, match="APL-2021:58.1"), transaction.atomic():
        Decision.objects.create(
            case=disposition.case, body=disposition.case.body, kind="disposition", number="绕过", digest="0" * 64,
            decided_on=DECIDED, decided_by_ref="x", decided_by_name="x",
        )  # fmt: skip


def test_major_disposition_needs_review():
    with pytest.raises(Refused, match="本案应当进行法制审核"):
        a_reviewed_disposition(social_risk=True)


def a_served_disposition(**facts):
    disposition = a_decided_disposition(**facts)
    with on(date(2026, 10, 13)) as at:
        return serve_disposition(
            disposition=disposition, service=front_desk(), actor=handler(disposition.case.body), at=at
        )


def checked(disposition, day, *, share=0):
    case = disposition.case
    payments = [WagePayment(ref, share, day, "转账") for ref in refs_of(case)] if share else []
    with on(day) as at:
        return check_fulfilment(
            disposition=disposition, finding="经核查。", payments=payments, actor=handler(case.body), at=at
        )


def test_served_disposition_runs_to_a_day_that_is_no_rest_day():
    disposition = a_served_disposition()
    assert disposition.fulfil_by == date(2026, 10, 28)
    running = Clock.objects.filter(case=disposition.case, stopped_on=None).values_list("kind", flat=True)
    assert {"fulfil_disposition_by", "apply_for_reconsideration_by", "sue_by"} <= set(running)


def test_wages_without_compensation_do_not_fulfil_a_disposition():
    disposition = checked(a_served_disposition(), date(2026, 10, 20), share=10_000_00)
    assert disposition.status == "served"
    head = person_of(disposition.case.body, "unit_head")
    assert checked(disposition, date(2026, 10, 29)).status == "unfulfilled"
    done = checked(Disposition.objects.get(), date(2026, 11, 2), share=5_000_00)
    assert done.status == "fulfilled"
    with on(date(2026, 11, 3)) as at:
        assert close_disposition(disposition=done, recording_note=NO_FILM, actor=head, at=at).status == "closed"


def test_more_than_wages_and_compensation_is_refused():
    with pytest.raises(Refused, match="多于尚欠的15,000.00元"):
        checked(a_served_disposition(), date(2026, 10, 20), share=15_000_01)


def test_disposition_with_something_left_is_not_closed():
    disposition = checked(a_served_disposition(), date(2026, 10, 29))
    with on(date(2026, 11, 3)) as at, pytest.raises(Refused, match="现在是“逾期未履行”"):
        close_disposition(disposition=disposition, actor=person_of(disposition.case.body, "unit_head"), at=at)


@pytest.mark.clause("LSP-2004:39")
def test_annulled_disposition_leaves_the_instruction_unheeded_again():
    disposition = a_decided_disposition()
    with on(date(2026, 10, 14)) as at:
        annul_disposition(
            disposition=disposition, reason="计算有误。", actor=person_of(disposition.case.body, "agency_head"), at=at
        )
    disposition.instruction.refresh_from_db()
    assert (Decision.objects.get().status, disposition.instruction.status) == ("annulled", "unrectified")
    assert propose(disposition.instruction, date(2026, 10, 15), percent=0).draft.version > 1


def test_notice_by_somebody_else_is_refused():
    disposition = a_proposed_disposition()
    with on(NOTIFIED) as at, pytest.raises(Refused, match="您不能处理前告知"):
        give_disposition_notice(
            disposition=disposition, service=front_desk(), actor=person_of(disposition.case.body, "unit_head"), at=at
        )


@pytest.mark.clause("LSR-2004:18.2")
def test_case_is_transferred_to_a_competent_body_and_never_to_the_police_this_way():
    case = an_accepted_complaint(a_labour_agency())
    head = person_of(case.body, "agency_head")
    with on(date(2026, 9, 9)) as at:
        with pytest.raises(Refused, match="专门程序"):
            transfer_case(case=case, to="示范县公安局", reason="涉嫌犯罪", papers="全卷", actor=head, at=at)
        with pytest.raises(Refused, match="应当为举报人保密"):
            transfer_case(case=case, to="示范县住建局", reason="万春山反映", papers="全卷", actor=head, at=at)
        transfer_case(case=case, to="示范县住建局", reason="属住建部门职责。", papers="全卷1册", actor=head, at=at)
    case.refresh_from_db()
    assert (case.status, case.outcome) == ("transferred", "transfer")
    assert Document.objects.get(kind="transfer_letter").number


@pytest.mark.clause("APL-2021:59.2")
def test_disposition_without_the_seal_is_not_served():
    disposition = a_decided_disposition()
    with on(date(2026, 10, 13)) as at, pytest.raises(Refused, match="决定书未盖作出决定的行政机关印章"):
        serve_disposition(
            disposition=disposition, service=front_desk(sealed=False), actor=handler(disposition.case.body), at=at
        )


@pytest.mark.clause("LSP-2004:33")
def test_disposition_on_evidence_nobody_verified_is_not_proposed():
    case = a_concluded_labour_case()
    Evidence.objects.update(verified_on=None)
    with pytest.raises(Refused, match="证据未经查证属实"):
        a_proposed_disposition(case)

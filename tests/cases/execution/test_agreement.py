"""An agreement on the execution of a fine: in parts and never less of it, kept or broken; what was added may be remitted."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.builders import cases as build
from tests.builders import fulfilment as fine
from tests.builders.counterparts import an_agent
from tests.cases.refusing import failing, refusal_of
from yangguang.base import vault
from yangguang.base.models import LedgerEntry
from yangguang.cases.api import fulfilment_of
from yangguang.cases.kinds.execution.acts import possible
from yangguang.cases.kinds.execution.waiting import waits_of
from yangguang.cases.models import Case, Clock, ExecutionAgreement
from yangguang.cases.owing import additional_owed, owing_of
from yangguang.cases.rules.execution_agreement import HARMS, PRINCIPAL, Owed, agreement_fault, broken_since
from yangguang.cases.rules.instalments import Instalment
from yangguang.cases.use_cases.annul_decision import annul_decision
from yangguang.cases.use_cases.approve_execution_agreement import approve_execution_agreement
from yangguang.cases.use_cases.drop_execution_agreement import drop_execution_agreement
from yangguang.cases.use_cases.propose_execution_agreement import propose_execution_agreement
from yangguang.cases.use_cases.record_additional_payment import record_additional_payment
from yangguang.cases.use_cases.resume_execution import resume_execution
from yangguang.cases.use_cases.sign_execution_agreement import sign_execution_agreement
from yangguang.cases.use_cases.terminate_execution import terminate_execution
from yangguang.kernel import clock
from yangguang.records.api import documents_of, sheet_of

pytestmark = [pytest.mark.django_db, pytest.mark.clause("ACL-2011:42.1")]
DAY, SIGNED = date(2026, 12, 8), date(2026, 12, 9)
FIRST, LAST, AFTER = date(2026, 12, 31), date(2027, 1, 29), date(2027, 1, 4)
PARTS = (Instalment(FIRST, 200000), Instalment(LAST, 300000))
HARMLESS = "工资已经付清，没有第三人对执行标的主张权利。"


def proposed(decision, *, day=DAY, actor=None, **changes):
    told = {
        "plan": PARTS,
        "harms": False,
        "harmless": HARMLESS,
        "measures": "已经补缴社会保险费。",
        "remitted_fen": 100000,
    } | changes
    with build.on(day, 9) as at:
        return propose_execution_agreement(
            decision=decision, actor=actor or build.handler_of(decision.case), at=at, **told
        )


def approved(decision, *, day=DAY, actor=None):
    with build.on(day, 11) as at:
        return approve_execution_agreement(decision=decision, actor=actor or fine.head_of(decision), at=at)


def signed(decision, *, day=SIGNED, **changes):
    with build.on(day, 15) as at:
        copy = vault.store_upload(b"%PDF-1.4\n%%EOF\n", name="协议.pdf")
        told = {"signed_as": "party", "signed_by": "罗玉梅", "signed_copy": copy} | changes
        return sign_execution_agreement(decision=decision, actor=build.handler_of(decision.case), at=at, **told)


def an_agreed_fine(**changes):
    decision = fine.an_urged_fine()
    proposed(decision, **changes)
    approved(decision)
    signed(decision)
    return fine.fine_of(decision.case)


def resumed(decision, day, **told):
    with build.on(day, 10) as at:
        return resume_execution(
            decision=decision, reason="第一期没有缴纳。", actor=fine.head_of(decision), at=at, **told
        )


def added_paid(decision, fen, day):
    with build.on(day, 16) as at:
        record_additional_payment(
            decision=decision, amount_fen=fen, paid_on=day, payee=fine.AGENT, receipt_number=f"加{day}",
            actor=build.handler_of(decision.case), at=at,
        )  # fmt: skip


def what_waits(decision, day):
    with clock.frozen(clock.beijing(day, 9)):
        return [(one.role, one.what) for one in waits_of(Case.objects.filter(pk=decision.case_id), day)]


@pytest.mark.clause("APL-2021:72.2")
def test_agreement_is_proposed_approved_and_signed_and_its_parts_take_the_place_of_the_term():
    decision = fine.an_urged_fine()
    proposed(decision)
    assert what_waits(decision, DAY) == [("agency_head", "批准执行协议")]
    row = approved(decision)
    assert what_waits(decision, DAY) == [("case_handler", "与当事人签订执行协议")]
    words = sheet_of(row.document).to_json()
    for told in ("执行协议书", "第1期2,000.00元，2026年12月31日前", "减免加处的罚款1,000.00元", HARMLESS, "恢复执行"):
        assert told in words, told
    assert fine.execution(decision).status == "demanded"  # nothing is stayed before both have signed
    signed(decision)
    decision = fine.fine_of(decision.case)
    assert (decision.execution.status, decision.execution.stayed_from) == ("agreed", "demanded")
    term = Clock.objects.get(kind="pay_by", about_ref=decision.public_id, stopped_on=None)
    assert term.fixed_due_on == FIRST
    told = [one.summary for one in LedgerEntry.objects.filter(event="ExecutionMoved").order_by("pk")][-3:]
    assert [words.partition("：")[2].partition("，")[0] for words in told] == [
        "拟订执行协议",
        "批准执行协议",
        "签订执行协议",
    ]
    assert fulfilment_of(decision) == "履行中：已达成执行协议，本期缴款期限至2026年12月31日，尚未缴纳 5,000.00 元"
    assert what_waits(decision, FIRST) == []


def test_days_of_the_agreement_are_not_added_and_the_remission_is_left_out_of_what_is_owed():
    decision = an_agreed_fine()
    for day in (SIGNED, FIRST):
        found = owing_of(decision, on=day)
        assert (found.additional_fen, found.remitted_fen, found.additional_left_fen) == (210000, 100000, 110000), day
    assert additional_owed(decision, on=FIRST) == 110000  # fourteen days at 150 yuan, less 1 000


def test_agreement_that_is_kept_ends_the_fine_with_the_last_payment():
    decision = an_agreed_fine()
    fine.paid(decision, 200000, FIRST)
    assert Clock.objects.get(kind="pay_by", about_ref=decision.public_id, stopped_on=None).fixed_due_on == LAST
    added_paid(fine.fine_of(decision.case), 110000, FIRST)
    fine.paid(decision, 300000, LAST)
    decision = fine.fine_of(decision.case)
    assert (decision.execution.status, decision.case.status) == ("fulfilled", "fulfilled")
    assert additional_owed(decision, on=LAST) == 0
    assert ExecutionAgreement.objects.get().state == "kept"


@pytest.mark.clause("ACL-2011:42.2")
def test_missed_part_brings_the_execution_back_and_takes_the_remission_away():
    decision = an_agreed_fine()
    assert (
        failing(refusal_of(resumed, decision, FIRST))["agreement_broken"].reason
        == "当事人正在履行执行协议，不能恢复执行。"
    )
    assert what_waits(decision, AFTER) == [("agency_head", "当事人没有履行执行协议，应当恢复执行")]
    resumed(decision, AFTER)
    decision = fine.fine_of(decision.case)
    row = ExecutionAgreement.objects.get()
    assert (decision.execution.status, decision.execution.remitted_fen) == ("demanded", 0)
    assert (row.state, row.broken_on) == ("broken", AFTER)
    assert owing_of(decision, on=AFTER).additional_left_fen == 210000 + 4 * 15000  # it goes on after the missed day
    order = documents_of(decision.case.public_id).get(kind="execution_resumption")
    assert "没有履行执行协议" in sheet_of(order).to_json()
    assert what_waits(decision, AFTER) == []
    assert "propose_execution_agreement" in dict(possible(decision.execution, build.handler_of(decision.case)))


@pytest.mark.clause("ACL-2011:42.2")
def test_addition_still_owed_after_the_last_part_breaks_the_agreement_too():
    decision = an_agreed_fine()
    fine.paid(decision, 200000, FIRST)
    fine.paid(decision, 300000, LAST)
    assert refusal_of(resumed, fine.fine_of(decision.case), LAST).reason == "当事人正在履行执行协议，不能恢复执行。"
    assert what_waits(decision, date(2027, 1, 30)) == [("agency_head", "当事人没有履行执行协议，应当恢复执行")]


REFUSED = [
    ({"plan": (Instalment(FIRST, 200000), Instalment(LAST, 200000))}, "plan", PRINCIPAL),
    ({"plan": (Instalment(FIRST, 600000),)}, "plan", "各期金额之和多于未缴的罚款。"),
    ({"plan": (Instalment(DAY, 500000),)}, "plan", "每期的日期应当晚于批准之日，并依次靠后。"),
    ({"plan": ()}, "plan", "请写明每期的日期和金额。"),
    ({"measures": " "}, "measures", "当事人没有采取补救措施，不能减免加处的罚款。"),
    ({"remitted_fen": 500000}, "remitted_fen", "减免的数额超过尚欠的加处罚款。"),
    ({"harmless": ""}, "harmless", None),
]  # fmt: skip


@pytest.mark.parametrize(("told", "field", "words"), REFUSED)
def test_what_may_not_be_agreed_is_refused(told, field, words):
    refusal = refusal_of(proposed, fine.an_urged_fine(), **told)
    assert refusal.field == field
    assert words is None or refusal.reason == words


@pytest.mark.parametrize("harms", [True, None])
def test_agreement_that_harms_somebody_or_does_not_say_is_refused(harms):
    refusal = refusal_of(proposed, fine.an_urged_fine(), harms=harms)
    assert failing(refusal)["agreement_harms_nobody"].reason == HARMS


def test_nothing_is_remitted_of_what_was_never_added():
    nothing = Owed(500000, 0)
    fault = agreement_fault(PARTS, owed=nothing, remitted_fen=1, measures="已整改。", on=DAY)
    assert (fault.field, fault.reason) == ("remitted_fen", "没有可以减免的加处罚款。")
    assert agreement_fault(PARTS, owed=nothing, remitted_fen=0, measures="", on=DAY) is None
    kept = {"missed_on": None, "last_due_on": LAST, "additional_left_fen": 0}
    assert broken_since(**kept, today=date(2027, 3, 1)) is None


def test_fine_that_was_not_urged_is_not_agreed_on_yet():
    assert refusal_of(proposed, fine.an_overdue_fine()).clauses


def test_second_agreement_waits_until_the_first_is_signed_or_dropped():
    decision = fine.an_urged_fine()
    proposed(decision)
    assert refusal_of(proposed, decision).reason == "已有一份执行协议等候批准或者签订。"


def test_head_approves_not_the_handler_and_nobody_signs_what_was_not_approved():
    decision = fine.an_urged_fine()
    proposed(decision)
    assert "机关负责人" in refusal_of(approved, decision, actor=build.handler_of(decision.case)).remedy
    assert failing(refusal_of(signed, decision))["agreement_approved"].reason == "执行协议没有经机关负责人批准。"


def test_signing_needs_the_paper_both_signed_and_somebody_entitled():
    decision = fine.an_urged_fine()
    proposed(decision)
    approved(decision)
    assert refusal_of(signed, decision, signed_copy=None).reason == "没有双方签字的执行协议。"
    assert refusal_of(signed, decision, signed_as="agent").field == "signed_by"
    unnamed = refusal_of(signed, decision, signed_as="")
    assert (unnamed.field, unnamed.remedy) == ("signed_as", "当事人本人签字的选当事人，代理人签字的选代理人。")
    stranger = refusal_of(signed, decision, signed_by="罗玉梅、路过人")
    assert stranger.reason == "路过人不是当事人本人或者其法定代表人、负责人。"
    assert refusal_of(signed, decision, signed_by=" ").field == "signed_by"


def test_agreement_of_two_parties_is_signed_for_both_each_by_itself_or_by_its_agent():
    case = build.a_served_case(parties=(build.a_party(), build.a_party(2, legal_representative="方小满")))
    fine.marked(fine.LATE)
    decision = fine.an_urged_fine_of(fine.fine_of(case))
    proposed(decision)
    approved(decision)
    missing = refusal_of(signed, decision)
    assert missing.reason == f"还没有{case.parties.get(position=2).name}一方的签字。"
    an_agent(case, day=DAY, party=case.parties.get(position=2), name="何律师")
    assert refusal_of(signed, decision, signed_by="罗玉梅、何律师").reason.startswith("何律师不是当事人本人")
    assert signed(decision, signed_as="agent", signed_by="罗玉梅、何律师").state == "signed"


def test_payment_after_the_proposal_makes_it_stale_and_it_is_dropped():
    decision = fine.an_urged_fine()
    proposed(decision)
    approved(decision)
    fine.paid(decision, 100000, DAY)
    refusal = refusal_of(signed, decision)
    assert refusal.reason == "拟订以后情况有了变化：各期金额之和多于未缴的罚款。"
    with build.on(SIGNED, 16) as at:
        told = {"decision": decision, "actor": build.handler_of(decision.case), "at": at}
        assert drop_execution_agreement(reason="重新协商。", **told).state == "dropped"
        assert refusal_of(drop_execution_agreement, reason="再放弃。", **told).reason == "没有未签订的执行协议。"
    assert fine.execution(decision).status == "demanded"


def test_agreement_nobody_signed_ends_with_the_line_it_was_about():
    decision = fine.an_urged_fine()
    proposed(decision)
    with build.on(SIGNED, 16) as at:
        terminate_execution(
            decision=decision, ground="object_lost", reason="标的灭失。", actor=fine.head_of(decision), at=at
        )
    assert ExecutionAgreement.objects.get().state == "dropped"
    assert what_waits(decision, AFTER) == []


def test_annulled_decision_ends_the_agreement_with_it():
    decision = an_agreed_fine()
    fine.paid(decision, 200000, FIRST)
    with build.on(AFTER, 9) as at:
        annul_decision(
            case_id=decision.case_id, decision_ref=decision.public_id, reason="事实不清。", received_on=AFTER,
            actor=fine.head_of(decision), at=at,
        )  # fmt: skip
    assert fine.execution(decision).status == "to_return"
    assert ExecutionAgreement.objects.get().state == "ended"
    assert what_waits(decision, AFTER) == [("case_handler", "退还决定失效、变更以前所缴的款物")]


def test_pages_lead_from_the_proposal_to_the_signature(client):
    decision = fine.an_urged_fine()
    case, handler, head = decision.case, build.handler_of(decision.case), fine.head_of(decision)

    def at(act):
        return reverse("cases:fulfilment_act", args=[case.public_id, decision.public_id, act])

    def posted(act, hour, day=DAY, **told):
        told |= {"occurred_at": f"{day}T{hour}:00"}
        return client.post(at(act), told, follow=True).content.decode()

    with clock.frozen(clock.beijing(DAY, 12)):
        client.force_login(handler)
        form = client.get(at("propose_execution_agreement")).content.decode()
        assert "尚欠加处罚款 2,100.00 元，罚款本金不能减免。" in form
        less = {"plan": "2026-12-31 1000", "harms": "no", "harmless": HARMLESS}
        assert PRINCIPAL in posted("propose_execution_agreement", "09", **less)
        whole = less | {"plan": "2026-12-31 2000\n2027-01-29 3000", "measures": "已补缴。", "remitted_fen": "1000"}
        assert "已经办理：拟订执行协议。" in posted("propose_execution_agreement", "09", **whole)
        client.force_login(head)
        assert "已经办理：批准执行协议。" in posted("approve_execution_agreement", "10")
        client.force_login(handler)
        copy = SimpleUploadedFile("协议.pdf", b"%PDF-1.4\n%%EOF\n", content_type="application/pdf")
        page = posted("sign_execution_agreement", "11", signed_as="party", signed_by="罗玉梅", signed_copy=copy)
        assert "已经办理：签订执行协议。" in page
        for words in ("已达成执行协议", "执行协议减免 1,000.00 元", "补救措施：已补缴。", "第2期　2027-01-29"):
            assert words in page, words

"""What was paid under a decision that fell, or beyond what is left of it, goes back before the case is closed."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import fulfilment as fine
from tests.builders.directory import an_account
from tests.builders.signing import all_signed
from tests.cases.refusing import failing, refusal_of
from tests.cases.test_remedies import contested, ended
from yangguang.base.models import LedgerEntry
from yangguang.cases.models import Clock
from yangguang.cases.owing import owing_of, to_return
from yangguang.cases.use_cases.annul_decision import annul_decision
from yangguang.cases.use_cases.archive_file import archive_file
from yangguang.cases.use_cases.close_case import close_case
from yangguang.cases.use_cases.collect_on_the_spot import Collecting, collect_on_the_spot
from yangguang.cases.use_cases.record_altered_fine import record_altered_fine
from yangguang.cases.use_cases.restitute import restitute
from yangguang.records.api import documents_of
from yangguang.records.models import Document

pytestmark = pytest.mark.django_db
PAID, FELL, BACK = date(2026, 11, 12), date(2026, 11, 20), date(2026, 11, 25)


def a_paid_fine(amount=500000):
    decision = fine.fine_of(build.a_served_case())
    fine.paid(decision, amount, PAID)
    return fine.fine_of(decision.case)


def annulled(decision, day=FELL):
    with build.on(day) as at:
        annul_decision(
            case_id=decision.case_id, decision_ref=decision.public_id, reason="依据引用错误。", received_on=day,
            actor=fine.head_of(decision), at=at,
        )  # fmt: skip
    return fine.fine_of(decision.case)


def returned(decision, amount, day=BACK, **facts):
    told = {
        "things": "",
        "returned_on": day,
        "voucher": f"退字{day}号",
        "actor": build.handler_of(decision.case),
    } | facts
    with build.on(day) as at:
        return restitute(decision=decision, amount_fen=amount, at=at, **told)


def closed(case, day=BACK):
    with build.on(day, 17) as at:
        return close_case(
            case_id=case.pk, ground="annulled", summary="不再重作。", actor=build.person_of(case.body, "unit_head"), at=at,
            recording_note=build.NO_FILM,
        )  # fmt: skip


@pytest.mark.clause("ACL-2011:41")
@pytest.mark.history("P9.87")
def test_case_is_not_closed_while_the_money_of_an_annulled_decision_was_not_returned():
    decision = annulled(a_paid_fine())
    refusal = refusal_of(closed, decision.case)
    assert failing(refusal)["nothing_to_return"].reason == "尚有应退款物，不得结案。"
    returned(decision, 300000)
    assert to_return(fine.fine_of(decision.case)) == 200000
    assert not failing(refusal_of(closed, fine.fine_of(decision.case).case)).keys() - {"nothing_to_return"}
    returned(decision, 200000, things="账册一套已返还。", voucher="退字2号")
    decision = fine.fine_of(decision.case)
    assert (to_return(decision), fine.execution(decision).status) == (0, "returned")
    assert closed(decision.case).status == "closed"
    assert [one.summary.partition("退还 ")[2] for one in LedgerEntry.objects.filter(event="FineReturned").order_by("pk")] == [
        "3,000.00 元，凭证 退字2026-11-25号，尚未退还 2,000.00 元", "2,000.00 元，凭证 退字2号，已退清",
    ]  # fmt: skip
    assert "账册一套已返还" in str(Document.objects.filter(kind="restitution_record").order_by("pk").last().sheet)


@pytest.mark.clause("ACL-2011:41")
def test_no_more_goes_back_than_was_paid():
    decision = annulled(a_paid_fine())
    assert refusal_of(returned, decision, 500001).field == "amount_fen"
    assert refusal_of(returned, decision, 0).field == "amount_fen"
    assert refusal_of(returned, decision, 100, returned_on=date(2026, 11, 26)).field == "returned_on"
    assert refusal_of(returned, decision, 100, voucher=" ").field == "voucher"


@pytest.mark.clause("ACL-2011:41")
def test_annulled_decision_nobody_paid_has_nothing_to_return():
    decision = annulled(fine.fine_of(build.a_served_case()))
    assert to_return(decision) == 0
    assert closed(decision.case).status == "closed"


@pytest.mark.clause("ACL-2011:40")
def test_decision_that_falls_ends_demand_additional_fine_and_court_term():
    decision = fine.an_overdue_fine()
    fine.paid(decision, 100000, date(2026, 11, 26))
    fine.imposed(decision, date(2026, 11, 27))
    remedy = contested(decision.case, day=date(2026, 12, 1))
    ended(remedy, "annulled", day=date(2026, 12, 20))
    decision = fine.fine_of(decision.case)
    assert (decision.case.status, fine.execution(decision).status) == ("annulled", "to_return")
    assert owing_of(decision, on=date(2027, 1, 1)).additional_fen == 0
    assert not Clock.objects.filter(about_ref=decision.public_id, stopped_on=None).exclude(
        kind__in=("apply_for_reconsideration_by", "sue_by")
    )
    assert to_return(decision) == 100000


@pytest.mark.clause("ARL-2023:63.2")
@pytest.mark.clause("ACL-2011:41")
def test_fine_made_smaller_sends_back_what_was_paid_beyond_it():
    """ACL-2011:41: 5 000 paid, altered to 3 000, 2 000 go back."""
    decision = a_paid_fine()
    remedy = contested(decision.case)
    ended(remedy, "altered", outcome_words="变更为罚款三千元。")
    decision = fine.fine_of(decision.case)
    with build.on(FELL) as at:
        told = {"decision": decision, "actor": build.handler_of(decision.case), "at": at}
        assert refusal_of(record_altered_fine, fine_fen=600000, **told).reason == "变更不得更不利于当事人。"
        record_altered_fine(fine_fen=300000, **told)
    decision = fine.fine_of(decision.case)
    assert (owing_of(decision, on=FELL).unpaid_fen, to_return(decision)) == (0, 200000)
    returned(decision, 200000)
    assert to_return(fine.fine_of(decision.case)) == 0
    assert fine.execution(decision).status == "fulfilled"


@pytest.mark.clause("AJL-2017:77.2")
def test_smaller_fine_that_is_paid_already_fulfils_the_case():
    decision = a_paid_fine(300000)
    ended(contested(decision.case), "altered", outcome_words="变更为罚款三千元。")
    with build.on(FELL) as at:
        record_altered_fine(decision=decision, fine_fen=300000, actor=build.handler_of(decision.case), at=at)
    decision = fine.fine_of(decision.case)
    assert (decision.case.status, fine.execution(decision).status) == ("fulfilled", "fulfilled")


@pytest.mark.clause("ARL-2023:63.2")
def test_fine_made_smaller_is_collected_on_the_spot_as_it_now_stands():
    decision = fine.fine_of(build.a_served_case())
    ended(contested(decision.case), "altered", outcome_words="变更为罚款三千元。")
    with build.on(FELL) as at:
        record_altered_fine(decision=decision, fine_fen=300000, actor=build.handler_of(decision.case), at=at)
        row = collect_on_the_spot(
            case_id=decision.case_id, collecting=Collecting("remote", "省财0009", "山区没有网点。", asked_by_party=True),
            actor=build.handler_of(decision.case), at=at,
        )  # fmt: skip
    decision = fine.fine_of(decision.case)
    assert (row.amount_fen, row.payment.amount_fen, to_return(decision)) == (300000, 300000, 0)


@pytest.mark.clause("ARL-2023:63.2")
def test_fine_nobody_altered_cannot_be_made_smaller():
    decision = fine.fine_of(build.a_served_case())
    with build.on(FELL) as at:
        refusal = refusal_of(
            record_altered_fine, decision=decision, fine_fen=1, actor=build.handler_of(decision.case), at=at
        )
    assert refusal.reason == "没有变更罚款的复议决定或者判决。"


@pytest.mark.clause("ACL-2011:41")
@pytest.mark.history("P10.41")
@pytest.mark.parametrize("deferred", [False, True], ids=["paid at once", "paid after a deferral was asked for"])
def test_money_goes_back_although_the_file_is_archived(deferred):
    decision = fine.fine_of(build.a_served_case())
    if deferred:
        fine.deferral_asked(decision, date(2026, 11, 10))
    fine.paid(decision, 500000, PAID)
    case = fine.fine_of(decision.case).case
    with build.on(FELL) as at:
        close_case(
            case_id=case.pk, ground="fulfilled", summary="履行完毕。", actor=build.person_of(case.body, "unit_head"), at=at,
            recording_note=build.NO_FILM,
        )  # fmt: skip
    an_account(role="archivist", body=case.body, named="孙丽")
    documents_of(case.public_id).update(pages=2)
    all_signed(case, day=FELL, hour=14)
    with build.on(FELL, 15) as at:
        archive_file(case_id=case.pk, actor=build.person_of(case.body, "archivist"), at=at)
    case.refresh_from_db()
    remedy = contested(case, day=date(2026, 11, 23))
    ended(remedy, "annulled", day=date(2026, 12, 20))
    decision = fine.fine_of(case)
    assert (decision.case.status, to_return(decision)) == ("archived", 500000)
    returned(decision, 500000, date(2026, 12, 21))
    assert (fine.fine_of(case).case.status, fine.execution(decision).status) == ("archived", "returned")

"""What a mediation, a reconsideration or a judgment leaves of the payments a disposition orders, and the term it sets anew."""

from datetime import date, timedelta

import pytest

from tests.builders import cases as build
from tests.builders import labour
from tests.cases.labour.test_court_and_closing import SERVED, UNFULFILLED, checked, demanded
from tests.cases.refusing import refusal_of
from tests.cases.test_forms_of_new_acts import posted
from tests.cases.test_remedies import ended
from yangguang.base.models import LedgerEntry
from yangguang.cases.conclusions import conclusion_of
from yangguang.cases.countable import things_counted
from yangguang.cases.fulfilments import fulfilment_of
from yangguang.cases.kinds.labour.fulfilment import left_for, left_of, ordered_by
from yangguang.cases.models import Clock, Disposition
from yangguang.cases.rules.remedies import OutcomeTerms
from yangguang.cases.rules.wages_left import WorkerLeft, fault_of_wages, wages_left
from yangguang.cases.use_cases.issue_demand import issue_demand
from yangguang.cases.use_cases.record_remedy import record_remedy
from yangguang.cases.use_cases.serve_disposition import serve_disposition

pytestmark = [pytest.mark.django_db, pytest.mark.clause("ARL-2023:73")]

TAKEN_UP, MEDIATED = date(2026, 11, 3), date(2026, 11, 6)
UNTIL, LATER = date(2027, 6, 30), date(2027, 7, 1)
DAY = timedelta(days=1)


def a_served_disposition():
    disposition = labour.a_decided_disposition()
    with build.on(SERVED) as at:
        return serve_disposition(
            disposition=disposition, service=labour.front_desk(), actor=build.handler_of(disposition.case), at=at
        )


def an_unfulfilled_disposition():
    return checked(a_served_disposition(), UNFULFILLED)


def contested(disposition, day=TAKEN_UP):
    with build.on(day) as at:
        return record_remedy(
            case_id=disposition.case_id, decision_ref=disposition.decision.public_id, kind="reconsideration",
            authority="示范县人民政府", number="示政复受字〔2026〕第13号", received_on=day,
            actor=build.handler_of(disposition.case), at=at,
        )  # fmt: skip


def mediated(disposition, terms, *, outcome="mediated"):
    ended(contested(disposition), outcome, day=MEDIATED, terms=terms, outcome_words="自愿达成调解协议。")
    return Disposition.objects.select_related("decision", "case__body").get(pk=disposition.pk)


def lines_of(disposition):
    return disposition.decision.content["annex"]


def half_for_the_first(disposition):
    return OutcomeTerms(workers=(WorkerLeft(lines_of(disposition)[0]["ref"], 500000, 0),))


def test_worker_is_owed_what_was_mediated_and_the_others_what_was_decided():
    row = a_served_disposition()
    first, *others = lines_of(row)
    row = mediated(row, half_for_the_first(row))
    assert left_for(row)[first["ref"]] == 500000
    assert [left_for(row)[one["ref"]] for one in others] == [one["total_fen"] for one in others]
    assert lines_of(row)[0] == first  # as it was issued
    whole, now = row.decision.content["total_fen"], ordered_by(row)["total_fen"]
    assert whole - now == first["total_fen"] - 500000
    assert f"支付 {now // 100:,}.00 元" in conclusion_of(row.decision).replace("责令向 3 名劳动者", "")
    lessened = [one for one in things_counted([row.case_id]) if one.what == "disposition_lessened"]
    assert [(one.on, one.amount_fen) for one in lessened] == [(MEDIATED, whole - now)]


def test_worker_who_is_owed_nothing_any_more_leaves_the_annex():
    row = a_served_disposition()
    first = lines_of(row)[0]["ref"]
    row = mediated(row, OutcomeTerms(workers=(WorkerLeft(first, 0, 0),)))
    assert first not in left_for(row)
    assert "责令向 2 名劳动者支付" in conclusion_of(row.decision)


@pytest.mark.clause("ACL-2011:53")
def test_new_term_is_waited_for_before_anything_is_found_unfulfilled_demanded_or_taken_to_the_court():
    row = mediated(an_unfulfilled_disposition(), OutcomeTerms(pay_by=UNTIL))
    assert (row.status, row.fulfil_by) == ("served", UNTIL)
    assert not Clock.objects.filter(kind="apply_for_court_execution_by", stopped_on=None).exists()
    with build.on(MEDIATED):
        assert fulfilment_of(row.decision) == "履行中：履行期限至2027年6月30日"
    assert checked(row, UNTIL - DAY).status == "served"
    assert refusal_of(demanded, row, UNTIL - DAY)
    assert checked(row, LATER).status == "unfulfilled"
    window = Clock.objects.get(kind="apply_for_court_execution_by", stopped_on=None)
    assert (window.started_on, window.due_on) == (UNTIL, date(2027, 9, 30))


def test_what_is_paid_as_mediated_fulfils_the_disposition():
    row = a_served_disposition()
    terms = tuple(WorkerLeft(one["ref"], 100000, 0) for one in lines_of(row))
    row = mediated(row, OutcomeTerms(workers=terms, pay_by=UNTIL))
    assert left_of(row) == 300000
    assert checked(row, date(2027, 6, 1), share=100000).status == "fulfilled"


def test_demand_made_ahead_of_what_is_owed_no_more_is_dropped():
    row = an_unfulfilled_disposition()
    with build.on(UNFULFILLED, 11) as at:
        issue_demand(
            disposition=row,
            pay_by_on=date(2027, 6, 30),
            how="转入劳动者工资账户",
            actor=build.handler_of(row.case),
            at=at,
        )
    row = mediated(row, half_for_the_first(row))
    assert (row.demand, row.demand_due_on) == (None, None)


@pytest.mark.parametrize(("terms", "outcome", "field"), [
    (lambda lines: OutcomeTerms(workers=(WorkerLeft("stranger", 1, 0),)), "mediated", "left_wages"),
    (lambda lines: OutcomeTerms(workers=(WorkerLeft(lines[0]["ref"], lines[0]["total_fen"] + 1, 0),)), "altered", "left_wages"),
    (lambda lines: OutcomeTerms(workers=tuple(WorkerLeft(one["ref"], 0, 0) for one in lines)), "mediated", "left_wages"),
    (lambda lines: OutcomeTerms(), "partly_annulled", "left_wages"),
    (lambda lines: OutcomeTerms(pay_by=UNTIL), "altered", "pay_by"),
])  # fmt: skip
def test_payments_never_grow_never_end_all_and_a_part_that_fell_is_named(terms, outcome, field):
    row = a_served_disposition()
    assert refusal_of(mediated, row, terms(lines_of(row)), outcome=outcome).field == field


@pytest.mark.clause("ARL-2023:64.1")
def test_part_of_the_payments_that_fell_is_owed_no_more():
    row = a_served_disposition()
    whole = left_of(row)
    row = mediated(row, half_for_the_first(row), outcome="partly_annulled")
    assert left_of(row) == whole - lines_of(row)[0]["total_fen"] + 500000
    assert row.decision.status == "served"


def test_sums_and_the_term_are_recorded_through_the_form_and_shown_with_the_order(client):
    row = a_served_disposition()
    contested(row)
    name = lines_of(row)[0]["name"]
    told = {
        "remedy_ref": row.case.remedies.get().public_id, "outcome": "mediated", "outcome_paper": "示政复调〔2026〕第1号",
        "outcome_words": "达成调解。", "outcome_received_on": MEDIATED.isoformat(), "pay_by": "2027-06-30",
    }  # fmt: skip
    for wrong in ("9 查无此人 1 0", f"1 {name} 一千 0", f"1 {name} 5000"):
        page = posted(client, row.case, "record_remedy_outcome", MEDIATED, left_wages=wrong, **told).content.decode()
        assert wrong in page
        assert "读不出来" in page or "不符" in page
    done = posted(client, row.case, "record_remedy_outcome", MEDIATED, left_wages=f"1 {name} 5000 0", **told)
    assert done.status_code == 302
    facts = LedgerEntry.objects.get(event="RemedyEnded").facts
    assert facts["changes"].endswith("元，履行期限重新确定为2027年6月30日")
    page = client.get(f"/desk/cases/{row.case.public_id}/orders/").content.decode()
    assert "履行期限重新确定为2027年6月30日" in page


def test_lines_left_out_stay_as_they_are():
    now = {
        "annex": [{"ref": "a", "wages_fen": 5, "extra_fen": 1, "total_fen": 6}],
        "wages_fen": 5,
        "extra_fen": 1,
        "total_fen": 6,
    }
    assert wages_left(now, ()) == now
    assert fault_of_wages(now, (), must_change=False) is None
    assert fault_of_wages(now, (), must_change=True).reason == "没有写明撤销了哪一部分。"

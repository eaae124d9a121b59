"""What was confiscated under a decision that fell, in whole or in part, comes back before the case is closed."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders import cases as build
from tests.builders import fulfilment as fine
from tests.cases.execution.test_fulfilment_pages import posted
from tests.cases.execution.test_restitution import BACK, FELL, annulled, closed, returned
from tests.cases.refusing import asked, failing, refusal_of
from tests.cases.test_record_execution import carried_out
from tests.cases.test_remedies import contested, ended
from yangguang.cases.confiscated import gains_to_return, goods_to_return
from yangguang.cases.kinds.execution.faces import faces_of
from yangguang.cases.kinds.execution.waiting import waits_of
from yangguang.cases.models import Case
from yangguang.cases.owing import comes_back, to_return
from yangguang.cases.rules.remedies import OutcomeTerms

pytestmark = [pytest.mark.django_db, pytest.mark.clause("ACL-2011:41"), pytest.mark.clause("ARL-2023:72.2")]

TAKEN, TAKEN_UP, ENDED = date(2026, 11, 10), date(2026, 11, 16), date(2026, 11, 18)
GOODS = {"penalties": ["warning", "confiscation_of_goods"], "fine_fen": 0}
GAINS = {"penalties": ["warning", "fine", "confiscation_of_gains"], "confiscated_fen": 100000}
SOLD = {"penalty": "confiscation_of_goods", "way": "auctioned", "words": "缝纫机三台公开拍卖。", "voucher": "拍字1号"}


def carried(told, **how):
    case = build.a_served_case(proposal=told, draft=told)
    carried_out(case, day=TAKEN, **how)
    return fine.fine_of(case)


def left_with(decision, terms):
    ended(contested(decision.case, day=TAKEN_UP), "partly_annulled", day=ENDED, terms=terms, outcome_words="部分撤销。")
    return fine.fine_of(decision.case)


def holds(decision):
    with build.on(FELL) as at:
        return asked("nothing_to_return", decision.case, act="close_case", at=at).holds


def test_goods_of_an_annulled_decision_without_a_fine_come_back_before_the_case_is_closed():
    decision = annulled(carried(GOODS, **SOLD))
    assert (goods_to_return(decision), to_return(decision), comes_back(decision)) == (True, 0, True)
    assert failing(refusal_of(closed, decision.case))["nothing_to_return"].clauses == ("ACL-2011:41", "ARL-2023:72.2")
    with build.on(FELL):
        assert [one.what for one in waits_of(Case.objects.filter(pk=decision.case_id), FELL)] == [
            "退还决定失效、变更以前所缴的款物"
        ]
        (face,) = faces_of(decision.case, build.handler_of(decision.case))
        assert (face.goods_return, [act for act, _ in face.acts]) == (True, ["restitute"])
    assert refusal_of(returned, decision, 0).field == "amount_fen"
    returned(decision, 0, things="缝纫机三台已经拍卖，折价赔偿9000元。")
    decision = fine.fine_of(decision.case)
    assert (comes_back(decision), fine.execution(decision).status) == (False, "returned")
    assert closed(decision.case).status == "closed"


def test_money_of_an_annulled_fine_goes_back_with_the_gains_that_were_paid_in():
    decision = carried(GAINS)
    fine.paid(decision, 500000, TAKEN)
    decision = annulled(fine.fine_of(decision.case))
    assert (gains_to_return(decision), to_return(decision)) == (100000, 600000)
    returned(decision, 600000)
    assert fine.execution(fine.fine_of(decision.case)).status == "returned"


def test_decision_that_takes_fine_and_goods_has_returned_when_both_came_back():
    told = {"penalties": ["warning", "fine", "confiscation_of_goods"]}
    decision = carried(told, **SOLD)
    fine.paid(decision, 500000, TAKEN)
    decision = annulled(fine.fine_of(decision.case))
    returned(decision, 500000)
    decision = fine.fine_of(decision.case)
    assert (fine.execution(decision).status, holds(decision)) == ("to_return", False)
    returned(decision, 0, things="缝纫机三台已返还。", voucher="返字2号")
    decision = fine.fine_of(decision.case)
    assert (fine.execution(decision).status, holds(decision)) == ("returned", True)


def test_part_of_the_gains_that_fell_comes_back_and_the_rest_stays_confiscated():
    decision = carried(GAINS)
    terms = OutcomeTerms(penalties=("warning", "fine", "confiscation_of_gains"), fine_fen=500000, confiscated_fen=40000)
    decision = left_with(decision, terms)
    assert (gains_to_return(decision), to_return(decision)) == (60000, 60000)
    assert refusal_of(returned, decision, 60001).field == "amount_fen"
    returned(decision, 60000)
    assert not comes_back(fine.fine_of(decision.case))


def test_confiscation_that_fell_before_it_was_carried_out_leaves_nothing_to_return():
    case = build.a_served_case(proposal=GAINS, draft=GAINS)
    terms = OutcomeTerms(penalties=("warning", "fine", "confiscation_of_gains"), fine_fen=500000, confiscated_fen=40000)
    decision = left_with(fine.fine_of(case), terms)
    carried_out(decision.case, day=FELL)
    assert not comes_back(fine.fine_of(case))


def test_goods_come_back_where_only_their_confiscation_fell():
    told = {"penalties": ["warning", "fine", "confiscation_of_goods"]}
    decision = carried(told, **SOLD)
    assert holds(decision)
    decision = left_with(decision, OutcomeTerms(penalties=("warning", "fine"), fine_fen=500000))
    assert not holds(decision)
    returned(decision, 0, things="缝纫机三台已返还。")
    assert holds(fine.fine_of(decision.case))


def test_return_of_goods_is_recorded_through_its_form(client):
    decision = annulled(carried(GOODS, **SOLD))
    with build.on(BACK):
        client.force_login(build.handler_of(decision.case))
        case = decision.case
        page = client.get(reverse("cases:fulfilment", args=[case.public_id])).content.decode()
        assert "没收的财物" in page
        assert "缴款期限" not in page
        where = reverse("cases:fulfilment_act", args=[case.public_id, decision.public_id, "restitute"])
        assert "折价赔偿" in client.get(where).content.decode()
    done = posted(
        client, decision, "restitute", BACK, things="缝纫机三台已返还。", returned_on=str(BACK), voucher="返字1号"
    )
    assert done.status_code == 302
    assert not comes_back(fine.fine_of(case))

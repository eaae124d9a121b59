"""Repetition is counted from decisions that stand, each case named; another number needs its reason."""

from dataclasses import replace
from datetime import date

import pytest

from tests.builders.cases import (
    BASIS,
    ONE_DAY,
    a_decided_case,
    a_party,
    an_open_case,
    circumstances,
    handler_of,
    on,
    person_of,
    with_records,
)
from tests.builders.counterparts import merged
from tests.builders.directory import an_account
from tests.cases.test_decided_apart import PERSON, a_decided_case_of_two
from yangguang.cases.circumstances import contradiction
from yangguang.cases.counterparts import decisions_about
from yangguang.cases.models import Decision, DecisionStatus
from yangguang.cases.presentation.counterparts import first_words
from yangguang.cases.prior_violations import earlier_decisions, prior_violations
from yangguang.cases.use_cases.annul_decision import annul_decision
from yangguang.cases.use_cases.conclude_investigation import conclude_investigation
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db
AGAIN, LATER = date(2026, 11, 30), date(2027, 12, 1)


def again(earlier, day=AGAIN, **facts):
    return an_open_case(body=earlier.body, day=day, **facts)


def concluded_with(case, typed, **facts):
    with on(AGAIN + 2 * ONE_DAY) as at:
        return conclude_investigation(
            case_id=case.pk, actor=handler_of(case), at=at, circumstances=circumstances() | {"prior_violations": typed},
            content={"nature": "违法延长劳动者工作时间。", "basis": BASIS, "gains": "无", "circumstances": "无。",
                     "suggestion": "警告。"},
            **facts,
        )  # fmt: skip


def test_second_case_counts_the_first_and_names_it():
    earlier = a_decided_case()
    found = prior_violations(again(earlier), handler_of(earlier))
    assert (found.count, found.numbers) == (1, [earlier.number])
    assert earlier.number in first_words(found)


def test_decision_of_more_than_a_year_ago_is_earlier_but_not_repeated():
    earlier = a_decided_case()
    found = prior_violations(again(earlier, LATER), handler_of(earlier))
    assert found.count == 0
    assert len(found.ever) == 1


@pytest.mark.parametrize(
    ("facts", "count"),
    [
        ({"violation_code": "LD-02"}, 0),
        ({"parties": (a_party(2),)}, 0),
        ({"parties": (a_party(1, name="改了名的公司"),)}, 1),
        ({"parties": (a_party(2), a_party(1))}, 1),
    ],
)
def test_only_the_same_violation_of_the_same_counterpart_counts(facts, count):
    earlier = a_decided_case()
    assert prior_violations(again(earlier, **facts), handler_of(earlier)).count == count


def test_violation_that_is_not_named_yet_is_not_counted():
    earlier = a_decided_case()
    assert prior_violations(again(earlier, violation_code=""), handler_of(earlier)) is None


@pytest.mark.parametrize("status", [DecisionStatus.ANNULLED, DecisionStatus.VOIDED])
def test_decision_that_fell_is_not_counted(status):
    earlier = a_decided_case()
    Decision.objects.update(status=status)
    assert prior_violations(again(earlier), handler_of(earlier)).count == 0


@pytest.mark.history("P10.18")
def test_decision_on_the_other_party_of_the_case_is_not_counted():
    earlier = a_decided_case_of_two()
    company, person = (again(earlier, parties=(one,)) for one in (a_party(), a_party(2, **PERSON)))
    assert [prior_violations(one, handler_of(one)).count for one in (company, person)] == [1, 1]
    with on(AGAIN) as at:
        annul_decision(
            case_id=earlier.pk, decision_ref=earlier.decisions.get(fine_fen=300000).public_id, reason="主体认定错误。",
            received_on=AGAIN, actor=person_of(earlier.body, "agency_head"), at=at,
        )  # fmt: skip
    assert [prior_violations(one, handler_of(one)).count for one in (company, person)] == [1, 0]
    assert not earlier_decisions(person).exists()
    shown = [decisions_about(one.parties.get().counterpart, handler_of(earlier)) for one in (company, person)]
    assert [[decision.fine_fen for decision in found] for found in shown] == [[500000], [300000]]


def test_case_the_officer_may_not_see_is_counted_nowhere():
    earlier = a_decided_case()
    later = again(earlier)
    stranger = an_account(role="case_handler")
    assert prior_violations(later, stranger).ever == ()
    assert earlier_decisions(later).exists()


def test_merged_counterpart_brings_its_earlier_cases():
    earlier = a_decided_case(parties=(replace(a_party(1), code=""),))
    later = again(earlier)
    assert prior_violations(later, handler_of(earlier)).count == 0
    merged(earlier.parties.get().counterpart, later.parties.get().counterpart, earlier.body)
    assert prior_violations(later, handler_of(earlier)).count == 1


@pytest.mark.clause("APL-2021:40")
def test_another_number_than_the_computed_one_needs_its_reason():
    earlier = a_decided_case()
    case = with_records(again(earlier))
    with pytest.raises(Refused, match=f"按既往决定算得1次（{earlier.number}）") as refusal:
        concluded_with(case, 0)
    assert refusal.value.field == "prior_reason"
    report = concluded_with(case, 0, prior_reason="前案决定正在复议。")
    kept = report.content["prior_violations"]
    assert kept == {"computed": 1, "cases": [earlier.number], "typed": 0, "reason": "前案决定正在复议。"}
    assert "前案决定正在复议" in str(report.document.sheet)


def test_computed_number_needs_no_reason():
    case = with_records(again(a_decided_case()))
    assert concluded_with(case, 1).content["prior_violations"]["reason"] == ""


def test_report_form_offers_the_computed_number_with_its_cases(client):
    earlier = a_decided_case()
    case = again(earlier)
    client.force_login(handler_of(case))
    form = client.get(f"/desk/cases/{case.public_id}/acts/conclude_investigation/").context["form"]
    assert form["prior_violations"].value() == 1
    assert earlier.number in form.fields["prior_violations"].help_text


@pytest.mark.clause("APL-2021:33.1#first_time")
def test_first_violation_is_refused_to_a_counterpart_known_without_its_code():
    earlier = a_decided_case(parties=(replace(a_party(1), code=""),))
    later = again(earlier)
    assert contradiction(later, "first_violation", later.parties.all()) == ""
    merged(earlier.parties.get().counterpart, later.parties.get().counterpart, earlier.body)
    assert "不是初次违法" in contradiction(later, "first_violation", later.parties.all())


def test_form_of_circumstances_says_that_an_earlier_decision_stands(client):
    earlier = a_decided_case()
    case = again(earlier)
    client.force_login(handler_of(case))
    page = client.get(f"/desk/cases/{case.public_id}/acts/find_circumstances/")
    assert earlier.number in str(page.context["aside"]["rows"])

"""Kept counts follow the files act by act, and the files always say the same."""

from datetime import date
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps

from tests.builders import cases as build
from tests.builders import custody
from tests.builders.disclosure import a_decision, annul
from tests.builders.labour import a_decided_disposition
from tests.cases.test_fallen_alterations import an_altered_case, falls
from tests.cases.test_remedies import contested
from yangguang.base import outbox, verifying
from yangguang.reporting import counting
from yangguang.reporting.models import CountedFact, MonthlyCount
from yangguang.reporting.rules.counting import Tally

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D18")]


def deliver():
    outbox.deliver_all(to="reporting.")


def faults():
    return [fault for _, _, found in verifying.run({"counts"}) for fault in found]


def counted(body, year=2026):
    return {(one.what, one.detail): (one.count, one.amount_fen) for one in counting.tallies(body.pk, year)}


def test_a_case_and_its_decision_are_counted_when_they_happen():
    case = build.a_decided_case()
    deliver()

    found, decision = counted(case.body), build.the_decision(case)
    assert found["opened", case.kind] == (1, 0)
    assert found["penalty", "+".join(decision.content["penalties"])] == (1, decision.fine_fen)
    assert counting.tallies_from_files(case.body_id, 2026) == counting.tallies(case.body_id, 2026)
    assert faults() == []


def test_a_decision_that_falls_is_counted_as_fallen_besides():
    decision = a_decision()
    counting.recount([decision.case_id])
    before = counted(decision.body)
    annul(decision, received_on=date(2026, 11, 20))
    deliver()

    after = counted(decision.body)
    assert not [key for key in before if key[0] == "penalty_fallen"]
    assert [after[key] for key in after if key[0] == "penalty_fallen"] == [(1, decision.fine_fen)]
    assert faults() == []


def test_a_measure_counts_by_the_decision_to_take_it():
    line = custody.a_requested_measure(custody.a_case_that_may_hold(), kind="seizure")
    deliver()
    assert ("coercive_measure", "seizure") not in counted(line.case.body)

    measure = custody.a_measure(kind="seizure")
    deliver()
    assert counted(measure.case.body)["coercive_measure", "seizure"] == (1, 0)
    assert faults() == []


def test_what_is_contested_of_a_penalty_counts_besides_and_of_a_disposition_does_not():
    case, disposition = build.a_served_case(), a_decided_disposition()
    contested(case)
    contested(disposition.case, decision_ref=disposition.decision.public_id, day=date(2026, 12, 1))
    deliver()
    for body, of_penalties in (case.body, (1, 0)), (disposition.case.body, None):
        found = counted(body)
        assert found["reconsideration", ""] == (1, 0)
        assert found.get(("penalty_reconsideration", "")) == of_penalties


def test_lawsuit_that_annulled_an_alteration_alone_is_lost():
    case, row = an_altered_case()
    case = falls(case, row)
    deliver()
    found = counted(case.body)
    assert found["litigation_lost", "annulled"] == found["penalty_litigation_lost", "annulled"] == (1, 0)
    assert faults() == []


def test_counts_made_before_penalties_were_told_apart_are_made_again():
    """Migration 0002: the case leaves rows and months alike, and the job takes it up."""
    case, other = build.a_served_case(), a_decided_disposition().case
    contested(case)
    deliver()
    wanted = counted(case.body)
    leave = import_module("yangguang.reporting.migrations.0002_contested_cases_are_counted_anew").leave_the_counts
    leave(apps, SimpleNamespace(connection=SimpleNamespace(alias="default")))
    assert not CountedFact.objects.filter(case=case).exists()
    assert CountedFact.objects.filter(case=other).exists()
    assert counting.cases_behind(case.body_id) == 1
    assert counting.count_the_uncounted() == 1
    assert counted(case.body) == wanted
    assert faults() == []


def test_counting_twice_changes_nothing():
    case = build.a_decided_case()
    deliver()
    rows = list(CountedFact.objects.order_by("pk").values_list("pk", flat=True))
    assert counting.recount([case.pk]) == 0
    assert list(CountedFact.objects.order_by("pk").values_list("pk", flat=True)) == rows


def test_cases_from_before_there_were_counts_are_counted_by_the_job():
    case = build.a_decided_case()
    assert not CountedFact.objects.exists()
    assert counting.count_the_uncounted() == 1
    assert counting.tallies(case.body_id, 2026) == counting.tallies_from_files(case.body_id, 2026)


def test_a_count_that_was_tampered_with_is_found():
    case = build.a_decided_case()
    deliver()
    MonthlyCount.objects.filter(what="opened").update(count=5)
    assert any("月度统计" in fault for fault in faults())
    CountedFact.objects.filter(what="penalty").update(amount_fen=1)
    assert any(case.number in fault for fault in faults())


def test_a_change_on_its_way_is_no_fault():
    build.a_decided_case()
    assert faults() == []


def test_a_year_is_read_in_one_question_however_many_cases(django_assert_num_queries):
    case = build.a_decided_case()
    deliver()
    with django_assert_num_queries(1):
        counting.tallies(case.body_id, 2026)


def test_many_cases_are_counted_in_as_many_questions_as_one(django_assert_max_num_queries):
    from tests.builders.many import many_cases

    body = build.an_agency()
    keys = [case.pk for case in many_cases(body, 300)]
    with django_assert_max_num_queries(60):
        counting.recount(keys)
    assert Tally("opened", "labour", 300, 0) in counting.tallies(body.pk, 2025)

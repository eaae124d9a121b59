"""Numbers allocated in advance (号段): given out, used in order, voided, handed in, and never used again."""

from datetime import date

import pytest

from tests.builders import summary as build
from tests.builders.cases import officers_of, on, person_of
from tests.builders.directory import an_account, an_officer
from tests.cases.refusing import refusal_of
from yangguang.base import number_ranges, numbers, verifying
from yangguang.base.models import IssuedNumber, LedgerEntry, NumberRange, NumberSeries
from yangguang.cases.models import Decision
from yangguang.cases.use_cases.allocate_number_range import allocate_number_range
from yangguang.cases.use_cases.end_number_range import end_number_range
from yangguang.cases.use_cases.void_on_the_spot_decision import void_on_the_spot_decision
from yangguang.cases.use_cases.void_range_number import void_range_number

pytestmark = [pytest.mark.django_db, pytest.mark.clause("APL-2021:52.1")]
NO_FORM = "应当使用预定格式、编有号码的决定书。"


def allocated(body, holder, size=5, day=build.ALLOCATED, actor=None):
    with on(day, 10) as at:
        return allocate_number_range(holder=holder, size=size, actor=actor or person_of(body, "unit_head"), at=at)


def voided(run, number, reason="表格污损。", actor=None):
    with on(build.MET, 10) as at:
        return void_range_number(run=run, number=number, reason=reason, actor=actor, at=at)


def ended(run, actor, reason="人员调离。"):
    with on(date(2026, 5, 11)) as at:
        return end_number_range(run=run, reason=reason, actor=actor, at=at)


def faults():
    return [
        fault
        for name, _, found in verifying.run()
        for fault in found
        if name in {"numbers", "on_the_spot_numbers", "document_numbers"}
    ]


def test_runs_follow_one_another_and_hold_no_number_twice():
    body = build.a_summary_agency()
    second = allocated(body, officers_of(body)[1])
    third = allocated(body, body.units.get(), size=10)
    assert [(one.first, one.last) for one in (build.the_run(body), second, third)] == [(1, 20), (21, 25), (26, 35)]
    assert LedgerEntry.objects.filter(event="NumberRangeAllocated").count() == 3
    assert str(second) == "示人社监简罚字〔2026〕第21号至25号"
    assert faults() == []


def test_free_numbers_are_told_as_runs():
    assert number_ranges.in_words([2, 3, 4, 7, 20, 19]) == "2至4号、7号、19至20号"
    assert number_ranges.in_words([]) == ""


def test_number_of_the_officers_own_run_is_used_in_order():
    body = build.a_summary_agency()
    for n in (1, 2):
        build.on_its_way(body, until="decided", party=build.a_shop(n))
    assert [one.number for one in Decision.objects.order_by("pk")] == [
        "示人社监简罚字〔2026〕第1号", "示人社监简罚字〔2026〕第2号",
    ]  # fmt: skip
    assert number_ranges.counts_of(build.the_run(body)) == {"used": 2, "voided": 0, "free": 18}
    assert faults() == []


def test_run_of_the_unit_is_used_where_the_officers_hold_none():
    body = build.an_agency()
    allocated(body, body.units.get())
    case = build.on_its_way(body, until="decided")
    assert case.decisions.get().number.endswith("第1号")


def test_decision_without_a_numbered_form_is_refused():
    case = build.on_its_way(build.an_agency(), until="heard")
    assert refusal_of(build.penalised, case).reason == NO_FORM


def test_number_outside_the_officers_runs_is_refused():
    body = build.a_summary_agency()
    theirs = allocated(body, an_officer(body=body, named="魏岚"))
    case = build.on_its_way(body, until="heard")
    assert refusal_of(build.penalised, case, number=theirs.first).reason == NO_FORM
    assert refusal_of(build.penalised, case, number=theirs.first, range_ref=theirs.public_id).reason == NO_FORM


def test_number_of_last_years_run_is_refused():
    body = build.a_summary_agency()
    case = build.begun(body, day=date(2027, 1, 8), began_on=date(2026, 12, 1))
    build.heard(build.notified(case, day=date(2027, 1, 8)), day=date(2027, 1, 8))
    assert refusal_of(build.penalised, case, day=date(2027, 1, 8)).reason == NO_FORM


def test_used_number_is_never_used_again():
    body = build.a_summary_agency()
    build.on_its_way(body, until="decided")
    case = build.on_its_way(body, until="heard", party=build.a_shop(2))
    assert refusal_of(build.penalised, case, number=1).reason == NO_FORM


def test_refused_decision_gives_its_number_back():
    case = build.a_case_on_the_spot(until="heard")
    refusal_of(build.penalised, case, fine_fen=90000)
    assert not IssuedNumber.objects.filter(series__kind="监简罚").exists()


def test_spoiled_form_is_voided_with_its_reason_and_the_next_is_used():
    body = build.a_summary_agency()
    run, officer = build.the_run(body), build.actor_of(body)
    assert refusal_of(voided, run, 1, reason=" ", actor=officer).reason == "作废文号应当写明原因。"
    voided(run, 1, actor=officer)
    assert refusal_of(voided, run, 1, actor=officer).reason == "这个号码不在号段内，或者已经使用、作废。"
    assert build.on_its_way(body, until="decided").decisions.get().number.endswith("第2号")
    assert faults() == []


def test_voided_decision_leaves_its_number_voided():
    case = build.a_case_on_the_spot(until="decided")
    with on(build.MET, 12) as at:
        void_on_the_spot_decision(case_id=case.pk, reason="金额写错。", actor=build.actor_of(case.body), at=at)
    assert number_ranges.counts_of(build.the_run(case.body)) == {"used": 0, "voided": 1, "free": 19}
    assert faults() == []


def test_run_handed_in_has_its_free_numbers_voided():
    body = build.a_summary_agency()
    build.on_its_way(body, until="decided")
    run = ended(build.the_run(body), person_of(body, "unit_head"))
    assert number_ranges.counts_of(run) == {"used": 1, "voided": 19, "free": 0}
    assert refusal_of(ended, run, person_of(body, "unit_head")).reason == "这个号段已经交回。"
    case = build.on_its_way(body, until="heard", party=build.a_shop(2))
    assert refusal_of(build.penalised, case).reason == NO_FORM
    assert faults() == []


def test_numbers_are_given_out_by_the_head_of_the_unit_to_the_bodys_own():
    body = build.a_summary_agency()
    other = build.an_agency(named="邻县人力资源和社会保障局", mark="邻人社")
    head, handler = person_of(body, "unit_head"), build.actor_of(body)
    assert refusal_of(allocated, body, officers_of(body)[0], actor=handler).reason == "您不能发放号段。"
    assert refusal_of(allocated, body, officers_of(other)[0], actor=head).field == "holder"
    for size in (0, 501):
        assert refusal_of(allocated, body, officers_of(body)[0], size=size).field == "size"
    stranger = an_account(role="case_handler", body=body)
    assert refusal_of(voided, build.the_run(body), 1, actor=stranger).reason == "您不能作废这个号段的号码。"
    assert refusal_of(ended, build.the_run(body), handler).reason == "您不能收回这个号段。"


def test_series_cut_into_runs_gives_no_number_directly():
    body = build.a_summary_agency()
    refusal = refusal_of(
        numbers.take,
        chain=body.public_id,
        kind="监简罚",
        year=2026,
        pattern="{n}",
        subject_kind="document",
        subject_ref="x",
    )
    assert refusal.reason == "这一编号序列按号段领用，不能直接取号。"


SPOILED = [
    (lambda: NumberRange.objects.update(first=2), "与前一号段不相连"),
    (lambda: NumberRange.objects.update(last=19), "号段与已经发放的号码不符"),
    (lambda: NumberSeries.objects.filter(kind="监简罚").update(upcoming=99), "号段与已经发放的号码不符"),
    (lambda: IssuedNumber.objects.filter(series__kind="监简罚").update(number=99), "不在任何号段内"),
    (lambda: NumberRange.objects.update(ended_on=date(2026, 5, 9)), "仍有号码没有使用也没有作废"),
    (lambda: NumberRange.objects.update(holder_ref="nobody"), "不在办案人员或者其机构领用的号段内"),
]


@pytest.mark.parametrize(("spoil", "words"), SPOILED)
def test_verify_names_what_is_wrong_with_a_run(spoil, words):
    build.a_case_on_the_spot(until="decided")
    assert faults() == []
    spoil()
    assert any(words in fault for fault in faults()), faults()

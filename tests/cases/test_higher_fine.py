"""One act against several norms: the fine is measured by the norm with the higher fine (APL-2021:29)."""

import pytest

from tests.builders import cases as build
from tests.cases.refusing import asked, failing, refusal_of
from tests.cases.test_alteration import DAY, altered, exempted, proposed
from tests.cases.test_remedies import contested, ended
from yangguang.cases.rules.higher_fine import CLAUSE, Norm, decisive, is_measured
from yangguang.cases.rules.remedies import OutcomeTerms

YUAN = 100
WOMEN, OVERTIME = (
    Norm("LSR-2004:23", 20_000 * YUAN, 100_000 * YUAN),
    Norm("LSR-2004:25#fine", 2_000 * YUAN, 10_000 * YUAN),
)
ALIKE = Norm("FWP-2012:13#fine", 20_000 * YUAN, 100_000 * YUAN)
BOTH = ["LSR-2004:23", "LSR-2004:25#fine", "LSR-2004:25#warning"]
APART = "第二十三条适用于安排怀孕女职工夜班，第二十五条适用于其他劳动者加班。"


@pytest.mark.clause(CLAUSE)
@pytest.mark.parametrize(("norms", "applied"), [
    ((OVERTIME, WOMEN), (WOMEN,)), ((WOMEN, OVERTIME), (WOMEN,)), ((WOMEN, OVERTIME, ALIKE), (WOMEN, ALIKE)), ((), ()),
])  # fmt: skip
def test_norm_with_the_higher_fine_decides_and_equal_ones_both_do(norms, applied):
    assert decisive(norms) == applied


@pytest.mark.clause(CLAUSE)
@pytest.mark.parametrize(("yuan", "how", "holds"), [
    (20_000, {}, True), (100_000, {}, True), (19_999, {}, False), (5_000, {}, False), (100_001, {}, False),
    (19_999, {"mitigated": True}, True), (100_001, {"mitigated": True}, False),
    (5_000, {"several_acts": True}, True), (110_000, {"several_acts": True}, True), (110_001, {"several_acts": True}, False),
])  # fmt: skip
def test_fine_lies_within_the_higher_norm_unless_mitigated_or_for_several_acts(yuan, how, holds):
    assert is_measured(yuan * YUAN, (OVERTIME, WOMEN), **how) is holds


@pytest.mark.django_db
@pytest.mark.clause(CLAUSE)
def test_fine_by_the_lower_of_two_norms_is_refused_in_notice_and_decision():
    case = build.a_concluded_case()
    refusal = refusal_of(build.notice_given, case, basis=BOTH)
    assert refusal.clause == CLAUSE
    assert "20,000.00—100,000.00 元" in refusal.reason
    content = {"basis": BOTH, "fine_fen": 500_000}
    for act in ("decide_penalty", "request_review", "penalise_on_the_spot"):
        with build.on(build.CONCLUDED, 18) as at:
            told = {"written": content} if act == "penalise_on_the_spot" else {"content": content}
            verdict = asked("higher_fine_applied", case, act=act, at=at, **told)
        assert (verdict.holds, verdict.clauses) == (False, (CLAUSE,)), act


@pytest.mark.django_db
@pytest.mark.clause(CLAUSE)
def test_fine_by_the_higher_norm_stands_whatever_the_tiers_of_the_lower_one():
    case = build.a_concluded_case()
    with build.on(build.CONCLUDED, 18) as at:
        content = build.a_proposal(fine_fen=3_000_000, basis=BOTH)
        for gate in ("higher_fine_applied", "discretion_explained"):
            assert asked(gate, case, at=at, content=content).holds, gate
        alone = build.a_proposal(fine_fen=3_000_000)
        assert "超出法定幅度" in asked("discretion_explained", case, at=at, content=alone).reason


@pytest.mark.django_db
def test_norms_for_different_acts_are_named_and_told():
    case = build.a_concluded_case()
    told = build.a_proposal()["discretion"] | {"several_acts": APART}
    case = build.notice_given(case, basis=BOTH, discretion=told)
    assert f"各项依据针对不同的违法行为：{APART}" in str(case.notices.get().document.sheet)


@pytest.mark.django_db
def test_norms_that_cannot_be_compared_for_want_of_a_fact_are_refused():
    case = build.a_concluded_case()
    case.circumstances = {}
    with build.on(build.CONCLUDED, 18) as at:
        verdict = asked("higher_fine_applied", case, at=at, content={"basis": BOTH, "fine_fen": 500_000})
    assert (verdict.holds, verdict.reason) == (False, "还缺少比较罚款数额所需的事实：受害劳动者人数。")


@pytest.mark.django_db
def test_fine_on_the_employer_and_one_on_its_responsible_person_are_no_two_norms():
    case = build.a_concluded_case()
    content = {"basis": ["MWR-2019:54#unit", "MWR-2019:54#person"], "fine_fen": 3_000_000}
    with build.on(build.CONCLUDED, 18) as at:
        assert asked("higher_fine_applied", case, at=at, content=content).holds


SMALL = ["LSR-2004:25#fine", "LSR-2004:25#warning", "LSR-2004:30.1#fine"]  # the higher one: 2 000 to 20 000


def a_case_under_two_norms():
    return build.a_served_case(proposal={"basis": SMALL}, draft={"basis": SMALL})


@pytest.mark.django_db
@pytest.mark.clause(CLAUSE)
def test_alteration_lowers_the_fine_within_the_higher_norm_alone():
    case = a_case_under_two_norms()
    refusal = refusal_of(proposed, case, fine_fen=100_000)
    assert (refusal.clause, refusal.field) == (CLAUSE, "fine")
    assert "2,000.00—20,000.00 元" in refusal.reason
    draft = proposed(case, fine_fen=300_000)
    exempted(case, draft)
    with build.on(DAY, 12) as at:
        low = draft.content | {"fine_fen": 100_000}
        assert not asked("higher_fine_applied", case, act="alter_decision", at=at, content=low).holds
    assert altered(case).content["fine_fen"] == 300_000


@pytest.mark.django_db
@pytest.mark.clause(CLAUSE)
def test_alteration_of_a_fine_below_the_higher_norm_is_not_issued_though_it_was_drafted():
    case = a_case_under_two_norms()
    draft = proposed(case, fine_fen=300_000)
    draft.content = draft.content | {"fine_fen": 100_000}
    draft.save(update_fields=["content"])
    assert failing(refusal_of(altered, case))["higher_fine_applied"].clauses == (CLAUSE,)


@pytest.mark.django_db
@pytest.mark.clause(CLAUSE)
def test_fine_a_mediation_left_below_the_norm_is_not_measured_again_when_something_else_is_altered():
    case = a_case_under_two_norms()
    ended(contested(case), "mediated", day=DAY, terms=OutcomeTerms(fine_fen=100_000))
    exempted(case, proposed(case, penalties=("fine",), fine_fen=100_000))
    assert altered(case).content["fine_fen"] == 100_000

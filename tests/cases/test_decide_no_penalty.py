"""No penalty: 首违不罚 with its three elements and education, and violations that are not established."""

import pytest

from tests.builders import cases as build
from tests.cases.refusing import refusal_of
from yangguang.base import local_values
from yangguang.cases.enclosures import enclosures_of
from yangguang.cases.use_cases.decide_no_penalty import FIRST, check_first_violation, decide_no_penalty
from yangguang.cases.use_cases.decide_violation_not_established import decide_violation_not_established
from yangguang.cases.use_cases.prepare_draft import prepare_draft
from yangguang.cases.use_cases.void_decision import void_decision
from yangguang.kernel.refusal import Refused
from yangguang.records.api import documents_of

pytestmark = pytest.mark.django_db


def exemption(case, *, kind="no_penalty", day=build.HEARD, **changes):
    content = {
        "outcome": "first_violation_exemption", "penalties": [], "fine_fen": 0,
        "first_violation": {"first": True, "slight": True, "rectified": True},
        "education": {"on": "2026-10-26", "by": "陈立、周敏", "how": "当面教育，发放告知书。"},
    } | changes  # fmt: skip
    with build.on(build.NOTIFIED if day == build.HEARD else day) as at:
        prepare_draft(
            case_id=case.pk, kind=kind, proposal=build.a_proposal(**content), actor=build.handler_of(case), at=at
        )
    return build.decision_signed(case, kind=kind, day=day)


@pytest.mark.history("P10.20")
@pytest.mark.clause("APL-2021:33.1#first_time")
def test_first_violation_is_exempted_without_a_notice():
    case = exemption(build.a_concluded_case(workers=2))
    assert (case.status, case.outcome) == ("decided", "first_violation_exemption")
    assert build.the_decision(case).number == "示人社监不罚字〔2026〕第1号"


@pytest.mark.clause("APL-2021:33.1#first_time")
def test_exemption_that_lacks_an_element_is_refused():
    case = build.a_concluded_case(workers=2)
    with pytest.raises(Refused, match="不符合初次违法、后果轻微并及时改正。"):
        exemption(case, first_violation={"first": True, "slight": True, "rectified": False})
    with build.on(build.HEARD) as at:
        head = build.person_of(case.body, "agency_head")
        assert refusal_of(decide_no_penalty, case_id=case.pk, proof=None, actor=head, at=at).clause == FIRST


@pytest.mark.history("P9.40")
@pytest.mark.clause("APL-2021:33.3")
def test_exemption_without_education_is_refused():
    with pytest.raises(Refused, match="不予行政处罚应当对当事人进行教育。"):
        exemption(build.a_concluded_case(workers=2), education={})


def test_exemption_contradicted_by_an_earlier_decision_is_refused():
    earlier = build.a_decided_case()
    again = build.with_records(build.an_open_case(body=earlier.body, day=build.DECIDED))
    elements = {"first": True, "slight": True, "rectified": True}
    with pytest.raises(Refused, match="此前已有同类决定"):
        check_first_violation(again, {"outcome": "first_violation_exemption", "first_violation": elements})


def test_decision_without_a_penalty_bears_no_fine_whatever_the_form_still_held():
    case = exemption(build.a_concluded_case(workers=2), fine_fen=5_000_000, confiscated_fen=100, penalties=["fine"])
    decision = build.the_decision(case)
    assert (decision.fine_fen, decision.content["fine_fen"], decision.content["confiscated_fen"]) == (0, 0, 0)
    assert decision.content["penalties"] == []


@pytest.mark.parametrize(("kind", "outcome"), [
    ("no_penalty", ""), ("no_penalty", "violation_not_established"), ("penalty", "first_violation_exemption"),
    ("violation_not_established", "minor_violation_exemption"),
])  # fmt: skip
def test_outcome_that_does_not_belong_to_the_kind_of_decision_is_refused(kind, outcome):
    refusal = refusal_of(exemption, build.a_concluded_case(workers=2), kind=kind, outcome=outcome)
    assert (refusal.field, refusal.clause) == ("outcome", "APL-2021:57.1")


def test_violation_that_is_not_established_needs_no_education():
    case = build.a_concluded_case()
    case = exemption(case, kind="violation_not_established", outcome="violation_not_established", education={})
    assert case.outcome == "violation_not_established"
    with build.on(build.DECIDED) as at:
        head = build.person_of(case.body, "agency_head")
        again = refusal_of(lambda: decide_violation_not_established(case_id=case.pk, proof=None, actor=head, at=at))
    assert again.reason.startswith("现在是“已作决定，未送达”")


@pytest.mark.clause("APL-2021:33.3")
def test_three_papers_of_an_exemption_reach_the_party_with_the_decision():
    case = exemption(build.a_concluded_case(workers=2))
    paper = build.the_decision(case).document
    assert [one.kind for one in enclosures_of(paper)] == ["education_record"]
    with build.on(build.SIGNED) as at:
        head = build.person_of(case.body, "agency_head")
        void_decision(case_id=case.pk, reason="代拟稿日期写错。", actor=head, at=at)
    assert not enclosures_of(paper)

    source = "示范县人社局关于不予处罚一案三书的通知"
    local_values.set_value(
        "no_penalty_three_papers",
        True,
        chain=case.body.public_id,
        source=source,
        in_force=build.NOTIFIED,
        by_name="韩毅",
    )
    case.refresh_from_db()
    case = exemption(case, day=build.SIGNED, rectification={"status": "done", "note": "按月公示工时，报本机关备查"})
    paper = case.decisions.latest("pk").document
    education, pledge, advice = enclosures_of(paper)
    assert (education.title, pledge.title, advice.title) == ("教育记录", "守法诚信承诺书", "劳动保障监察建议书")
    assert advice.number == "示人社监建字〔2026〕第1号"
    for one, words in (
        (education, "发放告知书"),
        (education, "初次违法"),
        (pledge, "承诺人（签字、盖章）"),
        (advice, "按月公示工时"),
    ):
        assert words in str(one.sheet)
    build.served(case, "no_penalty_decision", build.SERVED)
    assert {one.status for one in enclosures_of(paper)} == {"served"}
    assert advice.number in str(documents_of(case.public_id).filter(kind="proof_of_service").last().sheet)

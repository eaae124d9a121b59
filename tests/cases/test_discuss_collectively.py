"""Collective discussion: complex and weighty penalties are discussed by the heads, on the record, before they are decided."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders.directory import an_account
from tests.builders.legal_review import a_review, passed
from tests.cases.refusing import asked, refusal_of
from yangguang.cases.plugs.collective_discussion import decisions_without_discussion
from yangguang.cases.use_cases.discuss_collectively import DiscussionFacts, discuss_collectively
from yangguang.cases.use_cases.void_decision import void_decision
from yangguang.records.api import documents_of

pytestmark = pytest.mark.django_db

REVIEWED, DISCUSSED = date(2026, 11, 5), date(2026, 11, 6)
COMPLEX = {"judged": build.a_proposal()["judged"] | {"complex": True}}
SPOKEN = (("高建华", "事实清楚，同意。"), ("许文静", "同意。"))


def a_reviewed_complex_case(**draft):
    case = build.a_heard_case()
    build.drafted(case, **(COMPLEX | draft))
    case.refresh_from_db()
    passed(a_review(case), day=REVIEWED)
    case.refresh_from_db()
    return case


def discussed(case, *, actor=None, day=DISCUSSED, **changes):
    known = {
        "opinions": SPOKEN, "conclusion": "同意拟处罚意见。", "agrees": True, "place": "第一会议室",
        "recorder_name": "丁宁",
    } | changes  # fmt: skip
    with build.on(day, 8) as at:
        discuss_collectively(
            case_id=case.pk, facts=DiscussionFacts(**known), at=at,
            actor=actor or build.person_of(case.body, "agency_head"),
        )  # fmt: skip
    case.refresh_from_db()
    return case


@pytest.mark.history("P9.37")
@pytest.mark.clause("APL-2021:57.2")
def test_complex_case_is_not_put_before_the_head_without_a_discussion():
    case = a_reviewed_complex_case()
    refusal = refusal_of(build.decision_signed, case)
    assert refusal.reason == "情节复杂或者重大违法行为应当集体讨论决定。"
    assert refusal.clause == "APL-2021:57.2"


def test_discussed_case_is_decided_and_the_record_lies_in_the_side_volume():
    case = discussed(a_reviewed_complex_case())
    assert case.status == "discussed"
    record = documents_of(case.public_id).get(kind="collective_discussion_record")
    assert record.volume == "side"
    assert "许文静" in str(record.sheet)
    assert build.decision_signed(case).status == "decided"
    assert list(decisions_without_discussion()) == []
    case.discussions.all().delete()
    assert "没有集体讨论" in next(decisions_without_discussion())


@pytest.mark.parametrize(
    "changes", [{"opinions": ()}, {"opinions": (("高建华", ""), ("许文静", "同意。"))}, {"conclusion": " "}]
)
def test_signatures_on_a_paper_passed_round_are_no_discussion(changes):
    assert refusal_of(discussed, a_reviewed_complex_case(), **changes).reason == "集体讨论应当有讨论记录。"


def test_discussion_by_fewer_than_the_body_s_own_rule_is_refused():
    refusal = refusal_of(discussed, a_reviewed_complex_case(), opinions=SPOKEN[:1])
    assert refusal.reason == "本机关规定集体讨论应当有2名以上负责人参加。"


def test_discussion_without_any_head_is_refused():
    refusal = refusal_of(discussed, a_reviewed_complex_case(), opinions=(("甲", "同意。"), ("乙", "同意。")))
    assert refusal.reason == "集体讨论应当由机关负责人参加。"


def test_discussion_before_legal_review_is_refused():
    case = build.a_heard_case()
    build.drafted(case, **COMPLEX)
    assert refusal_of(discussed, case).reason.startswith("现在是“意见已听取并复核”")


def test_handler_records_no_discussion_alone():
    case = a_reviewed_complex_case()
    assert "机关负责人" in refusal_of(discussed, case, actor=build.handler_of(case)).remedy


def test_discussion_that_changes_the_content_sends_the_draft_back_to_review():
    case = discussed(a_reviewed_complex_case(), agrees=False, conclusion="罚款降为四千元。")
    assert case.status == "heard"
    build.drafted(case, day=DISCUSSED, **COMPLEX, fine_fen=402000)
    case.refresh_from_db()
    assert not asked("legal_review_passed", case, at=at_day()).holds
    assert not asked("collective_discussion", case, at=at_day()).holds


def at_day():
    with build.on(DISCUSSED, 15) as at:
        return at


def test_draft_changed_after_the_discussion_is_discussed_again():
    case = discussed(a_reviewed_complex_case())
    build.drafted(case, day=DISCUSSED, **COMPLEX, fine_fen=402000)
    case.refresh_from_db()
    assert case.status == "heard"
    assert not asked("collective_discussion", case, at=at_day()).holds


@pytest.mark.parametrize(
    ("draft", "needed"),
    [({}, False), ({"fine_fen": 3000000}, True), ({"penalties": ["warning", "fine", "business_halt"]}, True)],
)
def test_amount_and_kind_of_the_penalty_decide_whether_it_is_discussed(draft, needed):
    case = build.a_heard_case()
    content = build.drafted(case).content | draft
    assert asked("collective_discussion", case, at=at_day(), content=content).holds is not needed


def test_figure_the_body_never_set_refuses():
    case = build.a_heard_case(body=build.an_agency(without=("collective_discussion_fine_fen",)))
    build.drafted(case)
    assert "集体讨论的罚款数额" in asked("collective_discussion", case, at=at_day()).reason


def test_unserved_decision_that_was_discussed_is_voided_back_to_the_discussion():
    case = build.decision_signed(discussed(a_reviewed_complex_case()))
    with build.on(build.DECIDED, 20) as at:
        head = build.person_of(case.body, "agency_head")
        void_decision(case_id=case.pk, reason="文号打印错误。", actor=head, at=at)
    case.refresh_from_db()
    assert case.status == "discussed"


def test_unit_head_may_take_the_discussion_down():
    case = a_reviewed_complex_case()
    head = build.person_of(case.body, "unit_head") or an_account(role="unit_head", body=case.body)
    assert discussed(case, actor=head).status == "discussed"

"""Collective discussion: complex circumstances and major violations are decided by the heads together (APL-2021:57.2)."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders.directory import an_account
from tests.cases.refusing import asked, failing, refusal_of
from yangguang.base import verifying
from yangguang.base.models import LedgerEntry
from yangguang.cases.models import CollectiveDiscussion
from yangguang.cases.presentation.acts import next_acts
from yangguang.cases.rules import collective_discussion as rule
from yangguang.cases.use_cases._meeting import Said
from yangguang.cases.use_cases.request_decision import request_decision
from yangguang.cases.use_cases.request_recusal import request_recusal
from yangguang.cases.use_cases.supplement_investigation import supplement_investigation
from yangguang.cases.use_cases.void_decision import void_decision
from yangguang.directory.api import accounts_holding

pytestmark = pytest.mark.django_db

WANTED = "情节复杂或者重大违法行为应当集体讨论决定。"
MAJOR = {"collective_discussion_fine_fen": 400000}  # every fine of these cases reaches it
VOIDED, AGAIN, SERVED = date(2026, 11, 9), date(2026, 11, 10), date(2026, 11, 11)


def a_major_case(**draft):
    with build.on(date(2026, 9, 1)):  # the amount was known before anything was decided
        body = build.an_agency(settings=MAJOR)
    return build.a_case_ready_to_decide(body=body, draft=draft)


def asked_for(case, day=build.DECIDED):
    with build.on(day) as at:
        return request_decision(
            case_id=case.pk,
            kind="penalty",
            opinion="",
            actor=build.handler_of(case),
            at=at,
            recording_note=build.NO_FILM,
        )


@pytest.mark.clause("APL-2021:57.2")
@pytest.mark.history("P9.37")
def test_major_penalty_nobody_discussed_is_refused():
    case = a_major_case()
    refusal = refusal_of(asked_for, case)
    assert (refusal.reason, refusal.clauses) == (WANTED, ("APL-2021:57.2",))
    assert "达到本机关集体讨论的数额标准" in refusal.remedy


@pytest.mark.clause("APL-2021:57.2")
def test_major_penalty_is_decided_after_its_discussion():
    case = build.discussed(a_major_case())
    assert case.status == "discussed"
    case = build.decision_signed(case)
    assert (case.status, build.the_decision(case).digest) == ("decided", case.discussions.get().draft_digest)
    told = LedgerEntry.objects.get(event="CollectivelyDiscussed")
    assert told.summary == "2 人参加，赞成2票、反对0票、弃权0票，同意代拟稿"
    found = {name: faults for name, _, faults in verifying.run({"collective_discussion"})}
    assert found == {"collective_discussion": []}


@pytest.mark.clause("APL-2021:57.2")
def test_penalty_below_the_amount_and_without_complexity_needs_no_discussion_but_may_have_one():
    case = build.a_case_ready_to_decide()
    assert asked("collective_discussion", case, at=Moment()).holds
    assert build.decision_signed(build.discussed(case)).status == "decided"


class Moment:
    day = build.DECIDED


COMPLEX = {"complex": True, "licence_penalty": False, "business_penalty": False}


@pytest.mark.clause("APL-2021:57.2")
@pytest.mark.parametrize(
    ("facts", "fine", "threshold", "why"),
    [
        ({}, 0, None, ()),
        ({"complex": True}, 0, None, ("情节复杂",)),
        ({"licence_penalty": True}, 0, None, ("拟处罚涉及许可证件",)),
        ({"business_penalty": True}, 0, None, ("拟处罚限制开展生产经营活动",)),
        ({}, 9999999, 10000000, ()),
        ({}, 10000000, 10000000, ("达到本机关集体讨论的数额标准",)),
        ({"complex": True}, 10000000, 10000000, ("情节复杂", "达到本机关集体讨论的数额标准")),
    ],
)
def test_what_is_discussed_follows_from_the_draft(facts, fine, threshold, why):
    assert rule.reasons({"review_facts": facts, "fine_fen": fine}, threshold) == why


@pytest.mark.clause("APL-2021:57.2")
def test_confiscated_money_counts_towards_the_amount():
    assert rule.reasons({"fine_fen": 40, "confiscated_fen": 60}, 100) == ("达到本机关集体讨论的数额标准",)


@pytest.mark.clause("APL-2021:57.2")
def test_penalty_of_which_it_cannot_be_told_is_refused():
    unset = build.a_case_ready_to_decide(body=build.an_agency(without=("collective_discussion_fine_fen",)))
    assert "还没有设定“集体讨论的罚款数额”" in refusal_of(asked_for, unset).reason
    case = build.a_heard_case()
    build.drafted(case, judged={"legal_relations": 1})
    assert (
        asked("collective_discussion", case, at=Moment()).reason == "没有回答案件是否复杂，不能判断是否应当集体讨论。"
    )


@pytest.mark.clause("APL-2021:57.2")
def test_draft_changed_after_its_discussion_is_discussed_anew():
    case = build.discussed(a_major_case())
    build.drafted(case, day=build.DECIDED, fine_fen=402000)
    case.refresh_from_db()
    assert case.status == "heard"
    case = build.exempted(case, day=VOIDED)
    assert refusal_of(asked_for, case, day=AGAIN).reason == "集体讨论的不是这一稿，不得据以作出决定。"
    assert build.decision_signed(build.discussed(case, day=AGAIN), day=SERVED).status == "decided"


@pytest.mark.clause("APL-2021:57.2")
def test_file_sent_back_for_more_investigation_is_discussed_anew_even_where_the_draft_stays():
    case = build.discussed(a_major_case())
    with build.on(build.DECIDED) as at:
        supplement_investigation(
            case_id=case.pk, wanted="核对人数。", actor=build.person_of(case.body, "agency_head"), at=at
        )
    case.refresh_from_db()
    assert case.status == "opened"
    assert asked("collective_discussion", case, at=Moment()).reason == WANTED


@pytest.mark.clause("APL-2021:57.2")
def test_draft_the_heads_changed_is_not_decided_as_it_was():
    case = build.discussed(
        build.a_case_ready_to_decide(), conclusion="changed", conclusion_words="罚款降为四千一百元。"
    )
    assert case.status == "heard"
    case = build.exempted(case, day=build.DECIDED)
    refusal = refusal_of(asked_for, case)
    assert refusal.reason == "集体讨论的结论改变了代拟稿的内容，不得按原稿决定。"
    build.drafted(case, day=build.DECIDED, fine_fen=410000)
    case.refresh_from_db()
    case = build.exempted(case, day=VOIDED)
    assert build.decision_signed(case, day=AGAIN).status == "decided"


@pytest.mark.clause("APL-2021:57.2")
def test_record_the_heads_have_not_signed_proves_nothing():
    case = build.discussed(a_major_case(), signed=False)
    refusal = refusal_of(asked_for, case)
    assert (refusal.reason, refusal.remedy) == (WANTED, "集体讨论记录还没有参加人的签名。请打印签名后归入签名页。")


@pytest.mark.clause("APL-2021:57.2")
@pytest.mark.parametrize(
    ("changes", "field"),
    [({"way": "circulated"}, "way"), ({"matter": " "}, "matter"), ({"conclusion": ""}, "conclusion"),
     ({"conclusion_words": ""}, "conclusion_words"), ({"place": " "}, "place"), ({"recorder_name": ""}, "recorder_name"),
     ({"presided_by": "nobody"}, "presided_by")],
)  # fmt: skip
def test_signatures_on_a_paper_that_goes_round_are_no_discussion(changes, field):
    refusal = refusal_of(build.discussed, a_major_case(), **changes)
    assert (refusal.reason, refusal.field) == ("集体讨论应当有讨论记录。", field)


def held(case, *heads, words="同意。", away=None):
    said = {head.public_id: Said("for", words) for head in heads}
    return build.discussed(case, said=said, absent=away or {}, presided_by=heads[0].public_id)


@pytest.mark.clause("APL-2021:57.2")
def test_discussion_is_held_by_enough_heads_of_the_body_each_with_an_opinion():
    case = a_major_case()
    head = build.person_of(case.body, "agency_head")
    second = an_account(role="agency_head", body=case.body, named="薛志勇")
    unit_head = build.person_of(case.body, "unit_head")
    untold = refusal_of(held, case, head)
    assert (untold.reason, untold.field) == ("集体讨论应当有讨论记录。", f"vote_{second.public_id}")
    alone = refusal_of(held, case, head, away={second.public_id: "出差。"})
    assert (alone.reason, alone.field) == ("参加集体讨论的机关负责人少于2人。", "attendees")
    stranger = refusal_of(held, case, head, second, unit_head)
    assert stranger.reason == "参加集体讨论的应当是本机关负责人。"
    silent = refusal_of(held, case, head, second, words=" ")
    assert (silent.reason, silent.field) == ("集体讨论应当有讨论记录。", f"opinion_{head.public_id}")
    assert silent.remedy == "请写明高建华的意见。"
    assert not CollectiveDiscussion.objects.exists()


@pytest.mark.clause("APL-2021:57.2")
def test_discussion_where_nobody_set_how_many_take_part_is_refused():
    body = build.an_agency(settings=MAJOR, without=("collective_discussion_persons",))
    refusal = refusal_of(build.discussed, build.a_case_ready_to_decide(body=body))
    assert "还没有设定“参加集体讨论的机关负责人人数”" in refusal.reason


@pytest.mark.clause("APL-2021:43.1")
def test_head_who_must_withdraw_takes_no_part():
    case = a_major_case()
    officer = build.officers_of(case.body)[1]
    officer.account.appointments.create(role="agency_head", starts_on=build.OPENED, basis="任命")
    with build.on(build.SIGNED, 11) as at:
        request_recusal(
            case_id=case.pk, officer=officer, by_officer=True, reason="亲属。", actor=build.handler_of(case), at=at
        )
    refusal = refusal_of(build.discussed, case)
    assert (refusal.reason, refusal.clauses) == (
        "执法人员与本案有利害关系，应当回避。", ("APL-2021:57.2", "APL-2021:43.1"),
    )  # fmt: skip


@pytest.mark.clause("APL-2021:57.2")
def test_discussion_before_legal_review_is_refused():
    case = build.a_heard_case(body=build.an_agency(settings=MAJOR))
    build.drafted(case)
    assert refusal_of(build.discussed, case).reason.startswith("现在是“意见已听取并复核”")


@pytest.mark.clause("APL-2021:57.2")
def test_no_penalty_in_a_complex_case_needs_no_discussion():
    body = build.an_agency(settings=MAJOR)
    case = build.a_concluded_case(body=body)
    build.drafted(
        case, kind="violation_not_established", day=build.NOTIFIED, outcome="violation_not_established",
        judged=build.a_proposal()["judged"] | {"complex": True},
    )  # fmt: skip
    case = build.decision_signed(case, kind="violation_not_established", day=build.HEARD)
    assert case.status == "decided"


@pytest.mark.clause("APL-2021:57.2")
def test_voided_decision_keeps_its_discussion_as_long_as_the_draft_stays():
    case = build.decision_signed(build.discussed(a_major_case()))
    with build.on(VOIDED) as at:
        void_decision(case_id=case.pk, reason="文号印错。", actor=build.person_of(case.body, "agency_head"), at=at)
    case.refresh_from_db()
    assert case.status == "discussed"
    assert build.decision_signed(case, day=AGAIN).status == "decided"


def test_discussion_is_what_comes_next_only_where_it_is_wanted():
    wanted, plain = a_major_case(), build.a_case_ready_to_decide(body=build.an_agency(mark="邻人社"))
    for case, primary in ((wanted, True), (plain, False)):
        with build.on(build.DECIDED):
            rows = next_acts(case, build.handler_of(case))
        (row,) = [row for row in rows["possible"] if row["act"] == "discuss_collectively"]
        assert row["primary"] is primary
        assert ("已集体讨论" in {lack["label"] for lack in rows["lacks"]}) is primary


def test_decision_that_lost_its_discussion_is_found():
    case = build.decision_signed(build.discussed(a_major_case()))
    case.discussions.update(draft_digest="0" * 64)
    ((_, _, faults),) = verifying.run({"collective_discussion"})
    assert faults == [f"决定 {build.the_decision(case).number}：没有与其内容一致的集体讨论记录和账目"]


def test_gate_of_discussion_is_asked_of_penalties_alone():
    case = a_major_case()
    assert set(failing(refusal_of(asked_for, case))) == {"collective_discussion"}
    assert list(accounts_holding("agency_head", case.body, build.DECIDED))

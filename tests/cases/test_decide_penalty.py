"""Decisions: what they must say, who makes them, what cannot be decided."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders.directory import with_second_factor
from tests.cases.refusing import asked, refusal_of
from yangguang.base import approvals
from yangguang.base.models import LedgerEntry
from yangguang.cases.models import Recusal
from yangguang.cases.use_cases.decide_penalty import decide_penalty
from yangguang.cases.use_cases.issue_decision import issue_decision
from yangguang.cases.use_cases.request_decision import request_decision
from yangguang.cases.use_cases.sign_approval import sign_approval
from yangguang.kernel.refusal import Refused
from yangguang.records.api import documents_of

pytestmark = pytest.mark.django_db


def proposed(case, day=build.DECIDED, kind="penalty"):
    with build.on(day) as at:
        return request_decision(
            case_id=case.pk, kind=kind, opinion="", actor=build.handler_of(case), at=at, recording_note=build.NO_FILM
        )


def ready(**draft):
    return build.a_case_ready_to_decide(draft=draft)


@pytest.mark.clause("APL-2021:59.1")
def test_decision_takes_its_number_and_says_everything():
    case = build.a_decided_case()
    decision = build.the_decision(case)

    assert (decision.number, case.status, case.outcome) == ("示人社监罚字〔2026〕第1号", "decided", "penalty")
    assert decision.digest == case.drafts.get().digest
    paper = str(documents_of(case.public_id).get(kind="penalty_decision").sheet)
    for words in ("60日", "6个月", "示范县人民政府", "示范县人民法院", "伍仟元整", "加班", "示范县农村商业银行"):
        assert words in paper
    assert LedgerEntry.objects.get(event="DecisionMade").facts["fine_fen"] == 500000


@pytest.mark.history("P9.38")
@pytest.mark.clause("APL-2021:57.1")
@pytest.mark.parametrize("role", ["unit_head", "legal_reviewer", "case_handler"])
def test_decision_by_anyone_but_the_agency_head_is_refused(role):
    case = ready()
    actor = build.handler_of(case) if role == "case_handler" else build.person_of(case.body, role)
    with build.on(build.DECIDED) as at:
        assert "机关负责人" in refusal_of(decide_penalty, case_id=case.pk, proof=None, actor=actor, at=at).remedy
    assert not asked("head_decides", case, actor=actor).holds


def test_decision_without_a_signed_approval_form_is_refused():
    case = ready()
    head = build.person_of(case.body, "agency_head")
    with build.on(build.DECIDED) as at:
        refusal = refusal_of(
            lambda: issue_decision(
                case_id=case.pk, kind="penalty", proof=None, actor=head, at=at, recording_note=build.NO_FILM
            )
        )
    assert refusal.reason.startswith("审批表没有经机关负责人签署")
    case.refresh_from_db()
    assert case.status == "review_passed"


def waiting_for_the_head(case):
    approval = proposed(case)
    with build.on(build.DECIDED, 11) as at:
        signer = build.person_of(case.body, "unit_head")
        sign_approval(approval=approval, agrees=True, opinion="同意。", actor=signer, at=at)
    return approval, with_second_factor(build.person_of(case.body, "agency_head"))


@pytest.mark.parametrize("code", ["", "000000"])
def test_decision_signed_without_a_fresh_code_is_refused(code):
    case = ready()
    approval, head = waiting_for_the_head(case)
    with build.on(build.DECIDED, 12) as at:
        refusal = refusal_of(sign_approval, approval=approval, agrees=True, opinion="", code=code, actor=head, at=at)
    assert refusal.field == "code"
    assert not case.decisions.exists()


def test_decision_signed_past_the_use_case_is_refused_for_want_of_a_proof():
    case = ready()
    approval, head = waiting_for_the_head(case)
    with build.on(build.DECIDED, 12) as at:
        refusal = refusal_of(approvals.sign, approval=approval, role="agency_head", opinion="", actor=head, at=at)
    assert "动态验证码" in refusal.reason
    assert not case.decisions.exists()


@pytest.mark.history("P9.35")
@pytest.mark.clause("APL-2021:58.1")
def test_decision_without_legal_review_or_exemption_is_refused():
    case = build.a_heard_case()
    build.drafted(case)
    assert refusal_of(proposed, case).reason.startswith("现在是“意见已听取并复核”")


@pytest.mark.clause("APL-2021:58.1")
def test_draft_changed_after_review_goes_back():
    case = ready()
    build.drafted(case, day=build.DECIDED, fine_fen=402000)
    case.refresh_from_db()
    assert case.status == "heard"
    assert not asked("legal_review_passed", case, at=case.drafts.get()).holds


MISSING = [
    ({"rectification": {}}, "rectification_ordered", "实施行政处罚应当责令改正或者限期改正。"),
    ({"illegal_gains": {}}, "illegal_gains_settled", "未认定违法所得及退赔情况。"),
    ({"discretion": {}}, "discretion_explained", "未说明裁量理由。"),
    ({"discretion": {"tier": "一般", "reasons": " "}}, "discretion_explained", "未说明裁量理由。"),
    ({"reasons": ""}, "decision_items_complete", "处罚决定书载明事项不全：缺少行政机关名称和决定理由。"),
    ({"fulfilment": ""}, "decision_items_complete", "处罚决定书载明事项不全：缺少履行方式和期限。"),
]


@pytest.mark.history("P9.39")
@pytest.mark.parametrize(("changes", "gate", "words"), MISSING)
@pytest.mark.duty("R03")
def test_decision_that_leaves_something_out_is_refused(changes, gate, words):
    case = build.a_heard_case()
    build.drafted(case, **changes)
    assert asked(gate, case, at=FakeMoment).reason == words


class FakeMoment:
    day = build.DECIDED


@pytest.mark.history("P9.42")
@pytest.mark.clause("FCS-1997:7.1")
def test_fine_without_a_collecting_agent_is_refused():
    case = build.a_heard_case(body=build.an_agency(without=("collecting_agent",)))
    build.drafted(case)
    verdict = asked("fine_payment_items", case)
    assert verdict.reason == "罚款决定书未载明代收机构、数额、期限和是否加处罚款。"
    assert asked("fine_payment_items", case, content={"fine_fen": 0}).holds


@pytest.mark.clause("LSR-2004:19#remedies")
def test_decision_without_remedies_is_refused():
    case = build.a_heard_case(body=build.an_agency(without=("court",)))
    build.drafted(case)
    assert asked("remedies_stated", case).reason == "未告知申请行政复议、提起行政诉讼的途径和期限。"


@pytest.mark.clause("APL-2021:34")
@pytest.mark.parametrize(
    ("fine", "outside", "holds"),
    [(402000, "", True), (401999, "", False), (800000, "", True), (800001, "", False), (900000, "情节恶劣。", True),
     (1000001, "情节恶劣。", False), (199999, "轻。", False)],
)  # fmt: skip
def test_fine_stays_within_the_law_and_explains_leaving_its_tier(fine, outside, holds):
    case = build.a_heard_case()
    discretion = {"tier": "一般", "reasons": "20人。", "outside_reason": outside}
    build.drafted(case, fine_fen=fine, discretion=discretion)
    assert asked("discretion_explained", case, at=FakeMoment).holds is holds


@pytest.mark.history("P9.16")
@pytest.mark.clause("APL-2021:29#no_second_fine")
def test_second_fine_for_the_same_act_is_refused():
    first = build.a_decided_case()
    second = build.with_records(build.an_open_case(body=first.body, day=build.DECIDED))
    verdict = asked("not_double_fined", second, content={"fine_fen": 100})
    assert verdict.reason == "同一违法行为已被罚款，不得再次罚款。"
    assert asked("not_double_fined", second, content={"fine_fen": 0, "penalties": ["warning"]}).holds


@pytest.mark.clause("APL-2021:30#no_penalty_age")
@pytest.mark.parametrize(("born", "leniency", "holds"), [
    (date(2012, 8, 31), "", False), (date(2012, 8, 30), "lighter", True), (date(2012, 8, 30), "", False),
    (date(2008, 8, 30), "", True),
])  # fmt: skip
@pytest.mark.history("P9.13")
def test_age_decides_whether_and_how_a_person_is_punished(born, leniency, holds):
    person = build.a_party(kind="person", name="李某", code="", birth_date=born)
    case = build.an_open_case(parties=(person,))
    assert asked("liability_age", case, content={"discretion": {"leniency": leniency}}).holds is holds


@pytest.mark.history("P9.11")
@pytest.mark.clause("APL-2021:43.3")
def test_decision_while_a_recusal_waits_is_refused():
    case = ready()
    Recusal.objects.create(case=case, officer=build.officers_of(case.body)[0], reason="亲属", requested_on=build.SIGNED)
    assert refusal_of(proposed, case).reason == "回避申请尚未决定，不得作出处罚或者处理决定。"


@pytest.mark.clause("TCR-2020:11.1")
def test_fine_instead_of_a_criminal_transfer_is_refused():
    case = build.an_open_case(circumstances={"criminal_line_reached": True})
    assert asked("no_penalty_instead", case).reason == "涉嫌犯罪的案件不得以行政处罚代替移送。"


@pytest.mark.clause("APL-2021:60")
def test_decision_after_its_term_is_made_with_a_reason():
    case = ready()
    late = date(2027, 1, 25)
    with pytest.raises(Refused, match="逾期") as caught:
        build.decision_signed(case, day=late)
    assert caught.value.field == "overdue_reason"

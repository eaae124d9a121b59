"""The agency alters its own decision in favour of the party: drafted, reviewed again, issued, served; both are kept."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders import cases as build
from tests.builders import legal_review as reviewing
from tests.cases.refusing import failing, refusal_of
from tests.cases.test_record_execution import GAINS, carried_out
from tests.cases.test_remedies import contested
from tests.cases.test_service_and_end import closed_case
from yangguang.base import verifying
from yangguang.base.models import LedgerEntry
from yangguang.cases.altering import content_now
from yangguang.cases.conclusions import conclusion_of
from yangguang.cases.models import Clock
from yangguang.cases.owing import fine_now, to_return
from yangguang.cases.rules.altering import HEAVIER, alteration_fault
from yangguang.cases.use_cases.alter_decision import alter_decision
from yangguang.cases.use_cases.propose_alteration import AlterationPlan, propose_alteration
from yangguang.kernel import clock
from yangguang.legal_review.api import exempt_from_review, request_review
from yangguang.records.api import documents_of

pytestmark = pytest.mark.django_db

DAY, SERVED = date(2026, 11, 18), date(2026, 11, 20)


def proposed(case, *, day=DAY, actor=None, **changes):
    told = {
        "decision_ref": build.the_decision(case).public_id, "penalties": ("warning", "fine"), "fine_fen": 300000,
        "reasons": "复核发现人数多算。",
    } | changes  # fmt: skip
    with build.on(day, 10) as at:
        return propose_alteration(
            case_id=case.pk, plan=AlterationPlan(**told), actor=actor or build.handler_of(case), at=at
        )


def exempted(case, draft, *, day=DAY):
    with build.on(day, 11) as at:
        exempt_from_review(case_id=case.pk, draft_id=draft.pk, actor=build.person_of(case.body, "unit_head"), at=at)


def altered(case, *, day=DAY, actor=None, **told):
    with build.on(day, 15) as at:
        row = alter_decision(case_id=case.pk, actor=actor or build.person_of(case.body, "agency_head"), at=at, **told)
    case.refresh_from_db()
    return row


@pytest.mark.clause("APL-2021:75.2")
def test_altered_decision_keeps_its_paper_and_is_followed_by_fine_terms_and_record():
    case = build.a_served_case()
    before = build.the_decision(case)
    exempted(case, proposed(case))
    row = altered(case)
    decision = build.the_decision(case)
    assert (decision.content, decision.digest, decision.document_id) == (
        before.content,
        before.digest,
        before.document_id,
    )
    assert (case.status, row.document.number) == ("served", "示人社监变字〔2026〕第1号")
    assert (fine_now(decision), content_now(decision)["fine_fen"], decision.fine_fen) == (300000, 300000, 500000)
    assert conclusion_of(decision) == "警告；罚款 3,000.00 元"
    assert LedgerEntry.objects.get(event="DecisionAltered").summary.endswith(
        "变更为警告；罚款 3,000.00 元（示人社监变字〔2026〕第1号）"
    )
    assert Clock.objects.filter(case=case, kind="serve_by", stopped_on=None).exists()
    build.served(case, "alteration_decision", SERVED)
    row.refresh_from_db()
    assert row.served_on == SERVED
    assert not Clock.objects.filter(case=case, kind="serve_by", stopped_on=None).exists()
    for kind in ("apply_for_reconsideration_by", "sue_by"):
        assert Clock.objects.get(case=case, kind=kind, stopped_on=None).started_on == SERVED
    assert [faults for _, _, faults in verifying.warnings({"legal_review"})] in ([], [[]])
    refusal = refusal_of(altered, case, day=SERVED)
    assert refusal.reason == "还没有拟制变更决定。"  # issued once only
    assert refusal_of(proposed, case, day=SERVED, fine_fen=400000).reason == HEAVIER  # measured by what stands now


def test_alteration_of_a_major_decision_is_reviewed_again_and_a_new_draft_anew():
    case = build.a_served_case()
    draft = proposed(case)
    refusal = refusal_of(altered, case)
    assert "legal_review_passed" in failing(refusal)
    type(case).objects.filter(pk=case.pk).update(review_required=True)
    assert "review_not_required" in failing(refusal_of(exempted, case, draft))
    with build.on(DAY, 16) as at:
        review = request_review(case_id=case.pk, draft_id=draft.pk, note="", actor=build.handler_of(case), at=at)
    reviewing.passed(review, day=SERVED)
    proposed(case, day=SERVED, fine_fen=200000)
    assert failing(refusal_of(altered, case, day=SERVED))["legal_review_passed"].reason.startswith("审核通过以后改动")


@pytest.mark.clause("AJI-2018:81.1")
def test_court_that_hears_the_lawsuit_is_told_in_writing():
    case = build.a_served_case()
    contested(case, kind="litigation", authority="示范县人民法院", number="（2026）示01行初3号", day=DAY)
    exempted(case, proposed(case))
    refusal = refusal_of(altered, case)
    assert refusal.reason == "诉讼期间变更行政处罚决定的，应当书面告知人民法院。"
    assert "AJI-2018:81.1" in refusal.clauses
    assert altered(case, court_notice="关于变更处罚决定的函（示人社函〔2026〕8号）").court_notice


def test_fine_paid_beyond_the_altered_one_of_a_closed_case_is_to_be_given_back():
    case = closed_case()
    exempted(case, proposed(case, fine_fen=0, penalties=("warning",)))
    altered(case)
    decision = build.the_decision(case)
    assert (case.status, conclusion_of(decision), to_return(decision)) == ("closed", "警告", 500000)
    build.served(case, "alteration_decision", SERVED)


@pytest.mark.parametrize(
    ("told", "field", "words"),
    [
        ({"fine_fen": 600000}, "fine", HEAVIER),
        ({"penalties": ("warning", "fine", "business_halt")}, "penalties", HEAVIER),
        ({"fine_fen": 500000}, "fine", "变更前后的内容相同。"),
        ({"penalties": ("fine", "stoning")}, "penalties", "请从列表中选择处罚种类。"),
        ({"reasons": " "}, "reasons", None),
        ({"decision_ref": ""}, "decision_ref", None),
    ],
)
def test_what_is_no_alteration_is_refused(told, field, words):
    refusal = refusal_of(proposed, build.a_served_case(), **told)
    assert refusal.field == field
    assert words is None or refusal.reason == words


def test_head_alters_not_the_handler():
    case = build.a_served_case()
    exempted(case, proposed(case))
    assert "机关负责人" in refusal_of(altered, case, actor=build.handler_of(case)).remedy


def test_decision_that_was_not_served_is_voided_not_altered():
    assert refusal_of(proposed, build.a_decided_case()).field == "decision_ref"


def test_confiscation_that_was_carried_out_is_not_altered_and_nothing_left_is_annulled():
    now = {"penalties": ["fine", "confiscation_of_goods"], "fine_fen": 100}
    assert "没收" in alteration_fault(
        now, {"penalties": ["fine"], "fine_fen": 50}, carried_out={"confiscation_of_goods"}
    )
    assert alteration_fault(now, {"penalties": ["fine"], "fine_fen": 50}) == ""
    assert "撤销" in alteration_fault(now, {"penalties": [], "fine_fen": 0})


@pytest.mark.clause("APL-2021:75.2")
def test_gains_that_nobody_has_taken_yet_are_altered_never_to_more_and_not_once_they_are_paid_in(client):
    case = build.a_served_case(proposal=GAINS, draft=GAINS)
    kept = {"penalties": ("warning", "fine", "confiscation_of_gains"), "fine_fen": 500000}
    more, nothing = (refusal_of(proposed, case, **kept, confiscated_fen=fen) for fen in (100001, 0))
    assert (more.reason, more.field) == (HEAVIER, "confiscated")
    assert (nothing.reason, nothing.field) == ("没收违法所得的，应当写明没收的金额。", "confiscated")
    assert "去掉没收违法所得" in nothing.remedy
    assert refusal_of(proposed, case, **kept | {"fine_fen": 600000}, confiscated_fen=None).field == "fine"
    assert refusal_of(proposed, case, **kept, confiscated_fen=None).reason == "变更前后的内容相同。"
    with clock.frozen(clock.beijing(DAY, 9)):
        client.force_login(build.handler_of(case))
        form = client.get(reverse("cases:act", args=[case.public_id, "propose_alteration"])).content.decode()
    assert 'value="1,000.00"' in form
    less = proposed(case, **kept, confiscated_fen=40000)
    exempted(case, less)
    row = altered(case)
    assert (row.content["confiscated_fen"], row.content["review_facts"]["confiscated_fen"]) == (40000, 40000)
    assert row.content["altered"][1] == "变更为：警告、没收违法所得 400.00 元；罚款 5,000.00 元"
    assert "没收违法所得人民币400.00元（大写：肆佰元整）" in str(row.document.sheet)
    none = proposed(case, penalties=("warning", "fine"), fine_fen=500000)
    exempted(case, none)
    carried_out(case)
    refusal = refusal_of(altered, case)  # drafted before, paid in since
    assert failing(refusal)["alteration_not_heavier"].reason == "没收的变更涉及已经没收的财物，应当撤销后依法重新处理。"


def test_handler_drafts_on_the_page_and_the_head_sees_both_before_altering(client):
    case = build.a_served_case()
    page = reverse("cases:act", args=[case.public_id, "propose_alteration"])
    with clock.frozen(clock.beijing(DAY, 10)):
        client.force_login(build.handler_of(case))
        form = client.get(page).content.decode()
        assert 'value="5,000.00"' in form
        told = {
            "decision_ref": build.the_decision(case).public_id, "penalties": ["warning", "fine"], "fine": "3000元",
            "reasons": "人数多算。", "occurred_at": f"{DAY}T10:00", "seen_version": str(case.version),
        }  # fmt: skip
        assert "变更稿已保存" in client.post(page, told, follow=True).content.decode()
        page = client.get(reverse("legal_review:request", args=[case.public_id])).content.decode()
        assert "变更为：警告；罚款 3,000.00 元" in page  # what the reviewer is going to read
    exempted(case, case.drafts.get(kind="alteration"))
    with clock.frozen(clock.beijing(DAY, 15)):
        client.force_login(build.person_of(case.body, "agency_head"))
        form = client.get(reverse("cases:act", args=[case.public_id, "alter_decision"])).content.decode()
        assert "警告；罚款 5,000.00 元" in form
        assert "警告；罚款 3,000.00 元" in form
        assert "变更决定" in client.get(reverse("cases:case", args=[case.public_id])).content.decode()
    altered(case)
    assert documents_of(case.public_id).filter(kind="alteration_decision").count() == 1

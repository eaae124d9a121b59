"""Who supervises enforcement says something about a case: it is answered in its term, by deeds or by reasons."""

from datetime import date

import pytest

from tests.builders import cases as build
from tests.builders import summary
from tests.cases.refusing import refusal_of
from tests.cases.test_alteration import altered, exempted, proposed
from yangguang.base.models import LedgerEntry
from yangguang.cases.models import Clock
from yangguang.cases.plugs.closing import unsettled_of
from yangguang.cases.plugs.supervision import supervision_panel
from yangguang.cases.use_cases.answer_supervision import answer_supervision
from yangguang.cases.use_cases.record_supervision import OpinionFacts, record_supervision
from yangguang.kernel import clock
from yangguang.records.api import documents_of

pytestmark = pytest.mark.django_db

DAY, LATE = date(2026, 11, 18), date(2026, 12, 30)


def recorded(case, *, day=DAY, actor=None, **changes):
    told = {
        "kind": "opinion", "authority": "示范县司法局", "number": "示司监〔2026〕3号", "received_on": day,
        "words": "处罚幅度偏高，建议自行纠正。", "answer_by": date(2026, 12, 1),
    } | changes  # fmt: skip
    with build.on(day) as at:
        return record_supervision(
            case_id=case.pk, opinion=OpinionFacts(**told), actor=actor or build.handler_of(case), at=at
        )


def answered(row, *, day=DAY, actor=None, **changes):
    told = {"opinion_ref": row.public_id, "outcome": "kept", "answer": "经审查，幅度符合裁量基准。"} | changes
    with build.on(day, 17) as at:
        return answer_supervision(
            case_id=row.case_id, actor=actor or build.person_of(row.case.body, "agency_head"), at=at, **told
        )


def test_opinion_is_answered_within_the_term_of_its_paper_and_keeps_the_case_open_until_then():
    case = build.a_served_case()
    row, other = recorded(case), recorded(case, number="示司监〔2026〕4号")
    term = Clock.objects.get(kind="answer_supervision_by", about_ref=row.public_id)
    assert (term.due_on, term.started_on) == (date(2026, 12, 1), DAY)
    assert "监督意见答复" in unsettled_of(type(case).objects.get(pk=case.pk))
    assert refusal_of(answered, row, outcome="altered").field == "outcome"  # said, not done
    exempted(case, proposed(case))
    altered(case)
    assert answered(row, outcome="altered", answer="已变更。").document.kind == "supervision_answer"
    term.refresh_from_db()
    assert term.stopped_on == DAY
    assert Clock.objects.get(about_ref=other.public_id).stopped_on is None  # the other one runs on
    refusal = refusal_of(answered, other, day=LATE)
    assert refusal.reason.startswith("“答复执法监督意见”的期限已于2026年12月1日到期")
    answered(other, day=LATE, overdue_reason="等候上级意见。")
    fresh = type(case).objects.get(pk=case.pk)
    assert "监督意见答复" not in unsettled_of(fresh)
    assert len(supervision_panel(fresh, None).values["opinions"]) == 2
    assert documents_of(case.public_id).filter(kind="supervision_answer", volume="side").count() == 2
    assert LedgerEntry.objects.filter(event="SupervisionAnswered").count() == 2


@pytest.mark.clause("SD-SUP-2014:28")
@pytest.mark.parametrize(("region", "due"), [("370281", date(2026, 12, 18)), ("330100", None)])
def test_paper_that_names_no_day_has_the_term_of_its_province_or_is_refused(region, due):
    case = build.an_open_case()
    type(case.body).objects.filter(pk=case.body_id).update(region_code=region)
    if due is None:
        refusal = refusal_of(recorded, case, answer_by=None)
        assert (refusal.reason, refusal.field) == ("未设定监督意见回复期。", "answer_by")
        return
    recorded(case, answer_by=None)
    assert Clock.objects.get(kind="answer_supervision_by").due_on == due


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"kind": "rumour"}, "kind"), ({"words": " "}, "words"), ({"received_on": LATE}, "received_on"),
        ({"answer_by": date(2026, 1, 1)}, "answer_by"),
    ],
)  # fmt: skip
def test_opinion_without_what_it_needs_is_refused(told, field):
    assert refusal_of(recorded, build.an_open_case(), **told).field == field


@pytest.mark.parametrize("status", ["on_scene", "delivered"])
def test_opinion_on_a_penalty_on_the_spot_keeps_it_open_until_the_head_answers(status, client):
    case = summary.a_case_on_the_spot(until=status)
    row = recorded(case)
    case = type(case).objects.get(pk=case.pk)
    assert (case.status, "监督意见答复" in unsettled_of(case)) == (status, True)
    head = build.person_of(case.body, "agency_head")
    assert "机关负责人" in refusal_of(answered, row, actor=build.handler_of(case)).remedy
    assert refusal_of(answered, row, outcome="altered").field == "outcome"  # said, not done
    with clock.frozen(clock.beijing(DAY, 16)):
        client.force_login(head)
        page = client.get(f"/desk/cases/{case.public_id}/").content.decode()
        assert "执法监督意见" in page
        form = f"/desk/cases/{case.public_id}/acts/answer_supervision/"
        assert form in page
        assert "示司监〔2026〕3号" in client.get(form).content.decode()
    assert answered(row).document.kind == "supervision_answer"
    assert Clock.objects.get(kind="answer_supervision_by").stopped_on == DAY
    assert "监督意见答复" not in unsettled_of(type(case).objects.get(pk=case.pk))


def test_head_answers_not_the_handler():
    case = build.an_open_case()
    row = recorded(case)
    assert refusal_of(recorded, case).field == "number"  # the same paper twice
    assert "机关负责人" in refusal_of(answered, row, actor=build.handler_of(case)).remedy
    assert refusal_of(answered, row, outcome="ignored").field == "outcome"
    assert answered(row).outcome == "kept"

"""The term of an investigation: longer once with the head's signature, standing still where the province allows it."""

import json
from datetime import date

import pytest
from django.urls import reverse

from tests.builders.cases import approve, handler_of, on, person_of
from tests.builders.labour import a_complaint, a_labour_agency, an_accepted_complaint
from tests.cases.refusing import refusal_of
from yangguang.base import calendars, local_values
from yangguang.cases.models import Clock
from yangguang.cases.presentation.clocks import explanation_of, face_of
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases.extend_investigation import extend_investigation
from yangguang.cases.use_cases.request_head_approval import request_head_approval
from yangguang.cases.use_cases.resume_investigation import resume_investigation
from yangguang.cases.use_cases.suspend_investigation import suspend_investigation
from yangguang.kernel.refusal import Refused
from yangguang.records.models import Document

pytestmark = pytest.mark.django_db
OPENED = date(2026, 3, 2)
BEFORE, AFTER = date(2026, 5, 28), date(2026, 7, 10)  # the clause file's own example


def a_case(day, **facts):
    lead = a_complaint(
        a_labour_agency(**facts), day=day, violation_began_on=date(2025, 11, 1), violation_ended_on=date(2026, 1, 31)
    )
    return an_accepted_complaint(lead=lead, day=day)


def asked_for(case, act, day, hour=9, reason="涉及多个工地，情况复杂。"):
    with on(day, hour) as at:
        return request_head_approval(
            case_id=case.pk, act=act, reason=reason, opinion="建议批准。", actor=handler_of(case), at=at
        )


def done(case, act, day, **facts):
    approval = approve(asked_for(case, act, day, **facts), case.body, day)
    case.refresh_from_db()
    return approval


def term_of(case):
    return Clock.objects.get(case=case, kind="investigate_by")


@pytest.mark.clause("LSR-2004:17#extension")
def test_approved_extension_follows_upon_the_sixty_days():
    case = a_case(OPENED)
    assert term_of(case).due_on == BEFORE
    done(case, "extend_investigation", date(2026, 5, 20))
    assert term_of(case).due_on == AFTER
    lines = explanation_of(term_of(case), date(2026, 5, 21)).lines
    told = [(line.kind, line.label, line.clause, line.reached) for line in lines]
    assert ("term", "完成调查的期限 60 个工作日", "LSR-2004:17#initial", BEFORE) in told
    assert ("extension", "延长 30 个工作日", "LSR-2004:17#extension", AFTER) in told
    paper = json.dumps(Document.objects.get(kind="extension_approval").sheet, ensure_ascii=False)
    for words in ("2026年5月28日", "30个工作日", "2026年7月10日", "机关负责人意见"):
        assert words in paper


@pytest.mark.clause("LSR-2004:17#extension")
def test_second_extension_is_refused():
    case = a_case(OPENED)
    done(case, "extend_investigation", date(2026, 5, 20))
    refusal = refusal_of(asked_for, case, "extend_investigation", date(2026, 6, 1))
    assert refusal.reason == "已经延长三十个工作日。"
    assert refusal.clauses == ("LSR-2004:17#extension",)


@pytest.mark.clause("LSR-2004:17#extension")
def test_extension_after_the_term_is_over_is_refused_also_at_the_last_signature():
    case = a_case(OPENED)
    refusal = refusal_of(asked_for, case, "extend_investigation", date(2026, 5, 29))
    assert refusal.reason == "延长调查期限未经批准或者已经延长。"
    assert "2026年5月28日届满" in refusal.remedy
    pending = asked_for(case, "extend_investigation", BEFORE)
    late = refusal_of(approve, pending, case.body, date(2026, 5, 29))
    assert late.reason == "延长调查期限未经批准或者已经延长。"
    assert term_of(case).due_on == BEFORE


@pytest.mark.clause("LSR-2004:17#extension")
def test_extension_nobody_signed_for_is_refused():
    case = a_case(OPENED)
    told = {"case_id": case.pk, "reason": "情况复杂。"}
    with on(date(2026, 5, 20)) as at:
        head = person_of(case.body, "agency_head")
        with pytest.raises(Refused, match="延长调查期限未经批准或者已经延长。"):
            extend_investigation(actor=head, at=at, **told)
        assert refusal_of(extend_investigation, actor=handler_of(case), at=at, **told).reason == "您不能延长调查。"


@pytest.mark.clause("ZJ-LSR-2020:30.3")
def test_complainant_in_zhejiang_hears_of_the_extension_by_number_only():
    case = a_case(OPENED, region_code="330109")
    done(case, "extend_investigation", date(2026, 5, 20))
    paper = json.dumps(Document.objects.get(kind="word_to_complainant").sheet, ensure_ascii=False)
    assert "延长30个工作日，至2026年7月10日" in paper
    assert "万春山" not in paper
    elsewhere = a_case(OPENED)
    done(elsewhere, "extend_investigation", date(2026, 5, 20))
    assert not Document.objects.filter(kind="word_to_complainant", file_ref=elsewhere.public_id).exists()


def with_a_rule(case, value="ZJ-LSR-2020:30.2"):
    local_values.set_value(
        "suspension_basis", value, chain=case.body.public_id, source="浙江省劳动保障监察条例", in_force=date(2026, 1, 5),
        by_name="系统管理员",
    )  # fmt: skip
    return case


def test_suspension_without_a_rule_of_the_province_is_refused():
    refusal = refusal_of(asked_for, a_case(OPENED), "suspend_investigation", date(2026, 3, 20))
    assert refusal.reason == "本机关没有中止调查的法规依据。"
    assert "本地参数" in refusal.remedy


@pytest.mark.clause("ZJ-LSR-2020:30.2")
def test_suspended_days_are_taken_out_of_the_term_and_explained():
    case = with_a_rule(a_case(OPENED))
    done(case, "suspend_investigation", date(2026, 3, 20), reason="负责人逃匿。")
    assert (case.status, term_of(case).still) == ("suspended", True)
    face = face_of(term_of(case), calendars.in_force(), date(2026, 4, 1))
    assert face.state == "suspended"
    assert not Clock.objects.get(case=case, kind="decide_by").still  # APL-2021:60 knows no pause
    assert run_clocks.recompute_all() == 0
    done(case, "resume_investigation", date(2026, 4, 20), reason="负责人到案。")
    assert case.status == "opened"
    running = term_of(case)
    held = [s for s in run_clocks.due_of(running).skipped if s.kind == "suspended"]
    assert (running.still, running.due_on, len(held)) == (False, date(2026, 6, 26), 20)
    line = next(one for one in explanation_of(running, date(2026, 4, 21)).lines if one.kind == "suspension")
    assert (line.label, line.clause, line.reached) == ("中止 20 天", "ZJ-LSR-2020:30.2", date(2026, 6, 26))
    assert "负责人逃匿" in line.words


def test_extension_after_a_suspension_runs_from_the_later_day():
    case = with_a_rule(a_case(OPENED), "某省劳动保障监察条例第三十条")
    done(case, "suspend_investigation", date(2026, 3, 20))
    assert refusal_of(asked_for, case, "extend_investigation", date(2026, 3, 25)).reason.startswith("现在是“调查中止”")
    done(case, "resume_investigation", date(2026, 4, 20))
    done(case, "extend_investigation", date(2026, 6, 18))
    lines = explanation_of(term_of(case), date(2026, 6, 19)).lines
    assert [line.kind for line in lines] == ["start", "term", "suspension", "extension", "due"]
    assert "某省劳动保障监察条例第三十条" in lines[2].words
    assert lines[3].reached > lines[2].reached


def test_suspension_and_resumption_are_the_heads():
    case = with_a_rule(a_case(OPENED))
    with on(date(2026, 3, 20)) as at:
        for act, words in (
            (suspend_investigation, "您不能中止调查。"),
            (resume_investigation, "现在是“已立案，调查中”"),
        ):
            refusal = refusal_of(act, case_id=case.pk, reason="逃匿。", actor=handler_of(case), at=at)
            assert refusal.reason.startswith(words)
        suspend_investigation(case_id=case.pk, reason="逃匿。", actor=person_of(case.body, "agency_head"), at=at)
    with on(date(2026, 3, 25)) as at:
        case = resume_investigation(case_id=case.pk, reason="到案。", actor=person_of(case.body, "agency_head"), at=at)
    assert case.status == "opened"


def test_suspended_case_offers_its_resumption_and_breaks_no_page(client):
    case = with_a_rule(a_case(OPENED))
    done(case, "suspend_investigation", date(2026, 3, 20), reason="负责人逃匿。")
    client.force_login(handler_of(case))
    with on(date(2026, 7, 20)):
        shown = client.get(reverse("cases:case", args=[case.public_id])).content.decode()
        assert "提请恢复调查" in shown
        assert "已中止，3月20日起" in shown
        for act in ("request_resumption", "explain_overdue", "conclude_investigation"):
            assert client.get(reverse("cases:act", args=[case.public_id, act])).status_code == 200
        listed = client.get(reverse("cases:list")).content.decode()
        assert "调查中止" in listed


def test_signers_read_reason_on_the_form(client):
    case = a_case(OPENED)
    approval = asked_for(case, "extend_investigation", date(2026, 5, 20))
    client.force_login(person_of(case.body, "unit_head"))
    with on(date(2026, 5, 20), 10):
        shown = client.get(reverse("cases:approval", args=[approval.public_id])).content.decode()
        assert "涉及多个工地，情况复杂。" in shown
        assert "延长调查" in client.get(reverse("cases:approvals")).content.decode()

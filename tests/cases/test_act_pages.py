"""The forms of acts through the browser's door: carried out once, refused with clauses, nothing typed lost."""

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.builders import cases as build
from tests.builders.directory import a_body, an_account
from tests.builders.samples import SAMPLES
from yangguang.base import drafts, pages
from yangguang.base.models import RefusedAttempt
from yangguang.cases.acts.register import find_form
from yangguang.cases.kinds.penalty.stages import PENALTY
from yangguang.cases.models import StepTaken
from yangguang.kernel import clock

pytestmark = pytest.mark.django_db

WITHOUT_FORM = {
    "decide_penalty", "decide_no_penalty", "decide_violation_not_established", "close_case", "annul_case_opening",
    "mark_unfulfilled", "record_full_payment", "transfer_case", "transfer_to_police",
    "void_decision_without_review", "void_decision_without_notice",
    "void_decision_after_discussion", "discuss_collectively_and_change",
    "discuss_collectively_without_majority", "approve_inspection", "record_annulling_outcome",
    "exempt_from_review", "request_review", "pass_review", "return_from_review",
    "withdraw_one_of_several", "refuse_one_of_several", "annul_one_of_several", "query_assets", "extend_investigation",
    "suspend_investigation", "resume_investigation", "remake_from_notice", "remake_from_review", "approve_announcement",
    "deem_decision_served", "end_by_police_opening", "resume_after_transfer", "resume_after_transfer_concluded",
    "extend_decision_term", "settle_disagreement", "resume_after_transfer_heard", "answer_remedy",
    "defer_case", "enter_execution", "end_fulfilment", "stand_again", "set_term_anew",
}  # fmt: skip


def signed_in(account):
    client = Client()
    client.force_login(account)
    return client


def address(case, act):
    return reverse("cases:act", args=[case.public_id, act])


def test_every_act_a_handler_takes_has_a_form():
    acts = {step.act for step in PENALTY.steps}
    assert {act for act in acts if find_form(act) is None} == WITHOUT_FORM


@pytest.mark.parametrize("act", sorted({step.act for step in PENALTY.steps} - WITHOUT_FORM))
def test_form_of_every_act_opens_for_its_handler(act):
    case = build.a_concluded_case()
    with clock.frozen(clock.beijing(build.NOTIFIED)):
        answer = signed_in(build.handler_of(case)).get(address(case, act))
    assert answer.status_code == 200
    assert 'name="once"' in answer.content.decode()


def posted(case, act, when=build.NOTIFIED, account=None, **content):
    with clock.frozen(clock.beijing(when, 15)):
        client = signed_in(account or build.handler_of(case))
        known = {"occurred_at": f"{when.isoformat()}T15:00", "seen_version": str(case.version)}
        return client.post(address(case, act), known | content)


SUPPLEMENT = {"wanted": "核对人数。"}


def test_act_is_carried_out_and_its_draft_forgotten():
    case = build.a_concluded_case()
    head = build.person_of(case.body, "unit_head")
    key = f"case-act:{case.public_id}:supplement_investigation"
    posted(case, "supplement_investigation", account=head, save_draft="1", **SUPPLEMENT)
    assert drafts.find(account_ref=head.actor_ref, key=key).content["wanted"] == "核对人数。"
    answer = posted(case, "supplement_investigation", account=head, **SUPPLEMENT)
    case.refresh_from_db()
    assert (answer.status_code, case.status) == (302, "opened")
    assert drafts.find(account_ref=head.actor_ref, key=key) is None


@pytest.mark.parametrize("second", [SUPPLEMENT, {"wanted": ""}], ids=["as sent", "not fit any more"])
def test_second_click_goes_where_the_first_went_though_the_case_has_moved_on(second):
    case = build.a_concluded_case()
    head = build.person_of(case.body, "unit_head")
    first = posted(case, "supplement_investigation", account=head, once="clicked twice", **SUPPLEMENT)
    again = posted(case, "supplement_investigation", account=head, once="clicked twice", **second)
    assert (again.status_code, again.url) == (302, first.url)
    assert StepTaken.objects.filter(case=case, act="supplement_investigation").count() == 1


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_while_the_form_of_an_act_is_looked_at(monkeypatch):
    case, within = build.a_concluded_case(), []
    form = find_form("supplement_investigation")
    for name in ("prepare", "carry_out"):
        whole = getattr(form, name)
        monkeypatch.setattr(
            form,
            name,
            lambda *told, whole=whole, **more: (within.append(connection.in_atomic_block), whole(*told, **more))[1],
        )
    head = build.person_of(case.body, "unit_head")
    assert posted(case, "supplement_investigation", account=head, once="x", **SUPPLEMENT).status_code == 302
    assert within == [False, True]


def test_draft_comes_back_when_the_form_is_opened_again():
    case = build.a_concluded_case()
    head = build.person_of(case.body, "unit_head")
    posted(case, "supplement_investigation", account=head, save_draft="1", **SUPPLEMENT)
    with clock.frozen(clock.beijing(build.NOTIFIED, 16)):
        page = signed_in(head).get(address(case, "supplement_investigation")).content.decode()
    assert "核对人数。" in page
    assert "已恢复" in page


def test_form_opened_before_a_change_says_who_changed_it_and_keeps_what_was_typed():
    case = build.a_concluded_case()
    head = build.person_of(case.body, "unit_head")
    case.version -= 1
    page = posted(case, "supplement_investigation", account=head, **SUPPLEMENT).content.decode()
    assert "改过这个案件" in page
    assert "核对人数。" in page
    case.refresh_from_db()
    assert case.status == "concluded"


def test_refusal_by_gates_gets_its_page_a_receipt_and_keeps_the_form():
    case = build.a_notified_case()
    answer = posted(case, "re_examine", when=build.NOTIFIED.replace(day=28))
    assert answer.status_code == 409
    assert "陈述申辩期限未满" in answer.content.decode()
    assert RefusedAttempt.objects.count() == 1
    key = f"case-act:{case.public_id}:re_examine"
    assert drafts.find(account_ref=build.handler_of(case).actor_ref, key=key)


def test_missing_field_is_named_beside_it():
    case = build.a_concluded_case()
    head = build.person_of(case.body, "unit_head")
    page = posted(case, "supplement_investigation", account=head, wanted="").content.decode()
    assert "请填写需要查明的事实" in page


def test_notice_is_given_through_the_form():
    case = build.a_concluded_case()
    answer = posted(
        case, "give_prior_notice", penalties=["warning", "fine"], fine="５,０００元", basis=build.BASIS,
        reasons="加班超限。", tier="一般", tier_reasons="20人。",
    )  # fmt: skip
    assert answer.status_code == 302
    assert case.notices.get().fine_fen == 500000


def test_case_page_leads_to_the_notice_and_not_yet_to_its_closing():
    case = build.a_concluded_case()
    with clock.frozen(clock.beijing(build.NOTIFIED)):
        page = signed_in(build.handler_of(case)).get(reverse("cases:case", args=[case.public_id])).content.decode()
    assert f'href="{address(case, "give_prior_notice")}"' in page
    assert f'href="{address(case, "request_closing")}"' not in page


def test_notice_form_shows_tiers_and_fills_in_no_amount():
    case = build.a_concluded_case()
    with clock.frozen(clock.beijing(build.NOTIFIED)):
        page = signed_in(build.handler_of(case)).get(address(case, "give_prior_notice")).content.decode()
    assert "裁量助手" in page
    assert "每人201元以上400元以下" in page
    assert 'name="fine"' in page
    assert 'name="fine" value' not in page


def test_fine_that_is_no_number_is_named_beside_the_field():
    case = build.a_concluded_case()
    page = posted(case, "give_prior_notice", fine="五千").content.decode()
    assert "不是数字" in page
    assert not case.notices.exists()


def test_stranger_sees_no_form():
    case = build.a_concluded_case()
    other = build.officers_of(build.an_agency(mark="邻人社"))[0].account
    with clock.frozen(clock.beijing(build.NOTIFIED)):
        assert signed_in(other).get(address(case, "give_prior_notice")).status_code == 404


@pytest.mark.parametrize("role", ["case_handler", "unit_head", "agency_head", "legal_reviewer", "archivist"])
def test_page_of_acts_answers_its_own_body_and_others_as_declared(client, role):
    page = pages.register()["cases:act"]
    body, other = a_body(), a_body(mark="邻人社")
    kwargs = SAMPLES["case_act"](body, "")
    for one, expected in ((body, page.expects.own_in("", role)), (other, page.expects.other)):
        client.force_login(an_account(role=role, body=one))
        assert client.get(reverse("cases:act", kwargs=kwargs)).status_code == expected


@pytest.mark.parametrize("role", ["supervisor", "publisher", "system_administrator"])
def test_page_of_acts_is_closed_to_every_other_role(client, role):
    body = a_body()
    kwargs = SAMPLES["case_act"](body, "")
    client.force_login(an_account(role=role, body=body))
    assert client.get(reverse("cases:act", kwargs=kwargs)).status_code == 403


def test_act_without_a_form_is_not_found():
    case = build.a_concluded_case()
    with clock.frozen(clock.beijing(build.NOTIFIED)):
        assert signed_in(build.handler_of(case)).get(address(case, "decide_penalty")).status_code == 404

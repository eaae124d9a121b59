"""A penalty on the spot that the agency itself lessens: drafted, decided by the head, served; money, terms and record follow."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders import summary as build
from tests.builders.cases import on, person_of, served, the_decision
from tests.cases.refusing import failing, refusal_of
from yangguang.base import verifying
from yangguang.base.models import LedgerEntry
from yangguang.cases.conclusions import conclusion_of
from yangguang.cases.models import Clock
from yangguang.cases.owing import fine_now, to_return
from yangguang.cases.presentation.acts import next_acts
from yangguang.cases.rules.altering import HEAVIER
from yangguang.cases.use_cases.alter_decision import alter_decision
from yangguang.cases.use_cases.annul_decision import annul_decision
from yangguang.cases.use_cases.answer_supervision import answer_supervision
from yangguang.cases.use_cases.propose_alteration import AlterationPlan, propose_alteration
from yangguang.cases.use_cases.record_remedy import record_remedy
from yangguang.cases.use_cases.record_supervision import OpinionFacts, record_supervision
from yangguang.cases.use_cases.restitute import restitute
from yangguang.kernel import clock
from yangguang.records.api import documents_of, sheet_of

pytestmark = [pytest.mark.django_db, pytest.mark.clause("APL-2021:75.2")]
DAY, SERVED = date(2026, 5, 11), date(2026, 5, 12)
KEY = ["on_the_spot_limits", "decisions_on_record", "ledger", "document_numbers"]


def proposed(case, *, day=DAY, fine_fen=30000, **changes):
    plan = {"decision_ref": the_decision(case).public_id, "penalties": ("warning", "fine"), "fine_fen": fine_fen,
            "reasons": "复核发现只有一名劳动者超时加班。"} | changes  # fmt: skip
    with on(day, 10) as at:
        return propose_alteration(case_id=case.pk, plan=AlterationPlan(**plan), actor=build.actor_of(case.body), at=at)


def altered(case, *, day=DAY, actor=None, **told):
    with on(day, 15) as at:
        row = alter_decision(case_id=case.pk, actor=actor or person_of(case.body, "agency_head"), at=at, **told)
    case.refresh_from_db()
    return row


def open_clocks(case):
    return set(Clock.objects.filter(case=case, stopped_on=None).values_list("kind", flat=True))


def test_fine_terms_paper_and_record_follow_and_the_decision_stays_as_it_was_written():
    case = build.a_case_on_the_spot()
    before = the_decision(case)
    draft = proposed(case)
    row = altered(case)
    decision = the_decision(case)
    assert (decision.content, decision.number) == (before.content, before.number)
    assert (case.status, fine_now(decision), conclusion_of(decision)) == ("delivered", 30000, "警告；罚款 300.00 元")
    assert (row.digest, row.document.number) == (draft.digest, "示人社监变字〔2026〕第1号")
    words = sheet_of(row.document).to_json()
    assert "作出当场处罚决定" in words
    assert "应当先申请行政复议" in words
    assert "也可以自收到本决定书之日起" not in words
    assert LedgerEntry.objects.get(event="DecisionAltered").summary.endswith(
        "变更为警告；罚款 300.00 元（示人社监变字〔2026〕第1号）"
    )
    assert "serve_by" in open_clocks(case)
    case = served(case, "alteration_decision", SERVED)
    assert "serve_by" not in open_clocks(case)
    assert Clock.objects.get(case=case, kind="apply_for_reconsideration_by", stopped_on=None).started_on == SERVED
    assert "sue_by" not in open_clocks(case)  # reconsideration first
    assert not [fault for _, _, found in verifying.run(set(KEY)) for fault in found]


def test_what_was_collected_beyond_the_altered_fine_goes_back_before_the_case_is_closed():
    case = build.a_case_on_the_spot(until="fulfilled")
    proposed(case)
    altered(case)
    decision = the_decision(case)
    assert (case.status, to_return(decision)) == ("fulfilled", 30000)
    with on(DAY, 16) as at:
        restitute(
            decision=decision,
            amount_fen=30000,
            things="",
            returned_on=DAY,
            voucher="退1",
            actor=build.actor_of(case.body),
            at=at,
        )
    assert to_return(the_decision(case)) == 0


def test_warning_that_is_left_ends_the_fine_and_leads_the_case_on():
    case = build.a_case_on_the_spot()
    proposed(case, penalties=("warning",), fine_fen=0)
    altered(case)
    assert (case.status, conclusion_of(the_decision(case))) == ("fulfilled", "警告")
    assert "pay_by" not in open_clocks(case)


REFUSED = [
    ({"fine_fen": 70000}, "fine", HEAVIER), ({"fine_fen": 60000}, "fine", "变更前后的内容相同。"),
    ({"penalties": (), "fine_fen": 0}, "penalties", "变更后没有处罚的，应当撤销决定。"),
    ({"penalties": ("warning", "fine", "business_halt")}, "penalties", HEAVIER),
    ({"reasons": "  "}, "reasons", None), ({"decision_ref": "x"}, "decision_ref", "请选择已经送达的处罚决定。"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "field", "words"), REFUSED)
def test_what_is_no_alteration_is_refused(told, field, words):
    refusal = refusal_of(proposed, build.a_case_on_the_spot(), **told)
    assert refusal.field == field
    assert words is None or refusal.reason == words


def test_form_that_was_not_handed_over_is_voided_and_not_altered():
    assert refusal_of(proposed, build.a_case_on_the_spot(until="decided")).field == "decision_ref"


def test_officer_does_not_alter_nor_the_head_what_nobody_drafted():
    case = build.a_case_on_the_spot()
    assert refusal_of(altered, case).reason == "还没有拟制变更决定。"
    proposed(case)
    assert "机关负责人" in refusal_of(altered, case, actor=build.actor_of(case.body)).remedy


@pytest.mark.clause("ARL-2023:23.1.1")
def test_reasons_that_name_the_court_as_the_first_way_are_refused():
    case = build.a_case_on_the_spot()
    proposed(case, reasons="人数多算，不服可以直接向人民法院起诉。")
    refusal = refusal_of(altered, case)
    assert failing(refusal)["reconsideration_first_stated"].reason == "当场处罚应当告知先申请行政复议。"


@pytest.mark.clause("AJI-2018:81.1")
def test_court_that_hears_the_lawsuit_after_the_reconsideration_is_told():
    case = build.a_case_on_the_spot()
    with on(DAY, 9) as at:
        record_remedy(
            case_id=case.pk, decision_ref=the_decision(case).public_id, kind="litigation", authority="示范县人民法院",
            number="（2026）示01行初3号", received_on=DAY, actor=build.actor_of(case.body), at=at,
        )  # fmt: skip
    proposed(case)
    assert refusal_of(altered, case).reason == "诉讼期间变更行政处罚决定的，应当书面告知人民法院。"
    assert altered(case, court_notice="关于变更处罚决定的函（示人社函〔2026〕8号）").court_notice


def test_decision_annulled_after_its_alteration_owes_all_that_was_paid_and_serves_the_alteration_no_more():
    case = build.a_case_on_the_spot(until="fulfilled")
    proposed(case)
    altered(case)
    with on(SERVED, 9) as at:
        annul_decision(
            case_id=case.pk, decision_ref=the_decision(case).public_id, reason="事实不清。", received_on=SERVED,
            actor=person_of(case.body, "agency_head"), at=at,
        )  # fmt: skip
    case.refresh_from_db()
    assert (case.status, to_return(the_decision(case))) == ("annulled", 60000)
    assert "serve_by" not in open_clocks(case)
    case = served(case, "annulment", SERVED)
    assert documents_of(case.public_id).get(kind="annulment").status == "served"


def test_supervision_is_answered_with_the_alteration_that_was_made():
    case = build.a_case_on_the_spot()
    with on(DAY, 9) as at:
        row = record_supervision(
            case_id=case.pk, actor=build.actor_of(case.body), at=at,
            opinion=OpinionFacts("opinion", "示范县司法局", "示司监〔2026〕1号", DAY, "罚款过重，建议变更。", SERVED),
        )  # fmt: skip
    told = {"case_id": case.pk, "opinion_ref": row.public_id, "outcome": "altered", "answer": "已变更。",
            "actor": person_of(case.body, "agency_head")}  # fmt: skip
    with on(DAY, 16) as at:
        assert refusal_of(answer_supervision, at=at, **told).field == "outcome"
    proposed(case)
    altered(case)
    with on(DAY, 17) as at:
        assert answer_supervision(at=at, **told).outcome == "altered"


def test_handler_drafts_on_the_page_the_head_alters_and_the_paper_can_be_served(client):
    case = build.a_case_on_the_spot()
    officer, head = build.actor_of(case.body), person_of(case.body, "agency_head")
    draft, alter = (
        reverse("cases:act", args=[case.public_id, act]) for act in ("propose_alteration", "alter_decision")
    )
    with clock.frozen(clock.beijing(DAY, 10)):
        acts = {row["act"] for row in next_acts(case, officer)["possible"]}
        assert "propose_alteration" in acts
        assert not {"serve_document", "alter_decision"} & acts
        client.force_login(officer)
        form = client.get(draft).content.decode()
        assert 'value="600.00"' in form
        assert "变更后没收违法所得" not in form
        told = {"decision_ref": the_decision(case).public_id, "penalties": ["warning", "fine"], "fine": "300元",
                "reasons": "人数多算。", "occurred_at": f"{DAY}T10:00", "seen_version": str(case.version)}  # fmt: skip
        assert "当场处罚的变更不经法制审核" in client.post(draft, told, follow=True).content.decode()
    case.refresh_from_db()
    with clock.frozen(clock.beijing(DAY, 15)):
        client.force_login(head)
        form = client.get(alter).content.decode()
        assert "警告；罚款 600.00 元" in form
        assert "警告；罚款 300.00 元" in form
        told = {"occurred_at": f"{DAY}T15:00", "seen_version": str(case.version)}
        assert "变更决定书已经制作" in client.post(alter, told, follow=True).content.decode()
        case.refresh_from_db()
        assert "serve_document" in {
            row["act"] for row in next_acts(type(case).objects.get(pk=case.pk), officer)["possible"]
        }

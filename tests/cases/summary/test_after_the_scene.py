"""After a penalty on the spot: collecting, remitting, filing, paying, converting, closing, archiving."""

from datetime import date

import pytest

from tests.builders import summary as build
from tests.builders.cases import PAGE, a_served_case, approve, handler_of, officers_of, on, person_of
from tests.builders.directory import an_account
from tests.builders.signing import all_signed
from tests.cases.refusing import failing, refusal_of
from yangguang.base import outbox, vault
from yangguang.base.events import SYSTEM
from yangguang.cases.models import Case, Lead
from yangguang.cases.use_cases.annul_decision import annul_decision
from yangguang.cases.use_cases.archive_file import archive_file
from yangguang.cases.use_cases.collect_on_the_spot import Collecting, collect_on_the_spot
from yangguang.cases.use_cases.convert_to_ordinary import convert_to_ordinary
from yangguang.cases.use_cases.file_with_authority import file_with_authority
from yangguang.cases.use_cases.mark_unfulfilled import mark_all_unfulfilled
from yangguang.cases.use_cases.propose_opening import propose_opening
from yangguang.cases.use_cases.record_payment import record_payment
from yangguang.cases.use_cases.record_remedy import record_remedy
from yangguang.cases.use_cases.record_remedy_outcome import record_remedy_outcome
from yangguang.cases.use_cases.remit_to_agency import remit_to_agency
from yangguang.cases.use_cases.remit_to_bank import remit_to_bank
from yangguang.cases.use_cases.request_end import request_end
from yangguang.cases.use_cases.restitute import restitute
from yangguang.cases.use_cases.supply_voucher import supply_voucher
from yangguang.cases.vouchers import lacking_vouchers
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.records.api import documents_of, evidence_of

pytestmark = pytest.mark.django_db

NOT_THE_CASE = "不符合当场收缴罚款的情形"
NO_FILM = "未配备执法记录仪，已书面说明。"


def who(case, day):
    """The case, the officer and the moment of an act in the afternoon of a day."""
    moment = clock.beijing(day, 15)
    return {"case_id": case.pk, "actor": build.actor_of(case.body), "at": Moment(moment, moment)}


def remitted(case, day, **facts):
    with on(day, 15):
        return remit_to_agency(**who(case, day), **({"voucher": "交款1"} | facts))


def banked(case, day, **facts):
    with on(day, 15):
        return remit_to_bank(**who(case, day), **({"voucher": "回单1"} | facts))


def filed(case, day=date(2026, 5, 9)):
    with on(day, 15):
        return file_with_authority(**who(case, day), filed_with="赵文斌")


def closing(case, day=date(2026, 5, 12), note=NO_FILM):
    with on(day, 15):
        return request_end(
            **who(case, day),
            act="close_case",
            opinion="建议结案。",
            ground="fulfilled",
            summary="已履行。",
            recording_note=note,
        )


@pytest.mark.clause("APL-2021:68.1.1")
@pytest.mark.parametrize(("fen", "allowed"), [(10000, True), (10100, False)])
def test_small_fine_is_collected_on_the_spot_up_to_a_hundred_yuan(fen, allowed):
    case = build.on_its_way(build.a_summary_agency(), fine_fen=fen, party=build.a_person())
    facts = {"ground": "small_fine", "reason": ""}
    if allowed:
        case = build.collected(case, **facts)
        assert (case.status, case.collection.amount_fen) == ("fulfilled", fen)
    else:
        refusal = refusal_of(build.collected, case, **facts)
        assert refusal.reason == f"{NOT_THE_CASE}：罚款 101.00 元，超过小额罚款 100.00 元。"


WITHOUT_A_CASE = [
    ({"ground": "hard_to_execute", "reason": " "}, "：没有写明事后难以执行的理由。"),
    ({"ground": "remote", "reason": "水库岛上没有网点。"}, "：当事人没有提出当场缴纳。"),
    ({"ground": "remote", "reason": "", "asked_by_party": True}, "：没有写明缴纳确有困难的理由。"),
    ({"ground": "", "reason": "方便。"}, "。"),
]


@pytest.mark.clause("APL-2021:68.1.2", "APL-2021:69")
@pytest.mark.parametrize(("facts", "why"), WITHOUT_A_CASE)
def test_collecting_on_the_spot_outside_the_three_cases_is_refused(facts, why):
    assert refusal_of(build.collected, build.a_case_on_the_spot(), **facts).reason == f"{NOT_THE_CASE}{why}"


@pytest.mark.clause("APL-2021:69")
def test_party_of_a_remote_place_asks_and_pays_on_the_spot():
    case = build.collected(
        build.a_case_on_the_spot(), ground="remote", reason="水库岛上没有网点和信号。", asked_by_party=True
    )
    assert case.collection.asked_by_party


@pytest.mark.clause("APL-2021:67.2")
@pytest.mark.history("P9.43")
def test_ordinary_procedure_in_town_collects_nothing_on_the_spot():
    case = a_served_case()
    for ground in ("small_fine", "hard_to_execute"):
        with on(date(2026, 11, 10)) as at:
            collecting = Collecting(ground=ground, receipt_number="省财0002", reason="当事人要求。")
            refusal = refusal_of(
                collect_on_the_spot, case_id=case.pk, collecting=collecting, actor=handler_of(case), at=at
            )
        assert refusal.reason.startswith(f"{NOT_THE_CASE}：只有当场处罚可以用这一情形")
    case.refresh_from_db()
    assert not case.payments.exists()


@pytest.mark.clause("APL-2021:69")
@pytest.mark.history("P10.27")
def test_ordinary_procedure_in_a_remote_place_collects_when_the_party_asks():
    case = a_served_case()
    with on(date(2026, 11, 10)) as at:
        collecting = Collecting(
            ground="remote", receipt_number="省财0003", reason="山区没有网点。", asked_by_party=True
        )
        collect_on_the_spot(case_id=case.pk, collecting=collecting, actor=handler_of(case), at=at)
    case.refresh_from_db()
    assert case.status == "fulfilled"
    assert case.clocks.get(kind="remit_to_agency_by").due_on == date(2026, 11, 12)


@pytest.mark.clause("APL-2021:70")
@pytest.mark.history("P9.44")
def test_collecting_without_a_fiscal_receipt_is_refused():
    refusal = refusal_of(build.collected, build.a_case_on_the_spot(), receipt_number=" ")
    assert refusal.reason == "未出具财政部门统一制发的专用票据。"


def test_receipt_is_used_once():
    body = build.a_summary_agency()
    build.collected(build.on_its_way(body))
    second = build.on_its_way(body, party=build.a_shop(2))
    assert refusal_of(build.collected, second).reason == "这张专用票据已经登记。"


@pytest.mark.clause("APL-2021:71#officer", "APL-2021:71#body")
def test_collected_fine_goes_to_the_agency_and_to_the_bank_within_two_workdays_each():
    case = build.a_case_on_the_spot(until="fulfilled")
    assert case.clocks.get(kind="remit_to_agency_by").due_on == date(2026, 5, 11)  # the Saturday is a make-up workday
    remitted(case, date(2026, 5, 11))
    assert case.clocks.get(kind="remit_to_bank_by").due_on == date(2026, 5, 13)
    row = banked(case, date(2026, 5, 12))
    assert (row.remitted_on, row.banked_on) == (date(2026, 5, 11), date(2026, 5, 12))
    assert not case.clocks.filter(kind__startswith="remit", stopped_on=None).exists()


@pytest.mark.clause("APL-2021:71#officer")
def test_late_remittance_is_taken_with_its_reason():
    case = build.a_case_on_the_spot(until="fulfilled")
    refusal = refusal_of(remitted, case, date(2026, 5, 12))
    assert refusal.field == "overdue_reason"
    remitted(case, date(2026, 5, 12), overdue_reason="大雪封路。")
    assert case.clocks.get(kind="remit_to_agency_by").overdue_reason == "大雪封路。"


@pytest.mark.clause("APL-2021:71#officer")
def test_fine_collected_on_the_water_is_remitted_from_the_day_of_coming_ashore():
    case = build.a_case_on_the_spot()
    remote = {"ground": "remote", "reason": "库区渔船上。", "asked_by_party": True, "afloat": True}
    assert refusal_of(build.collected, case, **remote).reason == "在水上当场收缴的，请填写抵岸日期。"
    case = build.collected(case, ashore_on=date(2026, 5, 11), **remote)
    assert case.clocks.get(kind="remit_to_agency_by").due_on == date(2026, 5, 13)


def test_bank_comes_after_the_agency():
    case = build.a_case_on_the_spot(until="fulfilled")
    assert refusal_of(banked, case, build.MET).reason == "没有待缴银行的当场收缴罚款。"


@pytest.mark.clause("APL-2021:67.1")
def test_fine_that_is_not_collected_is_paid_to_the_agent_within_the_ordinary_term():
    case = build.a_case_on_the_spot()
    refusal = refusal_of(pay, case, date(2026, 5, 20), payee=officers_of(case.body)[0].name)
    assert refusal.reason == "作出罚款决定的机关不得自行收缴罚款。"
    pay(case, date(2026, 5, 20))
    case.refresh_from_db()
    assert case.status == "fulfilled"


def pay(case, day, payee="示范县农村商业银行"):
    with on(day, 15):
        return record_payment(**who(case, day), amount_fen=60000, paid_on=day, payee=payee, receipt_number="NO.1")


@pytest.mark.clause("APL-2021:67.3")
def test_fine_on_the_spot_that_nobody_pays_becomes_overdue_by_itself():
    case = build.a_case_on_the_spot()
    for day, marked in ((date(2026, 5, 25), 0), (date(2026, 5, 26), 1)):
        with on(day) as at:
            assert mark_all_unfulfilled(actor=SYSTEM, at=at) == marked
    case.refresh_from_db()
    assert case.status == "unfulfilled"


def test_case_on_the_spot_is_filed_before_it_is_closed():
    case = build.a_case_on_the_spot(until="fulfilled")
    told = failing(refusal_of(closing, case))
    assert told["filed_with_authority"].reason == "当场处罚尚未报所属机关备案。"
    assert told["collected_fine_banked"].reason == "当场收缴的罚款尚未缴付银行。"
    filed(case)
    assert case.clocks.get(kind="hand_over_papers_by").stopped_on == date(2026, 5, 9)
    assert refusal_of(filed, case).reason == "当场处罚已经报所属机关备案。"


def test_fine_that_is_not_paid_keeps_the_case_open():
    case = build.a_case_on_the_spot()
    filed(case)
    assert failing(refusal_of(closing, case))["lines_settled"].reason == "尚有罚款缴纳未完成，不得结案。"


@pytest.mark.clause("APL-2021:47")
def test_recordings_of_the_scene_that_are_missing_are_explained_before_closing():
    case = settled()
    assert failing(refusal_of(closing, case, note=""))["recording_complete"].reason.startswith(
        "缺少应当制作的文字或者音像记录"
    )


def settled():
    """Collected, filed, banked."""
    case = build.a_case_on_the_spot(until="fulfilled")
    filed(case)
    remitted(case, date(2026, 5, 11))
    banked(case, date(2026, 5, 12))
    return case


def all_scanned(case):
    """What was recorded without its paper is put behind it."""
    for one in lacking_vouchers(case):
        proof = vault.store(PAGE, media_type="application/pdf")
        with on(date(2026, 5, 12), 17) as at:
            supply_voucher(case_id=case.pk, voucher=one.ref, proof=proof, actor=build.actor_of(case.body), at=at)


def test_settled_case_on_the_spot_is_closed_and_archived():
    case = settled()
    approve(closing(case), case.body, date(2026, 5, 12), hour=16)
    case.refresh_from_db()
    assert (case.status, case.closed_on) == ("closed", date(2026, 5, 12))
    all_scanned(case)
    outbox.deliver_all()
    archivist = an_account(role="archivist", body=case.body)
    with on(date(2026, 5, 13)) as at:
        refusal = refusal_of(archive_file, case_id=case.pk, actor=archivist, at=at)
        assert refusal.reason == "案卷缺少签名页：《现场笔录》、《当场告知和听取陈述申辩笔录》、《当场处罚决定书》。"
        assert (refusal.clauses, "签名页" in refusal.remedy) == (("APL-2021:47",), True)
    all_signed(case)
    with on(date(2026, 5, 13)) as at:
        archive_file(case_id=case.pk, actor=archivist, at=at)
    case.refresh_from_db()
    assert case.status == "archived"


def test_warning_alone_is_closed_from_delivery():
    case = build.a_case_on_the_spot(fine_fen=0)
    assert not case.clocks.filter(kind="pay_by").exists()
    filed(case)
    approve(closing(case), case.body, date(2026, 5, 12), hour=16)
    case.refresh_from_db()
    assert case.status == "closed"


def converted(case, day=build.MET, **facts):
    known = {"reason": "需要核对三个月考勤。", "informed_head": "赵文斌"}
    with on(day, 15):
        return convert_to_ordinary(**who(case, day), **(known | facts))


@pytest.mark.clause("APL-2021:54.1")
def test_scene_that_needs_investigation_becomes_a_lead_with_its_material():
    case = build.a_case_on_the_spot(until="notified")
    lead = converted(case)
    case.refresh_from_db()
    assert (case.status, case.outcome, case.on_the_spot.lead_ref) == ("converted", "converted", lead.public_id)
    assert (lead.status, lead.source, lead.employer_name) == ("reported", "patrol", case.parties.get().name)
    assert documents_of(lead.public_id).get().title == "转办记录"
    assert Lead.objects.get().violation_code == case.violation_code


@pytest.mark.clause("APL-2021:54.1")
def test_evidence_of_the_scene_stands_in_the_file_of_the_case_that_is_opened():
    scene = build.begun(build.a_summary_agency())
    lead = converted(scene)
    with on(date(2026, 5, 9)) as at:
        approval = propose_opening(
            lead=lead, title="违法延长劳动者工作时间", officers=officers_of(scene.body), party_kind="organisation",
            matter_code=scene.matter_code, violation_code=scene.violation_code, criteria_met=True, opinion="建议立案。",
            actor=build.actor_of(scene.body), at=at,
        )  # fmt: skip
    approve(approval, scene.body, date(2026, 5, 9))
    case = Case.objects.get(kind="labour")
    (brought,) = evidence_of(case.public_id)
    assert (brought.name, brought.document.file_ref) == ("现场笔录", scene.public_id)
    assert scene.number in brought.source


def test_case_with_a_decision_is_not_converted():
    body = build.a_summary_agency()
    for number, until in enumerate(("decided", "delivered")):
        case = build.on_its_way(body, until=until, party=build.a_shop(number))
        assert refusal_of(converted, case).reason == "已作出当场处罚决定，不能转普通程序；应当先撤销。"


def fought(case, outcome):
    """The party went to reconsideration, as it was told to, and this is what came of it."""
    who_acts = {"case_id": case.pk, "actor": build.actor_of(case.body)}
    with on(date(2026, 5, 20)) as at:
        remedy = record_remedy(
            decision_ref=case.decisions.get().public_id, kind="reconsideration", authority="示范县人民政府", number="示政复1号",
            received_on=at.day, at=at, **who_acts,
        )  # fmt: skip
    with on(date(2026, 7, 1)) as at:
        record_remedy_outcome(
            remedy_ref=remedy.public_id, outcome=outcome, outcome_paper="示政复决1号", outcome_received_on=at.day,
            outcome_words="已经审理终结。", at=at, **who_acts,
        )  # fmt: skip
    case.refresh_from_db()
    return case.status, case.decisions.get().status


@pytest.mark.clause("ARL-2023:23.1.1")
@pytest.mark.clause("ARL-2023:48")
def test_decision_on_the_spot_is_contested_and_falls_like_any_other():
    body = build.a_summary_agency()
    cases = [build.on_its_way(body, party=build.a_shop(number)) for number in (1, 2)]
    assert fought(cases[0], "upheld") == ("delivered", "served")
    assert fought(cases[1], "annulled") == ("annulled", "annulled")


@pytest.mark.clause("ARL-2023:48")
def test_decision_on_the_spot_falls_although_its_file_is_archived():
    case = build.a_case_on_the_spot(fine_fen=0)
    filed(case)
    approve(closing(case), case.body, date(2026, 5, 12), hour=16)
    outbox.deliver_all()
    all_signed(case)
    with on(date(2026, 5, 13)) as at:
        archive_file(case_id=case.pk, actor=an_account(role="archivist", body=case.body), at=at)
    assert fought(case, "annulled") == ("archived", "annulled")


@pytest.mark.clause("APL-2021:71#officer")
@pytest.mark.clause("ACL-2011:41")
def test_annulled_case_is_not_converted_while_a_collected_fine_is_in_somebodys_hands():
    case = build.a_case_on_the_spot(until="fulfilled")
    decision = case.decisions.get()
    with on(build.MET, 14) as at:
        annul_decision(
            case_id=case.pk, decision_ref=decision.public_id, reason="事实需要查明。", received_on=build.MET,
            actor=person_of(case.body, "agency_head"), at=at,
        )  # fmt: skip
    case.refresh_from_db()
    assert failing(refusal_of(converted, case)).keys() == {"nothing_to_return", "collected_fine_banked"}
    remitted(case, build.MET)
    case.refresh_from_db()
    banked(case, build.MET)
    assert failing(refusal_of(converted, case)).keys() == {"nothing_to_return"}
    with on(build.MET, 16) as at:
        restitute(
            decision=decision, amount_fen=decision.fine_fen, things="", returned_on=build.MET, voucher="退1",
            actor=build.actor_of(case.body), at=at,
        )  # fmt: skip
    case.refresh_from_db()
    assert converted(case).status == "reported"


def test_conversion_names_its_reason_and_who_knows():
    case = build.a_case_on_the_spot(until="on_scene")
    assert refusal_of(converted, case, reason=" ").reason == "请写明转普通程序的理由。"
    assert refusal_of(converted, case, informed_head="").field == "informed_head"

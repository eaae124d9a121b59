"""Before and while something is sealed up or seized: power, approval, the spot, emergencies."""

import json
from dataclasses import replace
from datetime import date

import pytest

from tests.builders import custody as build
from tests.builders.cases import (
    a_decided_case,
    an_agency,
    an_open_case,
    approve,
    handler_of,
    officers_of,
    on,
    person_of,
)
from tests.builders.directory import a_body, an_entrustment, an_officer
from tests.cases.refusing import asked, failing, refusal_of
from yangguang.base.models import LedgerEntry
from yangguang.cases.models import Clock
from yangguang.cases.presentation import clocks
from yangguang.cases.rules.coercion_basis import grants_the_power, names_the_measure
from yangguang.cases.rules.witnesses import Witness
from yangguang.cases.use_cases.approve_coercive_measure import approve_coercive_measure
from yangguang.cases.use_cases.sign_approval import sign_approval
from yangguang.cases.use_cases.take_coercive_measure import take_coercive_measure
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.records.models import Document

pytestmark = pytest.mark.django_db
NO_LAW = "没有法律、法规依据，不得采取该强制措施。"
SATURDAY, SUNDAY, MONDAY = date(2026, 10, 17), date(2026, 10, 18), date(2026, 10, 19)
LATE = "紧急实施后未在二十四小时内报告并补办批准。"
A_WITNESS = Witness("王某", "滨河社区居民委员会", "社区工作人员", "滨河路2号", "signed")


@pytest.mark.history("P9.62")
@pytest.mark.clause("LSR-2004:15.1")
@pytest.mark.clause("ACL-2011:22")
def test_labour_inspection_has_no_seizure_on_its_list():
    case = an_open_case()
    refusal = refusal_of(build.a_requested_measure, case, objects_named="工资账册", matter_code="LDJC-01")
    assert refusal.reason == NO_LAW
    assert {"ACL-2011:22", "LSR-2004:15.1"} <= set(refusal.clauses)
    assert refusal_of(build.a_requested_measure, case, matter_code="没有的事项").reason == NO_LAW
    assert case.measures.count() == 0


@pytest.mark.history("P9.62")
@pytest.mark.clause("LSR-2004:15.1")
@pytest.mark.parametrize("basis", ["LSR-2004:15.1", "ACL-2011:22", "LSP-2004:29"])
def test_entry_that_rests_on_no_granting_law_carries_no_seizure(basis):
    case = an_open_case(body=build.given_the_power(an_agency(), basis=basis))
    assert refusal_of(build.a_requested_measure, case, objects_named="账册").reason == NO_LAW


@pytest.mark.history("P9.62")
@pytest.mark.clause("ACL-2011:29.1")
def test_account_is_not_frozen():
    refusal = refusal_of(
        build.a_requested_measure, build.a_case_that_may_hold(), kind="freeze", objects_named="银行账户"
    )
    assert refusal.reason == NO_LAW
    assert "ACL-2011:29.1" in refusal.clauses


@pytest.mark.clause("ACL-2011:10")
def test_power_is_that_of_a_law_and_of_this_very_measure():
    today = date(2026, 10, 13)
    assert grants_the_power(["LSR-2004:15.1", build.GRANTED_BY], today)
    assert not grants_the_power(["LSP-2004:29", "没有的条款"], today)
    assert names_the_measure("对场所的查封", "查封")
    assert not names_the_measure("对场所的查封", "扣押")


@pytest.mark.history("P9.8")
@pytest.mark.clause("ACL-2011:17.1")
def test_entrusted_organisation_neither_asks_for_nor_takes_a_measure():
    bureau = build.an_agency_with_the_power()
    team = a_body(category="entrusted", under=bureau)
    an_entrustment(entrusting=bureau, entrusted=team)
    case = an_open_case(body=bureau)
    case.acting_body = team
    case.save()
    strangers = [an_officer(body=team), an_officer(body=team)]
    for who in strangers:
        case.assignments.create(officer=who, position=9, starts_on=build.ASKED)
    line = build.an_approved_measure(_own(case))
    refusal = refusal_of(build.taken, line, officers=strangers)
    assert failing(refusal)["measure_not_entrusted"].reason == "行政强制措施权不得委托。"
    assert failing(refusal)["measure_not_entrusted"].clauses == ("ACL-2011:17.1",)


def _own(case):
    case.assignments.filter(position=9).delete()
    return case


@pytest.mark.history("P9.8")
@pytest.mark.clause("ACL-2011:17.1")
def test_measure_asked_for_by_an_entrusted_officer_is_refused():
    bureau = build.an_agency_with_the_power()
    case = an_open_case(body=bureau)
    team = a_body(category="entrusted", under=bureau)
    asking = an_officer(body=team)
    line = build.a_requested_measure(case)
    verdict = asked(
        "measure_not_entrusted",
        case,
        act="request_coercive_measure",
        actor=asking.account,
        at=Moment.now(),
        coercion=line,
    )
    assert verdict.reason == "行政强制措施权不得委托。"


@pytest.mark.clause("ACL-2011:24.1")
@pytest.mark.clause("ACL-2011:24.2")
def test_seizure_hands_over_decision_and_list_and_thirty_days_run():
    line = build.a_measure()
    assert (line.status, line.items.get().name) == ("taken", "冲压机")
    limit = Clock.objects.get(kind="release_by")
    assert limit.due_on == date(2026, 11, 13)
    papers = {
        one.kind: json.dumps(one.sheet, ensure_ascii=False)
        for one in Document.objects.filter(file_ref=line.case.public_id)
    }
    for words in (
        "扣押决定书",
        "期限30日，至2026年11月13日",
        "防止转移",
        "示范县人民法院",
        "60日",
        "冲压机",
        "社会保险法",
    ):
        assert words in papers["sealing_or_seizure_decision"]
    assert "当事人表示无意见" in papers["on_site_record"]
    assert "一式2份" in papers["case_item_inventory"]
    with clock.frozen(clock.beijing(date(2026, 10, 20))):
        explained = clocks.explanation_of(limit, clock.today())
    assert explained.due.day == date(2026, 11, 13)
    assert "上限" in explained.notes[0]


@pytest.mark.history("P9.56")
@pytest.mark.clause("ACL-2011:18.1.1")
def test_seizure_before_approval_is_refused():
    line = build.a_requested_measure(build.a_case_that_may_hold())
    refusal = refusal_of(build.taken, line)
    assert (refusal.reason, refusal.clauses) == ("实施前未经行政机关负责人批准。", ("ACL-2011:18.1.1",))
    line.refresh_from_db()
    assert (line.status, line.items.count()) == ("requested", 0)


@pytest.mark.clause("ACL-2011:18.1.1")
def test_measure_approved_by_a_head_of_unit_is_refused():
    line = build.a_requested_measure(build.a_case_that_may_hold())
    with on(build.ASKED, 11) as at:
        refusal = refusal_of(
            approve_coercive_measure, measure=line, approval=None, actor=person_of(line.case.body, "unit_head"), at=at
        )
    assert (refusal.reason, refusal.clauses) == ("应当经行政机关负责人批准。", ("ACL-2011:18.1.1",))


SPOT = [
    ("ACL-2011:18.1.3", "certificate_shown", {"certificate_shown": False}, "未记录主动出示执法证件。"),
    ("ACL-2011:18.1.4", "party_called", {"party_called": False}, "未通知当事人到场，或者当事人不到场没有见证人。"),
    ("ACL-2011:18.1.9", "party_called", {"party_came": False}, "未通知当事人到场，或者当事人不到场没有见证人。"),
    ("ACL-2011:18.1.5", "notified_and_heard_on_site", {"rights_told": False},
     "未当场告知理由、依据、权利和救济途径或者未听取申辩。"),
    ("ACL-2011:18.1.6", "notified_and_heard_on_site", {"heard": " "},
     "未当场告知理由、依据、权利和救济途径或者未听取申辩。"),
    ("ACL-2011:18.1.7", "on_site_record_made", {"signature": ""}, "未制作现场笔录或者签章手续不全。"),
    ("ACL-2011:18.1.8", "on_site_record_made", {"signature": "refused"}, "未制作现场笔录或者签章手续不全。"),
    ("ACL-2011:24.1", "decision_and_inventory_delivered", {"delivered": False}, "未当场交付查封、扣押决定书和清单。"),
    ("ACL-2011:24.3", "decision_and_inventory_delivered", {"copies": 1}, "未当场交付查封、扣押决定书和清单。"),
    ("ACL-2011:24.1", "decision_and_inventory_delivered", {"items": []}, "未当场交付查封、扣押决定书和清单。"),
    ("APL-2021:59.2", "seal_present", {"sealed": False}, "决定书未盖作出决定的行政机关印章。"),
]  # fmt: skip


@pytest.mark.clause("ACL-2011:18.1.3")
@pytest.mark.clause("ACL-2011:18.1.4")
@pytest.mark.clause("ACL-2011:18.1.5")
@pytest.mark.clause("ACL-2011:18.1.6")
@pytest.mark.clause("ACL-2011:18.1.7")
@pytest.mark.clause("ACL-2011:18.1.8")
@pytest.mark.clause("ACL-2011:18.1.9")
@pytest.mark.clause("ACL-2011:24.3")
@pytest.mark.parametrize(("clause_id", "gate", "facts", "words"), SPOT)
def test_measure_that_leaves_out_what_the_spot_asks_is_refused(clause_id, gate, facts, words):
    refusal = refusal_of(build.taken, build.an_approved_measure(), **facts)
    assert failing(refusal)[gate].reason == words
    assert gate == "certificate_shown" or clause_id in failing(refusal)[gate].clauses


@pytest.mark.clause("ACL-2011:18.1.9")
@pytest.mark.clause("ACL-2011:18.1.8")
def test_absent_party_and_refused_signature_are_no_obstacle_when_noted():
    line = build.taken(
        build.an_approved_measure(), party_came=False, witness=A_WITNESS, signature="refused", refusal_note="拒绝签名"
    )
    assert line.status == "taken"


@pytest.mark.clause("ACL-2011:18.1.2")
@pytest.mark.clause("ACL-2011:17.3")
def test_one_officer_or_one_without_a_certificate_takes_no_measure():
    line = build.an_approved_measure()
    first, second = officers_of(line.case.body)
    assert "two_officers" in failing(refusal_of(build.taken, line, officers=[first]))
    helper = an_officer(body=line.case.body, with_certificate=False)
    assert "certificates_valid" in failing(refusal_of(build.taken, line, officers=[first, helper]))
    assert build.taken(line, officers=[first, second]).status == "taken"


@pytest.mark.history("P9.61")
@pytest.mark.clause("ACL-2011:23.1")
@pytest.mark.clause("ACL-2011:23.2")
@pytest.mark.parametrize(
    ("wrong", "words", "clause_id"),
    [
        ({"case_related": False}, "不得查封、扣押与违法行为无关的财物或者生活必需品。", "ACL-2011:23.1"),
        ({"daily_necessity": True}, "不得查封、扣押与违法行为无关的财物或者生活必需品。", "ACL-2011:23.1"),
        ({"sealed_by": "示范县人民法院"}, "已被其他国家机关依法查封，不得重复查封。", "ACL-2011:23.2"),
    ],
)  # fmt: skip
def test_what_must_not_be_held_is_not_held(wrong, words, clause_id):
    refusal = refusal_of(build.taken, build.an_approved_measure(), items=[replace(build.PRESS, **wrong)])
    assert (refusal.reason, refusal.clauses) == (words, (clause_id,))


@pytest.mark.clause("ACL-2011:8.1")
def test_measure_of_a_body_without_remedies_is_refused():
    line = build.an_approved_measure(an_open_case(body=build.given_the_power(an_agency(without=("court",)))))
    assert failing(refusal_of(build.taken, line))["remedies_stated"].reason.startswith("未告知申请行政复议")


def test_only_handlers_take_a_measure():
    line = build.an_approved_measure()
    with on(build.KEPT) as at:
        refusal = refusal_of(
            take_coercive_measure, measure=line, items=[build.PRESS], spot=build.a_spot(), at=at,
            actor=person_of(line.case.body, "agency_head"),
        )  # fmt: skip
    assert refusal.reason == "您不能实施查封、扣押。"


@pytest.mark.clause("ACL-2011:18.1.1")
def test_measure_is_not_asked_for_once_the_case_is_decided():
    case = a_decided_case(body=build.an_agency_with_the_power())
    assert refusal_of(build.a_requested_measure, case).reason.startswith("案件现在是“已作决定，未送达”")


@pytest.mark.clause("ACL-2011:19")
def test_urgent_measure_without_its_reason_is_refused():
    refusal = refusal_of(build.taken_urgently, build.a_case_that_may_hold(), urgent_reason=" ")
    assert (refusal.reason, refusal.clauses) == ("未写明情况紧急的事由。", ("ACL-2011:19",))


def reported(line, day, hour, **told):
    return build.proposed(line, "approve_after_the_fact", day=day, hour=hour, **{"late_reason": "", **told})


@pytest.mark.history("P10.5")
@pytest.mark.clause("ACL-2011:19")
def test_urgent_seizure_on_a_saturday_night_is_approved_on_sunday():
    line = build.taken_urgently(build.a_case_that_may_hold(), day=SATURDAY, hour=22)
    assert line.status == "urgent"
    hours = Clock.objects.get(kind="report_emergency_by")
    assert (hours.due_on, hours.stopped_on) == (SUNDAY, None)
    with clock.frozen(clock.beijing(SUNDAY, 21)):
        face = clocks.face_of(hours, None, clock.today(), explained=False)
        assert (face.state, face.words) == ("due_soon", "剩 1 小时")
        lines = clocks.explanation_of(hours, clock.today()).lines
        assert [one.label for one in lines][-1] == "2026年10月18日 22:00 届满"
    with clock.frozen(clock.beijing(SUNDAY, 23)):
        assert clocks.face_of(hours, None, clock.today(), explained=False).state == "overdue"
    approve(reported(line, SUNDAY, 9), line.case.body, SUNDAY, 20)
    line.refresh_from_db()
    assert (line.status, line.reported_late) == ("taken", False)
    assert Clock.objects.get(kind="report_emergency_by").stopped_on == SUNDAY
    assert Clock.objects.get(kind="release_by").started_on == SATURDAY


@pytest.mark.history("P9.57")
@pytest.mark.clause("ACL-2011:19")
def test_approval_after_the_day_needs_its_reason_and_bars_every_extension():
    line = build.taken_urgently(build.a_case_that_may_hold(), day=SATURDAY, hour=22)
    assert refusal_of(reported, line, MONDAY, 9).reason == LATE
    approval = reported(line, SUNDAY, 9)
    head = person_of(line.case.body, "agency_head")
    with on(MONDAY, 10) as at:
        refusal = refusal_of(sign_approval, approval=approval, agrees=True, opinion="同意。", actor=head, at=at)
        assert (refusal.reason, refusal.clauses) == (LATE, ("ACL-2011:19",))
        sign_approval(approval=approval, agrees=True, opinion="现场无信号，次日才报告，同意。", actor=head, at=at)
    line.refresh_from_db()
    assert (line.status, line.reported_late, line.late_reason) == ("taken", True, "现场无信号，次日才报告，同意。")
    refusal = refusal_of(build.proposed, line, "extend_coercive_measure", day=MONDAY, hour=11, reason="案情复杂。")
    assert (refusal.reason, refusal.clauses) == (LATE, ("ACL-2011:19",))


@pytest.mark.history("P9.57")
@pytest.mark.clause("ACL-2011:19")
def test_urgent_measure_nobody_approved_is_not_extended():
    line = build.taken_urgently(build.a_case_that_may_hold(), day=SATURDAY, hour=22)
    refusal = refusal_of(build.proposed, line, "extend_coercive_measure", day=MONDAY, reason="案情复杂。")
    assert failing(refusal)["emergency_reported_in_24h"].reason == LATE


@pytest.mark.history("P10.6")
@pytest.mark.clause("ACL-2011:19#release")
def test_urgent_measure_the_head_does_not_approve_is_released_at_once_and_the_case_goes_on():
    line = build.taken_urgently(build.a_case_that_may_hold(), day=SATURDAY, hour=22, kind="sealing_up")
    approval = reported(line, SUNDAY, 9)
    with on(SUNDAY, 10) as at:
        sign_approval(
            approval=approval, agrees=False, opinion="不必查封。", actor=person_of(line.case.body, "agency_head"), at=at
        )
    line.refresh_from_db()
    assert (line.status, line.ended_on) == ("released", SUNDAY)
    item = line.items.get()
    assert (item.fate, item.collect_notice_on, item.is_open) == ("returned", SUNDAY, True)
    assert not Clock.objects.filter(kind__in=["release_by", "report_emergency_by"], stopped_on=None).exists()
    assert Document.objects.filter(kind="release_decision").count() == 1
    assert LedgerEntry.objects.filter(event="MeasureReleased").count() == 1
    line.case.refresh_from_db()
    assert line.case.status == "opened"
    assert handler_of(line.case)


@pytest.mark.clause("ACL-2011:18.1.1")
def test_measure_the_head_refuses_is_not_taken():
    line = build.a_requested_measure(build.a_case_that_may_hold())
    approval = build.an_approval_asked(line, "approve_coercive_measure")
    with on(build.ASKED, 11) as at:
        unit = person_of(line.case.body, "unit_head")
        sign_approval(approval=approval, agrees=False, opinion="没有必要。", actor=unit, at=at)
    line.refresh_from_db()
    assert (line.status, line.refusal_reason) == ("refused", "没有必要。")
    assert refusal_of(build.taken, line).reason.startswith("现在是“不予批准”")

"""Prior notice, statement and defence, waiver, hearing: what the party is owed before anything is decided."""

from datetime import date, timedelta

import pytest

from tests.builders import cases as build
from tests.builders.legal_review import a_review, sent_back
from tests.cases.refusing import asked, failing, refusal_of
from yangguang.cases.standing import open_points
from yangguang.cases.use_cases.prepare_draft import prepare_draft
from yangguang.cases.use_cases.re_examine import re_examine
from yangguang.cases.use_cases.record_statement import record_statement
from yangguang.cases.use_cases.request_decision import request_decision
from yangguang.cases.use_cases.request_hearing import request_hearing
from yangguang.cases.use_cases.supplement_investigation import supplement_investigation
from yangguang.cases.use_cases.waive_rights import waive_rights
from yangguang.cases.use_cases.withdraw_hearing_request import withdraw_hearing_request
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

pytestmark = pytest.mark.django_db

DAY_AFTER = build.NOTIFIED + timedelta(days=1)


def notice_of(case):
    return case.notices.filter(superseded_on=None).order_by("-pk").first()


def said(case, *points, day=DAY_AFTER, **more):
    with build.on(day) as at:
        return record_statement(
            case_id=case.pk, notice_ref=notice_of(case).public_id, way="written", made_by="罗玉梅",
            points=points or ("没有加班。",), actor=build.handler_of(case), at=at, **more,
        )  # fmt: skip


def waived(case, *, day=DAY_AFTER, statement=True, hearing=True, form="written", proof="声明书一份"):
    with build.on(day) as at:
        return waive_rights(
            case_id=case.pk, notice_ref=notice_of(case).public_id, statement=statement, hearing=hearing, form=form,
            proof=proof, actor=build.handler_of(case), at=at,
        )  # fmt: skip


def heard(case, day=build.HEARD, answers=None):
    with build.on(day) as at:
        told = answers if answers is not None else {p.pk: (False, "证据确实。") for p in open_points(case)}
        return re_examine(case_id=case.pk, answers=told, actor=build.handler_of(case), at=at)


def hearing_asked(case, day=DAY_AFTER, **more):
    with build.on(day) as at:
        return request_hearing(
            case_id=case.pk, notice_ref=notice_of(case).public_id, actor=build.handler_of(case), at=at, **more
        )


@pytest.mark.clause("APL-2021:57.1")
def test_notice_before_the_investigation_is_over_is_refused():
    refusal = refusal_of(build.notice_given, build.with_records(build.an_open_case()))
    assert refusal.reason.startswith("现在是“已立案，调查中”")


@pytest.mark.clause("APL-2021:44")
@pytest.mark.duty("D12")
def test_notice_without_reasons_is_refused():
    refusal = refusal_of(build.notice_given, build.a_concluded_case(), reasons="")
    assert refusal.reason == "告知内容不完整：缺少理由。"


@pytest.mark.history("P9.28")
@pytest.mark.clause("APL-2021:63.1.1")
def test_notice_before_the_hearing_threshold_is_set_is_refused():
    agency = build.an_agency(without=("hearing_threshold_organisation_fen",))
    refusal = refusal_of(build.notice_given, build.a_concluded_case(body=agency))
    assert refusal.reason == "未设定听证数额标准，不能判断是否应当告知听证权利。"


@pytest.mark.history("P10.22")
def test_warning_alone_needs_no_hearing_threshold():
    agency = build.an_agency(without=("hearing_threshold_organisation_fen",))
    case = build.notice_given(build.a_concluded_case(body=agency), penalties=["warning"], fine_fen=0)
    assert case.status == "notified"


def test_notice_before_the_period_of_statement_is_set_is_refused():
    agency = build.an_agency(without=("statement_period_workdays",))
    refusal = refusal_of(build.notice_given, build.a_concluded_case(body=agency))
    assert refusal.reason == "未设定陈述申辩期限。"


@pytest.mark.history("P9.27")
@pytest.mark.clause("APL-2021:63.1")
def test_large_fine_without_telling_the_hearing_right_is_refused():
    case = build.a_concluded_case(workers=60)
    refusal = refusal_of(build.notice_given, case, fine_fen=2500000)
    assert refusal.reason == "未告知当事人要求听证的权利。"
    assert build.notice_given(case, fine_fen=2500000, hearing_told=True).status == "notified"


@pytest.mark.history("P9.14")
@pytest.mark.clause("APL-2021:5.3")
@pytest.mark.parametrize("basis", [["TSO-2018:review_scope"], ["没有这一条"], []])
def test_penalty_on_a_paper_that_is_no_law_is_refused(basis):
    refusal = refusal_of(build.notice_given, build.a_concluded_case(), basis=basis)
    assert {"basis_in_force", "notice_complete"} & set(failing(refusal)) or refusal.reason == "处罚依据无效。"


@pytest.mark.history("P9.17")
@pytest.mark.clause("LSR-2004:30.1#fine")
def test_violation_that_needs_an_unheeded_order_is_refused_without_one():
    case = build.a_concluded_case(matter_code="LDJC-04", violation_code="LD-04")
    refusal = refusal_of(build.notice_given, case)
    assert "责令限期改正尚未送达或者期限未满，不得处罚。" in {v.reason for v in refusal.verdicts} | {refusal.reason}


@pytest.mark.history("P9.22")
def test_windows_do_not_begin_before_the_notice_is_served():
    case = build.notice_given(build.a_concluded_case())
    assert not case.clocks.filter(kind="statement_period").exists()
    assert refusal_of(said, case).clause == "APL-2021:62"
    refusal = refusal_of(heard, case)
    assert "陈述申辩期限未满" in refusal.reason


@pytest.mark.history("P9.23")
@pytest.mark.clause("APL-2021:62")
def test_re_examination_within_the_statement_period_is_refused():
    case = build.a_notified_case()
    last = case.clocks.get(kind="statement_period").due_on
    assert last == date(2026, 10, 29)
    refusal = refusal_of(heard, case, day=last)
    assert refusal.reason.startswith("陈述申辩期限未满（示范县宏基建筑工程有限公司1，到2026年10月29日）")
    assert heard(case, day=last + timedelta(days=1)).status == "heard"


def test_party_that_has_nothing_to_add_is_not_waited_for():
    case = build.a_notified_case()
    said(case, nothing_to_add=True)
    assert heard(case, day=DAY_AFTER + timedelta(days=1)).status == "heard"


@pytest.mark.clause("APL-2021:62")
@pytest.mark.parametrize("silence", [{"form": ""}, {"proof": " "}, {"statement": False, "hearing": False}])
def test_silence_is_no_waiver(silence):
    assert refusal_of(waived, build.a_notified_case(), **silence).reason == "没有明确放弃，不能视为放弃。"


def test_party_that_waives_is_not_waited_for():
    case = build.a_notified_case(hearing_told=True)
    waived(case)
    assert heard(case, day=DAY_AFTER + timedelta(days=1)).status == "heard"


@pytest.mark.history("P10.9")
def test_party_that_changes_its_mind_is_heard_again():
    case = build.a_notified_case(hearing_told=True)
    waived(case)
    said(case, day=DAY_AFTER + timedelta(days=1))
    assert notice_of(case).statement_waived_on is None
    hearing_asked(case, day=DAY_AFTER + timedelta(days=1))
    assert notice_of(case).hearing_waived_on is None


def test_party_heard_early_may_still_change_its_mind_within_its_window():
    case = build.a_notified_case(hearing_told=True)
    waived(case)
    heard(case, day=DAY_AFTER)
    hearing_asked(case, day=date(2026, 10, 29))
    case.refresh_from_db()
    assert (case.status, notice_of(case).hearing_waived_on) == ("hearing_asked", None)


def test_statement_after_an_early_re_examination_is_answered_before_anything_is_decided():
    case = build.a_notified_case()
    waived(case, hearing=False)
    heard(case, day=DAY_AFTER)
    said(case, day=date(2026, 10, 28))
    case.refresh_from_db()
    assert (case.status, notice_of(case).statement_waived_on) == ("notified", None)
    assert asked("statement_re_examined", case).holds is False
    assert heard(case, day=date(2026, 10, 30)).status == "heard"


@pytest.mark.clause("APL-2021:62")
def test_statement_before_the_notice_was_served_is_refused():
    case = build.a_notified_case()
    with clock.frozen(clock.beijing(build.NOTIFIED, 17)):
        early = Moment(clock.beijing(date(2026, 10, 23), 12), clock.now(), "补录")
        refusal = refusal_of(
            record_statement, case_id=case.pk, notice_ref=notice_of(case).public_id, way="written", made_by="罗玉梅",
            points=("没有加班。",), actor=build.handler_of(case), at=early,
        )  # fmt: skip
    assert refusal.reason == "告知书还没有送达，陈述申辩期还没有开始。"


@pytest.mark.parametrize("posted", [date(2026, 10, 25), date(2026, 10, 28)])
def test_request_posted_before_the_notice_or_after_its_arrival_is_refused(posted):
    case = build.a_notified_case(hearing_told=True)
    assert refusal_of(hearing_asked, case, posted_on=posted).field == "posted_on"


@pytest.mark.clause("APL-2021:45.2")
def test_heavier_notice_after_a_supplemented_investigation_needs_new_facts():
    case = build.a_heard_case(points=("没有加班。",))
    build.drafted(case)
    returned = sent_back(a_review(case)).case
    head = build.person_of(case.body, "unit_head")
    with build.on(date(2026, 11, 6)) as at:
        supplement_investigation(case_id=case.pk, wanted="核对考勤。", actor=head, at=at)
    build.concluded(returned, day=date(2026, 11, 9))
    refusal = refusal_of(build.notice_given, returned, day=date(2026, 11, 10), fine_fen=600000)
    assert "不得因当事人陈述申辩给予更重的处罚。" in refusal.reason
    assert build.notice_given(returned, day=date(2026, 11, 10), fine_fen=500000).status == "notified"


@pytest.mark.parametrize("changes", [{"penalties": ["warning"]}, {"fine_fen": 0}])
def test_fine_and_kinds_of_penalty_agree(changes):
    case = build.a_concluded_case()
    assert refusal_of(build.notice_given, case, **changes).field == "fine"
    assert refusal_of(build.drafted, case, day=build.CONCLUDED, **changes).field == "fine"


@pytest.mark.history("P9.29")
@pytest.mark.clause("APL-2021:64.1.1")
def test_re_examination_within_the_hearing_window_is_refused():
    case = build.a_notified_case(hearing_told=True)
    refusal = refusal_of(heard, case, day=date(2026, 11, 2))
    assert refusal.reason.startswith("当事人申请听证的期限未满")
    assert heard(case, day=date(2026, 11, 3)).status == "heard"


@pytest.mark.history("P9.30")
@pytest.mark.clause("APL-2021:63.1")
def test_requested_hearing_stops_everything_until_it_is_withdrawn():
    case = build.a_notified_case(hearing_told=True)
    hearing_asked(case)
    case.refresh_from_db()
    assert case.status == "hearing_asked"
    assert asked("hearing_done", case).reason == "当事人要求听证，尚未组织听证。"
    assert "撤回" in asked("hearing_done", case).remedy
    with build.on(date(2026, 10, 29)) as at:
        assert (
            refusal_of(withdraw_hearing_request, case_id=case.pk, proof="", actor=build.handler_of(case), at=at).field
            == "proof"
        )
        withdraw_hearing_request(case_id=case.pk, proof="撤回申请书", actor=build.handler_of(case), at=at)
    assert heard(case).status == "heard"


def test_hearing_asked_too_late_is_refused_without_a_good_reason():
    case = build.a_notified_case(hearing_told=True)
    late = date(2026, 11, 4)
    assert refusal_of(hearing_asked, case, late).reason == "超过五个工作日申请听证的期限，且无正当理由。"
    assert hearing_asked(case, late, posted_on=date(2026, 11, 2)).pk


def test_hearing_nobody_was_told_of_is_refused():
    assert refusal_of(hearing_asked, build.a_notified_case()).clause == "APL-2021:63.1"


@pytest.mark.history("P9.24")
@pytest.mark.clause("APL-2021:45.1")
def test_point_without_an_answer_is_refused():
    case = build.a_notified_case()
    said(case, "没有加班。", "已经补休。")
    first = open_points(case)[0]
    refusal = refusal_of(heard, case, answers={first.pk: (True, "属实。")})
    assert refusal.reason == "当事人的陈述申辩尚未复核。"
    assert asked("statement_re_examined", case).holds is False


def test_statement_after_its_period_needs_a_reason():
    case = build.a_notified_case()
    assert refusal_of(said, case, day=date(2026, 10, 30)).field == "late_statement_reason"
    assert said(case, day=date(2026, 10, 30), late_reason="住院。").pk


def test_every_party_has_windows_of_its_own():
    two = (build.a_party(1), build.a_party(2))
    case = build.a_notified_case(parties=two)
    assert case.notices.count() == 2
    assert case.clocks.filter(kind="statement_period").count() == 2
    first = case.notices.order_by("pk").first()
    with build.on(DAY_AFTER) as at:
        waive_rights(
            case_id=case.pk, notice_ref=first.public_id, statement=True, hearing=False, form="recorded",
            proof="录像A12", actor=build.handler_of(case), at=at,
        )  # fmt: skip
    assert "公司2" in refusal_of(heard, case, day=date(2026, 10, 28)).reason


@pytest.mark.history("P9.25")
@pytest.mark.clause("APL-2021:45.2")
def test_heavier_fine_after_the_defence_is_refused():
    case = build.a_heard_case(points=("没有加班。",))
    build.drafted(case, fine_fen=600000)
    verdict = asked("not_heavier", case, at=case.steps_taken.last())
    assert verdict.reason.startswith(
        "拟决定的罚款 6,000.00 元高于告知的 5,000.00 元。不得因当事人陈述申辩给予更重的处罚。"
    )


@pytest.mark.clause("APL-2021:45.2")
def test_telling_again_only_because_of_the_defence_is_refused():
    case = build.a_heard_case(points=("没有加班。",))
    refusal = refusal_of(build.notice_given, case, day=date(2026, 11, 5), fine_fen=600000)
    assert "not_heavier" in failing(refusal) or "不得因当事人陈述申辩" in refusal.reason


@pytest.mark.history("P9.26")
@pytest.mark.clause("APL-2021:44")
@pytest.mark.parametrize(
    "changes", [{"basis": ["LSR-2004:30.1#fine"]}, {"penalties": ["fine", "confiscation_of_gains"]}]
)
def test_decision_beyond_the_notice_is_refused(changes):
    case = build.a_heard_case()
    build.drafted(case, **changes)
    assert asked("same_as_notified", case).reason.startswith("决定内容与告知不一致，应当重新告知")


def test_lighter_decision_needs_no_new_notice():
    case = build.a_heard_case(points=("已经改正。",))
    build.drafted(case, fine_fen=402000)
    assert asked("same_as_notified", case).holds
    assert asked("not_heavier", case).holds


@pytest.mark.history("P9.21")
@pytest.mark.clause("APL-2021:62")
def test_penalty_without_a_notice_is_refused():
    case = build.a_concluded_case()
    with build.on(build.HEARD) as at:
        prepare_draft(case_id=case.pk, kind="penalty", proposal=build.a_proposal(), actor=build.handler_of(case), at=at)
        refusal = refusal_of(
            request_decision, case_id=case.pk, kind="penalty", opinion="", actor=build.handler_of(case), at=at
        )
    assert refusal.reason.startswith("现在是“调查终结”")

"""Service by announcement is the last resort: tried, agreed to, posted, photographed, and full only after thirty days."""

from datetime import date, timedelta

import pytest

from tests.builders import cases as build
from tests.builders import serving
from tests.cases.refusing import failing, refusal_of
from yangguang.base import outbox
from yangguang.base.events import SYSTEM
from yangguang.base.models import LedgerEntry
from yangguang.cases.presentation.serving import brief_of, services_of
from yangguang.cases.recordings import unrecorded
from yangguang.cases.use_cases.approve_announcement import approve_announcement
from yangguang.cases.use_cases.deem_served import deem_all_served, deem_served, last_day_of
from yangguang.cases.use_cases.re_examine import re_examine
from yangguang.cases.use_cases.serve_by_announcement import serve_by_announcement
from yangguang.cases.use_cases.void_decision import void_decision
from yangguang.records.api import void_document

pytestmark = pytest.mark.django_db

DAY = build.NOTIFIED
POSTED = DAY + timedelta(days=1)
FULL = date(2026, 11, 26)
NO_RESORT = "未记明其他方式无法送达的原因和经过，不能公告送达。"


def waiting():
    return build.notice_given(build.a_concluded_case())


def full(day=FULL, hour=1):
    with build.on(day, hour) as at:
        return deem_all_served(actor=SYSTEM, at=at)


@pytest.mark.history("P9.50")
@pytest.mark.clause("CPL-2023:95.1", "CPL-2023:95.2")
@pytest.mark.parametrize("tried", [(), ("direct",), ("post",), ("direct", "left")])
def test_announcement_before_other_ways_were_tried_is_refused(tried):
    case = waiting()
    for method in tried:
        serving.failed(case, method, DAY)
    refusal = refusal_of(serving.asked, case, DAY)
    assert refusal.reason == NO_RESORT
    assert set(refusal.clauses) == {"CPL-2023:95.1", "CPL-2023:95.2"}


@pytest.mark.clause("CPL-2023:95.2")
def test_announcement_without_reason_and_course_is_refused():
    case = waiting()
    for method in ("direct", "post"):
        serving.failed(case, method, DAY)
    assert refusal_of(serving.asked, case, DAY, course=" ").reason == NO_RESORT


@pytest.mark.clause("CPL-2023:95.1")
def test_party_that_agreed_to_electronic_service_is_tried_electronically_first():
    case = waiting()
    serving.confirmed(case, DAY)
    for method in ("direct", "post"):
        serving.failed(case, method, DAY)
    assert refusal_of(serving.asked, case, DAY).reason == NO_RESORT
    serving.failed(case, "electronic", DAY, failure="邮件退回：地址不存在。")
    assert serving.asked(case, DAY).state == "pending"


@pytest.mark.clause("CPL-2023:95.1")
def test_unknown_whereabouts_count_once_they_are_shown():
    case = waiting()
    assert refusal_of(serving.asked, case, DAY, ground="whereabouts_unknown").reason == NO_RESORT
    told = {"ground": "whereabouts_unknown", "whereabouts_proof": "社区证明：该户三月前迁出，去向不明。"}
    build.approve(serving.asked(case, DAY, **told), case.body, DAY, hour=13)
    row = case.announcements.get()
    assert "社区证明" in row.course
    assert "下落不明" in str(row.notice.sheet)


@pytest.mark.history("P9.22")
@pytest.mark.history("P10.3")
@pytest.mark.clause("CPL-2023:95.1")
def test_notice_that_was_announced_counts_as_served_on_the_day_it_is_full_and_opens_its_windows_then():
    case = waiting()
    row = serving.announced(case, DAY)
    notice = case.notices.get()
    assert (last_day_of(row), notice.served_on) == (FULL, None)
    assert not case.clocks.filter(kind="statement_period").exists()
    assert full(FULL - timedelta(days=1), 23) == 0
    assert full() == 1
    assert full() == 0
    notice.refresh_from_db()
    window = case.clocks.get(kind="statement_period")
    assert (notice.served_on, window.started_on, window.start_event) == (FULL, FULL, "公告期满，告知送达")
    service = case.services.get(succeeded=True)
    assert (service.method, service.served_on, service.proof_number) == ("announced", FULL, row.notice.number)
    with build.on(FULL, 10) as at:
        refusal = refusal_of(re_examine, case_id=case.pk, answers={}, actor=build.handler_of(case), at=at)
    assert "statement_period_over" in failing(refusal)


@pytest.mark.history("P10.4")
@pytest.mark.clause("CPL-2023:85.3")
def test_announcement_that_is_full_on_a_holiday_rolls_to_the_first_day_after_it():
    opened, noticed = date(2026, 3, 12), date(2026, 4, 2)
    case = build.an_open_case(day=opened, discovered_on=date(2026, 3, 2), reported_on=date(2026, 3, 2),
                              violation_began_on=date(2026, 1, 5), violation_ended_on=date(2026, 2, 27))  # fmt: skip
    build.concluded(build.with_records(case), day=date(2026, 3, 25))
    case = build.notice_given(case, day=noticed)
    row = serving.announced(case, noticed, made_on=date(2026, 4, 3))
    assert last_day_of(row) == date(2026, 5, 6)
    assert full(date(2026, 5, 5)) == 0
    assert full(date(2026, 5, 6)) == 1


def test_late_job_still_serves_as_of_the_day_that_was_full():
    case = waiting()
    serving.announced(case, DAY)
    assert full(date(2026, 12, 7)) == 1
    notice = case.notices.get()
    assert notice.served_on == FULL
    assert case.clocks.get(kind="statement_period").started_on == FULL


def test_handler_who_comes_before_the_job_serves_what_is_full_and_nothing_earlier():
    case = waiting()
    row = serving.announced(case, DAY)
    with build.on(FULL - timedelta(days=1)) as at:
        refusal = refusal_of(deem_served, announcement_ref=row.public_id, actor=build.handler_of(case), at=at)
        assert refusal.reason == "公告没有满期，不能视为送达。"
    with build.on(FULL) as at:
        assert deem_served(announcement_ref=row.public_id, actor=build.handler_of(case), at=at).status == "served"


@pytest.mark.clause("CPL-2023:95.1")
def test_announcement_nobody_agreed_to_is_refused():
    case = waiting()
    row = serving.agreed(case, DAY)
    row.status = "ended"
    row.save()
    with build.on(POSTED) as at:
        refusal = refusal_of(
            serve_by_announcement, case_id=case.pk, announcement_ref=row.public_id, places="公告栏", photos=[serving.PHOTO],
            officers=build.officers_of(case.body), actor=build.handler_of(case), at=at,
        )  # fmt: skip
    assert refusal.reason == "公告送达没有经承办机构负责人同意。"


@pytest.mark.clause("CPL-2023:95.2")
@pytest.mark.parametrize(("change", "words"), [
    ({"photos": []}, "没有公告张贴、刊登的照片。"), ({"officers": 1}, "执法人员少于两人。"),
])  # fmt: skip
def test_announcement_without_photograph_or_by_one_officer_is_refused(change, words):
    case = waiting()
    row, officers = serving.agreed(case, DAY), build.officers_of(case.body)
    told = {"photos": [serving.PHOTO], "officers": officers} | change
    told["officers"] = officers[: change["officers"]] if "officers" in change else officers
    with build.on(POSTED) as at:
        refusal = refusal_of(
            serve_by_announcement, case_id=case.pk, announcement_ref=row.public_id, places="公告栏",
            actor=build.handler_of(case), at=at, **told,
        )  # fmt: skip
    assert refusal.reason == words


def test_only_the_head_of_the_unit_agrees():
    case = waiting()
    serving.failed(case, "direct", DAY)
    serving.failed(case, "post", DAY)
    approval = serving.asked(case, DAY)
    with build.on(DAY, 14) as at:
        refusal = refusal_of(
            lambda: approve_announcement(case_id=case.pk, approval=approval, actor=build.handler_of(case), at=at)
        )
    assert refusal.reason == "您不能同意公告送达。"


@pytest.mark.clause("CPL-2023:95.2")
def test_reason_course_and_failed_attempts_stay_in_the_file_beside_the_one_success():
    case = waiting()
    row = serving.announced(case, DAY)
    assert "直接、邮寄均未果" in row.course
    assert "2026-10-26邮寄送达：邮件以“查无此人”退回。" in row.course
    full()
    (shown,) = services_of(case)
    assert [one["succeeded"] for one in shown["attempts"]] == [False, False, True]
    assert shown["served_on"] == FULL
    assert brief_of(case)[0]["failed"] == 2
    outbox.deliver_all()
    row.notice.refresh_from_db()
    assert row.notice.pdf is not None
    assert "经过30日，即视为送达" in str(row.notice.sheet)
    assert LedgerEntry.objects.get(event="AnnouncementFull").summary.endswith("2026-11-26")
    assert "发出送达公告" not in "".join(unrecorded(case))


@pytest.mark.history("P9.51")
@pytest.mark.clause("APL-2021:67.3")
def test_decision_that_is_announced_is_in_time_but_its_terms_run_from_the_day_that_is_full():
    case = build.a_decided_case()
    paper = serving.the_paper(case, "penalty_decision")
    row = serving.announced(case, build.SERVED, document=paper)
    assert case.status == "decided"
    assert not case.clocks.filter(kind="serve_by", stopped_on=None).exists()
    assert not case.clocks.filter(kind__in=("pay_by", "sue_by", "apply_for_reconsideration_by")).exists()
    day = last_day_of(row)
    assert full(day) == 1
    case.refresh_from_db()
    assert case.status == "served"
    assert {
        c.started_on for c in case.clocks.filter(kind__in=("pay_by", "sue_by", "apply_for_reconsideration_by"))
    } == {day}


@pytest.mark.clause("APL-2021:61.1")
def test_late_announcement_explains_itself():
    case = build.a_decided_case()
    serving.announced(case, date(2026, 11, 23), document=serving.the_paper(case, "penalty_decision"))
    kept = case.clocks.get(kind="serve_by")
    assert kept.stopped_on == date(2026, 11, 24)
    assert kept.overdue_reason.startswith("公告送达：直接、邮寄均未果")


def test_party_that_turns_up_is_handed_the_paper_and_the_announcement_ends():
    case = waiting()
    row = serving.announced(case, DAY)
    later = date(2026, 11, 3)
    case = build.served(
        case, "prior_notice", later, method="direct", recipient="罗玉梅", relation="legal_representative"
    )
    row.refresh_from_db()
    assert (row.status, last_day_of(row), case.notices.get().served_on) == ("ended", None, later)
    assert full() == 0
    assert not case.clocks.filter(kind="deemed_served_on", stopped_on=None).exists()


@pytest.mark.history("P10.42")
def test_decision_that_is_voided_while_it_is_announced_is_not_deemed_served():
    case = build.a_decided_case()
    row = serving.announced(case, build.SERVED, document=serving.the_paper(case, "penalty_decision"))
    day = last_day_of(row)
    with build.on(date(2026, 11, 12)) as at:
        void_decision(case_id=case.pk, reason="金额大写有误。", actor=build.person_of(case.body, "agency_head"), at=at)
    assert full(day) == 0
    row.refresh_from_db()
    assert row.status == "ended"
    assert not case.clocks.filter(kind="pay_by").exists()


def test_one_party_is_announced_to_and_the_other_is_served_by_hand():
    case = build.notice_given(build.a_concluded_case(parties=(build.a_party(1), build.a_party(2))))
    here, gone = case.parties.order_by("position")
    own = case.notices.get(party=gone).document
    serving.announced(case, DAY, document=own, party=gone)
    with build.on(date(2026, 10, 28), 14) as at:
        build.serve_document(
            case_id=case.pk, document_ref=case.notices.get(party=here).document.public_id, party_ref=here.public_id,
            service=build.ServiceFacts("direct", "刘芳", "reception", proof_number="回证1"), actor=build.handler_of(case), at=at,
        )  # fmt: skip
    full()
    days = {notice.party_id: notice.served_on for notice in case.notices.all()}
    assert days == {here.pk: date(2026, 10, 28), gone.pk: FULL}


def test_second_announcement_of_the_same_paper_is_refused():
    case = waiting()
    serving.announced(case, DAY)
    assert refusal_of(serving.asked, case, date(2026, 10, 28)).reason == "这份文书对该受送达人已经在公告送达。"


def test_announcement_of_a_voided_notice_is_refused():
    case = waiting()
    row = serving.agreed(case, DAY)
    with build.on(DAY, 15) as at:
        void_document(document_id=row.notice.pk, reason="写错", actor=build.handler_of(case), at=at)
    with build.on(POSTED) as at:
        refusal = refusal_of(
            serve_by_announcement, case_id=case.pk, announcement_ref=row.public_id, places="公告栏", photos=[serving.PHOTO],
            officers=build.officers_of(case.body), actor=build.handler_of(case), at=at,
        )  # fmt: skip
    assert refusal.reason == "文书或者公告已经作废，不能公告。"


def test_paper_that_is_for_another_party_is_neither_tried_nor_announced():
    case = build.notice_given(build.a_concluded_case(parties=(build.a_party(1), build.a_party(2))))
    one, two = case.parties.order_by("position")
    own = case.notices.get(party=one).document
    assert (
        refusal_of(serving.failed, case, "direct", DAY, document=own, party=two).reason == "这份文书不是给该当事人的。"
    )
    told = {"ground": "whereabouts_unknown", "whereabouts_proof": "社区证明。"}
    assert refusal_of(serving.asked, case, DAY, document=own, party=two, **told).field == "party_ref"

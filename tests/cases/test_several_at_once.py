"""What orders the work is done for several files at once, each an act of its own; what was refused says why."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.builders import cases as build
from tests.builders.directory import an_account, an_officer
from tests.builders.many import many_cases
from tests.builders.samples_of_cases import PAID, a_closed_case
from tests.builders.signing import all_signed
from yangguang.base.events import SYSTEM
from yangguang.base.models import LedgerEntry
from yangguang.cases.models import Case, Clock
from yangguang.cases.use_cases.archive_files import archive_files
from yangguang.cases.use_cases.explain_several_overdue import explain_several_overdue
from yangguang.cases.use_cases.reassign_cases import reassign_cases, succession
from yangguang.cases.use_cases.request_recusal import request_recusal
from yangguang.directory.use_cases.leave_post import leave_post
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused
from yangguang.records.api import documents_of, render_document

pytestmark = pytest.mark.django_db
DAY = build.NOTIFIED


@pytest.fixture
def body():
    return build.an_agency()


def two_cases(body):
    return [build.an_open_case(body=body), build.an_open_case(body=body, parties=(build.a_party(2),))]


def has_left(officer):
    with build.on(DAY, 8) as at:
        leave_post(officer=officer, left_on=DAY, actor=SYSTEM, at=at)


def handed_over(cases, taking, body, leaving=None, reason="陈立调离"):
    with build.on(DAY) as at:
        return reassign_cases(
            case_ids=[case.pk for case in cases], leaving=leaving, taking=taking, reason=reason,
            actor=build.person_of(body, "unit_head"), at=at,
        )  # fmt: skip


def handlers(case):
    return [row.officer.name for row in case.assignments.filter(ends_on=None).order_by("position")]


@pytest.mark.clause("APL-2021:42.1#officers")
def test_cases_of_an_officer_who_left_go_to_another_each_by_an_act_of_its_own(body):
    cases, new = two_cases(body), an_officer(body=body, named="刘洋")
    has_left(build.officers_of(body)[0])
    results = handed_over(cases, [new], body)
    assert [one.refusal for one in results] == [None, None]
    assert [handlers(case) for case in cases] == [["刘洋", "周敏"]] * 2
    for case in cases:
        line = LedgerEntry.objects.filter(event="OfficersAssigned", file_ref=case.public_id).get()
        assert "陈立调离" in line.summary


def test_officer_who_is_still_there_hands_over_what_the_head_chooses(body):
    (case, other), new = two_cases(body), an_officer(body=body, named="刘洋")
    handed_over([case], [new], body, leaving=build.officers_of(body)[1], reason="均衡工作量")
    assert (handlers(case), handlers(other)) == (["陈立", "刘洋"], ["陈立", "周敏"])


@pytest.mark.clause("APL-2021:42.1#qualified")
def test_officer_without_a_certificate_takes_over_nothing_and_the_reason_is_told(body):
    case, bare = build.an_open_case(body=body), an_officer(body=body, named="郑爽", with_certificate=False)
    has_left(build.officers_of(body)[0])
    (result,) = handed_over([case], [bare], body)
    assert "郑爽" in result.refusal.reason
    assert handlers(case) == ["陈立", "周敏"]
    assert not LedgerEntry.objects.filter(event="OfficersAssigned").exists()


@pytest.mark.clause("APL-2021:43.1")
def test_one_case_is_refused_for_a_conflict_and_the_others_go_on(body):
    (first, second), new = two_cases(body), an_officer(body=body, named="刘洋")
    with build.on(DAY - timedelta(days=3)) as at:
        request_recusal(
            case_id=first.pk,
            officer=new,
            by_officer=True,
            reason="与当事人是亲属",
            actor=build.handler_of(first),
            at=at,
        )
    has_left(build.officers_of(body)[0])
    refused, done = handed_over([first, second], [new], body)
    assert "应当回避" in refused.refusal.reason
    assert (done.refusal, handlers(second)) == (None, ["刘洋", "周敏"])


def test_one_officer_left_over_is_refused_as_too_few(body):
    case = build.an_open_case(body=body)
    first, second = build.officers_of(body)
    has_left(first)
    has_left(second)
    (result,) = handed_over([case], [an_officer(body=body, named="刘洋")], body)
    assert "少于两人" in result.refusal.reason


@pytest.mark.parametrize(
    ("cases", "taking", "reason"), [(False, True, "调离"), (True, False, "调离"), (True, True, " ")]
)
def test_without_cases_officers_or_a_reason_nothing_is_handed_over(body, cases, taking, reason):
    case, new = build.an_open_case(body=body), an_officer(body=body)
    with pytest.raises(Refused):
        handed_over([case] if cases else [], [new] if taking else [], body, reason=reason)


def test_head_of_another_body_hands_over_nothing(body):
    case, new = build.an_open_case(body=body), an_officer(body=body)
    stranger = build.person_of(build.an_agency(mark="邻人社"), "unit_head")
    with build.on(DAY) as at:
        (result,) = reassign_cases(case_ids=[case.pk], leaving=None, taking=[new], reason="调离", actor=stranger, at=at)
    assert "您不能" in result.refusal.reason


def test_who_takes_over_stands_where_the_first_who_leaves_stood(body):
    first, second = build.officers_of(body)
    third = an_officer(body=body)
    assert succession([first, second], {first.pk}, [third]) == [third, second]
    assert succession([first, second], {first.pk}, [second]) == [second]
    assert succession([], set(), [first, second]) == [first, second]


def late_terms(case):
    Clock.objects.filter(case=case, kind="investigate_by").update(
        due_on=DAY - timedelta(days=5), fixed_due_on=DAY - timedelta(days=5)
    )
    return list(Clock.objects.filter(case=case, kind="investigate_by").values_list("public_id", flat=True))


def test_one_reason_stands_beside_every_passed_term_and_a_term_that_runs_refuses_it(body):
    first, second = two_cases(body)
    refs = late_terms(first) + list(
        Clock.objects.filter(case=second, kind="investigate_by").values_list("public_id", flat=True)
    )
    with build.on(DAY) as at:
        results = explain_several_overdue(clock_refs=refs, reason="等候鉴定", actor=build.handler_of(first), at=at)
    told = {one.number: one.refusal for one in results}
    assert told[first.number] is None
    assert "还没有到" in told[second.number].reason
    assert LedgerEntry.objects.filter(event="OverdueExplained").count() == 1


def test_closed_files_are_archived_and_one_unrendered_or_without_its_signed_pages_stays(body):
    case = a_closed_case(body)
    archivist = an_account(role="archivist", body=body)
    with build.on(PAID, 17) as at:
        (waiting,) = archive_files(case_ids=[case.pk], actor=archivist, at=at)
        assert "没有生成" in waiting.refusal.reason
        for document in documents_of(case.public_id):
            render_document(document)
        (unsigned,) = archive_files(case_ids=[case.pk], actor=archivist, at=at)
        assert unsigned.refusal.reason.startswith("案卷缺少签名页：《")
        all_signed(case, day=PAID, hour=17)
        (done,) = archive_files(case_ids=[case.pk], actor=archivist, at=at)
    case.refresh_from_db()
    assert (done.refusal, case.status) == (None, "archived")


def opened(client, account, address, day=DAY, **posted):
    client.force_login(account)
    with clock.frozen(clock.beijing(day, 15)):
        return client.post(address, posted, follow=True) if posted else client.get(address)


def test_head_chooses_cases_on_the_page_and_is_told_what_became_of_each(client, body):
    cases, new = two_cases(body), an_officer(body=body, named="刘洋")
    leaving = build.officers_of(body)[0]
    has_left(leaving)
    head, address = build.person_of(body, "unit_head"), reverse("cases:reassign")
    page = opened(client, head, address).content.decode()
    assert all(case.public_id in page for case in cases)
    assert "陈立 2" in page
    answer = opened(
        client,
        head,
        address,
        cases=[case.public_id for case in cases],
        taking=[new.public_id],
        reason="陈立调离",
        once="a1",
    )
    assert answer.content.decode().count("已改派，承办人：刘洋、周敏") == 2
    assert "没有要改派的案件" in answer.content.decode()


def test_page_of_gaps_lists_the_case_and_leads_to_its_remedy(client, body):
    case = build.an_open_case(body=body)
    Clock.objects.filter(case=case).update(stopped_on=DAY)
    page = opened(client, build.person_of(body, "unit_head"), reverse("cases:gaps")).content.decode()
    assert "没有办理日期" in page
    address = reverse("cases:act", args=[case.public_id, "plan_next_step"])
    assert address in page
    planned = (DAY + timedelta(days=2)).isoformat()
    with clock.frozen(clock.beijing(DAY, 16)):
        answer = client.post(
            address,
            {"day": planned, "occurred_at": f"{DAY}T15:00", "what": "询问", "seen_version": str(case.version)},
            follow=True,
        )
    assert "已写入日程" in answer.content.decode()


def test_other_body_is_not_on_the_page(client, body):
    other = build.an_agency(mark="邻人社")
    case = build.an_open_case(body=other)
    has_left(build.officers_of(other)[0])
    assert (
        case.public_id
        not in opened(client, build.person_of(body, "unit_head"), reverse("cases:reassign")).content.decode()
    )


def test_page_to_hand_over_stays_quick_with_thousands_of_cases(client, body, django_assert_max_num_queries):
    many_cases(body, 1500)
    client.force_login(build.person_of(body, "unit_head"))
    with django_assert_max_num_queries(44):
        assert client.get(reverse("cases:reassign")).status_code == 200
    with django_assert_max_num_queries(44):
        assert client.get(reverse("cases:gaps")).status_code == 200
    assert Case.objects.count() == 1500


def test_handler_explains_several_terms_on_the_page(client, body):
    case = build.an_open_case(body=body)
    refs, address = late_terms(case), reverse("cases:explain_several")
    answer = opened(client, build.handler_of(case), address, clocks=refs, reason="等候鉴定", once="c1")
    assert "已写明逾期原因" in answer.content.decode()
    assert "没有要说明的期限" in answer.content.decode()


def test_archivist_archives_several_files_on_the_page(client, body):
    case = a_closed_case(body)
    archivist, address = an_account(role="archivist", body=body), reverse("cases:archive_several")
    assert case.public_id in opened(client, archivist, address, day=PAID + timedelta(days=1)).content.decode()
    answer = opened(client, archivist, address, day=PAID + timedelta(days=1), cases=[case.public_id], once="d1")
    assert "没有归档" in answer.content.decode()

"""How a listing ends: removed early, run out, annulled, restored; and what the public reads meanwhile (D07 to D13)."""

from datetime import date

import pytest

from tests.builders import criminal
from tests.builders import sanctions as build
from tests.builders.cases import on, person_of
from tests.builders.directory import fresh_code
from tests.builders.disclosure import deliver
from yangguang.base.events import SYSTEM
from yangguang.bulletin.api import PublicList
from yangguang.cases.kinds.wage_arrears_sanctions.public_rows import words_of
from yangguang.cases.models import Clock
from yangguang.cases.use_cases.annul_instruction import annul_instruction
from yangguang.cases.use_cases.annul_listing import annul_listing
from yangguang.cases.use_cases.confirm_takedown import confirm_takedown
from yangguang.cases.use_cases.expire_listing import expire_all_listings, expire_listing
from yangguang.cases.use_cases.refuse_delisting import refuse_delisting
from yangguang.cases.use_cases.remove_from_list import remove_from_list
from yangguang.cases.use_cases.restore_listing import restore_listing
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db(databases=["default", "public"])]
PAID, ASKED = date(2026, 10, 12), date(2027, 4, 13)
RAN_OUT = date(2029, 10, 10)


def removed(line, *, day=ASKED, everybody=None, hour=15, **facts):
    head = build.head_of(line)
    refs = everybody if everybody is not None else [one.public_id for one in line.listed.order_by("pk")]
    with on(day, hour) as at:
        return remove_from_list(
            listing=line, code=fresh_code(head), everybody=refs, reason="符合条件。", actor=head, at=at, **facts
        )


def an_application(day=ASKED, line=None):
    line = line or build.a_listing()
    build.paid(line.case, day=PAID)
    return build.asked_to_be_removed(line, day=day, rectified_on=PAID)


def public_rows():
    found = PublicList.objects.filter(list_kind="wage_arrears_sanctions").first()
    return None if found is None else [row["cells"]["name"] for row in found.rows]


@pytest.mark.clause("DWL-2021:9")
def test_published_listing_reaches_the_public_and_leaves_it_the_moment_it_ends():
    line = build.published(build.a_listing())
    deliver()
    assert public_rows() == [line.party.name]
    cells = PublicList.objects.get(list_kind="wage_arrears_sanctions").rows[0]["cells"]
    assert cells["persons"] == "许景明（法定代表人或者主要负责人）"
    assert cells["until"] == "2029-10-09"
    with on(PAID) as at:
        annul_listing(listing=line, reason="认定事实错误。", actor=build.head_of(line), at=at)
    deliver()
    assert public_rows() == []


def test_listing_that_was_never_published_puts_nothing_before_the_public():
    line = build.a_listing()
    with on(PAID) as at:
        annul_listing(listing=line, reason="认定事实错误。", actor=build.head_of(line), at=at)
    deliver()
    assert public_rows() is None


@pytest.mark.clause("MVP-2016:6#secrets")
def test_listing_goes_out_only_after_the_check_of_secrecy_and_once():
    line = build.a_listing()
    with pytest.raises(Refused, match="未完成保密审查和脱敏。"):
        build.published(line, secrecy_note=" ")
    line = build.published(line)
    with pytest.raises(Refused, match="没有在等候发布"):
        build.published(line, hour=16)
    assert "工人1" not in words_of(line)


@pytest.mark.clause("DWL-2021:12")
@pytest.mark.clause("DWL-2021:14.3")
def test_unit_that_paid_and_pledged_is_removed_after_six_months_with_everybody():
    line = an_application()
    assert Clock.objects.get(case=line.case, kind="decide_delisting_by").due_on == date(2027, 5, 4)
    with pytest.raises(Refused, match="应当将其他当事人一并移出。"):
        removed(line, everybody=[line.listed.order_by("pk").first().public_id])
    line = removed(line)
    assert (line.status, line.ended_on) == ("delisted", ASKED)
    assert Clock.objects.get(case=line.case, kind="delist_by").stopped_on is None


@pytest.mark.clause("DWL-2021:12#months")
def test_a_day_short_of_six_months_is_not_enough():
    line = an_application(day=date(2027, 4, 11))
    with pytest.raises(Refused, match="不符合提前移出条件。"):
        removed(line, day=date(2027, 4, 11))


@pytest.mark.history("P9.82", "P10.37")
@pytest.mark.clause("DWL-2021:13")
def test_nobody_is_removed_early_while_a_criminal_case_is_open():
    line = build.a_listing()
    criminal.a_principal(line.case.body)
    day = date(2026, 10, 10)
    transfer = criminal.with_a_task_force(criminal.suspected(line.case, day=day), day=day)
    transfer = criminal.a_sent_transfer(
        criminal.an_approved_transfer(transfer, day=date(2026, 10, 11)), day=date(2026, 10, 11)
    )
    criminal.an_opened_transfer(
        criminal.an_acknowledged_transfer(transfer, day=date(2026, 10, 12)), day=date(2026, 10, 13)
    )
    line = an_application(line=line)
    with pytest.raises(Refused, match="刑事诉讼期间或者已经被追究刑事责任的，不得提前移出"):
        removed(line)


def test_refusal_to_remove_says_why_and_the_listing_goes_on():
    line = an_application()
    head = build.head_of(line)
    with on(ASKED, 15) as at:
        with pytest.raises(Refused, match="不予提前移出应当说明理由。"):
            refuse_delisting(listing=line, code="", reason=" ", actor=head, at=at)
        line = refuse_delisting(listing=line, code=fresh_code(head), reason="承诺内容不实。", actor=head, at=at)
    assert line.status == "listed"
    assert Clock.objects.get(case=line.case, kind="listed_until").stopped_on is None


@pytest.mark.history("P9.82")
@pytest.mark.clause("DWL-2021:11")
def test_listing_ends_by_itself_on_the_day_after_three_years_and_leaves_the_public():
    line = build.published(build.a_listing())
    with on(date(2029, 10, 9)) as at:
        assert expire_listing(listing=line, actor=SYSTEM, at=at) is None
    with on(RAN_OUT) as at:
        assert expire_all_listings(actor=SYSTEM, at=at) == 1
        assert expire_all_listings(actor=SYSTEM, at=at) == 0
    line.refresh_from_db()
    assert (line.status, line.ended_reason) == ("delisted", "列入期限届满")
    with on(RAN_OUT, 10):
        deliver()
    assert public_rows() == []
    publisher = build.a_publisher(line.case.body)
    with on(date(2029, 10, 11)) as at:
        confirm_takedown(listing=line, channels="信用中国、门户网站", actor=publisher, at=at)
    assert Clock.objects.get(case=line.case, kind="delist_by").stopped_on == date(2029, 10, 11)


@pytest.mark.history("P9.81")
@pytest.mark.clause("DWL-2021:16")
def test_listing_falls_in_the_same_moment_as_the_order_to_pay_it_rests_on():
    line = build.published(build.a_listing())
    deliver()
    with on(PAID) as at:
        annul_instruction(instruction=line.instruction, reason="认定主体错误。", actor=build.head_of(line), at=at)
    line.refresh_from_db()
    assert line.status == "annulled"
    assert line.instruction.number in line.ended_reason
    deliver()
    assert public_rows() == []


@pytest.mark.history("P9.81")
def test_nobody_is_listed_on_an_order_that_has_fallen():
    line = build.a_notified_listing()
    with on(date(2026, 9, 24)) as at:
        annul_instruction(instruction=line.instruction, reason="认定主体错误。", actor=build.head_of(line), at=at)
    with pytest.raises(Refused, match="不符合列入失信联合惩戒名单的条件。"):
        build.decided(line)


@pytest.mark.clause("DWL-2021:15")
def test_removal_got_by_serious_forgery_is_undone_and_three_years_run_anew():
    line = removed(an_application())
    head, day = build.head_of(line), date(2027, 6, 1)
    with on(day) as at:
        given = {"listing": line, "reason": "支付凭证系伪造。", "actor": head, "at": at}
        with pytest.raises(Refused, match="未认定隐瞒、造假情节严重。"):
            restore_listing(**given, serious=False, code="")
        line = restore_listing(**given, serious=True, code=fresh_code(head))
    assert (line.status, line.listed_on, line.listed_until) == ("listed", day, date(2030, 6, 1))
    assert line.public_since is None


def test_listing_that_ran_out_is_not_restored():
    line = build.a_listing()
    with on(RAN_OUT) as at:
        line = expire_listing(listing=line, actor=SYSTEM, at=at)
        with pytest.raises(Refused, match="不是经申请提前移出的"):
            restore_listing(listing=line, serious=True, reason="伪造。", code="", actor=build.head_of(line), at=at)


def test_only_the_head_annuls():
    line = build.a_listing()
    with on(PAID) as at, pytest.raises(Refused, match="您不能撤销列入"):
        annul_listing(listing=line, reason="错误。", actor=person_of(line.case.body, "unit_head"), at=at)


def test_public_site_shows_the_list_with_everybody_on_it(client):
    line = build.published(build.a_listing())
    deliver()
    found = PublicList.objects.get(list_kind="wage_arrears_sanctions")
    shown = client.get(f"/lists/{found.ref}").content.decode()
    assert line.party.name in shown
    assert "许景明（法定代表人或者主要负责人）" in shown
    assert "拖欠农民工工资失信联合惩戒对象名单" in client.get("/lists/").content.decode()

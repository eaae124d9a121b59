"""The sanctions list through the browser's door."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders import sanctions as build
from tests.builders.cases import handler_of, on
from tests.builders.directory import fresh_code
from tests.builders.labour import a_concluded_labour_case
from yangguang.base.events import SYSTEM
from yangguang.cases.kinds.wage_arrears_sanctions.acts import ACTS
from yangguang.cases.kinds.wage_arrears_sanctions.stages import WAGE_ARREARS_SANCTIONS
from yangguang.cases.models import SanctionsListing
from yangguang.disclosure.use_cases.schedule_entry import schedule_entry
from yangguang.kernel.moment import Moment

pytestmark = pytest.mark.django_db
TAKEN_WITHIN_ANOTHER = {
    "publish_listing",
    "propose_listing", "notify_one_listed", "verify_one_objection", "expire_listing", "deem_list_notice_served",
    "deem_objection_answer_served", "deem_listing_paper_served",
}  # fmt: skip
HANDED = {"method": "direct", "recipient": "刘芳", "relation": "reception", "proof_number": "回证5号"}


def act_of(line, act):
    return reverse("cases:listing_act", args=[line.case.public_id, line.public_id, act])


def test_every_act_of_the_table_has_a_form_but_those_taken_within_another():
    assert {step.act for step in WAGE_ARREARS_SANCTIONS.steps} == set(ACTS) | TAKEN_WITHIN_ANOTHER


def test_handler_proposes_a_listing_and_tells_the_unit(client):
    case = a_concluded_labour_case(owed=build.OWED)
    client.force_login(handler_of(case))
    with on(build.PROPOSED, 15):
        when = f"{build.PROPOSED}T15:00"
        told = {
            "instruction": case.instructions.get().public_id, "migrant_workers": "yes", "ground": build.GROUND,
            "representative": "许景明", "in_charge": "冯国栋", "occurred_at": when,
        }  # fmt: skip
        assert client.post(reverse("cases:propose_listing", args=[case.public_id]), told).status_code == 302
        line = SanctionsListing.objects.get(case=case)
        assert [one.name for one in line.listed.order_by("position")] == [line.party.name, "许景明", "冯国栋"]
        one = {"who": line.listed.first().public_id, **HANDED, "occurred_at": when}
        assert "未告知可以不予列入的规定。" in client.post(act_of(line, "notify_listing"), one).content.decode()
        assert client.post(act_of(line, "notify_listing"), one | {"leave_off_told": "on"}).status_code == 302
        shown = client.get(reverse("cases:sanctions", args=[case.public_id])).content.decode()
    assert "异议期至" in shown
    assert "还没有告知" in shown


def test_head_lists_with_a_fresh_code_and_the_publisher_lets_it_out(client):
    line = build.a_notified_listing()
    head = build.head_of(line)
    client.force_login(head)
    with on(build.LISTED, 10):
        told = {"sealed": "on", "why_listed": "", "occurred_at": f"{build.LISTED}T10:00"}
        assert "动态验证码" in client.get(act_of(line, "put_on_list")).content.decode()
        assert client.post(act_of(line, "put_on_list"), told | {"code": fresh_code(head)}).status_code == 302
        publisher = build.a_publisher(line.case.body)
        client.force_login(publisher)
        line.refresh_from_db()
        ref = schedule_entry(entry=line, actor=SYSTEM, at=Moment.now()).ref
        shown = client.get(f"/desk/standing/{ref}/release-entry").content.decode()
        assert all(words in shown for words in (line.party.name, "许景明", "2029-10-09", "公众将看到的内容"))
        given = {"secrecy_note": "不涉密。", "shared_with": "县信用平台", "code": fresh_code(publisher)}
        assert client.post(f"/desk/standing/{ref}/release-entry", given).status_code == 302
        assert "列入期内" in client.get(reverse("cases:sanctions", args=[line.case.public_id])).content.decode()
    line.refresh_from_db()
    assert (line.status, line.public_since) == ("listed", build.LISTED)


def test_refusal_without_a_reason_says_the_sentence_of_the_law(client):
    line = build.a_listing()
    build.paid(line.case, day=date(2026, 10, 12))
    line = build.asked_to_be_removed(line, day=date(2027, 4, 13), rectified_on=date(2026, 10, 12))
    client.force_login(build.head_of(line))
    with on(date(2027, 4, 13), 15):
        told = {"reason": "", "code": "123456", "occurred_at": "2027-04-13T15:00"}
        assert "不予提前移出应当说明理由。" in client.post(act_of(line, "refuse_delisting"), told).content.decode()

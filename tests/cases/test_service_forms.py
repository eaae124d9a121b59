"""Service through the forms: way first, then its proof; nothing typed is lost, nothing is asked that the way does not need."""

import re
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.builders import cases as build
from tests.builders import labour, serving
from yangguang.base.models import Approval
from yangguang.cases.models import ServiceOfDocuments
from yangguang.cases.rules.service_ways import OF_A_WAY, WAYS
from yangguang.kernel import clock

pytestmark = pytest.mark.django_db

DAY = build.NOTIFIED


def address(case, act):
    return f"/desk/cases/{case.public_id}/acts/{act}/"


def opened(client, case, act, day=DAY):
    with clock.frozen(clock.beijing(day, 15)):
        client.force_login(build.handler_of(case))
        return client.get(address(case, act)).content.decode()


def sent(client, case, act, day=DAY, hour=15, **content):
    case.refresh_from_db()
    with clock.frozen(clock.beijing(day, hour)):
        client.force_login(build.handler_of(case))
        known = {"occurred_at": f"{day.isoformat()}T{hour}:00", "seen_version": str(case.version)}
        answer = client.post(address(case, act), known | content)
    case.refresh_from_db()
    return answer


def asked_for(page):
    return {name for name in OF_A_WAY if re.search(rf'name="{name}"', page)}


def of_the_notice(case):
    return {
        "document_ref": serving.the_paper(case).public_id,
        "party_ref": case.parties.order_by("position").first().public_id,
    }


@pytest.mark.parametrize("method", sorted(WAYS))
def test_form_asks_for_what_the_chosen_way_needs_and_says_what_proves_it(client, method):
    case = build.notice_given(build.a_concluded_case())
    page = sent(client, case, "serve_document", method=method, choose="1").content.decode()
    assert asked_for(page) == set(WAYS[method].fields)
    assert WAYS[method].proof in page
    assert WAYS[method].effect in page
    assert WAYS[method].day in page
    assert not ServiceOfDocuments.objects.exists()


def test_form_opens_with_handing_over_and_shows_the_confirmed_address(client):
    case = build.notice_given(build.a_concluded_case())
    page = opened(client, case, "serve_document")
    assert asked_for(page) == set(WAYS["direct"].fields)
    assert "没有确认书" in page
    serving.confirmed(case, DAY)
    assert "同意电子送达（电子邮件 hongji@example.com）" in opened(client, case, "serve_document")


def test_what_was_typed_stays_when_another_way_is_chosen(client):
    case = build.notice_given(build.a_concluded_case(parties=(build.a_party(1), build.a_party(2))))
    second = case.parties.order_by("position").last()
    page = sent(
        client, case, "serve_document", method="left", choose="1", party_ref=second.public_id, proof_number="回证9号"
    ).content.decode()
    assert 'value="回证9号"' in page
    assert f'value="{second.public_id}" selected' in page
    assert "field-error" not in page


def test_form_drawn_for_one_way_and_sent_with_another_is_asked_again_and_nothing_happens(client):
    case = build.notice_given(build.a_concluded_case())
    told = {"method": "left", "drawn_for": "method=direct", "recipient": "刘芳", "proof_number": "回证3"}
    answer = sent(client, case, "serve_document", **of_the_notice(case), **told)
    page = answer.content.decode()
    assert (answer.status_code, asked_for(page)) == (200, set(WAYS["left"].fields))
    assert 'value="method=left"' in page
    assert 'value="回证3"' in page
    assert not case.services.exists()


def test_paper_left_before_a_witness_goes_through_the_form(client):
    case = build.notice_given(build.a_concluded_case())
    told = {
        "method": "left", "place": "示范县滨河路8号", "refused_because": "前台称无权签收。", "witness": "何建国",
        "witness_unit": "滨河社区居民委员会", "witness_relation": "社区工作人员", "proof_number": "回证1",
        "officers": [one.public_id for one in build.officers_of(case.body)],
    }  # fmt: skip
    assert sent(client, case, "serve_document", **of_the_notice(case), **told).status_code == 302
    row = case.services.get()
    assert (row.refusal, row.witness_unit, row.officer_names) == (
        "前台称无权签收。",
        "滨河社区居民委员会",
        ["陈立", "周敏"],
    )


def test_refusal_of_a_way_gets_its_clause_and_the_form_keeps_what_was_typed(client):
    case = build.notice_given(build.a_concluded_case())
    told = {
        "method": "electronic", "arrival": "arrived", "proof_number": "回执1",
        "officers": [one.public_id for one in build.officers_of(case.body)],
    }  # fmt: skip
    answer = sent(client, case, "serve_document", **of_the_notice(case), **told)
    page = answer.content.decode()
    assert "当事人未同意并签订电子送达确认书。" in page
    assert 'value="回执1"' in opened(client, case, "serve_document")


def test_lost_party_is_served_by_announcement_through_the_forms(client):
    case = build.notice_given(build.a_concluded_case())
    of = of_the_notice(case)
    sent(client, case, "record_service_failure", method="direct", failure="门锁无人。", **of)
    sent(client, case, "record_service_failure", method="post", failure="退回。", proof_number="EM1", **of)
    told = {"ground": "other_ways_failed", "course": "直接、邮寄均未果。", "opinion": "建议公告送达。"}
    assert "EM1" in opened(client, case, "request_announcement")
    assert sent(client, case, "request_announcement", **of, **told).status_code == 302
    build.approve(Approval.objects.latest("pk"), case.body, DAY, hour=16)
    row, day = case.announcements.get(), DAY + timedelta(days=1)
    page = opened(client, case, "serve_by_announcement", day)
    assert "今天发出的，2026年11月26日期满，这一天视为送达" in page
    answer = sent(
        client, case, "serve_by_announcement", day, announcement_ref=row.public_id, places="本机关公告栏",
        photo=SimpleUploadedFile("公告.pdf", build.PAGE, "application/pdf"),
        officers=[one.public_id for one in build.officers_of(case.body)],
    )  # fmt: skip
    assert answer.status_code == 302
    full = date(2026, 11, 26)
    assert "2026年11月26日期满" in opened(client, case, "deem_served", full)
    assert sent(client, case, "deem_served", full, announcement_ref=row.public_id).status_code == 302
    assert case.notices.get().served_on == full


def test_address_is_confirmed_through_its_form(client):
    case = build.an_open_case()
    told = {
        "party_ref": case.parties.get().public_id, "consequences_told": "on", "address": "示范县滨河路8号", "signed_by": "罗玉梅",
        "consents": "on", "electronic_way": "email", "electronic_address": "hongji@example.com",
        "signed_copy": SimpleUploadedFile("确认书.pdf", build.PAGE, "application/pdf"),
    }  # fmt: skip
    assert sent(client, case, "confirm_service_address", build.OPENED, **told).status_code == 302
    row = case.service_addresses.get()
    assert (row.consents, row.signed_copy is not None) == (True, True)


def test_everything_about_service_stands_on_one_page(client):
    case = build.notice_given(build.a_concluded_case())
    serving.confirmed(case, DAY, consents=False)
    serving.announced(case, DAY)
    with clock.frozen(clock.beijing(date(2026, 10, 28))):
        client.force_login(build.handler_of(case))
        page = client.get(f"/desk/cases/{case.public_id}/service/").content.decode()
        home = client.get(f"/desk/cases/{case.public_id}/").content.decode()
    for told in (
        "未送达",
        "邮寄送达",
        "查无此人",
        "2026年11月26日期满",
        "不同意电子送达",
        "送达之日怎样确定",
        "本机关公告栏",
    ):
        assert told in page
    assert "未果 2 次" in home
    assert "公告期满，视为送达" in home


def test_form_of_a_labour_paper_asks_by_way_too(client):
    case = build.with_records(labour.a_roster(labour.an_accepted_complaint()))
    issued = labour.an_issued_instruction(case)
    client.force_login(build.handler_of(case))
    with clock.frozen(clock.beijing(labour.ISSUED, 15)):
        where = f"/desk/cases/{case.public_id}/orders/{issued.public_id}/serve_instruction/"
        assert asked_for(client.get(where).content.decode()) == set(WAYS["direct"].fields)
        page = client.post(where, {"method": "post", "choose": "1", "proof_number": "EM2"}).content.decode()
        assert asked_for(page) == set(WAYS["post"].fields)
        assert 'value="EM2"' in page
        told = {"method": "post", "sent_on": "2026-09-08", "sent_to": "示范县滨河路8号", "recipient": "刘芳", "relation": "reception",
                "proof_number": "EM2", "occurred_at": "2026-09-08T15:00"}  # fmt: skip
        assert client.post(where, told).status_code == 302
    issued.refresh_from_db()
    assert issued.served_on == labour.ISSUED

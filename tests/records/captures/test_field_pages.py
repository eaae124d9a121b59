"""The pages a telephone may keep: whose they are, for how long, and what stands beside a recording once it has come."""

import re
from datetime import timedelta

import pytest
from django.conf import settings as site
from django.urls import reverse

from tests.builders.cases import an_agency, an_open_case, handler_of
from tests.builders.directory import an_account
from tests.builders.media import a_recording, began, described, said_of, sent
from yangguang.kernel import clock
from yangguang.records.models import MediaManifest
from yangguang.records.rules.captures import lasting

pytestmark = [pytest.mark.django_db, pytest.mark.duty("R06")]
FILM = a_recording(40_000, ".webm")


@pytest.fixture
def case():
    return an_open_case()


@pytest.fixture
def handler(client, case):
    client.force_login(handler_of(case))
    return client


def arrived(client, case, **more):
    ref = described(client, said_of(FILM, case.public_id, **more)).json()["ref"]
    sent(client, began(client, case.public_id, len(FILM), "现场检查.webm", capture=ref)["Location"], 0, FILM)
    return MediaManifest.objects.get()


def test_only_the_two_pages_for_recording_may_be_kept_and_no_longer_than_the_sign_in(handler, case):
    handler.get("/desk/")
    with clock.frozen(clock.now() + timedelta(minutes=50)):
        for address in (reverse("records:field", args=[case.public_id]), reverse("records:field_queue")):
            answer = handler.get(address)
            assert int(answer["X-Kept-For"]) == site.SIGNED_IN_AT_MOST.total_seconds() - 50 * 60
            assert answer["Cache-Control"] == "private, no-store"
    for address in (
        "/desk/",
        reverse("cases:case", args=[case.public_id]),
        reverse("records:media", args=[case.public_id]),
    ):
        assert "X-Kept-For" not in handler.get(address)


def test_page_for_recording_opens_to_who_handles_the_case_only(client, case):
    address = reverse("records:field", args=[case.public_id])
    client.force_login(an_account(role="case_handler", body=case.body))
    assert client.get(address).status_code == 404
    client.force_login(handler_of(case))
    page = client.get(address).content.decode()
    assert case.number in page
    assert case.title not in page  # what a telephone keeps names no party


def test_worker_looks_after_the_desk_only_and_stands_at_its_head(handler):
    answer = handler.get("/desk/service-worker.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert "Service-Worker-Allowed" not in answer
    kept = re.search(r"const PAGES = /(.+)/;", answer.content.decode()).group(1).replace("\\/", "/")
    assert re.fullmatch(kept[1:-1], reverse("records:field_queue"))
    assert not re.match(kept, "/desk/cases/" + "a" * 26 + "/")


@pytest.mark.parametrize(("region", "there"), [("440101", True), ("990101", False)])
def test_telephone_knows_by_when_a_recording_has_to_be_in_where_the_province_says_so(client, region, there):
    body = an_agency()
    type(body).objects.filter(pk=body.pk).update(region_code=region)
    client.force_login(an_account(role="case_handler", body=body))
    page = client.get(reverse("records:field_queue")).content.decode().replace("&quot;", '"')
    assert ('"2026-11-20": "2026-11-23"' in page) is there  # a Friday
    assert ("入库期限" in page) is there


def test_what_was_said_stands_beside_the_recording_on_the_case_and_among_what_waits(handler, case):
    gap = {"from": "2026-11-18T09:10:02+08:00", "to": "2026-11-18T09:12:32+08:00", "reason": "更换电池"}
    arrived(handler, case, spoken={}, unspoken_reason="现场争吵", gaps=[gap])
    for address in (reverse("cases:case", args=[case.public_id]), reverse("records:media", args=[case.public_id])):
        page = handler.get(address).content.decode()
        for words in ("没有语音说明和告知现场人员正在音像记录。", "现场争吵", "09:10:00 起 2 分 30 秒：更换电池",
                      "示范县建设路8号工地（生产经营场所）", "比服务器快 2 秒", "采集时取指纹"):  # fmt: skip
            assert words in page, words


def test_recording_that_was_announced_and_has_not_come_is_told_on_the_case(handler, case):
    described(handler, said_of(FILM, case.public_id))
    page = handler.get(reverse("cases:case", args=[case.public_id])).content.decode()
    assert "还没有传到" in page
    arrived(handler, case)
    assert "已入库，指纹一致" in handler.get(reverse("cases:case", args=[case.public_id])).content.decode()


@pytest.mark.parametrize(("seconds", "words"), [(0, "1 秒"), (59, "59 秒"), (60, "1 分钟"), (150, "2 分 30 秒")])
def test_length_of_a_gap_is_told_in_words(seconds, words):
    assert lasting(timedelta(seconds=seconds)) == words

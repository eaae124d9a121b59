"""An officer records at a place without a network; back in range the recording lies on the case with the same fingerprint."""

import hashlib

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser import WIDTHS, chromium, faults_of, keep_picture, sign_in
from tests.builders.cases import an_open_case, handler_of
from tests.builders.media import a_recording
from yangguang.base import vault
from yangguang.records.models import Capture, MediaManifest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.duty("R06")]
DEVICES = ["--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
KEPT = "caches.open('yangguang-field-1').then(c => c.keys()).then(k => k.map(r => new URL(r.url).pathname))"


@pytest.fixture
def phone(browser):
    opened = browser.browser_type.launch(executable_path=chromium(), args=DEVICES)
    faults = []
    context = opened.new_context(
        viewport=WIDTHS["phone"], locale="zh-CN", timezone_id="Asia/Shanghai", permissions=["camera", "microphone"]
    )
    context.on("weberror", lambda fault: faults.append(str(fault.error)))
    yield context
    opened.close()
    assert not faults


def looked_at(tab, name):
    keep_picture(tab, name)
    assert not faults_of(tab), name


def recorded(tab):
    """A film of two stretches, in which nobody was told that it is made."""
    tab.click("[data-main]")
    for name in ("time", "place", "people", "matter"):
        tab.click(f"[data-tick={name}]")
    assert "告知" in tab.inner_text("[data-prompt]")
    tab.wait_for_timeout(1200)
    looked_at(tab, "采集-录制")
    tab.click("[data-pause]")
    assert tab.locator("[data-controls]").is_hidden()
    tab.click("[data-pausing] .primary")
    assert tab.locator("[data-pausing]").is_visible()  # without a reason it does not go on
    tab.fill("#pause-reason", "更换电池")
    tab.click("[data-pausing] .primary")
    tab.wait_for_timeout(1100)
    tab.click("[data-main]")


def opened(phone, case, live_server, name="records:field"):
    tab = phone.new_page()
    tab.goto(live_server.url + reverse(name, args=[case.public_id] if name == "records:field" else []))
    return tab


def hashed(tab, pieces):
    """What the worker of the page makes of pieces of these sizes, each full of its own index."""
    return tab.evaluate(
        """async (pieces) => {
            Field.hash.begin("x");
            pieces.forEach((size, index) => Field.hash.add("x", new Uint8Array(size).fill(index).buffer));
            return await Field.hash.end("x");
        }""",
        pieces,
    )


def test_picture_chosen_film_and_a_recording_whose_tab_died_arrive_each_with_what_it_lacks_said(
    phone, live_server, tmp_path
):
    case, film = an_open_case(), a_recording(3_000_000)
    (tmp_path / "记录仪.mp4").write_bytes(film)
    tab = phone.new_page()
    sign_in(tab, handler_of(case), live_server.url)
    tab.goto(live_server.url + reverse("records:field", args=[case.public_id]))
    for pieces in ([], [55], [56], [63, 1], [64], [1, 63, 65, 4096], [119], [120, 1_000_003, 7]):
        whole = b"".join(bytes([index]) * size for index, size in enumerate(pieces))
        assert hashed(tab, pieces) == hashlib.sha256(whole).hexdigest(), pieces
    tab.fill("#place", "示范县建设路8号工地")
    tab.set_input_files("[data-choose]", tmp_path / "记录仪.mp4")
    tab.click("[data-mode=photo]")
    tab.click("[data-main]")
    tab.wait_for_selector("[data-stage=looking]")
    tab.click("[data-main]")
    tab.wait_for_selector("text=已拍")
    tab.reload()
    tab.fill("#place", "示范县建设路8号工地")
    tab.click("[data-main]")
    tab.wait_for_selector("[data-stage=recording]")
    tab.wait_for_timeout(2300)
    tab.close()

    tab = opened(phone, case, live_server, "records:field_queue")
    tab.wait_for_selector("[data-problems] >> text=无法继续记录的原因")
    for name in ("unspoken_reason", "failure_report"):
        for box in tab.locator(f"[data-problems] input[name={name}]").all():
            box.fill("手机没电，已报告队长")
    for left in (1, 0):
        tab.locator("[data-problems] .primary").first.click()
        expect(tab.locator("[data-problems] .field-item")).to_have_count(left)
    tab.wait_for_selector("[data-done] .field-item >> nth=2")
    made = {one.mode if not one.chosen else "chosen": one for one in Capture.objects.all()}
    assert made["chosen"].sha256 == hashlib.sha256(film).hexdigest()
    assert made["video"].recovered
    assert made["video"].broken_off
    assert made["photo"].warned == []
    origins = dict(MediaManifest.objects.values_list("upload__capture__mode", "trust_origin"))
    assert origins["photo"] == "field_capture"
    assert {one.sha256 for one in MediaManifest.objects.all()} == {one.sha256 for one in made.values()}


def test_recording_made_without_a_network_comes_to_the_case_whole(phone, live_server):
    case = an_open_case()
    page = live_server.url + reverse("records:field", args=[case.public_id])
    tab = phone.new_page()
    sign_in(tab, handler_of(case), live_server.url)
    tab.goto(page)
    tab.wait_for_selector("html[data-kept]")
    phone.set_offline(True)
    tab.reload()
    assert "离线" in tab.inner_text("[data-net]")
    looked_at(tab, "采集-准备")

    tab.fill("#place", "示范县建设路8号工地")
    tab.select_option("#place-kind", "dwelling")
    tab.click("[data-main]")
    assert "未经权利人明确同意" in tab.inner_text("[data-words]")
    tab.select_option("#place-kind", "business")
    recorded(tab)
    tab.fill("[data-ending] input[name=unspoken_reason]", "现场争吵，来不及告知")
    keep_picture(tab, "采集-结束")
    tab.close()  # the reason is not saved yet

    tab = phone.new_page()
    tab.goto(live_server.url + reverse("records:field_queue"))
    tab.wait_for_selector("text=现在没有网络")
    tab.fill("[data-problems] input[name=unspoken_reason]", "现场争吵，来不及告知")
    looked_at(tab, "采集-待处理")
    tab.click("[data-problems] .primary")
    tab.wait_for_selector("[data-waiting] .field-item")
    assert Capture.objects.count() == 0

    phone.set_offline(False)
    tab.wait_for_selector("[data-done] .field-item")
    keep_picture(tab, "采集-已入库")
    made, original = Capture.objects.get(), MediaManifest.objects.get()
    content = vault.path_of(original.sha256).read_bytes()
    assert made.sha256 == original.sha256 == tab.inner_text("[data-done] code")
    assert (len(content), content[:4]) == (made.size, b"\x1aE\xdf\xa3")
    assert [gap["reason"] for gap in made.gaps] == ["更换电池"]
    assert made.warned == ["没有语音说明和告知现场人员正在音像记录。"]
    assert made.clock_offset_ms is not None
    assert abs((made.ended_at - original.made_at).total_seconds()) < 30  # the clock of the telephone is days ahead
    left = "new Promise(r => indexedDB.open('yangguang-field').onsuccess = e => e.target.result.transaction('parts')"
    assert tab.evaluate(f"{left}.objectStore('parts').count().onsuccess = e => r(e.target.result))") == 0

    tab.goto(live_server.url + reverse("cases:case", args=[case.public_id]))
    told = tab.inner_text("main")
    assert "现场检查" in told
    assert "没有语音说明" in told
    assert reverse("records:field_queue") in tab.evaluate(KEPT)
    tab.goto(live_server.url + reverse("directory:sign_out"))
    tab.click("main button[type=submit]")
    tab.wait_for_url("**/sign-in**")
    assert tab.evaluate(KEPT) == []

"""The player in a real browser: it plays, acts and marks follow it, a click goes to their instant, keys work, a phone shows it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.browser import look, sign_in
from tests.builders import cases as build
from tests.builders.films import a_film, a_picture, an_original, catalogued, looked_at
from yangguang.base import ledger
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.records.use_cases.ask_for_cutting import ask_for_cutting
from yangguang.records.use_cases.mark_recording import mark_recording

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]


@pytest.fixture
def case(transactional_db):
    return build.an_open_case()


@pytest.fixture
def media(case):
    began = clock.now() - timedelta(minutes=30)
    made = an_original(case, a_film(20), occurred_at=began)
    later = an_original(case, a_film(2), "补录.mp4", occurred_at=began + timedelta(minutes=3))
    photo = an_original(case, a_picture(size=(800, 600)), "告示牌.jpg")
    for one in (made, later, photo):
        assert looked_at(one).state == "made"
    who = {"actor": build.handler_of(case), "at": Moment.now()}
    for at, kind, words in (
        (1000, "opening", ""), (1300, "certificate", "两名人员逐一出示"), (9000, "statement", "项目负责人称专用账户没有开"),
        (15_000, "refusal", "见证人：项目部保安员"),
    ):  # fmt: skip
        mark_recording(media_ref=made.public_id, at_ms=at, kind=kind, words=words, **who)
    ask_for_cutting(media_ref=made.public_id, purpose="clip", from_ms=8000, to_ms=12_000, words="专用账户", **who)
    catalogued(made)
    return made


def until(tab, holds):
    for _ in range(400):
        if tab.evaluate(holds):
            return
        tab.wait_for_timeout(25)
    raise AssertionError(f"{holds}: {tab.inner_text('main')}")


def test_recording_is_looked_at_marked_and_written_down(live_server, open_tab, case, media):
    handler, tab = build.handler_of(case), open_tab()
    sign_in(tab, handler, live_server.url)
    tab.goto(live_server.url + reverse("records:recording", args=[media.public_id]))
    until(tab, "document.querySelector('video').readyState > 0")
    assert abs(tab.evaluate("document.querySelector('video').duration") - 20) < 0.5
    assert tab.evaluate("document.querySelector('.watermark').naturalWidth") > 0
    assert (
        handler.name in tab.request.get(live_server.url + reverse("records:watermark", args=[media.public_id])).text()
    )

    tab.click("[data-seek='9000']")
    until(tab, "Math.abs(document.querySelector('video').currentTime - 9) < 0.3")
    assert "关键陈述" in tab.inner_text("[data-instants] .now")
    assert "00:00:09" in tab.inner_text("[data-clock]")
    tab.evaluate("document.activeElement.blur()")
    tab.keyboard.press("ArrowLeft")
    until(tab, "Math.abs(document.querySelector('video').currentTime - 4) < 0.3")
    assert "出示证件" in tab.inner_text("[data-instants] .now")
    tab.keyboard.press("ArrowRight")
    until(tab, "Math.abs(document.querySelector('video').currentTime - 9) < 0.3")
    tab.keyboard.press(" ")
    until(tab, "document.querySelector('video').currentTime > 9.3")
    tab.keyboard.press(" ")
    assert tab.evaluate("document.querySelector('video').paused")
    box = tab.locator(".wave").bounding_box()
    tab.mouse.click(box["x"] + box["width"] * 0.75, box["y"] + 10)
    until(tab, "Math.abs(document.querySelector('video').currentTime - 15) < 0.4")
    assert "间断" in tab.inner_text("main")
    assert ledger.entries_about("media", media.public_id).filter(event="RecordingViewed").count() == 1
    look(tab, "播放")

    tab.set_viewport_size({"width": 1440, "height": 900})
    tab.evaluate("document.activeElement.blur()")
    tab.keyboard.press("m")
    tab.wait_for_url("**/marks/?t=*")
    assert tab.input_value("[name=instant]").startswith("00:00:1")
    tab.select_option("[name=kind]", "scene")
    tab.fill("[name=words]", "告示牌上没有账户")
    tab.click(".button.primary")
    tab.wait_for_url(f"**/{media.public_id}/")
    assert "告示牌上没有账户" in tab.inner_text("[data-instants]")


def test_wall_of_photographs_and_the_visit_by_time(live_server, open_tab, case, media):
    tab = open_tab()
    sign_in(tab, build.handler_of(case), live_server.url)
    tab.goto(live_server.url + reverse("records:recordings", args=[case.public_id]))
    until(tab, "document.querySelector('.photo-wall img').naturalWidth > 0")
    assert "2026年11月18日 08:58" in tab.inner_text(".photo-wall")
    assert "间断 2 分 40 秒" in tab.inner_text("main")
    look(tab, "音像记录")
    tab.click(".photo-wall a")
    until(tab, "document.querySelector('.shown').naturalWidth > 0")
    look(tab, "照片")

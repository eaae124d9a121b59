"""A recording from a phone, over a line that breaks: the page goes on by itself, and after it was closed with the same file."""

import hashlib
import json
import time
from pathlib import Path

import pytest

from tests.browser import WIDTHS, look
from tests.builders.media import a_recording
from tests.builders.served_desk import Desk

CONTENT = a_recording(60_000_000)
MEGABYTES = 8 * 1024 * 1024


@pytest.fixture
def desk(tmp_path):
    made = Desk(tmp_path / "site")
    yield made
    made.stop()


def opened(context, desk):
    tab = context.new_page()
    tab.goto(f"http://127.0.0.1:{desk.port}/desk/files/{desk.known['case']}/media/")
    return tab


def begin(tab, path):
    tab.set_input_files("input[name=file]", path)
    tab.click("form[data-upload] .button.primary")


def until(tab, holds, seconds=90):
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, tab.inner_text("main")
        tab.wait_for_timeout(20)


def arrived(tab):
    return tab.locator("[data-uploads] progress").last.evaluate("bar => bar.value")


@pytest.mark.browser
def test_recording_arrives_whole_over_a_dead_server_and_a_closed_page(browser, desk, tmp_path):
    path = tmp_path / "现场录像.mp4"
    path.write_bytes(CONTENT)
    with browser.new_context(viewport=WIDTHS["phone"], locale="zh-CN") as context:
        cookie = {"name": "sessionid", "value": desk.known["session"], "url": f"http://127.0.0.1:{desk.port}"}
        context.add_cookies([cookie])
        tab = opened(context, desk)
        begin(tab, path)
        until(tab, lambda: arrived(tab) >= MEGABYTES)
        desk.kill_worker()
        until(tab, lambda: arrived(tab) >= 3 * MEGABYTES)
        tab.close()
        tab = opened(context, desk)
        assert "没有传完" in tab.inner_text("main")
        begin(tab, path)
        until(tab, lambda: tab.locator(".uploads .fingerprint").count() == 1)
        assert hashlib.sha256(CONTENT).hexdigest() in tab.inner_text("main")
        assert "没有传完" not in tab.inner_text("main")
        look(tab, "录音录像")
    told = json.loads(desk.run("yangguang", "verify", "--json").stdout)
    assert told["clean"], told
    assert len(list(Path(desk.environment["YANGGUANG_DATA_DIR"]).glob("vault/??/??/*"))) >= 1

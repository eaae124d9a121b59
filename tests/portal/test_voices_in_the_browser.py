"""From a citizen's old telephone to the clerk's desk and back: without scripts outside, at every width, on paper."""

from datetime import timedelta

import pytest

from tests.browser import WIDTHS, look, sign_in
from tests.builders.directory import an_account
from tests.builders.disclosure import deliver
from tests.builders.voices import PNG, a_public_body
from yangguang.disclosure.api import announce_key
from yangguang.voice import letter_box
from yangguang.voice.models import Voice

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]

TYPED = {
    "employer_name": "示范县宏远建筑劳务有限公司", "employer_address": "东风路工地", "requests": "支付拖欠的工资。",
    "name": "万春山", "workers_count": "3", "phone": "13900001111", "representatives": "邓长顺 13900002222",
    "account": "做木工七个月，只付过一次。",
}  # fmt: skip


@pytest.fixture
def clerk(settings):
    settings.VOICE_LEAST_AGE = timedelta(0)  # the clock of the tests stands still
    announce_key()
    account = an_account(role="window_clerk")
    a_public_body(account.body)
    return account


def filled_in(tab, clerk, url):
    tab.goto(f"{url}/voice/")
    tab.get_by_role("link", name="填写投诉、举报").click()
    tab.get_by_label("向哪个机关反映").select_option(label=clerk.body.name)
    for field, words in TYPED.items():
        tab.locator(f"#id_{field}").fill(words)
    tab.locator("#id_enclosures").set_input_files({"name": "欠条.png", "mimeType": "image/png", "buffer": PNG})


def test_citizen_complains_by_telephone_without_scripts_and_reads_what_the_clerk_did(
    live_server, browser, open_tab, clerk
):
    context = browser.new_context(java_script_enabled=False, viewport=WIDTHS["phone"])
    phone = context.new_page()
    filled_in(phone, clerk, live_server.url)
    phone.locator("#id_consent").check()
    phone.locator("#id_account").fill("我是万春山，做木工七个月。")
    phone.get_by_role("button", name="提交").click()
    assert "机关要为您保密" in phone.locator("main").inner_text()
    assert phone.locator("#id_employer_address").input_value() == "东风路工地"
    phone.locator("#id_account").fill("做木工七个月，只付过一次。")
    phone.locator("#id_enclosures").set_input_files({"name": "欠条.png", "mimeType": "image/png", "buffer": PNG})
    phone.get_by_role("button", name="提交").click()
    receipt, code = (phone.locator(f"[data-{name}]").inner_text() for name in ("receipt", "code"))
    letter_box.collect()

    desk = open_tab("desktop")
    sign_in(desk, clerk, live_server.url)
    desk.goto(f"{live_server.url}/desk/voices/")
    desk.get_by_role("link", name=receipt).click()
    desk.get_by_role("link", name="认领").click()
    desk.get_by_role("button", name="认领").click()
    assert "万春山" in desk.locator("main").inner_text()
    desk.get_by_role("link", name="登记为投诉、线索").click()
    assert desk.locator("#id_employer_name").input_value() == "示范县宏远建筑劳务有限公司"
    desk.get_by_role("button", name="登记").click()
    assert "网上来件" in desk.locator("main").inner_text()
    lead = Voice.objects.get().lead
    deliver()

    phone.goto(f"{live_server.url}/voice/standing/")
    phone.get_by_label("查询号").fill(receipt)
    phone.get_by_label("查询码").fill(code)
    phone.get_by_role("button", name="查询").click()
    shown = phone.locator("main").inner_text()
    assert "已经登记，正在审查" in shown
    assert lead.number in shown
    context.close()


def test_pages_are_accessible_at_every_width(live_server, open_tab, clerk):
    tab = open_tab()
    for name, address in {"voice": "/voice/", "wages": "/voice/wages/", "conduct": "/voice/conduct/", "question": "/voice/question/",
                          "standing": "/voice/standing/"}.items():  # fmt: skip
        tab.goto(live_server.url + address, wait_until="load")
        look(tab, f"voice-{name}")
    tab.goto(f"{live_server.url}/voice/wages/")
    tab.get_by_role("button", name="提交").click()
    look(tab, "voice-wrong")
    filled_in(tab, clerk, live_server.url)
    tab.locator("#id_consent").check()
    tab.get_by_role("button", name="提交").click()
    tab.locator("[data-receipt]").wait_for()
    look(tab, "voice-receipt")
    letter_box.collect()
    sign_in(tab, clerk, live_server.url)
    voice = Voice.objects.get()
    for name, address in {"list": "voices/", "numbers": "voices/numbers/", "one": f"voices/{voice.public_id}/",
                          "take": f"voices/{voice.public_id}/take/"}.items():  # fmt: skip
        tab.goto(f"{live_server.url}/desk/{address}", wait_until="load")
        look(tab, f"desk-voice-{name}")

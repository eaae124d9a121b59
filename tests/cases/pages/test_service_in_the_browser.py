"""A handler serves a paper on a phone, with scripts and without: way first, then its proof."""

import pytest
from django.urls import reverse

from tests.browser import look, sign_in
from tests.builders import cases as build
from tests.builders import serving

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_handler_leaves_a_paper_before_a_witness_and_reads_what_came_of_it(open_tab, live_server, transactional_db):
    case = build.notice_given(build.a_concluded_case())
    handler = build.handler_of(case)
    serving.failed(case, "post", build.NOTIFIED, failure="邮件以“查无此人”退回。")
    tab = open_tab()
    sign_in(tab, handler, live_server.url)
    tab.goto(live_server.url + reverse("cases:act", args=[case.public_id, "serve_document"]))
    look(tab, "serve")
    tab.fill("[name=proof_number]", "回证7号")
    tab.select_option("[name=method]", "left")
    with tab.expect_navigation():
        tab.click("[name=choose]")
    assert tab.locator("[name=recipient]").count() == 0
    assert tab.input_value("[name=proof_number]") == "回证7号"
    look(tab, "serve-left")
    for field, words in {
        "refused_because": "前台拒收。",
        "witness": "何建国",
        "witness_unit": "滨河社区居委会",
    }.items():
        tab.fill(f"[name={field}]", words)
    with tab.expect_navigation():
        tab.locator("form button.primary").last.click()
    assert case.services.get(succeeded=True).witness == "何建国"
    tab.goto(live_server.url + reverse("cases:service", args=[case.public_id]))
    assert "查无此人" in tab.locator("main").inner_text()
    look(tab, "service")


def test_without_scripts_a_button_asks_for_the_form_of_the_chosen_way(open_tab, live_server, transactional_db):
    case = build.notice_given(build.a_concluded_case())
    tab = open_tab("phone", java_script_enabled=False)
    sign_in(tab, build.handler_of(case), live_server.url)
    tab.goto(live_server.url + reverse("cases:act", args=[case.public_id, "serve_document"]))
    tab.select_option("[name=method]", "post")
    with tab.expect_navigation():
        tab.click("[name=choose]")
    assert tab.locator("[name=sent_to]").count() == 1
    assert tab.locator("[name=place]").count() == 0
    assert "回执上注明的收件日期为送达之日" in tab.locator("main").inner_text()

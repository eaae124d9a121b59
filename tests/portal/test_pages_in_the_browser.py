"""Every public page in a real browser: accessible at both widths and in large type, never wider than the screen, and on paper."""

import pytest

from tests.browser import WIDTHS, faults_of, look
from tests.builders.catalogues import an_adopted_policy
from tests.builders.directory import a_photographed, an_account, an_officer, shows_photos
from tests.builders.disclosure import a_publication, deliver, release, the_people
from tests.builders.public_entries import an_entry
from tests.builders.public_site import BOARD
from tests.builders.standing import a_public_edition, released
from yangguang.bulletin.api import PublicBoard, PublicFlowchart, open_data
from yangguang.disclosure.use_cases.publish_flowchart import publish_flowchart
from yangguang.disclosure.use_cases.word_board import word_board
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

# Made of what other pages show in large type already.
AT_ORDINARY_SIZE = {"policy", "entry", "entries", "search_rows", "flowchart", "board", "counts"}
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]


@pytest.fixture
def addresses(live_server):
    """One address of every kind of public page."""
    from tests.disclosure.test_prepare_correction import correct

    people = the_people()
    published = a_publication(people, state="published")
    withdrawn = a_publication(people, state="withdrawn")
    corrected = a_publication(people, state="published")
    correct(corrected, people)
    release(corrected, people)
    shows_photos(people.body)
    good = a_photographed(an_officer(body=people.body, named="王海涛"))
    plain, expired = an_officer(body=people.body), an_officer(body=people.body, with_certificate=False)
    a_public_edition(body=people.body, codes=("LD-02",))
    publish_flowchart(name="penalty", body=people.body, actor=people.first, at=Moment.now())
    word_board(body=people.body, actor=an_account(role="window_clerk", body=people.body), at=Moment.now(), **BOARD)
    policy = released(an_adopted_policy(people.body)).edition
    entry = an_entry("wage_arrears_sanctions")
    edition = a_public_edition(body=people.body, from_day=clock.today())
    deliver()
    open_data.make()
    chart, board = (one.objects.get().ref for one in (PublicFlowchart, PublicBoard))
    paths = {
        "home": "/", "search": "/search?q=超时", "nothing": "/search?q=没有这句话", "officers": "/officers/",
        "officer": f"/officers/{good.public_id}", "plain_officer": f"/officers/{plain.public_id}",
        "body": f"/bodies/{people.body.public_id}", "bodies": "/bodies/",
        "lists": "/lists/", "list": f"/lists/{edition.public_id}", "verify": f"/verify/?n={published.notice_ref}",
        "decision": f"/decisions/{published.notice_ref}", "corrected": f"/decisions/{corrected.notice_ref}",
        "withdrawn": f"/decisions/{withdrawn.notice_ref}", "comparison": f"/lists/{edition.public_id}/compare",
        "correction": f"/correction/?n={published.notice_ref}", "unknown_officer": f"/officers/?name={expired.name}",
        "card": f"/officers/no/{good.certificates.get().number}", "complaint": "/complaint/", "progress": "/progress/",
        "windows": "/windows/", "feeds": "/feeds/", "open_data": "/open-data/", "column": "/column/",
        "policy": f"/lists/{policy.public_id}", "entry": f"/lists/{entry}", "entries": "/lists/kind/wage_arrears_sanctions",
        "search_rows": "/search/lists?q=公示", "flowchart": f"/flowcharts/{chart}", "board": f"/windows/{board}",
        "counts": "/verify/counts/",
    }  # fmt: skip
    return {name: live_server.url + path for name, path in paths.items()}


def test_public_pages_are_accessible_at_every_width_and_in_large_type(addresses, open_tab):
    for large in ("", "-large"):
        tab = open_tab()
        if large:
            tab.context.add_cookies([{"name": "large_type", "value": "1", "url": addresses["home"]}])
        for name, address in addresses.items():
            if large and name in AT_ORDINARY_SIZE:
                continue
            tab.goto(address, wait_until="load")
            look(tab, name + large)


def test_decision_on_paper_keeps_its_text_and_loses_its_buttons(addresses, open_tab):
    tab = open_tab("desktop")
    tab.goto(addresses["decision"])
    tab.emulate_media(media="print")
    assert tab.get_by_role("heading", name="决定书全文").is_visible()
    assert not tab.locator(".portal-nav").is_visible()
    assert tab.locator(".button:visible").count() == 0
    assert "公开编号" in tab.locator(".printed-foot").inner_text()


def test_photo_of_an_officer_is_drawn_at_every_width_and_on_paper(addresses, open_tab):
    for width in WIDTHS:
        tab = open_tab(width)
        for media, name in (("screen", "officer"), ("screen", "card"), ("print", "card")):
            tab.emulate_media(media=media)
            tab.goto(addresses[name], wait_until="load")
            photo = tab.get_by_role("img", name="王海涛的证件照片")
            assert photo.evaluate("one => [one.complete, one.naturalWidth, one.naturalHeight]") == [True, 400, 560]
            box = photo.bounding_box()
            assert round(box["width"] / box["height"], 2) == round(400 / 560, 2)


def test_decision_is_read_without_scripts(addresses, browser):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(addresses["decision"])
    assert tab.get_by_role("heading", name="决定书全文").is_visible()
    tab.get_by_role("button", name="大字版").click()
    assert "/decisions/" in tab.url
    assert tab.locator("html.large-type").count() == 1
    context.close()


def test_page_of_a_number_that_is_not_listed_is_accessible_at_every_width(addresses, browser):
    """Not `open_tab`: a browser complains of every 404."""
    context = browser.new_context()
    tab = context.new_page()
    for size in WIDTHS.values():
        tab.set_viewport_size(size)
        tab.goto(addresses["officers"] + "no/99010199999")
        assert tab.get_by_role("heading", name="现在怎么办").is_visible()
        assert not faults_of(tab)
    context.close()

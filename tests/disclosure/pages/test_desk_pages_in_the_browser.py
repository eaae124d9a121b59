"""The publisher's pages in a real browser: accessible at both widths, never wider than the screen, both texts readable."""

from datetime import date

import pytest

from tests.browser import look, sign_in
from tests.builders.disclosure import KANGPING, a_foreign_paper, a_publication, annul, the_people

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=["default", "public"])]


@pytest.fixture
def people(transactional_db):
    return the_people()


@pytest.fixture
def addresses(people):
    """One address of every kind of page, by who reads it."""
    pending, prepared, published = (a_publication(people, state=state) for state in ("", "prepared", "published"))
    falling = a_publication(people, state="published")
    annul(falling.decision, received_on=date(2026, 11, 17))

    def page(publication, act=""):
        return f"/desk/publications/{publication.public_id}/{act}"

    return {
        "second": {
            "queue": "/desk/publications/", "public": "/desk/publications/?view=public",
            "withdrawals": "/desk/publications/withdrawals/", "prepare": page(pending, "prepare/"),
            "publication": page(prepared), "release": page(prepared, "release/"), "return": page(prepared, "return/"),
            "correct": page(published, "correct/"), "ground": page(published, "ground/"),
            "withdraw": page(falling, "withdraw/"),
        },
        "head": {"withhold": page(pending, "withhold/")},
    }  # fmt: skip


def test_pages_of_publishers_are_accessible(live_server, open_tab, people, addresses):
    for who, pages in addresses.items():
        tab = open_tab()
        sign_in(tab, getattr(people, who), live_server.url)
        for name, address in pages.items():
            tab.goto(live_server.url + address, wait_until="load")
            look(tab, f"desk-{name}")


def test_public_text_stands_beside_each_line_or_under_it_where_it_differs(live_server, open_tab, people, addresses):
    for width, unchanged_twice in (("desktop", True), ("phone", False)):
        tab = open_tab(width)
        sign_in(tab, people.second, live_server.url)
        tab.goto(live_server.url + addresses["second"]["release"])
        changed, same = tab.locator(".pair.changed").first, tab.locator(".pair:not(.changed, .head)").first
        assert changed.locator("p").last.is_visible()
        assert same.locator("p").last.is_visible() == unchanged_twice


def test_places_are_gone_through_and_turned_over_by_keyboard(live_server, open_tab, people, addresses):
    tab = open_tab()
    sign_in(tab, people.second, live_server.url)
    tab.goto(live_server.url + addresses["second"]["prepare"], wait_until="load")
    seen, asked = tab.locator(".seen", has_text="康平").first, tab.locator(".place.is-asked")
    assert asked.count() == 1  # what needs a person comes first
    tab.keyboard.press("j")
    assert "康平" in tab.locator(".place:focus").inner_text()
    tab.keyboard.press("Space")
    assert tab.locator(f"[name={KANGPING}][value=private]").is_checked()
    assert (asked.count(), seen.inner_text().strip().endswith("某某")) == (0, True)
    tab.keyboard.press("Space")
    assert tab.locator(f"[name={KANGPING}][value=harmless]").is_checked()
    assert seen.inner_text().strip() == "康平"
    tab.keyboard.press("j")
    tab.keyboard.press("Space")
    assert "必须隐去" in tab.locator(".place:focus").inner_text()


def test_place_is_turned_over_by_touch_on_a_phone(live_server, open_tab, people, addresses):
    tab = open_tab("phone")
    sign_in(tab, people.second, live_server.url)
    tab.goto(live_server.url + addresses["second"]["prepare"], wait_until="load")
    spot = tab.locator(".spot.is-asked").first
    spot.scroll_into_view_if_needed()
    line = spot.evaluate(
        "one => { const box = one.getClientRects()[0]; return [box.right - 4, box.top + box.height / 2]; }"
    )
    tab.mouse.click(*line)
    assert tab.locator(f"[name={KANGPING}][value=private]").is_checked()
    assert tab.locator(".answers label").first.bounding_box()["height"] >= 44


def test_boxes_are_drawn_and_typed_on_a_paper_from_outside(live_server, open_tab, people, addresses):
    pending = a_publication(people)
    paper = a_foreign_paper(pending, people)
    tab = open_tab()
    sign_in(tab, people.first, live_server.url)
    tab.goto(f"{live_server.url}/desk/papers/{paper.public_id}/", wait_until="load")
    look(tab, "desk-foreign-paper-before")
    tab.set_viewport_size({"width": 1440, "height": 900})
    frame = tab.locator("[data-blacken]").bounding_box()
    tab.mouse.move(frame["x"] + 60, frame["y"] + 80)
    tab.mouse.down()
    tab.mouse.move(frame["x"] + 260, frame["y"] + 130)
    tab.mouse.up()
    assert tab.locator(".black-box").count() == 1
    tab.get_by_role("button", name="在这一页加一处遮盖").click()
    tab.locator(".box-row").nth(1).locator("input").nth(1).fill("50")
    assert tab.locator("textarea[name=boxes]").input_value().splitlines()[1] == "1:50,10,30,13"
    tab.get_by_role("button", name="重建并预览").click()
    tab.wait_for_load_state("load")
    assert tab.locator("img").count() == 2
    look(tab, "desk-foreign-paper")
    tab.goto(f"{live_server.url}/desk/papers/{paper.public_id}/settle/", wait_until="load")
    look(tab, "desk-settle-paper")
    tab.goto(f"{live_server.url}/desk/publications/{pending.public_id}/papers/", wait_until="load")
    look(tab, "desk-foreign-papers")
    tab.goto(f"{live_server.url}/desk/publications/double-publicity/", wait_until="load")
    look(tab, "desk-double-publicity")

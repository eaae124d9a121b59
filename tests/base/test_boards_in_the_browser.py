"""The style boards in a real browser: accessible, scrollable at any width, and silent under the strict policy."""

import json

import pytest

from structure import styleboard
from tests.base.boards.facts import TODAY
from tests.browser import ASKED
from yangguang.kernel import clock

NAMES = sorted(path.stem for path in styleboard.BOARDS.glob("*.html"))
WIDTHS = (1440, 768, 390, 360)
LOOKED_AT = (1440, 390)

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def boards():
    """Every board as a page."""
    with clock.frozen(clock.beijing(TODAY)):
        return {name: styleboard.rendered(name) for name in NAMES}


@pytest.fixture
def view_of(browser, boards):
    """Open a board at a width; what the console says is kept on the view."""
    opened = []

    def open_at(name, width, cookie="", **settings):
        context = browser.new_context(viewport={"width": width, "height": 900}, **settings)
        if cookie:
            context.add_cookies([{"name": cookie, "value": "1", "url": styleboard.ORIGIN}])
        view = context.new_page()
        view.said = []
        view.route("**/*", lambda route: styleboard.answer(route, boards))
        view.on("console", lambda message: view.said.append(message.text))
        view.goto(f"{styleboard.ORIGIN}/{name}", wait_until="load")
        opened.append(context)
        return view

    yield open_at
    for context in opened:
        context.close()


def violations(view) -> str:
    """What axe finds, in a form one can act on."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(view, options=ASKED)
    return "\n".join(
        f"{one['id']}: {json.dumps([node['html'][:160] for node in one['nodes'][:4]], ensure_ascii=False)}"
        for one in found.response["violations"]
    )


def wider_than_the_screen(view) -> list[str]:
    """Elements that stick out to the right, other than inside something that scrolls by itself."""
    return view.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1
        && !e.closest('.strip-scroll, .table-scroll'))
        .slice(0, 5).map((e) => e.outerHTML.slice(0, 120))"""
    )


@pytest.mark.parametrize("name", NAMES)
def test_board_has_no_violation_and_never_scrolls_sideways_at_any_width(name, view_of):
    view = view_of(name, WIDTHS[0])
    for width in WIDTHS:
        view.set_viewport_size({"width": width, "height": 900})
        assert wider_than_the_screen(view) == [], f"at {width}"
        if width in LOOKED_AT:
            assert violations(view) == "", f"at {width}"
    assert view.said == []


@pytest.mark.parametrize("name", ["decision", "portal_home"])
def test_large_type_has_one_column_and_no_violation(name, view_of):
    for width in (1280, 390):
        view = view_of(name, width, cookie="large_type")
        assert wider_than_the_screen(view) == [], f"at {width}"
        assert violations(view) == "", f"at {width}"
    targets = "[...document.querySelectorAll('.button, button, .tabs a')].filter((e) => e.offsetParent)"
    assert min(view.evaluate(f"{targets}.map((e) => e.getBoundingClientRect().height)")) >= 56


def test_large_type_is_switched_at_once_and_remembered(view_of):
    view = view_of("portal_home", 1280)
    view.get_by_role("button", name="大字版").click()
    assert view.locator("html.large-type").count() == 1
    assert view.get_by_role("button", name="标准字号").count() == 1
    view.reload()
    assert view.locator("html.large-type").count() == 1


def test_colours_taken_away_every_clock_still_differs(view_of):
    view = view_of("parts", 1440, forced_colors="active")
    pictures = [clock.screenshot() for clock in view.locator(".clock-shape").all()]
    in_words = view.locator(".clock-words").all_inner_texts()
    assert len(set(in_words)) == len(in_words)
    assert len(set(pictures)) >= 6


def test_numbers_and_dates_never_break_across_lines(view_of):
    for name in NAMES:
        broken = view_of(name, 360).evaluate(
            "[...document.querySelectorAll('.whole')].filter((e) => e.getClientRects().length > 1).map((e) => e.innerText)"
        )
        assert broken == [], name


def test_on_paper_navigation_and_buttons_are_gone_and_the_text_stays(view_of):
    view = view_of("decision", 1280)
    view.emulate_media(media="print")
    assert not view.locator(".portal-nav").is_visible()
    assert view.locator(".button:visible").count() == 0
    assert view.get_by_role("heading", name="决定书全文").is_visible()


def test_list_on_paper_stays_a_table_that_repeats_its_head(view_of):
    view = view_of("desk_home", 794)
    view.emulate_media(media="print")
    assert view.evaluate("getComputedStyle(document.querySelector('.table thead')).display") == "table-header-group"
    assert view.evaluate("getComputedStyle(document.querySelector('.table tbody tr')).display") == "table-row"


def test_dependent_field_shows_only_when_it_is_needed(view_of):
    view = view_of("act_form", 1280)
    assert not view.get_by_label("邮件号").is_visible()
    view.get_by_label("邮寄").check()
    assert view.get_by_label("邮件号").is_visible()


def test_act_with_consequences_is_asked_once_more_and_sent_once(view_of):
    view = view_of("act_form", 1280)
    posts = []
    view.on("request", lambda request: posts.append(request) if request.method == "POST" else None)
    view.get_by_label("统一社会信用代码").fill("91990101MA9H3XE55C")
    view.get_by_role("button", name="提交大队长审批").click()
    assert view.get_by_text("审批前可以撤回修改").is_visible()
    view.get_by_role("button", name="再看一遍").click()
    assert posts == []


def test_slash_goes_to_the_search_and_j_walks_down_the_list(view_of):
    view = view_of("portal_home", 1280)
    view.keyboard.press("/")
    assert view.evaluate("document.activeElement.name") == "q"
    view = view_of("desk_home", 1280)
    view.keyboard.press("j")
    assert "145号" in view.evaluate("document.activeElement.innerText")
    view.keyboard.press("j")
    assert "109号" in view.evaluate("document.activeElement.innerText")


def test_typing_is_saved_by_itself_and_says_when(view_of):
    view = view_of("act_form", 1280)
    view.route("**/desk/drafts/**", lambda route: route.fulfill(json={"saved_at": "10:14"}))
    view.get_by_label("裁量理由").fill("两次通知均未提供。")
    view.get_by_text("已暂存 10:14").wait_for(timeout=5000)


def test_failed_saving_says_that_the_text_is_still_on_the_page(view_of):
    view = view_of("act_form", 1280)
    view.route("**/desk/drafts/**", lambda route: route.fulfill(status=500, body="x"))
    view.get_by_label("裁量理由").fill("两次通知均未提供。")
    view.get_by_text("没有暂存成功").wait_for(timeout=5000)


def test_explanation_opens_in_a_drawer_and_escape_returns_to_the_link(view_of):
    view = view_of("case", 1280)
    page = "<main><h1>期限怎么算的</h1><p>自立案起 90 日。</p></main>"
    view.route("**/desk/clocks/a/", lambda route: route.fulfill(body=page, content_type="text/html; charset=utf-8"))
    view.get_by_role("link", name="怎么算的").first.click()
    view.get_by_role("dialog", name="期限怎么算的").wait_for()
    assert view.get_by_text("自立案起 90 日。").is_visible()
    view.keyboard.press("Escape")
    assert view.evaluate("document.activeElement.innerText") == "怎么算的"

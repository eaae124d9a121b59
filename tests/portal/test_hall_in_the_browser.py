"""The screen of a hall and the board on paper, in a real browser."""

import io
from datetime import timedelta

import pytest
from pypdf import PdfReader

from tests.browser import faults_of, keep_picture
from tests.builders.directory import an_account, an_officer
from tests.builders.disclosure import a_publication, deliver, the_people
from tests.disclosure.test_window_boards import post, word
from yangguang.bulletin.api import Notice
from yangguang.kernel import clock

pytestmark = [
    pytest.mark.browser, pytest.mark.duty("D11"), pytest.mark.django_db(transaction=True, databases=["default", "public"]),
]  # fmt: skip
HALL = {"width": 1920, "height": 1080}
SMALLEST = 20  # CSS pixels on the screen of the hall
SERVICES = "\n".join(
    f"服务事项第{one}项｜身份证，劳动合同、考勤或者转账记录之一｜5个工作日内决定是否受理" for one in range(7)
)


@pytest.fixture
def board(live_server, settings):
    settings.PUBLIC_SITE = settings.PUBLIC_SITE | {"url": "https://gongshi.example"}
    people = the_people()
    for _ in range(4):
        a_publication(people, state="published")
    clerk = an_account(role="window_clerk", body=people.body)
    made = word(clerk, services=SERVICES, notices=["12月1日至3日大厅搬迁，业务照常办理。", "明天上午停电"])
    post(made, clerk)
    for one in range(2, 7):
        post(
            made,
            clerk,
            label=f"{one}号窗口",
            officer=an_officer(body=people.body, named=f"周敏{one}"),
            kinds="劳动保障监察",
        )
    deliver()
    Notice.objects.update(title="示范县春晖图文设计制作与印刷服务有限责任公司违法延长劳动者工作时间、克扣工资案")
    return f"{live_server.url}/hall/{people.body.public_id}"


@pytest.fixture
def hall(board, browser):
    """Not `open_tab`: a screen that loses its network complains of it, rightly."""
    context = browser.new_context(viewport=HALL, locale="zh-CN", timezone_id="Asia/Shanghai")
    tab = context.new_page()
    tab.clock.install(time=clock.now())
    tab.goto(board)
    yield tab
    context.close()


def shown(tab):
    return tab.locator(".hall-page.people:visible").inner_text()


def test_hall_is_accessible_fits_its_screen_and_is_large_enough(hall):
    keep_picture(hall, "hall")
    assert not faults_of(hall)
    assert hall.evaluate("document.documentElement.scrollHeight <= innerHeight")
    clipped = "[...document.querySelectorAll('.hall-panel')].filter(e => e.scrollHeight > e.clientHeight).length"
    assert hall.evaluate(clipped) == 0
    sizes = hall.evaluate(
        "[...document.querySelectorAll('p, li, h1, h2, span, strong, button')]"
        ".filter(e => e.checkVisibility() && e.innerText.trim()).map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(sizes) >= SMALLEST


def test_pages_turn_every_twenty_seconds_and_can_be_stopped(hall):
    assert "周敏3" in shown(hall)
    assert "周敏4" not in shown(hall)
    hall.clock.run_for(19_000)
    assert "周敏3" in shown(hall)
    hall.clock.run_for(2_000)
    assert "周敏6" in shown(hall)
    hall.get_by_role("button", name="暂停翻页").click()
    hall.clock.run_for(45_000)
    assert "周敏6" in shown(hall)
    hall.keyboard.press("ArrowRight")
    assert "周敏3" in shown(hall)


def test_screen_without_network_says_since_when_and_names_nobody_on_another_day(hall):
    hall.context.set_offline(True)
    hall.clock.run_for(61_000)
    hall.get_by_text("网络中断，以下是").wait_for()
    assert "周敏" in shown(hall)
    hall.clock.run_for(24 * 3600 * 1000)
    assert hall.locator(".hall-page.people:visible").count() == 0
    assert hall.get_by_text("今天的人员没有更新").is_visible()
    hall.context.set_offline(False)


def test_screen_fetches_what_has_changed(hall, board):
    from yangguang.directory.models import Account
    from yangguang.disclosure.models import WindowBoard

    clerk = Account.objects.get(appointments__role="window_clerk")
    word(clerk, notices=["今天下午培训"], services=SERVICES)
    deliver()
    assert WindowBoard.objects.get().notices == ["今天下午培训"]
    hall.clock.run_for(61_000)
    hall.get_by_text("今天下午培训").wait_for()


def test_whoever_wants_no_motion_turns_by_hand(board, open_tab):
    tab = open_tab()
    tab.set_viewport_size(HALL)
    tab.emulate_media(reduced_motion="reduce")
    tab.clock.install(time=clock.now())
    tab.goto(board)
    tab.clock.run_for(65_000)
    assert "周敏3" in shown(tab)
    tab.keyboard.press("ArrowRight")
    assert "周敏6" in shown(tab)


def test_hall_is_read_without_scripts(board, browser):
    context = browser.new_context(java_script_enabled=False, viewport=HALL)
    tab = context.new_page()
    tab.goto(board)
    for name in ("周敏2", "周敏6"):
        assert tab.get_by_text(name, exact=True).is_visible()
    context.close()


@pytest.mark.parametrize(("paper", "size"), [("a4", (210, 297)), ("a3", (420, 297))])
def test_board_prints_on_one_sheet_of_its_size(board, open_tab, paper, size):
    tab = open_tab("desktop")
    tab.goto(f"{board.replace('/hall/', '/windows/')}?paper={paper}")
    keep_picture(tab, f"board-{paper}")
    assert not faults_of(tab)
    printed = PdfReader(io.BytesIO(tab.pdf(prefer_css_page_size=True)))
    box = printed.pages[0].mediabox
    assert (round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72)) == size
    text = "".join(one.extract_text() for one in printed.pages)
    assert "周敏6" in text
    assert "首页" not in text


def test_board_of_another_day_says_so(board, open_tab):
    tab = open_tab("phone")
    with clock.frozen(clock.now() + timedelta(days=1)):
        tab.goto(board.replace("/hall/", "/windows/"))
        assert tab.get_by_text("今天的人员还没有公布").first.is_visible()
    keep_picture(tab, "board-phone")
    assert not faults_of(tab)

"""A citizen sees who sits at which window today, on the page, on paper and on the screen of the hall."""

from datetime import timedelta

import pytest

from tests.builders.directory import an_account, an_officer
from tests.builders.disclosure import a_publication, deliver
from tests.disclosure.test_window_boards import post, word
from yangguang.kernel import clock

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D11")]
NOBODY = "z" * 26


def read(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


@pytest.fixture
def board(people):
    clerk = an_account(role="window_clerk", body=people.body)
    made = word(clerk)
    post(made, clerk)
    post(made, clerk, label="2号窗口", officer=an_officer(body=people.body, named="周敏"), kinds="劳动保障监察")
    deliver()
    return made


def test_board_is_reached_from_the_body_and_says_everything_of_the_duty(client, board):
    ref = board.body.public_id
    assert f"/windows/{ref}" in read(client, f"/bodies/{ref}")
    assert f"/windows/{ref}" in read(client, "/windows/")
    page = read(client, f"/windows/{ref}")
    for told in (
        "秦悦", "窗口人员", "工号 W-01", "周敏", "监察员", "劳动保障监察", "有效", "领取文书", "身份证", "当场办理", "1楼东侧",
        "0999-0012333", "0000-1234567", "11月30日停电", "/complaint/", "/officers/no/",
    ):  # fmt: skip
        assert told in page


@pytest.mark.parametrize("paper", ["a4", "A3"])
def test_board_is_laid_out_for_paper(client, board, paper):
    page = read(client, f"/windows/{board.body.public_id}?paper={paper}")
    assert f"board-paper {paper.lower()}" in page
    assert "周敏" in page


def test_hall_shows_people_services_and_decisions_in_pages(client, people, board, settings):
    settings.PUBLIC_SITE = settings.PUBLIC_SITE | {"url": "https://gongshi.example"}
    published = a_publication(people, state="published")
    response = client.get(f"/hall/{board.body.public_id}")
    assert response["Cache-Control"] == "no-cache"
    page = response.content.decode()
    for told in ("秦悦", "周敏", "投诉举报拖欠工资", published.decision.number, "data-page", "hall.js", "的二维码"):
        assert told in page
    assert "unsafe-inline" not in response["Content-Security-Policy"]


def test_people_of_yesterday_are_not_shown_today(client, board):
    with clock.frozen(clock.beijing(clock.today() + timedelta(days=1), 9)):
        for address in ("windows", "hall"):
            page = read(client, f"/{address}/{board.body.public_id}")
            assert "秦悦" not in page
            assert "周敏" not in page
            assert "今天的人员还没有公布" in page


def test_body_without_a_board_has_no_screen(client, people):
    for address in ("windows", "hall"):
        read(client, f"/{address}/{people.body.public_id}", 404)
        read(client, f"/{address}/{NOBODY}", 404)
    assert "还没有公示的窗口" in read(client, "/windows/")

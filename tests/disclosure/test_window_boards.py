"""Window boards: who may keep them, what must be on them, and that the public reads today's people and nobody else."""

from datetime import date, timedelta

import pytest

from tests.builders.directory import a_body, an_account, an_entrustment, an_officer
from tests.builders.disclosure import deliver
from yangguang.base.events import SYSTEM
from yangguang.bulletin.api import PublicBoard, on_duty
from yangguang.directory.use_cases.leave_post import leave_post
from yangguang.directory.use_cases.suspend_certificate import suspend_certificate
from yangguang.disclosure.models import BoardWindow
from yangguang.disclosure.plugs.boards import boards_of_today
from yangguang.disclosure.use_cases.close_window import close_window
from yangguang.disclosure.use_cases.post_window import post_window
from yangguang.disclosure.use_cases.word_board import word_board
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D11")]
SERVICES = "投诉举报拖欠工资｜身份证，劳动合同或者转账记录｜5个工作日内决定是否受理\n领取文书|身份证|当场办理"


@pytest.fixture
def clerk():
    return an_account(role="window_clerk", body=a_body())


@pytest.fixture
def board(clerk):
    return word(clerk)


def word(actor, **facts):
    told = {
        "place": "1楼东侧",
        "hours": "8:30—12:00",
        "phone": "0999-0012333",
        "services": SERVICES,
        "notices": ["11月30日停电"],
    }
    return word_board(body=actor.body, actor=actor, at=Moment.now(), **told | facts)


def post(board, actor, **facts):
    today = clock.today()
    told = {"label": "1号窗口", "name": "秦悦", "post": "窗口人员", "staff_number": "W-01", "duties": "登记、材料接收"}
    days = {"from_day": today, "until_day": today}
    return post_window(board=board, actor=actor, at=Moment.now(), **told | days | facts)


def shown(day=None):
    deliver()
    return on_duty(PublicBoard.objects.get(), day or clock.today())


def test_board_is_public_with_its_services_and_people(board, clerk):
    officer = an_officer(body=clerk.body, named="周敏")
    post(board, clerk)
    post(board, clerk, label="2号窗口", officer=officer, kinds="劳动保障监察")
    first, second = shown()
    assert (first.name, first.staff_number, first.answer) == ("秦悦", "W-01", None)
    assert (second.name, second.number) == ("周敏", officer.certificates.get().number)
    assert second.answer.may
    content = PublicBoard.objects.get().content
    assert content["services"][1] == {"matter": "领取文书", "bring": "身份证", "term": "当场办理"}
    assert (content["notices"], content["complaints"]) == (["11月30日停电"], "0000-1234567")


@pytest.mark.clause("APL-2021:42.1#qualified")
def test_enforcement_at_a_window_by_somebody_without_a_certificate_is_refused(board, clerk):
    with pytest.raises(Refused, match="持证执法人员"):
        post(board, clerk, kinds="劳动保障监察")


def test_suspended_officer_at_a_window_is_said_not_to_be_allowed(board, clerk):
    officer = an_officer(body=clerk.body, named="周敏")
    post(board, clerk, officer=officer)
    suspend_certificate(certificate=officer.certificates.get(), reason="另案", actor=SYSTEM, at=Moment.now())
    (one,) = shown()
    assert not one.answer.may
    assert "另案" not in str(one)


def test_officer_who_left_is_named_at_no_window(board, clerk):
    officer = an_officer(body=clerk.body, named="周敏")
    post(board, clerk, officer=officer)
    assert shown()[0].name == "周敏"
    leave_post(officer=officer, left_on=clock.today(), actor=SYSTEM, at=Moment.now())
    assert shown()[0].name == ""
    assert "周敏" not in str(PublicBoard.objects.get().content)


def test_person_whose_days_are_over_is_not_named_any_more(board, clerk):
    post(board, clerk)
    assert shown()[0].name == "秦悦"
    tomorrow = clock.today() + timedelta(days=1)
    assert shown(tomorrow)[0].name == ""
    with clock.frozen(clock.beijing(tomorrow, 9)):
        assert boards_of_today() == 1
        assert boards_of_today() == 0
    assert "秦悦" not in str(PublicBoard.objects.get().content)


def test_second_posting_of_a_window_takes_the_place_of_the_first(board, clerk):
    post(board, clerk)
    post(board, clerk, name="李想")
    assert [one.name for one in shown()] == ["李想"]


def test_closed_window_leaves_the_board(board, clerk):
    window = post(board, clerk)
    close_window(window=window, actor=clerk, at=Moment.now())
    assert shown() == []
    with pytest.raises(Refused, match="已经停用"):
        close_window(window=window, actor=clerk, at=Moment.now())
    assert post(board, clerk).pk != window.pk


def test_officer_of_the_entrusted_organisation_may_sit_there_and_one_of_elsewhere_is_refused(board, clerk):
    agreement = an_entrustment(entrusting=clerk.body)
    assert post(board, clerk, officer=an_officer(body=agreement.entrusted))
    with pytest.raises(Refused, match="执法岗位"):
        post(board, clerk, officer=an_officer())


@pytest.mark.parametrize("role", ["case_handler", "agency_head", "supervisor"])
def test_board_kept_by_somebody_else_is_refused(board, clerk, role):
    window = post(board, clerk)
    stranger = an_account(role=role, body=clerk.body)
    for act in (
        lambda: word_board(
            body=clerk.body,
            place="x",
            hours="x",
            phone="x",
            services=SERVICES,
            notices=[],
            actor=stranger,
            at=Moment.now(),
        ),
        lambda: post(board, stranger),
        lambda: close_window(window=window, actor=stranger, at=Moment.now()),
    ):
        with pytest.raises(Refused, match="窗口人员和公示员"):
            act()


def test_clerk_of_another_body_is_refused(board):
    with pytest.raises(Refused, match="窗口人员和公示员"):
        post(board, an_account(role="window_clerk"))


@pytest.mark.parametrize(
    ("services", "why"), [("", "没有填写服务事项"), ("领取文书｜身份证", "没有写全"), ("a｜b｜c\n" * 17, "最多16项")]
)
def test_services_that_do_not_say_everything_are_refused(clerk, services, why):
    with pytest.raises(Refused, match=why):
        word(clerk, services=services)


@pytest.mark.parametrize(("start", "end"), [(1, 0), (-2, -1), (0, 93)])
def test_days_that_make_no_sense_are_refused(board, clerk, start, end):
    today = clock.today()
    with pytest.raises(Refused):
        post(board, clerk, from_day=today + timedelta(days=start), until_day=today + timedelta(days=end))
    assert not BoardWindow.objects.exists()


def test_board_that_says_the_same_is_refused(board, clerk):
    with pytest.raises(Refused, match="没有改动"):
        word(clerk)
    word(clerk, phone="0999-0012345")
    with pytest.raises(Refused, match="通知最多"):
        word(clerk, notices=["一"] * 7)


def test_clerk_keeps_the_board_on_the_pages_of_the_desk(clerk, client):
    client.force_login(clerk)
    assert "还没有窗口公示牌" in client.get("/desk/windows/").content.decode()
    facts = {"place": "1楼", "hours": "8:30", "phone": "12333", "services": SERVICES, "notices": "一\n\n二"}
    client.post("/desk/windows/word", facts)
    assert client.get("/desk/windows/post").status_code == 200
    today = date.isoformat(clock.today())
    client.post(
        "/desk/windows/post",
        {
            "label": "1号窗口",
            "name": "秦悦",
            "post": "窗口人员",
            "duties": "登记",
            "from_day": today,
            "until_day": today,
        },
    )
    assert [one.name for one in shown()] == ["秦悦"]
    page = client.get("/desk/windows/").content.decode()
    for told in ("秦悦", "领取文书", "在岗", f"/hall/{clerk.body.public_id}"):
        assert told in page
    assert "秦悦" not in client.get("/desk/windows/post?w=2号窗口").content.decode()
    assert "秦悦" in client.get("/desk/windows/post?w=1号窗口").content.decode()


@pytest.mark.clause("APL-2021:42.1#qualified")
def test_officer_without_a_usable_certificate_does_not_enforce_at_a_window(board, clerk):
    officer = an_officer(body=clerk.body, with_certificate=False)
    with pytest.raises(Refused, match="没有可以使用的执法证件"):
        post(board, clerk, officer=officer, kinds="劳动保障监察")
    assert post(board, clerk, officer=officer).name == officer.name

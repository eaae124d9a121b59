"""The desk sees how each channel stands; publishers and administrators of the body have it try again."""

import pytest

from tests.builders.directory import an_account
from tests.builders.disclosure import a_publication, the_people
from yangguang.directory.rules.roles import Role
from yangguang.disclosure.models import Push, PushStatus
from yangguang.kernel import clock

pytestmark = [pytest.mark.django_db(databases=["default", "public"]), pytest.mark.duty("D21")]
ADDRESS = "/desk/publications/channels/"


@pytest.fixture
def failed(settings, tmp_path):
    settings.PAGES_DIR = tmp_path / "pages"
    people = the_people()
    publication = a_publication(people, state="published")
    push = Push.objects.create(
        channel="weibo", publication=publication, version=1, next_try_at=clock.now(), asked_at=clock.now(),
        status=PushStatus.FAILED, last_error="微博答复 21327：授权已经过期。", attempts=2,
    )  # fmt: skip
    return people, push


def test_channel_that_is_not_set_up_says_what_it_lacks(client, failed):
    client.force_login(failed[0].first)
    page = client.get(ADDRESS).content.decode()
    assert page.count("没有开通") == 3
    for lacking in ("AppSecret 文件", "access_token 文件", "发信服务器"):
        assert lacking in page


def test_failed_one_stands_there_with_its_reason_and_is_tried_again(client, failed):
    people, push = failed
    client.force_login(people.first)
    page = client.get(ADDRESS).content.decode()
    assert "授权已经过期" in page
    assert push.publication.decision.number.partition("第")[2] in page
    retry = f"{ADDRESS}{push.public_id}/retry/"
    assert "授权已经过期" in client.get(retry).content.decode()
    assert client.post(retry, {"once": "a" * 26}).url == ADDRESS
    push.refresh_from_db()
    assert push.status == PushStatus.WAITING
    assert "等候推送" in client.get(f"{ADDRESS}?view=waiting").content.decode()


def test_other_bodys_publisher_does_not_see_it(client, failed):
    other = the_people()
    client.force_login(other.first)
    assert "授权已经过期" not in client.get(ADDRESS).content.decode()
    assert client.get(f"{ADDRESS}{failed[1].public_id}/retry/").status_code == 404


def test_system_administrator_of_the_body_may_retry_and_sees_no_address(client, failed):
    people, push = failed
    client.force_login(an_account(role=Role.SYSTEM_ADMINISTRATOR, body=people.body))
    assert "授权已经过期" in client.get(ADDRESS).content.decode()
    client.post(f"{ADDRESS}{push.public_id}/retry/", {"once": "b" * 26})
    push.refresh_from_db()
    assert push.status == PushStatus.WAITING

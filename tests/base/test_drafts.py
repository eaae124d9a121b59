"""Open forms are saved by themselves, within bounds."""

import pytest
from django.urls import reverse

from tests.builders.directory import an_account
from yangguang.base import drafts
from yangguang.base.models.draft import FormDraft
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


def save(key, **content):
    return drafts.save(account_ref="account:a", key=key, content=content)


def test_draft_is_given_back_without_its_secrets():
    save("form", facts="拖欠工资。", password="x", code="123456", once="t")
    assert drafts.find(account_ref="account:a", key="form").content == {"facts": "拖欠工资。"}


def test_draft_that_is_too_long_is_refused_and_the_earlier_one_stays():
    save("form", facts="拖欠工资。")
    with pytest.raises(Refused, match="没有暂存"):
        save("form", facts="长" * drafts.MOST_CHARACTERS)
    assert drafts.find(account_ref="account:a", key="form").content == {"facts": "拖欠工资。"}


def test_one_more_draft_than_a_person_may_have_is_refused():
    for number in range(drafts.MOST_DRAFTS):
        save(f"form {number}")
    with pytest.raises(Refused, match="没有再暂存"):
        save("one more")
    save("form 0", facts="改过")
    drafts.save(account_ref="account:b", key="another person's", content={})
    drafts.discard(account_ref="account:a", key="form 0")
    save("one more")


def test_page_says_why_a_draft_is_not_kept(client):
    client.force_login(an_account(role="case_handler"))
    answer = client.post(f"{reverse('desk:autosave')}?key=form", {"facts": "长" * drafts.MOST_CHARACTERS})
    assert answer.status_code == 409
    assert "没有暂存" in answer.content.decode()
    assert not FormDraft.objects.exists()

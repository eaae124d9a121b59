"""The reviewer reads the draft in the agency's words, answers element by element, and closes the round on screen."""

import re
from datetime import date

import pytest

from tests.builders.cases import SIGNED
from tests.builders.directory import an_account
from tests.builders.legal_review import a_review, answered, passed, sent_back, the_reviewer
from yangguang.kernel import clock
from yangguang.legal_review.models import LegalReview

pytestmark = pytest.mark.django_db


@pytest.fixture
def review():
    return a_review()


@pytest.fixture
def reviewer(review, client):
    account = the_reviewer(review)
    client.force_login(account)
    return account


@pytest.fixture(autouse=True)
def _on_the_day():
    with clock.frozen(clock.beijing(SIGNED, 10)):
        yield


def test_reviewer_reads_the_draft_in_the_words_of_the_agency(review, reviewer, client):
    page = client.get(f"/desk/reviews/{review.public_id}/").content.decode()
    draft = re.search(r'aria-label="送审材料">(.*?)</section>', page, re.S).group(1)
    assert "警告、罚款" in draft
    assert re.search(r"罚款 [\d,.]+ 元", draft)
    assert "已经改正" in draft
    assert not re.search(r"\b(warning|fine|done|ordered)\b", re.sub(r"<[^>]+>", "", draft))


def test_reviewer_answers_an_element_with_a_reason(review, reviewer, client):
    address = f"/desk/reviews/{review.public_id}/elements/law/"
    client.post(address, {"answer": "conforms", "reason": "条文现行有效。"})
    assert review.elements.get(code="law").reason == "条文现行有效。"


def test_answer_without_a_reason_comes_back_with_what_was_chosen(review, reviewer, client):
    page = client.post(f"/desk/reviews/{review.public_id}/elements/law/", {"answer": "problem", "reason": ""})
    assert "请填写理由" in page.content.decode()
    assert not review.elements.exists()


def test_reviewer_passes_on_screen_when_all_is_answered(review, reviewer, client):
    address = f"/desk/reviews/{review.public_id}/opinion/"
    refused = client.post(address, {"passes": "yes", "opinion": "同意"})
    assert refused.status_code == 409
    assert "还没有填写" in refused.content.decode()
    answered(review, reviewer)
    assert client.post(address, {"passes": "yes", "opinion": "同意"}).status_code == 302
    assert LegalReview.objects.get(pk=review.pk).status == "passed"


def test_stranger_to_the_case_is_told_nothing(review, client):

    client.force_login(an_account(role="legal_reviewer"))
    assert client.get(f"/desk/reviews/{review.public_id}/").status_code == 404


def test_reviewer_who_is_late_is_asked_why_and_the_reason_stays_on_the_page(review, reviewer, client):
    address, place = f"/desk/reviews/{review.public_id}/opinion/", f"/desk/reviews/{review.public_id}/"
    answered(review, reviewer)
    assert "逾期原因" not in client.get(place).content.decode()
    with clock.frozen(clock.beijing(date(2026, 11, 16), 10)):
        client.force_login(reviewer)
        assert 'name="overdue_reason"' in client.get(place).content.decode()
        unsaid = client.post(address, {"passes": "yes", "opinion": "同意"}).content.decode()
        assert "请填写逾期原因" in unsaid
        told = {"passes": "yes", "opinion": "同意", "overdue_reason": "审核人员集中培训"}
        assert client.post(address, told).status_code == 302
        page = client.get(place).content.decode()
        assert '<p class="second">逾期原因：审核人员集中培训</p>' in page
        assert "逾期 1 个工作日办结" in page


def test_closed_review_shows_no_form(review, reviewer, client):
    place = f"/desk/reviews/{review.public_id}/"
    assert "存这一项" in client.get(place).content.decode()
    passed(review, reviewer)
    page = client.get(place).content.decode()
    assert "存这一项" not in page
    assert "出具审核意见</button>" not in page
    assert "审核意见</h2>" in page


def test_draft_that_comes_back_is_read_beside_what_was_said_before(review, reviewer, client):
    sent_back(review, reviewer)
    review.case.refresh_from_db()
    again = a_review(review.case, day=SIGNED)
    page = client.get(f"/desk/reviews/{again.public_id}/").content.decode()
    assert "第 1 次审核意见" in page
    assert "第5项适用法律请补充说明。" in page


def test_each_of_the_ten_forms_has_labels_of_its_own_and_the_next_one_opens(review, reviewer, client):
    page = client.get(f"/desk/reviews/{review.public_id}/").content.decode()
    ids = re.findall(r'\sid="(id_\w+)"', page)
    assert len(ids) == len(set(ids))
    answer = client.post(f"/desk/reviews/{review.public_id}/elements/body/", {"answer": "conforms", "reason": "是。"})
    assert answer.url.endswith("#element-officers")


def test_reviewer_opens_the_papers_of_the_file_from_the_review(review, reviewer, client):
    page = client.get(f"/desk/reviews/{review.public_id}/").content.decode()
    places = re.findall(r'href="(/desk/documents/\w{26}/)"', page)
    assert places
    assert {client.get(place).status_code for place in places} == {200}

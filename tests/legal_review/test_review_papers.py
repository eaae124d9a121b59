"""What legal review leaves in the file: the request, the opinion, or the record of an exemption, all in the side volume."""

import pytest

from tests.builders.cases import a_case_ready_to_decide, a_decided_case, decision_signed, discussed
from tests.builders.legal_review import a_review, passed, sent_back, the_reviewer
from yangguang.base.press.reading import text_of_pdf
from yangguang.base.vault import read
from yangguang.legal_review.rules.elements import ELEMENTS
from yangguang.records.api import documents_of, render_document

pytestmark = [pytest.mark.django_db, pytest.mark.duty("L07"), pytest.mark.clause("APL-2021:58.1")]


def words_of(case, kind):
    paper = documents_of(case.public_id).filter(kind=kind).order_by("-position").first()
    assert paper.volume == "side"
    return text_of_pdf(read(render_document(paper).pdf)).replace("\r\n", "")


def test_request_tells_what_is_proposed_and_why_it_must_be_reviewed():
    review = a_review()
    words = words_of(review.case, "review_request")
    for told in (
        "重大执法决定法制审核申请表",
        "警告、罚款",
        "5,000.00元",
        "请予审核。",
        "2026年11月13日",
        review.reasons[0][:8],
    ):
        assert told in words


def test_opinion_holds_every_element_and_who_reviewed():
    review = a_review()
    reviewer = the_reviewer(review)
    words = words_of(passed(review, reviewer).case, "review_opinion")
    for element in ELEMENTS:
        assert element.label in words
    for told in ("法制审核意见书", "审核通过", "经核对卷宗。", reviewer.name):
        assert told in words


def test_returned_opinion_names_its_ground():
    words = words_of(sent_back(a_review()).case, "review_opinion")
    assert "适用法律错误" in words
    assert "请补充说明" in words


def test_exemption_is_recorded_in_the_file():
    words = words_of(a_case_ready_to_decide(), "review_exemption")
    assert "不属于重大执法决定法制审核目录" in words


def boxes_of(case):
    """The boxes of the approval form: role, words, signer, and whether it is the column of the review."""
    sheet = documents_of(case.public_id).get(kind="penalty_approval").sheet
    return [
        (one["role"], one["text"], one["signer"], one["review"]) for one in sheet["blocks"] if one["kind"] == "opinion"
    ]


@pytest.mark.duty("L11")
def test_approval_form_has_the_column_of_the_legal_review_before_the_head_signs():
    review = a_review()
    review = passed(review, the_reviewer(review))
    case = decision_signed(discussed(review.case))
    *_, column, head = boxes_of(case)
    assert column == ("法制审核意见", review.opinion, review.reviewer.name, True)
    assert (head[0], head[3]) == ("机关负责人意见", False)
    assert "法制审核意见" in words_of(case, "penalty_approval")


@pytest.mark.duty("L11")
def test_column_says_who_found_that_a_draft_needs_no_review():
    case = a_decided_case()
    exempt = case.review_exemptions.get()
    column = next(one for one in boxes_of(case) if one[3])
    assert column == ("法制审核意见", "不属于法制审核范围。", exempt.confirmed_by_name, True)

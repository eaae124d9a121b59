"""A list that another office reviews is adopted only after that office agreed to exactly what is adopted."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders.catalogues import a_drafter, a_head, a_letter, a_submitted_edition, cells_of
from tests.builders.directory import a_body, an_account
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.use_cases.adopt_edition import adopt_edition
from yangguang.catalogues.use_cases.discard_draft import discard_draft
from yangguang.catalogues.use_cases.put_entry import put_entry
from yangguang.catalogues.use_cases.record_outside_review import record_outside_review
from yangguang.catalogues.use_cases.return_edition import return_edition
from yangguang.catalogues.use_cases.review_outside import review_outside
from yangguang.catalogues.use_cases.submit_for_review import submit_for_review
from yangguang.desk.today.rows import day_of
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D03", "D05", "D06")]
DAY = date(2026, 11, 18)
AT = Moment.on(DAY)


def submitted(kind, code, body=None):
    return a_submitted_edition(kind=kind, codes=(code,), body=body or a_body(), from_day=DAY)


def adopt(edition):
    return adopt_edition(edition=edition, opinion="", actor=a_head(edition.body), at=AT)


def waits(account):
    return [row.what for part in vars(day_of(account)).values() for row in part]


@pytest.mark.clause("DRI-2015:1")
def test_random_inspection_list_waits_for_the_letter_of_market_supervision(client):
    edition = submitted(ListKind.RANDOM_INSPECTION, "CC-01")
    with pytest.raises(Refused, match="应当先经市场监管部门审核，还没有审核意见，不能审定。") as refused:
        adopt(edition)
    assert "DRI-2015:1" in refused.value.clauses
    drafter = a_drafter(edition.body)
    assert f"登记审核意见：{edition}" in waits(drafter)
    a_letter(edition, agrees=False)
    with pytest.raises(Refused, match="市场监管部门没有同意"):
        adopt(edition)
    review = a_letter(edition)
    assert not any("登记审核意见" in what for what in waits(drafter))
    client.force_login(drafter)
    page = client.get(reverse("catalogues:edition", args=[edition.public_id])).content.decode()
    assert "示市监函〔2026〕7号" in page
    answer = client.get(reverse("catalogues:review_document", args=[review.public_id]))
    assert (answer.status_code, answer["X-Content-Type-Options"]) == (200, "nosniff")
    assert adopt(edition).state == "adopted"


def test_letter_is_offered_to_who_deals_with_lists_and_not_to_administrators(client):
    edition = submitted(ListKind.RANDOM_INSPECTION, "CC-01")
    letter = reverse("catalogues:review_document", args=[a_letter(edition).public_id])
    shown = {}
    for role in ("archivist", "security_administrator"):
        client.force_login(an_account(role=role, body=edition.body))
        page = client.get(reverse("catalogues:edition", args=[edition.public_id])).content.decode()
        assert "示市监函〔2026〕7号" in page
        shown[role] = letter in page
    assert shown == {"archivist": True, "security_administrator": False}


def test_answer_is_of_this_draft_and_a_no_is_kept():
    edition = submitted(ListKind.RANDOM_INSPECTION, "CC-01")
    drafter = a_drafter(edition.body)
    with pytest.raises(Refused, match="审核日期应当在起草日和今天之间"):
        a_letter(edition, on=date(2025, 11, 18))
    a_letter(edition, agrees=False)
    assert not any("登记审核意见" in what for what in waits(drafter)), "it was answered; now the head returns it"
    return_edition(edition=edition, reason="未获同意", actor=a_head(edition.body), at=AT)
    with pytest.raises(Refused, match="已经有外部审核意见，不能放弃。.*请按审核意见修改"):
        discard_draft(edition=edition, actor=drafter, at=AT)
    assert edition.outside_reviews.get().agrees is False


def test_bureau_below_a_body_does_not_review_it():
    county = a_body()
    own = a_body(under=county)
    made_up = an_account(role="supervisor", body=a_body(under=own, supervises=True))
    edition = submitted(ListKind.REGULATORY_MATTERS, "JG-01", own)
    assert waits(made_up) == []
    with pytest.raises(Refused, match="您不能审核这份清单"):
        review_outside(edition=edition, agrees=True, opinion="同意", actor=made_up, at=AT)
    a_letter(edition)
    assert adopt(edition).state == "adopted"


def test_review_holds_for_the_content_it_was_given_for():
    edition = submitted(ListKind.RANDOM_INSPECTION, "CC-01")
    a_letter(edition)
    drafter = a_drafter(edition.body)
    return_edition(edition=edition, reason="改比例", actor=a_head(edition.body), at=AT)
    cells = cells_of(ListKind.RANDOM_INSPECTION, "CC-01", ratio="全年不低于3%")
    put_entry(
        edition=edition, entry=edition.entries.get(), code="CC-01", cells=cells, official=False, actor=drafter, at=AT
    )
    submit_for_review(edition=edition, in_force_from=DAY, opinion="", actor=drafter, at=AT)
    with pytest.raises(Refused, match="审核以后随机抽查事项清单的内容或者生效日改过"):
        adopt(edition)


def test_judicial_bureau_in_the_system_reviews_itself_and_nobody_records_for_it():
    county = a_body()
    bureau = a_body(under=county, supervises=True)
    edition = submitted(ListKind.REGULATORY_MATTERS, "JG-01", a_body(under=county))
    supervisor = an_account(role="supervisor", body=bureau)
    assert waits(supervisor) == [f"审核：{edition}"]
    with pytest.raises(Refused, match="在本系统中，审核意见由其监督人员办理"):
        record_outside_review(
            edition=edition, office_name="某司法局", document_number="1号", reviewed_on=DAY, agrees=True, opinion="同意",
            content=b"%PDF-1.4", file_name="a.pdf", actor=a_drafter(edition.body), at=AT,
        )  # fmt: skip
    elsewhere = an_account(role="supervisor", body=a_body(under=a_body(), supervises=True))
    for stranger in (elsewhere, a_head(edition.body)):
        with pytest.raises(Refused, match="您不能审核这份清单"):
            review_outside(edition=edition, agrees=True, opinion="同意", actor=stranger, at=AT)
    with pytest.raises(Refused, match="应当先经司法行政部门审核"):
        adopt(edition)
    review_outside(edition=edition, agrees=True, opinion="同意", actor=supervisor, at=AT)
    assert adopt(edition).state == "adopted"


def test_bureau_does_not_review_what_market_supervision_reviews():
    county = a_body()
    supervisor = an_account(role="supervisor", body=a_body(under=county, supervises=True))
    edition = submitted(ListKind.RANDOM_INSPECTION, "CC-01", a_body(under=county))
    with pytest.raises(Refused, match="您不能审核这份清单"):
        review_outside(edition=edition, agrees=True, opinion="同意", actor=supervisor, at=AT)

"""The register of what is not public: filed where the province asks, looked at again, opened when the ground is gone."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from yangguang.base import ledger
from yangguang.base.models import LocalValue
from yangguang.disclosure.plugs.invariants import exemptions_due
from yangguang.disclosure.queries import exemption_filing_due, standing_of
from yangguang.disclosure.use_cases.file_exemption import file_exemption
from yangguang.disclosure.use_cases.review_exemption import review_exemption
from yangguang.disclosure.use_cases.withhold_decision import withhold_decision
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D17")]


def withhold(pending, people):
    return withhold_decision(
        publication_id=pending.pk, ground="underage", reason="当事人十七岁", actor=people.head, at=Moment.now()
    )


def file(publication, people, **given):
    values = {"filed_with": "示范县司法局", "filed_on": clock.today(), "number": "示司备〔2026〕3号"} | given
    return file_exemption(publication_id=publication.pk, actor=people.first, at=Moment.now(), **values)


def review(publication, people, actor=None, **given):
    values = {"outcome": "kept", "opinion": "当事人仍未成年"} | given
    return review_exemption(publication_id=publication.pk, actor=actor or people.first, at=Moment.now(), **values)


@pytest.mark.clause("GIR-2019:18")
def test_nothing_is_withheld_until_the_body_has_set_how_often_it_looks_again(people, pending):
    LocalValue.objects.filter(name="exemption_review_months").delete()
    with pytest.raises(Refused, match="不予公开信息的评估周期"):
        withhold(pending, people)


@pytest.mark.clause("GIR-2019:18")
def test_withheld_decision_is_looked_at_again_a_year_later(people, pending):
    with clock.frozen(clock.beijing(date(2027, 3, 2))):
        publication = withhold(pending, people)
        assert publication.exemption_review_by == date(2028, 3, 2)
    with clock.frozen(clock.beijing(date(2028, 3, 2))):
        assert any("前评估" in line for line in exemptions_due())
        assert review(publication, people).reviewed_by == people.first
        publication.refresh_from_db()
        assert publication.exemption_review_by == date(2029, 3, 2)
        assert not any("前评估" in line for line in exemptions_due())


@pytest.mark.clause("GD-DISC-2021:16")
@pytest.mark.parametrize(("region", "asked"), [("440300", True), ("370281", False)])
def test_filing_is_due_within_the_term_to_publish_where_the_province_asks(people, pending, region, asked):
    people.body.region_code = region
    people.body.save(update_fields=["region_code"])
    pending.refresh_from_db()
    term = standing_of(pending, clock.today()).due.day
    publication = withhold(pending, people)
    assert exemption_filing_due(publication) == (term if asked else None)
    assert any("备案" in line for line in exemptions_due()) is asked
    file(publication, people)
    publication.refresh_from_db()
    assert exemption_filing_due(publication) is None


@pytest.mark.clause("GD-DISC-2021:16")
@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"filed_with": " "}, "向哪个机关备案"),
        ({"filed_on": date(2031, 1, 6)}, "不能晚于今天"),
        ({"filed_on": date(2020, 1, 6)}, "早于决定不予公开的日期"),
    ],
)
def test_filing_that_cannot_be_is_refused(people, pending, given, reason):
    with pytest.raises(Refused, match=reason):
        file(withhold(pending, people), people, **given)


def test_filing_twice_or_of_what_is_not_withheld_is_refused(people, pending, published):
    publication = withhold(pending, people)
    file(publication, people)
    with pytest.raises(Refused, match="已经登记过备案"):
        file(publication, people)
    for act in (file, review):
        with pytest.raises(Refused, match="不在不予公开登记簿中"):
            act(published, people)


@pytest.mark.parametrize(
    ("given", "reason"), [({"outcome": "maybe"}, "请选择评估结果"), ({"opinion": ""}, "请写明评估意见")]
)
def test_review_without_outcome_or_opinion_is_refused(people, pending, given, reason):
    with pytest.raises(Refused, match=reason):
        review(withhold(pending, people), people, **given)


def test_what_may_be_public_again_waits_to_be_published_and_its_history_stays(people, pending):
    publication = withhold(pending, people)
    file(publication, people)
    with clock.frozen(clock.now() + timedelta(days=40)):
        with pytest.raises(Refused, match="由其改变"):
            review(publication, people, outcome="opened", opinion="当事人已经成年，情形消失")
        review(publication, people, people.head, outcome="opened", opinion="当事人已经成年，情形消失")
        publication.refresh_from_db()
        assert (publication.status, publication.withholding_ground) == ("pending_publication", "")
    told = {entry.event for entry in ledger.entries_about("publication", publication.public_id)}
    assert {"DecisionWithheld", "ExemptionFiled", "ExemptionReviewed"} <= told


def test_decision_that_fell_meanwhile_is_not_put_before_the_public(people, pending):
    publication = withhold(pending, people)
    publication.decision.status = "annulled"
    publication.decision.save(update_fields=["status"])
    with pytest.raises(Refused, match="不能公开"):
        review(publication, people, people.head, outcome="opened", opinion="情形消失")
    assert review(publication, people).outcome == "kept"


def test_publisher_files_and_reviews_on_the_screens(client, people, pending):
    publication = withhold(pending, people)
    client.force_login(people.first)
    address = reverse("disclosure:publication", args=[publication.public_id])
    assert "登记备案" in client.get(address).content.decode()
    day = clock.today().isoformat()
    facts = {"filed_with": "示范县司法局", "filed_on": day, "number": ""}
    assert client.post(f"{address}file-exemption/", facts).status_code == 302
    refused = client.post(f"{address}review-exemption/", {"outcome": "kept", "opinion": ""}).content.decode()
    assert 'value="kept"' in refused
    assert client.post(f"{address}review-exemption/", {"outcome": "kept", "opinion": "仍未成年"}).status_code == 302
    page = client.get(address).content.decode()
    assert "报示范县司法局备案" in page
    assert "仍未成年" in page
    assert "登记备案" not in page

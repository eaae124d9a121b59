"""A penalty on the spot becomes due as a penalty, is public with reconsideration named first, and stays off the credit site."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders import summary as build
from tests.builders.directory import an_account
from tests.builders.disclosure import a_code, an_examination, deliver
from yangguang.base import local_values
from yangguang.bulletin.api import notice_by_ref
from yangguang.cases.use_cases.void_on_the_spot_decision import void_on_the_spot_decision
from yangguang.disclosure.comparing import comparison_of
from yangguang.disclosure.queries import standing_of
from yangguang.disclosure.use_cases.prepare_publication import prepare_publication
from yangguang.disclosure.use_cases.release_publication import release_publication
from yangguang.kernel.moment import Moment

pytestmark = pytest.mark.django_db


@pytest.mark.clause("TSO-2018:publish_penalty")
def test_decision_on_the_spot_is_due_within_seven_workdays():
    case = build.a_case_on_the_spot()
    deliver()
    publication = case.decisions.get().publication
    assert publication.clause == "TSO-2018:publish_penalty"
    assert standing_of(publication, build.MET).due.day == date(2026, 5, 18)  # the Saturday after is a make-up workday


def test_voided_form_leaves_nothing_to_be_published():
    case = build.a_case_on_the_spot(until="decided")
    deliver()
    with build.on(build.MET, 12) as at:
        void_on_the_spot_decision(case_id=case.pk, reason="金额写错。", actor=build.actor_of(case.body), at=at)
    deliver()
    assert case.decisions.get().publication.status == "withheld"


@pytest.mark.clause("ARL-2023:23.1.1")
def test_public_copy_names_reconsideration_first_and_hides_the_citizen(client):
    case = build.a_case_on_the_spot(fine_fen=20000, citizen=True)
    deliver()
    publication, body = case.decisions.get().publication, case.body
    local_values.set_value("publication_period_months", 3, chain=body.public_id, source="示司发〔2020〕1号",
                           in_force=date(2020, 1, 6), by_name="何管理")  # fmt: skip
    local_values.set_value("impact_assessment", "示人社评〔2020〕1号", chain=body.public_id, source="示人社评〔2020〕1号",
                           in_force=date(2020, 1, 6), by_name="何管理")  # fmt: skip
    first, second = (an_account(role="publisher", body=body, second_factor=True) for _ in range(2))
    asked = comparison_of(publication, None).questions
    prepare_publication(publication_id=publication.pk, examination=an_examination(private=asked), actor=first,
                        at=Moment.now())  # fmt: skip
    release_publication(
        publication_id=publication.pk, code=a_code(second), actor=second, at=Moment.now(), late_reason="补公开。"
    )
    deliver()
    notice = notice_by_ref(publication.notice_ref)
    summary = dict(notice.summary)
    assert summary["行政复议"].startswith("应当先申请行政复议：收到决定书之日起60日内")
    assert summary["行政诉讼"] == "对复议决定不服的，收到复议决定书之日起15日内，向示范县人民法院起诉。"
    shown = str([notice.title, notice.party_name, notice.summary, notice.text])
    for private in ("康平", build.PERSON_ID, "河东街3号"):
        assert private not in shown
    client.force_login(first)
    page = client.get(reverse("disclosure:publication", args=[publication.public_id])).content.decode()
    assert "不报送信用网站：适用简易程序，属轻微失信信息，原则上不公示。" in page

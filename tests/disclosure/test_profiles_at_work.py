"""What a province asks for holds for what its bodies publish from then on, and a minor's decision is never published."""

from datetime import date

import pytest

from tests.builders.disclosure import PARTY, a_case, a_publication, an_examination
from yangguang.bulletin.api import html_of, notice_by_ref
from yangguang.disclosure.comparing import comparison_of
from yangguang.disclosure.queries import shown_version
from yangguang.disclosure.use_cases.prepare_publication import prepare_publication
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


def in_guangdong(people):
    people.body.region_code = "440305"
    people.body.save(update_fields=["region_code"])


@pytest.mark.clause("GD-DISC-2021:14")
def test_party_is_not_named_anywhere_in_guangdong(people):
    in_guangdong(people)
    notice = notice_by_ref(a_publication(people, state="published").notice_ref)
    assert PARTY not in html_of(notice)
    assert notice.party_name == "〔已隐去：当事人名称〕"


def test_profile_that_changes_alters_nothing_that_was_published(people, published):
    before = notice_by_ref(published.notice_ref)
    in_guangdong(people)
    published.refresh_from_db()
    shown = comparison_of(published, shown_version(published))
    assert ("对象", PARTY) in shown.rows
    assert html_of(notice_by_ref(published.notice_ref)) == html_of(before)


@pytest.mark.clause("GD-DISC-2021:15.1")
def test_decision_about_a_minor_is_not_prepared(people):
    case = a_case(people.body, party_kind="person", party_name="欧阳春花")
    case.parties.update(birth_date=date(2008, 9, 1))
    publication = a_publication(people, case=case)
    with pytest.raises(Refused, match="当事人是未成年人，不予公开"):
        prepare_publication(
            publication_id=publication.pk, examination=an_examination(), actor=people.first, at=Moment.now()
        )


def test_underage_worker_is_not_shown_by_surname(people):
    case = a_case(people.body)
    case.workers.filter(name="王小芸").update(person_id="110101201001011237")
    notice = notice_by_ref(a_publication(people, state="published", case=case).notice_ref)
    assert "〔已隐去：未成年人姓名〕" in "".join(notice.text)
    assert "王某某" not in "".join(notice.text)

"""The body's rules for the three systems: whole before they go to the head, filed after they were adopted, public with both."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders.catalogues import a_drafter, a_head, a_policy
from tests.builders.directory import a_body
from tests.builders.disclosure import deliver
from tests.builders.standing import released
from yangguang.bulletin.api import PublicList
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.queries import changes_between
from yangguang.catalogues.use_cases.adopt_edition import adopt_edition
from yangguang.catalogues.use_cases.file_edition import file_edition
from yangguang.catalogues.use_cases.submit_for_review import submit_for_review
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.row_changes import ChangeKind

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D01", "R01", "L01"), pytest.mark.clause("BEO-2019:58")]
DAY = date(2026, 11, 18)
KINDS = {ListKind.DISCLOSURE_POLICY: 8, ListKind.RECORDING_POLICY: 6, ListKind.REVIEW_POLICY: 5}


def test_policy_of_each_system_has_the_sections_its_duty_names():
    assert {kind: len(list_of(kind).column("section").choices) for kind in KINDS} == KINDS


def test_policy_is_whole_before_the_head_filed_after_and_public_with_its_filing(client):
    body = a_body()
    drafter, head = a_drafter(body), a_head(body)
    draft = a_policy(body, without=("审查纠错", "监督方式"))
    told = {"edition": draft, "in_force_from": DAY, "opinion": "", "actor": drafter, "at": Moment.on(DAY)}
    with pytest.raises(Refused, match="行政执法公示制度缺少：审查纠错、监督方式。"):
        submit_for_review(**told)
    a_policy(body, draft=draft, only=("审查纠错", "监督方式"))
    filing = {"edition": draft, "office_name": "示范县司法局", "number": "示司备〔2026〕21号", "filed_on": DAY,
              "actor": drafter, "at": Moment.on(DAY)}  # fmt: skip
    submit_for_review(**told)
    with pytest.raises(Refused, match="只有审定以后应当备案的版本"):
        file_edition(**filing)
    adopt_edition(edition=draft, opinion="", actor=head, at=Moment.on(DAY))
    with pytest.raises(Refused, match="您不能登记"):
        file_edition(**filing | {"actor": head})
    with pytest.raises(Refused, match="审定日期和今天之间"):
        file_edition(**filing | {"filed_on": date(2026, 11, 17)})
    file_edition(**filing)
    with pytest.raises(Refused, match="已经登记过备案"):
        file_edition(**filing)
    client.force_login(drafter)
    assert "示司备〔2026〕21号" in client.get(reverse("catalogues:edition", args=[draft.public_id])).content.decode()
    deliver()
    released(draft)
    assert PublicList.objects.get(ref=draft.public_id).filing == "示范县司法局 示司备〔2026〕21号（2026-11-18）"
    page = client.get(f"/lists/{draft.public_id}").content.decode()
    assert "备案：示范县司法局 示司备〔2026〕21号" in page
    assert "审查纠错" in page
    second = a_policy(body, copied=True, changed="公示时限")
    changed = [c for c in changes_between(draft, second) if c.kind is not ChangeKind.SAME]
    assert [list(c.columns) for c in changed] == [["content"]]

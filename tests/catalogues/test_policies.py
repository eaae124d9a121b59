"""The body's rules for the three systems: whole before they go to the head, filed after they were adopted, public with both."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders.catalogues import (
    a_drafter,
    a_head,
    a_legal_office,
    a_letter,
    a_policy,
    a_policy_put_forward,
    an_adopted_edition,
)
from tests.builders.directory import a_body, an_account
from tests.builders.disclosure import deliver
from tests.builders.standing import released
from yangguang.bulletin.api import PublicList
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.own_review import policies_to_review
from yangguang.catalogues.queries import changes_between
from yangguang.catalogues.shipped_lists import shipped_rows
from yangguang.catalogues.use_cases.adopt_edition import adopt_edition
from yangguang.catalogues.use_cases.file_edition import file_edition
from yangguang.catalogues.use_cases.review_policy import review_policy
from yangguang.catalogues.use_cases.submit_for_review import submit_for_review
from yangguang.directory.models import Account
from yangguang.kernel import clock
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
    review_policy(edition=draft, agrees=True, opinion="同意。", actor=a_legal_office(body), at=Moment.on(DAY))
    a_letter(draft, on=DAY)
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


def reviewed(edition, actor, *, agrees=True, opinion="同意。"):
    return review_policy(edition=edition, agrees=agrees, opinion=opinion, actor=actor, at=Moment.on(DAY))


def test_rules_are_not_adopted_before_the_legal_office_of_the_body_agreed_to_this_very_draft():
    body = a_body()
    policy, head, office = a_policy_put_forward(body, on=DAY), a_head(body), a_legal_office(body)
    a_letter(policy, on=DAY)
    adopt = {"edition": policy, "opinion": "", "actor": head, "at": Moment.on(DAY)}
    with pytest.raises(Refused, match="应当先经本机关法制机构审核，还没有审核意见，不能审定") as refusal:
        adopt_edition(**adopt)
    assert "BEO-2019:58" in refusal.value.clauses
    assert policies_to_review(office).get() == policy
    reviewed(policy, office, agrees=False, opinion="公示时限应当写明起算日。")
    policy.refresh_from_db()
    assert policy.is_open
    assert not policies_to_review(office).exists()
    submit_for_review(edition=policy, in_force_from=DAY, opinion="", actor=a_drafter(body), at=Moment.on(DAY))
    with pytest.raises(Refused, match="法制机构审核"):
        adopt_edition(**adopt)
    reviewed(policy, office)
    assert adopt_edition(**adopt).is_fixed


def test_rules_are_not_reviewed_by_their_own_drafter_by_another_body_or_twice():
    body = a_body()
    policy = a_policy_put_forward(body, on=DAY)
    drafter = Account.objects.get(public_id=policy.drafted_by_ref.removeprefix("account:"))
    namesake = an_account(role="legal_reviewer", body=body, named=drafter.name)
    for own in (drafter, namesake):
        with pytest.raises(Refused, match="起草、修改过这份制度的人不能审核"):
            reviewed(policy, own)
    for other in (a_legal_office(a_body()), a_head(body)):
        with pytest.raises(Refused, match="您不能审核这份制度"):
            reviewed(policy, other)
    office = a_legal_office(body)
    reviewed(policy, office)
    with pytest.raises(Refused, match="现在等候“机关负责人审定意见”签署"):
        reviewed(policy, office)


def test_list_that_is_no_policy_is_not_reviewed_as_one():
    body = a_body()
    edition = an_adopted_edition(body=body, from_day=DAY)
    with pytest.raises(Refused, match="没有送法制机构审核"):
        reviewed(edition, a_legal_office(body))


def test_reviewer_finds_the_rules_on_the_desk_and_sends_them_on_to_the_head(client):
    body = a_body()
    policy, office, head = a_policy_put_forward(body, on=clock.today()), a_legal_office(body), a_head(body)
    address = reverse("catalogues:review_policy", args=[policy.public_id])
    client.force_login(head)
    assert f"审定{policy}" not in client.get(reverse("desk:today")).content.decode()
    client.force_login(office)
    assert address in client.get(reverse("desk:today")).content.decode()
    assert address in client.get(reverse("catalogues:edition", args=[policy.public_id])).content.decode()
    told = {"agrees": "yes", "opinion": "同意。", "occurred_at": clock.now().strftime("%Y-%m-%dT%H:%M")}
    assert client.post(address, told).status_code == 302
    assert client.get(address).status_code == 404
    client.force_login(head)
    assert f"审定{policy}" in client.get(reverse("desk:today")).content.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_rules_that_ship_with_the_product_are_whole(kind):
    definition = list_of(kind)
    rows = [
        definition.read({k: v for k, v in row.items() if k not in {"code", "official"}}) for row in shipped_rows(kind)
    ]
    assert definition.whole_faults(rows) == ()
    assert len(rows) == KINDS[kind]

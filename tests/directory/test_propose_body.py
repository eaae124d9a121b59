"""A new body, or a change of a registered one, waits for the judicial bureau: nothing of it stands before (D06)."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders.directory import a_body, an_account
from tests.builders.disclosure import deliver
from yangguang.bulletin.models import PublicBody
from yangguang.directory.models import Body, BodyProposal
from yangguang.directory.proposals import open_proposals, proposals_to_review, whom_it_waits_for
from yangguang.directory.use_cases.change_body import change_body
from yangguang.directory.use_cases.propose_body import propose_body
from yangguang.directory.use_cases.propose_body_again import propose_body_again
from yangguang.directory.use_cases.record_body_review import record_body_review
from yangguang.directory.use_cases.review_body_proposal import review_body_proposal
from yangguang.directory.use_cases.withdraw_body_proposal import withdraw_body_proposal
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D06")]
FACTS = {
    "name": "示范县应急管理局", "mark": "示应急", "category": "statutory", "nature": "行政机关", "funding": "财政全额拨款",
    "staffing": "行政编制18名", "duties": "安全生产监督管理。", "legal_representative": "何平", "address": "示范县安康路3号",
    "complaint_phone": "0000-12350", "region_code": "990101", "region_name": "示范县", "fields": ["应急管理"],
}  # fmt: skip
WHY = "示编〔2026〕8号"
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


def propose_new(county, actor=None, **facts):
    given = {"parent": county.government, "reason": WHY, **FACTS, **facts}
    return propose_body(actor=actor or county.system, at=Moment.now(), **given)


def propose_change(county, actor=None, **facts):
    given = {"body": county.bureau, "reason": WHY, **(facts or {"legal_representative": "李新"})}
    return propose_body(actor=actor or county.head, at=Moment.now(), **given)


def review(proposal, actor, *, agrees=True, opinion="", round_seen=None):
    told = {"agrees": agrees, "opinion": opinion, "round_seen": round_seen}
    return review_body_proposal(proposal=proposal, actor=actor, at=Moment.now(), **told)


def test_new_body_is_neither_registered_nor_public_before_the_bureau_agrees(county, last_entry):
    proposal = propose_new(county)
    deliver()
    assert not Body.objects.filter(name=FACTS["name"]).exists()
    assert not PublicBody.objects.filter(name=FACTS["name"]).exists()
    assert last_entry(county.government).event == "BodyProposed"
    assert whom_it_waits_for(proposal) == "等示范县司法局审核"

    settled = review(proposal, county.supervisor)
    deliver()
    body = Body.objects.get(name=FACTS["name"])
    assert (settled.body, body.parent, body.fields) == (body, county.government, ["应急管理"])
    assert last_entry(body).event == "BodyRegistered"
    assert last_entry(body).facts["reviewed_by"] == "示范县司法局"
    assert last_entry(body).sequence == 1
    assert PublicBody.objects.filter(name=FACTS["name"]).exists()


def test_changed_qualification_stands_as_it_was_until_the_bureau_agrees(county, last_entry):
    proposal = propose_change(county)
    deliver()
    county.bureau.refresh_from_db()
    assert county.bureau.legal_representative == "高建华"
    assert proposal.facts == {"legal_representative": "李新"}

    review(proposal, county.supervisor)
    deliver()
    county.bureau.refresh_from_db()
    assert county.bureau.legal_representative == "李新"
    assert last_entry(county.bureau).facts["changes"] == {"法定代表人": ["高建华", "李新"]}
    assert ["法定代表人", "李新"] in PublicBody.objects.get(ref=county.bureau.public_id).columns


def test_returned_entry_comes_back_with_the_reason_and_is_put_forward_again(county, last_entry):
    proposal = review(propose_new(county), county.supervisor, agrees=False, opinion="没有附编制批复。")
    assert (proposal.state, proposal.opinion) == ("returned", "没有附编制批复。")
    assert last_entry(county.government).event == "BodyProposalReturned"
    assert "改后再送审" in whom_it_waits_for(proposal)
    told = {**FACTS, "staffing": "行政编制20名", "reason": "附示编〔2026〕9号"}
    again = propose_body_again(proposal=proposal, actor=county.system, at=Moment.now(), **told)
    assert (again.state, again.round, again.facts["staffing"]) == ("waiting", 2, "行政编制20名")
    with pytest.raises(Refused, match="登记内容改过"):
        review(again, county.supervisor, round_seen=1)
    assert review(again, county.supervisor, round_seen=2).state == "approved"


def test_return_without_a_reason_is_refused(county):
    with pytest.raises(Refused) as refused:
        review(propose_new(county), county.supervisor, agrees=False, opinion=" ")
    assert refused.value.field == "opinion"


def test_entry_that_waits_cannot_be_changed_or_settled_twice(county):
    proposal = propose_new(county)
    with pytest.raises(Refused, match="只有退回的"):
        propose_body_again(proposal=proposal, actor=county.system, at=Moment.now(), reason=WHY, **FACTS)
    review(proposal, county.supervisor)
    with pytest.raises(Refused, match="没有在等候审核"):
        review(proposal, county.supervisor)
    with pytest.raises(Refused, match="已经办完"):
        withdraw_body_proposal(proposal=proposal, actor=county.system, at=Moment.now())


def test_second_proposal_for_the_same_body_is_refused(county):
    propose_change(county)
    with pytest.raises(Refused, match="没有办完"):
        propose_change(county, staffing="行政编制30名")
    propose_new(county)
    with pytest.raises(Refused, match="没有办完"):
        propose_new(county)


def test_withdrawn_entry_makes_room_for_another(county, last_entry):
    withdraw_body_proposal(proposal=propose_change(county), actor=county.head, at=Moment.now())
    assert last_entry(county.bureau).event == "BodyProposalWithdrawn"
    assert propose_change(county, staffing="行政编制30名").state == "waiting"


def test_nobody_reviews_what_he_put_forward_himself(county):
    proposal = propose_new(county, actor=county.supervisor)
    assert proposal not in proposals_to_review(county.supervisor)
    with pytest.raises(Refused, match="不能审核自己送审的"):
        review(proposal, county.supervisor)
    second = an_account(role="supervisor", body=county.justice)
    assert review(proposal, second).state == "approved"


@pytest.mark.parametrize("who", ["system", "head", "handler"])
def test_review_by_anyone_but_the_bureau_s_supervisor_is_refused(county, who):
    with pytest.raises(Refused, match="您不能审核") as refused:
        review(propose_new(county), getattr(county, who))
    assert refused.value.clauses == ("APL-2021:39",)


def test_supervisor_of_another_county_neither_sees_nor_reviews_it(county):
    beside = a_body(named="邻县司法局", mark="邻司", under=a_body(named="邻县人民政府", mark="邻政"), supervises=True)
    stranger = an_account(role="supervisor", body=beside)
    proposal = propose_new(county)
    assert not open_proposals(stranger).exists()
    assert not proposals_to_review(stranger).exists()
    with pytest.raises(Refused, match="您不能审核"):
        review(proposal, stranger)


def test_bureau_s_own_entry_is_reviewed_by_letter_from_outside(county):
    proposal = propose_body(
        body=county.justice, reason=WHY, actor=county.system, at=Moment.now(), legal_representative="程新"
    )
    assert proposal not in proposals_to_review(county.supervisor)
    with pytest.raises(Refused, match="您不能审核"):
        review(proposal, county.supervisor)
    told = {
        "office_name": "示范市司法局", "document_number": "示市司审〔2026〕4号", "reviewed_on": date(2026, 11, 18),
        "agrees": True, "opinion": "", "content": PDF, "file_name": "审核意见.pdf",
    }  # fmt: skip
    settled = record_body_review(proposal=proposal, actor=county.system, at=Moment.now(), **told)
    county.justice.refresh_from_db()
    assert county.justice.legal_representative == "程新"
    assert settled.document is not None


def test_letter_where_the_bureau_is_in_the_system_is_refused(county):
    told = {
        "office_name": "示范县司法局", "document_number": "1", "reviewed_on": date(2026, 11, 18), "agrees": True,
        "opinion": "", "content": PDF, "file_name": "审核意见.pdf",
    }  # fmt: skip
    with pytest.raises(Refused, match="在本系统中"):
        record_body_review(proposal=propose_change(county), actor=county.head, at=Moment.now(), **told)


def test_proposal_by_a_case_handler_or_another_body_s_head_is_refused(county):
    for stranger in (county.handler, an_account(role="agency_head", body=county.other)):
        with pytest.raises(Refused, match="您不能送审"):
            propose_change(county, actor=stranger)
    assert not BodyProposal.objects.exists()


def test_proposal_without_a_ground_or_with_a_name_in_use_is_refused(county):
    with pytest.raises(Refused) as refused:
        propose_new(county, reason=" ")
    assert refused.value.field == "reason"
    with pytest.raises(Refused, match="已经登记"):
        propose_new(county, name=county.other.name)


def test_change_of_qualification_past_the_review_is_refused_and_names_its_clause(county):
    with pytest.raises(Refused, match="先经司法行政部门审核：法定代表人") as refused:
        change_body(body=county.bureau, actor=county.supervisor, at=Moment.now(), legal_representative="李新")
    assert refused.value.clauses == ("APL-2021:39",)


def test_change_of_office_hours_by_the_head_goes_to_the_bureau_too(county, client):
    client.force_login(county.head)
    told = {name: getattr(county.bureau, name) for name in FACTS if name != "fields"}
    told |= {
        "office_hours": "工作日 9:00—17:00",
        "fields_of_law": "、".join(county.bureau.fields),
        "reason": WHY,
        "once": "a",
    }
    answer = client.post(reverse("directory:change_body", args=[county.bureau.public_id]), told)
    assert answer.status_code == 302
    assert BodyProposal.objects.get().facts == {"office_hours": "工作日 9:00—17:00"}


def test_new_body_that_was_approved_is_still_called_a_registration(county):
    proposal = propose_new(county)
    review(proposal, county.supervisor)
    proposal.refresh_from_db()
    assert proposal.body is not None
    assert str(proposal) == "示范县应急管理局的登记"

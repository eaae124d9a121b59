"""Terms of leads that have passed, representatives, the file of a lead, and how a complainant was told."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders.cases import handler_of, on, person_of
from tests.builders.directory import a_body
from tests.builders.labour import (
    RECEIVED,
    a_complainant,
    a_complaint,
    a_labour_agency,
    a_person_id,
    an_accepted_complaint,
    handler,
)
from yangguang.base.models import LedgerEntry
from yangguang.cases.models import Clock
from yangguang.cases.rules.lead_entry import ComplaintEntry, Person, checked_representatives
from yangguang.cases.use_cases.answer_complainant import answer_complainant
from yangguang.cases.use_cases.decline_acceptance import decline_acceptance
from yangguang.cases.use_cases.explain_lead_overdue import explain_lead_overdue
from yangguang.kernel.refusal import Refused
from yangguang.records.api import documents_of
from yangguang.records.readers import face_of

pytestmark = pytest.mark.django_db
LATE = date(2026, 9, 14)


@pytest.fixture
def body():
    return a_labour_agency()


def declined(lead, day):
    with on(day) as at:
        return decline_acceptance(lead=lead, reason="out_of_powers", actor=person_of(lead.body, "unit_head"), at=at)


@pytest.mark.clause("LSP-2004:18#accept")
def test_term_to_accept_that_has_passed_asks_for_its_reason_and_never_refuses_after_it(body):
    lead = a_complaint(body)
    with pytest.raises(Refused, match="期限已于2026年9月8日到期"):
        declined(lead, LATE)
    with on(LATE) as at:
        explain_lead_overdue(lead=lead, reason="投诉人补交材料迟延。", actor=handler(body), at=at)
        with pytest.raises(Refused, match="不需要再写"):
            explain_lead_overdue(lead=lead, reason="再写一次。", actor=handler(body), at=at)
    assert Clock.objects.get(lead_ref=lead.public_id).overdue_reason == "投诉人补交材料迟延。"
    assert LedgerEntry.objects.filter(event="OverdueExplained").count() == 1
    assert declined(lead, LATE).status == "declined"


def test_reason_is_asked_on_the_page_of_an_overdue_lead_only(client, body):
    lead = a_complaint(body)
    client.force_login(handler(body))
    address = reverse("cases:lead", args=[lead.public_id])
    with on(RECEIVED, 15):
        assert "说明逾期原因" not in client.get(address).content.decode()
    with on(LATE, 15):
        assert "说明逾期原因" in client.get(address).content.decode()
        act = reverse("cases:lead_act", args=[lead.public_id, "explain_overdue"])
        typed = {"reason": "节前人手不足。", "occurred_at": "2026-09-14T09:30", "late_reason": ""}
        assert client.post(act, typed).status_code == 302


@pytest.mark.clause("ZJ-LSR-2020:20")
@pytest.mark.parametrize(
    ("number", "region", "refused"), [(5, "330106000000", False), (6, "330106000000", True), (6, "370203000000", False)]
)
def test_no_more_than_five_represent_a_complaint_where_the_province_says_so(number, region, refused):
    people = [Person("representative", f"代表{n}") for n in range(number)]
    if refused:
        with pytest.raises(Refused, match="推选的代表最多五人") as caught:
            checked_representatives(people, 20, region)
        assert caught.value.field == "representatives"
    else:
        checked_representatives(people, 20, region)


def test_more_representatives_than_complainants_are_refused(body):
    people = [a_complainant(), *(Person("representative", f"代表{n}", a_person_id(20 + n)) for n in range(3))]
    with pytest.raises(Refused, match="多于涉及人数"):
        a_complaint(body, people=people, entry=ComplaintEntry("支付工资。", 2, 10_000_00))


def test_file_of_a_lead_has_a_cover_and_numbered_contents(client, body):
    lead = declined(a_complaint(body), RECEIVED)
    who = handler(body)
    client.force_login(who)
    face = face_of(who, lead.public_id)
    assert (face.label, face.keeps) == (lead.number, True)
    shown = client.get(face.href).content.decode()
    assert "卷内目录" in shown
    assert "投诉不予受理通知书" in shown
    assert "万春山" not in shown
    assert (
        face.href
        in client.get(reverse("records:document", args=[documents_of(lead.public_id).get().public_id])).content.decode()
    )


@pytest.mark.clause("MWR-2019:10.3")
def test_complainant_is_told_with_the_way_and_its_proof(body):
    case = an_accepted_complaint(body)
    lead = case.leads.get()
    with on(date(2026, 9, 10)) as at:
        with pytest.raises(Refused, match="告知凭证") as caught:
            answer_complainant(lead=lead, answer="单位已支付。", way="post", actor=handler_of(case), at=at)
        assert caught.value.field == "proof"
        answer_complainant(
            lead=lead, answer="单位已支付。", way="post", proof="邮件1234567890", actor=handler_of(case), at=at
        )
    assert LedgerEntry.objects.get(event="ComplainantAnswered").summary.endswith("邮寄，邮件1234567890")


def test_another_body_s_handler_explains_nothing(body):
    lead = a_complaint(body)
    stranger = handler(a_labour_agency(mark="示邻", under=a_body(named="邻县人民政府", mark="邻政")))
    with on(LATE) as at, pytest.raises(Refused, match="不能说明"):
        explain_lead_overdue(lead=lead, reason="迟延。", actor=stranger, at=at)

"""Issuing certificates, and what they carry on a day (D10, APL-2021:42.1)."""

from datetime import date

import pytest

from tests.builders.directory import a_certificate, an_account, an_officer
from yangguang.base.events import SYSTEM
from yangguang.directory.queries import certificate_fault
from yangguang.directory.use_cases.issue_certificate import issue_certificate
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D10")]
WHAT = ("劳动保障监察", "示范县")


@pytest.mark.clause("APL-2021:42.1#qualified")
def test_certificate_carries_acts_on_its_last_day_and_not_after(county):
    officer = an_officer(body=county.bureau, valid_until=date(2026, 12, 31))
    assert certificate_fault(officer, *WHAT, date(2026, 12, 31)) == ""
    assert "已于2026年12月31日到期" in certificate_fault(officer, *WHAT, date(2027, 1, 1))


def test_certificate_of_another_field_or_area_carries_nothing(county):
    officer = an_officer(body=county.bureau)
    assert "不含“消防”类别" in certificate_fault(officer, "消防", "示范县", date(2026, 6, 1))
    assert "不含“邻县”区域" in certificate_fault(officer, "劳动保障监察", "邻县", date(2026, 6, 1))


def test_second_certificate_may_carry_what_the_first_does_not(county):
    officer = an_officer(body=county.bureau, valid_until=date(2025, 12, 31))
    a_certificate(officer, kind="labour_inspection", valid_from=date(2026, 1, 1))
    assert certificate_fault(officer, *WHAT, date(2026, 6, 1)) == ""


def test_officer_without_a_certificate_carries_nothing(county):
    assert certificate_fault(an_officer(with_certificate=False), *WHAT, date(2026, 6, 1)) == "没有行政执法证件"


def test_number_issued_twice_is_refused(county):
    officer = an_officer(body=county.bureau)
    a_certificate(officer, number="990101000999")
    with pytest.raises(Refused, match="已经登记"):
        a_certificate(officer, number="990101000999")


def test_certificate_that_ends_before_it_starts_is_refused():
    with pytest.raises(Refused, match="早于起始日期"):
        an_officer(valid_until=date(2019, 1, 1))


@pytest.mark.parametrize("role", ["system_administrator", "agency_head", "case_handler"])
def test_certificate_issued_by_the_own_body_is_refused(county, role):
    officer = an_officer(body=county.bureau)
    with pytest.raises(Refused, match="司法行政部门核发"):
        issue_certificate(
            officer=officer, kind="enforcement", number="1", fields=["a"], areas=["b"], valid_from=date(2026, 1, 1),
            valid_until=date(2027, 1, 1), issued_by="县政府", qualified_by="examination", qualification_number="1",
            actor=an_account(role=role, body=county.bureau),
            at=Moment.now(),
        )  # fmt: skip


@pytest.mark.clause("APL-2021:42.1#qualified")
@pytest.mark.parametrize("proof", [{"qualified_by": ""}, {"qualification_number": " "}])
def test_certificate_without_proof_of_qualification_is_refused(county, proof):
    officer = an_officer(body=county.bureau, with_certificate=False)
    told = {"qualified_by": "legal_profession", "qualification_number": "A20189901010001"}
    facts = {
        "officer": officer, "kind": "enforcement", "number": "9", "fields": ["消防"], "areas": ["示范县"],
        "valid_from": date(2026, 1, 1), "valid_until": date(2027, 1, 1), "issued_by": "县政府", "actor": SYSTEM,
        "at": Moment.now(),
    }  # fmt: skip
    with pytest.raises(Refused, match="不能核发证件"):
        issue_certificate(**facts, **(told | proof))
    assert issue_certificate(**facts, **told).get_qualified_by_display() == "有法律职业资格，简化考试或者免考"

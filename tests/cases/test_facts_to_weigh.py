"""The report asks for every fact the violation's discretion standard weighs: nobody is stuck for want of a field."""

import pytest

from tests.builders.cases import CONCLUDED, an_agency, an_open_case, handler_of, on, with_records
from yangguang.cases.acts.conclude_investigation import ReportForm
from yangguang.catalogues.api import facts_asked, standards_in_force

pytestmark = pytest.mark.django_db
TYPED = {
    "established": "yes", "nature": "拒不改正。", "basis": ["LSR-2004:30.1#refusal", "LSR-2004:30.1#fine"], "gains": "无",
    "circumstances_told": "首次查处。", "suggestion": "建议罚款。", "prior_violations": "0", "harm": "minor",
    "occurred_at": "2026-10-28T09:00",
}  # fmt: skip


def a_report(case, **typed):
    """The form as an officer sends it; as it first stands without."""
    data = TYPED | {"occurred_at": f"{case.opened_on}T09:00"} | typed if typed else None
    with on(case.opened_on):
        return ReportForm(data, case=case, account=handler_of(case))


@pytest.mark.clause("APL-2021:34")
def test_every_fact_of_every_standard_in_force_has_its_field():
    body = an_agency()
    case = an_open_case(body=body)
    for standard in standards_in_force(body, case.opened_on):
        case.violation_code = standard.code
        asked = {one.name for one in facts_asked(standard)} - {"party_kind", "fine_fen"}
        assert asked <= set(a_report(case).fields), standard.code


@pytest.mark.clause("APL-2021:34")
def test_days_beyond_the_order_are_asked_where_the_tier_depends_on_them():
    case = an_open_case(matter_code="LDJC-04", violation_code="LD-04")
    form = a_report(case, overdue_days="2")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["overdue_days"] == 2
    assert "逾期未改正天数（日）" in form.as_p()
    case.violation_code = "LD-01"
    assert "overdue_days" not in a_report(case).fields


@pytest.mark.clause("APL-2021:34")
def test_amount_left_empty_is_not_known_and_nothing_is_not_zero():
    case = an_open_case(matter_code="LDJC-05", violation_code="LD-05")
    for typed, known in (("", None), ("0", 0), ("12,000.50", 1_200_050)):
        form = a_report(case, hidden_wages_fen=typed, basis=["LSR-2004:27.1"])
        assert form.is_valid(), form.errors
        assert form.cleaned_data["hidden_wages_fen"] == known


@pytest.mark.clause("APL-2021:34")
def test_question_left_open_is_not_known_and_no_answer_is_not_no():
    case = an_open_case(matter_code="LDJC-04", violation_code="LD-04")
    for typed, known in (
        ({}, None),
        ({"rectified": ""}, None),
        ({"rectified": "no"}, False),
        ({"rectified": "yes"}, True),
    ):
        form = a_report(case, overdue_days="2", **typed)
        assert form.is_valid(), form.errors
        assert form.cleaned_data["rectified"] is known
    assert a_report(case)["rectified"].value() is None
    case.circumstances = {"rectified": False}
    assert a_report(case)["rectified"].value() == "no"


@pytest.mark.clause("APL-2021:34")
def test_amount_that_was_emptied_is_taken_off_the_file():
    case = with_records(an_open_case(matter_code="LDJC-05", violation_code="LD-05"))
    case.circumstances |= {"hidden_wages_fen": 1_200_050, "rectified": True, "harm": "minor"}
    case.save()
    typed = {"hidden_wages_fen": "", "rectified": "", "harm": "serious", "basis": ["LSR-2004:27.1"]}
    with on(CONCLUDED) as at:
        form = ReportForm(TYPED | {"occurred_at": f"{CONCLUDED}T09:00"} | typed, case=case, account=handler_of(case))
        assert form.is_valid(), form.errors
        form.carry_out(actor=handler_of(case), at=at)
    case.refresh_from_db()
    assert case.circumstances["harm"] == "serious"
    assert not {"hidden_wages_fen", "rectified"} & set(case.circumstances)

"""The principal head alone says no, with reasons (C05)."""

from datetime import date

import pytest

from tests.builders import criminal as build
from tests.builders.cases import on, person_of
from yangguang.cases.models import Clock
from yangguang.cases.use_cases.sign_approval import sign_approval
from yangguang.directory.models import Appointment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db
HOLIDAY, DAY_AFTER = date(2026, 10, 1), date(2026, 10, 2)


def running(line, kind):
    return Clock.objects.get(case=line.case, kind=kind, about_ref=line.public_id)


@pytest.mark.clause("TCR-2020:5.2#refuse")
def test_head_refuses_with_reasons_alone_and_the_case_goes_on_here():
    line = build.with_a_task_force()
    approval, head = build.reported(line), build.a_principal(line.case.body)
    with on(build.APPROVED) as at:
        with pytest.raises(Refused, match="不批准移送应当记录理由。"):
            sign_approval(approval=approval, agrees=False, opinion=" ", code="", actor=head, at=at)
        code = build.a_code(head)
        sign_approval(
            approval=approval, agrees=False, opinion="尚欠金额有争议，先行核实。", code=code, actor=head, at=at
        )
    line.refresh_from_db()
    assert (line.status, line.refusal_reason) == ("not_approved", "尚欠金额有争议，先行核实。")
    assert running(line, "decide_criminal_transfer_by").stopped_on == build.APPROVED
    assert build.penalty_is_free(line.case, build.APPROVED)


@pytest.mark.history("P9.74")
def test_deputy_neither_approves_nor_refuses():
    line = build.with_a_task_force()
    approval, head = build.reported(line), person_of(line.case.body, "agency_head")
    Appointment.objects.filter(account=head).update(is_principal=False)
    deputy = person_of(line.case.body, "agency_head")
    with on(build.APPROVED) as at, pytest.raises(Refused, match="移送应当由正职负责人或者主持工作的负责人审批。"):
        sign_approval(
            approval=approval, agrees=False, opinion="不移送。", code=build.a_code(deputy), actor=deputy, at=at
        )
    line.refresh_from_db()
    assert line.status == "report_submitted"

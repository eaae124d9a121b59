"""The principal head says yes within three days; twenty-four hours run from the minute (C04)."""

from datetime import date

import pytest

from tests.builders import criminal as build
from tests.builders.cases import approve, handler_of, on
from yangguang.base import calendars
from yangguang.cases.models import Clock
from yangguang.cases.presentation.clocks import explanation_of, face_of
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases.explain_overdue import explain_overdue
from yangguang.cases.use_cases.transfer_to_police import transfer_to_police
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db
HOLIDAY, DAY_AFTER = date(2026, 10, 1), date(2026, 10, 2)


def running(line, kind):
    return Clock.objects.get(case=line.case, kind=kind, about_ref=line.public_id)


@pytest.mark.clause("TCR-2020:5.2#send")
def test_twenty_four_hours_run_from_the_minute_of_the_approval_through_a_holiday():
    line = build.an_approved_transfer(day=date(2026, 9, 30))
    one = running(line, "transfer_to_police_by")
    assert run_clocks.moment_of(one).at == clock.beijing(HOLIDAY, 11)
    assert one.due_on == HOLIDAY
    with on(HOLIDAY, 9):
        assert face_of(one, calendars.in_force(), HOLIDAY).words == "剩 2 小时"
        told = explanation_of(one, HOLIDAY)
    assert any("夜间和休假日不停" in row.words for row in told.lines)


@pytest.mark.clause("TCR-2020:5.2#send")
def test_a_minute_too_late_wants_a_reason_and_is_sent_all_the_same():
    line = build.an_approved_transfer()
    late = {"day": date(2026, 9, 24), "hour": 12}
    with pytest.raises(Refused, match="应当写明逾期原因"), build.acting(line, **late) as known:
        transfer_to_police(**known, **build.PAPERS)
    with build.acting(line, **late) as known:
        transfer_to_police(**known, **build.PAPERS, overdue_reason="公安机关接收窗口停电。")
    assert running(line, "transfer_to_police_by").overdue_reason == "公安机关接收窗口停电。"


@pytest.mark.clause("TCR-2020:5.2#decide")
def test_three_days_of_the_head_are_not_shifted_by_a_holiday():
    line = build.with_a_task_force(day=date(2026, 9, 29))
    build.reported(line, day=date(2026, 9, 29))
    assert running(line, "decide_criminal_transfer_by").due_on == DAY_AFTER


def test_head_who_is_late_approves_after_the_handler_has_said_why():
    line = build.with_a_task_force()
    approval = build.reported(line)
    late = date(2026, 9, 28)
    with pytest.raises(Refused, match="逾期"):
        approve(approval, line.case.body, late)
    with on(late) as at:
        explain_overdue(case_id=line.case_id, clock_ref=running(line, "decide_criminal_transfer_by").public_id,
                        reason="正职负责人出差。", actor=handler_of(line.case), at=at)  # fmt: skip
    approve(approval, line.case.body, late)
    line.refresh_from_db()
    assert line.status == "approved"


@pytest.mark.clause("TCR-2020:7")
def test_receipt_of_the_police_is_waited_for_twenty_four_hours_and_both_clocks_are_shown(client):
    line = build.an_approved_transfer()
    handler = handler_of(line.case)
    client.force_login(handler)
    with on(build.APPROVED, 12):
        assert "移送公安机关" in client.get("/desk/").content.decode()
    build.a_sent_transfer(line)
    one = running(line, "police_receipt_by")
    assert run_clocks.moment_of(one).at == clock.beijing(date(2026, 9, 24), 15)
    with on(build.APPROVED, 16):
        assert "公安机关签收回执或者转送" in client.get(f"/desk/cases/{line.case.public_id}/").content.decode()
    build.an_acknowledged_transfer(line)
    one.refresh_from_db()
    assert one.stopped_on == build.RECEIVED

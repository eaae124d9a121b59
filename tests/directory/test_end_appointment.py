"""Ending an appointment."""

from datetime import date

import pytest

from yangguang.directory.use_cases.end_appointment import end_appointment
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


def end(county, on=date(2026, 11, 17), actor=None):
    return end_appointment(
        appointment=county.handler.appointments.get(), last_day=on, reason="轮岗", actor=actor or county.security,
        at=Moment.now(),
    )  # fmt: skip


def test_ended_role_is_gone_the_day_after_and_the_session_with_it(client, county, is_signed_in, last_entry):
    client.force_login(county.handler)
    end(county)
    county.handler.refresh_from_db()
    county.handler.forget_standing()
    assert not county.handler.holds("case_handler")
    assert not is_signed_in()
    assert last_entry(county.bureau).event == "AppointmentEnded"


def test_second_end_is_refused(county):
    end(county)
    with pytest.raises(Refused, match="已经结束"):
        end(county)


def test_end_before_the_beginning_is_refused(county):
    with pytest.raises(Refused, match="早于任职起日"):
        end(county, on=date(2019, 1, 1))


def test_end_by_the_system_administrator_is_refused(county):
    with pytest.raises(Refused, match="您不能办理"):
        end(county, actor=county.system)

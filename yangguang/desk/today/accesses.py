"""Requests to see originals that wait for a decision."""

from __future__ import annotations

from yangguang.base.addresses import address_of
from yangguang.base.components.clocks import ClockFace, ClockState
from yangguang.base.components.texts import short_date
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.records.api import AccessRequest, accesses_waiting_for


@source("accesses")
def accesses_to_decide(account: Account) -> list[Waiting]:
    """Of files of the own body, what somebody else asked for, the oldest first."""
    return [_waiting(one) for one in accesses_waiting_for(account)]


def _waiting(access: AccessRequest) -> Waiting:
    asked = short_date(clock.legal_day(access.asked_at))
    return Waiting(
        face=ClockFace(ClockState.NOT_STARTED, "等您审批"), what="审批调阅申请", clause="GD-REC-2021:26.1", number=access.number,
        under=f"{access.asked_by_name}（{access.asked_by_body.name}）{asked}申请", why=access.purpose, act="去审批",
        href=address_of("records:access", access.public_id),
    )  # fmt: skip

"""Requests for access to the originals of a case, in every state."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.builders import cases as build
from tests.builders.directory import an_account
from yangguang.cases.models import Case
from yangguang.directory.models import Account
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.records.access_queries import key_of, offered
from yangguang.records.models import AccessRequest
from yangguang.records.use_cases.ask_access import Asked, ask_access
from yangguang.records.use_cases.begin_access import begin_access
from yangguang.records.use_cases.grant_access import grant_access

WEEK = timedelta(days=7)


def a_colleague(case: Case, **facts: Any) -> Account:
    """A handler of the same body and unit who does not handle this case."""
    return an_account(role="case_handler", body=case.body, unit=case.unit, **facts)


def asked_for(
    case: Case, by: Account, *, matter: str = "示人社监字〔2026〕第9号", until: date | None = None, **told: Any
) -> AccessRequest:
    """A request about a case."""
    known = {
        "purpose": "核对另案同一工地的考勤", "matter_number": matter, "scope": "whole",
        "wanted_until": until or clock.today() + WEEK,
    } | told  # fmt: skip
    return ask_access(asked=Asked(**known), file_ref=case.public_id, actor=by, at=Moment.now())


def granted(
    access: AccessRequest, case: Case, *, begun: bool = True, download: bool = False, **told: Any
) -> AccessRequest:
    """The same granted by the head of the unit, and begun by the asker."""
    known = {
        "items": [key_of(one) for one in offered(access.file_ref, access.scope)],
        "access_expires_on": access.wanted_until, "download": download, "opinion": "同意。",
    } | told  # fmt: skip
    made = grant_access(access=access, actor=build.person_of(case.body, "unit_head"), at=Moment.now(), **known)
    asker = Account.objects.get(public_id=access.asked_by_ref.partition(":")[2])
    return begin_access(access=made, actor=asker, at=Moment.now()) if begun else made

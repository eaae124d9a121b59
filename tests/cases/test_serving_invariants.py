"""`yangguang verify` finds service that was put in beside the use cases."""

from datetime import timedelta

import pytest

from tests.builders import cases as build
from tests.builders import serving
from yangguang.base.events import SYSTEM
from yangguang.cases.plugs.serving_invariants import services_proven
from yangguang.cases.use_cases.deem_served import deem_all_served, last_day_of

pytestmark = pytest.mark.django_db

DAY = build.NOTIFIED


def test_service_in_order_is_passed():
    case = build.notice_given(build.a_concluded_case())
    day = last_day_of(serving.announced(case, DAY))
    with build.on(day) as at:
        deem_all_served(actor=SYSTEM, at=at)
    assert list(services_proven()) == []


@pytest.mark.parametrize(
    ("method", "words"),
    [
        ("left", "留置送达没有见证人"),
        ("electronic", "电子送达没有同意的确认书"),
        ("announced", "公告没有满期就记为送达"),
    ],
)
def test_service_that_lacks_what_its_way_needs_is_found(method, words):
    case = build.a_notified_case()
    case.services.update(method=method)
    (found,) = services_proven()
    assert words in found


def test_announcement_counted_a_day_too_early_is_found():
    case = build.notice_given(build.a_concluded_case())
    day = last_day_of(serving.announced(case, DAY))
    with build.on(day) as at:
        deem_all_served(actor=SYSTEM, at=at)
    case.services.filter(method="announced").update(served_on=day - timedelta(days=1))
    assert "公告没有满期就记为送达" in next(iter(services_proven()))

"""A supervisor sees recordings arrive and gaps open in the bodies below, and changes nothing."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders import cases as build
from tests.builders.cases import on
from tests.builders.directory import a_body, an_account
from tests.builders.media import arrived
from yangguang.kernel import clock

pytestmark = [pytest.mark.django_db, pytest.mark.duty("R09")]
LATE = date(2026, 10, 15)


def test_supervisor_sees_a_gap_open_and_the_recording_that_closes_it(client):
    county = a_body(named="示范县人民政府", mark="示政")
    bureau = a_body(named="示范县司法局", mark="示司", under=county, supervises=True)
    case = build.with_records(build.an_open_case(body=build.an_agency(under=county)), signed=False, verified=False)
    client.force_login(an_account(role="supervisor", body=bureau, named="孙立群"))
    address = reverse("desk:recordings")
    with clock.frozen(clock.beijing(LATE, 10)):
        assert f"{case.body.name} 逾期未入库 1 项" in client.get(address).content.decode()
    with on(LATE, 11) as at:
        made = arrived(case.public_id, build.handler_of(case), at, occurred_at=clock.beijing(date(2026, 10, 13), 9))
        page = client.get(address).content.decode()
        assert "逾期未入库 1 项" not in page
        assert case.number in page
        assert made.officer_name not in page
        assert client.get(address, {"format": "xlsx"})["Content-Type"].endswith("sheet")
        assert client.post(address).status_code == 405
        elsewhere = a_body(named="邻县人民政府", mark="邻政")
        stranger = a_body(named="邻县司法局", mark="邻司", under=elsewhere, supervises=True)
        client.force_login(an_account(role="supervisor", body=stranger))
        assert case.number not in client.get(address).content.decode()

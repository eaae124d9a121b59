"""The register on screen: lists, one device, its acts, and the sheets that leave."""

import pytest
from django.urls import reverse

from tests.builders.devices import a_device, a_keeper, taken, the_unit
from tests.builders.directory import a_body, an_account, an_officer
from yangguang.records.models import DeviceLending, RecordingDevice

pytestmark = [pytest.mark.django_db, pytest.mark.duty("R07", "R08")]


@pytest.fixture
def keeper(client):
    keeper = a_keeper(a_body())
    client.force_login(keeper)
    return keeper


def shown(client, **query):
    return client.get(reverse("records:devices"), query).content.decode()


def test_list_is_narrowed_by_state_and_number_and_shows_who_has_it(client, keeper):
    one, other = a_device(keeper=keeper, number="DSJ-AA"), a_device(keeper=keeper, number="DSJ-BB")
    a_device(a_body(named="另一个机关"), number="DSJ-CC")
    lending = taken(one, keeper=keeper)
    page = shown(client)
    assert "DSJ-AA" in page
    assert "DSJ-BB" in page
    assert "DSJ-CC" not in page
    out = shown(client, view="out")
    assert lending.officer.name in out
    assert other.number not in out
    assert "DSJ-AA" not in shown(client, q="bb")
    assert client.get(reverse("records:devices"), {"format": "xlsx"})["Content-Type"].endswith("sheet")


def test_keeper_registers_a_device_lends_it_and_takes_it_back_on_screen(client, keeper):
    told = {
        "unit": the_unit(keeper.body).public_id, "kind": "body_camera", "number": "DSJ-9", "model": "V8",
        "standard": "GA/T 947.1—2015",
        "bought_on": "2025-03-03", "price_fen": "2,800.00",
    }  # fmt: skip
    client.post(reverse("records:register_device"), told)
    device = RecordingDevice.objects.get()
    assert device.price_fen == 280000
    officer = an_officer(body=keeper.body)
    address = reverse("records:device_act", args=[device.public_id, "check-out"])
    asked = {
        "officer": officer.public_id, "purpose": "检查", "clock_offset_seconds": "90", "battery_percent": "80", "space_gb": "30",
        "occurred_at": "2026-11-18T09:00", "late_reason": "",
    }  # fmt: skip
    page = client.post(address, asked).content.decode()
    assert "记录设备没有领用登记或者时间未校准。" in page
    assert 'value="90"' in page
    client.post(address, asked | {"clock_offset_seconds": "-2"})
    assert DeviceLending.objects.get().officer == officer
    back = reverse("records:device_act", args=[device.public_id, "return"])
    client.post(back, {"emptied": "yes", "occurred_at": "2026-11-18T10:00", "late_reason": ""})
    assert DeviceLending.objects.get().emptied
    page = client.get(reverse("records:device", args=[device.public_id])).content.decode()
    assert "时间慢2秒" in page
    assert "文件已经全部入库" in page


def test_who_does_not_keep_devices_reads_without_acts(client, keeper):
    device = a_device(keeper=keeper)
    client.force_login(an_account(role="case_handler", body=keeper.body))
    page = client.get(reverse("records:device", args=[device.public_id])).content.decode()
    assert "领用登记" in page
    assert "check-out" not in page
    assert client.get(reverse("records:device_act", args=[device.public_id, "check-out"])).status_code == 403
    client.force_login(keeper)
    assert client.get(reverse("records:device_act", args=[device.public_id, "sell"])).status_code == 404

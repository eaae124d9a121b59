"""What each unit lacks and how its devices are used; nobody's recordings are counted by person, anywhere."""

import ast
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse

from tests.builders.devices import a_device, a_keeper, taken, the_unit
from tests.builders.directory import a_body, a_unit, an_account, an_officer
from yangguang.base import local_values
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.records.device_figures import needs, use
from yangguang.records.use_cases.report_device_fault import report_device_fault

pytestmark = pytest.mark.duty("R07", "R08", "O08")
SOURCE = Path(__file__).parents[3] / "yangguang"


@pytest.fixture
def keeper(db):
    return a_keeper(a_body())


def set_value(body, name, value):
    local_values.set_value(
        name, value, chain=body.public_id, source="示财〔2026〕9号", in_force=clock.today(), by_name="钱明"
    )


@pytest.mark.django_db
@pytest.mark.parametrize(("officers", "needed"), [(0, 0), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3)])
def test_part_of_the_officers_needs_a_whole_device(keeper, officers, needed):
    body, unit = keeper.body, the_unit(keeper.body)
    set_value(body, "recording_device_persons", 2)
    set_value(body, "recording_device_price_fen", 2_500_00)
    for _ in range(officers):
        an_officer(body=body, unit=unit, role=None, with_certificate=False)
    a_device(keeper=keeper, price_fen=2_000_00, bought_on=clock.today())
    broken = a_device(keeper=keeper)
    report_device_fault(device=broken, fault="电池坏", actor=keeper, at=Moment.now())
    (row,) = needs([body.pk], clock.today())
    assert (row.officers, row.needed, row.usable, row.faulty) == (officers, needed, 1, 1)
    assert (row.missing, row.budget_fen) == (max(needed - 1, 0), max(needed - 1, 0) * 2_500_00)
    assert row.bought_fen == 2_000_00


@pytest.mark.django_db
def test_without_a_standard_nothing_is_missing_and_the_page_says_who_must_set_it(keeper, client):
    a_device(keeper=keeper)
    (row,) = needs([keeper.body_id], clock.today())
    assert (row.needed, row.missing, row.budget_fen) == (None, None, None)
    client.force_login(keeper)
    assert "还没有设定“每几名执法人员配一台”" in client.get(reverse("records:device_needs")).content.decode()


@pytest.mark.django_db
def test_use_is_told_by_unit_and_month_and_names_nobody(keeper, client):
    body, mine = keeper.body, the_unit(keeper.body)
    other = a_unit(body, named="仲裁院")
    officer = an_officer(body=body, named="康定国")
    one, _ = a_device(keeper=keeper, unit=mine), a_device(keeper=keeper, unit=other)
    with clock.frozen(clock.now() - timedelta(days=4)):
        taken(one, keeper=keeper, officer=officer, at=Moment.now())
    rows = {row.unit.name: row for row in use([body.pk], clock.today().replace(day=1), clock.today())}
    row = rows[mine.name]
    assert (row.devices, row.lendings, row.out, row.too_long) == (1, 1, 1, 1)
    assert (rows["仲裁院"].devices, rows["仲裁院"].lendings) == (1, 0)
    client.force_login(keeper)
    page = client.get(reverse("records:device_use")).content.decode()
    assert "不按人统计，不作排名" in page
    assert officer.name not in page
    assert "督促归还 1 台设备" in client.get(reverse("desk:today")).content.decode()
    assert one.number in client.get(reverse("records:devices"), {"view": "long"}).content.decode()
    for month in ("2026-10", "2031-01", "x", "0000-00"):
        assert client.get(reverse("records:device_use"), {"month": month}).status_code == 200


@pytest.mark.django_db
def test_supervisor_sees_the_units_of_the_bodies_below_and_others_their_own(client):
    county = a_body(named="示范县人民政府", mark="示政")
    bureau = a_body(named="示范县司法局", mark="示司", under=county, supervises=True)
    for number, name in enumerate(("甲局", "乙局")):
        a_device(a_body(named=name, mark=f"示{name}", under=county), number=f"N{number}")
    client.force_login(an_account(role="supervisor", body=bureau))
    for name in ("records:device_needs", "records:device_use"):
        page = client.get(reverse(name)).content.decode()
        assert "甲局" in page
        assert "乙局" in page
        assert client.get(reverse(name), {"format": "xlsx"})["Content-Type"].endswith("sheet")


def test_nothing_counts_recordings_or_lendings_by_officer():
    """No grouping of what is about recordings names a person: neither an officer nor an account."""
    found = []
    for path in sorted([*(SOURCE / "records").rglob("*.py"), *(SOURCE / "cases").glob("*film*.py"),
                        *(SOURCE / "desk").rglob("*recording*.py")]):  # fmt: skip
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "annotate":
                words = ast.unparse(node)
                counts = any(word in words for word in ("Count(", "Sum(", "Avg(", "Rank(", "Window("))
                if counts and any(word in words for word in ("officer", "importer", "account", "actor", "lent_by")):
                    found.append(f"{path.relative_to(SOURCE)}: {words}")
    assert found == []

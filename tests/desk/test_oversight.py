"""The supervisor's view of the bodies below: counts that agree with the lists behind them, and nothing to change."""

import re

import pytest
from django.urls import reverse

from tests.builders import cases as build
from tests.builders.directory import a_body, an_account
from tests.builders.many import many_cases
from yangguang.base import pages
from yangguang.base.models import LedgerEntry
from yangguang.cases.lacking import LACKS
from yangguang.kernel import clock

pytestmark = pytest.mark.django_db
OVERSIGHT = "/desk/oversight/"


@pytest.fixture
def county():
    return a_body(named="示范县人民政府", mark="示政")


@pytest.fixture
def supervisor(county):
    bureau = a_body(named="示范县司法局", mark="示司", under=county, supervises=True)
    return an_account(role="supervisor", body=bureau)


def opened(client, account, address=OVERSIGHT, **query):
    client.force_login(account)
    answer = client.get(address, query)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.duty("R09")
def test_supervisor_sees_where_the_cases_of_every_body_below_stand(client, county, supervisor):
    case = build.a_notified_case(body=build.an_agency(under=county))
    with clock.frozen(clock.beijing(build.NOTIFIED, 15)):
        page = opened(client, supervisor)
    assert case.body.name in page
    assert "在办 1 件" in page
    assert re.search(rf'href="/desk/cases/\?body={case.body.public_id}&amp;stage=examined"', page)


def test_supervisor_of_another_county_sees_nothing_of_it(client, county):
    build.a_notified_case(body=build.an_agency(under=county))
    elsewhere = a_body(
        named="邻县司法局", mark="邻司", under=a_body(named="邻县人民政府", mark="邻政"), supervises=True
    )
    assert "还没有案件" in opened(client, an_account(role="supervisor", body=elsewhere))


def numbers_of(page, body):
    """What the second table says of a body: by label."""
    row = re.search(rf'期限和缺项".*?<tr><td><a [^>]*>{body.name}</a></td>(.*?)</tr>', page, re.S)[1]
    cells = re.findall(r'data-label="([^"]+)">(?:<a[^>]*>)?([\d,]+)', row)
    return {label: int(number.replace(",", "")) for label, number in cells}


def test_every_number_agrees_with_the_list_it_leads_to(client, county, supervisor):
    body = build.an_agency(under=county)
    build.a_concluded_case(body=body)
    many_cases(body, 30)
    page = opened(client, supervisor)
    told = numbers_of(page, body)
    assert told["已经逾期"] == 31
    for key, (label, _) in LACKS.items():
        listed = opened(client, supervisor, "/desk/cases/", body=body.public_id, lack=key)
        assert f"共 {told[label]} 件" in listed, label


def test_case_that_was_not_filmed_is_counted_and_listed(client, county, supervisor):
    case = build.a_concluded_case(body=build.an_agency(under=county))
    with clock.frozen(clock.beijing(build.NOTIFIED, 15)):
        assert numbers_of(opened(client, supervisor), case.body)["缺录音录像"] == 1
        assert case.number[:4] in opened(client, supervisor, "/desk/cases/", lack="unrecorded")


def test_supervisor_reads_a_case_and_finds_no_form_on_it(client, county, supervisor):
    case = build.a_notified_case(body=build.an_agency(under=county))
    page = opened(client, supervisor, reverse("cases:case", args=[case.public_id]))
    inside = page.partition('<main class="work"')[2].partition("</main>")[0]
    assert "<form" not in inside
    assert f"/desk/cases/{case.public_id}/acts/" not in inside


def test_no_page_about_cases_lets_a_supervisor_write():
    work = [
        p
        for p in pages.register().values()
        if p.writes and p.name.split(":")[0] in {"cases", "records", "legal_review"}
    ]
    assert work
    assert not [page.name for page in work if "supervisor" in page.allow]


def test_overview_of_thousands_asks_a_bounded_number_of_questions(
    client, county, supervisor, django_assert_max_num_queries
):
    body = build.an_agency(under=county)
    many_cases(body, 1500)
    client.force_login(supervisor)
    with django_assert_max_num_queries(41):
        assert client.get(OVERSIGHT).status_code == 200


def test_overview_leaves_as_a_sheet_that_is_on_record(client, county, supervisor):
    build.a_concluded_case(body=build.an_agency(under=county))
    client.force_login(supervisor)
    answer = client.get(OVERSIGHT, {"format": "xlsx"})
    assert answer["Content-Type"].endswith("sheet")
    assert LedgerEntry.objects.filter(event="DataExported", summary__contains="监督总览").exists()


def test_agency_head_sees_the_own_body_only(client, county):
    body, other = build.an_agency(under=county), a_body(named="示范县市场监督管理局", mark="示市监", under=county)
    build.a_concluded_case(body=body)
    page = opened(client, build.person_of(body, "agency_head"))
    assert body.name in page
    assert other.name not in page.partition("<main")[2]

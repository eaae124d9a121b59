"""The annual report before the public: tables, charts with their numbers, files, the log's proof, every version."""

import csv
import io
import json

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.browser import look
from tests.builders.disclosure import deliver
from tests.builders.reporting import an_adopted_report, filed
from yangguang.base import approvals, verifying
from yangguang.base.models import LogLeaf
from yangguang.bulletin.api import PublicReport, report_files, reports
from yangguang.disclosure.plugs.public_log import write_log

pytestmark = pytest.mark.duty("D18")
STORES = ["default", "public"]


@pytest.fixture
def report(people):
    made = an_adopted_report(people.body)
    filed(made)
    deliver()
    write_log()
    return made


@pytest.mark.django_db(databases=STORES)
def test_report_is_public_as_it_was_adopted(client, report):
    page = client.get(f"/annual-reports/{report.public_id}").content.decode()
    assert "行政处罚实施情况统计表" in page
    assert "手工填报" in page
    assert "本级人民政府：示范县人民政府" in page
    assert report.digest in page
    assert f"/annual-reports/{report.public_id}" in client.get("/annual-reports/?q=人力资源").content.decode()
    assert client.get("/annual-reports/?q=没有这个机关").content.decode().count("<tbody>") == 0


@pytest.mark.django_db(databases=STORES)
def test_files_say_the_same_and_the_json_hashes_to_the_fingerprint(client, report):
    def file(suffix):
        return client.get(f"/annual-reports/{report.public_id}/files/{suffix}")

    assert set(report_files.files_of_report(report.public_id)) == {"xlsx", "csv", "json", "pdf"}
    told = json.loads(file("json").content)
    assert approvals.digest_of(told) == report.digest
    rows = list(csv.reader(io.StringIO(file("csv").content.decode("utf-8-sig"))))
    assert len(rows) - 1 == sum(len(table["columns"]) for table in told["tables"])
    assert file("pdf").content.startswith(b"%PDF")
    assert file("xlsx").content.startswith(b"PK")
    assert file("exe").status_code == 404


@pytest.mark.django_db(databases=STORES)
def test_report_is_said_in_the_public_log_and_gets_its_proof(client, report):
    leaf = LogLeaf.objects.get(subject_ref=report.public_id)
    assert leaf.place is not None
    assert leaf.proven
    assert client.get(f"/annual-reports/{report.public_id}/files/tlog-proof").status_code == 200
    assert faults() == []


@pytest.mark.django_db(databases=STORES)
def test_a_copy_that_was_altered_is_found_by_two_checks(report):
    copy = PublicReport.objects.get(ref=report.public_id)
    copy.content = copy.content | {"overview": ["改过的说明"]}
    copy.save()
    assert len(faults()) == 2


def faults():
    return [one for _, _, found in verifying.run({"annual_reports", "log_pages", "public_pages"}) for one in found]


@pytest.mark.django_db(databases=STORES)
def test_a_correction_stands_beside_the_version_it_corrects(client, report):
    second = an_adopted_report(report.body, correction_reason="漏填行政检查次数")
    deliver()
    write_log()
    first = client.get(f"/annual-reports/{report.public_id}").content.decode()
    assert "这一版已经更正" in first
    newer = client.get(f"/annual-reports/{second.public_id}").content.decode()
    assert "漏填行政检查次数" in newer
    assert f"/annual-reports/{report.public_id}" in newer
    kinds = LogLeaf.objects.filter(subject_ref=report.public_id).order_by("version").values_list("kind", flat=True)
    assert list(kinds) == ["report", "correct"]
    assert faults() == []


@pytest.mark.django_db(databases=STORES)
def test_pages_never_reach_the_database_of_the_agency_and_ask_little(client, report):
    with (
        CaptureQueriesContext(connections["default"]) as private,
        CaptureQueriesContext(connections["public"]) as public,
    ):
        assert client.get(f"/annual-reports/{report.public_id}").status_code == 200
        assert client.get("/annual-reports/").status_code == 200
    assert not private.captured_queries
    assert len(public.captured_queries) <= 5


@pytest.mark.django_db(databases=STORES)
def test_what_was_received_twice_is_kept_once(report):
    copy = reports.report_by_ref(report.public_id)
    reports.put_report(copy.ref, content={})
    assert reports.report_by_ref(copy.ref).content == report.content


@pytest.mark.browser
@pytest.mark.django_db(transaction=True, databases=STORES)
def test_pages_are_accessible_at_every_width(live_server, people, open_tab):
    made = an_adopted_report(people.body)
    deliver()
    tab = open_tab()
    for name, path in (("reports", ""), ("report", made.public_id)):
        tab.goto(f"{live_server.url}/annual-reports/{path}", wait_until="load")
        look(tab, f"public-{name}")

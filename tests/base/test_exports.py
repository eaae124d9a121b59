"""What leaves the desk as a file is on record: who, what, how many rows, by which filter."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders.cases import a_decided_case, handler_of, on, person_of
from tests.builders.directory import an_account, an_officer
from tests.builders.labour import a_labour_agency, a_roster, an_accepted_complaint, handler
from yangguang.base.models import LedgerEntry
from yangguang.records.models import Document
from yangguang.records.use_cases.render_document import render_document

pytestmark = pytest.mark.django_db


def lines():
    found = LedgerEntry.objects.filter(event="DataExported").order_by("pk")
    return [(e.actor_name, e.facts["what"], e.facts["rows"], e.facts["filters"]) for e in found]


def test_roster_that_is_exported_leaves_a_line_in_the_case(client):
    case = a_roster(an_accepted_complaint(a_labour_agency()))
    client.force_login(handler(case.body))
    address = reverse("cases:roster", args=[case.public_id])
    with on(date(2026, 9, 20)):
        assert client.get(address).status_code == 200
        assert client.get(address, {"format": "template"}).status_code == 200
        assert lines() == []
        assert client.get(address, {"format": "xlsx"}).status_code == 200
    assert lines() == [(handler(case.body).name, "劳动者名册", case.workers.count(), "")]
    assert LedgerEntry.objects.get(event="DataExported").file_ref == case.public_id


@pytest.mark.parametrize("name", ["officers", "reviewers", "bodies", "entrustments"])
def test_list_of_the_directory_that_is_exported_leaves_a_line(client, name):
    officer = an_officer()
    account = an_account(role="agency_head", body=officer.body)
    client.force_login(account)
    assert client.get(reverse(f"directory:{name}"), {"format": "xlsx"}).status_code == 200
    ((who, _, rows, _),) = lines()
    assert who == account.name
    if name == "officers":
        assert rows == 1
    assert LedgerEntry.objects.get(event="DataExported").chain == account.body.public_id


def test_list_of_cases_that_is_exported_leaves_a_line_with_its_filter(client):
    case = a_decided_case()
    client.force_login(handler_of(case))
    assert client.get(reverse("cases:list"), {"format": "xlsx"}).status_code == 200
    ((_, what, _, filters),) = lines()
    assert (what, filters) == ("案件", "全部")


def test_paper_that_is_downloaded_leaves_a_line_outside_the_file(client):
    case = a_decided_case()
    document = Document.objects.filter(kind="penalty_decision").select_for_update().get()
    render_document(document)
    client.force_login(person_of(case.body, "agency_head"))
    assert client.get(reverse("records:pdf", args=[document.public_id])).status_code == 200
    line = LedgerEntry.objects.get(event="DataExported")
    assert (line.subject_ref, line.file_ref, line.facts["rows"]) == (document.public_id, "", 1)
    assert document.number in line.facts["what"]


def test_export_that_may_not_be_opened_leaves_nothing(client):
    case = a_roster(an_accepted_complaint(a_labour_agency()))
    client.force_login(an_account(role="case_handler"))
    address = reverse("cases:roster", args=[case.public_id])
    assert client.get(address, {"format": "xlsx"}).status_code == 404
    assert lines() == []

"""A row of a list leads to the decisions that went by it, and only to those a person may see."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders.cases import a_decided_case, handler_of, person_of
from tests.builders.directory import a_body, an_account
from yangguang.catalogues.api import ListKind
from yangguang.catalogues.models import Edition
from yangguang.catalogues.readers import Asked, uses_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return a_decided_case()


def asked(case, **changes):
    told = {
        "list_kind": ListKind.DISCRETION_STANDARDS, "body": case.body, "codes": [case.violation_code],
        "since": date(2020, 1, 1), "until": None,
    }  # fmt: skip
    return Asked(**{**told, **changes})


def test_decision_stands_under_its_standard_and_its_matter(case):
    account, number = handler_of(case), case.decisions.get().number
    (use,) = uses_of(account, asked(case))[case.violation_code]
    assert use.number == number
    matters = uses_of(account, asked(case, list_kind=ListKind.MATTERS, codes=[case.matter_code]))
    assert [one.number for one in matters[case.matter_code]] == [number]


def test_decision_of_another_time_or_list_is_not_named(case):
    account, day = handler_of(case), case.decisions.get().decided_on
    assert uses_of(account, asked(case, until=day)) == {}
    assert uses_of(account, asked(case, list_kind=ListKind.MAJOR_DECISION_REVIEW)) == {}


def test_who_may_not_see_the_case_does_not_see_the_decision(case):
    assert uses_of(an_account(role="case_handler", body=a_body()), asked(case)) == {}


def test_page_of_an_entry_links_to_the_case(client, case):
    edition = Edition.objects.get(body=case.body, list_kind=ListKind.DISCRETION_STANDARDS)
    entry = edition.entries.get(code=case.violation_code)
    client.force_login(person_of(case.body, "unit_head"))
    page = client.get(reverse("catalogues:entry", args=[entry.public_id])).content.decode()
    assert reverse("cases:case", args=[case.public_id]) in page

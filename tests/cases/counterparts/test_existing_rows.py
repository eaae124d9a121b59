"""Parties and leads from before the register get their counterparts: in batches, begun again where it stopped."""

import importlib

import pytest
from django.apps import apps

from tests.builders.cases import a_credit_code, a_party, an_agency, an_open_case
from tests.builders.labour import a_complaint, a_labour_agency, a_person_id, an_accepted_complaint, an_employer
from yangguang.cases.counterparts import FactOf
from yangguang.cases.models import Counterpart, CounterpartFact, Lead, Party
from yangguang.cases.rules.lead_entry import Employer

pytestmark = pytest.mark.django_db
migration = importlib.import_module("yangguang.cases.migrations.0009_parties_and_leads_have_counterparts")


class Stopped(Exception):
    pass


@pytest.fixture
def before():
    """A site as it was: coded and bare employers, a person, a name that changed, one nobody knows."""
    body = a_labour_agency()
    an_accepted_complaint(lead=a_complaint(body, employer=an_employer(1)))
    an_accepted_complaint(lead=a_complaint(body, employer=an_employer(code="", name="无照作坊")))
    a_complaint(body, employer=an_employer(code="", name="无照作坊"))
    a_complaint(body, employer=Employer(address="工地"))
    an_open_case(body=body, parties=(a_party(1, name="改名以后的公司"),))
    an_open_case(body=an_agency(named="邻县人社局", mark="邻人社"), parties=(a_party(1, name="改名以后的公司"),))
    person = a_party(kind="person", name="石磊", code=a_person_id(3), legal_representative="")
    an_open_case(body=body, parties=(person,))
    told = picture()
    migration.untie(apps, None)
    assert not Counterpart.objects.exists()
    assert not Party.objects.exclude(counterpart=None).exists()
    return told


def picture():
    """Who shares a counterpart with whom, as what, under which present name, and what is told of it."""
    rows = {}
    for model, name in ((Lead, "number"), (Party, "case__number")):
        for number, known in model.objects.order_by("pk").values_list(name, "counterpart"):
            rows.setdefault(known, []).append(number)
    rows.pop(None, None)
    known = Counterpart.objects.in_bulk(rows)
    facts = CounterpartFact.objects.order_by("pk").values_list("counterpart", "what", "text", "source", "established")
    return sorted(
        (sorted(numbers), known[pk].kind, known[pk].name, known[pk].code_kind, known[pk].code, known[pk].code_digest,
         sorted(row[1:] for row in facts if row[0] == pk))
        for pk, numbers in rows.items()
    )  # fmt: skip


def test_existing_rows_stand_as_if_the_register_had_always_been_there(before):
    migration.tie(apps, None)
    assert picture() == before
    assert not Party.objects.filter(counterpart=None).exists()
    assert Lead.objects.filter(counterpart=None).get().employer_name == ""
    assert Counterpart.objects.get(code=a_credit_code(1)).name == "改名以后的公司"


def test_stopped_migration_goes_on_where_it_stopped(before, monkeypatch):
    monkeypatch.setattr(migration, "BATCH", 2)
    count = iter(range(100))
    real = migration._note

    def failing(*args, **file):
        if next(count) == 4:
            raise Stopped
        real(*args, **file)

    monkeypatch.setattr(migration, "_note", failing)
    with pytest.raises(Stopped):
        migration.tie(apps, None)
    assert Party.objects.filter(counterpart=None).exists()
    monkeypatch.setattr(migration, "_note", real)
    migration.tie(apps, None)
    assert picture() == before
    kept = picture()
    migration.tie(apps, None)
    assert picture() == kept


def test_migrated_persons_number_is_sealed(before):
    migration.tie(apps, None)
    found = Counterpart.objects.get(kind="person")
    assert found.sealed_code
    assert a_person_id(3) not in str(Counterpart.objects.values_list().get(pk=found.pk))
    assert CounterpartFact.objects.filter(counterpart=found, what=FactOf.NAME).get().text == "石磊"

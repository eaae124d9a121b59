"""An adopted edition does not change: not through a use case, not through the ORM, not through SQL."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from tests.builders.catalogues import OVERTIME, a_draft, a_drafter, a_sample_form, an_adopted_edition, cells_of
from tests.builders.directory import a_body
from yangguang.base import verifying
from yangguang.catalogues.models import Edition, Entry, SampleForm
from yangguang.catalogues.use_cases.draft_edition import draft_edition
from yangguang.catalogues.use_cases.put_entry import put_entry
from yangguang.catalogues.use_cases.remove_entry import remove_entry
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return an_adopted_edition()


@pytest.fixture
def superseded(edition):
    an_adopted_edition(body=edition.body, from_day=date(2026, 2, 2))
    edition.refresh_from_db()
    return edition


def refused_by_the_database(act):
    with pytest.raises(DatabaseError, match="adopted edition"), transaction.atomic():
        act()


def test_officer_who_changes_an_adopted_row_is_refused(edition):
    drafter = a_drafter(edition.body)
    with pytest.raises(Refused, match="内容不能再改"):
        put_entry(
            edition=edition, entry=edition.entries.get(), code=OVERTIME, cells=cells_of(violation="改"),
            official=False, actor=drafter, at=Moment.now(),
        )  # fmt: skip
    with pytest.raises(Refused, match="内容不能再改"):
        remove_entry(entry=edition.entries.get(), actor=drafter, at=Moment.now())


def test_row_saved_through_the_orm_is_refused(edition):
    entry = edition.entries.get()
    entry.columns = entry.columns | {"violation": "改"}
    refused_by_the_database(entry.save)
    refused_by_the_database(entry.delete)
    refused_by_the_database(lambda: edition.entries.update(official=True))
    refused_by_the_database(lambda: Entry.objects.create(edition=edition, code="X", position=9, columns={}))


def test_row_moved_in_or_out_of_an_adopted_edition_is_refused(edition):
    other = a_draft(body=edition.body)
    refused_by_the_database(lambda: other.entries.update(edition=edition))
    refused_by_the_database(lambda: edition.entries.update(edition=other))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE catalogues_entry SET code = 'X'",
        "DELETE FROM catalogues_entry",
        "UPDATE catalogues_edition SET in_force_from = '2025-01-01'",
        "UPDATE catalogues_edition SET state = 'draft'",
        "UPDATE catalogues_edition SET adopted_by_name = 'X'",
        "DELETE FROM catalogues_edition",
    ],
)
def test_statement_against_an_adopted_edition_is_refused(edition, statement):
    def run():
        with connection.cursor() as cursor:
            cursor.execute(statement)

    refused_by_the_database(run)


def test_superseded_edition_is_not_brought_back(superseded):
    row = Edition.objects.filter(pk=superseded.pk)
    refused_by_the_database(lambda: row.update(superseded_from=None))
    refused_by_the_database(lambda: row.update(superseded_from=date(2026, 3, 2)))
    refused_by_the_database(lambda: row.update(state="adopted"))
    refused_by_the_database(lambda: superseded.entries.update(position=3))


def test_draft_may_still_be_changed_and_given_up():
    draft = a_draft()
    draft.entries.update(position=7)
    draft.entries.all().delete()
    Edition.objects.filter(pk=draft.pk).delete()


def test_verify_names_editions_that_overlap(superseded):
    assert faults() == []
    with connection.cursor() as cursor:
        _without_triggers(cursor)
        cursor.execute("UPDATE catalogues_edition SET superseded_from = NULL")
    assert len(faults()) == 1
    assert "同时有效" in faults()[0]


def faults():
    return next(found for name, _, found in verifying.run({"editions"}))


def _without_triggers(cursor):
    if connection.vendor == "postgresql":
        cursor.execute("DROP TRIGGER catalogues_edition_fixed_update ON catalogues_edition")
    else:
        cursor.execute("DROP TRIGGER catalogues_edition_fixed_update")


def test_sample_form_of_an_adopted_edition_is_not_changed_added_or_taken_away():
    form = a_sample_form(body=a_body(), adopted=True)
    adopted = form.edition
    row = {name: getattr(form, name) for name in ("code", "blob", "suffix", "added_on", "added_by_name")}
    refused_by_the_database(lambda: SampleForm.objects.filter(pk=form.pk).update(title="改"))
    refused_by_the_database(lambda: SampleForm.objects.filter(pk=form.pk).delete())
    refused_by_the_database(lambda: SampleForm.objects.create(edition=adopted, title="另一份", **row))
    draft = draft_edition(
        list_kind=adopted.list_kind, body=adopted.body, copied=True, actor=a_drafter(adopted.body), at=Moment.now()
    )
    copied = draft.sample_forms.get()
    refused_by_the_database(lambda: SampleForm.objects.filter(pk=copied.pk).update(edition=adopted))
    SampleForm.objects.filter(pk=copied.pk).delete()
    assert not draft.sample_forms.exists()


def test_sample_form_is_not_swept_away_by_a_row_in_its_place():
    form = a_sample_form(body=a_body(), adopted=True)
    table = SampleForm._meta.db_table
    words = (
        f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"
        if connection.vendor == "sqlite"
        else f"TRUNCATE {table}"
    )
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(words)
    assert SampleForm.objects.get(pk=form.pk).title == form.title

"""What was public as a row of a whole list before entries were published one by one stands by itself or has its tombstone."""

from datetime import date
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from tests.builders import sanctions
from tests.builders.cases import on
from tests.builders.disclosure import deliver
from yangguang.base import verifying
from yangguang.bulletin.api import PublicList, list_files
from yangguang.cases.use_cases.annul_listing import annul_listing
from yangguang.disclosure.models import StandingPublication, StandingStatus
from yangguang.disclosure.plugs.entries import earlier_entries

pytestmark = [pytest.mark.django_db(databases=["default", "public"]), pytest.mark.duty("D23")]
MIGRATION = "yangguang.disclosure.migrations.0014_entries_of_public_lists"
DAY = date(2026, 10, 12)


def as_before(line):
    """Public in its file alone: nothing of it stands by itself."""
    StandingPublication.objects.filter(listing=line).delete()
    PublicList.objects.filter(ref=line.notice_ref).delete()


def brought_over():
    import_module(MIGRATION).known_before(apps, SimpleNamespace(connection=connection))
    with on(DAY, 16):
        return earlier_entries()


def test_listing_that_was_public_stands_by_itself_and_is_brought_once():
    line = sanctions.published(sanctions.a_listing())
    deliver()
    as_before(line)
    assert brought_over() == 1
    publication = StandingPublication.objects.get(listing=line)
    public = PublicList.objects.get(ref=line.notice_ref)
    assert (publication.status, publication.published_on) == (StandingStatus.PUBLISHED, line.public_since)
    assert public.stands
    assert public.rows[0]["cells"]["name"] == line.party.name
    assert list_files.files_of(line.notice_ref)
    with on(DAY, 17):
        assert earlier_entries() == 0
    assert [fault for _, _, faults in verifying.run({"entries_of_files"}) for fault in faults] == []


def test_listing_that_had_ended_leaves_a_tombstone_without_its_content():
    line = sanctions.published(sanctions.a_listing())
    deliver()
    with on(DAY) as at:
        annul_listing(listing=line, reason="认定事实错误。", actor=sanctions.head_of(line), at=at)
    deliver()
    as_before(line)
    assert brought_over() == 1
    publication = StandingPublication.objects.get(listing=line)
    public = PublicList.objects.get(ref=line.notice_ref)
    assert (publication.status, publication.withdrawal_ground) == (StandingStatus.WITHDRAWN, "annulled")
    assert not public.stands
    assert public.rows == []
    assert public.withdrawn_on == DAY


def test_listing_that_was_decided_and_not_let_out_waits_for_a_publisher():
    line = sanctions.a_listing()
    assert not StandingPublication.objects.filter(listing=line).exists()
    assert brought_over() == 1
    assert StandingPublication.objects.get(listing=line).status == StandingStatus.PENDING

"""A note to an archived file lies beside it; the file itself stays."""

import pytest

from tests.builders import cases as build
from tests.builders.directory import an_account
from tests.builders.samples_of_cases import a_closed_case
from tests.cases.refusing import refusal_of
from tests.records.test_bind_file import ARCHIVED, archived
from yangguang.base.models import LedgerEntry
from yangguang.cases.use_cases.append_note import append_note
from yangguang.records.api import documents_of

pytestmark = [pytest.mark.django_db, pytest.mark.clause("APL-2021:47"), pytest.mark.duty("R04")]
NOTE = {"about": "询问笔录，第3页", "words": "页面折痕系装订造成。"}


@pytest.fixture
def closed():
    return a_closed_case(build.an_agency())


def noted(case, actor=None, **changes):
    with build.on(ARCHIVED, 15) as at:
        return append_note(case_id=case.pk, actor=actor or build.handler_of(case), at=at, **(NOTE | changes))


def test_note_is_a_paper_of_the_continuation_volume_and_stands_in_the_ledger(closed):
    archived(closed)
    noted(closed)
    assert documents_of(closed.public_id).get(kind="archive_note").volume == "cont-1"
    assert LedgerEntry.objects.filter(event="NoteAppended").exists()
    closed.refresh_from_db()
    assert closed.status == "archived"


@pytest.mark.parametrize("field", ["about", "words"])
def test_note_without_words_is_refused(closed, field):
    archived(closed)
    assert refusal_of(noted, closed, **{field: " "}).field == field


def test_note_to_a_file_that_is_not_archived_is_refused(closed):
    assert refusal_of(noted, closed).reason == "现在是“结案”，不能附加说明。"


def test_note_by_somebody_else_is_refused(closed):
    archived(closed)
    stranger = an_account(role="case_handler", body=closed.body)
    assert refusal_of(noted, closed, actor=stranger).reason == "您不能附加说明。"

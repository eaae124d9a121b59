"""A shipped list fills an empty draft in one act."""

import pytest

from tests.builders.catalogues import a_draft
from tests.builders.directory import a_body, an_account
from yangguang.base.models import LedgerEntry
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.shipped_lists import shipped_rows
from yangguang.catalogues.use_cases.draft_edition import draft_edition
from yangguang.catalogues.use_cases.fill_draft import fill_draft
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = pytest.mark.django_db


def test_every_shipped_row_enters_the_draft_in_one_act():
    body = a_body()
    actor = an_account(role="case_handler", body=body)
    draft = draft_edition(
        list_kind=ListKind.MATTERS, body=body, copied=False, source="演示", actor=actor, at=Moment.now()
    )
    rows = shipped_rows(ListKind.MATTERS)
    fill_draft(edition=draft, rows=rows, actor=actor, at=Moment.now())
    assert [e.code for e in draft.entries.order_by("position")] == [row["code"] for row in rows]
    assert LedgerEntry.objects.filter(event="EditionImported", subject_ref=draft.public_id).count() == 1


def test_draft_with_rows_is_not_filled():
    draft = a_draft(body=a_body())
    with pytest.raises(Refused, match="已经有条目"):
        fill_draft(edition=draft, rows=[], actor=an_account(role="case_handler", body=draft.body), at=Moment.now())

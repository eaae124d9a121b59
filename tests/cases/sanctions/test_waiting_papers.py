"""Papers of a listing that wait to be served: they stand as long as what they say, and reach whom they are for."""

import pytest

from tests.builders import sanctions as build
from tests.builders.cases import handler_of, on
from yangguang.kernel.refusal import Refused
from yangguang.records.api import documents_of, void_document

pytestmark = pytest.mark.django_db


def voided(line, kind, *, day, hour=14):
    paper = documents_of(line.case.public_id).filter(kind=kind).latest("position")
    with on(day, hour) as at:
        return void_document(document_id=paper.pk, reason="有误。", actor=handler_of(line.case), at=at)


@pytest.mark.clause("DWL-2021:8.2")
def test_paper_of_a_listing_that_stands_is_not_voided_alone():
    line = build.a_listing()
    with pytest.raises(Refused, match="名单决定书不能单独作废。") as caught:
        voided(line, "list_decision", day=build.LISTED)
    assert "撤销列入" in caught.value.remedy
    assert line.case.addressed_papers.filter(document__kind="list_decision", served_on=None).count() == 2

"""Papers of a listing that wait to be served: they stand as long as what they say, and reach whom they are for."""

from datetime import timedelta

import pytest

from tests.builders import sanctions as build
from tests.builders import serving
from tests.builders.cases import handler_of, on
from yangguang.base.events import SYSTEM
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, Clock, ServiceRecipient
from yangguang.cases.presentation.acts import OF_SERVICE, next_acts
from yangguang.cases.use_cases.deem_served import deem_all_served, last_day_of
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


@pytest.mark.clause("CPL-2023:95.1", "CPL-2023:95.2")
def test_decision_is_announced_after_the_file_was_archived_and_only_while_it_waits():
    line = build.a_listing()
    case, person = line.case, ServiceRecipient.objects.get(case=line.case)
    offered = {step.act for step in FLOWS["penalty"].steps_from("annulled")}
    assert offered >= OF_SERVICE
    Case.objects.filter(pk=case.pk).update(status="archived")
    case.refresh_from_db()
    day = build.LISTED + timedelta(days=7)
    paper = serving.the_paper(case, "list_decision")
    row = serving.announced(case, day, made_on=day, document=paper, party=person)
    last = last_day_of(row)
    with on(last, 1) as at:
        assert deem_all_served(actor=SYSTEM, at=at) == 1
        assert "record_service_failure" in acts_of(case)
    assert Clock.objects.filter(about_ref=person.about_ref, kind="sue_by", started_on=last).exists()
    case.addressed_papers.update(served_on=last)
    with on(last, 2):
        assert not acts_of(Case.objects.get(pk=case.pk)) & OF_SERVICE


def acts_of(case):
    offered = next_acts(case, handler_of(case))
    return {row["act"] for row in offered["possible"]} | {row["why_href"].split("/")[-2] for row in offered["blocked"]}

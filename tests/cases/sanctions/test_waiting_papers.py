"""Papers of a listing that wait to be served: they stand as long as what they say, and reach whom they are for."""

from datetime import date, timedelta

import pytest

from tests.builders import sanctions as build
from tests.builders import serving
from tests.builders.cases import handler_of, on
from tests.builders.directory import fresh_code
from yangguang.base.events import SYSTEM
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, Clock, ServiceRecipient
from yangguang.cases.presentation.acts import next_acts
from yangguang.cases.presentation.idle_acts import OF_SERVICE
from yangguang.cases.serving import unserved_papers
from yangguang.cases.use_cases.decline_to_list import decline_to_list
from yangguang.cases.use_cases.deem_served import deem_all_served, last_day_of
from yangguang.cases.use_cases.issue_list_notice import issue_list_notice
from yangguang.cases.use_cases.issue_objection_answer import issue_objection_answer
from yangguang.cases.use_cases.record_objection import record_objection
from yangguang.cases.use_cases.record_pledge import record_pledge
from yangguang.cases.use_cases.refuse_delisting import refuse_delisting
from yangguang.cases.use_cases.serve_listing_paper import serve_listing_paper
from yangguang.cases.use_cases.verify_objection import verify_objection
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
    assert offered >= OF_SERVICE - {
        "serve_document"
    }  # by hand nothing of an annulled case; its lines have acts of their own
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


def running(case, *kinds):
    return Clock.objects.filter(case=case, kind__in=kinds, stopped_on=None)


@pytest.mark.clause("DWL-2021:7", "DWL-2021:6.2#object")
def test_nothing_made_ahead_waits_once_it_is_decided_and_nobody_objects_any_more():
    line, day = build.told(build.a_proposed_listing()), date(2026, 9, 24)
    handler, head, other = handler_of(line.case), build.head_of(line), line.listed.order_by("position")[1]
    with on(day, 8) as at:
        issue_list_notice(listing=line, who=other.public_id, actor=handler, at=at)
    paper = serving.the_paper(line.case, "list_notice")
    row = serving.announced(line.case, day, document=paper, party=ServiceRecipient.objects.get(case=line.case))
    assert running(line.case, "object_to_listing_by", "deemed_served_on").count() == 2
    build.paid(line.case, day=date(2026, 9, 26))
    with on(date(2026, 9, 28), 9) as at:
        record_pledge(listing=line, rectified_on=at.day, pledged_on=at.day, actor=handler, at=at)
    with on(date(2026, 9, 28)) as at:
        line = decline_to_list(listing=line, code=fresh_code(head), reason="已付清并承诺。", actor=head, at=at)
    row.refresh_from_db()
    paper.refresh_from_db()
    assert (row.status, paper.status, line.status) == ("ended", "voided", "not_listed")
    assert not running(line.case, "object_to_listing_by", "deemed_served_on").exists()
    assert {one.kind for one in unserved_papers(line.case)} >= {"not_listing_decision"}
    assert "list_notice" not in {one.kind for one in unserved_papers(line.case)}


def test_days_to_object_end_with_the_listing():
    assert not running(build.a_listing().case, "object_to_listing_by").exists()


@pytest.mark.clause("DWL-2021:14.2")
def test_refusal_to_remove_has_its_own_terms_beside_those_of_the_listing():
    line = build.a_listing()
    who, day = line.listed.order_by("position").first(), build.LISTED

    def arrives(kind, on_day):
        row = line.case.addressed_papers.filter(document__kind=kind).order_by("pk").first()
        with on(on_day, 16) as at:
            serve_listing_paper(
                listing=line, paper=row.public_id, service=build.handed_over(who), actor=handler_of(line.case), at=at
            )
        return row

    arrives("list_decision", day)
    build.paid(line.case, day=day)
    later = day + timedelta(days=4)
    build.asked_to_be_removed(line, day=later, rectified_on=later)
    head = build.head_of(line)
    with on(later, 14) as at:
        refuse_delisting(listing=line, code=fresh_code(head), reason="没有满六个月。", actor=head, at=at)
    refusal = arrives("delisting_refusal", later)
    began = dict(
        running(line.case, "sue_by")
        .filter(about_ref__in=[who.public_id, refusal.public_id])
        .values_list("about_ref", "started_on")
    )
    assert began == {who.public_id: day, refusal.public_id: later}


@pytest.mark.clause("DWL-2021:6.2#verify")
def test_words_typed_beside_an_answer_made_ahead_are_not_lost():
    line, day = build.a_notified_listing(), date(2026, 9, 24)
    one, handler = line.listed.order_by("position")[1], handler_of(line.case)
    with on(day) as at:
        record_objection(listing=line, who=one.public_id, objection="并非负责人。", actor=handler, at=at)
        issue_objection_answer(listing=line, who=one.public_id, verification="登记的负责人。", actor=handler, at=at)
    given = {"listing": line, "who": one.public_id, "service": build.handed_over(one), "actor": handler}
    with on(day, 15) as at:
        with pytest.raises(Refused, match="不一致") as caught:
            verify_objection(**given, verification="已离职。", at=at)
        assert (caught.value.field, caught.value.remedy) == (
            "verification", "告知书已经制作，请清空核实结果，或者先作废告知书。",
        )  # fmt: skip
        assert verify_objection(**given, verification="登记的负责人。", at=at).status == "verified"

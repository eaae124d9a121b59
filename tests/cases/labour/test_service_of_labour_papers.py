"""Instructions and dispositions are served in every way too: electronically by consent, by announcement as the last resort."""

from datetime import date, timedelta

import pytest

from tests.builders import cases as build
from tests.builders import labour, serving
from tests.cases.refusing import refusal_of
from yangguang.base.events import SYSTEM
from yangguang.cases.models import Case
from yangguang.cases.serving import unserved_papers
from yangguang.cases.use_cases._announcing import clause_of
from yangguang.cases.use_cases.deem_served import deem_all_served, last_day_of
from yangguang.cases.use_cases.serve_disposition import serve_disposition
from yangguang.cases.use_cases.serve_instruction import serve_instruction
from yangguang.records.api import documents_of

pytestmark = pytest.mark.django_db

LATE = date(2026, 12, 31)


def a_case():
    return build.with_records(labour.a_roster(labour.an_accepted_complaint()))


def full(day):
    with build.on(day, 1) as at:
        return deem_all_served(actor=SYSTEM, at=at)


def paper_of(instruction):
    return documents_of(instruction.case.public_id).get(public_id=instruction.document_ref)


@pytest.mark.clause("APL-2021:61.2")
def test_instruction_sent_electronically_needs_the_consent_and_no_online_channel():
    case = a_case()
    issued = labour.an_issued_instruction(case)
    sent = labour.front_desk(method="electronic", recipient="", relation="", arrival="arrived")
    with build.on(labour.ISSUED, 15) as at:
        told = {"instruction": issued, "service": sent, "actor": build.handler_of(case), "at": at}
        assert refusal_of(serve_instruction, **told).reason == "当事人未同意并签订电子送达确认书。"
    serving.confirmed(case, labour.ISSUED, hour=14)
    with build.on(labour.ISSUED, 15) as at:
        assert serve_instruction(**{**told, "at": at}).served_on == labour.ISSUED


@pytest.mark.clause("ARL-2023:22.2")
def test_disposition_sent_over_the_internet_without_an_online_channel_is_refused():
    disposition = labour.a_decided_disposition()
    serving.confirmed(disposition.case, labour.DECIDED, hour=11)
    sent = labour.front_desk(method="electronic", recipient="", relation="", arrival="arrived")
    with build.on(labour.DECIDED, 15) as at:
        refusal = refusal_of(
            serve_disposition, disposition=disposition, service=sent, actor=build.handler_of(disposition.case), at=at
        )
    assert refusal.reason == "互联网送达应当同时提供网上复议渠道。"


@pytest.mark.clause("CPL-2023:95.1")
def test_instruction_that_was_announced_runs_from_the_day_that_is_full():
    case = a_case()
    issued = labour.an_issued_instruction(case, due=LATE)
    row = serving.announced(case, labour.ISSUED, document=paper_of(issued))
    issued.refresh_from_db()
    assert (issued.status, last_day_of(row)) == ("issued", date(2026, 10, 9))
    assert full(date(2026, 10, 8)) == 0
    assert full(date(2026, 10, 9)) == 1
    issued.refresh_from_db()
    assert (issued.status, issued.served_on) == ("running", date(2026, 10, 9))
    assert case.clocks.get(kind="fulfil_by").started_on == date(2026, 10, 9)


@pytest.mark.clause("LSR-2004:18.1")
def test_instruction_whose_day_would_be_over_when_it_counts_as_served_is_not_announced():
    case = a_case()
    issued = labour.an_issued_instruction(case)
    refusal = refusal_of(serving.announced, case, labour.ISSUED, document=paper_of(issued))
    assert refusal.reason == "送达时指定期限已过，应当重新确定期限。"
    assert "2026年10月9日" in refusal.remedy


@pytest.mark.clause("CPL-2023:95.1")
@pytest.mark.history("P9.51")
def test_disposition_that_was_announced_is_served_and_its_terms_run_on_the_day_that_is_full():
    disposition = labour.a_decided_disposition()
    case = disposition.case
    row = serving.announced(case, labour.DECIDED, document=disposition.decision.document)
    assert not case.clocks.filter(kind="serve_by", stopped_on=None).exists()
    day = last_day_of(row)
    assert day == date(2026, 11, 12)
    assert full(day - timedelta(days=1)) == 0
    assert full(day) == 1
    disposition.refresh_from_db()
    assert (disposition.status, disposition.served_on, disposition.fulfil_by) == ("served", day, date(2026, 11, 27))
    started = case.clocks.filter(kind__in=("sue_by", "apply_for_reconsideration_by", "fulfil_disposition_by"))
    assert {clock.started_on for clock in started} == {day}
    assert started.count() == 3


def test_labour_papers_that_did_not_arrive_are_recorded_on_the_case():
    case = a_case()
    issued = labour.an_issued_instruction(case, due=LATE)
    assert paper_of(issued) in unserved_papers(case)
    row = serving.failed(case, "direct", labour.ISSUED, document=paper_of(issued), place="示范县滨河路8号")
    assert (row.succeeded, row.place) == (False, "示范县滨河路8号")


@pytest.mark.clause("QD-LSR-2011:33")
def test_labour_papers_of_a_region_with_a_longer_term_are_announced_longer_and_penalties_are_not():
    case = a_case()
    issued = labour.an_issued_instruction(case, due=LATE)
    case.body.region_code = "370202"
    case.body.save()
    case = Case.objects.get(pk=case.pk)
    assert clause_of(case, paper_of(issued), on=labour.ISSUED) == "QD-LSR-2011:33"
    penalty = build.notice_given(build.a_concluded_case(body=case.body))
    assert clause_of(penalty, serving.the_paper(penalty), on=build.NOTIFIED) == "CPL-2023:95.1"

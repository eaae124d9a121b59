"""What a party is told about a criminal transfer goes through the one module of service, while the case is away too."""

import pytest
from django.urls import reverse

from tests.builders import criminal as build
from tests.builders import serving
from tests.builders.cases import handler_of, on, person_of
from yangguang.base.events import SYSTEM
from yangguang.cases.gates import Attempt, judge
from yangguang.cases.kinds.criminal_transfer.acts import possible
from yangguang.cases.models import Case
from yangguang.cases.use_cases.deem_served import deem_all_served, last_day_of
from yangguang.cases.use_cases.issue_items_notice import issue_items_notice
from yangguang.cases.use_cases.serve_document import ServiceFacts
from yangguang.cases.use_cases.serve_transfer_paper import serve_transfer_paper
from yangguang.cases.use_cases.take_back_case import take_back_case
from yangguang.cases.use_cases.transfer_to_police import transfer_to_police
from yangguang.kernel.refusal import Refused
from yangguang.records.api import void_document

pytestmark = pytest.mark.django_db


def served(line, *, day, hour=16, **facts):
    handed = {"method": "direct", "recipient": "刘芳", "relation": "reception", "proof_number": "回证7号"} | facts
    row = line.case.addressed_papers.latest("pk")
    with build.acting(line, day=day, hour=hour) as known:
        return serve_transfer_paper(**known, paper=row.public_id, service=ServiceFacts(**handed))


@pytest.mark.history("P9.76")
@pytest.mark.clause("ACL-2011:21")
def test_party_nobody_finds_is_told_of_its_things_by_announcement_and_the_file_leaves_in_time():
    line = build.an_approved_transfer()
    things = build.PAPERS | {"items": "账册3本"}
    with build.acting(line, day=build.APPROVED, hour=11) as known:
        issue_items_notice(**known, party_ref=line.case.parties.get().public_id, items="账册3本")
    paper = serving.the_paper(line.case, "items_notice")
    with pytest.raises(Refused, match="书面告知当事人"), build.acting(line, day=build.APPROVED, hour=12) as known:
        transfer_to_police(**known, **things)
    row = serving.announced(line.case, build.APPROVED, made_on=build.RECEIVED, document=paper)
    with build.acting(line, day=build.RECEIVED, hour=10) as known:
        line = transfer_to_police(**known, **things)
    line.case.refresh_from_db()
    assert (line.status, line.case.status) == ("sent", "transferred_to_police")
    last = last_day_of(row)
    with on(last, 1) as at:
        assert deem_all_served(actor=SYSTEM, at=at) == 1
    line.refresh_from_db()
    assert line.items_told_on == last


@pytest.mark.history("P10.2")
@pytest.mark.clause("TCR-2020:10", "CPL-2023:89")
def test_every_party_is_served_the_word_that_its_case_came_back(client):
    line = build.a_refused_transfer()
    with build.acting(line, by=person_of(line.case.body, "agency_head"), day=build.ANSWERED, hour=15) as known:
        line = take_back_case(**known, reason="依法处理。")
    (row,) = line.case.addressed_papers.select_related("document")
    assert (row.document.kind, row.whom, row.served_on) == ("taking_back_notice", line.case.parties.get(), None)
    handler = handler_of(line.case)
    client.force_login(handler)
    with on(build.ANSWERED, 16):
        shown = client.get(reverse("cases:criminal_transfer", args=[line.case.public_id])).content.decode()
        asked = client.get(
            reverse("cases:transfer_act", args=[line.case.public_id, line.public_id, "serve_transfer_paper"])
        )
    assert "未送达" in shown
    assert row.public_id in asked.content.decode()
    with pytest.raises(Refused, match="留置送达没有见证人签名"):
        served(line, day=build.ANSWERED, method="left", recipient="", refusal="前台拒收。")
    line = served(line, day=build.ANSWERED, method="left", recipient="", refusal="前台拒收。", witness="社区干部李某")
    assert line.case.addressed_papers.get().served_on == build.ANSWERED
    assert "serve_transfer_paper" not in dict(possible(line, handler))


@pytest.mark.clause("TCR-2020:10", "CPL-2023:87.1")
def test_word_that_a_case_came_back_stands_and_arrives_after_the_file_was_archived():
    line = build.a_refused_transfer()
    head = person_of(line.case.body, "agency_head")
    with build.acting(line, by=head, day=build.ANSWERED, hour=15) as known:
        line = take_back_case(**known, reason="依法处理。")
    paper = serving.the_paper(line.case, "taking_back_notice")
    with on(build.ANSWERED, 15) as at, pytest.raises(Refused, match="移送文书不能单独作废。"):
        void_document(document_id=paper.pk, reason="有误。", actor=handler_of(line.case), at=at)
    Case.objects.filter(pk=line.case_id).update(status="archived")
    line = served(line, day=build.ANSWERED)
    assert line.case.addressed_papers.get().served_on == build.ANSWERED


def may_go(line, *, hour):
    with on(build.APPROVED, hour) as at:
        given = {"criminal_transfer": line, "items": "账册3本"}
        (verdict,) = judge(
            ("items_with_file",), Attempt(line.case, "transfer_to_police", handler_of(line.case), at, given)
        )
    return verdict.holds


@pytest.mark.clause("ACL-2011:21")
def test_file_goes_when_everybody_whose_things_go_with_it_was_told():
    line = build.told_of_items(build.an_approved_transfer(), day=build.APPROVED, hour=11)
    assert may_go(line, hour=13)
    other = line.case.parties.create(name="范立新", kind="person", position=2)
    notice_for(line, other, hour=13)
    assert not may_go(line, hour=14)
    with on(build.APPROVED, 14) as at:
        paper = serving.the_paper(line.case, "items_notice")
        void_document(document_id=paper.pk, reason="有误。", actor=handler_of(line.case), at=at)
    assert may_go(line, hour=14)
    measure = line.case.measures.create(party=other, status="handed_over", objects_named="印章", reason="防止转移。")
    line.case.items.create(measure=measure, position=1, name="印章", fate="handed_over", fate_on=build.APPROVED)
    assert not may_go(line, hour=14)
    notice_for(line, other, hour=15)
    served(line, day=build.APPROVED, method="left", recipient="", refusal="拒收。", witness="社区干部李某")
    assert may_go(line, hour=17)


def notice_for(line, party, *, hour):
    with build.acting(line, day=build.APPROVED, hour=hour) as known:
        issue_items_notice(**known, party_ref=party.public_id, items="印章1枚")

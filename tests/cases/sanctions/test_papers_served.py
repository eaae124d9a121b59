"""Papers of the sanctions list go through the one module of service, for the unit and for every person listed with it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.builders import sanctions as build
from tests.builders import serving
from tests.builders.cases import handler_of, on
from tests.builders.counterparts import an_agent
from yangguang.base.events import SYSTEM
from yangguang.cases.models import AuthorisedAgent, Case, Clock, ServiceRecipient
from yangguang.cases.plugs.serving_invariants import services_proven
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases.confirm_takedown import confirm_takedown
from yangguang.cases.use_cases.deem_served import deem_all_served, last_day_of
from yangguang.cases.use_cases.expire_listing import expire_listing
from yangguang.cases.use_cases.issue_list_notice import issue_list_notice
from yangguang.cases.use_cases.issue_objection_answer import issue_objection_answer
from yangguang.cases.use_cases.record_objection import record_objection
from yangguang.cases.use_cases.serve_listing_paper import serve_listing_paper
from yangguang.cases.use_cases.verify_objection import verify_objection
from yangguang.kernel.refusal import Refused
from yangguang.records.api import documents_of

pytestmark = pytest.mark.django_db
NEXT = date(2026, 9, 24)
MONDAY = date(2026, 10, 12)
PERSON = 1


def ref(line, who):
    return line.listed.order_by("position")[who].public_id


def made_ahead(line, who, *, day=build.TOLD):
    with on(day, 8) as at:
        return issue_list_notice(listing=line, who=ref(line, who), actor=handler_of(line.case), at=at)


def decision_served(line, who, *, day=MONDAY, hour=15, **facts):
    one = line.listed.get(public_id=ref(line, who))
    rows = line.case.addressed_papers.filter(document__kind="list_decision").order_by("pk")
    with on(day, hour) as at:
        return serve_listing_paper(
            listing=line, paper=rows[who].public_id, service=build.handed_over(one, **facts), actor=handler_of(line.case), at=at
        )  # fmt: skip


@pytest.mark.history("P9.48", "P9.49", "P9.50")
@pytest.mark.clause("CPL-2023:88.1", "CPL-2023:89", "APL-2021:61.2", "CPL-2023:95.1")
def test_no_way_of_service_is_easier_for_a_person_than_for_a_party():
    line = build.told(build.a_proposed_listing())
    whose = line.listed.get(public_id=ref(line, PERSON))
    bad = {
        "签收人不是有权签收的人。": {"relation": "reception"}, "没有送达回证。": {"proof_number": ""},
        "未发生拒绝接收，不能留置送达。": {"method": "left", "recipient": ""},
        "留置送达没有见证人签名，也没有拍照、录像。": {"method": "left", "recipient": "", "refusal": "本人拒收。"},
        "邮件未妥投，不能记为送达。": {"method": "post", "recipient": ""},
        "没有写明由谁代为送达，或者没有委托函、转交函。": {"method": "forwarded"},
        "未记明其他方式无法送达的原因和经过，不能公告送达。": {"method": "announced"},
    }  # fmt: skip
    for reason, facts in bad.items():
        with pytest.raises(Refused) as caught:
            build.told(line, who=PERSON, hour=11, service=build.handed_over(whose, **facts))
        assert caught.value.reason == reason
    mail = {"method": "electronic", "arrival": "arrived"}
    with pytest.raises(Refused) as caught:
        build.told(line, who=PERSON, hour=11, service=build.handed_over(whose, **mail))
    assert caught.value.reason == "当事人未同意并签订电子送达确认书。"
    line.refresh_from_db()
    assert line.status == "proposed"


def test_agent_of_the_unit_takes_nothing_in_for_a_person_of_the_same_number():
    line = build.told(build.a_proposed_listing())
    agent = an_agent(line.case, day=build.TOLD)
    person = ServiceRecipient.objects.get(case=line.case)
    AuthorisedAgent.objects.update(powers=["service", "statement"])
    assert not isinstance(agent.party, ServiceRecipient)
    facts = {"recipient": agent.name, "relation": "agent"}
    with pytest.raises(Refused) as caught:
        build.told(line, who=PERSON, hour=12, service=build.handed_over(line.listed.get(name=person.name), **facts))
    assert caught.value.reason == "签收人不是有权签收的人。"


@pytest.mark.history("P9.80")
@pytest.mark.clause("CPL-2023:95.1", "DWL-2021:6.2#object")
def test_person_nobody_finds_is_told_by_announcement_and_objects_from_the_day_it_is_full():
    line = made_ahead(build.told(build.a_proposed_listing()), PERSON, day=NEXT)
    person, paper = ServiceRecipient.objects.get(case=line.case), serving.the_paper(line.case, "list_notice")
    assert not Clock.objects.filter(kind="object_to_listing_by", about_ref=person.about_ref).exists()
    with pytest.raises(Refused, match="这份文书不是给该当事人的。"):
        serving.failed(line.case, "direct", NEXT, document=paper)
    last = last_day_of(serving.announced(line.case, NEXT, document=paper, party=person))
    line.refresh_from_db()
    with pytest.raises(Refused, match="不能列入名单"):
        build.decided(line, day=last, hour=9, overdue_reason="公告送达。")
    with on(last, 1) as at:
        assert deem_all_served(actor=SYSTEM, at=at) == 1
    line.refresh_from_db()
    clock = Clock.objects.get(kind="object_to_listing_by", about_ref=person.about_ref)
    assert (line.status, line.listed.get(name=person.name).told_on, clock.started_on) == ("notified", last, last)
    assert list(services_proven()) == []
    over = run_clocks.due_of(clock).day + timedelta(days=1)
    assert build.decided(line, day=over, overdue_reason="公告送达。").status == "listed"


@pytest.mark.clause("APL-2021:61.2", "ARL-2023:22.2")
def test_person_that_agreed_is_told_by_mail_and_sent_the_decision_only_with_the_way_to_contest_it_online():
    line = made_ahead(build.told(build.a_proposed_listing()), PERSON, day=NEXT)
    person = ServiceRecipient.objects.get(case=line.case)
    serving.confirmed(line.case, NEXT, party=person)
    mail = {"method": "electronic", "arrival": "arrived", "recipient": "", "relation": "", "proof_number": "邮件1"}
    whose = line.listed.get(name=person.name)
    line = build.told(line, who=PERSON, day=NEXT, hour=10, service=build.handed_over(whose, **mail))
    sent = person.services.get(succeeded=True)
    assert (line.status, sent.party, sent.sent_to) == ("notified", None, "电子邮件：hongji@example.com")
    line = build.decided(line, day=MONDAY)
    with pytest.raises(Refused, match="互联网送达应当同时提供网上复议渠道。"):
        decision_served(line, PERSON, **mail)
    with pytest.raises(Refused, match="未盖作出决定的行政机关印章"):
        decision_served(line, PERSON, **mail, sealed=False, online_channel="https://xzfy.moj.gov.cn")
    line = decision_served(line, PERSON, **mail, online_channel="https://xzfy.moj.gov.cn")
    kinds = Clock.objects.filter(about_ref=person.about_ref, stopped_on=None).values_list("kind", flat=True)
    assert set(kinds) >= {"apply_for_reconsideration_by", "sue_by"}
    unit = line.listed.get(part="unit")
    assert not Clock.objects.filter(about_ref=unit.public_id, kind="sue_by").exists()
    assert build.published(decision_served(line, 0, hour=16), day=MONDAY, hour=17).public_since == MONDAY
    with pytest.raises(Refused, match="请选择要送达的文书和受送达人。"):
        decision_served(line, 0, hour=18)


@pytest.mark.clause("DWL-2021:6.2#verify")
def test_answer_to_an_objection_is_given_when_it_has_arrived():
    line = build.a_notified_listing()
    with on(NEXT) as at:
        record_objection(
            listing=line, who=ref(line, PERSON), objection="并非负责人。", actor=handler_of(line.case), at=at
        )
    with on(NEXT, 14) as at:
        line = issue_objection_answer(
            listing=line, who=ref(line, PERSON), verification="登记的负责人。", actor=handler_of(line.case), at=at
        )
    assert line.status == "objected"
    with pytest.raises(Refused, match="不能列入名单"):
        build.decided(line)
    one = line.listed.get(public_id=ref(line, PERSON))
    with on(date(2026, 9, 28)) as at:
        line = verify_objection(
            listing=line, who=one.public_id, service=build.handed_over(one), actor=handler_of(line.case), at=at
        )
    one.refresh_from_db()
    assert (line.status, one.verified_on, one.verification) == ("verified", date(2026, 9, 28), "登记的负责人。")
    assert documents_of(line.case.public_id).filter(kind="objection_answer").count() == 1


@pytest.mark.clause("DWL-2021:17.1")
def test_end_of_a_listing_is_served_and_taken_down_after_the_file_was_archived():
    line = build.published(build.a_listing())
    Case.objects.filter(pk=line.case_id).update(status="archived")
    over = date(2029, 10, 10)
    with on(over) as at:
        line = expire_listing(listing=line, actor=SYSTEM, at=at)
    line = decision_served(line, PERSON, day=over)
    publisher = build.a_publisher(line.case.body)
    with on(over, 16) as at:
        assert confirm_takedown(listing=line, channels="信用中国", actor=publisher, at=at).taken_down_on == over
    with on(over, 17) as at, pytest.raises(Refused):
        record_objection(listing=line, who=ref(line, 0), objection="没有拖欠。", actor=handler_of(line.case), at=at)


def test_pages_offer_persons_as_recipients_and_show_who_has_which_paper(client):
    line = build.a_listing()
    case = line.case
    client.force_login(handler_of(case))
    with on(build.LISTED, 15):
        shown = client.get(reverse("cases:sanctions", args=[case.public_id])).content.decode()
        form = client.get(reverse("cases:listing_act", args=[case.public_id, line.public_id, "serve_listing_paper"]))
        failing = client.get(reverse("cases:act", args=[case.public_id, "record_service_failure"])).content.decode()
        served = client.get(reverse("cases:service", args=[case.public_id])).content.decode()
    assert "列入失信联合惩戒名单决定书" in shown
    assert "许景明（法定代表人或者主要负责人）" in shown
    assert "，许景明</option>" in form.content.decode()
    assert "许景明（法定代表人或者主要负责人）" in failing
    assert "拟列入失信联合惩戒名单告知书" in served

"""A party that has fulfilled may have its penalty taken down early: examined by rule, decided by a second person."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders.disclosure import ASKED, a_code, a_publication, a_repair, deliver, sent, the_people, withdraw
from tests.disclosure.channels.services import both_services
from yangguang.base import verifying
from yangguang.base.models import LedgerEntry, LocalValue
from yangguang.base.tlog.site_log import site_log
from yangguang.bulletin.api import Search, find, letter_by_receipt, notice_by_ref, waiting_letters
from yangguang.disclosure import letter_box, pushing
from yangguang.disclosure.api import repairs_to_do
from yangguang.disclosure.clock_faces import repair_face
from yangguang.disclosure.plugs.public_log import write_log
from yangguang.disclosure.repairing import due_of
from yangguang.disclosure.use_cases.decide_repair import decide_repair
from yangguang.disclosure.use_cases.examine_repair import examine_repair
from yangguang.disclosure.use_cases.register_repair import register_repair
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db(databases=["default", "public"]), pytest.mark.clause("CRR-2025:cond")]
TOLD = {
    "done": "11月20日缴清罚款，票据号77",
    "commitment": "承诺守法诚信经营",
    "name": "卢志远",
    "contact": "13900001111",
}


@pytest.fixture
def repair(people):
    return a_repair(people)


def examined(repair, people, *, grants=True, **given):
    values = {
        "reasons": "" if grants else "罚款没有缴清。",
        "remedies": "" if grants else "可以依法申请行政复议。",
    } | given
    return examine_repair(repair_id=repair.pk, grants=grants, actor=people.first, at=Moment.now(), **values)


def decided(repair, people, *, agrees=True, by=None, **given):
    actor = by or people.head
    done = decide_repair(repair_id=repair.pk, agrees=agrees, code=a_code(actor), actor=actor, at=Moment.now(), **given)
    deliver()
    return done


def refused(act, *args, **given):
    with pytest.raises(Refused) as found:
        act(*args, **given)
    return found.value


def recorded(publication, people):
    return register_repair(publication_id=publication.pk, told=TOLD, received_at=clock.now(), actor=people.first,
                           at=Moment.now())  # fmt: skip


@pytest.mark.clause("CRR-2025:3")
def test_granted_application_ends_the_publication_and_tells_the_party(repair, people):
    assert not waiting_letters().exists()
    examined(repair, people)
    assert notice_by_ref(repair.publication.notice_ref).stands
    assert decided(repair, people).status == "granted"
    publication = repair.publication
    publication.refresh_from_db()
    assert (publication.status, publication.ended_on) == ("repaired", date(2026, 11, 18))
    notice = notice_by_ref(publication.notice_ref)
    assert (notice.status, notice.title, notice.party_name, notice.text) == ("repaired", "", "", [])
    assert find(Search("晨曦")).total == 0
    letter = letter_by_receipt(repair.receipt)
    assert (letter.outcome, letter.sealed) == ("同意修复", "")
    assert not [line for _, _, found in verifying.run({"publications", "public_pages", "ledger"}) for line in found]


def test_tombstone_says_that_credit_was_repaired_and_names_nobody(repair, people, client):
    examined(repair, people)
    decided(repair, people)
    page = client.get(reverse("portal:decision", args=[repair.publication.notice_ref])).content.decode()
    assert "依法完成信用修复" in page
    assert "晨曦" not in page


def test_letter_sent_twice_is_one_application(people):
    publication = a_publication(people, state="published", penalties=["warning"], fine_fen=0)
    letters = [sent(publication, slip="s" * 26, **ASKED) for _ in range(2)]
    letter_box.collect()
    assert letters[0].receipt == letters[1].receipt
    assert publication.repairs.count() == 1


def test_ledger_does_not_tell_who_asked(repair, people):
    examined(repair, people)
    decided(repair, people)
    facts = str(list(LedgerEntry.objects.filter(event__startswith="Repair").values_list("facts", "summary")))
    assert "卢志远" not in facts
    assert "13900001111" not in facts


@pytest.mark.clause("CRR-2025:serious")
def test_before_the_shortest_time_is_over_it_cannot_be_granted(people):
    publication = a_publication(people, state="published")
    repair = recorded(publication, people)
    fault = refused(examined, repair, people, proof="银行回单")
    assert fault.reason == "最短公示期至2027年11月10日，期满后方可申请信用修复，不能同意修复。"
    assert fault.clauses == ("CRR-2025:cond",)


def test_unpaid_fine_keeps_it_from_being_granted_and_the_refusal_tells_reasons(people):
    publication = a_publication(people, state="published", fine_fen=100_000, discretion={"tier": "一般"})
    with clock.frozen(clock.beijing(date(2027, 2, 10), 10)):
        repair = recorded(publication, people)
        assert "尚未纠正失信行为或者履行完毕" in refused(examined, repair, people).reason
        assert refused(examined, repair, people, grants=False, remedies="").field == "remedies"
        assert refused(examined, repair, people, grants=False, reasons=" ").field == "reasons"
        examined(repair, people, grants=False)
        assert decided(repair, people).status == "refused"
    publication.refresh_from_db()
    assert publication.stands


@pytest.mark.clause("CRR-2025:cond")
def test_penalty_nobody_carried_out_keeps_it_from_being_granted_whatever_proof_is_given(people):
    given = {"penalties": ["warning", "licence_suspension"], "fine_fen": 0, "discretion": {"tier": "一般"}}
    repair = recorded(a_publication(people, state="published", **given), people)
    with clock.frozen(clock.beijing(date(2027, 2, 10), 10)):
        fault = refused(examined, repair, people, proof="许可证收缴清单")
    assert "履行中：暂扣许可证件尚未执行完毕" in fault.reason


def test_fulfilment_nobody_keeps_account_of_needs_a_proof(people):
    given = {"penalties": ["other"], "fine_fen": 0, "discretion": {"tier": "一般"}}
    repair = recorded(a_publication(people, state="published", **given), people)
    with clock.frozen(clock.beijing(date(2027, 2, 10), 10)):
        assert "请写明核实的履行证明" in refused(examined, repair, people).reason
        examined(repair, people, proof="非税收入票据77号")
        assert decided(repair, people).status == "granted"


def test_whoever_examined_does_not_decide_and_a_publisher_never_does(repair, people):

    examined(repair, people)
    assert refused(decided, repair, people, by=people.second).reason == "信用修复由本机关负责人决定。"
    repair.refresh_from_db()
    repair.examined_by = people.head
    repair.save()
    assert "由不同的人办理" in refused(decided, repair, people).reason


def test_every_no_to_deciding_says_how_it_goes_on(repair, people):
    assert refused(decided, repair, people).remedy == "请先由公示员审查、提出意见。"
    examined(repair, people)
    assert refused(decided, repair, people, by=people.second).remedy == "请交本机关负责人决定。"
    assert refused(decided, repair, people, agrees=False).remedy == "请写明哪一项要重新审查、为什么。"
    type(repair).objects.update(examined_by=people.head)
    assert refused(decided, repair, people).remedy == "请由本机关另一名负责人决定。"
    type(repair).objects.update(examined_by=people.first, commitment="")
    assert refused(decided, repair, people).remedy.startswith("请写明理由退回，由审查人重新审查")
    withdraw(repair.publication, people)
    assert refused(decided, repair, people).remedy.startswith("请写明理由退回，由审查人重新审查")
    decided(repair, people, agrees=False, opinion="已经停止公开。")
    examined(repair, people, grants=False)
    decided(repair, people)
    assert refused(decided, repair, people).remedy == "这件申请已经办结；当事人另有新的情况的，可以再次申请。"


def test_wrong_code_decides_nothing(repair, people):
    examined(repair, people)
    with pytest.raises(Refused):
        decide_repair(repair_id=repair.pk, agrees=True, code="000000", actor=people.head, at=Moment.now())
    repair.refresh_from_db()
    assert repair.status == "examined"


def test_head_sends_it_back_with_a_reason(repair, people):
    examined(repair, people)
    assert refused(decided, repair, people, agrees=False).field == "opinion"
    assert decided(repair, people, agrees=False, opinion="请核对票据。").status == "asked"
    assert repairs_to_do(people.first) == [repair]
    assert repairs_to_do(people.head) == []


@pytest.mark.clause("CRR-2025:days")
def test_days_the_body_has_set_are_working_days_and_nothing_is_decided_without_them(repair, people):
    assert due_of(repair) == date(2026, 12, 4)  # twelve working days from the 18th
    LocalValue.objects.filter(name="credit_repair_workdays").delete()
    assert due_of(repair) is None
    fault = refused(examined, repair, people)
    assert "信用修复申请的办理期限" in fault.reason
    assert fault.clauses == ("CRR-2025:days",)


@pytest.mark.clause("CRR-2025:days")
def test_days_set_after_the_application_came_count_from_the_day_it_came(repair, people):
    LocalValue.objects.filter(name="credit_repair_workdays").update(in_force=date(2026, 11, 20), value=5)
    assert due_of(repair) is None
    with clock.frozen(clock.beijing(date(2026, 11, 20), 10)):
        assert due_of(repair) == date(2026, 11, 25)
        assert repair_face(repair).due_on == date(2026, 11, 25)
        assert examined(repair, people).status == "examined"


def test_what_is_no_penalty_or_not_public_cannot_be_repaired_at_the_desk(people):
    plain = a_publication(people, state="published", kind="no_penalty", fine_fen=0)
    assert "不适用信用修复" in refused(recorded, plain, people).reason
    gone = a_publication(people, state="withdrawn")
    assert "没有可以修复的公示" in refused(recorded, gone, people).reason
    twice = a_publication(people, state="published")
    recorded(twice, people)
    assert "已经有一件信用修复申请在办理" in refused(recorded, twice, people).reason


def test_publication_withdrawn_in_between_is_not_repaired(repair, people):
    examined(repair, people)
    withdraw(repair.publication, people)
    assert "已经停止公开" in refused(decided, repair, people).reason


def test_desk_shows_the_applicant_to_the_body_alone(repair, people, client):
    other = the_people()
    for account, status in ((people.first, 200), (people.head, 200), (other.first, 404)):
        client.force_login(account)
        response = client.get(reverse("disclosure:repair", args=[repair.public_id]))
        assert response.status_code == status
        if status == 200:
            assert "卢志远" in response.content.decode()


def test_pages_carry_it_from_the_window_to_the_decision(people, client):
    publication = a_publication(people, state="published", penalties=["warning"], fine_fen=0)
    client.force_login(people.first)
    where = reverse("disclosure:record_repair", args=[publication.public_id])
    page = client.get(where).content.decode()
    once = page.split('name="once" value="')[1][:26]
    given = {"received_on": "2026-11-18", "name": "卢志远", "contact": "139", "done": "已改正", "commitment": "承诺"}
    sent_on = client.post(where, given | {"once": once})
    assert sent_on.status_code == 302
    shown = client.get(sent_on.url).content.decode()
    assert "已提交" in shown
    assert "12个工作日" not in shown
    assert publication.repairs.get().public_id in client.get(reverse("disclosure:repairs")).content.decode()


def test_repair_is_said_in_the_public_log_and_taken_back_on_channels(repair, people, settings, tmp_path):
    with both_services(settings, tmp_path) as (weixin, weibo):
        pushing.ask_to_tell(repair.publication, 1)
        pushing.push_due()
        write_log()
        examined(repair, people)
        decided(repair, people)
        write_log()
        assert pushing.push_due() == 2
        assert not weixin.articles
        assert not weibo.posts
    said = [(leaf.type, leaf.ground) for _, leaf in site_log().leaves()]
    assert said == [("publish", ""), ("expire", "credit_repaired")]
    assert [fault for _, _, faults in verifying.run({"log_pages"}) for fault in faults] == []

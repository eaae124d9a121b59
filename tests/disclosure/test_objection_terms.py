"""Objections are answered in five working days, or in what the body has set; a late answer says why, and the supervisor sees it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.builders.directory import a_body, an_account
from tests.builders.disclosure import a_publication, deliver, sent, the_people
from yangguang.base import local_values
from yangguang.base.models import LedgerEntry
from yangguang.bulletin.api import letter_by_receipt
from yangguang.bulletin.models import Letter
from yangguang.desk.today.rows import day_of
from yangguang.disclosure import letter_box
from yangguang.disclosure.objection_terms import term_of
from yangguang.disclosure.plugs.objections import tell_days
from yangguang.disclosure.use_cases.answer_objection import answer_objection
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D16"), pytest.mark.clause("GIR-2019:41")]
MONDAY = date(2026, 11, 9)
LAST = date(2026, 11, 16)


def an_objection_of(day, people=None, **told):
    """Sent on a day, taken over since."""
    publication = a_publication(people or the_people(), state="published")
    letter = sent(publication, **told)
    Letter.objects.filter(pk=letter.pk).update(received_at=clock.beijing(day, 9))
    letter_box.collect()
    return publication.objections.get()


def set_days(objection, days, *, since):
    local_values.set_value("objection_answer_workdays", days, chain=objection.body.public_id, source="示政办发〔2026〕1号",
                           in_force=since, by_name="何管理")  # fmt: skip


def answered(objection, actor, *, on, **given):
    values = {"outcome": "not_corrected", "reply": "与决定书一致。", "remedies": "可以依法申请行政复议。"} | given
    at = Moment(clock.beijing(on, 10), clock.beijing(on, 10))
    return answer_objection(objection_id=objection.pk, actor=actor, at=at, **values)


@pytest.mark.parametrize(
    ("day", "last"),
    [(MONDAY, LAST), (date(2026, 11, 20), date(2026, 11, 27)), (date(2026, 9, 23), date(2026, 10, 8)),
     (date(2026, 9, 28), date(2026, 10, 10))],
)  # fmt: skip
def test_objection_is_due_on_the_fifth_working_day_after_the_day_it_was_sent(day, last):
    term = term_of(an_objection_of(day))
    assert term.due.day == last
    assert "没有规定天数" in term.source


def test_body_goes_by_what_it_had_set_on_the_day_it_was_sent():
    objection = an_objection_of(MONDAY)
    set_days(objection, 10, since=MONDAY + timedelta(days=1))
    assert term_of(objection).due.day == LAST
    set_days(objection, 3, since=MONDAY)
    assert (term_of(objection).due.day, term_of(objection).source) == (date(2026, 11, 12), "示政办发〔2026〕1号")


def test_answer_on_the_last_day_needs_no_reason_and_keeps_none(people):
    done = answered(an_objection_of(MONDAY, people), people.first, on=LAST, late_reason="多余的话")
    assert (done.due_on, done.late_reason) == (LAST, "")


def test_answer_a_day_late_without_a_reason_is_refused_and_given_with_one(people):
    objection = an_objection_of(MONDAY, people)
    with pytest.raises(Refused, match="逾期答复的原因"):
        answered(objection, people.first, on=LAST + timedelta(days=1), late_reason="  ")
    done = answered(objection, people.first, on=LAST + timedelta(days=1), late_reason="需向银行核对缴款记录。")
    assert (done.due_on, done.late_reason) == (LAST, "需向银行核对缴款记录。")
    facts = LedgerEntry.objects.get(event="ObjectionAnswered").facts
    assert (facts["due_on"], facts["late_reason"]) == ("2026-11-16", "需向银行核对缴款记录。")
    deliver()
    assert "银行" not in letter_by_receipt(objection.receipt).reply


@pytest.mark.parametrize("reason", ["卢志远没有补材料", "打13900001111没有人接"])
def test_reason_that_tells_who_asked_is_refused(people, reason):
    objection = an_objection_of(MONDAY, people)
    with pytest.raises(Refused, match="逾期原因记入账目"):
        answered(objection, people.first, on=LAST + timedelta(days=1), late_reason=reason)


def test_citizen_reads_until_when_and_that_it_is_late(client):
    objection = an_objection_of(MONDAY)
    assert letter_by_receipt(objection.receipt).due_on == LAST
    page = client.get(f"/correction/receipt/?r={objection.receipt}").content.decode()
    assert "2026年11月16日" in page
    assert "已经逾期" in page


def test_citizen_reads_another_day_once_the_calendar_says_so():
    objection = an_objection_of(MONDAY)
    assert tell_days() == 0
    Letter.objects.update(due_on=MONDAY)
    assert tell_days() == 1
    assert letter_by_receipt(objection.receipt).due_on == LAST


def test_publisher_reads_how_the_day_was_counted_and_is_asked_why_it_is_late(client, people):
    objection = an_objection_of(date(2026, 9, 28), people)
    client.force_login(people.first)
    page = client.get(reverse("disclosure:objection", args=[objection.public_id])).content.decode()
    assert "2026年10月10日" in page
    assert "5个工作日" in page
    assert "没有数进去" in page
    address = reverse("disclosure:answer_objection", args=[objection.public_id])
    given = {"outcome": "not_corrected", "reply": "与决定书一致。", "remedies": "可以依法申请行政复议。"}
    assert "逾期答复的原因" in client.get(address).content.decode()
    assert client.post(address, given).status_code == 200
    assert client.post(address, given | {"late_reason": "核实材料。"}).status_code == 302
    shown = client.get(f"{reverse('disclosure:objections')}?view=answered").content.decode()
    assert "逾期答复" in shown
    assert "核实材料。" in shown


def test_answer_in_time_is_not_asked_for_a_reason(client, people):
    objection = an_objection_of(clock.today(), people)
    client.force_login(people.first)
    address = reverse("disclosure:answer_objection", args=[objection.public_id])
    assert "逾期答复的原因" not in client.get(address).content.decode()


def test_late_objection_stands_on_the_days_lists_of_publisher_head_and_supervisor_only(client):
    county = a_body(named="示范县人民政府", mark="示政")
    bureau = a_body(named="示范县司法局", mark="示司", under=county, supervises=True)
    people = the_people(a_body(named="示范县人力资源和社会保障局", under=county))
    supervisor = an_account(role="supervisor", body=bureau)
    late = an_objection_of(date(2026, 9, 28), people)
    rows = {
        account: [row.what for row in day_of(account).overdue] for account in (people.first, people.head, supervisor)
    }
    assert rows == {
        people.first: ["答复公示异议"], people.head: ["督促答复公示异议"], supervisor: ["督促答复公示异议"],
    }  # fmt: skip
    client.force_login(supervisor)
    assert late.receipt in client.get(f"{reverse('disclosure:objections')}?view=overdue").content.decode()
    other = an_account(role="agency_head", body=a_body(named="示范县水利局", mark="示水", under=county))
    assert not day_of(other).overdue


def test_objection_in_time_is_nobodys_to_press(client, people):
    objection = an_objection_of(clock.today(), people)
    assert not [row for row in day_of(people.head).overdue if row.number == objection.about_number]
    client.force_login(people.first)
    assert objection.receipt not in client.get(f"{reverse('disclosure:objections')}?view=overdue").content.decode()

"""What one person pulled at once is approved by another within the term the body has set, or one working day; late, it warns."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.builders.directory import a_body, an_account
from tests.builders.disclosure import a_code, a_publication, an_examination, deliver, release, the_people
from yangguang.base import local_values, verifying
from yangguang.base.models import LedgerEntry
from yangguang.desk.today.rows import day_of
from yangguang.disclosure.api import publications_gone_late
from yangguang.disclosure.following_up import DAYS, follow_up_face, follow_up_of
from yangguang.disclosure.models import WithdrawalProposal
from yangguang.disclosure.use_cases.confirm_pulling import confirm_pulling
from yangguang.disclosure.use_cases.prepare_correction import prepare_correction
from yangguang.disclosure.use_cases.pull_publication import pull_publication
from yangguang.disclosure.use_cases.return_withdrawal import return_withdrawal
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D16"), pytest.mark.clause("GD-DISC-2021:24.2")]
NIGHT = date(2026, 11, 27)  # a Friday
MONDAY, TUESDAY = date(2026, 11, 30), date(2026, 12, 1)
REASON = "发现含有依法不应公开的内容，暂停显示，正在核实。"


@pytest.fixture
def county(db):
    return a_body(supervises=True)


@pytest.fixture
def people(county):
    return the_people(a_body(under=county))


@pytest.fixture
def pulled(people):
    """Taken down by one publisher on a Friday night, with nobody's approval."""
    publication = a_publication(people, state="published")
    with clock.frozen(clock.beijing(NIGHT, 23)):
        pull_publication(publication_id=publication.pk, reason=REASON, actor=people.first, at=Moment.now())
        deliver()
    publication.refresh_from_db()
    return publication


def proposal_of(publication):
    return WithdrawalProposal.objects.get(publication=publication)


def on(day):
    return clock.frozen(clock.beijing(day, 10))


def sent_back(publication, people):
    return_withdrawal(
        proposal_id=proposal_of(publication).pk, reason="内容已经隐去。", actor=people.second, at=Moment.now()
    )
    publication.refresh_from_db()


def reminded():
    return [one for _, _, found in verifying.warnings({"publication_terms"}) for one in found if "紧急撤下" in one]


def test_approval_is_due_on_the_next_working_day_unless_the_body_set_another_term(people, pulled):
    term = follow_up_of(pulled, MONDAY)
    assert (term.due.day, term.left, term.overdue) == (MONDAY, 0, False)
    assert "没有规定天数" in term.source
    assert LedgerEntry.objects.get(event="PublicationWithdrawn").facts["follow_up_by"] == MONDAY.isoformat()
    local_values.set_value(
        DAYS, 3, chain=people.body.public_id, source="示司发〔2026〕1号", in_force=NIGHT, by_name="何管理"
    )
    with on(MONDAY):
        term = follow_up_of(pulled)
    assert (term.due.day, term.source) == (date(2026, 12, 2), "示司发〔2026〕1号")


def test_confirmation_stops_the_clock(people, pulled):
    with on(MONDAY):
        code = a_code(people.second)
        confirm_pulling(proposal_id=proposal_of(pulled).pk, code=code, actor=people.second, at=Moment.now())
    pulled.refresh_from_db()
    assert follow_up_of(pulled) is None
    with on(TUESDAY):
        assert reminded() == []


def test_return_leaves_it_running_until_two_have_it_shown_again(people, pulled):
    with on(TUESDAY):
        sent_back(pulled, people)
        assert follow_up_of(pulled).overdue
        assert "恢复公开" in str(day_of(people.first).overdue)
        prepare_correction(
            publication_id=pulled.pk, reason="核实后没有不应公开的内容", examination=an_examination(), actor=people.first,
            at=Moment.now(),
        )  # fmt: skip
        release(pulled, people)
        pulled.refresh_from_db()
        assert follow_up_of(pulled) is None


def test_nothing_is_left_to_approve_where_it_was_returned_after_its_period_was_over(people, pulled):
    with on(MONDAY):
        sent_back(pulled, people)
    with clock.frozen(clock.beijing(pulled.until + timedelta(days=1), 10)):
        assert follow_up_face(pulled) is None


def test_late_approval_is_shown_to_those_who_approve_and_to_those_above_and_refused_to_nobody(people, county, pulled):
    supervisor = an_account(role="supervisor", body=county)
    with on(MONDAY):
        assert publications_gone_late(supervisor) == []
        assert "确认紧急撤下" in str(day_of(people.second).today)
    with on(TUESDAY):
        for one in (people.second, people.head):
            (row,) = [row for row in day_of(one).overdue if row.what == "确认紧急撤下"]
            assert (row.due_on, row.clause) == (MONDAY, "GD-DISC-2021:24.2")
        assert publications_gone_late(supervisor) == [pulled]
        assert publications_gone_late(people.head) == []
        (row,) = day_of(supervisor).overdue
        assert (row.what, row.act) == ("确认紧急撤下", "看经过")
        assert "逾期1个工作日" in "".join(reminded())
        code = a_code(people.head)
        confirm_pulling(proposal_id=proposal_of(pulled).pk, code=code, actor=people.head, at=Moment.now())
        assert publications_gone_late(supervisor) == []


def test_pages_say_until_when_and_why(client, people, pulled):
    with on(TUESDAY):
        client.force_login(people.second)
        listed = client.get(reverse("disclosure:withdrawals"), {"view": "proposed"}).content.decode()
        page = client.get(reverse("disclosure:publication", args=[pulled.public_id])).content.decode()
        approve = client.get(reverse("disclosure:approve_withdrawal", args=[proposal_of(pulled).public_id]))
    assert "逾期 1 个工作日" in listed
    for shown in (page, approve.content.decode()):
        assert "2026年11月27日紧急撤下，当日不计" in shown
        assert "2026年11月30日前确认撤下或者恢复公开" in shown
        assert "没有规定天数" in shown

"""A decision stays public while it is contested, says so, and goes for no other paper than the order of those who review it."""

import pytest
from django.urls import reverse

from tests.builders.disclosure import (
    a_publication,
    an_examination,
    deliver,
    record,
    release,
    withdraw,
    withdrawal_proposed,
)
from yangguang.base import verifying
from yangguang.bulletin.api import notice_by_ref
from yangguang.cases.events.contesting import RemedyEnded, RemedyRecorded
from yangguang.desk.today.rows import day_of
from yangguang.disclosure.queries import may_stand_again
from yangguang.disclosure.use_cases.prepare_correction import prepare_correction
from yangguang.disclosure.use_cases.pull_publication import pull_publication
from yangguang.disclosure.use_cases.record_withdrawal_ground import record_withdrawal_ground
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D16"), pytest.mark.clause("APL-2021:73.1", "GD-DISC-2021:24.1")]
STAYS = "复议、诉讼期间不停止公示，不能以此撤下。"
TAKEN_UP, ORDER = "示政复受字〔2026〕第12号", "示政复停字〔2026〕第3号"
CONSISTENT = {"publications", "log_pages", "public_pages", "publication_hands", "withdrawal_people", "tlog"}


def contested(publication, kind="reconsideration"):
    """Somebody asked for reconsideration, and the file says so."""
    decision, today = publication.decision, Moment.now().day
    remedy = decision.remedies.create(
        case=publication.case, kind=kind, authority="示范县人民政府", number=TAKEN_UP, received_on=today
    )
    event = RemedyRecorded(
        remedy.public_id, decision.public_id, decision.number, remedy.get_kind_display(), remedy.authority, today
    )
    record(event, decision)
    return remedy


def ended(remedy, outcome="upheld"):
    remedy.outcome, remedy.outcome_paper, remedy.outcome_received_on = (
        outcome,
        "示政复决字〔2026〕第12号",
        Moment.now().day,
    )
    remedy.save()
    told = RemedyEnded(
        remedy.public_id, remedy.decision.public_id, remedy.decision.number, outcome, remedy.get_outcome_display(),
        remedy.outcome_paper, remedy.outcome_received_on,
    )  # fmt: skip
    record(told, remedy.decision)


def ground(publication, people, **given):
    told = {"ground": "ordered_stopped", "paper": ORDER, "received_on": Moment.now().day} | given
    return record_withdrawal_ground(publication_id=publication.pk, actor=people.first, at=Moment.now(), **told)


def refused(act, *given, **told):
    with pytest.raises(Refused) as refusal:
        act(*given, **told)
    assert refusal.value.reason == STAYS


def shown(client, publication):
    return client.get(f"/decisions/{publication.notice_ref}").content.decode()


@pytest.mark.parametrize(("kind", "words"), [("reconsideration", "正在行政复议"), ("litigation", "正在行政诉讼")])
def test_public_page_says_that_it_is_contested_until_that_ended(client, published, kind, words):
    remedy = contested(published, kind)
    page = shown(client, published)
    assert f"这份决定{words}" in page
    assert "复议、诉讼期间不停止公示" in page
    ended(remedy)
    assert words not in shown(client, published)
    assert [one for _, _, found in verifying.run(CONSISTENT) for one in found] == []


def test_decision_nobody_has_to_carry_out_says_so_too(client, people):
    publication = a_publication(people, state="published", kind="no_penalty", penalties=[], fine_fen=0)
    contested(publication)
    assert notice_by_ref(publication.notice_ref).fulfilment.endswith("正在行政复议")
    assert "这份决定正在行政复议" in shown(client, publication)


def test_contest_is_no_reason_to_take_it_down(people, published):
    contested(published)
    for told in (
        {"ground": "annulled"},
        {"ground": "ordered_stopped"},
        {"ground": "not_to_be_public", "reason": "当事人已经起诉"},
    ):
        refused(withdrawal_proposed, published, people, **told)
    refused(
        pull_publication, publication_id=published.pk, reason="当事人申请了复议", actor=people.first, at=Moment.now()
    )
    refused(ground, published, people, ground="annulled", paper=f"行政复议受理通知书（{TAKEN_UP}）")
    published.refresh_from_db()
    assert published.stands
    assert published.withdraw_by is None


def test_what_the_public_must_not_read_goes_all_the_same(people, published):
    contested(published)
    pull_publication(
        publication_id=published.pk, reason="公开了不应公开的个人信息", actor=people.first, at=Moment.now()
    )
    published.refresh_from_db()
    assert not published.stands


def test_order_of_those_who_review_it_stops_it_and_without_its_paper_nothing_does(client, people, published):
    with pytest.raises(Refused, match="没有登记撤回所依据的文书或者事由"):
        withdrawal_proposed(published, people, ground="ordered_stopped")
    contested(published)
    ground(published, people)
    withdraw(published, people, reason="复议机关决定停止公示")
    page = shown(client, published)
    assert "复议机关或者人民法院决定停止公示" in page
    assert ORDER in page


def test_it_may_be_shown_again_once_the_contest_left_it_standing(client, people, published):
    remedy = contested(published)
    ground(published, people)
    withdraw(published, people, reason="复议机关决定停止公示")
    published.refresh_from_db()
    assert not may_stand_again(published)
    ended(remedy)
    assert may_stand_again(published)
    assert "停止公示的决定不再适用" in str(day_of(people.first))
    client.force_login(people.first)
    page = client.get(reverse("disclosure:publication", args=[published.public_id])).content.decode()
    assert "停止公示的决定" in page
    prepare_correction(
        publication_id=published.pk, reason="复议维持原决定，恢复公示", examination=an_examination(), actor=people.first,
        at=Moment.now(),
    )  # fmt: skip
    release(published, people)
    deliver()
    published.refresh_from_db()
    assert (published.status, published.withdrawal_ground) == ("corrected", "")
    assert "恢复公开" in shown(client, published)

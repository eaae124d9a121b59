"""A published decision is taken back by two: one publisher proposes, another person approves with a fresh code (D16)."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.builders.directory import an_account
from tests.builders.disclosure import a_code, annul, deliver, the_people, withdraw, withdrawal_proposed
from yangguang.base import verifying
from yangguang.base.models import LedgerEntry
from yangguang.bulletin.api import notice_by_ref
from yangguang.desk.today.rows import day_of
from yangguang.disclosure.models import WithdrawalProposal
from yangguang.disclosure.use_cases.propose_withdrawal import propose_withdrawal
from yangguang.disclosure.use_cases.return_withdrawal import return_withdrawal
from yangguang.disclosure.use_cases.withdraw_publication import withdraw_publication
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D16"), pytest.mark.clause("APL-2021:48.2")]


@pytest.fixture
def waiting(people, published):
    return withdrawal_proposed(published, people)


def approved(proposal, by, **given):
    values = {"code": a_code(by)} | given
    done = withdraw_publication(proposal_id=proposal.pk, actor=by, at=Moment.now(), **values)
    deliver()
    return done


def returned(proposal, by, reason="文书还没有收到。"):
    return return_withdrawal(proposal_id=proposal.pk, reason=reason, actor=by, at=Moment.now())


def url(proposal, name):
    return reverse(f"disclosure:{name}_withdrawal", args=[proposal.public_id])


def faults():
    return [one for _, _, found in verifying.run({"withdrawal_people"}) for one in found]


def test_nothing_changes_in_public_until_a_second_person_approves(people, published, waiting):
    deliver()
    assert notice_by_ref(published.notice_ref).stands
    approved(waiting, people.second)
    assert not notice_by_ref(published.notice_ref).stands


def test_record_names_both_by_reference(people, waiting):
    approved(waiting, people.second)
    entry = LedgerEntry.objects.get(event="PublicationWithdrawn")
    assert (entry.actor_ref, entry.facts["proposed_by"]) == (people.second.actor_ref, people.first.actor_ref)


def test_who_proposed_it_does_not_approve_it(people, published, waiting):
    with pytest.raises(Refused, match="提出和批准应当由不同的人办理"):
        approved(waiting, people.first)
    published.refresh_from_db()
    assert published.stands


def test_second_account_in_the_same_name_does_not_approve_it(people, waiting):
    twin = an_account(role="publisher", body=people.body, named=people.first.name, second_factor=True)
    with pytest.raises(Refused, match="同名"):
        approved(waiting, twin)


def test_head_of_the_body_may_be_the_second_person(people, waiting):
    assert approved(waiting, people.head).status == "withdrawn"


def test_publisher_of_another_body_and_handler_of_this_one_approve_and_return_nothing(people, waiting):
    for other in (the_people().second, an_account(role="case_handler", body=people.body, second_factor=True)):
        with pytest.raises(Refused, match="只有本机关的公示员和负责人"):
            approved(waiting, other)
        with pytest.raises(Refused, match="只有本机关的公示员和负责人"):
            returned(waiting, other)


def test_wrong_code_of_the_second_person_changes_nothing(people, published, waiting):
    with pytest.raises(Refused, match="验证码不对"):
        approved(waiting, people.second, code="000000")
    waiting.refresh_from_db()
    assert waiting.decided_on is None


def test_head_proposes_nothing(people, published):
    with pytest.raises(Refused, match="只有本机关的公示员"):
        propose_withdrawal(
            publication_id=published.pk, reason="撤回", ground="annulled", actor=people.head, at=Moment.now()
        )


def test_one_withdrawal_waits_at_a_time(people, published, waiting):
    with pytest.raises(Refused, match="已经提出，等待批准"):
        withdrawal_proposed(published, people)
    with pytest.raises(IntegrityError), transaction.atomic():
        WithdrawalProposal.objects.create(
            publication=published,
            ground="annulled",
            reason="又一项",
            proposed_by=people.second,
            proposed_on=clock.today(),
        )


def test_returned_proposal_leaves_it_public_and_another_may_follow(people, published, waiting):
    with pytest.raises(Refused, match="退回应当写明理由"):
        returned(waiting, people.second, reason=" ")
    returned(waiting, people.second)
    for act in (lambda: returned(waiting, people.second), lambda: approved(waiting, people.second)):
        with pytest.raises(Refused, match="已经办理"):
            act()
    assert withdraw(published, people).status == "withdrawn"


def test_who_proposed_it_takes_it_back_alone(people, waiting):
    assert returned(waiting, people.first, reason="写错了。").approved is False


def test_paper_recorded_meanwhile_goes_before_the_ground_that_was_proposed(people, published):
    proposal = withdrawal_proposed(published, people, ground="not_to_be_public")
    annul(published.decision, received_on=date(2026, 11, 17))
    assert approved(proposal, people.second).withdrawal_ground == "annulled"


def test_reason_for_being_late_is_asked_of_whoever_is_late(people, published, waiting):
    annul(published.decision, received_on=date(2026, 11, 2))
    with pytest.raises(Refused, match="逾期撤回的原因"):
        approved(waiting, people.second)
    done = approved(waiting, people.second, late_reason="文书转来时已经逾期。")
    assert done.withdrawal_late_reason == "文书转来时已经逾期。"


def test_verify_finds_a_withdrawal_by_one_alone(people, waiting):
    approved(waiting, people.second)
    assert faults() == []
    WithdrawalProposal.objects.update(decided_by=people.first)
    assert any("同一人" in fault for fault in faults())
    WithdrawalProposal.objects.all().delete()
    assert any("没有另一人提出" in fault for fault in faults())


def test_second_person_finds_it_on_the_days_list_and_approves_it_there(client, people, published, waiting):
    for account, wanted in ((people.first, 0), (people.second, 1), (people.head, 1)):
        day = day_of(account)
        rows = [row for row in (*day.overdue, *day.today, *day.soon, *day.later) if row.what == "批准撤回公开"]
        assert len(rows) == wanted
    client.force_login(people.second)
    address = reverse("disclosure:publication", args=[published.public_id])
    page = client.get(address).content.decode()
    assert "等待另一人批准" in page
    assert url(waiting, "approve") in page
    assert reverse("disclosure:withdraw", args=[published.public_id]) not in page
    shown = client.get(f"{reverse('disclosure:withdrawals')}?view=proposed").content.decode()
    assert published.decision.number in shown
    assert "复议机关撤销原决定" in client.get(url(waiting, "approve")).content.decode()
    assert client.post(url(waiting, "approve"), {"code": a_code(people.second)}).status_code == 302
    published.refresh_from_db()
    assert published.status == "withdrawn"


def test_first_person_reads_that_it_waits_and_may_only_take_it_back(client, people, published, waiting):
    client.force_login(people.first)
    page = client.get(reverse("disclosure:publication", args=[published.public_id])).content.decode()
    assert url(waiting, "approve") not in page
    assert "收回撤回公开的提议" in page
    refused = client.post(url(waiting, "approve"), {"code": a_code(people.first)}).content.decode()
    assert "提出和批准应当由不同的人办理" in refused
    assert client.post(url(waiting, "return"), {"reason": "写错了。"}).status_code == 302


def test_page_to_propose_asks_for_no_code_and_loses_no_word(client, people, published):
    client.force_login(people.first)
    address = reverse("disclosure:withdraw", args=[published.public_id])
    assert 'name="code"' not in client.get(address).content.decode()
    refused = client.post(address, {"ground": "annulled", "reason": "王小芸要求撤回"}).content.decode()
    assert "不能含有" in refused
    assert "王小芸要求撤回" in refused
    assert client.post(address, {"ground": "annulled", "reason": "复议机关撤销原决定"}).status_code == 302
    assert published.proposals.get().reason == "复议机关撤销原决定"

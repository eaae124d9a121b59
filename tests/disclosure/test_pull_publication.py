"""What should never have been public is taken down at once by one person; another confirms it, or it is shown again (D16)."""

import pytest
from django.urls import reverse

from tests.builders.disclosure import a_code, an_examination, deliver, record, release, the_people, withdrawal_proposed
from yangguang.base import verifying
from yangguang.base.models import LogLeaf
from yangguang.bulletin.api import notice_by_ref
from yangguang.cases.events.contesting import RemedyEnded
from yangguang.desk.today.rows import day_of
from yangguang.disclosure.models import WithdrawalProposal
from yangguang.disclosure.plugs.public_log import write_log
from yangguang.disclosure.queries import may_stand_again
from yangguang.disclosure.use_cases.confirm_pulling import confirm_pulling
from yangguang.disclosure.use_cases.prepare_correction import prepare_correction
from yangguang.disclosure.use_cases.pull_publication import pull_publication
from yangguang.disclosure.use_cases.record_withdrawal_ground import record_withdrawal_ground
from yangguang.disclosure.use_cases.return_withdrawal import return_withdrawal
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D16", "D17"), pytest.mark.clause("APL-2021:50")]
REASON = "发现含有依法不应公开的内容，暂停显示，正在核实。"
CHECKS = {"withdrawal_people", "tlog", "public_pages", "publication_hands"}


def pulled(publication, by, reason=REASON):
    done = pull_publication(publication_id=publication.pk, reason=reason, actor=by, at=Moment.now())
    deliver()
    return done


def waiting(publication):
    return WithdrawalProposal.objects.get(publication=publication, decided_on=None)


def confirmed(publication, by):
    return confirm_pulling(proposal_id=waiting(publication).pk, code=a_code(by), actor=by, at=Moment.now())


def faults():
    return [one for _, _, found in verifying.run(CHECKS) for one in found]


def test_one_publisher_takes_it_down_at_once_and_the_public_reads_why(client, people, published):
    pulled(published, people.first)
    assert not notice_by_ref(published.notice_ref).stands
    page = client.get(f"/decisions/{published.notice_ref}").content.decode()
    assert REASON in page
    assert "王某某" not in page
    write_log()
    assert LogLeaf.objects.latest("pk").ground == "not_to_be_public"
    assert faults() == []


def test_another_person_confirms_it_and_nobody_else(people, published):
    pulled(published, people.first)
    with pytest.raises(Refused, match="提出和批准应当由不同的人办理"):
        confirmed(published, people.first)
    with pytest.raises(Refused, match="只有本机关"):
        confirmed(published, the_people().second)
    assert "确认紧急撤下" in str(day_of(people.second))
    confirmed(published, people.second)
    published.refresh_from_db()
    assert not may_stand_again(published)
    assert faults() == []


def test_not_confirmed_it_is_shown_again_by_two(client, people, published):
    pulled(published, people.first)
    told = {"reason": "核实后没有不应公开的内容", "examination": an_examination()}
    told |= {"publication_id": published.pk, "actor": people.first, "at": Moment.now()}
    with pytest.raises(Refused, match="没有正在公开的信息"):
        prepare_correction(**told)
    return_withdrawal(proposal_id=waiting(published).pk, reason="内容已经隐去。", actor=people.second, at=Moment.now())
    prepare_correction(**told)
    with pytest.raises(Refused, match="不同的人"):
        release(published, people, by=people.first)
    release(published, people)
    deliver()
    assert notice_by_ref(published.notice_ref).stands
    assert "恢复公开" in client.get(f"/decisions/{published.notice_ref}").content.decode()
    assert faults() == []


def returned(publication, people):
    return_withdrawal(
        proposal_id=waiting(publication).pk, reason="内容已经隐去。", actor=people.second, at=Moment.now()
    )
    publication.refresh_from_db()
    told = {"reason": "核实后没有不应公开的内容", "examination": an_examination()}
    prepare_correction(publication_id=publication.pk, actor=people.first, at=Moment.now(), **told)


def test_ground_to_take_it_back_is_not_forgotten_by_showing_it_again(people, published):
    told = {"ground": "ruled_unlawful", "paper": "（2026）粤01行终12号", "received_on": Moment.now().day}
    record_withdrawal_ground(publication_id=published.pk, actor=people.first, at=Moment.now(), **told)
    pulled(published, people.first)
    with pytest.raises(Refused, match="没有正在公开的信息"):
        returned(published, people)
    published.refresh_from_db()
    assert not may_stand_again(published)
    assert published.withdrawal_ground == "ruled_unlawful"


def test_ruling_that_comes_while_it_is_down_is_known_when_it_would_be_shown_again(people, published):
    pulled(published, people.first)
    today = Moment.now().day
    record(
        RemedyEnded(
            "r",
            published.decision.public_id,
            published.number,
            "declared_illegal",
            "确认违法",
            "（2026）粤01行终12号",
            today,
        ),
        published.decision,
    )
    with pytest.raises(Refused, match="没有正在公开的信息"):
        returned(published, people)
    published.refresh_from_db()
    assert published.ground_received_on == today
    assert published.withdrawal_reason == REASON
    assert not published.stands
    assert faults() == []


def test_reason_says_nothing_private_and_what_is_down_is_not_pulled_twice(people, published):
    for reason, words in (("", "公开说明理由"), ("公开了王小芸的姓名", "不能含有")):
        with pytest.raises(Refused, match=words):
            pulled(published, people.first, reason)
    with pytest.raises(Refused, match="只有本机关的公示员"):
        pulled(published, people.head)
    pulled(published, people.first)
    with pytest.raises(Refused, match="不在公开"):
        pulled(published, people.second)


def test_what_was_proposed_already_is_what_is_confirmed(people, published):
    proposal = withdrawal_proposed(published, people)
    with pytest.raises(Refused, match="还在公开"):
        confirmed(published, people.second)
    pulled(published, people.second)
    assert waiting(published) == proposal


def test_publisher_pulls_and_a_second_one_confirms_on_their_pages(client, people, published):
    address = reverse("disclosure:pull", args=[published.public_id])
    client.force_login(people.first)
    assert address in client.get(reverse("disclosure:publication", args=[published.public_id])).content.decode()
    assert client.post(address, {"reason": REASON}).status_code == 302
    deliver()
    client.force_login(people.second)
    page = client.get(reverse("disclosure:publication", args=[published.public_id])).content.decode()
    assert "紧急撤下，等待另一人确认" in page
    approve = reverse("disclosure:approve_withdrawal", args=[waiting(published).public_id])
    assert approve in page
    assert client.post(approve, {"code": a_code(people.second)}).status_code == 302
    assert not WithdrawalProposal.objects.filter(decided_on=None).exists()


def test_what_was_pulled_stands_among_what_waits_for_a_second_person(client, people, published):
    pulled(published, people.first)
    client.force_login(people.second)
    listed = client.get(reverse("disclosure:withdrawals"), {"view": "proposed"}).content.decode()
    assert published.number in listed
    page = client.get(reverse("disclosure:publication", args=[published.public_id])).content.decode()
    assert "退回紧急撤下" in page
    refused = reverse("disclosure:return_withdrawal", args=[waiting(published).public_id])
    assert "退回紧急撤下" in client.get(refused).content.decode()
    client.force_login(people.first)
    page = client.get(reverse("disclosure:publication", args=[published.public_id])).content.decode()
    assert "收回紧急撤下的提议" in page

"""Where nobody here can tell whether a decision may be public, those who can are asked; it waits for their answer (D17)."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.builders.disclosure import a_publication, prepare, release, the_people
from yangguang.disclosure.use_cases.ask_ruling import ask_ruling
from yangguang.disclosure.use_cases.receive_ruling import receive_ruling
from yangguang.disclosure.use_cases.review_exemption import review_exemption
from yangguang.disclosure.use_cases.withhold_decision import withhold_decision
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D17"), pytest.mark.clause("GIR-2019:17.3")]
BUREAU = "示范县国家保密局"
PAPER = "示保函〔2026〕3号批复"


def asked(publication, by, **changes):
    told = {"asked_of": BUREAU, "questions": ["state_secret"]} | changes
    return ask_ruling(publication_id=publication.pk, actor=by, at=Moment.now(), **told)


def answered(publication, by, **changes):
    told = {"paper": PAPER, "received_on": clock.today(), "may_be_public": True} | changes
    return receive_ruling(publication_id=publication.pk, actor=by, at=Moment.now(), **told)


@pytest.mark.parametrize("state", ["", "prepared"])
def test_nothing_goes_on_until_the_answer_is_there(people, state):
    publication = a_publication(people, state=state)
    asked(publication, people.first)
    with pytest.raises(Refused, match="未完成保密审查，或者尚未确定能否公开") as refusal:
        prepare(publication, people)
    assert refusal.value.clauses == ("GIR-2019:17.3",)
    answered(publication, people.first)
    prepare(publication, people)
    release(publication, people)
    publication.refresh_from_db()
    assert publication.stands


def test_what_may_not_be_public_is_not_prepared_any_more(people, pending):
    asked(pending, people.first)
    answered(pending, people.second, may_be_public=False)
    with pytest.raises(Refused, match="主管部门确定不能公开"):
        prepare(pending, people)


def test_what_was_kept_back_and_may_be_opened_is_asked_about_anew(people, pending):
    asked(pending, people.first)
    answered(pending, people.second, may_be_public=False)
    told = {"publication_id": pending.pk, "actor": people.head, "at": Moment.now()}
    withhold_decision(ground="state_secret", reason="主管部门确定不能公开。", **told)
    review_exemption(outcome="opened", opinion="已经解密，重新报请。", **told)
    with pytest.raises(Refused, match="主管部门确定不能公开"):
        prepare(pending, people)
    asked(pending, people.first)
    with pytest.raises(Refused, match="正在等候批复"):
        asked(pending, people.first)
    answered(pending, people.first)
    with pytest.raises(Refused, match="不用再报请"):
        asked(pending, people.first)
    prepare(pending, people)
    release(pending, people)
    pending.refresh_from_db()
    assert pending.stands


def test_asking_and_answering_are_refused_out_of_turn(people, pending, published):
    with pytest.raises(Refused, match="没有等候批复的报请"):
        answered(pending, people.first)
    with pytest.raises(Refused, match="不用报请"):
        asked(published, people.first)
    with pytest.raises(Refused, match="只有本机关的公示员"):
        asked(pending, the_people().first)
    for changes, words in (
        ({"questions": []}, "哪一类"),
        ({"questions": ["x"]}, "哪一类"),
        ({"asked_of": " "}, "报请的部门"),
    ):
        with pytest.raises(Refused, match=words):
            asked(pending, people.first, **changes)
    asked(pending, people.first)
    with pytest.raises(Refused, match="正在等候批复"):
        asked(pending, people.first)
    for day in (date(2026, 1, 5), clock.today() + timedelta(days=1)):
        with pytest.raises(Refused, match="报请日和今天之间"):
            answered(pending, people.first, received_on=day)
    with pytest.raises(Refused, match="批复的名称"):
        answered(pending, people.first, paper="")


def test_publisher_asks_and_records_the_answer_on_the_pages(client, people, pending):
    client.force_login(people.first)
    shown = reverse("disclosure:publication", args=[pending.public_id])
    ask, receive = (
        reverse(f"disclosure:{name}", args=[pending.public_id]) for name in ("ask_ruling", "receive_ruling")
    )
    assert ask in client.get(shown).content.decode()
    assert client.post(ask, {"questions": ["state_secret"], "asked_of": BUREAU}).status_code == 302
    page = client.get(shown).content.decode()
    assert f"已报{BUREAU}确定能否公开" in page
    assert receive in page
    told = {"paper": PAPER, "received_on": clock.today().isoformat(), "may_be_public": "yes"}
    assert client.post(receive, told).status_code == 302
    assert f"{PAPER}：可以公开" in client.get(shown).content.decode()

"""Where nobody here can tell whether a decision may be public, those who can are asked; it waits for their answer (D17)."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.builders.catalogues import A_PDF
from tests.builders.disclosure import a_publication, prepare, release, the_people
from yangguang.desk.today.rows import day_of
from yangguang.disclosure.use_cases.ask_ruling import ask_ruling
from yangguang.disclosure.use_cases.receive_ruling import receive_ruling
from yangguang.disclosure.use_cases.review_exemption import review_exemption
from yangguang.disclosure.use_cases.withhold_decision import withhold_decision
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import documents_of, is_signed

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D17"), pytest.mark.clause("GIR-2019:17.3")]
BUREAU = "示范县国家保密局"
PAPER = "示保函〔2026〕3号批复"


def asked(publication, by, **changes):
    told = {"asked_of": BUREAU, "questions": ["state_secret"]} | changes
    return ask_ruling(publication_id=publication.pk, actor=by, at=Moment.now(), **told)


def answered(publication, by, **changes):
    told = {
        "paper": PAPER,
        "received_on": clock.today(),
        "may_be_public": True,
        "content": A_PDF,
        "file_name": "批复.pdf",
    }
    told |= changes
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
    for changes, words in (({"paper": ""}, "批复的名称"), ({"content": b""}, "没有附批复")):
        with pytest.raises(Refused, match=words):
            answered(pending, people.first, **changes)


def test_request_under_the_seal_and_the_answer_lie_in_the_side_volume(people, pending):
    asked(pending, people.first, questions=["state_secret", "trade_secret"])
    (request,) = documents_of(pending.case.public_id).filter(kind="ruling_request")
    words = str(request.sheet)
    for told in (f"{BUREAU}：", pending.number, "国家秘密、商业秘密", "《政府信息公开条例》第十七条第三款"):
        assert told in words
    assert (request.volume, "公请字〔2026〕第1号" in request.number) == ("side", True)
    answered(pending, people.first, may_be_public=False)
    (answer,) = documents_of(pending.case.public_id).filter(kind="ruling_answer")
    assert (answer.volume, is_signed(answer)) == ("side", True)
    assert "不能公开" in str(answer.sheet)


def next_for(account, publication):
    day = day_of(account)
    rows = [*day.overdue, *day.today, *day.soon, *day.later]
    return [row.what for row in rows if row.number == publication.number]


def test_today_tells_who_goes_on_while_others_are_asked_and_after_they_said_no(people, pending):
    assert next_for(people.first, pending) == ["编制公开文本"]
    asked(pending, people.first)
    assert next_for(people.second, pending) == ["登记能否公开的批复"]
    answered(pending, people.first, may_be_public=False)
    assert next_for(people.second, pending) == []
    assert next_for(people.head, pending) == ["决定不予公开"]
    with clock.frozen(clock.beijing(date(2027, 1, 20), 9)):
        assert next_for(people.head, pending) == ["决定不予公开"]


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
    assert "等候批复" in client.get(reverse("disclosure:queue")).content.decode()
    told = {"paper": PAPER, "received_on": clock.today().isoformat(), "may_be_public": "yes"}
    form = client.get(receive).content.decode()
    assert all(words in form for words in (BUREAU, "国家秘密"))
    assert "请填写批复存件" in client.post(receive, told).content.decode()
    told |= {"file": SimpleUploadedFile("批复.pdf", A_PDF)}
    assert client.post(receive, told).status_code == 302
    assert f"{PAPER}：可以公开" in client.get(shown).content.decode()

"""The clerk finds a voice on the day's list, takes it in hand, registers the lead; others see as much as is theirs."""

import io
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from tests.builders import cases as build
from tests.builders import custody
from tests.builders.directory import an_account, an_officer
from tests.builders.disclosure import a_publication, deliver, the_people
from tests.builders.voices import PNG, a_voice, kept
from yangguang.base import local_values
from yangguang.base.models import LedgerEntry
from yangguang.bulletin.api import voices
from yangguang.cases.models import Lead
from yangguang.desk.today.rows import day_of
from yangguang.disclosure.models import Publication
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused
from yangguang.voice.models import Voice
from yangguang.voice.plugs.letters import tell_as_of_today

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(client):
    account = an_account(role="window_clerk")
    client.force_login(account)
    return account


def url(voice, name="voice", *args):
    return reverse(f"voice:{name}", args=[voice.public_id, *args])


def text(response):
    return response.content.decode()


def test_clerk_finds_it_on_the_days_list_and_takes_it_in_hand(client, clerk):
    voice = a_voice(clerk.body, files=[PNG])
    day = day_of(clerk)
    assert [row.number for row in [*day.soon, *day.later] if row.what == "认领网上来件"] == [voice.receipt]
    page = text(client.get(url(voice)))
    assert "宏远" in page
    assert "万春山" not in page
    assert client.get(url(voice, "file", 0)).status_code == 404
    assert client.post(url(voice, "act", "keep"), {"once": ""}).status_code == 302
    page = text(client.get(url(voice)))
    assert "万春山" in page
    assert "5个工作日" in page
    shown = client.get(url(voice, "file", 0))
    assert shown.content == PNG
    assert "sandbox" in shown["Content-Security-Policy"]
    assert LedgerEntry.objects.filter(label="导出", subject_ref=voice.public_id).exists()


def test_lead_is_registered_from_the_form_as_it_stands(client, clerk):
    voice = kept(a_voice(clerk.body, files=[PNG]), clerk)
    page = client.get(url(voice, "take"))
    form = page.context["form"]
    data = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "")}
    done = client.post(url(voice, "take"), data)
    assert done.status_code == 302, page.context["form"].errors
    lead = Lead.objects.get()
    assert done.url == reverse("cases:lead", args=[lead.public_id])
    assert (lead.complaint.amount_fen, lead.informants.count()) == (3660000, 2)
    assert f"网上来件 {voice.receipt}" in text(client.get(done.url))
    assert lead.number in text(client.get(url(voice)))
    assert client.get(url(voice, "take")).status_code == 404


def test_form_of_the_lead_asks_for_no_day_and_takes_none(client, clerk):
    voice = kept(a_voice(clerk.body, on=clock.today() - timedelta(days=9)), clerk)
    form = client.get(url(voice, "take")).context["form"]
    assert "occurred_at" not in form.fields
    data = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "")}
    typed = clock.today() - timedelta(days=2)
    assert client.post(url(voice, "take"), data | {"occurred_at": f"{typed}T09:00"}).status_code == 302
    assert Lead.objects.get().received_on == voice.received_on


@pytest.mark.parametrize("role", ["unit_head", "agency_head"])
def test_head_is_offered_nothing_that_is_forbidden_and_claims_no_lead(client, clerk, role):
    head = an_account(role=role, body=clerk.body)
    voice, question = a_voice(clerk.body), a_voice(clerk.body, "question")
    client.force_login(head)
    assert url(voice, "act", "keep") not in text(client.get(url(voice)))
    assert url(question, "act", "keep") in text(client.get(url(question)))
    with pytest.raises(Refused, match="由窗口人员或者承办人认领"):
        kept(voice, head)
    Voice.objects.filter(pk=voice.pk).update(keeper=head)  # as it could be before
    page = text(client.get(url(voice)))
    assert url(voice, "take") not in page
    offered = re.findall(rf'href="({url(voice, "act", "x")[:-2]}[^"]+)"', page)
    assert [client.get(one).status_code for one in offered] == [200, 200]
    client.force_login(clerk)
    assert url(kept(voice, clerk), "take") in text(client.get(url(voice)))


def test_colleague_sees_the_matter_without_who_wrote(client, clerk):
    voice = kept(a_voice(clerk.body, files=[PNG]), an_account(role="case_handler", body=clerk.body))
    page = text(client.get(url(voice)))
    assert "宏远" in page
    for secret in ("万春山", "13900001111", "邓长顺"):
        assert secret not in page
    form = text(client.get(url(voice, "take")))
    assert "宏远" in form
    assert "万春山" not in form
    assert client.get(url(voice, "act", "answer")).status_code == 404


def test_complaint_about_a_decision_is_hidden_from_who_made_the_case_and_from_the_window(client, clerk):
    people = the_people(clerk.body)
    publication = a_publication(people, state="published")
    handler = an_account(role="unit_head", body=clerk.body)
    publication.case.assignments.create(
        officer=an_officer(body=clerk.body, account=handler), position=9, starts_on=clock.today()
    )
    voice = a_voice(clerk.body, "conduct", notice_ref=publication.notice_ref)
    assert voice.decision == publication.decision
    for account, wanted in ((clerk, 404), (handler, 404), (people.head, 200)):
        client.force_login(account)
        assert client.get(url(voice)).status_code == wanted
        assert (voice.receipt in text(client.get(reverse("voice:voices")))) == (wanted == 200)


def test_complaint_about_a_seizure_is_hidden_from_whoever_handles_the_case(client):
    measure = custody.a_measure()
    deliver()
    publication = Publication.objects.get(paper__public_id=measure.document_ref)
    handler, head = build.handler_of(measure.case), build.person_of(measure.case.body, "agency_head")
    voice = a_voice(measure.case.body, "conduct", notice_ref=publication.notice_ref)
    for account, wanted in ((handler, 404), (head, 200)):
        client.force_login(account)
        answer = client.get(url(voice))
        assert answer.status_code == wanted
        assert (measure.number.partition("第")[2] in text(answer)) == (wanted == 200)
    client.force_login(head)
    assert measure.number.partition("第")[2] in text(client.get(reverse("voice:voices")))


def test_supervisor_finds_what_is_late_asks_for_an_answer_and_the_head_sees_that(client, county):
    local_values.set_value("voice_answer_workdays", 5, chain=county.body.public_id, source="示政办发〔2026〕1号",
                           in_force=clock.today() - timedelta(days=90), by_name="何管理")  # fmt: skip
    head = an_account(role="agency_head", body=county.body)
    voice = a_voice(county.body, "conduct", on=clock.today() - timedelta(days=30))
    assert [row.number for row in day_of(county.supervisor).overdue] == [voice.receipt]
    client.force_login(county.supervisor)
    assert "逾期" in text(client.get(reverse("voice:voices")))
    page = text(client.get(url(voice)))
    assert "示政办发〔2026〕1号" in page
    assert "卢志远" not in page
    assert client.get(url(voice, "supervise", "answer")).status_code == 404
    assert url(voice, "supervise", "press") in page
    assert client.post(url(voice, "supervise", "press"), {"words": "请在三日内答复。"}).status_code == 302
    client.force_login(head)
    assert "请在三日内答复。" in text(client.get(url(voice)))
    assert [row.under for row in day_of(head).overdue if row.number == voice.receipt] == ["监督机关要求答复"]


def test_refused_answer_loses_nothing_typed(client, clerk):
    voice = kept(a_voice(clerk.body, "question", phone="13900004444"), clerk)
    page = text(client.post(url(voice, "act", "answer"), {"reply": "请打13900004444。"}))
    assert "不能写提出人" in page
    assert "请打13900004444。" in page


def test_numbers_tell_how_many_and_how_many_in_time_and_nobody(client, clerk):
    voice = kept(a_voice(clerk.body), clerk)
    a_voice(clerk.body, "question")
    form = client.get(url(voice, "take")).context["form"]
    client.post(url(voice, "take"), {n: form[n].value() for n in form.fields if form[n].value() not in (None, "")})
    tell_as_of_today()
    rows = {one.kind: (one.received, one.settled, one.with_term, one.in_time) for one in voices.voice_counts()}
    assert rows == {"question": (1, 0, 0, 0), "wages": (1, 1, 1, 1)}
    assert "1 / 1" in text(client.get(reverse("voice:numbers")))
    assert "1 / 1" in text(client.get("/voice/"))
    assert tell_as_of_today() == 0


def test_list_goes_out_as_a_sheet_without_who_wrote(client, clerk):
    voice = a_voice(clerk.body)
    sheet = client.get(reverse("voice:voices"), {"format": "xlsx"}).content
    rows = CalamineWorkbook.from_filelike(io.BytesIO(sheet)).get_sheet_by_index(0).to_python()
    assert any(voice.receipt in row for row in rows)
    assert "万春山" not in str(rows)


def counted(client, address):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_pages_ask_a_bounded_number_of_questions(client, clerk):
    first = kept(a_voice(clerk.body), clerk)
    few = counted(client, reverse("voice:voices"))
    for number in range(6):
        a_voice(clerk.body, "wages" if number % 2 else "question")
    deliver()
    many = counted(client, reverse("voice:voices"))
    assert many <= few + 1
    assert many <= 34
    assert counted(client, url(first)) <= 34
    assert counted(client, reverse("voice:numbers")) <= 34

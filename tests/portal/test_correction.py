"""A citizen says on a public page what is wrong with it, keeps a number, and reads the answer under it."""

import re

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.builders.disclosure import a_publication, deliver, withdraw
from tests.builders.typed import HOSTILE, MARKUP
from yangguang.bulletin.models import Letter
from yangguang.disclosure import letter_box
from yangguang.disclosure.models import Objection
from yangguang.disclosure.use_cases.answer_objection import answer_objection
from yangguang.kernel.moment import Moment

pytestmark = [pytest.mark.django_db, pytest.mark.clause("GIR-2019:41")]
TYPED = {
    "relation": "party",
    "wrong": "罚款数额写错了",
    "wanted": "应为2万元",
    "name": "卢志远",
    "contact": "13900001111",
}


@pytest.fixture
def published(people):
    letter_box.announce_key()
    return a_publication(people, state="published")


def form_on(client, publication):
    page = client.get(f"/correction/?n={publication.notice_ref}").content.decode()
    return re.search(r'name="once" value="([a-z2-7]{26})"', page)[1]


def post(client, publication, **given):
    values = TYPED | {"n": publication.notice_ref, "once": form_on(client, publication)} | given
    return client.post("/correction/", values)


def text(response):
    return response.content.decode()


def test_citizen_objects_and_reads_the_answer_under_the_number(client, people, published):
    sent = post(client, published)
    assert sent.status_code == 302
    assert "已收到" in text(client.get(sent.url))
    letter_box.collect()
    assert "机关核实中" in text(client.get(sent.url))
    answer_objection(objection_id=Objection.objects.get().pk, outcome="not_corrected", reply="与决定书一致。",
                     remedies="可以依法申请行政复议。", actor=people.first, at=Moment.now())  # fmt: skip
    deliver()
    shown = text(client.get(sent.url))
    assert "不予更正" in shown
    assert "与决定书一致。" in shown
    assert "卢志远" not in shown


def test_objection_never_reaches_the_database_of_the_agency(client, published):
    slip = form_on(client, published)
    with CaptureQueriesContext(connections["default"]) as asked:
        sent = client.post("/correction/", TYPED | {"n": published.notice_ref, "once": slip})
        client.get(sent.url)
    assert [query["sql"] for query in asked.captured_queries] == []


def test_same_form_sent_twice_has_one_number(client, published):
    slip = form_on(client, published)
    assert post(client, published, once=slip).url == post(client, published, once=slip).url


def test_nothing_is_kept_in_a_cache(client, published):
    sent = post(client, published)
    for address in (f"/correction/?n={published.notice_ref}", sent.url):
        assert client.get(address)["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("hostile", [*HOSTILE[:12], "字" * 1001, "\0", "甲\u202e乙"])
def test_whatever_is_typed_is_kept_in_the_form_or_sealed_never_a_crash(client, published, hostile):
    answer = post(client, published, wrong=hostile)
    assert answer.status_code in {200, 302}
    if answer.status_code == 200:
        assert Letter.objects.count() == 0
        assert "卢志远" in text(answer)


def test_markup_typed_is_shown_as_text_at_the_desk(client, people, published):
    post(client, published, wrong=MARKUP, name=MARKUP[:60])
    letter_box.collect()
    client.force_login(people.first)
    page = text(client.get(f"/desk/publications/objections/{Objection.objects.get().public_id}/"))
    assert MARKUP not in page
    assert "&lt;" in page


@pytest.mark.parametrize(
    "given",
    [
        {"n": "z" * 26},
        {"n": "' OR 1=1"},
        {"n": ""},
        {"n": "\0"},
        {"once": "../../x"},
        {"once": ""},
        {"relation": "chief"},
        {"name": ""},
    ],
)
def test_made_up_form_leaves_nothing_behind(client, published, given):
    assert post(client, published, **given).status_code == 200
    assert not Letter.objects.exists()


def test_form_from_another_site_is_refused(published):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/correction/", TYPED | {"n": published.notice_ref, "once": "a" * 26}).status_code == 403
    assert not Letter.objects.exists()


def test_file_and_fields_nobody_asked_for_are_not_taken(client, published):
    from django.core.files.uploadedfile import SimpleUploadedFile

    upload = SimpleUploadedFile("x.svg", b"<svg onload=alert(1)>")
    assert post(client, published, status="answered", reply="假的", receipt="a" * 12, file=upload).status_code == 302
    letter = Letter.objects.get()
    assert (letter.status, letter.reply) == ("received", "")
    assert letter.receipt != "a" * 12


def test_too_many_from_one_address_are_told_whom_to_turn_to_and_lose_no_word(client, published, settings):
    settings.LETTERS_FROM_ONE_ADDRESS = 1
    assert post(client, published).status_code == 302
    refused = post(client, published)
    assert refused.status_code == 200
    assert "您提交得太多了" in text(refused)
    assert "罚款数额写错了" in text(refused)


def test_what_was_withdrawn_can_still_be_objected_to(client, people, published):
    withdraw(published, people)
    assert post(client, published).status_code == 302


def test_without_the_key_of_the_desk_there_is_guidance_and_no_form(client, people):
    page = text(client.get(f"/correction/?n={a_publication(people, state='published').notice_ref}"))
    assert "向公开它的机关提出" in page
    assert 'name="once"' not in page


@pytest.mark.parametrize("typed", ["", "zzzzzzzzzzzz", "%00", "' OR 1=1 --", "a" * 500])
def test_number_nobody_was_given_tells_nothing(client, published, typed):
    post(client, published)
    page = text(client.get(f"/correction/receipt/?r={typed}"))
    assert "办理机关" not in page

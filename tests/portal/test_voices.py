"""A citizen complains, reports and asks on the public site, keeps a number, and reads the answer under it."""

import re
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.builders.directory import an_account, an_officer
from tests.builders.disclosure import a_publication, deliver, the_people
from tests.builders.typed import HOSTILE, MARKUP
from tests.builders.voices import PNG, a_public_body, kept
from yangguang.base.components.texts import cn_date
from yangguang.bulletin.models import PublicVoice
from yangguang.disclosure.api import announce_key
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.voice import letter_box
from yangguang.voice.models import Voice
from yangguang.voice.sealing import unseal
from yangguang.voice.use_cases.answer_voice import answer_voice

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D07"), pytest.mark.clause("LSR-2004:9.1")]
ASKED = {"account": "非全日制用工要不要签合同？", "name": "卢志远", "phone": "13900004444", "consent": "on"}
WAGES = {
    "side": "complaint", "employer_name": "示范县宏远建筑劳务有限公司", "employer_address": "东风路工地",
    "account": "做木工七个月，只付过一次。",
    "requests": "支付拖欠的工资。", "workers_count": "3", "amount": "3.66万元",
    "began_on": "2026-03-01", "ended_on": "", "name": "万春山",
    "phone": "13900001111", "person_id": "", "representatives": "邓长顺 13900002222\n郭玉梅", "workers": "万春山 12000\n邓长顺 12600",
    "consent": "on",
}  # fmt: skip


@pytest.fixture
def clerk():
    announce_key()
    account = an_account(role="window_clerk")
    a_public_body(account.body)
    return account


def given_out(client, address):
    page = client.get(address).content.decode()
    return {name: re.search(rf'name="{name}" value="([^"]+)"', page)[1] for name in ("once", "stamp")}


def send(client, clerk, kind="question", *, after=10, **given):
    values = (WAGES if kind == "wages" else ASKED) | {"body": clerk.body.public_id}
    values |= given_out(client, f"/voice/{kind}/") | given
    with clock.frozen(clock.now() + timedelta(seconds=after)):
        return client.post(f"/voice/{kind}/", values)


def text(response):
    return response.content.decode()


def receipt_of(response):
    page = text(response)
    assert "已经提交" in page, re.findall(r'class="field-error".*?</div>|<li>.*?</li>', page)
    return [re.search(rf"data-{name}>([^<]+)<", page)[1] for name in ("receipt", "code")]


def standing(client, receipt, proof):
    response = client.post("/voice/standing/", {"receipt": receipt, "proof": proof})
    assert response["Cache-Control"] == "private, no-store"
    return text(response)


def test_citizen_asks_and_reads_the_answer_under_the_number(client, clerk, settings):
    receipt, code = receipt_of(send(client, clerk))
    assert "已提交，等待机关收取" in standing(client, receipt, code)
    letter_box.collect()
    deliver()
    assert "已收到，正在审查" in standing(client, receipt, "4444")
    answer_voice(voice_id=kept(Voice.objects.get(), clerk).pk, reply="可以订立口头协议。", actor=clerk, at=Moment.now())
    deliver()
    shown = standing(client, receipt, code)
    assert "可以订立口头协议。" in shown
    assert f"{cn_date(clock.today() + settings.VOICE_KEPT)}，要留存的" in shown
    for secret in ("卢志远", "13900004444", "非全日制"):
        assert secret not in shown


def test_many_workers_complain_with_representatives_and_photographs(client, clerk):
    photos = [SimpleUploadedFile(f"欠条{n}.png", PNG) for n in range(2)]
    receipt_of(send(client, clerk, "wages", enclosures=photos))
    letter_box.collect()
    voice = Voice.objects.get()
    writer = unseal(voice.sealed)
    assert (voice.workers_count, voice.amount_fen, voice.files.count()) == (3, 3660000, 2)
    assert writer.representatives == (("邓长顺", "", "13900002222"), ("郭玉梅", "", ""))
    assert "万春山 12000" in writer.workers


def test_what_is_sent_never_reaches_the_database_of_the_agency(client, clerk):
    with CaptureQueriesContext(connections["default"]) as asked:
        receipt, code = receipt_of(send(client, clerk))
        standing(client, receipt, code)
    assert [query["sql"] for query in asked.captured_queries] == []


def test_nobody_who_reads_the_public_store_reads_what_was_sent(client, clerk):
    receipt_of(send(client, clerk, "wages"))
    row = str(PublicVoice.objects.values().get())
    for word in ("万春山", "13900001111", "木工", "宏远"):
        assert word not in row


@pytest.mark.parametrize(
    ("receipt", "proof"), [("", ""), ("zzzzzzzzzzzz", "123456"), (None, "000000"), (None, "9999"), ("' OR 1=1", "0000")]
)
def test_number_nobody_was_given_and_wrong_code_get_the_same_page(client, clerk, receipt, proof):
    known, _ = receipt_of(send(client, clerk))
    page = standing(client, receipt if receipt is not None else known, proof)
    assert "办理机关" not in page
    if receipt != "":
        assert "没有查到" in page


def test_asking_too_often_is_refused_known_or_not(client, clerk, settings):
    settings.PROGRESS_ABOUT_ONE_NUMBER_FROM_ONE_ADDRESS = 1
    receipt, code = receipt_of(send(client, clerk))
    standing(client, receipt, "000000")
    assert "查询得太多了" in standing(client, receipt, code)


class TestGuard:
    """Against machines: it fails closed, in words, and loses nothing typed."""

    @pytest.mark.parametrize(("given", "words"), [
        ({"after": 1}, "填写得太快"), ({"after": 13 * 3600}, "打开得太久"), ({"stamp": ""}, "不完整"), ({"once": ""}, "不完整"),
        ({"stamp": "1.00"}, "不完整"), ({"once": "a" * 26}, "不完整"),
        ({"homepage": "http://x"}, "清空"), ({"consent": ""}, "勾选同意"),
    ])  # fmt: skip
    def test_form_a_machine_would_send_is_refused_in_words(self, client, clerk, given, words):
        answer = send(client, clerk, **given)
        assert answer.status_code == 200
        assert words in text(answer)
        assert "卢志远" in text(answer)
        assert not PublicVoice.objects.exists()

    def test_person_whose_form_lay_too_long_sends_it_once_more(self, client, clerk):
        page = text(send(client, clerk, after=13 * 3600))
        fresh = {name: re.search(rf'name="{name}" value="([^"]+)"', page)[1] for name in ("once", "stamp")}
        with clock.frozen(clock.now() + timedelta(hours=13, minutes=5)):
            receipt_of(client.post("/voice/question/", ASKED | {"body": clerk.body.public_id} | fresh))

    @pytest.mark.parametrize(("setting", "words"), [
        ("VOICES_FROM_ONE_ADDRESS", "提交得太多"), ("VOICES_TO_ONE_BODY", "来件太多"), ("VOICES_WAITING_AT_MOST", "提交的人太多"),
    ])  # fmt: skip
    def test_too_many_are_told_whom_to_turn_to_and_lose_no_word(self, client, clerk, settings, setting, words):
        setattr(settings, setting, 1)
        receipt_of(send(client, clerk))
        refused = text(send(client, clerk))
        assert words in refused
        assert "非全日制用工要不要签合同？" in refused

    def test_same_form_sent_twice_has_one_number(self, client, clerk):
        once = given_out(client, "/voice/question/")
        assert receipt_of(send(client, clerk, **once)) == receipt_of(send(client, clerk, **once))

    def test_form_from_another_site_is_refused(self, clerk):
        assert Client(enforce_csrf_checks=True).post("/voice/question/", ASKED).status_code == 403

    def test_large_bodies_are_refused_elsewhere_and_still_bounded_here(self, client, clerk, settings):
        settings.MOST_BYTES_OF_STRANGERS, settings.MOST_BYTES_OF_VOICES = 10, 4000
        assert client.post("/progress/", {"number": "甲" * 50}).status_code == 413
        assert client.post("/voice/question/", ASKED).status_code == 200
        assert client.post("/voice/question/", ASKED | {"account": "甲" * 4000}).status_code == 413


@pytest.mark.parametrize(("name", "content", "words"), [
    ("坏.exe", b"MZ\x90\x00", "不符"), ("坏.jpg", b"<svg onload=alert(1)>", "不符"), ("坏.png", b"", "空"),
    ("坏.pdf", b"%PDF-1.4\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF", "会自动运行"),
    ("坏.pdf", PNG, "不符"), ("坏.html", b"<html><script>1</script></html>", "不符"), ("大.png", PNG + b"0" * 7 * 1024 * 1024, "超过"),
    ("../../坏.php.png", b"<?php 1;", "不符"), ("坏.xlsx", b"PK\x03\x04xl/workbook.xml", "不符"),
])  # fmt: skip
def test_hostile_enclosure_is_refused_and_nothing_is_kept(client, clerk, name, content, words):
    answer = send(client, clerk, enclosures=[SimpleUploadedFile(name, content)])
    assert words in text(answer)
    assert not PublicVoice.objects.exists()
    assert "卢志远" in text(answer)


def test_more_enclosures_than_may_be_are_refused(client, clerk, settings):
    settings.VOICE_FILES = 1
    answer = send(client, clerk, enclosures=[SimpleUploadedFile(f"{n}.png", PNG) for n in range(2)])
    assert "最多1个附件" in text(answer)


@pytest.mark.parametrize("hostile", [*HOSTILE[:12], "字" * 4001, "\0", "甲\u202e乙", MARKUP])
def test_whatever_is_typed_is_kept_in_the_form_or_sealed_never_a_crash(client, clerk, hostile):
    answer = send(client, clerk, account=hostile)
    assert answer.status_code == 200
    if "已经提交" not in text(answer):
        assert not PublicVoice.objects.exists()
        assert "卢志远" in text(answer)


@pytest.mark.parametrize(("given", "field"), [
    ({"name": ""}, "写明姓名"), ({"phone": "老板知道"}, "电话号码不对"), ({"requests": ""}, "要求什么"), ({"amount": "很多"}, "金额"),
    ({"person_id": "123"}, "身份证"), ({"began_on": "2027-01-01"}, "晚于今天"), ({"workers_count": "1"}, "多于填写的人数"),
    ({"account": "我是万春山，做木工。"}, "为您保密"), ({"body": "z" * 26}, "请从列表中选择"),
    ({"representatives": "甲 乙 丙 丁"}, "第1行"),
    ({"representatives": "邓长顺\n" + "邓长顺、" * 18}, "第2行有一项超过60个字。每行写一名"),
    ({"workers_count": "x"}, "请填写人数"), ({"workers": "甲 1\n" * 201, "workers_count": "300"}, "名单最多"),
])  # fmt: skip
def test_complaint_with_something_wrong_says_where_and_keeps_the_rest(client, clerk, given, field):
    page = text(send(client, clerk, "wages", **given))
    assert field in page
    assert "东风路工地" in page
    assert not PublicVoice.objects.exists()


def test_tip_off_needs_no_name(client, clerk):
    receipt_of(
        send(client, clerk, "wages", side="tip_off", name="", phone="", requests="", representatives="", workers="")
    )


class TestAbout:
    """Coming from the page of an officer or a decision."""

    def test_officer_is_known_from_the_certificate_and_named_to_the_desk(self, client, clerk):
        officer = an_officer(body=clerk.body, named="王海涛")
        deliver()
        number = officer.certificates.get().number
        page = text(client.get(f"/officers/{officer.public_id}"))
        assert f"/voice/conduct/?n={quote(number)}" in page
        shown = text(client.get(f"/voice/conduct/?n={quote(number)}"))
        assert "王海涛" in shown
        assert 'name="body"' not in shown
        receipt_of(send(client, clerk, "conduct", n=number))
        letter_box.collect()
        assert Voice.objects.get().officer == officer

    def test_decision_is_known_from_its_page(self, client):
        publication = a_publication(the_people(), state="published")
        announce_key()
        assert f"/voice/conduct/?d={publication.notice_ref}" in text(client.get(f"/decisions/{publication.notice_ref}"))
        a_public_body(publication.body)
        values = (
            ASKED | given_out(client, f"/voice/conduct/?d={publication.notice_ref}") | {"d": publication.notice_ref}
        )
        with clock.frozen(clock.now() + timedelta(seconds=10)):
            receipt_of(client.post("/voice/conduct/", values))
        letter_box.collect()
        assert Voice.objects.get().decision == publication.decision

    @pytest.mark.parametrize("given", [{"n": "没有这个证"}, {"d": "z" * 26}, {"d": "' OR 1"}, {"n": "\0"}])
    def test_made_up_number_is_about_nobody(self, client, clerk, given):
        answer = send(client, clerk, "conduct", **given)
        assert "您要说的是" not in text(answer)
        letter_box.collect()
        assert not Voice.objects.exclude(officer=None, decision=None).exists()


def test_without_the_key_of_the_desk_there_is_guidance_and_no_form(client):
    page = text(client.get("/voice/question/"))
    assert "请打电话或者到窗口提出" in page
    assert 'name="stamp"' not in page

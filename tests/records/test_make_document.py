"""Documents take their number in the act and are rendered after it."""

from datetime import date

import pytest
from django.db import transaction

from tests.builders.directory import a_body, an_account
from yangguang.base import numbers, outbox, vault
from yangguang.base.models import IssuedNumber
from yangguang.base.press.blocks import DocumentNumber, paragraph
from yangguang.base.press.reading import text_of_pdf
from yangguang.base.press.sheet import Sheet
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import Document, make_document, void_document

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 18)


@pytest.fixture
def body():
    return a_body()


@pytest.fixture
def author(body):
    return an_account(body=body)


def _make(body, author, **changes):
    sheet = Sheet(title="行政处罚决定书", blocks=(DocumentNumber(""), paragraph("经查明，事实如下。")), dated_on=DAY)
    values = {"kind": "penalty_decision", "title": "行政处罚决定书", "number_kind": "监罚"} | changes
    return make_document(
        sheet=sheet, body=body, file_ref="a" * 26, dated_on=DAY, actor=author, at=Moment.now(), **values
    )


def test_documents_of_a_series_are_numbered_without_gaps(body, author):
    first, second = _make(body, author), _make(body, author)
    assert first.number == f"{body.mark}监罚字〔2026〕第1号"
    assert second.number == f"{body.mark}监罚字〔2026〕第2号"
    assert list(numbers.faults()) == []


def test_a_number_of_an_act_that_failed_is_given_again(body, author):
    @transaction.atomic
    def an_act_that_fails():
        _make(body, author)
        raise RuntimeError("the act failed")

    with pytest.raises(RuntimeError):
        an_act_that_fails()
    assert _make(body, author).number.endswith("第1号")


def test_a_document_is_rendered_after_the_act(body, author):
    made = _make(body, author)
    assert made.pdf is None
    outbox.deliver_all()
    rendered = Document.objects.get(pk=made.pk)
    text = text_of_pdf(vault.read(rendered.pdf))
    assert rendered.number in text
    assert "经查明" in text
    assert rendered.pages == 1


def test_a_voided_number_stays_with_its_reason(body, author):
    made = _make(body, author)
    void_document(document_id=made.pk, reason="当事人名称写错", actor=author, at=Moment.now())
    number = IssuedNumber.objects.get(subject_ref=made.public_id)
    assert number.void_reason == "当事人名称写错"
    assert _make(body, author).number.endswith("第2号")


def test_voiding_without_a_reason_is_refused(body, author):
    made = _make(body, author)
    with pytest.raises(Refused, match="写明原因"):
        void_document(document_id=made.pk, reason=" ", actor=author, at=Moment.now())

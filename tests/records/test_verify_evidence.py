"""Evidence founds a decision once verified; what was obtained unlawfully is excluded and stays in the file."""

from datetime import date

import pytest

from tests.builders.directory import a_body, an_account
from yangguang.base.models import LedgerEntry
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import Evidence, EvidenceKind, add_evidence, exclude_evidence, verify_evidence

pytestmark = pytest.mark.django_db


@pytest.fixture
def handler():
    return an_account(body=a_body(), named="陈立")


@pytest.fixture
def evidence(handler):
    return add_evidence(
        body=handler.body, file_ref="a" * 26, kind=EvidenceKind.DOCUMENTARY, name="考勤表", source="某公司人事部",
        proves="每周工作六十小时", obtained_on=date(2026, 11, 17), collector_names=["王海涛", "陈立"], actor=handler,
        at=Moment.now(),
    )  # fmt: skip


def verified(evidence, handler, words="与打卡机导出的记录核对一致"):
    return verify_evidence(evidence_id=evidence.pk, verification=words, actor=handler, at=Moment.now())


def excluded(evidence, handler, words="未经同意翻拍手机取得"):
    return exclude_evidence(evidence_id=evidence.pk, reason=words, actor=handler, at=Moment.now())


@pytest.mark.clause("APL-2021:46.2")
def test_verified_evidence_says_who_checked_it_when_and_how(evidence, handler):
    verified(evidence, handler)
    kept = Evidence.objects.get(pk=evidence.pk)
    assert kept.verified_on == Moment.now().day
    assert kept.verified_by_name == handler.name
    assert kept.verification == "与打卡机导出的记录核对一致"
    assert LedgerEntry.objects.get(event="EvidenceVerified").facts["verification"] == kept.verification


@pytest.mark.clause("APL-2021:46.2")
def test_verification_without_words_is_refused(evidence, handler):
    with pytest.raises(Refused) as refused:
        verified(evidence, handler, " ")
    assert refused.value.field == "verification"
    assert Evidence.objects.get(pk=evidence.pk).verified_on is None


@pytest.mark.clause("APL-2021:46.3")
def test_excluded_evidence_stays_in_the_file_with_its_reason(evidence, handler):
    excluded(evidence, handler)
    kept = Evidence.objects.get(pk=evidence.pk)
    assert (kept.excluded_on, kept.exclusion_reason) == (Moment.now().day, "未经同意翻拍手机取得")
    assert LedgerEntry.objects.get(event="EvidenceExcluded").file_ref == "a" * 26


@pytest.mark.clause("APL-2021:46.3")
def test_exclusion_without_a_reason_is_refused(evidence, handler):
    with pytest.raises(Refused) as refused:
        excluded(evidence, handler, "")
    assert refused.value.field == "reason"
    assert Evidence.objects.get(pk=evidence.pk).excluded_on is None


@pytest.mark.clause("APL-2021:46.3")
def test_excluded_evidence_cannot_be_verified_afterwards(evidence, handler):
    excluded(evidence, handler)
    with pytest.raises(Refused, match="已经排除"):
        verified(evidence, handler)


def test_evidence_is_excluded_once_and_its_first_reason_stands(evidence, handler):
    excluded(evidence, handler)
    with pytest.raises(Refused, match="已经排除"):
        excluded(evidence, handler, "另一个理由")
    assert Evidence.objects.get(pk=evidence.pk).exclusion_reason == "未经同意翻拍手机取得"

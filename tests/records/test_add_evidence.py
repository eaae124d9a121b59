"""Evidence enters the file with its source, two collectors and the fingerprint of what was handed in."""

import hashlib
from datetime import date, timedelta

import pytest

from tests.builders.cases import PAGE
from tests.builders.directory import a_body, an_account
from yangguang.base import vault
from yangguang.base.models import LedgerEntry
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import Evidence, EvidenceKind, add_evidence

pytestmark = pytest.mark.django_db
FILE = "a" * 26


@pytest.fixture
def body():
    return a_body()


def added(body, **changes):
    values = {
        "kind": EvidenceKind.DOCUMENTARY, "name": " 考勤表 ", "source": " 某公司人事部 ", "proves": "每周工作六十小时",
        "obtained_on": date(2026, 11, 17), "collector_names": ["王海涛", "陈立"],
    } | changes  # fmt: skip
    return add_evidence(body=body, file_ref=FILE, actor=an_account(body=body), at=Moment.now(), **values)


def refusal_of(body, **changes):
    with pytest.raises(Refused) as refused:
        added(body, **changes)
    assert not Evidence.objects.exists()
    assert not LedgerEntry.objects.filter(event="EvidenceAdded").exists()
    return refused.value


@pytest.mark.clause("APL-2021:46.1")
def test_evidence_keeps_what_came_from_whom_and_the_ledger_its_fingerprint(body):
    evidence = Evidence.objects.get(pk=added(body, content=PAGE, file_name="考勤表.pdf", original=True).pk)
    assert (evidence.name, evidence.source, evidence.collector_names) == ("考勤表", "某公司人事部", ["王海涛", "陈立"])
    assert evidence.original
    assert vault.read(evidence.blob) == PAGE
    line = LedgerEntry.objects.get(event="EvidenceAdded")
    assert line.file_ref == FILE
    assert line.facts["digest"] == hashlib.sha256(PAGE).hexdigest()


def test_evidence_that_is_a_thing_needs_no_file(body):
    assert added(body, kind=EvidenceKind.PHYSICAL, name="工牌").blob is None


@pytest.mark.clause("APL-2021:54.1")
def test_evidence_without_a_source_is_refused(body):
    refused = refusal_of(body, source=" \u3000")
    assert (refused.field, refused.clause) == ("source", "APL-2021:54.1")


@pytest.mark.clause("APL-2021:42.1")
@pytest.mark.parametrize("names", [[], ["王海涛"], ["王海涛", "王海涛"]])
def test_evidence_collected_by_fewer_than_two_officers_is_refused(body, names):
    assert refusal_of(body, collector_names=names).clause == "APL-2021:42.1"


def test_evidence_obtained_today_enters_the_file_but_none_of_tomorrow(body):
    today = Moment.now().day
    assert refusal_of(body, obtained_on=today + timedelta(days=1)).field == "obtained_on"
    assert added(body, obtained_on=today).obtained_on == today


def test_evidence_whose_file_is_not_what_its_name_says_is_refused(body):
    assert "种类不符" in refusal_of(body, content=b"<script>alert(1)</script>", file_name="考勤表.pdf").reason

"""`yangguang verify` names cases, decisions and numbers whose record somebody took away."""

import pytest

from tests.builders.cases import a_decided_case
from tests.guards import somebody_at_the_database, take_away
from yangguang.base import verifying
from yangguang.base.models import IssuedNumber, LedgerEntry, LedgerHead, NumberSeries

pytestmark = pytest.mark.django_db


def faults(*names):
    return [fault for _, _, found in verifying.run(set(names)) for fault in found]


@pytest.fixture
def case():
    case = a_decided_case()
    assert faults("case_numbers", "document_numbers", "decisions_on_record", "ledger", "numbers") == []
    return case


def test_numbers_deleted_together_with_their_series_are_found(case):
    with somebody_at_the_database():
        IssuedNumber.objects.filter(text=case.number).delete()
        NumberSeries.objects.exclude(pk__in=IssuedNumber.objects.values("series")).delete()
    assert faults("numbers") == []
    assert faults("case_numbers") == [f"文号 {case.number}：在用，但没有取号记录"]
    with somebody_at_the_database():
        IssuedNumber.objects.all().delete()
        NumberSeries.objects.all().delete()
    assert case.decisions.get().number in "".join(faults("document_numbers"))


def test_number_given_to_another_paper_is_found(case):
    number = case.decisions.get().number
    with somebody_at_the_database():
        IssuedNumber.objects.filter(text=number).update(subject_ref="a" * 26)
    assert len(faults("document_numbers")) == 2


def test_end_of_a_chain_cut_off_together_with_its_head_is_found(case):
    decided = LedgerEntry.objects.get(event="DecisionMade")
    before = LedgerEntry.objects.get(chain=decided.chain, sequence=decided.sequence - 1)
    take_away(LedgerEntry.objects.filter(chain=decided.chain, sequence__gte=decided.sequence))
    LedgerHead.objects.filter(chain=decided.chain).update(sequence=before.sequence, digest=before.digest)
    assert faults("ledger") == []
    assert faults("decisions_on_record") == [
        f"决定 {case.decisions.get().number}：账链上没有这份决定，或者内容指纹不同"
    ]


def test_case_whose_chain_was_deleted_is_found(case):
    take_away(LedgerEntry.objects.filter(file_ref=case.public_id))
    assert f"案件 {case.number}：账链上没有这件案件" in faults("decisions_on_record")

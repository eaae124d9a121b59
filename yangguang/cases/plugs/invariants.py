"""What cases answer `yangguang verify`: numbers were taken, decisions stand in the ledger as they stand in their rows."""

from __future__ import annotations

from collections.abc import Iterator

from yangguang.base import numbers
from yangguang.base.models import LedgerEntry
from yangguang.base.verifying import invariant
from yangguang.cases.models import Case, Decision, Lead, Party

DECIDING = ("DecisionMade", "DispositionDecided")


@invariant("case_numbers", title="案件和线索的编号都有取号记录，取过的号都有案件或线索")
def case_numbers() -> Iterator[str]:
    """A series that was deleted together with its numbers leaves the cases behind."""
    for kind, rows in (("case", Case.objects.all()), ("lead", Lead.objects.all())):
        yield from numbers.unissued(kind, rows.exclude(number="").values_list("public_id", "number"))


@invariant("parties_registered", title="每一名当事人、每一个写明的用人单位都归入行政相对人")
def parties_registered() -> Iterator[str]:
    """A row that came in beside the use cases is in no view of its counterpart."""
    for number in Party.objects.filter(counterpart=None).order_by("pk").values_list("case__number", flat=True):
        yield f"案件 {number}：当事人没有归入行政相对人"
    for lead in Lead.objects.filter(counterpart=None).exclude(employer_name="").order_by("pk"):
        yield f"线索 {lead.number}：用人单位没有归入行政相对人"


@invariant("decisions_on_record", title="每一件案件、每一份决定都在账链上，内容指纹一致")
def decisions_on_record() -> Iterator[str]:
    """Lines that were cut off the end of a chain, with the head set back, leave the acts without their record."""
    told = LedgerEntry.objects.filter(event__in=DECIDING).values_list("facts", flat=True)
    digests = {facts["decision_ref"]: facts["digest"] for facts in told}
    for decision in Decision.objects.order_by("pk").iterator():
        if digests.get(decision.public_id) != decision.digest:
            yield f"决定 {decision.number}：账链上没有这份决定，或者内容指纹不同"
    filed = set(LedgerEntry.objects.order_by().values_list("file_ref", flat=True).distinct())
    for case in Case.objects.exclude(public_id__in=filed).order_by("pk"):
        yield f"案件 {case.number}：账链上没有这件案件"

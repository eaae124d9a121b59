"""What reporting plugs into the sockets below: a listener that keeps the counts, a job, the invariants of `yangguang verify`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from yangguang.base import approvals
from yangguang.base.jobs import scheduled
from yangguang.base.models import Delivery, LedgerEntry
from yangguang.base.outbox import listener
from yangguang.base.tlog import queue
from yangguang.base.tlog.leaves import LeafType
from yangguang.base.verifying import invariant
from yangguang.bulletin.api import report_files, reports
from yangguang.cases.api import Case
from yangguang.cases.events import (
    contesting,
    criminal,
    custody,
    deciding,
    fulfilling,
    investigating,
    labour,
    remaking,
    summary,
    wages,
)
from yangguang.reporting import counting
from yangguang.reporting.events import ReportAdopted, ReportFiled
from yangguang.reporting.models import AnnualReport, ReportState
from yangguang.reporting.publishing import log_subject, put_copy, put_filings

COUNTED = (
    investigating.CaseOpened, labour.LeadOpened, labour.ComplaintAccepted, labour.CaseTransferred, summary.OnTheSpotBegun,
    summary.ConvertedToOrdinary, summary.FineCollectedOnTheSpot, deciding.DecisionMade, deciding.DecisionAnnulled,
    deciding.DecisionVoided, deciding.CaseOpeningAnnulled, deciding.CaseClosed, deciding.PaymentRecorded,
    remaking.CaseReopened, remaking.AlterationFell, contesting.RemedyRecorded, contesting.RemedyEnded, custody.MeasureMoved,
    custody.CoerciveMeasureTaken, fulfilling.ExecutionMoved, fulfilling.AdditionalFinePaid, fulfilling.FineReturned,
    criminal.CaseSentToPolice, wages.DispositionMoved, wages.DispositionAnnulled, wages.DispositionDecided,
)  # fmt: skip


@listener(*COUNTED, name=counting.LISTENER, patient=True)
def count(entry: Any) -> None:
    """Count the case anew."""
    case = Case.objects.filter(public_id=entry.file_ref).values_list("pk", flat=True).first()
    if case is not None:
        counting.recount([case])


@listener(ReportAdopted, name="reporting.publish")
def publish(entry: Any) -> None:
    """Copy the report; sent twice, it is kept once."""
    put_copy(_report(entry))


@listener(ReportAdopted, name="reporting.public_log")
def tell_the_log(entry: Any) -> None:
    """Commit to the report as it is public now."""
    report = _report(entry)
    kind = LeafType.REPORT if report.version == 1 else LeafType.CORRECT
    content = reports.canonical_report(report.content)
    queue.commit_to(entry, subject_ref=log_subject(report), content=content, kind=kind)


@listener(ReportAdopted, name="bulletin.report_files")
def draw(entry: Any) -> None:
    """The same as files; drawing takes a moment, so it waits for the job process. A copy still on its way is waited for."""
    if not report_files.put_report_files(entry.facts["report_ref"]):
        raise LookupError(f"report {entry.facts['report_ref']} has not arrived")


@listener(ReportFiled, name="reporting.filed")
def filed(entry: Any) -> None:
    """Say with whom it was filed. A copy still on its way is waited for."""
    if not put_filings(_report(entry)):
        raise LookupError(f"report {entry.facts['report_ref']} has not arrived")


def _report(entry: Any) -> AnnualReport:
    return AnnualReport.objects.select_related("body").get(public_id=entry.facts["report_ref"])


@scheduled("reporting.count", title="统计还没有计数的案件", every=timedelta(minutes=10))
def count_the_uncounted() -> int:
    """Cases from before there were counts, a few thousand at a time."""
    return counting.count_the_uncounted()


@invariant("counts", title="统计数与案卷一致")
def counts() -> Iterator[str]:
    """What is on its way from the outbox is not a fault."""
    yield from counting.faults(set(counting.on_their_way().values_list("entry__file_ref", flat=True)))


@invariant("annual_reports", title="公开的年报与冻结时一字不差")
def annual_reports() -> Iterator[str]:
    """What stands in the row is what was signed and what the ledger says was signed."""
    told = LedgerEntry.objects.filter(subject_kind="annual_report", event=ReportAdopted.__name__).order_by("pk")
    on_their_way = Delivery.objects.filter(done_at=None, listener="reporting.publish").order_by("pk")
    waiting = set(on_their_way.values_list("entry__subject_ref", flat=True))
    signed = {ref: facts.get("digest") for ref, facts in told.values_list("subject_ref", "facts")}
    for one in AnnualReport.objects.filter(state=ReportState.ADOPTED).select_related("body").order_by("pk").iterator():
        if not approvals.digest_of(one.content) == one.digest == signed.get(one.public_id):
            yield f"{one.body}{one}：内容与审定时的指纹不一致"
            continue
        copy = reports.report_by_ref(one.public_id)
        if (copy.content if copy else None) != one.content and one.public_id not in waiting:
            yield f"{one.body}{one}：公示库中的副本与审定的不一致"

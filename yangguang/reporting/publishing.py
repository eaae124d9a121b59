"""An adopted report on its way to the public store and into the public log."""

from __future__ import annotations

from functools import partial

from yangguang.bulletin.api import reports
from yangguang.disclosure.api import Logged, logged
from yangguang.reporting.models import AnnualReport, ReportState


def put_copy(report: AnnualReport) -> None:
    """The report exactly as it was adopted."""
    reports.put_report(
        report.public_id, body_ref=report.body.public_id, body_name=report.body.name, year=report.year,
        version=report.version, title=str(report), content=report.content, digest=report.digest,
        published_on=report.adopted_on,
    )  # fmt: skip


def put_filings(report: AnnualReport) -> bool:
    """With whom it was filed. False while its copy has not arrived."""
    rows = report.filings.order_by("pk")
    told = [f"{one.get_to_display()}：{one.office_name}　{one.number}（{one.filed_on}）" for one in rows]
    return reports.put_report_filings(report.public_id, told)


def log_subject(report: AnnualReport) -> str:
    """What the log calls the report of a year: all its versions are one object, each correcting the one before."""
    return str(
        AnnualReport.objects.filter(body=report.body_id, year=report.year, version=1).values_list(
            "public_id", flat=True
        )[0]
    )


@logged
def standing_report(subject_ref: str) -> Logged | None:
    """The newest version of the report whose first version this is."""
    first = AnnualReport.objects.filter(public_id=subject_ref, version=1).first()
    if first is None:
        return None
    versions = AnnualReport.objects.filter(body=first.body_id, year=first.year, state=ReportState.ADOPTED)
    newest = versions.select_related("body").order_by("-version").first()
    if newest is None:
        return None
    copy = reports.report_by_ref(newest.public_id)
    return Logged(
        f"{newest.body}{newest}", reports.canonical_report(newest.content),
        reports.canonical_report(copy.content) if copy else None,
        partial(reports.put_report_proof, newest.public_id, digest=newest.digest),
    )  # fmt: skip

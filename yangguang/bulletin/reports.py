"""Annual reports in the public store: received as adopted, never changed, every version shown (D18)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from yangguang.bulletin import pages_on_disk, passages
from yangguang.bulletin.models import PublicReport

STORE = "public"


@transaction.atomic(using=STORE)
def put_report(ref: str, **values: Any) -> None:
    """One version; sent twice, it is kept once."""
    report, came = PublicReport.objects.get_or_create(ref=ref, defaults=values)
    if came:
        versions = PublicReport.objects.filter(body_ref=report.body_ref, year=report.year).order_by("version")
        *earlier, newest = versions
        passages.put_report(newest, [one.ref for one in earlier])


@transaction.atomic(using=STORE)
def put_report_filings(ref: str, filings: Sequence[str]) -> bool:
    """With whom and under which number it was filed. False while its copy has not arrived."""
    return bool(PublicReport.objects.filter(ref=ref).update(filings=list(filings)))


@transaction.atomic(using=STORE)
def put_report_proof(ref: str, proof: bytes, *, digest: str) -> bool:
    """The log's proof beside the report with this fingerprint. False while another, or none, stands here."""
    if not PublicReport.objects.filter(ref=ref, digest=digest).exists():
        return False
    pages_on_disk.write_proof(ref, proof)
    return True


def public_reports(*, words: str = "") -> QuerySet[PublicReport]:
    """Every version, the newest year first."""
    rows = PublicReport.objects.defer("content")
    for word in words.split():
        rows = rows.filter(body_name__icontains=word)
    return rows


def report_by_ref(ref: str) -> PublicReport | None:
    """One of them."""
    return PublicReport.objects.filter(ref=ref).first()


def canonical_report(content: Mapping[str, Any]) -> bytes:
    """Everything a report says as canonical JSON: what anyone can download and hash."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

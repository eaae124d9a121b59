"""文书和证据: the rows of both tables, the catalogue of the file, and which paper lacks its signed pages."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from yangguang.base.addresses import address_of
from yangguang.base.components.texts import short_date
from yangguang.cases import standing
from yangguang.cases.models import Case, ServiceOfDocuments
from yangguang.cases.signatures import TO_SIGN, unsigned_papers
from yangguang.records.api import Document, DocumentStatus, Evidence, every_volume, evidence_of, is_signed

UNSIGNED_AT_FIRST = 5  # the rest is told in one line
AT_FIRST = 40  # papers and pieces of evidence shown before somebody asks for the earlier ones


def papers_of(case: Case, *, whole: bool = False) -> dict[str, Any]:
    """The newest documents and evidence of a case as rows, or all of them, with the totals of all."""
    documents = standing.papers_of(case)
    evidence = list(evidence_of(case.public_id).select_related("document", "blob"))
    served: dict[int, list[ServiceOfDocuments]] = {}
    for one in ServiceOfDocuments.objects.filter(case=case, succeeded=True).order_by("pk"):
        served.setdefault(one.document_id, []).append(one)
    pages = sum(d.pages or 0 for d in documents if d.status != DocumentStatus.VOIDED)
    pages += sum(e.pages or 0 for e in evidence if e.document_id is None)
    first = None if whole else -AT_FIRST
    return {
        "documents": [_document(d, served.get(d.pk, [])) for d in documents[first:]],
        "evidence": [_evidence(e) for e in evidence[first:]],
        "earlier_documents": 0 if whole else max(len(documents) - AT_FIRST, 0),
        "earlier_evidence": 0 if whole else max(len(evidence) - AT_FIRST, 0),
        "note": f"{len(documents)} 份文书，{len(evidence)} 件证据" + (f"，共 {pages} 页" if pages else ""),
        "unsigned": unsigned_papers(case),
    }  # fmt: skip


def catalogue(case: Case) -> list[dict[str, Any]]:
    """卷内目录: the papers of each volume in order with the page each begins on; unknown until every page is counted."""
    volumes = every_volume(case.public_id)
    pages = {"document": "records:document", "evidence": "records:evidence"}
    refs = {d.pk: d.public_id for d in standing.papers_of(case)}
    evidence = {e.pk: e.public_id for e in evidence_of(case.public_id)}
    known = {"document": refs, "evidence": evidence}
    return [
        {"volume": volume.label, "place": place, "title": one.title, "number": one.number, "first": one.first,
         "last": one.last, "pages": one.pages,
         "href": address_of(pages[one.kind], known[one.kind][one.row]) if one.kind in pages else ""}
        for volume in volumes for place, one in enumerate(volume.entries, start=1)
    ]  # fmt: skip


def signatures_lacking(documents: list[Any]) -> list[dict[str, Any]]:
    """Papers whose signed pages are still to be filed, for the list of what lacks; many are told in one line."""
    words = "打印签名后拍照或者扫描归入，每页都要有；归档以前应当归入。"
    rows = [
        {"label": f"《{one.title}》的签名页", "words": words, "clause": "APL-2021:47",
         "state": "doubtful", "href": reverse("records:document", args=[one.public_id])}
        for one in documents[:UNSIGNED_AT_FIRST]
    ]  # fmt: skip
    if left := len(documents) - len(rows):
        words = "在“文书”中注明“缺签名页”。"
        more = {"label": f"另有 {left} 份文书的签名页", "words": words, "clause": "APL-2021:47", "state": "doubtful"}
        rows.append(more | {"href": "?papers=all#papers"})
    return rows


def _document(document: Document, services: list[ServiceOfDocuments]) -> dict[str, Any]:
    return {
        "place": document.position, "title": document.title, "number": document.number, "dated_on": document.dated_on,
        "href": address_of("records:document", document.public_id), "pages": document.pages,
        "words": _standing(document, services), "voided": document.status == DocumentStatus.VOIDED,
    }  # fmt: skip


def _standing(document: Document, services: list[ServiceOfDocuments]) -> str:
    if document.status == DocumentStatus.VOIDED:
        return f"作废：{document.void_reason}"
    told = [f"{s.get_method_display()}，{short_date(s.served_on)}{s.recipient}签收" for s in services if s.served_on]
    if is_signed(document):
        told.append("签名页齐全")
    elif document.kind in TO_SIGN:
        told.append("缺签名页")
    return "；".join(told) or document.get_status_display()


def _evidence(evidence: Evidence) -> dict[str, Any]:
    if evidence.excluded_on:
        state, words = "voided", f"已排除：{evidence.exclusion_reason}"
    elif evidence.verified_on:
        state, words = "fine", f"{short_date(evidence.verified_on)}查证：{evidence.verification}"
    else:
        state, words = "needs_judgement", "待查证"
    return {
        "name": evidence.name, "kind": evidence.get_kind_display(), "source": evidence.source, "state": state,
        "obtained_on": evidence.obtained_on, "proves": evidence.proves, "words": words, "pages": evidence.pages,
        "href": address_of("records:evidence", evidence.public_id),
    }  # fmt: skip

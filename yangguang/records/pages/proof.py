"""入库证明: what can be proven of one original, in honest words, and the package to take along."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yangguang.base import exports
from yangguang.base.pages import page
from yangguang.directory.api import DeskRequest
from yangguang.kernel.refusal import Refused
from yangguang.records.models import Evidence
from yangguang.records.pages.denying import OF_ORIGINALS, denied, unshown
from yangguang.records.pages.document import OF_A_FILE
from yangguang.records.policy import FILE_READERS
from yangguang.records.proving import Stretch, bundle, chunks_in, stretch_of
from yangguang.records.queries import evidence_visible_to
from yangguang.records.readers import acts_in, face_of
from yangguang.records.sealing import UNALTERED, day_of, holds


@page("evidence/<ref:ref>/proof/", name="records:proof", title="入库证明", allow=FILE_READERS, subject="media_evidence",
      expects=OF_A_FILE)  # fmt: skip
def proof(request: DeskRequest, ref: str) -> HttpResponse:
    """In honest words: since when it is unaltered, and how far its way is known before."""
    evidence = _evidence(request, ref)
    media, seal = evidence.media, getattr(evidence.media, "seal", None)
    assert media is not None
    day, file = day_of(media), face_of(request.user, evidence.file_ref)
    return render(request, "records/proof.html", {
        "evidence": evidence, "media": media, "seal": seal, "sound": seal is not None and holds(seal), "day": day,
        "logged": bool(day and day.proof), "stamped": bool(day and day.stamp), "unaltered": UNALTERED,
        "acts": acts_in(request.user, evidence.file_ref), "chunks": chunks_in(media), "file": file,
        "trail": [("案件", ""), (file.label, file.href), (evidence.name, reverse("records:evidence", args=[ref])),
                  ("入库证明", "")],
    })  # fmt: skip


@page("evidence/<ref:ref>/proof/package/", name="records:proof_package", title="核对包", allow=FILE_READERS,
      subject="media_evidence", expects=OF_ORIGINALS)  # fmt: skip
def package(request: DeskRequest, ref: str) -> HttpResponse:
    """The ZIP, of the whole or of a stretch of minutes."""
    evidence = _evidence(request, ref)
    if not acts_in(request.user, evidence.file_ref):
        return denied(request, f"{evidence.name}（核对包）", evidence.file_ref)
    try:
        stretch = _stretch(evidence, request.GET)
        content = bundle(evidence.media, stretch)  # type: ignore[arg-type]
    except Refused as refusal:
        return unshown(request, evidence.name, refusal)
    response = HttpResponse(content, content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="proof.zip"'
    part = f"，第{request.GET['begin']}至{request.GET['end']}分钟" if stretch else ""
    return exports.on_record(response, what=f"核对包：{evidence.name}{part}", rows=1, subject=evidence.media.subject)  # type: ignore[union-attr]


def _stretch(evidence: Evidence, asked: Any) -> Stretch | None:
    if not asked.get("begin") and not asked.get("end"):
        return None
    try:
        begin, end, whole = (float(asked.get(name, "")) for name in ("begin", "end", "whole"))
    except ValueError:
        raise Refused("起止时间不对。", remedy="请按分钟填写起点、终点和全长。") from None
    return stretch_of(evidence.media, begin, end, whole)  # type: ignore[arg-type]


def _evidence(request: DeskRequest, ref: str) -> Evidence:
    evidence = evidence_visible_to(request.user, ref)
    if evidence is None or evidence.media is None:
        raise Http404
    return evidence

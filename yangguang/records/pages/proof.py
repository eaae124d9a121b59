"""入库证明: what can be proven of one original, the package to take along, and holds on its file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import exports
from yangguang.base.act_pages import answer
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.directory.api import DeskRequest
from yangguang.kernel.refusal import Refused
from yangguang.records.holds import holds_on
from yangguang.records.models import Evidence, HoldGround, LegalHold
from yangguang.records.pages.denying import denied, unshown
from yangguang.records.pages.document import OF_A_FILE, OF_ORIGINALS
from yangguang.records.policy import FILE_READERS, GRANTERS
from yangguang.records.proving import Stretch, bundle, chunks_in, stretch_of
from yangguang.records.queries import evidence_visible_to
from yangguang.records.readers import acts_in, face_of, may_read
from yangguang.records.sealing import UNALTERED, day_of, holds
from yangguang.records.use_cases.place_hold import may_release, place_hold
from yangguang.records.use_cases.release_hold import release_hold

OF_HOLD = Expect(superior=404, only_in={"archivist": ("closed",)})


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


class HoldForm(OfficialForm):
    """Why nothing of it may be disposed of."""

    ground = forms.ChoiceField(label="暂停销毁事由", choices=HoldGround.choices)
    words = WrittenField(label="说明", most=400, lines=True, help_text="写明复议、诉讼、监督等事项和文号。")


class ReleaseForm(OfficialForm):
    """Why it may end."""

    reason = WrittenField(label="解除理由", most=400, lines=True)


@page("files/<ref:ref>/hold/", name="records:place_hold", title="暂停销毁", allow=GRANTERS, writes=True, subject="case",
      expects=OF_HOLD)  # fmt: skip
def hold(request: DeskRequest, ref: str) -> HttpResponse:
    """Place one on the whole file; those there are stand beside."""
    if not may_read(request.user, ref):
        raise Http404
    file, form = face_of(request.user, ref), HoldForm(request.POST or None)
    found = [(one, may_release(request.user, one)) for one in holds_on(ref)]
    return answer(
        request, form, lambda **told: place_hold(file_ref=ref, actor=request.user, at=form.moment(), **told),
        to=reverse("records:place_hold", args=[ref]), done="已经暂停销毁，解除以前不得处置。", template="records/hold.html",
        title="暂停销毁", words="暂停销毁", back=file.href, holds=found, under=file.label,
        trail=[("案件", ""), (file.label, file.href), ("暂停销毁", "")],
    )  # fmt: skip


@page("holds/<ref:ref>/release/", name="records:release_hold", title="解除暂停销毁", allow=GRANTERS, writes=True, subject="hold",
      expects=Expect())  # fmt: skip
def release(request: DeskRequest, ref: str) -> HttpResponse:
    """By another person."""
    found = get_object_or_404(LegalHold.objects.select_related("body"), public_id=ref, body=request.user.body)
    form, back = ReleaseForm(request.POST or None), reverse("records:place_hold", args=[found.file_ref])
    return answer(
        request, form, lambda **told: release_hold(hold=found, actor=request.user, at=form.moment(), **told), to=back,
        done="已经解除暂停销毁。", template="records/hold.html", title="解除暂停销毁", words="解除", back=back, holds=[],
        under=f"{found.get_ground_display()}：{found.words}", trail=[("暂停销毁", back), ("解除", "")],
    )  # fmt: skip

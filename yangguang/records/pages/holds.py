"""暂停销毁: placed on a file and released by another person; while one stands nothing of it may be disposed of."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.directory.api import DeskRequest
from yangguang.records.holds import holds_on
from yangguang.records.models import HoldGround, LegalHold
from yangguang.records.policy import GRANTERS
from yangguang.records.readers import face_of, may_read
from yangguang.records.use_cases.place_hold import may_release, place_hold
from yangguang.records.use_cases.release_hold import release_hold

OF_HOLD = Expect(superior=404, only_in={"archivist": ("closed",)})


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

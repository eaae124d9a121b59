"""Note when and how the party was told of a correction."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from yangguang.base.act_pages import answer
from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.disclosure.models import CorrectionNotice, ToldBy
from yangguang.disclosure.pages.prepare import PUBLISHER, back_to
from yangguang.disclosure.queries import notices_visible_to
from yangguang.disclosure.use_cases.note_correction_told import note_correction_told
from yangguang.kernel.written_days import in_words


class ToldForm(OfficialForm):
    """How, when, and by which slip of the post."""

    way = forms.ChoiceField(label="告知方式", choices=ToldBy.choices)
    told_on = DayField(label="告知日期")
    note = WrittenField(
        label="说明", most=200, required=False, help_text="邮寄的写明邮单号，其他方式写明怎样告知。不对外公开。"
    )


@page("publications/correction-notices/<ref:ref>/told/", name="disclosure:note_correction_told", title="登记告知当事人更正",
      allow=PUBLISHER, writes=True, subject="correction_notice")  # fmt: skip
def told(request: HttpRequest, ref: str) -> HttpResponse:
    """After the notice went out."""
    notice = get_object_or_404(notices_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]
    form, publication = ToldForm(request.POST or None), notice.version.publication

    def act(**facts: Any) -> CorrectionNotice:
        return note_correction_told(notice_id=notice.pk, actor=request.user, at=form.moment(), **facts)  # type: ignore[arg-type]

    known = [
        ("告知书", notice.document.number), ("更正发布", in_words(notice.version.released_on)),  # type: ignore[arg-type]
        ("更正理由", notice.version.reason),
    ]  # fmt: skip
    return answer(
        request, form, act, to=back_to(publication), done="已登记告知当事人。", template="disclosure/act.html",
        publication=publication, title="登记告知当事人更正", known=known, known_title="要告知的更正", back=back_to(publication),
        face=None, submit="登记告知", clause_id="GIR-2019:41",
    )  # fmt: skip

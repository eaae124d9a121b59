"""Papers from outside that go with a public copy: the list of them, and the form that takes one in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from yangguang.base import vault
from yangguang.base.act_pages import answer
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.disclosure.models import ForeignPaper
from yangguang.disclosure.pages.prepare import PUBLISHER, back_to, found_for
from yangguang.disclosure.use_cases.bring_foreign_paper import bring_foreign_paper


class BringForm(OfficialForm):
    """What the public will call it, and the file."""

    label = WrittenField(label="公开名称", most=60, help_text="公众看到的附件名称，如“行政处罚决定书扫描件”。")
    file = forms.FileField(
        label="PDF 文件", widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,.pdf"}),
        help_text="不加密的 PDF，最多 40 页。公开的是逐页重建的图像，文字层、批注、属性和附带文件都不会带出去。",
    )  # fmt: skip


@page("publications/<ref:ref>/papers/", name="disclosure:foreign_papers", title="外来附件", allow=PUBLISHER, writes=True,
      subject="publication")  # fmt: skip
def foreign_papers(request: HttpRequest, ref: str) -> HttpResponse:
    """Take one in, then go on to its pages."""
    publication = found_for(request, ref)
    form = BringForm(request.POST or None, request.FILES or None)

    def act(*, label: str, file: Any) -> ForeignPaper:
        return bring_foreign_paper(
            publication_id=publication.pk, label=label, content=vault.content_of(file), file_name=file.name,
            actor=request.user, at=form.moment(),  # type: ignore[arg-type]
        )  # fmt: skip

    return answer(
        request, form, act, to=lambda made: reverse("disclosure:foreign_paper", args=[made.public_id]),
        done="已收入，请逐页遮盖。", template="disclosure/foreign_papers.html", publication=publication,
        papers=list(publication.foreign_papers.select_related("brought_by", "confirmed_by")), back=back_to(publication),
    )  # fmt: skip

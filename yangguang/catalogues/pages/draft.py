"""Begin a draft of a list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import page
from yangguang.catalogues.models import Edition
from yangguang.catalogues.pages.one_list import definition_or_404
from yangguang.catalogues.policy import DRAFTERS
from yangguang.catalogues.queries import find_in_force
from yangguang.catalogues.use_cases.draft_edition import draft_edition
from yangguang.directory.api import DeskRequest
from yangguang.kernel import clock


class DraftForm(OfficialForm):
    """Where the draft starts from and what it goes back to."""

    copied = forms.TypedChoiceField(
        label="从哪里开始", widget=forms.RadioSelect, initial="yes", coerce=lambda value: value == "yes",
        choices=[("yes", "复制现行版，在上面修改"), ("no", "从空白开始，或者随后导入表格")],
    )  # fmt: skip
    version = WrittenField(label="版次", most=60, required=False, help_text="不填的，按年度自动编次。")
    source = WrittenField(label="来源文件", most=300, required=False)
    note = WrittenField(label="修订说明", most=2000, lines=True, required=False)

    def __init__(self, *args: Any, copies: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not copies:  # nothing stands to copy, or the register is what is copied
            del self.fields["copied"]


@page("lists/<slug:list_kind>/draft", name="catalogues:draft", title="起草清单", allow=DRAFTERS, writes=True)
def draft(request: DeskRequest, list_kind: str) -> HttpResponse:
    """The form; the draft opens when it is done."""
    definition = definition_or_404(list_kind)
    account = request.user
    current = find_in_force(list_kind, account.body, clock.today())
    form = DraftForm(request.POST or None, copies=current is not None and not definition.from_register)

    def begin(version: str, source: str, note: str, copied: bool = False) -> Edition:
        return draft_edition(
            list_kind=list_kind, body=account.body, copied=copied, version=version, source=source, note=note,
            actor=account, at=form.moment(),
        )  # fmt: skip

    return answer(
        request, form, begin, to=lambda made: reverse("catalogues:edition", args=[made.public_id]),
        done="草案已经建立，审定之前可以随时修改。", template="catalogues/draft.html",
        title=f"起草{definition.title}", current=current, definition=definition,
        trail=[("清单", reverse("catalogues:lists")),
               (definition.title, reverse("catalogues:list", args=[list_kind])), ("起草", "")],
    )  # fmt: skip

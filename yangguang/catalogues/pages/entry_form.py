"""Add, change and take out rows of a draft: one field for each column of the list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base import drafts
from yangguang.base.act_pages import answer
from yangguang.base.forms import OfficialForm, initial_from_draft
from yangguang.base.pages import Expect, page
from yangguang.catalogues.lists.columns import LONGEST, Column
from yangguang.catalogues.lists.definition import CODE_LONGEST, ListDefinition
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Edition, Entry
from yangguang.catalogues.policy import DRAFTERS
from yangguang.catalogues.queries import draft_entries_of, drafts_of
from yangguang.catalogues.use_cases.put_entry import fingerprint, put_entry
from yangguang.catalogues.use_cases.remove_entry import remove_entry
from yangguang.directory.api import DeskRequest
from yangguang.kernel.refusal import Refused

CODE = "entry_code"  # not `code`: what bears that name is a one-time code, which is never kept
CODE_HINT = "各版之间保持不变。"
OWN_DRAFTS = Expect(own=200, other=404, superior=404)


class EntryForm(OfficialForm):
    """What every list's form remembers: the row as it was when the form was opened."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)


def entry_form(definition: ListDefinition, *args: Any, **kwargs: Any) -> EntryForm:
    """The form of one list: its fields stand in the order of its columns."""
    fields: dict[str, Any] = {CODE: forms.CharField(label="编号", max_length=CODE_LONGEST, help_text=CODE_HINT)}
    fields |= {column.name: _field(column) for column in definition.columns}
    fields["official"] = forms.BooleanField(label="官方内容（不勾选的标为演示）", required=False)
    form: EntryForm = type("ListEntryForm", (EntryForm,), fields)(*args, **kwargs)
    return form


def _field(column: Column) -> forms.Field:
    given: dict[str, Any] = {"label": column.label, "required": column.required, "help_text": column.hint}
    if column.choices:
        return forms.ChoiceField(choices=column.choices, **given)
    widget = forms.Textarea(attrs={"rows": column.lines}) if column.lines > 1 else forms.TextInput
    return forms.CharField(max_length=LONGEST, widget=widget, **given)


@page(
    "lists/editions/<ref:edition_ref>/entries/new", name="catalogues:add_entry", title="添加条目", allow=DRAFTERS,
    writes=True, subject="edition_draft", expects=OWN_DRAFTS,
)  # fmt: skip
def add_entry(request: DeskRequest, edition_ref: str) -> HttpResponse:
    """A new row."""
    edition = get_object_or_404(drafts_of(request.user), public_id=edition_ref)
    return _page(request, edition, None, {})


@page(
    "lists/entries/<ref:entry_ref>/change", name="catalogues:change_entry", title="修改条目", allow=DRAFTERS,
    writes=True, subject="draft_entry", expects=OWN_DRAFTS,
)  # fmt: skip
def change_entry(request: DeskRequest, entry_ref: str) -> HttpResponse:
    """An existing row of a draft."""
    entry = get_object_or_404(draft_entries_of(request.user), public_id=entry_ref)
    definition = list_of(entry.edition.list_kind)
    row = {CODE: entry.code, "official": entry.official, "seen": fingerprint(entry)}
    return _page(request, entry.edition, entry, definition.show(entry.columns) | row)


def _page(request: DeskRequest, edition: Edition, entry: Entry | None, initial: dict[str, Any]) -> HttpResponse:
    who, key = request.user.actor_ref, request.path
    restored, kept = (initial, None) if request.GET.get("fresh") else initial_from_draft(who, key, initial)
    if kept:
        restored["official"] = "official" in kept.content  # a box that is not ticked is not sent
    form = entry_form(list_of(edition.list_kind), request.POST or None, initial=restored)

    def put(entry_code: str, official: bool, seen: str, **cells: str) -> Entry:
        try:
            row = put_entry(
                edition=edition, entry=entry, code=entry_code, cells=cells, official=official, seen=seen,
                actor=request.user, at=form.moment(),
            )  # fmt: skip
        except Refused as refusal:
            refusal.field = CODE if refusal.field == "code" else refusal.field
            raise
        drafts.discard(account_ref=who, key=key)
        return row

    back = reverse("catalogues:edition", args=[edition.public_id])
    return answer(
        request, form, put, to=back, done="已保存到草案。", template="catalogues/entry_form.html",
        title=f"修改“{entry.code}”" if entry else "添加条目", edition=edition, entry=entry, back=back,
        clauses=list_of(edition.list_kind).clauses, kept=kept, key=key,
    )  # fmt: skip


@page(
    "lists/entries/<ref:entry_ref>/remove", name="catalogues:remove_entry", title="删去条目", allow=DRAFTERS,
    writes=True, subject="draft_entry", expects=OWN_DRAFTS,
)  # fmt: skip
def remove(request: DeskRequest, entry_ref: str) -> HttpResponse:
    """Ask once, then take the row out of the draft."""
    entry = get_object_or_404(draft_entries_of(request.user), public_id=entry_ref)
    form = OfficialForm(request.POST if request.method == "POST" else None)
    back = reverse("catalogues:edition", args=[entry.edition.public_id])
    subject = list_of(entry.edition.list_kind).subject_of(entry.columns)
    return answer(
        request, form, lambda: remove_entry(entry=entry, actor=request.user, at=form.moment()),
        to=back, done="已从草案中删去。", template="catalogues/act.html", title=f"删去“{entry.code}”",
        under=f"{subject}（{entry.edition}）", words="从草案中删去", back=back,
        told="以前各版保留这一条；与现行版对照时显示为“删”。", clauses=(),
    )  # fmt: skip

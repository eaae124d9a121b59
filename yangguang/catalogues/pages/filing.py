"""The filing of an adopted edition with the judicial bureau."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect, page
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.policy import DRAFTERS
from yangguang.catalogues.queries import editions_to_file
from yangguang.catalogues.use_cases.file_edition import file_edition
from yangguang.directory.api import DeskRequest


class FilingForm(OfficialForm):
    """What the bureau's receipt says."""

    office_name = WrittenField(label="备案机关", most=120)
    number = WrittenField(label="备案编号", most=80)
    filed_on = DayField(label="备案日期")


@page(
    "lists/editions/<ref:edition_ref>/filing", name="catalogues:file", title="登记备案", allow=DRAFTERS, writes=True,
    subject="edition_to_file", expects=Expect(own=200, other=404, superior=404),
)  # fmt: skip
def file(request: DeskRequest, edition_ref: str) -> HttpResponse:
    """Number and day, as the receipt gives them."""
    edition = get_object_or_404(editions_to_file(request.user), public_id=edition_ref)
    form = FilingForm(request.POST or None)
    back = reverse("catalogues:edition", args=[edition_ref])

    def act(office_name: str, number: str, filed_on: date) -> object:
        return file_edition(
            edition=edition,
            office_name=office_name,
            number=number,
            filed_on=filed_on,
            actor=request.user,
            at=form.moment(),
        )

    return answer(
        request, form, act, to=back, done="备案已经登记。", template="catalogues/act.html", title="登记备案",
        under=str(edition), words="登记备案", back=back, clauses=list_of(edition.list_kind).clauses,
        told="按司法行政部门的备案回执填写；编号和日期同时公开。",
    )  # fmt: skip

"""The frame of every page with one act of an evaluation: the form, the clauses of the act, and back."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from yangguang.base.act_pages import answer
from yangguang.base.forms import OfficialForm
from yangguang.base.pages import Expect
from yangguang.directory.api import DeskRequest
from yangguang.supervision.rules.flow import ROUND

OWN = Expect(own=200, other=404, superior=404)


def act_page(
    request: DeskRequest, form: OfficialForm, act: Any, *, step: str, under: str, to: Any, **shown: Any
) -> HttpResponse:
    """One act by its name in the table of acts; `to` is where it leads and where `back` goes unless told otherwise."""
    told = {
        "title": ROUND[step].label,
        "words": ROUND[step].label,
        "clauses": ROUND[step].clauses,
        "told": "",
        "draft_key": "",
    }
    return answer(request, form, act, to=to, template="supervision/act.html", **(told | {"under": under} | shown))

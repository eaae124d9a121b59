"""The draw of a round: the frozen list in the order of the draw, with the seed and what anybody needs to repeat it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import listing
from yangguang.base.pages import page
from yangguang.base.sheets import Column, Kind
from yangguang.directory.api import DeskRequest
from yangguang.supervision.documents.draw_record import REPEAT
from yangguang.supervision.models import CaseFileEvaluation
from yangguang.supervision.pages.round import SEEN, own
from yangguang.supervision.policy import READERS
from yangguang.supervision.queries import rounds_visible_to
from yangguang.supervision.rules.draw import Listed, in_order, mark_of

COLUMNS = (
    Column("stratum", "层别", width=30), Column("place", "层内次序", Kind.INTEGER), Column("number", "案号", width=30),
    Column("mark", "SHA-256", width=70), Column("taken", "结果"),
)  # fmt: skip


@page("evaluations/<ref:ref>/sample", name="supervision:sample", title="抽取过程", allow=READERS,
      subject="case_file_evaluation", expects=SEEN)  # fmt: skip
def sample(request: DeskRequest, ref: str) -> HttpResponse:
    """List, seed, order, and what was taken."""
    one = get_object_or_404(rounds_visible_to(request.user), public_id=ref)
    rows = rows_of(one)
    if listing.is_export(request):
        return listing.workbook(
            request, title=f"{one.title}抽取过程", columns=COLUMNS, rows=rows, filters=f"种子 {one.seed}"
        )
    return render(request, "supervision/sample.html", {
        "round": one, "rows": rows, "page": listing.page_of(request, rows), "how": REPEAT,
        "trail": [("案卷评查", reverse("supervision:rounds")), (one.title, own(one)), ("抽取过程", "")],
    })  # fmt: skip


def rows_of(evaluation: CaseFileEvaluation) -> list[dict[str, Any]]:
    """The list in the order of the draw."""
    files = evaluation.files.order_by("pk").select_related("case")
    taken = {
        one.case.public_id: f"{one.get_taken_by_display()}{'，已剔除' if one.state == 'excluded' else ''}"
        for one in files
    }
    strata = in_order([Listed(**one) for one in evaluation.listed], evaluation.seed)
    return [
        {"stratum": name, "place": place, "number": one.number, "mark": mark_of(evaluation.seed, one.number),
         "taken": taken.get(one.ref, "")}
        for name in sorted(strata) for place, one in enumerate(strata[name], start=1)
    ]  # fmt: skip

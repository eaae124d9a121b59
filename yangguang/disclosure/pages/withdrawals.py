"""撤回与更正: what has to be taken back, by its clock; what was taken back and what was corrected."""

from __future__ import annotations

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base.listing import is_export, page_of, views, workbook
from yangguang.base.pages import page
from yangguang.base.sheets import Column, Kind
from yangguang.disclosure.clock_faces import face_of, withdrawal_face
from yangguang.disclosure.models import CorrectionNotice, Publication, PublicationStatus, WithdrawalProposal
from yangguang.disclosure.models.publication import STANDING
from yangguang.disclosure.pages.queue import READERS
from yangguang.disclosure.queries import publications_visible_to

CHOICES = (
    ("", "应撤回"),
    ("proposed", "待批准"),
    ("withdrawn", "已撤回"),
    ("corrected", "已更正"),
    ("untold", "更正待告知"),
)

COLUMNS = (
    Column("number", "文号", width=28), Column("title", "案由", width=30), Column("ground", "情形", width=24),
    Column("paper", "文书", width=30), Column("reason", "撤回理由", width=40), Column("withdraw_by", "应撤回日期", Kind.DAY),
    Column("withdrawn_on", "撤回日期", Kind.DAY), Column("late_reason", "逾期撤回的原因", width=30), Column("status", "状态"),
)  # fmt: skip


@page("publications/withdrawals/", name="disclosure:withdrawals", title="撤回与更正", allow=READERS)
def withdrawals(request: HttpRequest) -> HttpResponse:
    """Three working days from the receipt of the paper."""
    visible = publications_visible_to(request.user).prefetch_related("proposals")  # type: ignore[arg-type]
    proposed = Exists(WithdrawalProposal.objects.filter(publication=OuterRef("pk"), decided_on=None))
    untold = Exists(CorrectionNotice.objects.filter(version__publication=OuterRef("pk"), told_on=None))
    open_ones = (*STANDING, PublicationStatus.WITHDRAWN)  # what one person pulled at once is down already
    lists = {
        "proposed": visible.filter(proposed, status__in=open_ones).order_by("withdraw_by", "pk"),
        "": visible.filter(status__in=STANDING).exclude(withdraw_by=None).order_by("withdraw_by", "pk"),
        "withdrawn": visible.filter(status=PublicationStatus.WITHDRAWN).order_by("-withdrawn_on", "-pk"),
        "corrected": visible.filter(status=PublicationStatus.CORRECTED),
        "untold": visible.filter(untold).order_by("pk"),
    }
    view = request.GET.get("view", "")
    if is_export(request):
        label = dict(CHOICES).get(view, "应撤回")
        rows = map(_cells, lists.get(view, lists[""]))
        return workbook(request, title=f"撤回与更正-{label}", columns=COLUMNS, rows=rows, filters=label)
    found = page_of(request, lists.get(view, lists[""]))
    listed = [(one, withdrawal_face(one) or face_of(one)) for one in found]
    counted = views(request, "view", CHOICES, lambda key: lists[key].count())
    return render(request, "disclosure/withdrawals.html", {"page": found, "rows": listed, "views": counted})


def _cells(one: Publication) -> dict[str, object]:
    return {
        "number": one.number, "title": one.case.title, "ground": one.get_withdrawal_ground_display(),
        "paper": one.withdrawal_paper, "reason": one.withdrawal_reason, "withdraw_by": one.withdraw_by,
        "withdrawn_on": one.withdrawn_on, "late_reason": one.withdrawal_late_reason, "status": one.get_status_display(),
    }  # fmt: skip

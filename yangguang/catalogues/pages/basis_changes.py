"""依据变化: every entry whose basis has changed and what became of it; those of one list are dealt with together."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.listing import is_export, page_of, views, workbook
from yangguang.base.pages import SIGNED_IN, page
from yangguang.base.sheets import Column, Kind
from yangguang.catalogues.basis_changes import changes_visible_to
from yangguang.catalogues.clock_faces import face_of_change
from yangguang.catalogues.forms import SettlingForm
from yangguang.catalogues.models import BasisChange, Edition
from yangguang.catalogues.pages.one_list import definition_or_404
from yangguang.catalogues.policy import DRAFTERS, may_draft
from yangguang.catalogues.rules.basis_changes import SettlingOutcome
from yangguang.catalogues.use_cases.settle_basis_changes import settle_basis_changes
from yangguang.directory.api import DeskRequest
from yangguang.kernel import clock

CHOICES = (("", "待处理"), ("late", "已逾期"), ("settled", "已处理"))
COLUMNS = (
    Column("body", "机关", width=28), Column("list", "清单", width=28), Column("code", "编号", width=14),
    Column("subject", "条目", width=36), Column("words", "变化", width=44), Column("changed_on", "变化日期", Kind.DAY),
    Column("due_on", "处理期限", Kind.DAY), Column("owner", "经办人", width=12), Column("outcome", "处理结果", width=20),
    Column("settled_on", "处理日期", Kind.DAY), Column("reason", "理由", width=36),
)  # fmt: skip


@page("lists/basis/changes", name="catalogues:basis_changes", title="依据变化", allow=SIGNED_IN)
def basis_changes(request: DeskRequest) -> HttpResponse:
    """The earliest term first; of one's own body and those one supervises."""
    visible = changes_visible_to(request.user)
    if body := request.GET.get("body", ""):
        visible = visible.filter(body__public_id=body)
    today = clock.today()
    by_view = {
        "": visible.filter(settled_on=None),
        "late": visible.filter(settled_on=None, due_on__lt=today),
        "settled": visible.exclude(settled_on=None).order_by("-settled_on", "-pk"),
    }
    view = request.GET.get("view", "")
    view = view if view in by_view else ""
    if is_export(request):
        label = dict(CHOICES)[view]
        return workbook(
            request, title=f"依据变化-{label}", columns=COLUMNS, rows=map(_exported, by_view[view]), filters=label
        )
    found = page_of(request, by_view[view])
    waiting = visible.filter(settled_on=None, body_id=request.user.body_id)
    kinds = dict.fromkeys(waiting.order_by("list_kind").values_list("list_kind", flat=True))
    return render(request, "catalogues/basis_changes.html", {
        "page": found, "rows": [(one, face_of_change(one, today)) for one in found], "view": view,
        "views": views(request, "view", CHOICES, lambda key: by_view[key].count()),
        "lists": [definition_or_404(kind) for kind in kinds] if may_draft(request.user, request.user.body) else [],
        "trail": [("清单", reverse("catalogues:lists")), ("依据变化", "")],
    })  # fmt: skip


@page(
    "lists/<slug:list_kind>/changes",
    name="catalogues:settle_changes",
    title="处理依据变化",
    allow=DRAFTERS,
    writes=True,
)
def settle_changes(request: DeskRequest, list_kind: str) -> HttpResponse:
    """What waits for one list of one's own body, dealt with in one act."""
    definition, body = definition_or_404(list_kind), request.user.body
    waiting = changes_visible_to(request.user).filter(settled_on=None, body=body, list_kind=list_kind)
    editions = Edition.objects.fixed().filter(body=body, list_kind=list_kind)
    form = SettlingForm(request.POST or None, waiting=waiting, editions=editions)

    def act(refs: list[str], outcome: SettlingOutcome, edition: Edition | None, reason: str) -> object:
        return settle_basis_changes(
            body=body, list_kind=list_kind, refs=refs, outcome=outcome, edition=edition, reason=reason,
            actor=request.user, at=form.moment(),
        )  # fmt: skip

    return answer(
        request, form, act, to=reverse("catalogues:basis_changes"), done="处理结果已经登记。",
        template="catalogues/settle_changes.html", title="处理依据变化", definition=definition, waiting=waiting,
        trail=[("清单", reverse("catalogues:lists")), ("依据变化", reverse("catalogues:basis_changes")), (definition.title, "")],
    )  # fmt: skip


def _exported(one: BasisChange) -> dict[str, object]:
    adjusted = f"（{one.adjusted_in.version}）" if one.adjusted_in else ""
    return {
        "body": one.body.name, "list": one.get_list_kind_display(), "code": one.code, "subject": one.subject,
        "words": one.words, "changed_on": one.changed_on, "due_on": one.due_on, "owner": one.owner_name,
        "outcome": f"{one.get_outcome_display()}{adjusted}", "settled_on": one.settled_on, "reason": one.reason,
    }  # fmt: skip

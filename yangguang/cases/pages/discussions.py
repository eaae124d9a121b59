"""集体讨论: every discussion the heads of the agency held about a case, who sat there, what each said and how each voted."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from yangguang.base.pages import page
from yangguang.cases.kinds.penalty.stages import DISCUSSING, TO_DISCUSS
from yangguang.cases.models import Case, CollectiveDiscussion, Vote
from yangguang.cases.pages.case import OF_A_CASE, READERS, head_of
from yangguang.cases.policy import may_take
from yangguang.cases.presentation.acts import address_of
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.rules import collective_discussion as rule
from yangguang.records.api import is_signed

TITLE = "集体讨论"


@page("cases/<ref:ref>/discussions/", name="cases:discussions", title=TITLE, allow=READERS, subject="case",
      expects=OF_A_CASE)  # fmt: skip
def discussions(request: HttpRequest, ref: str) -> HttpResponse:
    """Newest first; each says whether it is about the draft as it stands now, and whether its record is signed."""
    case = get_object_or_404(cases_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]
    digests = dict(case.drafts.values_list("kind", "digest"))
    held = case.discussions.select_related("document").prefetch_related("document__scans").order_by("-pk")
    head = head_of(case)
    head["trail"] = [*head["trail"][:1], (case.number, head["case_href"]), (TITLE, "")]
    reader: Any = request.user
    may = case.status in TO_DISCUSS and may_take(reader, case, DISCUSSING)
    return render(request, "cases/discussions.html", head | {
        "rows": [_row(case, one, digests) for one in held],
        "act_href": address_of(case, "discuss_collectively") if may else "",
    })  # fmt: skip


def _row(case: Case, held: CollectiveDiscussion, digests: dict[str, str]) -> dict[str, Any]:
    present = [
        one | {"vote_label": Vote(one["vote"]).label if one.get("vote") else "没有记录"} for one in held.opinions
    ]
    return {
        "held": held, "present": present, "count": rule.counted_words(held.opinions),
        "current": digests.get(held.draft_kind) == held.draft_digest,
        "signed": held.document is not None and is_signed(held.document),
    }  # fmt: skip

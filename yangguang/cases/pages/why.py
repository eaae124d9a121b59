"""为什么: what each condition of an act says now, without having tried it (picture 12). There is no other way round."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from yangguang.base.pages import Expect, page
from yangguang.cases.models import Case
from yangguang.cases.pages.case import AT_THE_END, READERS, dues_of, head_of
from yangguang.cases.presentation import acts, progress
from yangguang.cases.queries import cases_visible_to
from yangguang.directory.api import ROLE_LABELS, Account, Role


@page(
    "cases/<ref:ref>/why/<slug:act>/", name="cases:why", title="为什么不能办", allow=READERS, subject="case_why",
    expects=Expect(superior=200, only_in=AT_THE_END),
)  # fmt: skip
def why(request: HttpRequest, ref: str, act: str) -> HttpResponse:
    """Failing conditions first, then what only the form can tell, then what holds."""
    account: Account = request.user  # type: ignore[assignment]
    case = get_object_or_404(cases_visible_to(account), public_id=ref)
    steps = [step for step in progress.flow_of(case).steps if step.act == act]
    if not steps:
        raise Http404
    step = next((one for one in steps if case.status in one.sources), steps[0])
    prospect = acts.Asking(case, account).prospect(step)
    open_now = {one["act"]: one for one in acts.next_acts(case, account)["possible"]}
    rows = [_row(answer, open_now) for answer in prospect.answers]
    rows = _before_the_gates(case, prospect) + sorted(rows, key=lambda row: ORDER.index(row["state"]))
    failing = sum(row["state"] == "missing" for row in rows)
    head = head_of(case)
    head["trail"] = [*head["trail"][:1], (case.number, head["case_href"]), (step.label, "")]
    return render(request, "cases/why.html", head | {
        "step": step, "rows": rows, "dues": dues_of(case), "failing": failing,
        "act_href": acts.address_of(case, act) if not failing else "",
    })  # fmt: skip


ORDER = ["missing", "waiting", "held"]


def _row(answer: acts.Answer, open_now: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """One condition; a failing one with the act that mends it, where this person can take that act now."""
    verdict = answer.verdict
    row: dict[str, Any] = {"label": verdict.label, "clause": verdict.clauses, "words": verdict.reason, "state": "held"}
    if not verdict.holds:
        words = "办理时在表单中填写后判断。" if answer.in_form else f"{verdict.reason}{verdict.remedy}"
        row |= {"words": words, "state": "waiting" if answer.in_form else "missing"}
        way = next((open_now[a] for a in acts.WAYS_OUT.get(verdict.gate, ()) if a in open_now), None)
        if way is not None and not answer.in_form:
            row |= {"action_label": way["label"], "action_href": way["href"]}
    return row


def _before_the_gates(case: Case, prospect: acts.Prospect) -> list[dict[str, Any]]:
    """Two conditions every act has: the case stands at the right place, and the person may take it."""
    step, flow = prospect.step, progress.flow_of(case)
    rows: list[dict[str, Any]] = []
    if case.status not in step.sources:
        wanted = "、".join(flow.status(name).label for name in step.sources)
        words = f"现在是“{progress.status_label(case)}”，要先到“{wanted}”。"
        rows.append({"label": "办到这一步", "clause": step.clauses[:1], "state": "missing", "words": words})
    if not prospect.may:
        roles = "、".join(ROLE_LABELS[Role(name)] if name in set(Role) else "系统" for name in step.by)
        words = f"这一步由本案的{roles}办理。"
        rows.append({"label": "由有权的人办理", "clause": step.clauses[:1], "state": "missing", "words": words})
    return rows

"""Changes of a roster on screen and phone: one worker, payments, one link of the contract chain."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from yangguang.base.act_pages import answer
from yangguang.base.pages import page
from yangguang.cases.kinds.labour import queries
from yangguang.cases.kinds.labour.forms import wages as forms
from yangguang.cases.models import Case
from yangguang.cases.pages.roster import head_of, the_case
from yangguang.cases.rules.roster_rows import RosterRow, checked_row
from yangguang.cases.use_cases.add_contract_link import add_contract_link
from yangguang.cases.use_cases.add_roster_worker import add_roster_worker
from yangguang.cases.use_cases.change_roster_worker import change_roster_worker
from yangguang.cases.use_cases.record_worker_payments import record_worker_payments


@page("cases/<ref:ref>/roster/<slug:act>/", name="cases:roster_act", title="更新劳动者名册", writes=True,
      allow=("case_handler",), subject="roster_act")  # fmt: skip
def roster_act(request: HttpRequest, ref: str, act: str) -> HttpResponse:
    """Add a worker, change one (`?worker=`), record payments, or add a link of the chain."""
    case, account = the_case(request, ref), request.user
    makers: dict[str, Callable[[], tuple[Any, str, Callable[..., Any]]]] = {
        "add": lambda: _worker(request, case), "pay": lambda: _payments(request, case),
        "link": lambda: _link(request, case),
    }  # fmt: skip
    if act not in makers:
        raise Http404
    form, title, run = makers[act]()
    head = head_of(case, title)
    return answer(
        request, form, lambda **facts: run(actor=account, at=form.moment(), facts=facts), to=head["back"],
        done=f"已经办理：{title}。", template="cases/labour/act.html", words=title, **head,
    )  # fmt: skip


def _worker(request: HttpRequest, case: Case) -> tuple[Any, str, Callable[..., Any]]:
    ref = request.GET.get("worker", "")
    worker = get_object_or_404(queries.workers_of(case), public_id=ref) if ref else None
    initial = {}
    if worker:
        initial = {name: getattr(worker, name) for name in ("name", "person_id", "phone", "owed_fen", "agent")}
        initial |= {"from_month": f"{worker.from_month:%Y-%m}", "to_month": f"{worker.to_month:%Y-%m}"}

    def run(*, actor: Any, at: Any, facts: dict[str, Any]) -> Any:
        row: RosterRow = checked_row(today=at.day, **facts)
        if worker:
            return change_roster_worker(worker=worker, row=row, actor=actor, at=at)
        return add_roster_worker(case=case, row=row, actor=actor, at=at)

    return forms.WorkerForm(request.POST or None, initial=initial), "修改劳动者" if worker else "登记劳动者", run


def _payments(request: HttpRequest, case: Case) -> tuple[Any, str, Callable[..., Any]]:
    form = forms.PaymentsForm(request.POST or None, case=case)

    def run(*, actor: Any, at: Any, facts: dict[str, Any]) -> Any:
        return record_worker_payments(case=case, payments=form.payments(), actor=actor, at=at)

    return form, "登记工资支付", run


def _link(request: HttpRequest, case: Case) -> tuple[Any, str, Callable[..., Any]]:
    def run(*, actor: Any, at: Any, facts: dict[str, Any]) -> Any:
        return add_contract_link(case=case, actor=actor, at=at, **facts)

    return forms.LinkForm(request.POST or None, case=case), "登记承包单位", run

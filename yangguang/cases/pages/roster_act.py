"""Changes of a roster on screen and phone: a worker, payments, a link of the contract chain; corrections say why."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from yangguang.base.act_pages import answer
from yangguang.base.pages import page
from yangguang.cases.kinds.labour import queries
from yangguang.cases.kinds.labour.forms import wages as forms
from yangguang.cases.models import Case, ContractLink, RosterWorker
from yangguang.cases.pages.roster import head_of, the_case
from yangguang.cases.rules.roster_rows import checked_row
from yangguang.cases.use_cases.add_contract_link import add_contract_link
from yangguang.cases.use_cases.add_roster_worker import add_roster_worker
from yangguang.cases.use_cases.change_contract_link import change_contract_link
from yangguang.cases.use_cases.change_roster_worker import change_roster_worker
from yangguang.cases.use_cases.record_worker_payments import record_worker_payments
from yangguang.cases.use_cases.remove_contract_link import remove_contract_link
from yangguang.cases.use_cases.remove_roster_worker import remove_roster_worker

Made = tuple[Any, str, Callable[..., Any]]


@page("cases/<ref:ref>/roster/<slug:act>/", name="cases:roster_act", title="更新劳动者名册", writes=True,
      allow=("case_handler",), subject="roster_act")  # fmt: skip
def roster_act(request: HttpRequest, ref: str, act: str) -> HttpResponse:
    """One change of the roster or the chain; a correction and a removal name their row (`?worker=`, `?link=`)."""
    case, account = the_case(request, ref), request.user
    if act not in MAKERS:
        raise Http404
    form, title, run = MAKERS[act](request, case)
    head = head_of(case, title)
    return answer(
        request, form, lambda **facts: run(actor=account, at=form.moment(), facts=facts), to=head["back"],
        done=f"已经办理：{title}。", template="cases/labour/act.html", words=title, **head,
    )  # fmt: skip


def _add(request: HttpRequest, case: Case) -> Made:
    def run(*, actor: Any, at: Any, facts: dict[str, Any]) -> Any:
        return add_roster_worker(case=case, row=checked_row(today=at.day, **facts), actor=actor, at=at)

    return forms.WorkerForm(request.POST or None), "登记劳动者", run


def _change(request: HttpRequest, case: Case) -> Made:
    worker = _worker(request, case)
    initial = {name: getattr(worker, name) for name in ("name", "person_id", "phone", "owed_fen", "agent")}
    initial |= {"from_month": f"{worker.from_month:%Y-%m}", "to_month": f"{worker.to_month:%Y-%m}"}

    def run(*, actor: Any, at: Any, facts: dict[str, Any]) -> Any:
        reason = facts.pop("reason")
        row = checked_row(today=at.day, **facts)
        return change_roster_worker(worker=worker, row=row, reason=reason, actor=actor, at=at)

    return forms.WorkerCorrectionForm(request.POST or None, initial=initial), f"更正劳动者：{worker.name}", run


def _remove(request: HttpRequest, case: Case) -> Made:
    worker = _worker(request, case)
    run = partial(_told, remove_roster_worker, worker=worker)
    return forms.ReasonForm(request.POST or None), f"移出名册：{worker.name}", run


def _pay(request: HttpRequest, case: Case) -> Made:
    after = request.GET.get("after", "")
    form = forms.PaymentsForm(
        request.POST or None, case=case, after=int(after) if after.isdecimal() and len(after) < 7 else 0
    )

    def run(*, actor: Any, at: Any, facts: dict[str, Any]) -> Any:
        return record_worker_payments(case=case, payments=form.payments(), actor=actor, at=at)

    return form, "登记工资支付", run


def _add_link(request: HttpRequest, case: Case) -> Made:
    return forms.LinkForm(request.POST or None, case=case), "登记承包单位", partial(_told, add_contract_link, case=case)


def _change_link(request: HttpRequest, case: Case) -> Made:
    link = _link(request, case)
    names = ("level", "above", "relation", "name", "code", "qualified", "hired_workers", "price_overdue_fen", "note")
    initial = {name: getattr(link, name) for name in names}
    form = forms.LinkCorrectionForm(request.POST or None, case=case, link=link, initial=initial)
    return form, f"更正承包单位：{link.name}", partial(_told, change_contract_link, link=link)


def _remove_link(request: HttpRequest, case: Case) -> Made:
    link = _link(request, case)
    run = partial(_told, remove_contract_link, link=link)
    return forms.ReasonForm(request.POST or None), f"移出承包关系：{link.name}", run


def _told(use_case: Callable[..., Any], *, actor: Any, at: Any, facts: dict[str, Any], **known: Any) -> Any:
    return use_case(actor=actor, at=at, **known, **facts)


def _worker(request: HttpRequest, case: Case) -> RosterWorker:
    return get_object_or_404(queries.workers_of(case), public_id=request.GET.get("worker", ""))


def _link(request: HttpRequest, case: Case) -> ContractLink:
    return get_object_or_404(queries.links_of(case), public_id=request.GET.get("link", ""))


MAKERS: dict[str, Callable[[HttpRequest, Case], Made]] = {
    "add": _add, "change": _change, "remove": _remove, "pay": _pay, "link": _add_link, "change-link": _change_link,
    "remove-link": _remove_link,
}  # fmt: skip

"""限期改正指令与行政处理: a case's two labour lines on one page; drafting, proposing, and the form of each act."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base.form_fields import filled
from yangguang.base.pages import page
from yangguang.cases.kinds.labour.forms import wages as forms
from yangguang.cases.kinds.labour.forms.lines import LineForm
from yangguang.cases.kinds.labour.fulfilment import changes_to, left_of, ordered_by
from yangguang.cases.kinds.labour.line_acts import REVIEW_PAGES, acts_on, possible
from yangguang.cases.kinds.labour.policy import IN_THE_END, may_keep_roster
from yangguang.cases.models import Case, CaseKind, Disposition, Instruction
from yangguang.cases.pages.case import OF_A_CASE
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.seen import answer_as_seen
from yangguang.cases.use_cases.draft_instruction import draft_instruction
from yangguang.cases.use_cases.propose_disposition import UNHEEDED, propose_disposition

READERS = ("case_handler", "unit_head", "agency_head", "legal_reviewer", "archivist", "supervisor")
TAKERS = ("case_handler", "unit_head", "agency_head")


def _case(request: HttpRequest, ref: str) -> Case:
    return get_object_or_404(cases_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]


@page("cases/<ref:ref>/orders/", name="cases:orders", title="限期改正与行政处理", allow=READERS, subject="case",
      expects=OF_A_CASE)  # fmt: skip
def orders(request: HttpRequest, ref: str) -> HttpResponse:
    """Every instruction and disposition of a case: orders, days, outcomes, and what can be done."""
    case, account = _case(request, ref), request.user
    mine = may_keep_roster(account, case) and case.status not in IN_THE_END  # type: ignore[arg-type]
    return render(request, "cases/labour/orders.html", {
        "case": case, "mine": mine, "instructions": [
            {"row": one, "orders": list(one.orders.order_by("position")), "acts": _acts(one, account),
             "fate": getattr(one, "unheeded", None), "may_propose": mine and one.status in UNHEEDED and case.kind == CaseKind.LABOUR}
            for one in case.instructions.select_related("party", "unheeded").order_by("-pk")
        ],
        "dispositions": [
            {"row": one, "content": ordered_by(one), "left": left_of(one), "changes": changes_to(one), "acts": _acts(one, account)}
            for one in case.dispositions.select_related("draft", "decision", "party").order_by("-pk")
        ],
    })  # fmt: skip


def _acts(line: Instruction | Disposition, account: Any) -> list[dict[str, str]]:
    ref = line.case.public_id
    return [
        {"label": title, "href": reverse(REVIEW_PAGES[act][1], args=[ref]) if act in REVIEW_PAGES
         else reverse("cases:order_act", args=[ref, line.public_id, act])}
        for act, title in possible(line, account)
    ]  # fmt: skip


@page("cases/<ref:ref>/orders/draft/", name="cases:draft_instruction", title="拟制限期改正指令", writes=True,
      allow=("case_handler",), subject="case")  # fmt: skip
def draft(request: HttpRequest, ref: str) -> HttpResponse:
    """The draft of an instruction."""
    case = _case(request, ref)
    form = forms.InstructionForm(request.POST or None, case=case, initial={"party": case.parties.first()})

    def do(party: Any, facts_found: str, basis: list[str], **facts: Any) -> Any:
        return draft_instruction(
            case=case, party=party, facts=facts_found, basis=basis, orders=form.orders(), actor=request.user,  # type: ignore[arg-type]
            at=form.moment(),
        )  # fmt: skip

    return _answered(request, case, form, do, "拟制限期改正指令", "保存指令稿")


@page("cases/<ref:ref>/orders/<ref:line>/propose/", name="cases:propose_disposition", title="提出行政处理", writes=True,
      allow=("case_handler",), subject="order")  # fmt: skip
def propose(request: HttpRequest, ref: str, line: str) -> HttpResponse:
    """What would be decided after an unheeded instruction."""
    case = _case(request, ref)
    instruction = get_object_or_404(case.instructions, public_id=line)
    form = forms.DispositionForm(request.POST or None)

    def do(**facts: Any) -> Any:
        return propose_disposition(instruction=instruction, actor=request.user, at=form.moment(), **form.given())  # type: ignore[arg-type]

    return _answered(request, case, form, do, "提出行政处理", "保存拟处理内容")


@page("cases/<ref:ref>/orders/<ref:line>/<slug:act>/", name="cases:order_act", title="办理指令、行政处理", writes=True,
      allow=TAKERS, subject="order_act")  # fmt: skip
def order_act(request: HttpRequest, ref: str, line: str, act: str) -> HttpResponse:
    """The form of one act on an instruction or a disposition."""
    case = _case(request, ref)
    found = case.instructions.filter(public_id=line).first() or case.dispositions.filter(public_id=line).first()
    if found is None or (known := acts_on(found).get(act)) is None:
        raise Http404
    extra: dict[str, Any] = {}
    if issubclass(known.form, forms.CheckForm):
        extra = {"instruction": found}
    elif issubclass(known.form, forms.PaymentsForm):
        extra = {"case": case}
    elif issubclass(known.form, LineForm):
        extra = {"line": found}
    form = known.form(**filled(request.POST, request.FILES), **extra)
    name = "instruction" if isinstance(found, Instruction) else "disposition"

    def do(**facts: Any) -> Any:
        return known.run(**{name: found}, actor=request.user, at=form.moment(), **known.given(form))

    return _answered(request, case, form, do, known.title, known.words)


def _answered(request: HttpRequest, case: Case, form: Any, do: Any, title: str, words: str) -> HttpResponse:
    back = reverse("cases:orders", args=[case.public_id])
    return answer_as_seen(
        request, case, form, do, to=back, done=f"已经办理：{title}。", template="cases/labour/act.html", title=title, words=words,
        under=f"{case.title}　{case.number}", back=back,
    )  # fmt: skip

"""对外提供: propose, decide, and take the package – each a page; what went out is listed with its fingerprint."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import exports
from yangguang.base.act_pages import answer
from yangguang.base.pages import Expect, page
from yangguang.base.sending import sent
from yangguang.directory.api import DeskRequest, Role
from yangguang.records.access_queries import key_of, offered
from yangguang.records.events.outside import OutsidePackageTaken
from yangguang.records.models import AccessScope, OutsideProvision, OutsideState
from yangguang.records.outside_forms import OpinionForm, ProposeForm
from yangguang.records.policy import GRANTERS
from yangguang.records.readers import acts_in, face_of
from yangguang.records.use_cases.approve_outside import approve_outside
from yangguang.records.use_cases.propose_outside import Giving, propose_outside
from yangguang.records.use_cases.refuse_outside import refuse_outside

PROPOSERS = frozenset({Role.CASE_HANDLER}) | GRANTERS
HEADS = frozenset({Role.AGENCY_HEAD})
NOT_SEEN: dict[str, tuple[str, ...]] = {"case_handler": (), "archivist": ()}
OWN = Expect(only_in=NOT_SEEN)


def _visible(request: DeskRequest, ref: str) -> OutsideProvision:
    """One of a file in which one acts oneself, else 404."""
    found: QuerySet[OutsideProvision] = OutsideProvision.objects.select_related("body", "package")
    one = get_object_or_404(found, public_id=ref, body=request.user.body)
    if not acts_in(request.user, one.file_ref):
        raise Http404
    return one


@page("files/<ref:ref>/outside/", name="records:outside", title="对外提供", allow=PROPOSERS, writes=True, subject="case",
      expects=Expect(only_in={"case_handler": (), "archivist": ("closed",)}))  # fmt: skip
def outside(request: DeskRequest, ref: str) -> HttpResponse:
    """What was given of a file, and the form to propose more."""
    if not acts_in(request.user, ref):
        raise Http404
    file, form = face_of(request.user, ref), ProposeForm(request.POST or None, file_ref=ref)
    return answer(
        request, form, lambda **told: propose_outside(file_ref=ref, giving=Giving(**told), actor=request.user, at=form.moment()),
        to=lambda made: reverse("records:outside_one", args=[made.public_id]), done="已经提交，等候机关负责人审批。",
        template="records/outside.html", file=file, given=OutsideProvision.objects.filter(file_ref=ref),
        trail=[("案件", ""), (file.label, file.href), ("对外提供", "")],
    )  # fmt: skip


@page("outside/<ref:ref>/", name="records:outside_one", title="对外提供申请", allow=PROPOSERS, subject="outside",
      expects=OWN)  # fmt: skip
def outside_one(request: DeskRequest, ref: str) -> HttpResponse:
    """One giving."""
    one = _visible(request, ref)
    titles = {key_of(item): item.title for item in offered(one.file_ref, AccessScope.WHOLE)}
    waits = one.state == OutsideState.PROPOSED
    return render(request, "records/outside_one.html", {
        "one": one, "titles": [titles.get(key, key) for key in one.items], "facts": _facts(one),
        "may_decide": waits and request.user.holds(Role.AGENCY_HEAD) and request.user.actor_ref != one.proposed_by_ref,
        "trail": [("对外提供", reverse("records:outside", args=[one.file_ref])), (one.number, "")],
    })  # fmt: skip


@page("outside/<ref:ref>/approve/", name="records:approve_outside", title="批准对外提供", allow=HEADS, writes=True,
      subject="outside", expects=Expect())  # fmt: skip
def approve(request: DeskRequest, ref: str) -> HttpResponse:
    """By the head of the body."""
    return _decide(
        request, _visible(request, ref), approve_outside, "批准对外提供", "批准", "已经批准，文件包正在生成。"
    )


@page("outside/<ref:ref>/refuse/", name="records:refuse_outside", title="不予对外提供", allow=HEADS, writes=True,
      subject="outside", expects=Expect())  # fmt: skip
def refuse(request: DeskRequest, ref: str) -> HttpResponse:
    """With a reason."""
    return _decide(request, _visible(request, ref), refuse_outside, "不予对外提供", "不予批准", "已经答复。")


@page("outside/<ref:ref>/package/", name="records:outside_package", title="对外提供的文件包", allow=PROPOSERS,
      subject="outside_approved", expects=OWN)  # fmt: skip
def package(request: DeskRequest, ref: str) -> HttpResponse:
    """The package as it was made; each time it leaves is a line of the case."""
    one = _visible(request, ref)
    response = sent(one.package, f"对外提供-{one.number}", stretch=request.headers.get("Range", ""))
    event = OutsidePackageTaken(one.number, f"{one.get_recipient_display()}{one.recipient_name}", one.package.sha256)  # type: ignore[union-attr]
    return exports.told(response, event, one.subject)


def _facts(one: OutsideProvision) -> list[tuple[str, Any]]:
    return [
        ("案号", one.file_number), ("接收人", f"{one.get_recipient_display()}　{one.recipient_name}"),
        ("调取文书", one.paper_number), ("用途", one.purpose), ("保密审查", one.get_secrecy_display()),
        ("审查说明", one.secrecy_note), ("提出人", one.proposed_by_name),
    ]  # fmt: skip


def _decide(request: DeskRequest, one: OutsideProvision, verb: Any, title: str, words: str, done: str) -> HttpResponse:
    form, back = OpinionForm(request.POST or None), reverse("records:outside_one", args=[one.public_id])
    return answer(
        request, form, lambda **told: verb(provision=one, actor=request.user, at=form.moment(), **told), to=back, done=done,
        template="records/access_act.html", title=title, words=words, back=back, clause_id="GD-REC-2021:27",
        told=f"{one.proposed_by_name}提出：提供给{one.recipient_name}，{one.purpose}", under=f"{one.number}　{one.file_number}",
        trail=[(one.number, back), (title, "")],
    )  # fmt: skip

"""One round: where it stands, its files, its papers, and what can be done now."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import approvals, ledger
from yangguang.base.pages import Expect, page
from yangguang.directory.api import DeskRequest
from yangguang.records.api import documents_of
from yangguang.supervision.models import CaseFileEvaluation, FileState, RoundState
from yangguang.supervision.policy import READERS, decides, leads
from yangguang.supervision.queries import files_visible_to, rounds_visible_to, scores_seen
from yangguang.supervision.rules.flow import ROUND, may_follow
from yangguang.supervision.use_cases.propose_result import PURPOSE

SEEN = Expect(own=200, other=404, superior=200)
PHASES = (
    ("计划", ("proposed", "planned")), ("抽取", ("sampled",)), ("分派", ("assigned",)), ("评查", ("scoring",)),
    ("反馈和异议", ("feedback", "objecting")), ("定档", ("finalised",)), ("整改", ("rectifying", "verified")), ("公布", ("closed",)),
)  # fmt: skip
OF_LEADER = ("draw_sample", "add_targeted_file", "assign_evaluators", "give_feedback", "propose_result")
OF_HEAD = ("approve_plan", "finalise_round", "publish_result", "cancel_round")
SLUGS = {
    "draw_sample": "draw", "add_targeted_file": "target", "assign_evaluators": "assign", "give_feedback": "feed_back",
    "propose_result": "propose", "approve_plan": "approve", "finalise_round": "finalise", "publish_result": "publish",
    "cancel_round": "cancel",
}  # fmt: skip


@page("evaluations/<ref:ref>", name="supervision:round", title="案卷评查", allow=READERS,
      subject="case_file_evaluation", expects=SEEN)  # fmt: skip
def round_page(request: DeskRequest, ref: str) -> HttpResponse:
    """Everything about a round for whoever may see it; scores once they are told."""
    one = get_object_or_404(rounds_visible_to(request.user), public_id=ref)
    files = files_visible_to(request.user).filter(evaluation=one).order_by("position", "pk")
    told = scores_seen(request.user, one)
    return render(request, "supervision/round.html", {
        "round": one, "files": files, "told": told, "bodies": one.bodies.order_by("pk"), "phases": phases_of(one),
        "acts": acts_for(request, one), "papers": documents_of(one.public_id) if told else [],
        "trail": [("案卷评查", reverse("supervision:rounds")), (one.title, "")],
        "entries": [{"at": e.occurred_at, "title": e.label, "who": e.actor_name, "words": e.summary}
                    for e in ledger.entries_about("case_file_evaluation", one.public_id).reverse()] if told else [],
    })  # fmt: skip


def own(evaluation: CaseFileEvaluation) -> str:
    """Its page."""
    return reverse("supervision:round", args=[evaluation.public_id])


def phases_of(evaluation: CaseFileEvaluation) -> list[dict[str, str]]:
    """The way of a round, what is over and where it is now."""
    now = next((place for place, (_, states) in enumerate(PHASES) if evaluation.state in states), -1)
    return [
        {"label": label, "state": "done" if place < now else "current" if place == now else "ahead"}
        for place, (label, _) in enumerate(PHASES)
    ]


def acts_for(request: DeskRequest, one: CaseFileEvaluation) -> list[dict[str, Any]]:
    """What this person may do now."""
    names: list[str] = []
    if leads(request.user, one):
        names += [act for act in OF_LEADER if may_follow(act, one.state)]
    waiting = approvals.latest(one.subject, PURPOSE)
    proposed = waiting is not None and approvals.next_step(waiting) is not None
    if decides(request.user, one.body_id):
        names += [act for act in OF_HEAD if may_follow(act, one.state) and (act != "finalise_round" or proposed)]
    if proposed or one.state == RoundState.SCORING and _unsettled(one):
        names = [act for act in names if act not in {"propose_result", "give_feedback"}]
    acts = [
        {"label": ROUND[act].label, "href": reverse(f"supervision:{SLUGS[act]}", args=[one.public_id])} for act in names
    ]
    if decides(request.user, one.body_id) and (proposed or one.state == RoundState.PROPOSED):
        acts.append({"label": "退回", "href": reverse("supervision:return", args=[one.public_id])})
    return acts


def _unsettled(one: CaseFileEvaluation) -> bool:
    return one.files.filter(state__in=(FileState.DRAWN, FileState.VETO_CLAIMED)).exists()

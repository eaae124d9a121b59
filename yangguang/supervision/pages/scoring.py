"""The scoring sheet on the screen: the file's papers and what the checks suggest on the left, the sheet on the right."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from yangguang.base import drafts
from yangguang.base.forms import begun
from yangguang.base.pages import Expect, page
from yangguang.base.refusals import put_on_form
from yangguang.directory.api import DeskRequest
from yangguang.kernel.refusal import Refused
from yangguang.records.api import DocumentStatus, documents_of, evidence_of
from yangguang.supervision.models import EvaluatedFile
from yangguang.supervision.pages.round import own
from yangguang.supervision.policy import EVALUATORS
from yangguang.supervision.queries import files_to_score
from yangguang.supervision.rules.flow import STANDARD
from yangguang.supervision.rules.sheets import from_content
from yangguang.supervision.scoring_form import ScoringForm
from yangguang.supervision.use_cases.recheck_file import recheck_file
from yangguang.supervision.use_cases.score_file import score_file

# Nobody but the one evaluator it was given to; the others of these roles do not find it.
ITS_EVALUATOR = Expect(
    own=200, other=404, superior=404, only_in={"legal_reviewer": (), "unit_head": (), "supervisor": ()}
)


@page("evaluated-files/<ref:ref>/score", name="supervision:score", title="案卷评分", allow=EVALUATORS, writes=True,
      subject="evaluated_file", expects=ITS_EVALUATOR)  # fmt: skip
def score(request: DeskRequest, ref: str) -> HttpResponse:
    """Veto items first, then every item; what is typed is kept by itself."""
    file = get_object_or_404(files_to_score(request.user), public_id=ref)
    key, rechecks = f"evaluation-sheet:{ref}:{file.rechecker_id or 0}", file.rechecker_id is not None
    posted = request.method == "POST"
    initial, draft = ({}, None) if posted else begun(request.POST, request.user.actor_ref, key)
    sheet = from_content(file.evaluation.standard.content)
    form = ScoringForm(request.POST if posted else None, sheet=sheet, rechecks=rechecks, initial=initial)
    if posted and form.is_valid():
        try:
            _handed_in(request, file, form, rechecks=rechecks)
        except Refused as refusal:
            put_on_form(form, refusal)
        else:
            drafts.discard(account_ref=request.user.actor_ref, key=key)
            messages.success(request, "评查表已经提交。")
            return redirect("supervision:file", ref)
    shown = {
        "file": file, "form": form, "draft": draft, "draft_key": key, "rechecks": rechecks, "clause_id": STANDARD,
        "papers": documents_of(file.case.public_id).exclude(status=DocumentStatus.VOIDED),
        "evidence": evidence_of(file.case.public_id), "objections": file.objections.filter(answered_on=None).order_by("pk"),
        "trail": [("案卷评查", "../"), (file.evaluation.title, own(file.evaluation)), (str(file), "")],
    }  # fmt: skip
    return render(request, "supervision/score.html", shown, status=409 if form.refusal else 200)


def _handed_in(request: DeskRequest, file: EvaluatedFile, form: ScoringForm, *, rechecks: bool) -> Any:
    act = recheck_file if rechecks else score_file
    return act(file=file, actor=request.user, at=form.moment(), **form.facts)

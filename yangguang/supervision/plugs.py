"""What supervision plugs into the sockets below: readers of files, automatic checks after assignment, what `verify` asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from yangguang.base.events import SYSTEM
from yangguang.base.models import LedgerEntry
from yangguang.base.outbox import listener
from yangguang.base.verifying import invariant
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.readers import FileFace, file_face, reader
from yangguang.supervision.events import EvaluatorsAssigned, SampleDrawn
from yangguang.supervision.models import CaseFileEvaluation, EvaluatedFile, FileState, RoundState, ScoringSheet, TakenBy
from yangguang.supervision.policy import READERS
from yangguang.supervision.queries import files_to_score, rounds_visible_to
from yangguang.supervision.rules.draw import Listed, draw
from yangguang.supervision.rules.scoring import Deduction, VetoAnswer, score
from yangguang.supervision.rules.sheets import from_content
from yangguang.supervision.use_cases.check_files import check_files

OVER = (RoundState.FINALISED, RoundState.RECTIFYING, RoundState.VERIFIED, RoundState.CLOSED, RoundState.CANCELLED)


@listener(EvaluatorsAssigned, name="supervision.check", patient=True)
def check(entry: Any) -> None:
    """Check the files of a round whose evaluators are assigned; done twice, it is done once."""
    found = CaseFileEvaluation.objects.filter(public_id=entry.subject_ref, state=RoundState.ASSIGNED).first()
    if found is not None:
        check_files(evaluation=found, actor=SYSTEM, at=Moment.now())


@reader("evaluations")
def may_read_round(account: Account, file_ref: str) -> bool:
    """The papers of a round for those who see it."""
    if not account.role_names & READERS:
        return False
    return rounds_visible_to(account).filter(public_id=file_ref).exists()


@reader("evaluated_files")
def may_read_evaluated_file(account: Account, file_ref: str) -> bool:
    """The papers of a case file for the one it was given to, until the result is final."""
    rows = files_to_score(account).exclude(state=FileState.EXCLUDED).exclude(evaluation__state__in=OVER)
    return rows.filter(case__public_id=file_ref).exists()


@file_face("evaluations")
def face_of_round(account: Account, file_ref: str) -> FileFace | None:
    """The file of a round shows its title."""
    found = rounds_visible_to(account).filter(public_id=file_ref).first()
    return FileFace(found.title, reverse("supervision:round", args=[file_ref]), keeps=False) if found else None


@invariant("evaluations", title="案卷评查的抽取可以重做，评分与扣分一致")
def evaluations() -> Iterator[str]:
    """Every draw comes out the same from its seed and list; every score is what its deductions come to."""
    told = LedgerEntry.objects.filter(event=SampleDrawn.__name__).order_by("pk")
    seeds = dict(told.values_list("subject_ref", "facts"))
    for one in CaseFileEvaluation.objects.exclude(seed="").order_by("pk").iterator():
        line = seeds.get(one.public_id, {})
        if (line.get("seed"), line.get("list_digest")) != (one.seed, one.list_digest):
            yield f"{one.title}：抽取的种子或者名单与账目不一致"
        drawn = {row.ref for row in draw([Listed(**row) for row in one.listed], size=one.size, seed=one.seed)}
        rows = EvaluatedFile.objects.filter(evaluation=one, taken_by=TakenBy.DRAWN).order_by("pk")
        if drawn != set(rows.values_list("case__public_id", flat=True)):
            yield f"{one.title}：抽中的案卷与按种子重做的结果不一致"
    for sheet in ScoringSheet.objects.select_related("file__evaluation__standard").order_by("pk").iterator():
        standard = from_content(sheet.file.evaluation.standard.content)
        answers = [VetoAnswer(**row) for row in sheet.answers]
        if score(standard, answers, [Deduction(**row) for row in sheet.deductions]).total != sheet.score:
            yield f"{sheet.file.evaluation.title}{sheet.file}：得分与扣分不一致"

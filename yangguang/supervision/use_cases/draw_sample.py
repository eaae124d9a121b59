"""Freeze the list of finished files and draw a sample from it with a seed anybody can repeat it by; two people are there."""

from __future__ import annotations

import json
from hashlib import sha256

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel import chance
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.supervision.documents import draw_record, frame
from yangguang.supervision.events import SampleDrawn
from yangguang.supervision.models import CaseFileEvaluation, EvaluatedFile
from yangguang.supervision.queries import finished_files
from yangguang.supervision.rules.draw import Listed, draw
from yangguang.supervision.rules.flow import HOUSE
from yangguang.supervision.use_cases._round import led, moves

SEED_BYTES = 16


@transaction.atomic
def draw_sample(*, evaluation: CaseFileEvaluation, witness: Account, actor: Account, at: Moment) -> CaseFileEvaluation:
    """Drawn. Raises Refused for a witness who is the same person, and where no file ended in the period."""
    planned = led(evaluation, "draw_sample", actor)
    if witness.pk == actor.pk or witness.body_id != planned.body_id:
        raise Refused("抽取应当两人在场。", HOUSE, field="witness", remedy="请选择本机关的另一人监督抽取。")
    bodies = list(planned.bodies.values_list("pk", flat=True))
    found = finished_files(planned.standard.kind, bodies, planned.period_from, planned.period_until)
    cases = {one.public_id: one for one in found}
    if not cases:
        raise Refused("这段时间没有办结的案卷，不能抽取。", HOUSE, remedy="请取消后按有办结案卷的时间段重新计划。")
    several = len(bodies) > 1
    listed = [
        Listed(ref, one.number, f"{one.body.name}·{one.get_kind_display()}" if several else one.get_kind_display())
        for ref, one in cases.items()
    ]
    planned.listed = [{"ref": one.ref, "number": one.number, "stratum": one.stratum} for one in listed]
    planned.list_digest = sha256(json.dumps(planned.listed, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    planned.seed, planned.drawn_on = chance.token_bytes(SEED_BYTES).hex(), at.day
    planned.drawn_by_name, planned.witnessed_by_name = actor.actor_name, witness.actor_name
    drawn = draw(listed, size=planned.size, seed=planned.seed)
    for position, one in enumerate(drawn, start=1):
        case = cases[one.ref]
        EvaluatedFile.objects.create(
            evaluation=planned, case=case, body=case.body, stratum=one.stratum, position=position
        )
    moves(planned, "draw_sample", "listed", "list_digest", "seed", "drawn_on", "drawn_by_name", "witnessed_by_name")
    paper = draw_record.sheet(planned, dated_on=at.day)
    frame.made(planned, "draw_record", draw_record.TITLE, paper, actor=actor, at=at)
    event = SampleDrawn(len(listed), len(drawn), planned.seed, planned.list_digest, witness.actor_ref)
    ledger.record(event, subject=planned.subject, actor=actor, at=at)
    return planned

"""Record an opinion of those who supervise enforcement about a case; the term to answer runs from its receipt (V12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from yangguang.cases.events.supervision import SupervisionRecorded
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Case, Clock, SupervisionKind, SupervisionOpinion
from yangguang.cases.rules.clocks import KINDS
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import chosen
from yangguang.statutes import clause
from yangguang.statutes.overlays import covers

CLAUSE = "APL-2021:75.2"
TERM = "answer_supervision_by"


@dataclass(frozen=True)
class OpinionFacts:
    """Whose opinion, by which paper, received when, what it says, and until when it wants an answer."""

    kind: str
    authority: str
    number: str
    received_on: date
    words: str
    answer_by: date | None = None


@transaction.atomic
def record_supervision(
    *, case_id: int, opinion: OpinionFacts, actor: Account, at: Moment, seen_version: int | None = None
) -> SupervisionOpinion:
    """The day the paper names goes before the province's term; where there is neither, it is refused, never guessed."""
    case = lock_case(case_id, seen_version=seen_version)
    chosen(opinion.kind, SupervisionKind.values, label="监督文书的种类", clause=CLAUSE, field="kind")
    if opinion.received_on > at.day:
        raise Refused("收到文书的日期不能晚于登记的日期。", CLAUSE, field="received_on", remedy="请核对日期。")
    told = {
        "authority": worded(opinion.authority, label="监督机关", field="authority", most=120),
        "number": worded(opinion.number, label="文号", field="number", most=120),
        "words": worded(opinion.words, label="指出的问题和要求", field="words", most=2000),
    }
    keep_secret(case, {"words": told["words"]})
    if case.supervision_opinions.filter(number=told["number"], authority=told["authority"]).exists():
        raise Refused("这份监督文书已经登记。", CLAUSE, field="number", remedy="请核对文号，在原登记上办理答复。")
    _has_a_term(case, opinion)
    taken = take(Taking(main_flow(case), case, "record_supervision", actor, at))
    row = SupervisionOpinion.objects.create(case=case, kind=opinion.kind, received_on=opinion.received_on, **told)
    term = _start(case, row, opinion)
    event = SupervisionRecorded(row.public_id, row.authority, row.number, row.received_on, term.due_on or at.day)
    announce(taken, event, actor=actor, at=at)
    return row


def _has_a_term(case: Case, opinion: OpinionFacts) -> None:
    if opinion.answer_by is not None:
        if opinion.answer_by < opinion.received_on:
            raise Refused("答复期限不能早于收到文书的日期。", CLAUSE, field="answer_by", remedy="请核对日期。")
    elif not covers(clause(KINDS[TERM].clause).law.region, case.body.region_code):
        raise Refused(
            "未设定监督意见回复期。", KINDS[TERM].clause, field="answer_by", remedy="请按监督文书载明的期限填写。"
        )


def _start(case: Case, row: SupervisionOpinion, opinion: OpinionFacts) -> Clock:
    named = {"fixed_due_on": opinion.answer_by, "counted_by": CLAUSE} if opinion.answer_by else {}
    return run_clocks.start(
        case, TERM, on=row.received_on, event="收到监督意见书", about_ref=row.public_id, **named,  # type: ignore[arg-type]
    )  # fmt: skip

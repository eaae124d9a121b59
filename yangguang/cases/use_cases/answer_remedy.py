"""Make the answer the head agreed to, with the list of the evidence that goes along (ARL-2023:48, AJL-2017:67.1)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.base.models import Approval
from yangguang.cases.contested import how_to_answer
from yangguang.cases.events.contesting import RemedyAnswered
from yangguang.cases.informants import covered, who_told
from yangguang.cases.kinds.penalty.documents import evidence_list, frame, remedy_answer
from yangguang.cases.kinds.penalty.documents.remedy_answer import Reply
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Remedy
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.request_remedy_answer import pieces_named, waiting_remedy
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import Document, Evidence, make_document


@transaction.atomic
def answer_remedy(
    *, case_id: int, remedy_ref: str, reply: Reply, evidence_refs: Sequence[str], actor: Account, at: Moment,
    approval: Approval | None = None,
) -> Remedy:  # fmt: skip
    """The paper and its list lie in the file; the term runs on until they are handed in."""
    case = lock_case(case_id)
    remedy = waiting_remedy(case, remedy_ref)
    pieces, how = pieces_named(remedy, evidence_refs), how_to_answer(remedy)
    taken = take(Taking(main_flow(case), case, "answer_remedy", actor, at))
    remedy.answer = make_document(
        kind="remedy_answer", title=how.title, number_kind=how.series, body=case.body, file_ref=case.public_id,
        sheet=remedy_answer.answer(remedy, reply, listed=len(pieces), dated_on=at.day), dated_on=at.day, actor=actor, at=at,
        volume="side",
    )  # fmt: skip
    remedy.evidence_list = _listed(remedy, pieces, approval, actor=actor, at=at)
    remedy.save(update_fields=["answer", "evidence_list"])
    event = RemedyAnswered(remedy.public_id, how.title, remedy.answer.number, len(pieces))
    announce(taken, event, actor=actor, at=at)
    return remedy


def _listed(
    remedy: Remedy, pieces: Sequence[Evidence], approval: Approval | None, *, actor: Account, at: Moment
) -> Document:
    """The list, with who agreed to the answer; nobody who told is named in it."""
    case, told = remedy.case, who_told(remedy.case.public_id)
    for one in pieces:
        one.name, one.source, one.proves = (covered(text, told) for text in (one.name, one.source, one.proves))
    blocks = [evidence_list.table(pieces), *frame.opinions(approval)]
    return make_document(
        kind="remedy_evidence_list", title=evidence_list.TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day,
        sheet=frame.form(case, title=evidence_list.TITLE, blocks=blocks, dated_on=at.day), actor=actor, at=at, volume="side",
    )  # fmt: skip

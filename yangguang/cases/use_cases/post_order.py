"""Post an order to pay for an employer who fled, and film it: it counts as ordered (I04, WPI-2013:4.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from yangguang.cases.events.instructions import InstructionPosted
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.labour.documents import instruction_papers
from yangguang.cases.models import Instruction, OrderKind
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases.serve_instruction import days_run
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import EvidenceKind, add_evidence, make_document

CLAUSE = "WPI-2013:4.2"


@dataclass(frozen=True)
class Posting:
    """Where the paper was posted, how it is known that they fled, and what came of each try to hand it over."""

    places: str
    fled: bool = False
    fled_how: str = ""
    tried_person: str = ""
    tried_family: str = ""
    tried_reception: str = ""
    film: bytes | None = None
    film_name: str = ""


@transaction.atomic
def post_order(
    *, instruction: Instruction, posting: Posting, officers: Sequence[Officer], actor: Account, at: Moment
) -> Instruction:
    """The day runs from the posting. It holds for an order to pay only, and never for a decision."""
    row = locked_line(instruction)
    if not row.orders.filter(kind=OrderKind.PAY_WAGES).exists():
        raise Refused("张贴只对责令支付的文书有效。", CLAUSE, remedy="其他指令请依法送达。")
    where = worded(posting.places, label="张贴地点", field="places", most=400)
    typed = {name: value for name, value in vars(posting).items() if isinstance(value, str)}
    keep_secret(row.case, typed)
    given = {**vars(posting), "officers": list(officers)}
    taken = step_taken(row, "post_order", actor=actor, at=at, given=given)
    names, case = [officer.name for officer in officers], row.case
    film = add_evidence(
        body=case.body, file_ref=case.public_id, kind=EvidenceKind.AUDIOVISUAL, name=f"{row.number}张贴照片、录像",
        source="执法人员现场拍摄", proves="责令支付文书的张贴", obtained_on=at.day, collector_names=names, actor=actor,
        at=at, content=posting.film, file_name=posting.film_name, obtained_at_place=where[:200], original=True,
    )  # fmt: skip
    make_document(
        kind="posting_record", title="张贴责令记录", body=case.body, file_ref=case.public_id, dated_on=at.day,
        sheet=instruction_papers.posting_record(
            case, number=row.number, party=row.party.name, places=where, fled_how=posting.fled_how,
            tries=(posting.tried_person, posting.tried_family, posting.tried_reception), film=film.name,
            officers=names, on=at.day,
        ), actor=actor, at=at,
    )  # fmt: skip
    row.posted_on = at.day
    row.save()
    days_run(row, on=at.day, event="责令支付文书张贴")
    told(taken, row, InstructionPosted(row.number, where, at.day), actor=actor, at=at)
    return row

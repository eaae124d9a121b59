"""Preserve evidence on the spot: list it, hand over the notice, start the seven working days (R03)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.cases.events.custody import EvidencePreserved
from yangguang.cases.kinds.custody import papers
from yangguang.cases.kinds.preservation.documents import notice
from yangguang.cases.models import AdvancePreservation
from yangguang.cases.rules.inventory import SIGNED, ItemEntry, OnTheSpot, are_listed
from yangguang.cases.rules.witnesses import must_be_known
from yangguang.cases.use_cases._custody import keep_items, known_remedies, limit_of, names_of, officers_given
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.statutes import clause

APPROVAL, SETTLE = "APL-2021:56#approval", "APL-2021:56#settle"


@transaction.atomic
def advance_preservation(
    *, preservation: AdvancePreservation, items: Sequence[ItemEntry], spot: OnTheSpot, actor: Account, at: Moment,
    officers: Sequence[Officer] = (), urgent_reason: str = "",
) -> AdvancePreservation:  # fmt: skip
    """Refused without a list made on the spot, without its signatures, or before the head has approved."""
    line = locked_line(preservation)
    _made_on_the_spot(items, spot, names_of(line.case, officers, at.day))
    given = {
        **officers_given(officers), "items": items, "certificate_shown": spot.certificate_shown,
        "urgent_reason": urgent_reason,
    }  # fmt: skip
    taken = step_taken(line, "advance_preservation", actor=actor, at=at, given=given)
    line.preserved_at, line.place, line.urgent_reason = at.occurred_at, spot.place.strip(), urgent_reason.strip()
    rows, case, names = keep_items(line, items), line.case, names_of(line.case, officers, at.day)
    due = limit_of(line)
    text = notice.words(line, items=len(rows), place=line.place, due_on=due, remedies=known_remedies(case.body, at.day))
    paper = papers.letter(
        case, kind="notice_of_advance_preservation", title=notice.TITLE, number_kind="登保", to=line.party.name, words=text,
        items=[], actor=actor, at=at,
    )  # fmt: skip
    line.number, line.document_ref = paper.number, paper.public_id
    line.save()
    signers = ["当事人" if spot.signature == SIGNED else f"当事人（{spot.refusal_note.strip()}）"]
    copies = clause("ACL-2011:24.3").amount(unit="count")
    sheet = papers.inventory(
        case,
        items=rows,
        of=f"{notice.TITLE}{line.number}",
        signers=signers,
        officers=names,
        copies=copies,
        on=at.day,
        witness=spot.witness,
    )
    papers.form(case, kind="case_item_inventory", title=papers.INVENTORY, sheet=sheet, actor=actor, at=at)
    told(taken, line, EvidencePreserved(line.number, len(rows), at.occurred_at, due), actor=actor, at=at)
    return line


def _made_on_the_spot(items: Sequence[ItemEntry], spot: OnTheSpot, names: Sequence[str]) -> None:
    """Listed thing by thing, and signed; or a note why not, and a witness where nobody is there (R03)."""
    if not are_listed(items):
        raise Refused(
            "先行登记保存应当当场清点、开具清单。", SETTLE, field="items", remedy="请逐件填写名称、数量、状况和保管地点。",
        )  # fmt: skip
    must_be_known(spot.witness, APPROVAL, aside=names)
    if not spot.party_came and not spot.witness.name:
        raise Refused("当事人不在场的，应当有见证人。", APPROVAL, field="witness", remedy="请邀请见证人并填写姓名。")
    if spot.signature != SIGNED and not spot.refusal_note.strip():
        raise Refused(
            "清单没有双方签名，也没有注明拒签。", SETTLE, field="refusal_note", remedy="请签名，或者注明情况。"
        )

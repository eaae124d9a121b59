"""What both ways of taking a measure do on the spot: the list, the decision, the record of the scene, the days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from yangguang.cases.events.custody import CoerciveMeasureTaken
from yangguang.cases.kinds.coercion.documents import decision
from yangguang.cases.kinds.custody import papers
from yangguang.cases.kinds.penalty.documents import on_site_record
from yangguang.cases.models import CaseItem, CoerciveMeasure, MeasureKind
from yangguang.cases.rules.inventory import SIGNED, ItemEntry, OnTheSpot
from yangguang.cases.rules.witnesses import must_be_known
from yangguang.cases.use_cases._custody import keep_items, known_remedies, limit_of, names_of, officers_given
from yangguang.cases.use_cases._lines import step_taken, told
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment

SCENE = "现场笔录"


def taken_on_the_spot(
    line: CoerciveMeasure, act: str, *, items: Sequence[ItemEntry], spot: OnTheSpot, officers: Sequence[Officer],
    actor: Account, at: Moment,
) -> CoerciveMeasure:  # fmt: skip
    """Every gate of the spot, then rows, papers and the one event."""
    case = line.case
    must_be_known(spot.witness, "ACL-2011:18.1.9", aside=names_of(case, officers, at.day))
    remedies = known_remedies(case.body, at.day)
    given: dict[str, Any] = {
        **officers_given(officers), "items": items, "spot": spot, "certificate_shown": spot.certificate_shown,
        "content": {"remedies": remedies}, "sealed": spot.sealed,
    }  # fmt: skip
    taken = step_taken(line, act, actor=actor, at=at, given=given)
    line.taken_at, line.place = at.occurred_at, spot.place.strip()
    rows, due = keep_items(line, items), limit_of(line)
    title = decision.title_of(line)
    paper = papers.letter(
        case, kind="sealing_or_seizure_decision", title=title, number_kind="强措", to=line.party.name, items=rows,
        words=decision.words(line, items=len(rows), place=line.place, due_on=due, remedies=remedies), actor=actor, at=at,
    )  # fmt: skip
    line.number, line.document_ref = paper.number, paper.public_id
    line.save()
    _papers_of_the_spot(line, rows, spot, names_of(case, officers, at.day), actor, at)
    kind = MeasureKind(line.kind).label
    event = CoerciveMeasureTaken(
        line.number, kind, len(rows), bool(line.urgent_reason), at.occurred_at, due, paper.public_id
    )
    told(taken, line, event, actor=actor, at=at)
    return line


def _papers_of_the_spot(
    line: CoerciveMeasure, rows: Sequence[CaseItem], spot: OnTheSpot, names: list[str], actor: Account, at: Moment
) -> None:
    signed = "当事人" if spot.signature == SIGNED else f"当事人（{spot.refusal_note.strip()}）"
    sheet = papers.inventory(
        line.case, items=rows, of=f"{decision.title_of(line)}{line.number}", signers=[signed], officers=names,
        copies=spot.copies, on=at.day, witness=spot.witness,
    )  # fmt: skip
    papers.form(line.case, kind="case_item_inventory", title=papers.INVENTORY, sheet=sheet, actor=actor, at=at)
    present = "当事人到场" if spot.party_came else f"当事人经通知未到场，见证人{spot.witness.name}"
    findings = (
        f"实施{line.get_kind_display()}，当场告知理由、依据、权利和救济途径。当事人的陈述申辩：{spot.heard.strip()}。"
        f"决定书和清单已当场交付。{spot.refusal_note.strip()}"
    )
    record = on_site_record.sheet(
        line.case,
        place=line.place,
        present=present,
        findings=findings,
        officers=names,
        dated_on=at.day,
        title=SCENE,
        signing=spot.signing,
    )
    papers.form(line.case, kind="on_site_record", title=SCENE, sheet=record, actor=actor, at=at)

"""Send the file of a suspected crime to the police, as the principal head approved, within twenty-four hours (C06)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.criminal import CaseSentToPolice
from yangguang.cases.kinds.criminal_transfer.documents import papers
from yangguang.cases.kinds.labour.queries import totals_of
from yangguang.cases.kinds.penalty.stages import BEFORE_DECISION, PENALTY
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import CriminalTransfer
from yangguang.cases.use_cases._criminal import by_the_task_force, hold, protects_informants, with_its_entry
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import Document


@transaction.atomic
def transfer_to_police(
    *, transfer: CriminalTransfer, investigation: str, items: str, examination: str, others: str, actor: Account,
    at: Moment, procuratorate: str = "", overdue_reason: str = "",
) -> CriminalTransfer:  # fmt: skip
    """All papers of the law, things included. The main line waits; after a decision it goes on (TCR-2020:11.2)."""
    line = locked_line(transfer)
    by_the_task_force(line, actor)
    case, told_of = line.case, (investigation, items, examination, others)
    protects_informants(case, *told_of)
    given = {
        "investigation": investigation, "items": items, "examination": examination, "others": others,
        "overdue_reason": overdue_reason,
    }  # fmt: skip
    taken = step_taken(line, "transfer_to_police", actor=actor, at=at, given=given)
    sent = _papers(line, told_of, copied_to=procuratorate.strip(), actor=actor, at=at)
    line.items, line.sent_at = items.strip(), at.occurred_at
    line.papers_sent = [one.public_id for one in sent]
    line.unpaid_fen = totals_of(case).unpaid_fen
    main = None
    if case.status in BEFORE_DECISION and main_flow(case) is PENALTY:
        line.held_status = case.status
        main = hold(case, actor=actor, at=at, overdue_reason=overdue_reason)
    line.save()
    digests = [f"{one.title}：{one.sheet_digest}" for one in sent]
    told(taken, line, CaseSentToPolice(line.police, line.unpaid_fen, digests), actor=actor, at=at)
    with_its_entry(main, taken)
    return line


def _papers(
    line: CriminalTransfer, told_of: tuple[str, ...], *, copied_to: str, actor: Account, at: Moment
) -> list[Document]:
    """The letter last, since it names what goes with it; first in the package."""
    investigation, items, examination, others = (one.strip() for one in told_of)
    case = line.case
    report = papers.text(
        case,
        kind="criminal_investigation_report",
        title="涉嫌犯罪案件情况的调查报告",
        words=[investigation],
        actor=actor,
        at=at,
    )
    listed = papers.text(case, kind="case_item_inventory", title="涉案物品清单", words=[items], actor=actor, at=at)
    tested = papers.text(
        case, kind="examination_note", title="检验报告、鉴定结论的说明", words=[examination], actor=actor, at=at
    )
    evidence = papers.catalogue(case, actor=actor, at=at)
    named = f"调查报告；涉案物品清单：{items}；检验报告或者鉴定结论：{examination}；证据目录；其他：{others}"
    copied = f"；抄送{copied_to}" if copied_to else ""
    letter = papers.transfer_letter(line, papers=f"{named}{copied}", actor=actor, at=at)
    return [letter, report, listed, tested, evidence]

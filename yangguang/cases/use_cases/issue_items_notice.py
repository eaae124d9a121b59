"""Tell a party in writing that sealed, seized or listed things go to the police with the file; served by the one module."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.criminal import CriminalTransferMoved
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.criminal_transfer.documents import papers
from yangguang.cases.kinds.criminal_transfer.listed_items import KIND
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import CriminalTransfer
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._addressed import address, waiting_for
from yangguang.cases.use_cases._criminal import by_the_task_force
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "ACL-2011:21"


@transaction.atomic
def issue_items_notice(
    *, transfer: CriminalTransfer, party_ref: str, items: str, actor: Account, at: Moment
) -> CriminalTransfer:
    """The paper alone; the party was told when it has arrived, or hangs as an announcement."""
    line = locked_line(transfer)
    by_the_task_force(line, actor)
    party = line.case.parties.filter(public_id=party_ref).first()
    if party is None:
        raise Refused("请选择当事人。", CLAUSE, field="party_ref")
    if waiting_for(line, KIND, party):
        raise Refused("告知书已经制作，还没有送达。", CLAUSE, field="party_ref", remedy="请登记送达，或者先作废。")
    things = worded(items, label="移送的物品", field="items", most=4000)
    keep_secret(line.case, {"items": things})
    taken = step_taken(line, "issue_items_notice", actor=actor, at=at)
    letter = papers.letter(
        line.case, kind=KIND, title="涉案物品移送告知书", number_kind="物移告", to=party.name, actor=actor, at=at,
        words=[f"你（单位）涉及的{line.case.title}一案涉嫌犯罪，本机关依法移送{line.police}。依照{frame.cited([CLAUSE])}的规定，"
               f"下列物品一并移送：{frame.sentence(things)}"],
    )  # fmt: skip
    address(line, letter, party)
    line.save()
    event = CriminalTransferMoved("制作涉案物品移送告知书", f"{party.name}，{letter.number}", (CLAUSE,))
    told(taken, line, event, actor=actor, at=at)
    return line

"""List again: a removal was got by serious concealment or forgery; the three years run anew (D13)."""

from __future__ import annotations

from yangguang.cases.events.sanctions import PutOnList
from yangguang.cases.kinds.labour.remedies import in_words
from yangguang.cases.kinds.wage_arrears_sanctions import papers
from yangguang.cases.models import SanctionsListing
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._listed import for_everybody, known_remedies
from yangguang.cases.use_cases.put_on_list import listed
from yangguang.directory.api import Account, asks_code, reauthenticate
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "DWL-2021:15"


@asks_code
def restore_listing(
    *, listing: SanctionsListing, code: str, serious: bool, reason: str, actor: Account, at: Moment
) -> SanctionsListing:
    """With a fresh code; only a removal on application can have been got so."""
    line = locked_line(listing)
    why = worded(reason, label="隐瞒、造假的事实和证据", field="reason", most=1000)
    if not serious:
        raise Refused("未认定隐瞒、造假情节严重。", CLAUSE, field="serious", remedy="情节不严重的，不恢复列入。")
    if line.pledged_on is None or line.listed_until is None or (line.ended_on and line.ended_on > line.listed_until):
        raise Refused("不是经申请提前移出的，不能恢复列入。", CLAUSE, remedy="列入期限已满的，另有新的拖欠再依法列入。")
    remedies = known_remedies(line.case.body, at.day)
    taken = step_taken(line, "restore_listing", actor=actor, at=at, given={"overdue_reason": why})
    reauthenticate(actor, code, purpose="decide")
    listed(line, at)
    line.pledged_on = None
    closing = [in_words(remedies, "决定")] if remedies else []
    letter = papers.letter(
        line, kind="restoration_decision", title="恢复列入失信联合惩戒名单决定书", number_kind="恢列", to=papers.all_named(line),
        words=[f"提前移出时存在隐瞒、造假，情节严重：{why}决定撤销移出决定，恢复列入，期限重新计算至{line.listed_until}。", *closing],
        actor=actor, at=at,
    )  # fmt: skip
    for_everybody(line, letter)
    line.save()
    event = PutOnList(line.public_id, line.number, line.listed_until or at.day, again=True)
    told(taken, line, event, actor=actor, at=at)
    return line

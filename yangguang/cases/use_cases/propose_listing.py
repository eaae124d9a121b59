"""Propose that a unit and the persons responsible go on the sanctions list (D01)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max

from yangguang.cases.events.sanctions import ListingProposed
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.labour.queries import totals_of
from yangguang.cases.kinds.wage_arrears_sanctions import papers
from yangguang.cases.models import Instruction, ListedPart, ListedParty, ListingStatus, OrderKind, SanctionsListing
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._listed import recipient_of
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused

CLAUSE = "DWL-2021:5"
ENDED = (ListingStatus.NOT_LISTED, ListingStatus.DELISTED, ListingStatus.ANNULLED)


@transaction.atomic
def propose_listing(
    *, instruction: Instruction, ground: str, persons: Sequence[tuple[str, str]], migrant_workers: bool, actor: Account,
    at: Moment, mass_event: str = "",
) -> SanctionsListing:  # fmt: skip
    """The unit and every person named (part, name). The twenty working days count from the last day of the order."""
    order = locked_line(instruction)
    if not migrant_workers:
        raise Refused(
            "该名单限于拖欠农民工工资。", CLAUSE, field="migrant_workers", remedy="请核对名册中劳动者的身份。"
        )
    if order.case.listings.exclude(status__in=ENDED).exists():
        raise Refused("本案已经在办理列入。", CLAUSE, remedy="请在现有的名单办理中继续。")
    why = worded(ground, label="列入事由", field="ground", most=2000)
    keep_secret(order.case, {"ground": why, "mass_event": mass_event})
    line = SanctionsListing.objects.create(
        case=order.case, instruction=order, party=order.party, ground=why, mass_event=mass_event.strip()[:1000],
        unpaid_fen=totals_of(order.case).unpaid_fen, proposed_on=at.day,
    )  # fmt: skip
    everybody = [(ListedPart.UNIT, order.party.name), *_known(persons)]
    for position, (part, name) in enumerate(everybody, start=1):
        recipient_of(ListedParty.objects.create(listing=line, part=part, name=name, position=position))
    taken = step_taken(line, "propose_listing", actor=actor, at=at, given={"instruction": order})
    due = order.orders.filter(kind=OrderKind.PAY_WAGES).aggregate(last=Max("due_on"))["last"]
    run_clocks.start(line.case, "list_by", on=due or at.day, event="责令支付期限届满", about_ref=line.public_id)
    rows = [
        ("列入事由", why), ("责令限期支付文书", order.number), ("拖欠金额", f"{in_figures(line.unpaid_fen)}元"),
        *((str(ListedPart(part).label), name) for part, name in everybody),
    ]  # fmt: skip
    papers.form(line, kind="listing_proposal", title="拟列入失信联合惩戒名单审批表", rows=rows, actor=actor, at=at)
    told(taken, line, ListingProposed(line.party.name, len(everybody), line.unpaid_fen), actor=actor, at=at)
    return line


def _known(persons: Sequence[tuple[str, str]]) -> list[tuple[ListedPart, str]]:
    found = [(ListedPart(part), name.strip()) for part, name in persons if name.strip()]
    if not any(part == ListedPart.REPRESENTATIVE for part, _ in found):
        raise Refused(
            "没有填写一并列入的法定代表人或者主要负责人。",
            "DWL-2021:5#persons",
            field="representative",
            remedy="请填写姓名。",
        )
    return found

"""Pass a lead to the people who will look after it, by a numbered slip (交办单). Those before no longer see who told."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.labour import LeadPassedOn
from yangguang.cases.kinds.labour.documents import assignment_slip
from yangguang.cases.kinds.labour.policy import keeps_lead
from yangguang.cases.models import Clock, Lead, LeadKeeper
from yangguang.cases.models.lead import OPEN_STATUSES
from yangguang.cases.rules.clocks import KINDS
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lead_steps import in_order_of_time, locked
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

NUMBER_KIND = "监交"


@transaction.atomic
def pass_on_lead(*, lead: Lead, to: Sequence[Account], actor: Account, at: Moment, wanted: str = "") -> Lead:
    """Name the keepers of a lead. Whoever registered or keeps it may, and the unit head of its body. `wanted`: what is
    asked of them beyond what the law asks anyway."""
    row = locked(lead)
    ours = {row.body_id, row.acting_body_id}
    heads = actor.holds(Role.UNIT_HEAD) and actor.body_id in ours
    if not (heads or row.registered_by_id == actor.pk or keeps_lead(actor, row)):
        raise Refused("您不能转交这条线索。", "LSR-2004:9.3", remedy="请由登记人、承办人或者承办机构负责人转交。")
    if row.status not in OPEN_STATUSES:
        raise Refused("线索已经办结，不再转交。", remedy="案件的承办人在案件中指定。")
    if not to:
        raise Refused("没有选择接手的人。", field="to", remedy="请选择至少一名承办人。")
    for person in to:
        if not person.holds(Role.CASE_HANDLER) or person.body_id not in ours:
            raise Refused(f"{person.name}不是本机关的承办人。", field="to", remedy="请另选。")
    in_order_of_time(row, at)

    row.keepers.filter(ends_on=None).exclude(account__in=to).update(ends_on=at.day)
    for person in to:
        LeadKeeper.objects.get_or_create(lead=row, account=person, ends_on=None, defaults={"starts_on": at.day})
    if row.unit_id is None and to[0].unit_id:
        row.unit = to[0].unit
        row.save(update_fields=["unit"])
    _slip(row, [person.name for person in to], wanted.strip(), actor, at)
    ledger.record(LeadPassedOn(row.number, [person.name for person in to]), subject=row.subject, actor=actor, at=at)
    return row


def _slip(lead: Lead, to: Sequence[str], wanted: str, actor: Account, at: Moment) -> None:
    running = Clock.objects.filter(lead_ref=lead.public_id, case=None, stopped_on=None).order_by("-pk").first()
    due = (KINDS[running.kind].label, run_clocks.due_of(running).day) if running else None
    make_document(
        kind="assignment_slip", title=assignment_slip.TITLE, body=lead.body, file_ref=lead.public_id, dated_on=at.day,
        sheet=assignment_slip.sheet(lead, to=to, by=actor.name, wanted=wanted, due=due, on=at.day),
        number_kind=NUMBER_KIND, actor=actor, at=at, volume="side",
    )  # fmt: skip

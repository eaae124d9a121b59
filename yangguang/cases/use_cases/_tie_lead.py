"""Tie a lead to the counterpart its employer is, as far as the lead names one."""

from __future__ import annotations

from yangguang.cases.counterparts import counterparts_visible_to
from yangguang.cases.models import Counterpart, Lead
from yangguang.cases.rules.counterpart_facts import CREDIT_CODE, ORGANISATION, Told
from yangguang.cases.use_cases._counterparts import Source, tied
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


def tie_lead(lead: Lead, actor: Account, at: Moment, *, chosen: Counterpart | None = None) -> None:
    """Without a name there is nobody to tie it to. What a lead says of its employer is told, not established."""
    if chosen is not None and not counterparts_visible_to(actor).filter(pk=chosen.pk).exists():
        raise Refused("请从列表中选择行政相对人。", field="counterpart")
    if not lead.employer_name:
        return
    told = Told(
        ORGANISATION, lead.employer_name, lead.employer_code, CREDIT_CODE if lead.employer_code else "",
        lead.employer_address, lead.employer_contact,
    )  # fmt: skip
    source = Source(lead.body, f"线索（{lead.number}）", actor.actor_name, at, established=False, lead=lead)
    known = chosen or lead.counterpart
    lead.counterpart = tied(told, source, chosen_ref=known.public_id if known else "")
    lead.save(update_fields=["counterpart"])

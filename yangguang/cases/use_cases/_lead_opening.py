"""From a lead to the case it becomes: the proposal a lead makes, and its registration form into the new file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from yangguang.base.models import Approval
from yangguang.cases.informants import covered, who_told
from yangguang.cases.kinds.labour.documents import lead_registration
from yangguang.cases.models import Case, CaseKind, Lead
from yangguang.cases.rules.opening import Opening, PartyFacts
from yangguang.cases.use_cases._bring_along import bring_along
from yangguang.cases.use_cases.open_case import open_case
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment
from yangguang.records.api import make_document


def opening_of(
    lead: Lead, *, title: str, officers: Sequence[Officer], party_kind: str,
    circumstances: Mapping[str, Any] | None = None,
) -> Opening:  # fmt: skip
    """What opening the case of a lead proposes."""
    employer = PartyFacts(
        kind=party_kind, name=lead.employer_name, code=lead.employer_code, address=lead.employer_address,
        legal_representative=lead.employer_contact, phone=lead.employer_phone,
        counterpart_ref=lead.counterpart.public_id if lead.counterpart else "",
    )  # fmt: skip
    return Opening(
        body_ref=lead.body.public_id, unit_ref=lead.unit.public_id if lead.unit else "",
        acting_body_ref=lead.acting_body.public_id if lead.acting_body else "", kind=CaseKind.LABOUR, title=title,
        field=lead.field, area=lead.area, matter_code=lead.matter_code, violation_code=lead.violation_code,
        facts=covered(lead.account, who_told(lead.public_id)), source=lead.get_source_display(), discovered_on=lead.received_on,
        reported_on=lead.received_on, violation_began_on=lead.violation_began_on,
        violation_ended_on=lead.violation_ended_on, officer_refs=tuple(o.public_id for o in officers),
        parties=(employer,), lead_ref=lead.public_id, circumstances=dict(circumstances or {}),
    )  # fmt: skip


def opened(lead: Lead, opening: Opening, *, actor: Account, at: Moment, approval: Approval | None) -> Case:
    """Open the case of a lead in the act of its approval, and put the registration form into its file."""
    case = open_case(opening=opening, actor=actor, at=at, approval=approval)
    make_document(
        kind="lead_registration", title="案源登记表", body=lead.body, file_ref=case.public_id,
        sheet=lead_registration.sheet(lead, registrar=lead.registered_by.name), dated_on=lead.received_on,
        actor=actor, at=at, volume="side",
    )  # fmt: skip
    bring_along(lead, case, actor=actor, at=at)
    return case


def officers_of(opening: Opening) -> list[Officer]:
    """The officers a proposal names, in order."""
    found = {o.public_id: o for o in Officer.objects.filter(public_id__in=opening.officer_refs)}
    return [found[ref] for ref in opening.officer_refs if ref in found]

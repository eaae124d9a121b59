"""Under which rule of the province an investigation may stand still, and who among the complainants must hear of it."""

from __future__ import annotations

from datetime import date

from yangguang.base import local_values
from yangguang.cases.kinds.labour.documents.inquiry import word_to_complainant
from yangguang.cases.kinds.labour.queries import leads_of
from yangguang.cases.models import Case
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import make_document
from yangguang.statutes import clause, clause_ids, overlays

TELL = "ZJ-LSR-2020:30.3"  # the one province read so far that has complainants told of an extension or suspension


def basis_of(case: Case, on: date) -> tuple[str, str]:
    """The rule in words and, where this software keeps it, its clause. Raises Refused when the body has set none."""
    told = str(local_values.value("suspension_basis", chain=case.body.public_id, on=on)).strip()
    return (clause(told).cite(), told) if told in clause_ids() else (told, "")


def tell_complainants(case: Case, *, title: str, told: str, actor: Account, at: Moment) -> int:
    """A paper for each complainant where the province says so, by number and never by name. Returns how many."""
    if not overlays.covers(clause(TELL).law.region, case.body.region_code):
        return 0
    leads = [lead for lead in leads_of(case) if lead.source == "complaint"]
    for lead in leads:
        make_document(
            kind="word_to_complainant", title=title, number_kind="监告", body=case.body, file_ref=case.public_id,
            sheet=word_to_complainant(lead, title=title, told=told, on=at.day), dated_on=at.day, actor=actor, at=at,
        )  # fmt: skip
    return len(leads)

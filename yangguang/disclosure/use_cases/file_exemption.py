"""Record that the reason why a decision is not public was filed with the judicial bureau."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.disclosure.events import ExemptionFiled
from yangguang.disclosure.models import Publication
from yangguang.disclosure.policy import exemption_fault
from yangguang.disclosure.rules.terms import FILE_EXEMPTION
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def file_exemption(
    *, publication_id: int, filed_with: str, filed_on: date, number: str = "", actor: Actor, at: Moment
) -> Publication:
    """Keep with whom, when and under which number. Raises Refused twice, before the decision to withhold, or in advance."""
    publication = lock_publication(publication_id)
    if fault := exemption_fault(actor, publication):
        raise Refused(fault, FILE_EXEMPTION, remedy="请在“公示—不予公开”中选择要备案的信息。")
    if publication.exemption_filed_on is not None:
        raise Refused("已经登记过备案。", FILE_EXEMPTION, remedy="不必重复登记。")
    if not filed_with.strip():
        raise Refused("请写明向哪个机关备案。", FILE_EXEMPTION, field="filed_with", remedy="如：示范县司法局。")
    if filed_on > at.day:
        raise Refused("备案日期不能晚于今天。", FILE_EXEMPTION, field="filed_on", remedy="请核对日期。")
    if publication.withheld_on is not None and filed_on < publication.withheld_on:
        raise Refused(
            f"备案日期早于决定不予公开的日期（{publication.withheld_on:%Y-%m-%d}）。", FILE_EXEMPTION, field="filed_on",
            remedy="请核对日期。",
        )  # fmt: skip
    publication.exemption_filed_with, publication.exemption_filed_on = filed_with.strip(), filed_on
    publication.exemption_filing_number = number.strip()
    publication.save(update_fields=["exemption_filed_with", "exemption_filed_on", "exemption_filing_number"])
    event = ExemptionFiled(
        publication.number, publication.exemption_filed_with, filed_on, publication.exemption_filing_number
    )
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return publication

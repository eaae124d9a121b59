"""Third parties of a hearing as recipients: on whom its notice is served beside the parties, and who has not got it yet."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from yangguang.cases.models import Case, Hearing, HearingStatus, ServiceOfDocuments, ServiceRecipient
from yangguang.records.api import Document

QUALITY = "第三人"
NOTICES = frozenset({"notice_of_hearing", "hearing_postponement"})


def recipient_for(hearing: Hearing, one: Mapping[str, str]) -> ServiceRecipient:
    """The recipient a third party is in this case; whoever was told of an earlier hearing stays the same one."""
    known = ServiceRecipient.objects.filter(case=hearing.case, quality=QUALITY, name=one["name"]).first()
    return known or ServiceRecipient.objects.create(
        case=hearing.case, quality=QUALITY, name=one["name"], kind=one["kind"],
        about_ref=f"{hearing.public_id}.{hearing.case.service_recipients.count()}",
    )  # fmt: skip


def recipients_told(hearing: Hearing | None) -> list[ServiceRecipient]:
    """Whom the notice of a hearing that is set tells beside the parties, in the order it names them."""
    refs = [one.get("recipient_ref") for one in hearing.third_parties] if hearing is not None else []
    rows = {one.public_id: one for one in ServiceRecipient.objects.filter(public_id__in=refs)} if any(refs) else {}
    return [rows[ref] for ref in refs if ref in rows]


def recipients_of_notice(case: Case, document: Document) -> list[ServiceRecipient]:
    """The third parties a paper is for: those of the hearing whose notice it is."""
    if document.kind not in NOTICES:
        return []
    return recipients_told(case.hearings.filter(notice=document, status=HearingStatus.SET).first())


def notices_waiting(case: Case, papers: Collection[Document]) -> set[int]:
    """Which of these papers a third party of the hearing that is set has not got."""
    if not any(paper.kind in NOTICES for paper in papers):
        return set()
    hearing = case.hearings.filter(status=HearingStatus.SET).exclude(third_parties=[]).last()
    return {hearing.notice_id} if hearing is not None and None in told_on(hearing).values() else set()


def told_on(hearing: Hearing) -> dict[str, date | None]:
    """Each third party with the day its notice arrived; None while it has not."""
    told = recipients_told(hearing)
    if not told:
        return {}
    rows = ServiceOfDocuments.objects.filter(document=hearing.notice_id, succeeded=True, service_recipient__in=told)
    got = dict(rows.values_list("service_recipient", "served_on"))
    return {one.name: got.get(one.pk) for one in told}

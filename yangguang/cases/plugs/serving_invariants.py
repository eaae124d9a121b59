"""What service answers `yangguang verify`: no paper counts as served without what its way needs."""

from __future__ import annotations

from collections.abc import Iterator

from yangguang.base.verifying import invariant
from yangguang.cases.models import AnnouncementStatus, Clock, ServiceAnnouncement, ServiceMethod, ServiceOfDocuments
from yangguang.cases.serving import by_whom
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._announcing import CLOCK


@invariant("services_proven", title="留置送达有见证或者影像，电子送达有同意的确认书，公告送达公告期满")
def services_proven() -> Iterator[str]:
    """A row that came in beside the use cases, or a confirmation or announcement that was changed afterwards."""
    rows = (
        ServiceOfDocuments.objects.filter(succeeded=True)
        .select_related("case", "document", "party", "service_recipient")
        .order_by("pk")
    )
    for one in rows.filter(method=ServiceMethod.LEFT, witness="", recording=None):
        yield f"案件 {one.case.number}《{one.document.title}》：留置送达没有见证人，也没有影像"
    for one in rows.filter(method=ServiceMethod.ELECTRONIC):
        if not any(
            row.consents and row.holds_on(one.attempted_on) for row in one.whom.service_addresses.order_by("pk")
        ):
            yield f"案件 {one.case.number}《{one.document.title}》：电子送达没有同意的确认书"
    for one in rows.filter(method=ServiceMethod.ANNOUNCED):
        made = ServiceAnnouncement.objects.filter(
            document=one.document, status=AnnouncementStatus.SERVED, **by_whom(one.whom)
        ).first()
        clock = Clock.objects.filter(kind=CLOCK, about_ref=made.public_id).first() if made is not None else None
        if clock is None or one.served_on is None or one.served_on < run_clocks.due_of(clock).day:
            yield f"案件 {one.case.number}《{one.document.title}》：公告没有满期就记为送达"

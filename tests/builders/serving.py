"""Service in tests: confirmed addresses, attempts that failed, announcements on their way."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.builders.cases import PAGE, approve, handler_of, officers_of, on
from yangguang.base import vault
from yangguang.cases.models import Case, Party, ServiceAddressConfirmation, ServiceAnnouncement
from yangguang.cases.use_cases.confirm_service_address import AddressFacts, confirm_service_address
from yangguang.cases.use_cases.record_service_failure import record_service_failure
from yangguang.cases.use_cases.request_announcement import request_announcement
from yangguang.cases.use_cases.serve_by_announcement import serve_by_announcement
from yangguang.records.api import Document, documents_of

PHOTO = ("公告.pdf", PAGE)


def the_paper(case: Case, kind: str = "prior_notice") -> Document:
    """The newest paper of a kind."""
    return documents_of(case.public_id).filter(kind=kind).latest("position")


def confirmed(case: Case, day: date, *, party: Party | None = None, signed: bool = True, hour: int = 9, **facts: Any) -> (
    ServiceAddressConfirmation
):  # fmt: skip
    """The party confirmed its address and agreed to electronic mail."""
    known = {
        "address": "示范县滨河路8号", "recipient": "刘芳", "phone": "0000-7654321", "consents": True, "electronic_way": "email",
        "electronic_address": "hongji@example.com", "signed_by": "罗玉梅", "consequences_told": True,
        "signed_copy": vault.store(PAGE, media_type="application/pdf") if signed else None,
    }  # fmt: skip
    party = party or case.parties.order_by("position").first()
    with on(day, hour) as at:
        return confirm_service_address(
            case_id=case.pk,
            party_ref=party.public_id,
            facts=AddressFacts(**(known | facts)),
            actor=handler_of(case),
            at=at,
        )


def failed(
    case: Case, method: str, day: date, *, document: Document | None = None, party: Party | None = None, **told: Any
):
    """One attempt came to nothing."""
    known = {"failure": "门锁无人，邻居称两月前搬离。"} | told
    with on(day, 11) as at:
        return record_service_failure(
            case_id=case.pk, document_ref=(document or the_paper(case)).public_id, method=method,
            party_ref=(party or case.parties.order_by("position").first()).public_id, actor=handler_of(case), at=at, **known,
        )  # fmt: skip


def asked(
    case: Case, day: date, *, document: Document | None = None, party: Party | None = None, hour: int = 12, **told: Any
):
    """The head of the unit is asked to agree to an announcement."""
    known = {
        "ground": "other_ways_failed", "course": "直接、邮寄均未果，电话无人接听。", "opinion": "建议公告送达。",
    } | told  # fmt: skip
    with on(day, hour) as at:
        return request_announcement(
            case_id=case.pk, document_ref=(document or the_paper(case)).public_id,
            party_ref=(party or case.parties.order_by("position").first()).public_id, actor=handler_of(case), at=at, **known,
        )  # fmt: skip


def agreed(case: Case, day: date, **told: Any) -> ServiceAnnouncement:
    """Both ways failed, and the head of the unit agreed."""
    place = {name: told[name] for name in ("document", "party") if name in told}
    failed(case, "direct", day, **place)
    failed(case, "post", day, failure="邮件以“查无此人”退回。", **place)
    approve(asked(case, day, **told), case.body, day, hour=13)
    return case.announcements.order_by("-pk").first()


def announced(case: Case, day: date, *, made_on: date | None = None, **told: Any) -> ServiceAnnouncement:
    """The announcement hangs at the body's board and at the last known address, photographed."""
    row = agreed(case, day, **told)
    with on(made_on or day + timedelta(days=1), 9) as at:
        row = serve_by_announcement(
            case_id=case.pk, announcement_ref=row.public_id, places="本机关公告栏、示范县滨河路8号门口", photos=[PHOTO],
            officers=officers_of(case.body), actor=handler_of(case), at=at,
        )  # fmt: skip
    case.refresh_from_db()
    return row

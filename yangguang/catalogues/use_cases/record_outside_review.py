"""Record the letter by which an office that is not in this system reviewed a list: its number, day and file."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import vault
from yangguang.base.events import Actor
from yangguang.catalogues.models import Edition, OutsideReview
from yangguang.catalogues.policy import may_draft
from yangguang.catalogues.queries import judicial_bureau_of
from yangguang.catalogues.rules.offices import Office
from yangguang.catalogues.use_cases._outside import put_review, waiting_edition
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean


@transaction.atomic
def record_outside_review(
    *, edition: Edition, office_name: str, document_number: str, reviewed_on: date, agrees: bool, opinion: str,
    content: bytes, file_name: str, actor: Actor, at: Moment,
) -> OutsideReview:  # fmt: skip
    """Keep the letter. Raises Refused where the office is in this system and reviews by itself, or for a day to come."""
    pending, office = waiting_edition(edition)
    if not may_draft(actor, pending.body):
        raise Refused("您不能登记这份清单的审核意见。", remedy="请由本机关承办人或者法制审核人员登记。")
    bureau = judicial_bureau_of(pending.body) if office is Office.JUSTICE else None
    if bureau is not None:
        raise Refused(f"{bureau}在本系统中，审核意见由其监督人员办理。", remedy=f"请{bureau}监督人员打开这份清单审核。")
    if reviewed_on > at.day:
        raise Refused("审核日期不能晚于今天。", field="reviewed_on", remedy="请按审核文件上的日期填写。")
    return put_review(
        pending, office, agrees=agrees, opinion=opinion, reviewed_on=reviewed_on,
        office_name=_told(office_name, "审核单位", 120, "office_name"),
        document_number=_told(document_number, "审核文号", 80, "document_number"),
        document=vault.store_upload(content, name=file_name), actor=actor, at=at,
    )  # fmt: skip


def _told(text: str, label: str, most: int, field: str) -> str:
    plain = clean(text, label=label, most=most, field=field)
    if not plain:
        raise Refused(f"没有填写{label}。", field=field, remedy="请按审核文件填写。")
    return plain

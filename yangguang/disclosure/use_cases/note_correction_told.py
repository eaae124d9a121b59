"""Note when and how the party was told what was put right in public; until then it is open work of the publishers."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.disclosure.events.corrections import PartyToldOfCorrection
from yangguang.disclosure.models import CorrectionNotice, ToldBy
from yangguang.disclosure.policy import publisher_fault
from yangguang.disclosure.rules.objections import CLAUSES
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean


@transaction.atomic
def note_correction_told(
    *, notice_id: int, way: str, told_on: date, note: str = "", actor: Account, at: Moment
) -> CorrectionNotice:
    """By a publisher of the body, once. The paper is sent outside of this system; a number or a name stays on the row."""
    notice = CorrectionNotice.objects.select_related("version").get(pk=notice_id)
    publication = lock_publication(notice.version.publication_id)
    notice.refresh_from_db(fields=["told_on"])
    if fault := publisher_fault(actor, publication):
        raise Refused(fault, CLAUSES)
    if notice.told_on is not None:
        raise Refused("这次更正已经登记告知当事人。", CLAUSES, remedy="请刷新页面查看现在的状态。")
    if way not in ToldBy.values:
        raise Refused("请选择怎样告知当事人。", CLAUSES, field="way")
    released_on = notice.version.released_on
    if released_on is None or not released_on <= told_on <= at.day:
        raise Refused("告知日期应当在更正发布日和今天之间。", CLAUSES, field="told_on", remedy="请按送出的日期填写。")
    words = clean(note, label="说明", most=200, field="note")
    if way in {ToldBy.POSTED, ToldBy.OTHER} and not words:
        raise Refused("邮寄的请写明邮单号，其他方式请写明怎样告知。", CLAUSES, field="note")
    notice.told_on, notice.told_by_way, notice.note, notice.noted_by = told_on, way, words, actor
    notice.save(update_fields=["told_on", "told_by_way", "note", "noted_by"])
    event = PartyToldOfCorrection(publication.number, notice.version.number, told_on, notice.get_told_by_way_display())
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return notice

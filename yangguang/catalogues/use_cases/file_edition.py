"""Record that an adopted edition was filed with the judicial bureau (备案), with the number the bureau gave."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.catalogues.events import EditionFiled
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Edition, EditionFiling
from yangguang.catalogues.open_drafts import locked_edition
from yangguang.catalogues.policy import may_draft
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean


@transaction.atomic
def file_edition(
    *, edition: Edition, office_name: str, number: str, filed_on: date, actor: Actor, at: Moment
) -> EditionFiling:
    """Write number and day down. Raises Refused for a list that is not filed, before adoption, or for a second time."""
    adopted = locked_edition(edition)
    definition = list_of(adopted.list_kind)
    if not may_draft(actor, adopted.body):
        raise Refused("您不能登记这份清单的备案。", remedy="请由本机关承办人或者法制审核人员登记。")
    if not definition.filed or not adopted.is_fixed or adopted.adopted_on is None:
        raise Refused("只有审定以后应当备案的版本才能登记备案。", definition.clauses, remedy="请先由机关负责人审定。")
    if EditionFiling.objects.filter(edition=adopted).exists():
        raise Refused("这一版已经登记过备案。", remedy="请刷新页面查看备案编号。")
    if not adopted.adopted_on <= filed_on <= at.day:
        raise Refused("备案日期应当在审定日期和今天之间。", field="filed_on", remedy="请按备案回执填写。")
    filing = EditionFiling.objects.create(
        edition=adopted, office_name=_told(office_name, "备案机关", 120, "office_name"),
        number=_told(number, "备案编号", 80, "number"), filed_on=filed_on, recorded_by_ref=actor.actor_ref,
        recorded_by_name=actor.actor_name, recorded_at=at.recorded_at,
    )  # fmt: skip
    ledger.record(
        EditionFiled(
            adopted.list_kind, definition.title, adopted.version, edition_ref=adopted.public_id, number=filing.number,
            filed_on=filed_on.isoformat(), office_name=filing.office_name,
        ),
        subject=adopted.subject, actor=actor, at=at,
    )  # fmt: skip
    return filing


def _told(text: str, label: str, most: int, field: str) -> str:
    plain = clean(text, label=label, most=most, field=field)
    if not plain:
        raise Refused(f"没有填写{label}。", field=field, remedy="请按备案回执填写。")
    return plain

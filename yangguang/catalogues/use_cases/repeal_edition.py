"""Repeal the edition in force without a successor."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.catalogues.events import EditionRepealed
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Edition
from yangguang.catalogues.open_drafts import locked_edition
from yangguang.catalogues.policy import may_adopt
from yangguang.catalogues.rules.editions import EditionState
from yangguang.directory.api import Body
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean


@transaction.atomic
def repeal_edition(*, edition: Edition, ends_on: date, reason: str, actor: Actor, at: Moment) -> Edition:
    """Stop an edition from a day on. Raises Refused without a reason, for a day gone by, or when it is not in force."""
    Body.objects.select_for_update(no_key=True).get(pk=edition.body_id)
    standing = locked_edition(edition)
    if not may_adopt(actor, standing.body):
        raise Refused("只有本机关负责人可以废止清单。", remedy="请由机关负责人办理。")
    if standing.state != EditionState.ADOPTED or not standing.is_in_force(at.day):
        raise Refused("只能废止施行中、没有后续版本的清单。", remedy="请刷新页面查看它现在的状态。")
    words = clean(reason, label="废止理由", most=400, least=1, lines=True, field="reason")
    if ends_on < at.day:
        raise Refused("停止施行日不能早于今天。", field="ends_on", remedy="请改为今天或者以后的日期。")
    if standing.in_force_from is not None and ends_on <= standing.in_force_from:
        raise Refused("停止施行日应当晚于生效日。", field="ends_on", remedy="请改为更晚的日期。")

    standing.state, standing.superseded_from, standing.end_reason = EditionState.REPEALED, ends_on, words
    standing.save(update_fields=["state", "superseded_from", "end_reason"])

    ledger.record(
        EditionRepealed(
            standing.list_kind, list_of(standing.list_kind).title, standing.version,
            edition_ref=standing.public_id, ends_on=ends_on.isoformat(), reason=words,
        ),
        subject=standing.subject, actor=actor, at=at,
    )  # fmt: skip
    return standing

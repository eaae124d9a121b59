"""Register an objection that came in by the public site: once, however often it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor, SystemActor
from yangguang.bulletin.api import Relation
from yangguang.disclosure.events.objections import ObjectionReceived
from yangguang.disclosure.models import Objection
from yangguang.disclosure.objected_to import objected_to
from yangguang.disclosure.rules.objections import CLAUSES
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

FIELDS = (("wrong", "认为有误的内容", 1000, True), ("wanted", "要求和证据", 1000, True),
          ("name", "申请人", 60, False), ("contact", "联系方式", 120, False))  # fmt: skip


@transaction.atomic
def register_objection(
    *, notice_ref: str, receipt: str, told: Mapping[str, str], received_at: datetime, actor: Actor, at: Moment
) -> Objection:
    """Keep it beside what it is about. What is too long or hostile is refused here as well as at the door."""
    about = objected_to(notice_ref)
    if not isinstance(actor, SystemActor) or about is None:
        raise Refused("没有这一份公开信息。", CLAUSES)
    if known := Objection.objects.filter(receipt=receipt).first():
        return known
    if told.get("relation") not in Relation.values:
        raise Refused("请从列表中选择与公开内容的关系。", CLAUSES)
    text = {
        name: clean(str(told.get(name, "")), label=label, most=most, least=1, lines=lines)
        for name, label, most, lines in FIELDS
    }
    objection = Objection.objects.create(
        receipt=receipt, publication=about.publication, body=about.body, about=about.kind, about_ref=about.ref,
        about_number=about.number, seen=about.seen, relation=told["relation"], wrong=text["wrong"], wanted=text["wanted"],
        asked_by_name=text["name"], contact=text["contact"], received_at=received_at,
    )  # fmt: skip
    event = ObjectionReceived(about.number, objection.get_relation_display())
    ledger.record(event, subject=objection.subject, actor=actor, at=at)
    return objection

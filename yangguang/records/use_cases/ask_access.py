"""Ask to see originals of a file one does not act in: what for, under which matter, how much, until when (REC-12, REC-16)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from yangguang.base import ledger, numbers
from yangguang.directory.api import Account, Body, Role, supervised_body_ids
from yangguang.kernel import chance
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.events.access import ACCESS, SUPERVISION, AccessRequested
from yangguang.records.models import AccessGround, AccessRequest, AccessScope
from yangguang.records.policy import FILE_READERS
from yangguang.records.readers import FileOwner, acts_in, may_read, owner_of

NO_PURPOSE = "没有填写调阅事由、范围和期限。"
NO_MATTER = "没有监督事项编号。"


@dataclass(frozen=True)
class Asked:
    """What is asked for."""

    purpose: str
    matter_number: str
    scope: str
    wanted_until: date | None
    extent: str = ""
    wants_download: bool = False


@transaction.atomic
def ask_access(*, asked: Asked, actor: Account, at: Moment, file_ref: str = "", file_number: str = "") -> AccessRequest:
    """By reference for a file one sees, by its number for another of one's body. Raises Refused without purpose, matter,
    extent and term, and for whoever needs no grant.
    """
    if not actor.role_names & FILE_READERS:
        raise Refused("您不能申请调阅案卷原件。", ACCESS, remedy="请由办案、审核、管理或者监督人员申请。")
    owner = _owner(file_ref, file_number.strip(), actor)
    if acts_in(actor, owner.file_ref):
        raise Refused("您办理、审批或者保管这份案卷，不需要申请调阅。", ACCESS, remedy="请直接打开存件；打开即留痕。")
    body = Body.objects.get(pk=owner.body_id)
    supervises = actor.holds(Role.SUPERVISOR) and body.pk != actor.body_id
    purpose = clean(asked.purpose, label="调阅事由", most=400, lines=True, field="purpose")
    matter = clean(asked.matter_number, label="事项编号", most=120, field="matter_number")
    if supervises and not matter:
        raise Refused(NO_MATTER, SUPERVISION, field="matter_number", remedy="请填写监督事项的编号。")
    if not (purpose and matter) or asked.scope not in AccessScope.values or asked.wanted_until is None:
        field = "purpose" if not purpose else "matter_number" if not matter else "wanted_until"
        raise Refused(NO_PURPOSE, ACCESS, field=field, remedy="请逐项填写。")
    if asked.wanted_until < at.day:
        raise Refused("调阅期限不能早于今天。", ACCESS, field="wanted_until", remedy="请核对日期。")
    ref = chance.public_id()
    access = AccessRequest.objects.create(
        public_id=ref, body=body, number=_number(body, ref, at), file_ref=owner.file_ref, file_number=owner.number,
        ground=AccessGround.SUPERVISION if supervises else AccessGround.DUTY, purpose=purpose, matter_number=matter,
        scope=asked.scope, extent=clean(asked.extent, label="具体内容", most=400, lines=True, field="extent"),
        wanted_until=asked.wanted_until, wants_download=asked.wants_download, asked_by_ref=actor.actor_ref,
        asked_by_name=actor.actor_name, asked_by_body=actor.body, asked_at=at.recorded_at,
    )  # fmt: skip
    event = AccessRequested(
        access.number, purpose, matter, access.get_scope_display(), access.wanted_until, access.wants_download
    )
    ledger.record(event, subject=access.subject, actor=actor, at=at)
    return access


def _owner(file_ref: str, number: str, actor: Account) -> FileOwner:
    """A file one may know of: one that one sees, or one of the own body's or a supervised body's by its number."""
    if file_ref:
        found = owner_of(file_ref) if may_read(actor, file_ref) else None
    else:
        found = owner_of(number=number) if number else None
        if found is not None and found.body_id not in {actor.body_id, *supervised_body_ids(actor)}:
            found = None
    if found is None:
        raise Refused("本机关没有这个案号的案卷。", ACCESS, field="file_number", remedy="请核对案号。")
    return found


def _number(body: Body, ref: str, at: Moment) -> str:
    return numbers.take(
        chain=body.public_id, kind="access", year=at.day.year, pattern=f"{body.mark}调〔{{year}}〕第{{n}}号",
        subject_kind="access", subject_ref=ref,
    ).text  # fmt: skip

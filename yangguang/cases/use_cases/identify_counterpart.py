"""Establish who a counterpart is: its kind, its code where none was known, the organisation a branch belongs to."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.counterparts import counterparts_visible_to
from yangguang.cases.events.counterparts import CounterpartIdentified
from yangguang.cases.models import CodeKind, Counterpart, CounterpartKind
from yangguang.cases.policy import may_keep_register, of_register
from yangguang.cases.rules.counterpart_facts import BRANCH, PERSON, UNREGISTERED, checked_code, same_sort
from yangguang.cases.sealed_codes import fingerprint
from yangguang.cases.use_cases._counterparts import identity, locked
from yangguang.directory.api import Account
from yangguang.kernel.credit_codes import parse_credit_code
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean


@transaction.atomic
def identify_counterpart(
    *, counterpart: Counterpart, kind: str, reason: str, actor: Account, at: Moment, code_kind: str = "", code: str = "",
    superior_code: str = "",
) -> Counterpart:  # fmt: skip
    """A known code is never replaced: a wrong one belongs to somebody else, who is registered apart."""
    row = locked(counterpart)
    if not may_keep_register(actor):
        raise Refused("您不能核定相对人身份。", remedy="请由承办人或者承办机构负责人办理。")
    if kind not in CounterpartKind.values or not same_sort(row.kind, kind):
        raise Refused("公民和单位之间不能互改类别。", field="kind", remedy="登记错的，请另行登记。")
    if kind == UNREGISTERED and row.code_digest:
        raise Refused("已有统一社会信用代码，不是未登记的单位。", field="kind")
    found = checked_code(kind, code_kind, code, at.day)
    words = clean(reason, label="核定依据", most=400, least=1, lines=True, field="reason")
    if found[1]:
        _take_code(row, *found)
    row.kind, row.superior = kind, _superior(row, kind, superior_code, actor)
    row.save()
    superior = row.superior.name if row.superior else ""
    event = CounterpartIdentified(row.name, row.get_kind_display(), bool(row.code_digest), superior, words)
    ledger.record(event, subject=of_register(row, actor), actor=actor, at=at)
    return row


def _take_code(row: Counterpart, code_kind: str, code: str) -> None:
    digest = fingerprint(code_kind, code)
    if row.code_digest == digest:
        return
    if row.code_digest:
        raise Refused("已经登记的代码不能改。", field="code", remedy="代码属于另一相对人的，请另行登记。")
    if Counterpart.objects.select_for_update().filter(code_digest=digest).exists():
        raise Refused(
            "这个代码已有登记的相对人，一个代码只能有一个相对人。", field="code",
            remedy="请先用这个代码登记，再由承办机构负责人办理合并。",
        )  # fmt: skip
    for name, value in identity(code_kind, code).items():
        setattr(row, name, value)


def _superior(row: Counterpart, kind: str, typed: str, actor: Account) -> Counterpart | None:
    if kind != BRANCH:
        if typed.strip() and kind != PERSON:
            raise Refused("只有分支机构有上级单位。", field="superior_code", remedy="请核对类别。")
        return None
    if not typed.strip():
        if row.superior is None:
            raise Refused(
                "分支机构应当写明上级单位。", field="superior_code", remedy="请填写上级单位的统一社会信用代码。"
            )
        return row.superior
    digest = fingerprint(CodeKind.CREDIT_CODE, parse_credit_code(typed, field="superior_code"))
    superior = counterparts_visible_to(actor).filter(code_digest=digest).first()
    if superior is None:
        raise Refused("没有登记这个上级单位。", field="superior_code", remedy="请先登记上级单位。")
    if superior.pk == row.pk or superior.superior_id == row.pk:
        raise Refused("上级单位不能是自己或者自己的分支机构。", field="superior_code", remedy="请核对代码。")
    return superior

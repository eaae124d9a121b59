"""Set a local value of a body, with its source, from a day on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from django.db import transaction

from yangguang.base import ledger, local_values
from yangguang.base.events import Actor, Event, Subject
from yangguang.base.models import LocalValue
from yangguang.directory.api import Body, may_keep_accounts
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@dataclass(frozen=True)
class LocalValueSet(Event):
    """A local value has been set."""

    label: ClassVar[str] = "设定本地参数"
    name: str
    value: str
    source: str
    in_force: str

    def summary(self) -> str:
        """Which value, from when."""
        return f"{local_values.NAMES[self.name]}：{self.value}，自{self.in_force}起（{self.source}）"


@transaction.atomic
def set_local_value(
    *, body: Body, name: str, value: Any, source: str, in_force: date, actor: Actor, at: Moment
) -> LocalValue:
    """Keep the value. Raises Refused without a source, for another's body, or when the day already has one."""
    if not may_keep_accounts(actor, body):
        raise Refused("您不能设定这个机关的本地参数。", remedy="请由负责该机关的系统管理员办理。")
    row = local_values.set_value(
        name, value, chain=body.public_id, source=source, in_force=in_force, by_name=actor.actor_name
    )
    ledger.record(
        LocalValueSet(name, local_values.words_of(name, value), source.strip(), in_force.isoformat()),
        subject=Subject("local_value", name, body.public_id), actor=actor, at=at,
    )  # fmt: skip
    return row

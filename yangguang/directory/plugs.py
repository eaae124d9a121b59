"""What the directory answers `yangguang verify`: chains of bodies, roles that exclude each other, entrustments."""

from __future__ import annotations

from collections.abc import Iterator

from yangguang.base.models import LedgerEntry
from yangguang.base.verifying import invariant
from yangguang.directory.models import Account, Body, Entrustment
from yangguang.directory.models.body import BodyCategory
from yangguang.directory.rules.roles import Role, conflict
from yangguang.kernel import clock


@invariant("chains", title="每个执法主体的账链都在，从登记开始")
def _chains() -> Iterator[str]:
    first = LedgerEntry.objects.filter(sequence=1, event="BodyRegistered").values_list("chain", flat=True)
    for body in Body.objects.exclude(public_id__in=first).order_by("pk"):
        yield f"账链 {body.public_id}：{body}的账链不在，或者不从登记开始"


@invariant("roles", title="互相排斥的角色没有由同一人担任")
def _roles() -> Iterator[str]:
    for account in Account.objects.order_by("pk").iterator():
        held: frozenset[Role] = frozenset()
        for one in account.appointments.standing_on(clock.today()).order_by("pk"):
            fault = conflict(held, Role(one.role))
            if fault:
                yield f"账号{account.username}：{fault}"
            held |= {Role(one.role)}


@invariant("entrustments", title="受委托组织没有再委托")
def _entrustments() -> Iterator[str]:
    passed_on = Entrustment.objects.filter(entrusting__category=BodyCategory.ENTRUSTED)
    for one in passed_on.select_related("entrusting", "entrusted").order_by("pk"):
        yield f"委托书{one.agreement_number}：{one.entrusting}是受委托组织，不得再委托{one.entrusted}"

"""Which bodies a person's charge reaches: the tree below a body, what a supervisor sees, what an administrator keeps."""

from __future__ import annotations

from collections.abc import Iterator

from yangguang.base.guards import asked_once
from yangguang.directory.models.account import Account
from yangguang.directory.models.body import Body
from yangguang.directory.rules.roles import ADMINISTRATORS, Role


def bodies_under(body: Body) -> list[int]:
    """Row numbers of a body and everything below it."""
    children: dict[int | None, list[int]] = {}
    for pk, parent in Body.objects.order_by("pk").values_list("pk", "parent_id"):
        children.setdefault(parent, []).append(pk)
    found, waiting = [], [body.pk]
    while waiting:
        pk = waiting.pop()
        found.append(pk)
        waiting.extend(children.get(pk, ()))
    return found


@asked_once
def supervised_body_ids(account: Account) -> list[int]:
    """The bodies a supervisor sees: everything under the government its body belongs to. Empty for anyone else."""
    if not account.holds(Role.SUPERVISOR) or not account.body.supervises:
        return []
    return bodies_under(account.body.parent or account.body)


def administered_body_ids(account: Account) -> list[int]:
    """The bodies an administrator keeps: the own one and those below; all of the government's in a supervising body."""
    if not account.role_names & ADMINISTRATORS:
        return []
    body = account.body
    return bodies_under((body.parent or body) if body.supervises else body)


def line_of(body: Body | None) -> Iterator[Body]:
    """A body and the bodies above it, nearest first."""
    while body is not None:
        yield body
        body = body.parent


def judicial_bureau_of(body: Body) -> Body | None:
    """The supervising body of the nearest government above, when it is in this system; never one under the body itself."""
    return bureau_above(body.parent, but=body)


def bureau_above(parent: Body | None, *, but: Body | None = None) -> Body | None:
    """The same for whatever is to stand under `parent`; `but` is no bureau of its own."""
    for government in line_of(parent):
        for found in _bureaus_of(government):
            if found != but:
                return found
    return None


@asked_once
def _bureaus_of(government: Body) -> list[Body]:
    return list(government.children.filter(supervises=True).order_by("pk"))

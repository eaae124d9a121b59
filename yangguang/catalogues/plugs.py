"""What lists plug into lower sockets: the invariants `yangguang verify` re-derives, and a job."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby

from yangguang.base.events import SYSTEM
from yangguang.base.jobs import scheduled
from yangguang.base.triggers import expect
from yangguang.base.verifying import invariant
from yangguang.catalogues.adopted_guard import names
from yangguang.catalogues.models import Edition
from yangguang.catalogues.use_cases.flag_basis_changes import flag_basis_changes
from yangguang.kernel.moment import Moment
from yangguang.kernel.spans import overlaps

expect("审定的清单", *names())


@invariant("editions", title="同一清单在任何一天最多有一个版本施行")
def _editions() -> Iterator[str]:
    rows = Edition.objects.fixed().select_related("body").order_by("body_id", "list_kind", "in_force_from", "pk")
    for (_, kind), editions in groupby(rows, key=lambda e: (e.body_id, e.list_kind)):
        standing = list(editions)
        for first, second in overlaps(e.term for e in standing if e.term is not None):
            yield f"{standing[0].body}的{kind}：{first.start}起与{second.start}起的两个版本同时有效"


@scheduled("catalogues.basis_changes", title="核对清单依据的变化", every=timedelta(hours=1))
def look_for_basis_changes() -> int:
    """Flag every entry whose basis has changed since its edition was adopted."""
    return flag_basis_changes(actor=SYSTEM, at=Moment.now())

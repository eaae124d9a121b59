"""Begin to see what was granted: the asker promises to use it for its purpose (REC-14)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.events.access import AccessBegun
from yangguang.records.models import AccessRequest, AccessState
from yangguang.records.use_cases._access import lock_access, must_stand


@transaction.atomic
def begin_access(*, access: AccessRequest, actor: Account, at: Moment) -> AccessRequest:
    """Once; begun again it stays begun. Raises Refused for anybody else and once it is over."""
    locked = lock_access(access)
    must_stand(locked, actor=actor, at=at)
    if locked.state == AccessState.APPROVED:
        locked.state = AccessState.OPEN
        locked.save(update_fields=["state"])
        ledger.record(AccessBegun(locked.number, locked.purpose), subject=locked.subject, actor=actor, at=at)
    return locked

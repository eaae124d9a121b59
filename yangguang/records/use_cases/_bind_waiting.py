"""What the job process binds next: files that wait, those left half made, and archived ones that failed, tried again."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.db.models import Q

from yangguang.base.events import Actor
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.records.models import BindingState, BoundFile, BoundFor
from yangguang.records.use_cases.bind_file import bind_file

PAUSE = timedelta(minutes=10)
FAULT = "生成失败，请联系系统管理员；归档卷会自动重试。"

log = logging.getLogger(__name__)


def bind_waiting(*, actor: Actor, at: Moment) -> int:
    """Bind each of them; one that fails says so and stops no other."""
    again = Q(purpose=BoundFor.ARCHIVE, state=BindingState.FAILED, tried_at__lt=clock.now() - PAUSE)
    rows = BoundFile.objects.filter(Q(state__in=[BindingState.WAITING, BindingState.MAKING]) | again)
    made = 0
    for bound_id in rows.order_by("pk").values_list("pk", flat=True):
        BoundFile.objects.filter(pk=bound_id).update(tried_at=clock.now())
        try:
            bind_file(bound_id=bound_id, actor=actor, at=at)
            made += 1
        except Exception:  # a broken paper of one file must not hold up the others
            log.exception("a file could not be bound")
            BoundFile.objects.filter(pk=bound_id).update(state=BindingState.FAILED, fault=FAULT)
    return made

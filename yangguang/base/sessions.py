"""Sessions in the database, as Django keeps them; the one that opens every page of the desk is asked in words kept ready."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from yangguang.base.worded_once import worded_once


@worded_once
def _unexpired(key: str, now: datetime) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key, expire_date__gt=now).order_by("pk")


class SessionStore(db.SessionStore):
    """Django's own, but for how it looks a session up."""

    def _get_session_from_db(self) -> Session | None:
        now = timezone.now()  # noqa: TID251 – Django sets when a session expires, by the same clock
        found = _unexpired(self.session_key, now) if self.session_key else []
        if not found:
            self._session_key = None
        return found[0] if found else None

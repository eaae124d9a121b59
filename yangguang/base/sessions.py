"""Sessions in the database, as Django keeps them; the one that opens every page of the desk is asked in words kept ready."""

from __future__ import annotations

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.db.models.functions import Now

from yangguang.base.worded_once import worded_once


@worded_once
def _unexpired(key: str) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key, expire_date__gt=Now()).order_by("pk")


class SessionStore(db.SessionStore):
    """Django's own, but for how it looks a session up."""

    def _get_session_from_db(self) -> Session | None:
        found = _unexpired(self.session_key) if self.session_key else []
        if not found:
            self._session_key = None
        return found[0] if found else None

"""How long a sign-in lasts: it ends when nobody does anything for a while, and after half a day in any case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from yangguang.directory.rules.roles import ADMINISTRATORS
from yangguang.kernel import clock

BEGAN, SEEN = "began_at", "seen_at"
NOTED_EVERY = timedelta(minutes=1)


class SessionLimits:
    """Ends a sign-in of the desk that is over, before the page is asked who opens it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Sign out and say why, or note that somebody is there."""
        if request.path_info.startswith("/desk/") and request.user.is_authenticated:
            why = why_over(request.session, request.user, clock.now())
            if why:
                logout(request)
                messages.info(request, why)
        return self.get_response(request)


def over_at(session: Any) -> datetime:
    """When this sign-in is over in any case."""
    began = datetime.fromisoformat(session[BEGAN]) if BEGAN in session else clock.now()
    return began + settings.SIGNED_IN_AT_MOST


def why_over(session: Any, account: Any, now: datetime) -> str:
    """Why this sign-in is over, in words; empty while it lasts, which is then noted once a minute."""
    began, seen = (datetime.fromisoformat(session[key]) if key in session else now for key in (BEGAN, SEEN))
    idle = settings.IDLE_ADMINISTRATORS if account.role_names & ADMINISTRATORS else settings.IDLE_OTHERS
    if now - began > settings.SIGNED_IN_AT_MOST:
        return f"这次登录已经超过{settings.SIGNED_IN_AT_MOST.total_seconds() / 3600:.0f}小时，请重新登录。"
    if now - seen > idle:
        return f"您已经{idle // timedelta(minutes=1)}分钟没有操作，为安全起见请重新登录。填写的内容已经暂存。"
    if SEEN not in session or now - seen >= NOTED_EVERY:
        session[BEGAN], session[SEEN] = began.isoformat(), now.isoformat()
    return ""

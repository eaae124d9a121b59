"""Whether the process lives and can do its work."""

from django.conf import settings
from django.db import connections
from django.http import HttpRequest, HttpResponse, JsonResponse

from yangguang.base import triggers
from yangguang.base.pages import PUBLIC, page
from yangguang.base.stores import stores


@page("healthz", name="base:healthz", title="存活", allow=PUBLIC, site="root")
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain")


@page("readyz", name="base:readyz", title="就绪", allow=PUBLIC, site="root")
def readyz(request: HttpRequest) -> HttpResponse:
    """Every database answers, and what guards the record inside them is there."""
    for alias in stores():
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT 1")
    unguarded = [name for name, _ in triggers.missing()] if settings.SITES != "portal" else []
    return JsonResponse({"ready": not unguarded, "missing_triggers": unguarded}, status=503 if unguarded else 200)

"""大字版 without scripts: remembers the visitor's choice in a cookie and goes back to the page."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from yangguang.base.components.frame import LARGE_TYPE_COOKIE
from yangguang.base.pages import PUBLIC, page

REMEMBERED_SECONDS = 31_536_000


@page("large-type/", name="portal:large_type", title="大字版", allow=PUBLIC, site="portal")
def large_type(request: HttpRequest) -> HttpResponse:
    """Switch 大字版 on or off and return; only to a page of this site."""
    target = request.GET.get("next", "/")
    if not url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        target = "/"
    answer = HttpResponseRedirect(target)
    chosen = "1" if request.GET.get("large") == "1" else "0"
    answer.set_cookie(LARGE_TYPE_COOKIE, chosen, max_age=REMEMBERED_SECONDS, samesite="Lax")
    return answer

"""Sign-out."""

from __future__ import annotations

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yangguang.base.pages import PUBLIC, page


@page("sign-out", name="directory:sign_out", title="退出登录", allow=PUBLIC, writes=True)
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session on the button; an address opened by hand only asks."""
    if request.method == "POST":
        logout(request)
    if not request.user.is_authenticated:
        return redirect("directory:sign_in")
    return render(request, "directory/sign_out.html")

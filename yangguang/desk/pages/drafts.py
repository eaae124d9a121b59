"""Saving what a person has typed, by itself, while they type."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse

from yangguang.base import drafts
from yangguang.base.pages import SIGNED_IN, Expect, page
from yangguang.kernel import clock

LONGEST = 200_000


@page("drafts/", name="desk:draft", title="暂存", allow=SIGNED_IN, writes=True, expects=Expect(other=200, superior=200))
def save(request: HttpRequest) -> HttpResponse:
    """Keep an open form under its key. Answers the time it was kept; never the content."""
    if request.method != "POST":
        return JsonResponse({"saved_at": ""})
    content = {name: request.POST.getlist(name) for name in request.POST if name != "draft_key"}
    if sum(len(v) for values in content.values() for v in values) > LONGEST:
        return JsonResponse({"error": "内容过长，没有暂存。请先提交或者另存。"}, status=413)
    plain = {name: values if len(values) > 1 else values[0] for name, values in content.items() if values}
    drafts.save(account_ref=request.user.actor_ref, key=request.POST.get("draft_key", request.path), content=plain)  # type: ignore[union-attr]
    return JsonResponse({"saved_at": clock.now().astimezone(clock.BEIJING).strftime("%H:%M")})

"""Open forms are saved by themselves: the script posts the form here while the person types."""

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse

from yangguang.base import drafts
from yangguang.base.components.texts import cn_time
from yangguang.base.pages import SIGNED_IN, page
from yangguang.kernel.refusal import Refused

LONGEST_KEY = 200


@page("drafts/", name="desk:autosave", title="暂存", allow=SIGNED_IN, writes=True)
def autosave(request: HttpRequest) -> HttpResponse:
    """Keep what is in the form under its key, for this person only; `key` names the form and its object."""
    key = request.GET.get("key", "")
    if request.method != "POST" or not key or len(key) > LONGEST_KEY:
        return HttpResponseBadRequest("要暂存哪一份表单，没有写明。", content_type="text/plain; charset=utf-8")
    content = {name: values if len(values) > 1 else values[0] for name, values in request.POST.lists()}
    try:
        draft = drafts.save(account_ref=request.user.actor_ref, key=key, content=content)  # type: ignore[union-attr]
    except Refused as refusal:
        return HttpResponse(str(refusal), status=409, content_type="text/plain; charset=utf-8")
    return JsonResponse({"saved_at": cn_time(draft.saved_at)})

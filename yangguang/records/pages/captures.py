"""Where telephones say what they recorded, and ask what time it is here."""

from __future__ import annotations

import json
import re
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse

from yangguang.base.pages import PublicIdConverter, page
from yangguang.directory.api import Account
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused, Verdict
from yangguang.records.policy import KEEPERS
from yangguang.records.readers import may_read
from yangguang.records.rules.told_captures import Unreadable, read
from yangguang.records.use_cases.describe_capture import describe_capture
from yangguang.statutes import clause


@page("captures/", name="records:captures", title="现场采集登记", allow=KEEPERS, methods=("POST",))
def captures(request: HttpRequest) -> HttpResponse:
    """Write down what was said of a recording; what a gate refuses is answered with what is still to be said."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    account: Account = request.user  # type: ignore[assignment]
    try:
        raw: Any = json.loads(request.body)
        told = read(raw, clock.BEIJING)
        file_ref = _file_named(raw, account)
        made = describe_capture(file_ref=file_ref, told=told, actor=account, at=Moment.now())
    except (ValueError, RecursionError):  # Unreadable is one
        return JsonResponse({"words": "这段记录的登记内容不完整，没有登记。本机文件仍然保留。"}, status=400)
    except Refused as refusal:
        return JsonResponse(_told(refusal), status=422)
    return JsonResponse({"ref": made.public_id, "warned": made.warned}, status=201)


@page("field/clock/", name="records:field_clock", title="服务器时间", allow=KEEPERS)
def field_clock(request: HttpRequest) -> HttpResponse:
    """The moment it is here, in milliseconds: what a telephone compares its own clock with."""
    return JsonResponse({"now": round(clock.now().timestamp() * 1000)})


def _file_named(raw: Any, account: Account) -> str:
    ref = raw.get("case")
    if not isinstance(ref, str) or not re.fullmatch(PublicIdConverter.regex, ref):
        raise Unreadable("case")
    if not may_read(account, ref):
        raise Http404
    return ref


def _told(refusal: Refused) -> dict[str, Any]:
    return {
        "words": f"{refusal.reason}{refusal.remedy}", "field": refusal.field or "",
        "gates": [_gate(one) for one in refusal.verdicts if not one.holds],
    }  # fmt: skip


def _gate(one: Verdict) -> dict[str, Any]:
    return {
        "gate": one.gate,
        "reason": one.reason,
        "remedy": one.remedy,
        "cited": [clause(c).cite() for c in one.clauses],
    }

"""网上来件: what citizens sent, with its term; the filtered rows as a sheet; the numbers by body and kind."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base import listing
from yangguang.base.components.clocks import ClockFace, ClockState, running
from yangguang.base.pages import page
from yangguang.base.sheets import Column, Kind
from yangguang.bulletin.api import VoiceKind
from yangguang.directory.api import Account
from yangguang.voice.models import Voice, VoiceStatus
from yangguang.voice.queries import tallies, term_of, voices_visible_to

HANDLERS = ("window_clerk", "case_handler", "unit_head", "agency_head")
READERS = (*HANDLERS, "supervisor")
VIEWS = (("", "待办理"), ("mine", "我认领的"), ("lead", "已登记线索"), ("settled", "已答复、不予办理"), ("all", "全部"))
COLUMNS = [
    Column("receipt", "查询号", width=18), Column("kind", "种类", width=22), Column("body", "办理机关", width=34),
    Column("about", "对象", width=34), Column("workers", "人数", Kind.INTEGER), Column("status", "状态"),
    Column("received_on", "提交日期", Kind.DAY), Column("due_on", "到期日", Kind.DAY), Column("settled_on", "办结日期", Kind.DAY),
]  # fmt: skip
NUMBERS = [
    Column("body_name", "机关", width=34), Column("kind", "种类", width=22), Column("received", "收到", Kind.INTEGER),
    Column("settled", "办结", Kind.INTEGER), Column("with_term", "有期限的办结", Kind.INTEGER),
    Column("in_time", "按期办结", Kind.INTEGER),
]  # fmt: skip


@page("voices/", name="voice:voices", title="网上来件", allow=READERS)
def voices(request: HttpRequest) -> HttpResponse:
    """The voices this person may see; never who wrote."""
    account: Account = request.user  # type: ignore[assignment]
    wanted = {name: request.GET.get(name, "").strip()[:60] for name in ("kind", "q")}
    narrowed, view = _narrowed(voices_visible_to(account), wanted), request.GET.get("view", "")
    chosen = _in_view(narrowed, view, account)
    if listing.is_export(request):
        told = "，".join([dict(VIEWS).get(view, "全部"), *filter(None, wanted.values())])
        return listing.workbook(request, title="网上来件", columns=COLUMNS, rows=map(_cells, chosen), filters=told)
    found = listing.page_of(request, chosen)
    shown = [{"voice": one, "face": face_of(one), "about": about(one)} for one in found]
    return render(request, "voice/voices.html", {
        "page": found, "rows": shown, "wanted": wanted, "view": view, "kinds": VoiceKind.choices,
        "views": listing.views(request, "view", VIEWS, lambda key: _in_view(narrowed, key, account).count()),
    })  # fmt: skip


@page("voices/numbers/", name="voice:numbers", title="网上来件统计", allow=READERS)
def numbers(request: HttpRequest) -> HttpResponse:
    """How many came, how many are settled and how many in time, of what this person may see. Nobody is ranked."""
    rows = tallies(voices_visible_to(request.user))  # type: ignore[arg-type]
    if listing.is_export(request):
        told = (asdict(one) | {"kind": VoiceKind(one.kind).label} for one in rows)
        return listing.workbook(request, title="网上来件统计", columns=NUMBERS, rows=told)
    return render(
        request, "voice/numbers.html", {"rows": [{"row": one, "kind": VoiceKind(one.kind).label} for one in rows]}
    )


def face_of(voice: Voice) -> ClockFace:
    """How its term stands."""
    if not voice.is_open:
        return ClockFace(ClockState.DONE, voice.get_status_display())
    term = term_of(voice)
    if term is None:
        return ClockFace(ClockState.NOT_STARTED, "及时办理")
    return running(term.left, due_on=term.due.day, is_provisional=term.due.provisional)


def about(voice: Voice) -> str:
    """Whom or what it is about, for a list."""
    if voice.about_number:
        return voice.about_number
    return voice.officer.name if voice.officer else voice.about_name or voice.employer_name


def _narrowed(rows: QuerySet[Voice], wanted: dict[str, str]) -> QuerySet[Voice]:
    if wanted["kind"]:
        rows = rows.filter(kind=wanted["kind"])
    if text := wanted["q"]:
        rows = rows.filter(Q(receipt__icontains=text) | Q(employer_name__icontains=text) | Q(account__icontains=text))
    return rows


def _in_view(rows: QuerySet[Voice], view: str, account: Account) -> QuerySet[Voice]:
    match view:
        case "all":
            return rows
        case "mine":
            return rows.filter(keeper=account, status=VoiceStatus.RECEIVED)
        case "lead":
            return rows.filter(status=VoiceStatus.TAKEN)
        case "settled":
            return rows.filter(status__in=[VoiceStatus.ANSWERED, VoiceStatus.REFUSED])
        case _:
            return rows.filter(status=VoiceStatus.RECEIVED).order_by("pk")


def _cells(one: Voice) -> dict[str, Any]:
    term = term_of(one) if one.is_open else None
    return {
        "receipt": one.receipt, "kind": one.kind_words, "body": one.body.name, "about": about(one),
        "workers": one.workers_count or None, "status": one.get_status_display(), "received_on": one.received_on,
        "due_on": term.due.day if term else one.due_on, "settled_on": one.settled_on,
    }  # fmt: skip

"""The page of a notice as it lies on disk: nothing in it depends on who asks, on which day, or how the asker is set up.

What a page was made with – the site's name and address, whether it is a demonstration – is kept with its row, so that it can
be made again, letter for letter, by a process that is set up otherwise.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any

import segno
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from yangguang.bulletin import pages_on_disk
from yangguang.bulletin.models import Notice, NoticeStatus
from yangguang.bulletin.rules.fulfilment import contested_in
from yangguang.bulletin.site_frame import frame, link_of, made_with
from yangguang.kernel import disk

STORE = "public"
REMEDIES = ("行政复议", "行政诉讼")
TERM = "公开期限"
TITLE, RIGHT = "# ", "> "


def html_of(notice: Notice) -> str:
    """The whole page as it was written: the decision, or what is left after it was withdrawn or expired."""
    template = "bulletin/notice.html" if notice.stands else "bulletin/tombstone.html"
    return render_to_string(template, {**_unchanging(notice), **(_content(notice) if notice.stands else {})})


@transaction.atomic(using=STORE)
def put_page(ref: str) -> None:
    """Write the page of a reference from its row; without a row there is no page.

    The row stays locked until the file is in place: of two writers at once, none puts an older page over a newer one.
    """
    notice = Notice.objects.select_for_update().filter(ref=ref).first()
    if notice is None or not notice.stands:
        pages_on_disk.remove_paper(ref)
        pages_on_disk.remove_attachments(ref)
        pages_on_disk.remove_proof(ref)
    if notice is None:
        pages_on_disk.remove(ref)
    else:
        notice.page_made_with = made_with()
        notice.save(update_fields=["page_made_with"])
        pages_on_disk.write(ref, html_of(notice))


def _unchanging(notice: Notice) -> dict[str, Any]:
    status = {NoticeStatus.PUBLIC: "published"}.get(NoticeStatus(notice.status), notice.status)
    made = _made_with(notice)
    return {
        **frame("decisions", made["site"]), "notice": notice, "demo": made["demo"], "messages": (), "today": notice.published_on,
        "page_path": f"/decisions/{notice.ref}", "title": notice.title if notice.stands else notice.number,
        "page_title": "", "status_mark": status, "history": _history(notice),
        "trail": [("首页", "/"), ("执法决定", "/decisions/"),
                  (notice.body_name, f"/bodies/{notice.body_ref}"), (notice.number, "")],
    }  # fmt: skip


def _made_with(notice: Notice) -> dict[str, Any]:
    return notice.page_made_with or made_with()


def _content(notice: Notice) -> dict[str, Any]:
    rows = [(label, value) for label, value in notice.summary if label not in (*REMEDIES, TERM)]
    return {
        "rows": rows,
        "term": dict(notice.summary).get(TERM, ""),
        "remedies": [(label, value) for label, value in notice.summary if label in REMEDIES],
        "contested": contested_in(notice.fulfilment),
        "corrections": sum(1 for entry in notice.history if entry["what"] == "更正"),
        "clarifications": [(date.fromisoformat(on), title, text) for on, title, text in notice.clarifications],
        "lines": [_line(line) for line in notice.text],
        "checks": [
            f"公开编号 {notice.ref}",
            *([f"公示登记号 {notice.register_number}"] if notice.register_number else []),
            f"第 {notice.version} 版，{notice.published_on.isoformat()} 首次公开",
        ],
        "qr": qr_of(link_of(notice.ref, _made_with(notice)["site"])),
        "links": [
            ("下载公开副本（JSON）", f"/decisions/{notice.ref}/copy.json"),
            ("下载存证证明", f"/decisions/{notice.ref}/decision.tlog-proof"),
            ("怎样核对", "/verify/"),
        ],
    }


def qr_of(link: str) -> SafeString:
    """An address for a telephone's camera; nothing while the site has not been told under which name it is reached."""
    return mark_safe(segno.make_qr(link, error="m").svg_inline(omitsize=True, border=2)) if link else SafeString("")  # noqa: S308


def _line(line: str) -> dict[str, str]:
    for mark, kind in ((TITLE, "title"), (RIGHT, "right")):
        if line.startswith(mark):
            return {"kind": kind, "text": line.removeprefix(mark)}
    return {"kind": "plain", "text": line}


def _history(notice: Notice) -> list[dict[str, Any]]:
    first = {"day": notice.published_on, "title": "首次公开", "words": "", "changes": []}
    later = [
        {"day": date.fromisoformat(entry["on"]), "title": entry["what"], "words": entry["reason"],
         "changes": entry.get("changes", []), "hidden": entry.get("hidden", False)}
        for entry in notice.history
    ]  # fmt: skip
    told = [
        {"day": date.fromisoformat(on), "title": "发布澄清公告", "words": title, "changes": []}
        for on, title, _ in notice.clarifications
    ]
    later = sorted([*later, *told], key=lambda one: one["day"])
    return [*reversed(later), first | {"hidden": False}]


def refresh_pages() -> int:
    """Write every page anew when templates, styles or what they are made with have changed; how many were written."""
    mark = pages_on_disk.form_mark()
    form = _form()
    if mark.exists() and mark.read_text(encoding="ascii") == form:
        return 0
    refs = list(Notice.objects.order_by("pk").values_list("ref", flat=True))
    for ref in refs:
        put_page(ref)
    disk.write_durably(mark, form.encode("ascii"))
    return len(refs)


def _form() -> str:
    """A fingerprint of how pages look now, taken from two made-up ones and from what they are made with."""
    day = date(2026, 1, 1)
    blank = {"ref": "a" * 26, "kind": "penalty", "number": "-", "decided_on": day, "published_on": day, "digest": "0"}
    pages = (html_of(Notice(**blank)), html_of(Notice(**blank, status=NoticeStatus.WITHDRAWN, withdrawn_on=day)))
    return hashlib.sha256("".join((*pages, json.dumps(made_with(), sort_keys=True))).encode()).hexdigest()

"""One piece of evidence: whose, from where, by whom, what it shows, and whether it was verified or excluded."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yangguang.base.pages import page
from yangguang.directory.api import Account
from yangguang.records.pages.document import OF_A_FILE
from yangguang.records.policy import FILE_READERS
from yangguang.records.queries import evidence_visible_to
from yangguang.records.readers import acts_in, face_of


@page("evidence/<ref:ref>/", name="records:evidence", title="证据", allow=FILE_READERS, subject="evidence",
      expects=OF_A_FILE)  # fmt: skip
def evidence_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Read one piece of evidence; whoever keeps the file finds the way to judge it."""
    account: Account = request.user  # type: ignore[assignment]
    evidence = evidence_visible_to(account, ref)
    if evidence is None:
        raise Http404
    file = face_of(account, evidence.file_ref)
    judged_at = reverse(file.judging_page, args=[ref]) if file.keeps and file.judging_page else ""
    return render(request, "records/evidence.html", {
        "evidence": evidence, "file": file, "judged_at": judged_at if not evidence.excluded_on else "",
        "acts": acts_in(account, evidence.file_ref),
        "trail": [("案件", ""), (file.label, file.href), (evidence.name, "")],
        "facts": [
            ("种类", evidence.get_kind_display()), ("提供人或者来源", evidence.source),
            ("取证人", "、".join(evidence.collector_names)), ("取得地点", evidence.obtained_at_place),
            ("证明内容", evidence.proves), ("原件", "是" if evidence.original else "复制件"),
            ("页数", evidence.pages or ""), ("电子技术监控记录", "是" if evidence.monitor_record else ""),
        ],
    })  # fmt: skip

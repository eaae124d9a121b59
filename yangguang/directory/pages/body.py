"""One enforcement body: its entry, units, entrustments, officers and reviewers."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from yangguang.base import ledger
from yangguang.base.pages import Expect, page
from yangguang.directory.policy import may_entrust
from yangguang.directory.presentation import entrustment_state
from yangguang.directory.proposals import bodies_proposed_for, open_proposals, whom_it_waits_for
from yangguang.directory.queries import (
    bodies_kept_by,
    bodies_visible_to,
    entrustments_visible_to,
    officers_visible_to,
    reviewer_staffing,
    supervised_body_ids,
)
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.body_facts import LABELS
from yangguang.directory.rules.roles import READERS
from yangguang.kernel import clock


@page(
    "bodies/<ref:ref>", name="directory:body", title="执法主体", allow=READERS, subject="body",
    expects=Expect(own=200, other=200, superior=200),
)  # fmt: skip
def body(request: DeskRequest, ref: str) -> HttpResponse:
    """The body's entry as the public list shows it, and what hangs on it."""
    body = get_object_or_404(bodies_visible_to(request.user), public_id=ref)
    today = clock.today()
    agreements = entrustments_visible_to(request.user).filter(Q(entrusting=body) | Q(entrusted=body))
    shown = {key: getattr(body, key) for key in LABELS if key != "supervises"}
    shown |= {"category": body.get_category_display(), "fields": "、".join(body.fields)}
    return render(request, "directory/body.html", {
        "body": body,
        "facts": [(LABELS[key], value) for key, value in shown.items()],
        "units": body.units.order_by("pk"),
        "agreements": [(one, entrustment_state(one, today)) for one in agreements],
        "officers": officers_visible_to(request.user).filter(body=body, left_on=None).count(),
        "staffing": reviewer_staffing(body, today),
        "keeps": bodies_kept_by(request.user).filter(pk=body.pk).exists(),
        "may_change": bodies_proposed_for(request.user).filter(pk=body.pk).exists(),
        "proposals": [
            (one, whom_it_waits_for(one)) for one in open_proposals(request.user).filter(Q(body=body) | Q(parent=body))
        ],
        "makes_cards": body.pk in supervised_body_ids(request.user),
        "may_entrust": may_entrust(request.user, body),
        "acts": [
            {"at": one.occurred_at, "title": one.label, "who": one.actor_name, "words": one.summary}
            for one in reversed(ledger.entries_about("body", body.public_id))
        ],
    })  # fmt: skip

"""One edition or entry in public: through whose hands it went, what changed, what this person may do."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import ledger
from yangguang.base.pages import Expect, page
from yangguang.directory.api import Account, DeskRequest
from yangguang.disclosure.clock_faces import release_face
from yangguang.disclosure.entry_copies import entry_copy, fallen
from yangguang.disclosure.events.standing import DUTIES
from yangguang.disclosure.list_copies import copy_of_edition
from yangguang.disclosure.models import StandingChange, StandingPublication, StandingStatus
from yangguang.disclosure.pages.queue import READERS
from yangguang.disclosure.policy import approval_fault, list_release_fault, standing_fault, standing_reader_fault
from yangguang.disclosure.queries import standings_visible_to
from yangguang.kernel import clock

CONCERNED = (*READERS, "case_handler", "legal_reviewer")
ICONS = {"correct": "pencil", "withdraw": "arrow-back-up", "restore": "world"}


def found_standing(request: HttpRequest, ref: str) -> StandingPublication:
    """The publication, if this person may see it."""
    return get_object_or_404(standings_visible_to(request.user), ref=ref)  # type: ignore[arg-type]


def address_of_standing(publication: StandingPublication) -> str:
    """The address of its page."""
    return reverse("disclosure:standing", args=[publication.ref])


@page(
    "standing/<ref:ref>", name="disclosure:standing", title="清单公示", allow=CONCERNED, subject="standing_publication",
    expects=Expect(superior=200),
)  # fmt: skip
def standing(request: DeskRequest, ref: str) -> HttpResponse:
    """Read it."""
    found = found_standing(request, ref)
    changes = list(found.changes.select_related("proposed_by", "decided_by"))
    waiting = next((one for one in changes if one.decided_on is None), None)
    return render(request, "disclosure/standing.html", {
        "one": found, "face": release_face(found), "clause_id": DUTIES, "waiting": waiting,
        "changes": [one for one in changes if one.decided_on is not None],
        "hands": [(step, name, date.fromisoformat(day)) for step, _, name, day in found.hands],
        "acts": _acts(found, waiting, request.user), "part": "officers" if found.officer_id else "lists",
        "entry": entry_rows(found), "case": found.entry.case if found.entry else None,
        "history": [
            {"at": each.occurred_at, "title": each.label, "who": each.actor_name, "words": each.summary}
            for each in reversed(ledger.entries_about("standing_publication", ref))
        ],
        "trail": [("清单公示", reverse("disclosure:standings")), (str(found), "")],
    })  # fmt: skip


def entry_rows(found: StandingPublication) -> list[tuple[str, str]]:
    """What the public reads of an entry, or would read now; nothing of what is no entry."""
    if found.entry is None or (found.version == 0 and not found.stands and found.status != StandingStatus.PENDING):
        return []
    day = found.published_on or clock.today()
    copy = copy_of_edition(found) if found.stands else entry_copy(found, published_on=day)
    return [(column["label"], copy.rows[0]["cells"].get(column["name"], "")) for column in copy.columns]


def _acts(found: StandingPublication, waiting: StandingChange | None, account: Account) -> list[dict[str, Any]]:
    """What this person may do now, the main act first; the use cases ask the same."""
    if waiting is not None:
        acts = [] if approval_fault(account, found, waiting) else [("approve_change", "批准", "check")]
        if not standing_reader_fault(account, found):
            own = waiting.proposed_by_id == account.pk
            acts.append(("return_change", "收回" if own else "退回", "arrow-back-up"))
        return _links(acts, waiting.public_id)
    if standing_fault(account, found):
        return []
    if found.status == StandingStatus.PENDING:
        name = "release_entry" if found.entry else "release_list"
        return _links([] if list_release_fault(account, found) else [(name, "核对并发布", "world")], found.ref)
    if not found.stands:
        if fallen(found):
            return []
        return _links([("restore_standing", "恢复公开", ICONS["restore"])], found.ref)
    acts = [("correct_list", "更正", ICONS["correct"])] if not found.officer_id else []
    return _links([*acts, ("withdraw_standing", "撤回公开", ICONS["withdraw"])], found.ref)


def _links(acts: list[tuple[str, str, str]], ref: str) -> list[dict[str, Any]]:
    return [
        {"label": label, "icon": icon, "href": reverse(f"disclosure:{name}", args=[ref])} for name, label, icon in acts
    ]

"""Let a listing out to the public after the check of secrecy (D07)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.sanctions import ListingPublished
from yangguang.cases.kinds.wage_arrears_sanctions import papers
from yangguang.cases.kinds.wage_arrears_sanctions.public_rows import words_of
from yangguang.cases.models import SanctionsListing
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account, Proof, proven
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "DWL-2021:9"


@transaction.atomic
def publish_listing(
    *, listing: SanctionsListing, proof: Proof | None, secrecy_note: str, shared_with: str, actor: Account, at: Moment
) -> SanctionsListing:
    """Within the release that disclosure takes a fresh code for, once. The words the public reads are looked through for
    everything private the file knows of.
    """
    proven(actor, proof, purpose="release")
    line = locked_line(listing)
    if line.public_since is not None:
        raise Refused("这一次列入已经公开。", CLAUSE)
    shared = worded(shared_with, label="共享到", field="shared_with", most=200)
    given = {"secrecy_note": secrecy_note, "public_words": words_of(line)}
    taken = step_taken(line, "publish_listing", actor=actor, at=at, given=given)
    line.public_since = at.day
    line.save()
    rows = [
        ("当事人", papers.all_named(line)),
        ("公开的内容", words_of(line)),
        ("保密审查", secrecy_note),
        ("共享", shared),
    ]
    papers.form(line, kind="listing_publication", title="失信联合惩戒名单公示单", rows=rows, actor=actor, at=at)
    event = ListingPublished(line.public_id, line.number, secrecy_note.strip())
    told(taken, line, event, actor=actor, at=at)
    return line

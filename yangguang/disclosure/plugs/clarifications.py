"""A clarification reaches the public copy; `verify` asks that each that is public was approved, and none is missing."""

from __future__ import annotations

from collections.abc import Iterator

from yangguang.base import approvals
from yangguang.base.verifying import invariant
from yangguang.disclosure.clarified import PURPOSE, clarifications_of
from yangguang.disclosure.models import Clarification, ClarificationStatus, Publication
from yangguang.disclosure.models.publication import STANDING
from yangguang.disclosure.queries import shown_version


@invariant("clarifications", title="公布的澄清公告都经机关负责人批准，与批准的一字不差")
def clarifications() -> Iterator[str]:
    """By the fingerprint of what was signed, and by the copies of what stands."""
    rows = Clarification.objects.filter(status=ClarificationStatus.RELEASED).order_by("pk")
    for one in rows.select_related(
        "publication__decision", "publication__paper", "publication__body", "publication__case"
    ):
        approval = approvals.approved(one.subject, PURPOSE)
        if approval is None:
            yield f"{one}：没有机关负责人的批准"
        elif approvals.digest_of(one.proposal) != approval.proposal_digest:
            yield f"{one}：内容与批准时不一致"
    standing = Publication.objects.filter(status__in=STANDING).exclude(clarifications=None).distinct()
    for publication in standing.select_related("decision", "paper").order_by("pk"):
        version = shown_version(publication)
        if version is not None and (version.copy.get("clarifications") or []) != clarifications_of(publication):
            yield f"{publication}：公开的副本没有带上全部澄清公告"

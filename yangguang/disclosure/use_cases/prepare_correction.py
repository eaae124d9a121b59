"""Prepare a corrected copy of what is public: words put right, or more hidden; a second person releases it."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.api import ClericalCorrection
from yangguang.directory.api import Account
from yangguang.disclosure.collecting import original_copy, private_in, profile_of, version_copy
from yangguang.disclosure.events import PublicationPrepared
from yangguang.disclosure.models import Publication, PublishedVersion
from yangguang.disclosure.policy import publisher_fault
from yangguang.disclosure.queries import may_stand_again, next_version, shown_version
from yangguang.disclosure.rules.checks import SCOPE, SECRECY
from yangguang.disclosure.rules.corrections import content_fault
from yangguang.disclosure.rules.objections import CLAUSES as CORRECTING
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.disclosure.use_cases.prepare_publication import Examination, decision_stands, keep_version
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def prepare_correction(
    *, publication_id: int, reason: str, examination: Examination, actor: Account, at: Moment,
    replacements: Sequence[tuple[str, str]] = (), hides_more: bool = False,
) -> PublishedVersion:  # fmt: skip
    """Keep the corrected copy as the next version, also of one that may stand again. `hides_more`: the public is told that, but
    not shown what it was.
    """
    publication = lock_publication(publication_id)
    if fault := publisher_fault(actor, publication):
        raise Refused(fault, SCOPE)
    shown = shown_version(publication)
    if shown is None or not (publication.stands or may_stand_again(publication)):
        raise Refused("没有正在公开的信息，不能更正。", SCOPE)
    if not reason.strip():
        raise Refused("更正应当写明理由，理由会公开。", SCOPE, field="reason")
    if private := private_in(reason, publication):
        raise Refused(f"更正理由会公开，不能含有“{private}”。", SECRECY, field="reason")
    decision_stands(publication)
    version = next_version(publication) or PublishedVersion(publication=publication, number=shown.number + 1)
    version.replacements = [*shown.replacements, *([old, new] for old, new in replacements if old.strip())]
    version.reason, version.hides_more = reason.strip(), hides_more
    put_right(publication, shown, version)
    hidden = keep_version(publication, version, examination, actor=actor, at=at)
    event = PublicationPrepared(
        publication.number, version.number, hidden, version.scope, profile_of(publication.case).name
    )
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return version


def put_right(publication: Publication, shown: PublishedVersion, version: PublishedVersion) -> None:
    """Raises Refused when a word to be put right is not there, or when the decision itself would read differently."""
    before = version_copy(publication, shown)
    for old, _ in version.replacements[len(shown.replacements) :]:
        if not any(old in text for text in before.words()):
            raise Refused(f"公开文本里没有“{old}”。", SCOPE, field="old", remedy="请从左边的原文中复制，一字不差。")
    rows = ClericalCorrection.objects.filter(decision=publication.decision).exclude(decision=None)
    fault = content_fault(
        original_copy(publication), shown.replacements, version.replacements[len(shown.replacements) :],
        slips=list(rows.values_list("wrong", "right")), hides=version.hides_more,
    )  # fmt: skip
    if fault:
        remedy = "决定书有笔误的，先在案件中办理补正；要变更决定的，先依法变更；已被变更、撤销的，撤回公开。"
        raise Refused(fault, CORRECTING, field="new", remedy=remedy)

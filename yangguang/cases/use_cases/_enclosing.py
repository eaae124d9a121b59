"""Enclose with a decision not to punish what goes with it: the education record, and two papers more where the body says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from yangguang.base import local_values
from yangguang.cases.enclosures import enclosures_of
from yangguang.cases.kinds.penalty.documents import exemption_papers as papers
from yangguang.cases.models import Case, Outcome, Party
from yangguang.cases.rules.decision_content import education_is_recorded
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import Document, make_document, mark_served, void_document

SETTING = "no_penalty_three_papers"
ADVICE_NUMBER = "监建"
GROUNDS = (Outcome.MINOR_VIOLATION_EXEMPTION, Outcome.FIRST_VIOLATION_EXEMPTION, Outcome.NO_FAULT_EXEMPTION)


def enclose(case: Case, content: Mapping[str, Any], parties: Sequence[Party], *, actor: Account, at: Moment) -> None:
    """Right after the paper of a decision of kind no_penalty. 一案三书 (the decision, a pledge, a letter of advice) is a
    practice of some bodies: each says whether it is its own.
    """
    told: dict[str, Any] = {"content": content, "parties": parties, "dated_on": at.day}
    wanted = [("education_record", papers.EDUCATION, papers.education, "")] if education_is_recorded(content) else []
    setting = local_values.find(SETTING, chain=case.body.public_id, on=at.day)
    if setting is not None and setting.value and content.get("outcome") in GROUNDS:
        wanted += [
            ("integrity_pledge", papers.PLEDGE, papers.pledge, ""),
            ("supervision_advice", papers.ADVICE, papers.advice, ADVICE_NUMBER),
        ]
    for kind, title, sheet, number_kind in wanted:
        make_document(
            kind=kind, title=title, body=case.body, file_ref=case.public_id, dated_on=at.day, sheet=sheet(case, **told),
            number_kind=number_kind, actor=actor, at=at,
        )  # fmt: skip


def enclosures_served(decision: Document) -> None:
    """What is enclosed reached the party with the decision."""
    for paper in enclosures_of(decision):
        mark_served(paper.pk)


def void_enclosures(decision: Document, *, reason: str, actor: Account, at: Moment) -> None:
    """What is enclosed falls with a decision that is voided."""
    for paper in enclosures_of(decision):
        void_document(document_id=paper.pk, reason=reason, actor=actor, at=at)

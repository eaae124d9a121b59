"""Adopt the lists that ship with the product, through the same acts as the screens."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import transaction

from yangguang.base.events import Actor
from yangguang.catalogues.models import Edition
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.use_cases.adopt_edition import adopt_edition
from yangguang.catalogues.use_cases.draft_edition import draft_edition
from yangguang.catalogues.use_cases.fill_draft import fill_draft
from yangguang.catalogues.use_cases.fill_from_register import fill_from_register
from yangguang.catalogues.use_cases.submit_for_review import submit_for_review
from yangguang.directory.api import Body
from yangguang.kernel.moment import Moment

CONTENT = Path(__file__).resolve().parent / "content"
FILES = {
    ListKind.DISCRETION_STANDARDS: "labour_discretion_standards.toml",
    ListKind.MATTERS: "labour_matters.toml",
    ListKind.MAJOR_DECISION_REVIEW: "major_decision_review.toml",
    ListKind.REGULATORY_MATTERS: "labour_regulatory_matters.toml",
    ListKind.RANDOM_INSPECTION: "labour_random_inspection.toml",
    ListKind.POST_ENFORCEMENT_PUBLICATION: "post_enforcement_publication.toml",
    ListKind.AUDIOVISUAL_RECORDING: "labour_audiovisual_recording.toml",
    ListKind.REVIEW_ELEMENTS: "review_elements.toml",
    ListKind.DISCLOSURE_POLICY: "disclosure_policy.toml",
    ListKind.RECORDING_POLICY: "recording_policy.toml",
    ListKind.REVIEW_POLICY: "review_policy.toml",
}
OF_LABOUR_CASES = (ListKind.DISCRETION_STANDARDS, ListKind.MATTERS, ListKind.MAJOR_DECISION_REVIEW)
SOURCE = "随产品提供的演示内容，正式使用前应当换成本省现行清单"


def shipped_rows(list_kind: ListKind) -> list[dict[str, Any]]:
    """The rows of a list that ships with the product, as a person would type them; none for one copied from a register."""
    if list_kind not in FILES:
        return []
    found: list[dict[str, Any]] = tomllib.loads((CONTENT / FILES[list_kind]).read_text(encoding="utf-8"))["entry"]
    return found


def rest_of_guides() -> dict[str, str]:
    """What service guides say alike in the shipped content, beside what they take from matter and register."""
    found: dict[str, str] = tomllib.loads((CONTENT / "service_guides.toml").read_text(encoding="utf-8"))["rest"]
    return found


@transaction.atomic
def adopt_labour_lists(*, body: Body, drafter: Actor, head: Actor, at: Moment) -> dict[ListKind, Edition]:
    """Draft, submit and adopt matters, discretion standards and review catalogue, in force from the day of `at`."""
    return {
        kind: adopt_list(kind, shipped_rows(kind), body=body, drafter=drafter, head=head, source=SOURCE, at=at)
        for kind in OF_LABOUR_CASES
    }


@transaction.atomic
def adopt_list(
    kind: ListKind, rows: list[dict[str, Any]] | None, *, body: Body, drafter: Actor, head: Actor, source: str, at: Moment,
    review: Callable[[Edition], object] | None = None,
) -> Edition:  # fmt: skip
    """Draft, submit and adopt one list of these rows, or of its register's; `review` is what another office does before."""
    edition = draft_edition(list_kind=kind, body=body, copied=False, source=source, actor=drafter, at=at)
    if rows is None:
        fill_from_register(edition=edition, actor=drafter, at=at)
    else:
        fill_draft(edition=edition, rows=rows, actor=drafter, at=at)
    submit_for_review(edition=edition, in_force_from=at.day, opinion="请审定。", actor=drafter, at=at)
    if review is not None:
        review(edition)
    return adopt_edition(edition=edition, opinion="同意。", actor=head, at=at)

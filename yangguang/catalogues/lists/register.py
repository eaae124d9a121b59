"""Every list the product keeps, by kind."""

from __future__ import annotations

from yangguang.catalogues.lists import discretion_standards, major_decision_review, matters
from yangguang.catalogues.lists.definition import ListDefinition
from yangguang.catalogues.lists.plain import (
    audiovisual_recording,
    bodies,
    officers,
    policies,
    post_enforcement_publication,
    random_inspection,
    regulatory_matters,
    review_elements,
    service_guides,
)

LISTS: dict[str, ListDefinition] = {
    module.LIST.kind: module.LIST
    for module in (
        matters, regulatory_matters, discretion_standards, random_inspection, bodies, officers,
        post_enforcement_publication, audiovisual_recording, major_decision_review, review_elements,
        service_guides,
    )
} | {definition.kind: definition for definition in policies.POLICIES}  # fmt: skip


def list_of(kind: str) -> ListDefinition:
    """The definition of a kind of list."""
    return LISTS[kind]

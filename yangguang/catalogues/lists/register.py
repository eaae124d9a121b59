"""Every list the product keeps, by kind."""

from __future__ import annotations

from yangguang.catalogues.lists import discretion_standards, major_decision_review, matters
from yangguang.catalogues.lists.definition import ListDefinition

LISTS: dict[str, ListDefinition] = {
    module.LIST.kind: module.LIST for module in (matters, discretion_standards, major_decision_review)
}


def list_of(kind: str) -> ListDefinition:
    """The definition of a kind of list."""
    return LISTS[kind]

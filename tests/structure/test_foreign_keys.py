"""Foreign keys point down the layers, and never into or out of the public store."""

import pytest
from django.apps import apps

from tests.structure.test_layers import the_contract

LAYERS = the_contract("Contexts are layered")["layers"]
HEIGHT = {name.strip(" ()"): height for height, row in enumerate(reversed(LAYERS)) for name in row.split("|")}
KEYS = [
    field
    for model in apps.get_models()
    if model.__module__.startswith("yangguang.")
    for field in model._meta.get_fields()
    if field.is_relation and field.concrete and field.related_model.__module__.startswith("yangguang.")
]


@pytest.mark.parametrize("key", KEYS, ids=str)
def test_foreign_key_points_down_or_stays(key):
    own, other = key.model._meta.app_label, key.related_model._meta.app_label
    assert own == other or HEIGHT[own] > HEIGHT[other]
    assert own == other or "bulletin" not in (own, other)

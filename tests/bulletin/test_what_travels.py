"""Every row of the public store travels in bundles, or came from a citizen, or stays; nobody may forget to say which."""

from django.apps import apps

from yangguang.base.routing import FROM_CITIZENS
from yangguang.bulletin.bundles.answers import ANSWERED, ENCLOSED
from yangguang.bulletin.bundles.contents import TRAVELS, name_of
from yangguang.bulletin.models import BundleTaken


def test_every_model_of_the_public_store_has_its_way():
    """A new model goes into bundles.contents.TRAVELS, or, when visitors write its rows, into base.routing.FROM_CITIZENS."""
    every = {name_of(model) for model in apps.get_app_config("bulletin").get_models()}
    travels = {name_of(model) for model in TRAVELS}
    assert not travels & FROM_CITIZENS
    assert travels | FROM_CITIZENS | {name_of(BundleTaken)} == every


def test_what_citizens_send_has_a_receipt_a_slip_and_a_seal():
    for model, answered in ANSWERED.items():
        names = {field.attname for field in model._meta.concrete_fields}
        assert name_of(model) in FROM_CITIZENS
        assert {"receipt", "slip", "sealed", *answered} <= names
    assert {name_of(model) for model, _ in ENCLOSED.values()} <= FROM_CITIZENS


def test_rows_find_what_they_refer_to_in_the_order_they_come():
    for at, model in enumerate(TRAVELS):
        refers = {field.related_model for field in model._meta.concrete_fields if field.is_relation}
        assert refers <= set(TRAVELS[:at]), model

"""A remembered scene comes back as it was made, and never over what something else left in its place."""

import pytest
from django.db import IntegrityError, transaction

from tests.builders import remembered as scenes
from tests.builders.directory import a_body
from tests.builders.remembered import remembered
from yangguang.base.models import LedgerEntry
from yangguang.directory.models import Body

pytestmark = pytest.mark.django_db


@remembered
def a_scene():
    return a_body(named="示例县人力资源和社会保障局")


@remembered
def a_scene_upon_it():
    body = Body.objects.get()
    Body.objects.update(name="改了名的局")
    a_body(named="邻县局", mark="邻")
    return body


@pytest.fixture
def made_before():
    """Two scenes, one upon the other, made on a site that is empty again."""
    with transaction.atomic():
        body = a_scene()
        a_scene_upon_it()
        transaction.set_rollback(True)
    assert not LedgerEntry.objects.exists()
    scenes._standing.clear()
    return body


def test_scene_is_put_back_and_another_upon_it_changes_its_rows(made_before):
    body = a_scene()
    assert (body.pk, body.name) == (made_before.pk, "示例县人力资源和社会保障局")
    a_scene_upon_it()
    assert sorted(Body.objects.order_by().values_list("name", flat=True)) == ["改了名的局", "邻县局"]


def test_scene_is_never_put_back_over_a_row_that_lies_in_its_place(made_before):
    facts = {field.attname: getattr(made_before, field.attname) for field in Body._meta.concrete_fields}
    Body.objects.create(**facts | {"name": "别处留下的局"})
    with pytest.raises(IntegrityError):
        a_scene()
    assert Body.objects.get().name == "别处留下的局"

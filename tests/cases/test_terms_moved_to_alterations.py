"""Migration 0007: the one term that began anew is that of the newest alteration that fell."""

from datetime import date
from importlib import import_module
from types import SimpleNamespace

import pytest

from tests.cases.test_fallen_alterations import AGAIN, an_altered_case, falls
from yangguang.cases.models import Alteration

pytestmark = pytest.mark.django_db


def test_term_goes_to_the_newest_alteration_that_fell():
    case, row = an_altered_case()
    case = falls(case, row)
    assert row.again_due_on == AGAIN
    Alteration.objects.update(again_due_on=None)
    later = date(2026, 12, 28)
    told = SimpleNamespace(decision_id=row.decision_id, again_due_on=later)

    class Executions:
        """The rows as they were before: one term each."""

        def using(self, store):
            return self

        def exclude(self, **told):
            return self

        def order_by(self, name):
            return self

        def iterator(self):
            return iter([told])

    models = {"Alteration": Alteration, "Execution": SimpleNamespace(objects=Executions())}
    editor = SimpleNamespace(connection=SimpleNamespace(alias="default"))
    move = import_module("yangguang.cases.migrations.0007_terms_of_fallen_alterations").give_terms_to_alterations
    move(SimpleNamespace(get_model=lambda app, name: models[name]), editor)
    row.refresh_from_db()
    assert row.again_due_on == later

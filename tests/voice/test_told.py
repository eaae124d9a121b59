"""What the public site lets through is never refused at the desk, where nobody would see it."""

import pytest

from tests.builders.directory import an_account
from tests.builders.voices import a_voice
from yangguang.base.form_fields import WrittenField
from yangguang.portal.voices.forms import ConductForm, QuestionForm, WagesForm
from yangguang.portal.voices.people import MOST
from yangguang.voice.rules.told import MOST_OF_A_REPRESENTATIVE, PERSONAL, TEXTS
from yangguang.voice.sealing import unseal

pytestmark = [pytest.mark.django_db(databases=["default", "public"]), pytest.mark.duty("D07")]


@pytest.mark.parametrize("part", ["name", "person_id", "phone"])
def test_representatives_on_one_line_reach_the_desk_as_they_were_typed(part):
    line = "、".join(["邓长顺"] * 17)
    voice = a_voice(an_account(role="window_clerk").body, representatives=[{"name": "郭玉梅", part: line}])
    assert line in unseal(voice.sealed).representatives[0]


@pytest.mark.parametrize("form", [WagesForm, ConductForm, QuestionForm])
def test_no_field_outside_takes_more_than_the_desk(form):
    taken = {name: (most, lines) for name, _, most, lines in (*TEXTS, *PERSONAL)}
    taken["representatives"] = (MOST_OF_A_REPRESENTATIVE, True)
    asked = {name: field for name, field in form.base_fields.items() if isinstance(field, WrittenField)}
    assert "account" in asked
    for name, field in asked.items():
        if name not in {"amount", "homepage"}:
            most, lines = taken[name]
            assert field.most <= most, name
            assert lines >= field.lines, name
    assert MOST <= MOST_OF_A_REPRESENTATIVE

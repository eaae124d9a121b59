"""A guide how to word it stands beside every long field an officer fills in, and beside fields that exist."""

import tomllib

import pytest
from django import forms

from tests.structure.test_forms import FORMS, made_by, supplies
from yangguang.base import wording
from yangguang.base.form_fields import NamesField
from yangguang.kernel.written_text import clean

CONTEXTS = sorted(file.parent.name for file in wording.ROOT.glob("*/wording.toml"))
PLACES = [
    (context, f"{context}.{module}", place, words)
    for context in CONTEXTS
    if context != "base"
    for module, rows in tomllib.loads((wording.ROOT / context / "wording.toml").read_text(encoding="utf-8")).items()
    for place, words in rows.items()
]
# Whole forms that need none, each with the reason.
WITHOUT = {
    "ListEntryForm": "cells of an official list; each column says what belongs in it",
    "CalendarForm": "lines of dates in a fixed form, with an example beside them",
    "BlackenForm": "figures of places on a page",
    "BoardForm": "what hangs in a window, line by line, in the words of the agency",
    "ObjectionForm": "what a citizen writes to the agency on the portal",
    "RepairForm": "what a citizen writes to the agency on the portal",
    "ConductForm": "what a citizen writes to the agency on the portal",
    "QuestionForm": "what a citizen writes to the agency on the portal",
    "VoiceForm": "what a citizen writes to the agency on the portal",
    "WagesForm": "what a citizen writes to the agency on the portal",
}
PORTAL = ("ObjectionForm", "RepairForm", "ConductForm", "QuestionForm", "VoiceForm", "WagesForm")
# Fields a form has only for a case further on than the one these forms are made with.
ASKED_LATER = {"ReExaminationForm.answer_*": "one for each point a party made: tests/cases/test_wording.py"}
# Fields that hold a quotation, letter for letter.
QUOTED = {"also_private", "old", "new"}


def lacks_a_guide(form, name, field):
    if not isinstance(field.widget, forms.Textarea) or isinstance(field, NamesField) or name in QUOTED:
        return False
    return form.guide(name) is None


@pytest.mark.daily
@pytest.mark.django_db
def test_every_long_field_of_an_officer_has_a_guide_and_every_guide_a_field():
    known, missing, fields = supplies(), [], {}
    for form_class in FORMS:
        form = made_by(form_class, known)()
        place = f"{form_class.__module__.removeprefix('yangguang.')}:{form_class.__name__}"
        fields[place] = set(form.fields)
        if form_class.__name__ in WITHOUT and ("portal" in place or form_class.__name__ not in PORTAL):
            continue
        missing += [f"{place}.{name}" for name, field in form.fields.items() if lacks_a_guide(form, name, field)]
    assert not missing, "write a sample into the wording.toml of their context"
    gone = [
        f"{module}:{place}"
        for _, module, place, _ in PLACES
        if place not in ASKED_LATER
        and not stands(fields.get(f"{module}:{place.partition('.')[0]}", set()), place.partition(".")[2])
    ]
    assert not gone, "these guides stand beside no field"


def stands(fields, name):
    return any(one.startswith(name[:-1]) if name.endswith("*") else one == name for one in fields)


@pytest.mark.parametrize(
    "words", [*(words for *_, words in PLACES), *((one.right, one.why) for one in wording.labels().values())]
)
def test_guide_is_plain_chinese_without_a_figure_of_its_own(words):
    right, why, *wrong = words
    assert right != why
    for one in (right, why, *wrong):
        assert clean(one, label="示例", most=200) == one
        assert not any(sign.isdigit() for sign in one), "× stands for what the case says"

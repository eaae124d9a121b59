"""Every model states which of its fields are about a person and how long its rows are kept (docs/how-to/add-a-model.md)."""

import re

import pytest
from django.apps import apps

MODELS = [model for model in apps.get_models() if model.__module__.startswith("yangguang.")]
# Fields whose very name says that they are about a person. A name that says less is declared by whoever adds it.
PERSONAL = re.compile(r"(^|_)(mobile|email|id_number|birth\w*|home_address|username|totp_secret|bank_account)(_|$)")


def ids(model):
    return model._meta.label


@pytest.mark.parametrize("model", MODELS, ids=ids)
def test_model_declares_its_personal_data(model):
    assert isinstance(model.personal_data, tuple), 'personal_data = ("field", …), or () when there is none'
    assert set(model.personal_data) <= {field.name for field in model._meta.get_fields()} | {
        "content"
    }  # of a stored file


@pytest.mark.parametrize("model", MODELS, ids=ids)
def test_model_declares_how_long_its_rows_are_kept(model):
    assert isinstance(model.retention, str)
    assert model.retention.strip()


@pytest.mark.parametrize("model", MODELS, ids=ids)
def test_field_that_is_plainly_about_a_person_is_declared(model):
    plain = {field.name for field in model._meta.get_fields() if PERSONAL.search(field.name)}
    assert plain <= set(model.personal_data)


@pytest.mark.parametrize("model", MODELS, ids=ids)
def test_model_and_fields_have_chinese_names(model):
    def is_chinese(text):
        return re.search(r"[\u4e00-\u9fff]|^[A-Z]{2,}$", str(text))

    assert is_chinese(model._meta.verbose_name), f"{model._meta.label} needs a Chinese verbose_name"
    silent = {"id", "public_id", "password", "last_login"}
    unnamed = [
        f.name
        for f in model._meta.get_fields()
        if f.concrete and f.name not in silent and not is_chinese(f.verbose_name)
    ]
    assert not unnamed

"""GLOSSARY.toml and the code agree: one word for one thing, in Chinese and in English."""

import re

import pytest

from structure import glossary

ROWS = glossary.read()
MODELS = list(glossary.models())
ENUMERATIONS = list(glossary.enumerations())
ADVICE = "run `make docs`, then give GLOSSARY.toml its Chinese"


@pytest.mark.parametrize(("context", "name", "zh"), [row[:3] for row in MODELS], ids=str)
def test_model_is_called_by_its_glossary_name(context, name, zh):
    assert name in ROWS.get(context, {}), ADVICE
    assert ROWS[context][name]["zh"] == zh


@pytest.mark.parametrize(("context", "name"), [row[:2] for row in ENUMERATIONS], ids=str)
def test_enumeration_has_a_row(context, name):
    assert name in ROWS.get(context, {}), ADVICE


def test_every_context_has_a_row():
    assert set(glossary.contexts()) <= set(ROWS), ADVICE


@pytest.mark.parametrize(("context", "name"), [(c, n) for c, words in ROWS.items() for n in words], ids=str)
def test_row_says_what_the_word_means_in_chinese(context, name):
    row = ROWS[context][name]
    assert re.search(r"[\u4e00-\u9fff]", row["zh"])
    assert row["definition"].strip()
    assert set(row) == {"zh", "definition", "clause"}


def test_no_row_outlives_its_class():
    present = (
        {(c, n) for c, n, *_ in MODELS} | {(c, n) for c, n, *_ in ENUMERATIONS} | {(c, "") for c in glossary.contexts()}
    )
    assert not {(c, n) for c, words in ROWS.items() for n in words} - present, ADVICE


def test_one_chinese_word_names_one_class_of_a_context():
    for context, words in ROWS.items():
        names = [row["zh"] for row in words.values()]
        assert len(names) == len(set(names)), f"{context}: {sorted({n for n in names if names.count(n) > 1})}"

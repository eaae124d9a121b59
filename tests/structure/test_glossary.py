"""GLOSSARY.toml and the code agree: one word for one thing, in Chinese and in English."""

import re
from functools import cache

from structure import glossary

ROWS = glossary.read()
MODELS = list(glossary.models())
CHINESE = "[\u4e00-\u9fff]"
ADVICE = "run `make docs` (python -m structure.glossary), then give GLOSSARY.toml its Chinese"


@cache
def enumerations():
    return list(glossary.enumerations())


def test_model_is_called_by_its_glossary_name():
    named = {(context, name): row["zh"] for context, words in ROWS.items() for name, row in words.items()}
    assert not [
        f"{context}.{name} is {zh} in the code, {named.get((context, name), 'missing')} in GLOSSARY.toml"
        for context, name, zh, _ in MODELS
        if named.get((context, name)) != zh
    ], ADVICE


def test_enumeration_has_a_row():
    assert not [f"{context}.{name}" for context, name, _ in enumerations() if name not in ROWS.get(context, {})], ADVICE


def test_every_context_has_a_row():
    assert set(glossary.contexts()) <= set(ROWS), ADVICE


def test_row_says_what_the_word_means_in_chinese():
    assert not [
        f"{context}.{name}"
        for context, words in ROWS.items()
        for name, row in words.items()
        if set(row) != {"zh", "definition", "clause"} or not row["definition"] or not re.search(CHINESE, row["zh"])
    ]


def test_no_row_outlives_its_class():
    present = (
        {(c, n) for c, n, *_ in MODELS}
        | {(c, n) for c, n, *_ in enumerations()}
        | {(c, "") for c in glossary.contexts()}
    )
    assert not {(c, n) for c, words in ROWS.items() for n in words} - present, ADVICE


def test_one_chinese_word_names_one_class_of_a_context():
    for context, words in ROWS.items():
        names = [row["zh"] for name, row in words.items() if name]
        assert len(names) == len(set(names)), f"{context}: {sorted({n for n in names if names.count(n) > 1})}"

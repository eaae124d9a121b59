"""Pages that answer with a file put it on record, and pages that take one never read it before its size is known."""

import ast

import pytest

from tests.structure.source import PACKAGE, place, python_files, syntax_tree

LEAVING = [
    p for p in python_files() if "Content-Disposition" in p.read_text(encoding="utf-8") and "portal" not in p.parts
]


@pytest.mark.parametrize("path", LEAVING, ids=place)
def test_page_that_answers_with_a_file_puts_it_on_record(path):
    assert "exports.on_record(" in path.read_text(encoding="utf-8")


def test_uploads_are_read_at_the_one_place_that_knows_the_limit():
    reading = [
        place(path, call)
        for path in python_files()
        if {"pages", "acts", "forms"} & set(path.relative_to(PACKAGE).parts)
        for call in ast.walk(syntax_tree(path))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "read"
        and not call.args
    ]
    assert reading == []

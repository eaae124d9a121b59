"""Names and words: nothing called by an empty name, nothing unfinished, nothing without a line saying what it is for."""

import ast
import re

from tests.structure.source import PACKAGE, ROOT, functions, place, python_files, syntax_tree, templates

EMPTY_NAMES = {
    "util",
    "utils",
    "helper",
    "helpers",
    "common",
    "misc",
    "manager",
    "managers",
    "handler",
    "handlers",
    "data",
    "info",
}
EMPTY_ENDINGS = re.compile(r"(Helper|Utils?|Handler|Info|Data|Misc)$")
UNFINISHED = re.compile(
    r"\b(TODO|FIXME|XXX|HACK|raise NotImplementedError|NotImplemented|coming soon)\b|敬请期待|待实现|暂未实现|尚未实现|功能开发中"
)
AMERICAN = re.compile(
    r"licens(e|ing)|labor(?!at)|defens|enroll(?!ed|ing)|fulfill(?!ed|ing)|authoriz|organiz|recogniz|summariz|judgment",
    re.I,
)


def test_no_module_has_an_empty_name():
    paths = [*PACKAGE.rglob("*.py"), *(p for p in PACKAGE.rglob("*") if p.is_dir())]
    assert not [place(path) for path in paths if path.stem in EMPTY_NAMES]


def test_no_class_or_function_has_an_empty_name():
    found = []
    for path in python_files():
        for node in ast.walk(syntax_tree(path)):
            if isinstance(node, ast.ClassDef) and EMPTY_ENDINGS.search(node.name):
                found.append(f"{place(path, node)} {node.name}")
            if isinstance(node, ast.FunctionDef) and node.name in EMPTY_NAMES:
                found.append(f"{place(path, node)} {node.name}")
    assert not found


def test_names_are_spelled_the_british_way():
    assert not [
        f"{place(path, node)} {node.name}"
        for path in python_files()
        for node in ast.walk(syntax_tree(path))
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and AMERICAN.search(node.name)
    ]


def test_nothing_says_it_is_unfinished():
    paths = python_files("yangguang", "config", "structure", migrations=True) + templates() + [ROOT / "Makefile"]
    assert not [
        f"{place(path)}:{number}"
        for path in paths
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if UNFINISHED.search(line)
    ]


def test_every_module_says_what_it_is_for():
    written = [p for p in python_files("yangguang", "config", "structure") if p.read_text(encoding="utf-8").strip()]
    assert not [place(path) for path in written if path.name != "apps.py" and not ast.get_docstring(syntax_tree(path))]


def test_every_public_function_and_class_says_what_it_is_for():
    found = []
    for path in python_files("yangguang", "structure"):
        for node in syntax_tree(path).body:
            public = isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_")
            if public and path.name != "apps.py" and not ast.get_docstring(node):
                found.append(f"{place(path, node)} {node.name}")
    assert not found


def test_every_test_is_a_sentence():
    """A name of fewer than three words says too little; `should` and `correctly` say nothing."""
    assert not [
        f"{place(path, function)} {function.name}"
        for path in python_files("tests")
        for function in functions(path)
        if function.name.startswith("test_")
        and (len(function.name.split("_")) < 4 or re.search(r"_(should|correctly|properly|works?)(_|$)", function.name))
    ]

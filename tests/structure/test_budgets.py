"""Size budgets: a file that outgrows its budget hides a rule, a page or a verb."""

from tests.structure.source import functions, place, python_files, templates


def lines(path):
    return len(path.read_text(encoding="utf-8").splitlines())


def too_long(paths, budget):
    return [f"{place(path)}: {lines(path)} lines, budget {budget}" for path in paths if lines(path) > budget]


def test_source_file_stays_within_300_lines():
    assert not too_long(python_files("yangguang", "config", "structure"), 300)


def test_test_file_stays_within_400_lines():
    assert not too_long(python_files("tests"), 400)


def test_face_of_a_context_stays_within_120_lines():
    assert not too_long([p for p in python_files() if p.name == "api.py"], 120)


def test_page_stays_within_120_lines():
    assert not too_long([p for p in python_files() if "pages" in p.parts], 120)


def test_template_stays_within_120_lines():
    assert not too_long(templates(), 120)


def test_function_stays_within_40_lines():
    assert not [
        f"{place(path, function)} {function.name}: {function.end_lineno - function.lineno + 1} lines"
        for path in python_files("yangguang", "config", "structure")
        for function in functions(path)
        if function.end_lineno - function.lineno + 1 > 40
    ]

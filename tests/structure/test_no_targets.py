"""Nobody's work is measured by fines: nothing adds amounts up by officer, keeps a target, or shows them where officers are listed."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import reverse

from tests.builders import cases as build
from yangguang.base.local_values import NAMES
from yangguang.kernel import clock

SOURCE = Path(__file__).parents[2] / "yangguang"
MONEY, PEOPLE = re.compile(r"fen|fine|amount"), re.compile(r"officer|handler|account|decided_by|actor")
ADDING = frozenset({"Sum", "Avg", "Max", "Rank", "Window"})
TARGET = re.compile(r"指标|排名|任务数|目标额|考核")


@pytest.mark.history("P9.89")
@pytest.mark.clause("APL-2021:74.3")
def test_nothing_adds_up_amounts_by_officer():
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in ADDING:
                words = ast.unparse(node)
                if MONEY.search(words) and PEOPLE.search(path.read_text(encoding="utf-8")):
                    found.append(f"{path.relative_to(SOURCE)}: {words}")
    assert found == []


@pytest.mark.history("P9.89")
@pytest.mark.clause("APL-2021:74.3")
def test_nothing_keeps_a_target():
    fields = [f for model in apps.get_models() for f in model._meta.get_fields() if hasattr(f, "verbose_name")]
    assert [f"{f.model.__name__}.{f.name}" for f in fields if TARGET.search(str(f.verbose_name))] == []
    assert [label for label in NAMES.values() if TARGET.search(label)] == []


@pytest.mark.django_db
@pytest.mark.history("P9.89")
@pytest.mark.clause("APL-2021:74.3")
def test_overview_of_cases_ranks_nobody_and_names_no_fine(client):
    case = build.a_served_case()
    with clock.frozen(clock.beijing(build.SERVED, 16)):
        client.force_login(build.person_of(case.body, "agency_head"))
        pages = [
            client.get(reverse(name)).content.decode() for name in ("desk:oversight", "cases:reassign", "cases:gaps")
        ]
    assert "不作排名" in pages[0]
    assert not any("5,000" in page for page in pages)

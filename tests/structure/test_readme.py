"""What README.md and README.zh-CN.md tell in numbers, names and addresses is what the code says."""

import re
import tomllib

import pytest

from config.settings.environment import ROOT as SITE
from config.settings.environment import Environment
from tests.structure.source import ROOT
from tests.structure.test_documents import READMES, name, read
from tests.structure.test_layers import the_contract
from yangguang.base import duties, pages
from yangguang.legal_review.rules.elements import ELEMENTS
from yangguang.statutes import clause

MAKEFILE = read(ROOT / "Makefile")
PROJECT = tomllib.loads(read(ROOT / "pyproject.toml"))
BOTH = pytest.mark.parametrize("document", READMES, ids=name)
COUNTED = {
    "3 working days to withdraw": ("APL-2021:48.2", "withdraw_within"),
    "60 working days to investigate": ("LSR-2004:17#initial", ""),
    "within five working days": ("LSP-2004:18#accept", "accept_complaint_within"),
    "within three working days it leaves": ("APL-2021:48.2", "withdraw_within"),
    "三个工作日内撤回": ("APL-2021:48.2", "withdraw_within"),
    "六十个工作日内调查完毕": ("LSR-2004:17#initial", ""),
    "五个工作日内受理": ("LSP-2004:18#accept", "accept_complaint_within"),
}
NUMBERS = {"three": 3, "five": 5, "三": 3, "五": 5, "六十": 60}


@pytest.mark.parametrize("words", COUNTED)
def test_term_the_readme_tells_is_that_of_its_clause(words):
    assert any(
        words in re.sub(r"\s*\n\s*", "" if document is READMES[1] else " ", read(document)) for document in READMES
    )
    told = re.search(r"\d+|three|five|六十|三|五", words).group()
    clause_id, value = COUNTED[words]
    assert clause(clause_id).amount(value, unit="workday") == (int(told) if told.isdigit() else NUMBERS[told])


@BOTH
def test_two_commands_of_the_readme_are_those_of_the_makefile(document):
    told = dict(re.findall(r"^ {4}make (\w+) +# (.+)$", read(document), re.M))
    assert set(told) == {"run", "test"}
    assert re.search(r"http://127\.0\.0\.1:(\d+)", told["run"]).group(1) == re.search(
        r"PORT +\?= (\d+)", MAKEFILE
    ).group(1)
    recipe = re.search(r"^test:.*\n((?:\t.+\n)+)", MAKEFILE, re.M).group(1)
    assert "PostgreSQL" in told["test"]
    assert "pytest" in recipe
    assert "structure.postgresql" in recipe


@BOTH
def test_oldest_python_of_the_readme_is_the_one_the_project_accepts(document):
    (oldest,) = set(re.findall(r"Python (\d\.\d+)", read(document)))
    assert PROJECT["project"]["requires-python"] == f">={oldest}"
    assert f"sys.version_info < ({oldest.replace('.', ', ')})" in MAKEFILE
    assert PROJECT["tool"]["mypy"]["python_version"] == oldest


@BOTH
def test_data_lies_where_the_readme_says(document):
    assert "`var/`" in read(document)
    assert Environment.model_fields["data_dir"].default == SITE / "var"
    assert "export YANGGUANG_DATA_DIR ?= $(CURDIR)/var" in MAKEFILE


@BOTH
def test_both_sites_have_the_addresses_the_readme_gives(document):
    assert {"`/`", "`/desk/`"} <= set(re.findall(r"`/[a-z/]*`", read(document)))
    register = pages.register()
    assert (register["portal:home"].site, register["portal:home"].address) == ("portal", "")
    assert (register["desk:today"].site, register["desk:today"].address) == ("desk", "")


@BOTH
def test_table_of_packages_stands_in_the_order_of_the_layers(document):
    """A package imports those above it in the table: the layers of the contract, from the ground up."""
    rows = re.findall(r"^\| ((?:`\w+`[,、 ]*)+) \|", read(document), re.M)
    told = [package for row in rows for package in re.findall(r"`(\w+)`", row)]
    layers = [row for row in the_contract("Contexts are layered")["layers"] if "(" not in row or "|" in row]
    linted = [package for row in reversed(layers) for package in re.findall(r"(?<!\()\b(\w+)\b(?!\))", row)]
    assert [package for package in told if package in linted] == [package for package in linted if package in told]
    assert set(told) == set(linted)


@BOTH
def test_readme_counts_the_elements_of_a_review_and_the_duties(document):
    text = read(document)
    assert len(ELEMENTS) == 10
    assert "ten elements" in text or "十个要素" in text
    assert f"{len(duties.all_duties())} duties" in text or f"{len(duties.all_duties())} 项职责" in text


@BOTH
def test_readme_shows_one_picture(document):
    assert len(re.findall(r"^!\[.+\]\(docs/screenshots/.+\.png\)$", read(document), re.M)) == 1

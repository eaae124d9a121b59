"""What the documents say is so: commands exist, links resolve, promises name their tests, parts have their reasons."""

import re

import pytest

from config.settings.environment import Environment
from tests.structure.source import PACKAGE, ROOT, functions
from tests.structure.test_layers import the_contract
from yangguang.__main__ import COMMANDS
from yangguang.base import pages
from yangguang.cases.kinds.labour.lead_acts import ACTS as LEAD_ACTS
from yangguang.cases.kinds.register import FLOWS
from yangguang.directory.rules.roles import LABELS

READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def read(path):
    return path.read_text(encoding="utf-8")


def name(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize(
    ("document", "budget"), [("README.md", 120), ("README.zh-CN.md", 120), ("ARCHITECTURE.md", 150)]
)
def test_document_for_newcomers_stays_short(document, budget):
    assert len(read(ROOT / document).splitlines()) <= budget


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_links_of_a_document_lead_somewhere(document):
    targets = [target for target in LINK.findall(read(document)) if "://" not in target]
    assert not [target for target in targets if not (document.parent / target).exists()]


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_make_commands_of_a_document_exist(document):
    targets = set(re.findall(r"^([a-z-]+):", read(ROOT / "Makefile"), re.M))
    assert set(re.findall(r"(?:^ {4}|`)make ([a-z-]+)", read(document), re.M)) <= targets


@pytest.mark.parametrize("document", READMES, ids=name)
def test_readme_names_every_command_and_no_other(document):
    named = {one.replace("-", "_") for one in re.findall(r"^\| `yangguang ([a-z-]+)`", read(document), re.M)}
    assert named == {address.rpartition(".")[2] for address in COMMANDS}


@pytest.mark.parametrize("document", READMES, ids=name)
def test_readme_maps_every_package(document):
    mapped = set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`\w+`[^|]*) \|", read(document), re.M))))
    assert {path.parent.name for path in PACKAGE.glob("*/__init__.py")} <= mapped


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_settings_a_document_names_exist(document):
    known = {f"YANGGUANG_{field}".upper() for field in Environment.model_fields}
    known |= {"YANGGUANG_TEST_POSTGRES", "YANGGUANG_TEST_DATABASE", "YANGGUANG_CHROMIUM"}
    assert set(re.findall(r"YANGGUANG_[A-Z_]*[A-Z]", read(document))) <= known


@pytest.mark.parametrize("document", [*READMES, ROOT / "SECURITY.md"], ids=name)
def test_every_promise_of_a_document_names_a_test_that_exists(document):
    table = re.search(
        r"^\| (?:promise|承诺) \| (?:test|测试) \|\n\|---\|---\|\n((?:\|.+\|\n)+)", read(document), re.M
    ).group(1)
    for promise in re.findall(r"^\| .+ \| (.+) \|$", table, re.M):
        path, _, test = promise.strip("`").partition("::")
        assert test in {function.name for function in functions(ROOT / path)}, promise


def test_architecture_shows_the_layers_that_are_linted():
    linted = [row for row in the_contract("Contexts are layered")["layers"] if not re.fullmatch(r"\(.*\)", row)]
    shown = re.search(r"## Layers\n.*?\n\n((?: {4}[^\n]+\n)+)", read(ROOT / "ARCHITECTURE.md"), re.S).group(1)
    assert [line.strip() for line in shown.splitlines()] == [re.sub(r" \| \(.*\)", "", row) for row in linted]


def test_every_part_has_its_reason_and_no_other_has():
    record = read(ROOT / "docs" / "decisions" / "0005-parts.md")
    reasons = {part for cell in re.findall(r"^\| ([a-z0-9, -]+) \|", record, re.M) for part in cell.split(", ")} - {
        "part"
    }
    wanted = {
        re.match(r"[\w.-]+", line).group().lower()
        for file in ("requirements.in", "requirements-dev.in")
        for line in read(ROOT / file).splitlines()
        if re.match(r"\w", line)
    }
    assert reasons == wanted


def test_tutorial_says_what_the_screens_say():
    """Its bold words are pages, acts and the people of the demonstration, by the names the screens give them."""
    told = re.findall(r"\*\*(.+?)\*\*", read(ROOT / "docs" / "tutorial" / "first-case.md"), re.S)
    county = read(PACKAGE / "desk" / "demo" / "content" / "county.toml")
    people = set(re.findall(r'^name = "(.+)"$', county, re.M))
    known = {page.title for page in pages.register().values()} | {
        s.label for flow in FLOWS.values() for s in flow.steps
    }
    known |= {f"{name}（{role}）" for name in people for role in LABELS.values()} | {
        act.title for act in LEAD_ACTS.values()
    }
    assert told
    assert not [words for words in told if words not in known]


def test_no_two_decisions_share_a_number():
    numbers = sorted(int(path.name[:4]) for path in (ROOT / "docs" / "decisions").glob("*.md"))
    assert len(numbers) == len(set(numbers))

"""docs/reference says what the code says: every page is what its generator would write today."""

import re

import pytest

from structure import reference
from tests.structure.source import ROOT

PARTS = reference.parts()


@pytest.mark.parametrize("part", PARTS)
def test_reference_page_is_fresh(part):
    assert reference.file_of(part).read_text(encoding="utf-8") == PARTS[part].page(), "run `make docs`"


def test_no_reference_page_is_without_its_generator():
    assert {path.stem for path in reference.PLACE.glob("*.md")} == set(PARTS)


def test_index_of_the_documents_leads_to_every_reference_page():
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    assert set(re.findall(r"reference/(\w+)\.md", index)) == set(PARTS)


@pytest.mark.parametrize("part", PARTS)
def test_every_table_of_a_reference_page_has_rows(part):
    written = PARTS[part].page()
    assert not re.search(r"\|---\|\n\s*(\n|\Z)", written)
    assert written.count("\n|") > 5


def test_what_to_do_that_a_module_says_once_for_all_its_refusals_is_written_out():
    written = (ROOT / "docs/reference/refusals.md").read_text(encoding="utf-8")
    (row,) = [line for line in written.splitlines() if line.startswith("| `net.py` | 本机没有开通对外连接。")]
    assert row.endswith("| 请系统管理员在设置中登记允许连接的地址。 |")

"""What is true of every clause file: its path is its citation, its words and dates are sound, its numbers have examples."""

from __future__ import annotations

import time
import tomllib
from datetime import date, timedelta

import pytest

from yangguang.statutes import UnknownClause, all_clauses, clause, clause_ids, library, statute
from yangguang.statutes.clause import EFFECTS, TERMS, TIME_UNITS, UNITS

CLAUSE_KEYS = {
    "id",
    "statute",
    "article",
    "article_sure",
    "topic",
    "text",
    "source",
    "in_force",
    "until",
    "checked",
    "sure",
    "kind",
    "local",
    "starts_from",
    "counts",
    "suspended_by",
    "gates",
    "hint",
    "doubt",
    "overrides",
    "values",
    "example",
    "earlier",
}
KINDS = {"deadline", "gate", "threshold", "content", "right"}
SURE = {"text-read", "excerpt", "memory"}
# A batch every quarter or half-year has no day it starts from.
WITHOUT_START = {"MVP-2016:8#quarter", "MVP-2016:8#half_year"}

EVERY = all_clauses()


def test_every_path_is_a_citation() -> None:
    for clause_id in clause_ids():
        file = library.file_of(clause_id)
        assert tomllib.loads(file.read_text(encoding="utf-8"))["id"] == clause_id
    assert len(set(clause_ids())) == len(clause_ids()) > 400


def test_no_file_carries_a_key_nobody_reads() -> None:
    strays = {
        clause_id: keys
        for clause_id in clause_ids()
        if (keys := set(tomllib.loads(library.file_of(clause_id).read_text(encoding="utf-8"))) - CLAUSE_KEYS)
    }

    assert not strays


def test_every_clause_names_the_statute_of_its_folder() -> None:
    for found in EVERY:
        raw = tomllib.loads(library.file_of(found.id).read_text(encoding="utf-8"))
        assert raw["statute"] == found.law.name, found.id


def test_every_clause_has_words_kind_and_source() -> None:
    for found in EVERY:
        assert found.topic
        assert found.text.endswith("。"), found.id
        assert found.source
        assert found.article
        assert found.kind in KINDS
        assert found.sure in SURE


def test_a_clause_is_checked_unless_nobody_read_it() -> None:
    assert all((found.checked is None) == (found.sure == "memory") for found in EVERY)
    assert all(found.checked is None or date(2024, 1, 1) <= found.checked for found in EVERY)


def test_a_clause_says_what_a_lawyer_has_still_to_check() -> None:
    assert clause("APL-2021:60").to_check == ()
    assert clause("LSP-2004:37").to_check == ("没有读到原文", "条号没有核实")
    assert clause("LSP-2004:31").to_check == ("只读到摘录",)
    assert "待法制机构确认" in clause("MWR-2019:57").to_check[0]
    assert all(found.to_check for found in EVERY if found.sure != "text-read")


def test_dates_of_force_are_sane() -> None:
    for found in EVERY:
        assert found.in_force is None or date(1990, 1, 1) <= found.in_force <= date(2027, 1, 1), found.id
        assert found.in_force is None or found.until is None or found.in_force <= found.until, found.id
        assert found.in_force is not None or found.law.note, f"{found.id}: say why the day is not known"


def test_versions_of_a_clause_follow_each_other_without_a_gap_or_overlap() -> None:
    for found in EVERY:
        later = found
        for before in found.earlier:
            assert later.in_force is not None, found.id
            assert before.until == later.in_force - timedelta(days=1), found.id
            assert before.values.keys() == found.values.keys(), found.id
            later = before


def test_values_have_a_known_unit_and_either_an_amount_or_a_range() -> None:
    for found in EVERY:
        for value in found.values.values():
            assert value.unit in UNITS, found.id
            assert (value.amount is None) == (value.low is not None and value.high is not None), found.id
            assert value.low is None or value.high is None or 0 < value.low < value.high, found.id
            assert value.amount is None or value.amount > 0, found.id
            assert set(value.effects) <= EFFECTS, found.id


def test_terms_say_whose_they_are_and_which_clause_fixes_the_unit() -> None:
    for found in EVERY:
        for value in found.values.values():
            if found.kind != "deadline" or value.unit not in TIME_UNITS:
                continue
            assert value.term in TERMS, found.id
            assert value.gives or value.opens or found.id in WITHOUT_START, found.id
            assert value.because or value.unit != "workday", f"{found.id}: which clause makes these working days?"
            assert not value.because or value.because in clause_ids(), found.id
            assert not value.extends or value.extends in clause_ids(), found.id


def test_a_term_of_the_party_rolls_and_counts_its_rest_days_under_a_clause() -> None:
    for found in EVERY:
        for value in found.values.values():
            if value.term == "party" and value.unit != "workday":
                assert value.roll, found.id
                assert value.because, found.id


def test_every_clause_with_values_has_two_examples() -> None:
    assert [found.id for found in EVERY if found.values and len(found.examples) < 2] == []


def test_examples_are_either_words_or_tables_on_both_sides() -> None:
    for found in EVERY:
        for example in found.examples:
            assert example.name, found.id
            assert isinstance(example.given, str) == isinstance(example.expect, str), found.id


def test_overridden_clauses_exist_and_only_regions_override() -> None:
    for found in EVERY:
        assert set(found.overrides) <= set(clause_ids()), found.id
        assert not found.overrides or found.law.region, found.id


def test_regional_statutes_lie_in_the_folder_of_their_region() -> None:
    for code, folder in library.statute_folders().items():
        region = statute(code).region
        assert folder.parent.name == (region or "statutes")
        assert statute(code).code == code


@pytest.mark.parametrize("clause_id", ["APL-2021:999", "XXX-2000:1", "../secret", "APL-2021:", "APL-2021:48.2#", ""])
def test_an_unknown_id_is_an_error_not_a_file(clause_id: str) -> None:
    with pytest.raises(UnknownClause):
        clause(clause_id)


def test_all_clauses_load_quickly() -> None:
    library._read.cache_clear()
    started = time.process_time()

    all_clauses()

    assert time.process_time() - started < 0.5

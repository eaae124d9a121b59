"""What changed in a clause after a day: new words, its end, a provision of the region, a clause that is no longer kept."""

from datetime import date

import pytest

from tests.builders.changed_law import amend, repeal
from yangguang.statutes.changes import LawChangeKind, changes_of

SINCE, UNTIL, DAY = date(2026, 1, 5), date(2026, 11, 18), date(2026, 9, 1)
FINE = "LSR-2004:25#fine"


def found(clause_id=FINE, *, since=SINCE, until=UNTIL, region="371300"):
    return [(one.kind, one.on) for one in changes_of(clause_id, since=since, until=until, region=region)]


def test_clause_nobody_touched_has_no_change():
    assert found() == []


def test_new_words_count_from_their_day_and_only_after_the_day_asked_from(monkeypatch):
    amend(monkeypatch, FINE, on=DAY)
    assert found() == [(LawChangeKind.AMENDED, DAY)]
    assert found(until=date(2026, 8, 31)) == []
    assert found(since=DAY) == []


def test_amendment_in_the_files_is_found_by_its_day():
    assert found("APL-2021:51#citizen", since=date(2020, 1, 1), until=date(2021, 7, 15)) == [
        (LawChangeKind.AMENDED, date(2021, 7, 15))
    ]


def test_end_is_found_whenever_it_was(monkeypatch):
    repeal(monkeypatch, FINE, last=date(2025, 12, 31))
    assert found() == [(LawChangeKind.REPEALED, date(2026, 1, 1))]
    assert found(until=date(2025, 12, 31), since=date(2025, 1, 1)) == []


def test_article_kept_in_parts_changes_with_any_of_them(monkeypatch):
    amend(monkeypatch, "APL-2021:51#citizen", on=DAY)
    assert found("APL-2021:51") == [(LawChangeKind.AMENDED, DAY)]


def test_provision_of_the_region_that_takes_its_place_is_found_there_and_nowhere_else():
    from yangguang.statutes.library import all_clauses

    local = next(one for one in all_clauses() if one.overrides and one.in_force)
    before = date(local.in_force.year - 1, 1, 1)
    here = changes_of(local.overrides[0], since=before, until=local.in_force, region=local.law.region)
    assert (LawChangeKind.LOCAL, local.in_force, local.id) in [(one.kind, one.on, one.by) for one in here]
    elsewhere = "110000" if local.law.region[:2] != "11" else "120000"
    assert not [
        one for one in changes_of(local.overrides[0], since=before, until=local.in_force, region=elsewhere)
        if one.kind is LawChangeKind.LOCAL
    ]  # fmt: skip


@pytest.mark.parametrize("clause_id", ["LSR-2004:999", "NO-SUCH:1"])
def test_clause_that_is_not_kept_any_more_is_named(clause_id):
    assert found(clause_id) == [(LawChangeKind.UNKNOWN, SINCE)]

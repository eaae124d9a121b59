"""What the public is given of a list: plain values of an adopted edition, nothing of the desk."""

import json
from datetime import date

import pytest

from tests.builders.catalogues import a_draft, an_adopted_edition, the_labour_lists
from yangguang.catalogues import api
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.queries import lapsed_entries
from yangguang.kernel.refusal import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D02")]


def test_adopted_edition_leaves_as_plain_values():
    edition = the_labour_lists()[ListKind.MATTERS]
    told = json.loads(json.dumps(api.public_rows(edition), ensure_ascii=False))
    assert told["ref"] == edition.public_id
    assert told["in_force_from"] == "2026-01-05"
    assert len(told["rows"]) == 22
    first = told["rows"][0]
    assert first["code"] == "LDJC-01"
    assert first["official"] is False
    for label in ("执法类别", "事项名称", "执法依据", "裁量基准", "承办机构", "办理时限"):
        assert label in [column["label"] for column in told["columns"]]
    assert "LSR-2004:25#fine" in first["cells"]["basis"]


def test_public_rows_name_no_account():
    edition = an_adopted_edition()
    told = json.dumps(api.public_rows(edition), ensure_ascii=False)
    assert edition.drafted_by_name not in told
    assert edition.drafted_by_ref not in told


def test_draft_does_not_leave_the_desk():
    with pytest.raises(Refused, match="没有审定的清单不能公开"):
        api.public_rows(a_draft())


def test_change_of_law_flags_exactly_the_rows_that_rest_on_it():
    edition = the_labour_lists()[ListKind.MATTERS]
    assert lapsed_entries(edition, date(2026, 11, 18)) == {}
    before_the_wage_regulation = lapsed_entries(edition, date(2020, 2, 3))
    assert {"LDJC-13", "LDJC-14", "LDJC-15", "LDJC-16"} <= set(before_the_wage_regulation)
    assert before_the_wage_regulation["LDJC-14"] == ["保障农民工工资支付条例第五十五条"]
    assert "LDJC-01" not in before_the_wage_regulation

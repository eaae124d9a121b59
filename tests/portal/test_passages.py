"""A citizen finds the very row: lists, guides, flowcharts and reports, by every word; what was taken back is found nowhere."""

from datetime import date, timedelta

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.builders.public_entries import DAY as LISTED
from tests.builders.public_entries import PARTY, an_entry, an_entry_copy
from tests.builders.public_site import a_public_site
from yangguang.bulletin.api import ListCopy, PublicList, list_copies, put_flowchart, put_list, reports
from yangguang.bulletin.models import Passage
from yangguang.bulletin.passages import PASSAGES, find_passages
from yangguang.kernel import clock

pytestmark = [pytest.mark.django_db(databases=["default", "public"]), pytest.mark.duty("D02")]
REF = "k" * 26
COLUMNS = [{"name": "item", "label": "事项", "subject": True}, {"name": "basis", "label": "依据"}]
ROWS = [
    {"code": "CL-01", "cells": {"item": "克扣或者无故拖欠工资", "basis": "劳动保障监察条例第二十六条"}},
    {"code": "CL-02", "cells": {"item": "安排女职工从事禁忌劳动", "basis": "女职工劳动保护特别规定第十三条"}},
]
DAY = date(2026, 10, 9)


def a_copy(rows=ROWS, ref=REF, **changes):
    told = {
        "list_kind": "discretion", "list_label": "行政裁量基准", "body_ref": "b" * 26, "body_name": "示范县人社局",
        "title": "行政裁量基准（2026年版）", "in_force_from": DAY, "published_on": DAY, "columns": COLUMNS, "rows": rows,
    }  # fmt: skip
    return ListCopy(ref=ref, **(told | changes))


def titles(words, **given):
    return [one.title for one in find_passages(words, **given).rows]


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_row_is_found_by_words_that_do_not_stand_together_and_opens_on_its_page(client):
    list_copies.receive_list(a_copy(), version=1)
    page = read(client, "/search/lists?q=女职工 禁忌")
    assert "共 1 处" in page
    assert f"/lists/{REF}#row-2" in page
    assert "<mark>女职工</mark>" in page
    assert page.count("<mark>禁忌</mark>") == 1  # in its title, which the piece below does not say again
    assert 'id="row-2"' in read(client, f"/lists/{REF}")
    assert "清单、指南和年报里有 1 处" in read(client, "/search?q=禁忌劳动")


@pytest.mark.parametrize("words", ["CL-02", "二十六条 拖欠", "示范县人社局 裁量", "资"])
def test_code_basis_body_and_name_of_the_list_find_rows(words):
    list_copies.receive_list(a_copy(), version=1)
    assert titles(words)


@pytest.mark.parametrize("words", ["", "。", "女职工 拖欠", "禁忌劳动工资"])
def test_nothing_is_found_where_one_of_the_words_is_missing(words):
    list_copies.receive_list(a_copy(), version=1)
    assert titles(words) == []


def test_rows_stand_in_the_order_of_their_list():
    list_copies.receive_list(a_copy(), version=1)
    assert titles("裁量基准") == [row["cells"]["item"] for row in ROWS]


def test_corrected_list_is_found_by_what_it_says_now_alone():
    list_copies.receive_list(a_copy(), version=1)
    list_copies.receive_list(a_copy(ROWS[:1]), version=2, correction="删去重复的一条", corrected_on=DAY)
    assert titles("禁忌劳动") == []
    assert titles("拖欠工资") == ["克扣或者无故拖欠工资"]


def test_list_taken_back_is_found_nowhere_and_leaves_no_word():
    list_copies.receive_list(a_copy(), version=1)
    numbers = list(Passage.objects.values_list("pk", flat=True))
    list_copies.withdraw_list(a_copy(), version=1, reason="版本选错", basis="", on=DAY)
    assert not Passage.objects.exists()
    assert not any(PASSAGES.holds(number) for number in numbers)


@pytest.mark.parametrize("what", ["撤回", "停止公开"])
@pytest.mark.parametrize("kind", ["wage_arrears_sanctions", "major_labour_violations"])
def test_entry_that_was_withdrawn_or_ended_is_not_found(client, kind, what):
    ref = an_entry(kind)
    found = read(client, f"/search/lists?q={PARTY}")
    assert "共 1 处" in found
    assert f"/lists/{ref}#row-1" in found
    list_copies.withdraw_list(an_entry_copy(kind), version=1, reason="理由", basis="", on=LISTED, what=what)
    for words in (PARTY, "兴隆 建筑", "2026-0001"):
        page = read(client, f"/search/lists?q={words}")
        assert "没有符合条件的内容" in page
        assert ref not in page
    assert not Passage.objects.exists()
    assert client.get(f"/lists/{ref}").status_code == 410


def test_row_of_somebody_who_is_no_longer_listed_is_gone():
    values = {name: value for name, value in vars(a_copy()).items() if name not in {"ref", "published_on"}}
    put_list(REF, on=DAY, **values)
    put_list(REF, on=DAY, **(values | {"rows": ROWS[1:]}))
    assert titles("拖欠工资") == []
    assert titles("禁忌") == ["安排女职工从事禁忌劳动"]


def test_list_followed_by_another_says_so(client):
    list_copies.receive_list(a_copy(), version=1, superseded_from=clock.today() - timedelta(days=1))
    list_copies.receive_list(a_copy(ref="m" * 26, in_force_from=clock.today() + timedelta(days=9)), version=1)
    page = read(client, "/search/lists?q=禁忌劳动")
    assert "共 2 处" in page
    assert "尚未施行" in page
    assert "已被取代" in page


def test_only_the_newest_version_of_a_report_is_found(client):
    for version, said in ((1, "收到投诉三百件"), (2, "收到投诉三百一十件")):
        reports.put_report(
            f"r{version}" * 13, body_ref="b" * 26, body_name="示范县人社局", year=2025, version=version, digest="0" * 64,
            title="2025年度行政执法统计年报", content={"tables": [], "overview": [said], "months": []}, published_on=DAY,
        )  # fmt: skip
    (found,) = find_passages("收到投诉").rows
    assert found.ref == "r2" * 13
    assert "/annual-reports/" + "r2" * 13 in read(client, "/search/lists?q=三百一十件")


def test_flowchart_drawn_anew_is_found_by_its_new_stations():
    for station in ("受理举报", "登记线索"):
        put_flowchart(
            REF, name="penalty", title="行政处罚流程图", body_ref="b" * 26, body_name="示范县人社局", published_on=DAY,
            outline={"stations": [{"name": "clue", "label": station}]},
        )  # fmt: skip
    assert titles("受理举报") == []
    assert titles("登记线索") == ["行政处罚流程图"]


@pytest.mark.parametrize(
    "hostile", ["page=99999999999", "kind=decisions", "kind=%00", "q=%00", "q=%25", "q='\" *", "q=" + "超" * 500]
)
def test_hostile_questions_are_answered_calmly(client, hostile):
    list_copies.receive_list(a_copy(), version=1)
    read(client, f"/search/lists?{hostile}")


def test_a_page_asks_little_on_thousands_of_rows_and_never_the_agency(client):
    many = [{"code": f"CL-{n:04d}", "cells": {"item": f"拖欠工资第{n}种情形", "basis": "条例"}} for n in range(3000)]
    list_copies.receive_list(a_copy(many), version=1)
    with (
        CaptureQueriesContext(connections["default"]) as private,
        CaptureQueriesContext(connections["public"]) as public,
    ):
        page = read(client, "/search/lists?q=拖欠 情形&page=3&kind=lists")
    assert "共 3,000 处" in page
    assert f"/lists/{REF}#row-41" in page
    assert not private.captured_queries
    assert len(public.captured_queries) <= 11


def test_everything_of_a_real_site_is_findable():
    a_public_site()
    kinds = set(Passage.objects.values_list("kind", flat=True))
    assert kinds == {"lists", "guides", "flowcharts"}
    editions = PublicList.objects.exclude(status="withdrawn")
    assert Passage.objects.filter(kind="lists").count() == sum(len(one.rows) for one in editions)
    assert all(PASSAGES.holds(number) for number in Passage.objects.values_list("pk", flat=True))

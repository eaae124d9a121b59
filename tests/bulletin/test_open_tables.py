"""Every kind of thing that is public is in a table of open data, whole, and what is not public any more is in none."""

import csv
import io
import json
import tracemalloc
from dataclasses import replace
from datetime import date, timedelta

import duckdb
import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.builders.directory import an_account, an_officer
from tests.builders.disclosure import deliver, withdraw
from tests.builders.public_site import a_public_site, count_the_month
from tests.builders.remembered import remembered
from tests.builders.reporting import an_adopted_report
from tests.builders.standing import officer_taken_back, taken_back
from yangguang.base.harmless import harmless
from yangguang.bulletin.api import (
    Notice,
    PublicBody,
    PublicFlowchart,
    PublicGuide,
    PublicList,
    PublicMonth,
    PublicOfficer,
    PublicReport,
    open_data,
    put_list,
)
from yangguang.bulletin.bundles.contents import TRAVELS
from yangguang.bulletin.open_data_sets import DATA_SETS, LEFT_OUT
from yangguang.directory.models import Officer
from yangguang.disclosure.models import StandingPublication, WindowBoard
from yangguang.disclosure.use_cases.post_window import post_window
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

pytestmark = [pytest.mark.django_db, pytest.mark.duty("D21")]
LIST = {
    "list_kind": "wage_arrears_sanctions", "list_label": "失信名单", "body_ref": "b" * 26, "body_name": "示范县人社局",
    "title": "失信名单",
    "columns": [{"name": "party", "label": "当事人"}, {"name": "why", "label": "事由"}], "in_force_from": date(2026, 10, 9),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _apart(apart):
    """Files of this test lie apart."""


@pytest.fixture
def site(db):
    return a_counted_site()


@remembered
def a_counted_site():
    """One of everything, an annual report and a month that was counted among it."""
    made = a_public_site()
    an_adopted_report(made.people.body)
    deliver()
    count_the_month()
    return made


def rows(name):
    return json.loads(open_data.file_of(name, "json").read_text(encoding="utf-8"))


def from_csv(name):
    text = open_data.file_of(name, "csv").read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))[1:]


def from_parquet(name):
    path = str(open_data.file_of(name, "parquet"))
    return duckdb.sql(f"SELECT * FROM read_parquet('{path}')")


def everything():
    """All that the files say."""
    return "".join(open_data.file_of(one.name, "json").read_text(encoding="utf-8") for one in DATA_SETS)


def a_listing(*names):
    listed = [{"code": f"S{place}", "cells": {"party": name, "why": "拖欠工资"}} for place, name in enumerate(names)]
    put_list("s" * 26, on=date(2026, 10, 9), rows=listed, **LIST)


def test_every_model_that_travels_is_read_by_a_table_or_left_out_for_a_reason(db):
    with CaptureQueriesContext(connections["public"]) as asked:
        assert all(list(one.rows()) == [] for one in DATA_SETS)
    told = "\n".join(one["sql"] for one in asked.captured_queries)
    silent = {model for model in TRAVELS if f'FROM "{model._meta.db_table}"' not in told}
    assert silent == set(LEFT_OUT)


def test_every_public_kind_is_in_all_three_formats_which_say_the_same(site):
    told = open_data.make()
    empty = {one["name"] for one in told["sets"] if not one["rows"]}
    assert empty <= {"entrustments", "windows"}
    for one in DATA_SETS:
        names = [field.name for field in one.fields]
        assert all(list(row) == names for row in rows(one.name)), one.name
        plain = [[str(row[name]) if isinstance(row[name], int) else harmless(row[name] or "") for name in names]
                 for row in rows(one.name)]  # fmt: skip
        assert plain == from_csv(one.name), one.name
        written = [
            [str(cell) if isinstance(cell, date) else cell for cell in line]
            for line in from_parquet(one.name).fetchall()
        ]
        assert [list(row.values()) for row in rows(one.name)] == written, one.name
    assert list(open_data.faults()) == []


def test_words_of_decisions_lists_guides_and_reports_are_there_to_the_last_line(site):
    open_data.make()
    notice = Notice.objects.get(ref=site.standing.notice_ref)
    (text,) = rows("decision-texts")
    assert text["text"].split("\n") == notice.text
    assert text["summary"] == "\n".join(f"{label}：{value}" for label, value in notice.summary if value)
    told = {(row["ref"], row["code"], row["column"]): row["text"] for row in rows("list-rows")}
    cells = [(one, row, name) for one in PublicList.objects.all() for row in one.rows for name in row["cells"]]
    assert told == {(one.ref, row["code"], name): row["cells"][name] for one, row, name in cells if row["cells"][name]}
    guides = {row["ref"]: row for row in rows("guides")}
    for guide in PublicGuide.objects.all():
        assert all(f"{label}：{value}" in guides[guide.ref]["details"] for label, value in guide.cells if value)
    report = PublicReport.objects.get()
    figures = [
        (table["title"], one["label"], one["shown"]) for table in report.content["tables"] for one in table["columns"]
    ]
    assert set(figures) <= {(row["table"], row["label"], row["shown"]) for row in rows("report-figures")}
    assert rows("annual-reports")[0]["overview"].split("\n") == report.content["overview"]


def test_officers_bodies_flowcharts_and_counts_are_there_field_by_field(site):
    open_data.make()
    officer = PublicOfficer.objects.get(name="周敏")
    (card,) = [row for row in rows("certificates") if row["ref"] == officer.ref]
    (held,) = officer.certificates
    assert (card["valid_until"], card["areas"]) == (held["valid_until"], "、".join(held["areas"]))
    assert {row["ref"] for row in rows("bodies")} == set(PublicBody.objects.values_list("ref", flat=True))
    stations = PublicFlowchart.objects.get().outline["stations"]
    steps = [(row["station"], row["label"], row["to"]) for row in rows("flowchart-steps") if row["number"] is not None]
    assert steps == [(one["number"], move["label"], move["to"]) for one in stations for move in one["moves"]]
    month = PublicMonth.objects.get()
    totals = {row["name"]: row["count"] for row in rows("log-months") if not row["body_name"]}
    assert totals == {name: count for name, count in month.content["totals"].items() if count}
    assert rows("window-services")[0]["matter"] == "领取文书"


def test_days_are_days_and_numbers_are_numbers(site):
    open_data.make()
    kinds = dict(zip(from_parquet("list-rows").columns, map(str, from_parquet("list-rows").types), strict=True))
    assert (kinds["position"], kinds["text"]) == ("BIGINT", "VARCHAR")
    assert "DATE" in map(str, from_parquet("certificates").types)


def test_withdrawn_decision_list_guide_and_officer_leave_every_table(site):
    officer = Officer.objects.get(name="周敏")
    number = officer.certificates.get().number
    guide = PublicGuide.objects.first()
    word = max((value for _, value in guide.cells), key=len)
    notice = Notice.objects.get(ref=site.standing.notice_ref)
    open_data.make()
    before = everything()
    gone = (notice.party_name, "周敏", number, json.dumps(word, ensure_ascii=False)[1:-1], guide.name)
    assert all(one in before for one in gone)
    with clock.frozen(clock.now() + timedelta(minutes=5)):
        withdraw(site.standing, site.people)
        taken_back(StandingPublication.objects.exclude(edition=None).get(ref=guide.edition.ref))
        officer_taken_back(officer)
        deliver()
        assert open_data.index() is None
        assert open_data.make_if_due()
    after = everything()
    assert [one for one in gone if one in after] == []
    left = {row["ref"]: row["status"] for row in rows("taken-down")}
    assert [left[ref] for ref in (site.standing.notice_ref, guide.edition.ref, officer.public_id)] == ["已撤回"] * 3
    assert list(open_data.faults()) == []


def test_who_is_taken_off_a_list_is_given_out_no_more(client, db):
    a_listing("甲公司", "乙公司")
    open_data.make()
    assert "乙公司" in everything()
    a_listing("甲公司", "乙公司")
    assert client.get("/open-data/list-rows.json").status_code == 200
    a_listing("甲公司")
    assert client.get("/open-data/list-rows.json").status_code == 404
    assert open_data.make_if_due()
    assert "乙公司" not in everything()


def test_row_that_stands_no_more_is_found_by_verify(db):
    a_listing("甲公司", "乙公司")
    open_data.make()
    assert list(open_data.faults()) == []
    held = PublicList.objects.get()
    PublicList.objects.update(rows=held.rows[:1])
    assert list(open_data.faults()) == ["开放数据 list-rows：有 1 条不在公开之列"]


def test_what_is_taken_back_while_the_files_are_made_leaves_no_index(client, db, monkeypatch):
    a_listing("甲公司", "乙公司")
    last = DATA_SETS[-1]

    def meanwhile():
        a_listing("甲公司")
        return last.rows()

    with monkeypatch.context() as now:
        now.setattr(open_data, "DATA_SETS", (*DATA_SETS[:-1], replace(last, rows=meanwhile)))
        open_data.make()
    assert "乙公司" in everything()
    assert open_data.index() is None
    assert client.get("/open-data/list-rows.json").status_code == 404
    assert open_data.make_if_due()
    assert "乙公司" not in everything()
    assert not open_data.make_if_due()


def test_making_that_was_cut_off_is_due_again(db, monkeypatch):
    open_data.make()

    def broken():
        raise OSError("no room")

    with monkeypatch.context() as now:
        now.setattr(open_data, "DATA_SETS", (*DATA_SETS[:-1], replace(DATA_SETS[-1], rows=broken)))
        with pytest.raises(OSError, match="no room"):
            open_data.make()
    assert open_data.make_if_due()
    assert not open_data.make_if_due()


@pytest.mark.parametrize("start", list("=+-@＝＋－＠"))
def test_cell_of_a_list_that_would_start_a_formula_is_harmless(db, start):
    a_listing(f"{start}HYPERLINK(1)")
    open_data.make()
    assert from_csv("list-rows")[0][-1] == f"'{start}HYPERLINK(1)"
    assert rows("list-rows")[0]["text"] == f"{start}HYPERLINK(1)"


def test_who_sits_at_a_window_today_and_photos_are_in_no_file(site):
    clerk = an_account(role="window_clerk", body=site.people.body)
    board, day = WindowBoard.objects.get(body=site.people.body), clock.today()
    who = {"name": "孙小梅", "post": "窗口人员", "staff_number": "W-9", "duties": "收件"}
    post_window(board=board, label="3号窗口", from_day=day, until_day=day, actor=clerk, at=Moment.now(), **who)
    deliver()
    open_data.make()
    assert rows("windows") == [{"ref": site.people.body.public_id, "label": "3号窗口", "duties": "收件", "kinds": ""}]
    assert not any(word in everything() for word in ("孙小梅", "W-9", "JFIF", "/9j/"))


def test_long_decisions_are_not_held_all_at_once(db, monkeypatch):
    many, day, text = 300, date(2026, 1, 1), ["正文" * 12_500]  # 50 KB in memory
    same = {"kind": "penalty", "number": "号", "decided_on": day, "published_on": day, "digest": "0"}
    for start in range(0, many, 50):
        made = range(start, start + 50)
        Notice.objects.bulk_create(Notice(ref=f"{at:026d}", text=text, received_at=clock.now(), **same) for at in made)
    monkeypatch.setattr(open_data, "DATA_SETS", [one for one in DATA_SETS if one.name == "decision-texts"])
    tracemalloc.start()
    try:
        open_data.make()
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(from_csv("decision-texts")) == many
    assert most < many * 50_000 / 2


def test_page_says_what_each_table_and_column_is(client, site):
    open_data.make()
    page = client.get("/open-data/").content.decode()
    assert "全部内容" not in page
    for one in DATA_SETS:
        assert one.title in page
        assert one.about in page
        assert all(f"<code>{field.name}</code></td><td>{field.label}</td>" in page for field in one.fields)


def test_officer_who_is_suspended_is_said_to_be(site):
    assert {row["suspended_from"] for row in next(one for one in DATA_SETS if one.name == "certificates").rows()} == {
        None
    }
    an_officer(body=site.people.body)
    deliver()
    one = PublicOfficer.objects.last()
    one.certificates[0]["suspensions"] = [["2026-01-01", "2026-02-01"], ["2026-11-01", None]]
    one.save()
    open_data.make()
    assert [row["suspended_from"] for row in rows("certificates") if row["ref"] == one.ref] == ["2026-11-01"]

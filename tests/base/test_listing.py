"""Lists and form fields every context uses."""

import pytest
from django import forms
from django.test import RequestFactory

from yangguang.base import listing
from yangguang.base.form_fields import DayField, NamesField, WrittenField
from yangguang.base.sheets import Column, read_rows


def asked(query=""):
    request = RequestFactory().get(f"/desk/bodies{query}")
    request.user = "陈立"
    return request


@pytest.mark.parametrize(("query", "size"), [("", 20), ("?size=50", 50), ("?size=9999", 20), ("?size=x&page=y", 20)])
def test_list_shows_twenty_rows_or_a_size_on_offer(query, size):
    assert len(listing.page_of(asked(query), list(range(300)))) == size


def test_page_past_the_end_gives_the_last_one():
    assert listing.page_of(asked("?page=99"), list(range(30))).number == 2


def test_export_carries_the_filtered_rows_under_a_chinese_name():
    columns = [Column("name", "名称", required=True)]
    answer = listing.workbook(asked(), title="执法主体", columns=columns, rows=[{"name": "示范县民政局"}])
    assert "%E6%89%A7" in answer["Content-Disposition"]
    assert read_rows(answer.content, columns) == [(4, {"name": "示范县民政局"})]


def test_view_keeps_other_filters_and_starts_at_the_first_page():
    (all_of_them, expired) = listing.views(
        asked("?q=a&page=3&state=expired"), "state", [("", "全部"), ("expired", "已过期")], lambda key: len(key)
    )
    assert all_of_them["href"] == "/desk/bodies?q=a"
    assert expired["current"]
    assert expired["href"] == "/desk/bodies?q=a&state=expired"


class Form(forms.Form):
    reason = WrittenField(label="原因", most=10)
    matters = NamesField(label="委托事项")
    on = DayField(label="日期")


def test_hostile_text_is_named_beside_its_field():
    form = Form({"reason": "甲\u202e乙", "matters": "甲", "on": "2026-11-20"})
    assert not form.is_valid()
    assert "改变文字方向" in form.errors["reason"][0]


def test_too_long_a_text_says_by_how_much():
    assert "最多10个字，现有11个字" in Form({"reason": "甲" * 11}).errors["reason"][0]


def test_names_are_told_apart_and_kept_once():
    form = Form({"reason": "a", "matters": "甲、乙\n甲；丙", "on": "2026年11月20日"})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["matters"] == ["甲", "乙", "丙"]


@pytest.mark.parametrize("day", ["2026-02-30", "明天", "20261120x", "0026-11-20", "9999-01-01"])
def test_day_that_is_none_is_refused_in_chinese(day):
    (words,) = Form({"reason": "a", "matters": "甲", "on": day}).errors["on"]
    assert "日期" in words or "年份" in words

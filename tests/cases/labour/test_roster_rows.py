"""One row of the roster: what is accepted, and how it is refused."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders.labour import a_person_id
from yangguang.cases.rules.roster_rows import checked_row, month_of
from yangguang.kernel.refusal import Refused

TODAY = date(2026, 11, 18)
GOOD = {
    "name": "㐱䶮", "person_id": a_person_id(1), "phone": "139 0000 1111", "from_month": "2026-05",
    "to_month": "2026年7月", "owed_fen": 1, "agent": "",
}  # fmt: skip


def test_good_row_is_kept_with_rare_characters_and_plain_months():
    row = checked_row(today=TODAY, **GOOD)
    assert (row.name, row.from_month, row.to_month) == ("㐱䶮", date(2026, 5, 1), date(2026, 7, 1))


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"name": "  "}, "name", "没有填写姓名"),
        ({"name": "王\u202e海"}, "name", "控制字符"),
        ({"name": "王😀"}, "name", "表情"),
        ({"person_id": a_person_id(1)[:-1] + ("0" if a_person_id(1)[-1] != "0" else "1")}, "person_id", "最后一位应为"),
        ({"person_id": "110101880412001"}, "person_id", "15位"),
        ({"from_month": "五月"}, "from_month", "不是月份"),
        ({"from_month": "2026-13"}, "from_month", "不是月份"),
        ({"to_month": "2026-04"}, "to_month", "早于起始月"),
        ({"from_month": "2026-12", "to_month": "2026-12"}, "from_month", "晚于今天"),
        ({"owed_fen": 0}, "owed_fen", "大于零"),
        ({"owed_fen": None}, "owed_fen", "大于零"),
        ({"owed_fen": 10**18}, "owed_fen", "过大"),
        ({"phone": "<script>"}, "phone", "电话"),
    ],
)
def test_faulty_row_is_refused_beside_its_field(change, field, words):
    with pytest.raises(Refused, match=words) as refused:
        checked_row(today=TODAY, **(GOOD | change))
    assert refused.value.field == field


@given(st.dates(date(1990, 1, 1), date(2050, 12, 31)))
def test_every_way_of_writing_a_month_means_the_same(day):
    first = day.replace(day=1)
    for written in (day, f"{day:%Y-%m}", f"{day.year}年{day.month}月", f"{day.year}/{day.month}", f"{day:%Y-%m-%d}"):
        assert month_of(written, "月", "m") == first


@given(st.text(max_size=30))
def test_any_text_for_a_month_is_read_or_refused_in_words(text):
    with contextlib.suppress(Refused):
        assert month_of(text, "欠薪起始月", "from_month").day == 1

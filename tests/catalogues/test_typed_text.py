"""Whatever is typed into a list is kept as typed or refused in words; nothing breaks."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders.catalogues import cells_of
from yangguang.catalogues.lists.definition import read_code
from yangguang.catalogues.lists.register import LISTS
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.rules import conditions, ranges
from yangguang.catalogues.shipped_lists import FILES, shipped_rows
from yangguang.kernel.refusal import Refused

WORDS = st.sampled_from(
    ["每人", "每名责任人", "元", "万元", "以上", "以下", "的", "倍", "%", "且", "或者", "：", "\n", "不超过", "超过", "为",
     "受害劳动者人数", "违法所得", "及时改正", "不是", "10", "１０", "0", "-1", "9" * 30, "1e9", "Ⅷ", "²", "\x00", "\u202e",
     "䶮", "😀", "<b>", "LSR-2004:25#fine", "〔", "〕", "、", "；", "官方"]
)  # fmt: skip
TYPED = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=8).map("".join))
FIRST_ROW = {kind: shipped_rows(kind)[0]["code"] for kind in FILES} | {ListKind.MAJOR_DECISION_REVIEW: "SH-06"}


@pytest.mark.parametrize("kind", FIRST_ROW)
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_any_text_in_any_cell_is_kept_or_refused_in_chinese(kind, data):
    definition = LISTS[kind]
    column = data.draw(st.sampled_from(definition.columns))
    cells = cells_of(ListKind(kind), FIRST_ROW[kind]) | {column.name: data.draw(TYPED)}
    stored, faults = definition.read_all(cells)
    if faults:
        assert all(fault.reason.endswith("。") for fault in faults)
    else:
        assert definition.read(definition.show(stored)) == stored


@pytest.mark.parametrize("read", [conditions.parse, ranges.parse, read_code])
@given(typed=TYPED)
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_or_refused(read, typed):
    with suppress(Refused):
        read(typed)


@pytest.mark.parametrize("marks", [";", "、\n；", " ； "])
def test_clauses_of_nothing_but_marks_are_nothing(marks):
    cells = cells_of(ListKind.MAJOR_DECISION_REVIEW, "SH-06") | {"clauses": marks}
    _, faults = LISTS[ListKind.MAJOR_DECISION_REVIEW].read_all(cells)
    assert [fault.reason for fault in faults] == ["没有填写依据。"]

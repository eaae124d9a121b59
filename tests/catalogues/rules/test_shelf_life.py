"""A list's words about how long something stays public are a number only when exactly one is written."""

import pytest

from yangguang.catalogues.rules.shelf_life import months_named


@pytest.mark.duty("D15")
@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("12个月", 12), ("公开 6 个月", 6), ("自公开之日起一年", 12), ("三个月", 3), ("两年", 24), ("十二个月", 12),
        ("最短三个月，最长一年", None), ("按公开当日施行的信用修复规定分级确定，期满自动撤下", None), ("长期", None),
        ("0个月", None), ("2026年度内", None), ("", None),
    ],
)  # fmt: skip
def test_exactly_one_time_is_a_number(words, months):
    assert months_named(words) == months

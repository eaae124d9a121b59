"""Small whole numbers in characters."""

import pytest

from yangguang.kernel.numerals import in_chinese


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (10, "十"), (15, "十五"), (30, "三十"), (60, "六十"), (100, "一百"), (105, "一百零五"), (115, "一百一十五")],
)  # fmt: skip
def test_number_is_written_as_the_law_writes_it(number, words):
    assert in_chinese(number) == words


@pytest.mark.parametrize("number", [0, -3, 1000])
def test_number_no_law_needs_is_refused(number):
    with pytest.raises(ValueError, match=str(number)):
        in_chinese(number)

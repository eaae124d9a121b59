"""Days as sentences write them."""

from datetime import date

from yangguang.kernel.written_days import in_words


def test_day_is_written_without_leading_zeros():
    assert in_words(date(2026, 3, 5)) == "2026年3月5日"

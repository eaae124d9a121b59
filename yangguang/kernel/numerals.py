"""Small whole numbers as Chinese law writes them: 三十, 一百零五."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"


def in_chinese(number: int) -> str:
    """A number from 1 to 999 in characters. Raises ValueError for any other."""
    if not 0 < number < 1000:
        raise ValueError(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    head = f"{DIGITS[hundreds]}百" if hundreds else ""
    if not rest:
        return head
    if not tens:
        return f"{head}零{DIGITS[ones]}" if head else DIGITS[ones]
    middle = "十" if tens == 1 and not head else f"{DIGITS[tens]}十"
    return f"{head}{middle}{DIGITS[ones] if ones else ''}"

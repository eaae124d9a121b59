"""Filters for dates, times, money and numbers as Chinese official papers write them on screen."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.utils.html import format_html
from django.utils.safestring import SafeString

from yangguang.base.components.library import register
from yangguang.kernel import clock, money

BEIJING = ZoneInfo("Asia/Shanghai")
WEEKDAYS = "一二三四五六日"


def as_day(value: date | datetime | None) -> date | None:
    """The Beijing day of a date or an instant."""
    if isinstance(value, datetime):
        return _in_beijing(value).date()
    return value


def _in_beijing(value: datetime) -> datetime:
    return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(BEIJING)


@register.filter
def cn_date(value: date | datetime | None) -> str:
    """2026年11月21日."""
    day = as_day(value)
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


@register.filter
def short_date(value: date | datetime | None) -> str:
    """11月21日 in this year, else with the year."""
    day = as_day(value)
    if day and day.year == clock.today().year:
        return f"{day.month}月{day.day}日"
    return cn_date(day)


@register.filter
def iso_date(value: date | datetime | None) -> str:
    """2026-11-21, for columns that sort."""
    day = as_day(value)
    return day.isoformat() if day else ""


@register.filter
def weekday(value: date | datetime | None) -> str:
    """星期六."""
    day = as_day(value)
    return f"星期{WEEKDAYS[day.weekday()]}" if day else ""


@register.filter
def cn_time(value: datetime | None) -> str:
    """09:30 in Beijing."""
    return f"{_in_beijing(value):%H:%M}" if value else ""


@register.filter
def cn_moment(value: datetime | None) -> str:
    """2026年11月21日 09:30."""
    return f"{cn_date(value)} {cn_time(value)}" if value else ""


@register.filter
def yuan(fen: int | None) -> str:
    """分 to 25,200.00."""
    return "" if fen is None else money.in_figures(fen)


@register.filter
def whole_yuan(fen: int | None) -> str:
    """分 to 25,200; an amount that has 角 or 分 keeps them, so that nothing is rounded away."""
    if fen is None:
        return ""
    return yuan(fen)[:-3] if fen % 100 == 0 else yuan(fen)


@register.filter
def capitals(fen: int | None) -> str:
    """分 to 贰万伍仟贰佰元整."""
    return "" if fen is None else money.in_capitals(fen)


@register.filter
def tally(number: int | None) -> str:
    """1,284; 10,000+ when it was counted no further."""
    return "" if number is None else f"{number:,}" + ("+" if getattr(number, "more", False) else "")


@register.filter
def doc_no(number: object) -> SafeString | str:
    """A 文号, code or other run that never breaks across lines."""
    return format_html('<span class="whole">{}</span>', number) if number else ""


@register.filter
def first_character(name: object) -> str:
    """The character in the round of a person's name."""
    return str(name or "")[:1]
